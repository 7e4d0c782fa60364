"""A round that dies while it puts a copy into Drafts: the next one knows what is its own, and what the person wrote."""

from dataclasses import replace

import pytest

from ingest.imap import ImapMailbox
from respond.draftmail import mail_of
from respond.draftsfolder import BOTH_WORDS, Kept
from store.noted import Draft
from store.vocabulary import DraftState
from tests.respond.desk import Desk
from tests.respond.drafts import DRAFT, put, state_of

FIRST, SECOND, THIRD = (f"Dear Kim,\n\n{words}\n\nSam\n" for words in ("As it was.", "Changed here.", "And once more."))


class Died(Exception):  # noqa: N818 - the end of a round, no error
    """Nothing more is done."""


def dies(monkeypatch: pytest.MonkeyPatch, method: str, *, after: bool) -> None:
    """The next round dies before or after what it asks of the server."""
    works = getattr(ImapMailbox, method)

    def dying(self: ImapMailbox, *arguments: object, **named: object) -> object:
        if after:
            works(self, *arguments, **named)
        raise Died

    monkeypatch.setattr(ImapMailbox, method, dying)


def round_that_dies(desk: Desk, monkeypatch: pytest.MonkeyPatch, method: str, *, after: bool) -> None:
    with monkeypatch.context() as patched:
        dies(patched, method, after=after)
        with pytest.raises(Died):
            desk.keep()


def change_here(desk: Desk, draft: Draft, body: str) -> None:
    with desk.database.transaction() as transaction:
        transaction.drafts.rewrite(replace(draft, body=body), state=DraftState.EDITED, at=desk.now)


def bodies(desk: Desk) -> list[str]:
    """What lies in Drafts, by the one sentence that differs."""
    known = (FIRST, SECOND, THIRD)
    found = [raw.decode() for raw in desk.raw()]
    return [next(each for each in known if each.split("\n")[2] in raw) for raw in found]


@pytest.fixture
def draft(desk: Desk) -> Draft:
    return put(desk.database, replace(DRAFT, body=FIRST))


@pytest.mark.parametrize(("method", "after"), [("append", True), ("remove", False), ("remove", True)])
def test_the_copy_that_is_replaced_goes_in_the_end(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch, method: str, after: bool
) -> None:
    desk.keep()
    change_here(desk, draft, SECOND)
    round_that_dies(desk, monkeypatch, method, after=after)
    desk.keep()

    assert bodies(desk) == [SECOND]
    assert desk.keep() == Kept()
    assert desk.draft(draft.id).body == SECOND


@pytest.mark.parametrize(("method", "after"), [("append", True), ("remove", False), ("remove", True)])
def test_a_change_made_meanwhile_is_what_lies_there(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch, method: str, after: bool
) -> None:
    desk.keep()
    change_here(desk, draft, SECOND)
    round_that_dies(desk, monkeypatch, method, after=after)
    change_here(desk, draft, THIRD)
    desk.keep()

    assert bodies(desk) == [THIRD]
    assert desk.draft(draft.id).body == THIRD
    assert desk.keep() == Kept()


@pytest.mark.parametrize("after", [False, True])
def test_a_change_made_after_a_first_copy_that_died_is_not_taken_back(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    round_that_dies(desk, monkeypatch, "append", after=after)
    change_here(desk, draft, SECOND)
    desk.keep()

    assert bodies(desk) == [SECOND]
    assert desk.draft(draft.id).body == SECOND
    assert desk.keep() == Kept()


def test_a_first_copy_that_died_is_not_taken_for_deleted(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_that_dies(desk, monkeypatch, "append", after=False)
    round_that_dies(desk, monkeypatch, "append", after=False)
    desk.keep()

    assert state_of(desk.database, draft.id) is DraftState.PROPOSED
    assert bodies(desk) == [FIRST]


def test_a_first_copy_that_died_keeps_no_approved_draft_waiting(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_that_dies(desk, monkeypatch, "append", after=False)
    desk.approve(draft.id)

    assert desk.may_go(draft.id)


def test_the_text_from_here_lies_beside_theirs_once(desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.keep()
    change_here(desk, draft, SECOND)
    desk.save_edited(draft, body=THIRD)
    round_that_dies(desk, monkeypatch, "append", after=True)
    desk.keep()

    assert sorted(bodies(desk)) == sorted([SECOND, THIRD])
    taken = desk.draft(draft.id)
    assert (taken.body, taken.failure) == (THIRD, BOTH_WORDS)


def test_the_text_that_lay_beside_is_heardbacks_own_once_theirs_is_gone(desk: Desk, draft: Draft) -> None:
    desk.keep()
    change_here(desk, draft, SECOND)
    desk.save_edited(draft, body=THIRD)
    desk.keep()
    beside = next(uid for uid, raw in zip(desk.uids(), desk.raw(), strict=True) if b"Changed here" in raw)
    desk.box.expunge("Drafts", set(desk.uids()) - {beside})
    desk.keep()
    assert desk.draft(draft.id).body == SECOND

    desk.end(draft.id, DraftState.SENT)
    desk.keep()

    assert desk.uids() == []


def test_a_copy_that_was_only_marked_as_deleted_is_removed_for_good(desk: Desk, draft: Draft) -> None:
    desk.keep()
    with desk.box.observer() as other:
        other.select("Drafts")
        other.store("1", "+FLAGS", r"(\Deleted)")
    desk.end(draft.id, DraftState.SENT)
    desk.keep()

    assert desk.uids() == []


def replaced_by_half(desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    """A round puts the new copy there and gets no further than marking the old one as deleted."""

    def marks_only(self: ImapMailbox, folder: str, _uidvalidity: int, uid: int) -> bool:
        with desk.box.observer() as other:
            other.select(folder)
            other.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Deleted)")
        raise Died

    desk.keep()
    change_here(desk, draft, SECOND)
    with monkeypatch.context() as patched:
        patched.setattr(ImapMailbox, "remove", marks_only)
        with pytest.raises(Died):
            desk.keep()
    assert len(desk.uids()) == 2


def change_there(desk: Desk, draft: Draft) -> None:
    """The person saves the newest copy anew in their mail program, with other words."""
    desk.box.expunge("Drafts", [max(desk.uids())])
    desk.box.put("Drafts", [(mail_of(replace(draft, body=THIRD), now=desk.now), desk.now)], [r"\Draft"])


def test_an_old_copy_that_was_only_marked_goes_with_the_next_change_here(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced_by_half(desk, draft, monkeypatch)
    change_here(desk, desk.draft(draft.id), THIRD)
    desk.keep()

    assert bodies(desk) == [THIRD]


def test_an_old_copy_that_was_only_marked_goes_when_the_person_has_changed_the_new_one(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced_by_half(desk, draft, monkeypatch)
    change_there(desk, draft)
    desk.keep()

    # Nobody knows whether the text from here was seen before it was changed, so that it lies beside; the first is gone.
    assert sorted(bodies(desk)) == sorted([SECOND, THIRD])
    assert desk.draft(draft.id).body == THIRD
    assert desk.keep() == Kept()


def test_an_old_copy_that_was_only_marked_goes_when_the_draft_is_discarded(
    desk: Desk, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced_by_half(desk, draft, monkeypatch)
    change_there(desk, draft)
    desk.end(draft.id, DraftState.DISCARDED)
    desk.keep()

    assert bodies(desk) == [THIRD]  # the person's own words stay
