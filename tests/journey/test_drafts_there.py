"""Drafts that are edited, approved and sent while a mail program works in the same folders, on real servers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.accounts import Security
from respond.draftmail import mail_of
from respond.draftsfolder import UNAPPROVED_WORDS
from store.clock import SetClock
from store.noted import Draft
from store.vocabulary import DraftState
from tests.journey.drafting import AT, approve_and_wait, drafted, numbers, only, rejection, taken
from tests.journey.world import World, mail
from tests.servers.boxes import PASSWORD, modified_utf7
from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_conf import SMALL, UNMARKED
from tests.servers.fixtures import box_by
from tests.servers.smtpsink import SmtpSink

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINE = "Dear Kim,\n\nMy own words about it.\n\nSam Reed\n"


@pytest.fixture
def world_on(tmp_path: Path, dovecot: Dovecot, certificates: Certificates) -> Iterator[Callable[..., World]]:
    """A world on a server of another configuration, with these folders."""
    assert dovecot.imap_port
    with ExitStack() as stack:

        def made(configuration: str, *folders: str) -> World:
            server = stack.enter_context(Dovecot(configuration, in_memory=True))
            box = box_by(server, Security.PLAIN)
            with box.observer() as program:
                for name in folders:
                    program.create(f'"{modified_utf7(name)}"')
            users = {box.account.username: PASSWORD}
            sink = stack.enter_context(SmtpSink(users=users, certificates=certificates))
            return World(box, sink, tmp_path, SetClock(NOW), certificates.authority)

        yield made


def edited(world: World, draft: Draft, body: str = MINE) -> None:
    """A mail program saves the draft in place of heardback's."""
    lying = numbers(world, "Drafts")
    saved = replace(draft, body=body, message_id=f"<{len(body)}.{lying[-1]}@program.example>")
    world.box.put("Drafts", [(mail_of(saved, now=world.clock.now()), world.clock.now())], [r"\Draft"])
    world.box.expunge("Drafts", lying)


def test_a_draft_edited_there_goes_out_as_it_was_edited(world: World) -> None:
    with world.house() as house:
        draft = drafted(world, house)
        edited(world, draft)
        house.rounds.run_once()
        approve_and_wait(world, house, draft)

        (sending,) = house.posting.send_due()
        assert sending.state is DraftState.SENT
        house.rounds.run_once()
        house.posting.send_due()
    (raw,) = taken(world)
    assert b"My own words about it." in raw
    assert f"In-Reply-To: {draft.in_reply_to}".encode() in raw
    assert len(numbers(world, "Sent")) == 1
    # What the person saved stays theirs, and they are told of it.
    assert len(numbers(world, "Drafts")) == 1
    assert any("still lies in your Drafts folder" in note for note in house.notes)


def test_an_edit_after_the_approval_is_kept_and_the_old_text_never_sent(world: World) -> None:
    with world.house() as house:
        draft = drafted(world, house)
        house.outbox.approve(draft.id)
        edited(world, draft)
        world.later(minutes=2)

        (sending,) = house.posting.send_due()
        assert (sending.state, sending.sentence) == (DraftState.EDITED, UNAPPROVED_WORDS)
        assert taken(world) == []

        approve_and_wait(world, house, draft)
        (sending,) = house.posting.send_due()
        assert sending.state is DraftState.SENT
    (raw,) = taken(world)
    assert b"My own words about it." in raw


def test_a_draft_sent_by_hand_within_the_undo_window_goes_out_once(world: World) -> None:
    with world.house() as house:
        draft = drafted(world, house)
        house.outbox.approve(draft.id)
        world.later(seconds=20)
        by_hand = replace(draft, message_id="<new@program.example>", body=draft.body + "\nPS: until then.\n")
        world.box.expunge("Drafts", numbers(world, "Drafts"))
        world.box.put("Sent", [(mail_of(by_hand, now=world.clock.now()), world.clock.now())])
        world.later(minutes=2)

        house.posting.send_due()
        house.rounds.run_once()
        house.posting.send_due()
        assert only(house).state is DraftState.SENT
    assert taken(world) == []
    assert len(numbers(world, "Sent")) == 1


