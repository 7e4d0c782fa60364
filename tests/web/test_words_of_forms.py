"""What a form of the page is refused with says what to do instead."""

import io
import tempfile
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from heardback import byhand, redrafting, taking
from heardback.asking import reply_on_demand, reply_to_mail
from heardback.restoring import restore
from heardback.web import drafting, mailview
from heardback.web.desk import Desk
from respond import asking, compose
from store.drafts import DraftLedger
from store.errors import UserError
from store.noted import Draft
from store.vocabulary import DraftKind, DraftState, Stage
from tests.web.drafts import left_as, waiting
from tests.web.person import Person


@pytest.fixture
def draft(desk: Desk) -> Draft:
    return next(each for each in waiting(desk.house) if each.application_id is not None)


def test_what_a_form_about_an_application_lacks(desk: Desk, client: Person, draft: Draft) -> None:
    here = f"/applications/{draft.application_id}"

    assert "is to become part of this one" in client.after(client.press(f"{here}/merge"))
    assert "a code of two letters" in client.after(client.press(f"{here}/edit", {"country": "Germany"}))
    assert "choose it again, or leave it empty" in client.after(client.press("/search/pause", {"until": "soon"}))
    assert "go back and use the button there" in client.get(f"{here}/merge").text


def test_what_stands_in_the_way_of_a_draft(desk: Desk, client: Person, draft: Draft) -> None:
    left_as(desk.house, draft, DraftState.SENT)

    assert "see below what became of it" in client.after(client.press(f"/drafts/{draft.id}/undo"))
    with pytest.raises(UserError, match="only a discarded draft can be taken up again: 'heardback review list'"):
        redrafting.restore(desk.house, draft.id)


def test_what_happened_since_makes_a_draft_unfit(
    desk: Desk, client: Person, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(desk.house), "outbox_fits", lambda *_: False)
    monkeypatch.setattr(drafting, "_refuse_gaps", lambda _: None)

    assert "this reply no longer fits. Look again." in client.after(client.press(f"/drafts/{draft.id}/approve"))
    left_as(desk.house, draft, DraftState.DISCARDED)
    with pytest.raises(UserError, match="this draft no longer fits: read what came"):
        redrafting.restore(desk.house, draft.id)


def test_a_draft_that_changes_in_the_same_moment(desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DraftLedger, "rewrite", lambda *_, **__: False)
    with pytest.raises(UserError, match="look at it again and edit once more"):
        redrafting.rewrite(desk.house, draft.id, subject="Other", body="Other words.")
    monkeypatch.setattr(DraftLedger, "move", lambda *_, **__: False)
    monkeypatch.setattr("respond.outbox.check_approvable", lambda *_: None)
    with pytest.raises(UserError, match="look at it again with 'review show"):
        desk.house.outbox.approve(draft.id)


def test_what_cannot_be_sent_from_here(draft: Draft) -> None:
    whole = replace(draft, body="Dear Rose,\n\nThank you.\n", subject="Hello")

    with pytest.raises(UserError, match="copy its text into your mail program"):
        drafting._refuse_gaps(replace(whole, account=""))
    with pytest.raises(UserError, match="send it from there, it would be lost here"):
        drafting._refuse_gaps(replace(whole, account="home", only_by_hand="a file"))


def test_another_reply_needs_an_application(desk: Desk, client: Person, draft: Draft) -> None:
    alone = SimpleNamespace(application_id=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("heardback.web.replying.existing_draft", lambda *_: alone)
        told = client.after(client.press(f"/drafts/{draft.id}/instead", {"kind": "withdrawal"}))
    assert "change its words, or discard it" in told


def test_a_mail_of_an_application_is_answered_there(desk: Desk, draft: Draft) -> None:
    assert draft.application_id is not None
    with desk.house.database.reading() as transaction:
        mail = transaction.mail.of_application(draft.application_id)[0]

    with pytest.raises(UserError, match="ask for a reply there"):
        reply_to_mail(desk.house, mail.id, DraftKind.OUTREACH_LATER)
    nameless = SimpleNamespace(reading=SimpleNamespace(company="", agency=""))
    with pytest.raises(UserError, match="enter the application under Applications first"):
        mailview._refuse_nameless(cast(Any, nameless), "new")


def test_a_reply_that_has_gone_out_is_not_asked_for_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = SimpleNamespace(id=7, key="withdrawal/mail-1/0")
    monkeypatch.setattr(asking, "_drafts_there", lambda *_: (gone,))
    with pytest.raises(UserError, match=r"gone out already \(draft 7\)"):
        asking._check_not_sent(cast(Any, None), cast(Any, None), "withdrawal/mail-1", DraftKind.WITHDRAWAL)


def test_nothing_is_written_to_a_suspected_scam(desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    assert draft.application_id is not None
    monkeypatch.setattr(compose, "is_suspect", lambda *_: True)
    monkeypatch.setattr(asking, "why_not", lambda *_, **__: "")
    with pytest.raises(UserError, match="heardback writes nothing to it"):
        reply_on_demand(desk.house, draft.application_id, draft.kind, instead_of=draft.id)


def test_an_application_keeps_a_name_and_ends_by_its_own_command(desk: Desk, draft: Draft) -> None:
    assert draft.application_id is not None
    with desk.house.database.transaction() as transaction:
        with pytest.raises(UserError, match="leave one of the two"):
            nameless = byhand.Edits(company="", agency="")
            byhand.edit(transaction, draft.application_id, nameless, stage=None, now=desk.now)
        with pytest.raises(UserError, match="To end an application use"):
            byhand.move(transaction, draft.application_id, Stage.CLOSED, now=desk.now)


def test_a_mail_found_in_a_mailbox_that_is_gone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "_open", lambda *_: SimpleNamespace(account="gone"))
    with pytest.raises(UserError, match="add it again, or pass this over"):
        taking.take_in(desk.house, 7)


def test_a_backup_that_finds_no_room(tmp_path: Any, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    with pytest.raises(UserError, match="free some space or name another"):
        restore(io.BytesIO(), tmp_path / "new", tmp_path / "config.toml", desk.now, replace=False)
