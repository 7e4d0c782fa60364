"""What a real mail program makes of a draft: it stands below the mail it answers, and every letter can be read.

mutt is driven by keys and its screen is read. It goes through everything by itself: IMAP, MIME, charsets, threads.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heardback.wiring import House
from store.noted import Draft
from store.vocabulary import DraftState
from tests.journey.world import World, mail
from tests.servers.boxes import PASSWORD
from tests.servers.mutt import INSTALL, Mutt, executable

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
SUBJECT = "Absage – Ihre Bewerbung als Kuratorin (面接 №7)"
BODY = (
    "Liebe Sam,\n\nvielen Dank für das Gespräch bei uns. Leider haben wir uns für eine andere Bewerberin entschieden, "
    "deren Erfahrung näher an dem liegt, was wir brauchen.\n\nHerzliche Grüße\nZoë Łukaszewicz\nCalder Stiftung\n"
)


@pytest.fixture
def mutt(world: World, tmp_path: Path) -> Mutt:
    if executable() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"mutt is not installed; run `{INSTALL}`.")
        pytest.skip(f"mutt is not installed; run `{INSTALL}`.")
    home = tmp_path / "mutt"
    home.mkdir()
    return Mutt(home, world.box.plain_port, world.me, PASSWORD, editor="sed -i '1s/.*/Liebe Zoë, nun doch/' \"$1\"")


def _drafted(world: World) -> Draft:
    world.deliver(mail("Zoë Łukaszewicz <zoe.lukaszewicz@calder.example>", world.me, SUBJECT, BODY, AT))
    with world.house() as house:
        house.rounds.run_once()
        with house.database.reading() as transaction:
            (draft,) = transaction.drafts.in_state(DraftState.PROPOSED)
    return draft


def test_the_draft_stands_below_the_mail_it_answers(world: World, mutt: Mutt, tmp_path: Path) -> None:
    _drafted(world)
    earlier = AT - timedelta(hours=1)
    world.deliver(mail("Pat <pat@garden.example>", world.me, "Beans", "Hello Sam,\n\nbeans?\n", earlier))
    both = tmp_path / "both"
    for name in ("INBOX", "Drafts"):
        copy = f"<tag-prefix><copy-message>{both}<enter>"
        mutt.do(mutt.folder(name), "<tag-pattern>~A<enter>", copy, "<exit>")

    lines = [line.split("|", 1) for line in mutt.screen(str(both), "Msgs:3") if "|" in line]

    assert [who.strip() for who, _ in lines] == ["Pat", "Zoë Łukaszewicz", "To Zoë Łukaszewicz"]
    assert [what.strip() for _, what in lines] == ["Beans", SUBJECT, "`->"]


def test_every_letter_of_it_can_be_read(world: World, mutt: Mutt) -> None:
    draft = _drafted(world)

    lines = mutt.screen(mutt.folder("Drafts"), "Subject: Re:", "<display-message>")

    shown = " ".join(" ".join(lines).split())
    assert f"Subject: Re: {SUBJECT}" in shown
    assert "To: Zoë Łukaszewicz <zoe.lukaszewicz@calder.example>" in shown
    assert " ".join(draft.body.split()) in shown


def test_a_draft_edited_in_it_is_taken_over_and_stays_in_its_thread(world: World, mutt: Mutt) -> None:
    draft = _drafted(world)
    mutt.do(mutt.folder("INBOX"), "<recall-message>", "<postpone-message>", "<exit>")

    with world.house() as house:
        for _ in range(3):
            house.rounds.run_once()
        after = _only(house)
    assert after.state is DraftState.EDITED
    assert after.body.startswith("Liebe Zoë, nun doch\n")
    assert (after.in_reply_to, after.references) == (draft.in_reply_to, draft.references)
    assert _number_in(world, "Drafts") == 1


def test_a_draft_sent_by_it_is_sent(world: World, mutt: Mutt) -> None:
    draft = _drafted(world)
    with world.house() as house:
        house.outbox.approve(draft.id)
    mutt.do(mutt.folder("INBOX"), "<recall-message>", "<send-message>", "<exit>")

    with world.house() as house:
        world.later(minutes=2)
        house.posting.send_due()
        house.rounds.run_once()
        assert _only(house).state is DraftState.SENT
    assert world.sink is not None
    assert world.sink.taken == []
    assert (_number_in(world, "Drafts"), _number_in(world, "Sent")) == (0, 1)


def _only(house: House) -> Draft:
    with house.database.reading() as transaction:
        (draft,) = transaction.drafts.all()
    return draft


def _number_in(world: World, folder: str) -> int:
    with world.box.observer() as observer:
        observer.select(folder, readonly=True)
        return len(observer.search(None, "UNDELETED")[1][0].split())