def test_it_answers_from_the_address_they_wrote_to_with_the_whole_thread(world: World) -> None:
    world.write_config()
    config = world.config.read_text().replace(
        "[accounts.home]", 'other_addresses = ["sam.jobs@home.example"]\n[accounts.home]'
    )
    world.config.write_text(config)
    asked = rejection(world)
    asked.replace_header("To", "Sam Reed <sam.jobs@home.example>")
    asked["References"] = "<first@calder-trust.example> <second@home.example>"
    asked["In-Reply-To"] = "<second@home.example>"
    world.deliver(asked)
    with world.house() as house:
        house.rounds.run_once()
        draft = only(house)
        approve_and_wait(world, house, draft)
        house.posting.send_due()

    assert world.sink is not None
    (mail_taken,) = world.sink.taken
    assert mail_taken.sender == "sam.jobs@home.example"
    assert b"From: Sam Reed <sam.jobs@home.example>" in mail_taken.raw
    assert draft.references == ("<first@calder-trust.example>", "<second@home.example>", asked["Message-ID"])
    assert draft.in_reply_to == asked["Message-ID"]


def test_what_was_sent_is_out_of_drafts_at_once(world: World) -> None:
    with world.house() as house:
        draft = drafted(world, house)
        approve_and_wait(world, house, draft)
        house.posting.send_due()
    assert (len(numbers(world, "Drafts")), len(numbers(world, "Sent"))) == (0, 1)


def test_a_draft_moved_into_the_inbox_is_no_mail_of_the_person(world: World) -> None:
    with world.house() as house:
        draft = drafted(world, house)
        raw = mail_of(draft, now=world.clock.now())
        world.box.expunge("Drafts", numbers(world, "Drafts"))
        world.box.put("INBOX", [(raw, world.clock.now())])

        for _ in range(3):
            house.rounds.run_once()
        assert only(house).state is DraftState.PROPOSED


def test_everything_works_with_unmarked_folders_in_another_language(world_on: Callable[..., World]) -> None:
    world = world_on(UNMARKED, "INBOX.Entwürfe", "INBOX.Gesendete Objekte", "INBOX.Papierkorb")
    with world.house() as house:
        draft = drafted(world, house)
        assert len(numbers(world, "INBOX.Entwürfe")) == 1
        approve_and_wait(world, house, draft)
        (sending,) = house.posting.send_due()
        house.rounds.run_once()
        house.posting.send_due()
        assert sending.state is DraftState.SENT
    assert len(taken(world)) == 1
    assert numbers(world, "INBOX.Entwürfe") == []
    assert len(numbers(world, "INBOX.Gesendete Objekte")) == 1


def test_without_a_drafts_folder_the_draft_waits_here_and_goes_out_all_the_same(world_on: Callable[..., World]) -> None:
    world = world_on(UNMARKED)
    with world.house() as house:
        draft = drafted(world, house)
        again = house.rounds.run_once()
        assert "no Drafts folder" in again.failures["home"]
        assert again.news == frozenset()
        approve_and_wait(world, house, draft)
        (sending,) = house.posting.send_due()
        assert sending.state is DraftState.SENT
    assert len(taken(world)) == 1


def fill(world: World) -> None:
    """Small mails in a folder of the person's, until the server takes no more."""
    beans = mail("Pat <pat@garden.example>", world.me, "Beans", "Hello Sam,\n\nbeans?\n", AT).as_bytes()
    with world.box.observer() as program:
        program.create("Later")
        while program.append("Later", "", "", beans)[0] == "OK":
            pass


def test_a_full_mailbox_is_told_once_and_holds_up_nothing_else(world_on: Callable[..., World]) -> None:
    world = world_on(SMALL)
    with world.house() as house:
        world.deliver(rejection(world))
        fill(world)
        first, second = house.rounds.run_once(), house.rounds.run_once()
        draft = only(house)
        assert first.taken.new == 1
        assert "mailbox of account home is full" in first.failures["home"]
        assert (first.news, second.news) == (frozenset({"home"}), frozenset())
        assert numbers(world, "Drafts") == []

        # It goes out all the same; its copy in Sent follows when there is room, and the mail is not sent again for it.
        approve_and_wait(world, house, draft)
        (sending,) = house.posting.send_due()
        assert sending.state is DraftState.SENT
        for _ in range(3):
            world.later(minutes=10)
            house.posting.send_due()
        assert len([note for note in house.notes if "copy in Sent" in note]) == 1
        world.box.expunge("Later", numbers(world, "Later"))
        world.later(minutes=10)
        house.posting.send_due()
        house.posting.send_due()
        assert house.rounds.run_once().failures == {}
    assert len(taken(world)) == 1
    assert len(numbers(world, "Sent")) == 1
