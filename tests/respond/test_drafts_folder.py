"""Living beside a mail program in one Drafts folder, on a real server."""

from dataclasses import replace
from datetime import timedelta

from respond.draftmail import mail_of
from respond.draftsfolder import Kept
from store.vocabulary import DraftState
from tests.respond.desk import Desk
from tests.respond.drafts import DRAFT, NOW, put, state_of


def test_a_draft_is_put_there_once(desk: Desk) -> None:
    put(desk.database)

    assert desk.keep().appended == 1
    assert desk.keep().appended == 0
    assert len(desk.uids()) == 1
    assert b"\\Draft" in desk.box.flags("Drafts")[0]


def test_a_copy_left_by_a_crash_is_adopted(desk: Desk) -> None:
    stored = put(desk.database)
    desk.box.put("Drafts", [(mail_of(stored, now=stored.created), NOW)])

    assert desk.keep().appended == 0
    assert len(desk.uids()) == 1


def test_a_draft_that_is_no_longer_needed_is_cleared_away(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    desk.end(stored.id, DraftState.WITHDRAWN)

    assert desk.keep().removed == 1
    assert desk.uids() == []


def test_a_draft_edited_under_a_new_message_id_is_taken_over(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    changed = replace(stored, body="Dear Kim,\n\nMy own words.\n\nSam\n", message_id="<other@program.example>")
    desk.box.expunge("Drafts", desk.uids())
    desk.box.put("Drafts", [(mail_of(changed, now=NOW + timedelta(hours=1)), NOW)])

    assert desk.keep().taken_over == 1
    taken = desk.draft(stored.id)
    assert taken.state is DraftState.EDITED
    assert "My own words." in taken.body
    assert desk.keep() == Kept()
    assert len(desk.uids()) == 1


def test_a_draft_edited_in_place_is_taken_over_and_never_removed(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    changed = replace(stored, body="Dear Kim,\n\nMy own words.\n\nSam\n")
    desk.box.expunge("Drafts", desk.uids())
    desk.box.put("Drafts", [(mail_of(changed, now=NOW), NOW)])

    assert desk.keep().taken_over == 1
    assert desk.draft(stored.id).state is DraftState.EDITED
    assert len(desk.uids()) == 1


def test_a_draft_edited_after_it_was_withdrawn_is_left_alone(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    desk.end(stored.id, DraftState.WITHDRAWN)
    changed = replace(stored, body="Mine now.\n")
    desk.box.expunge("Drafts", desk.uids())
    desk.box.put("Drafts", [(mail_of(changed, now=NOW), NOW)])

    assert desk.keep().removed == 0
    assert len(desk.uids()) == 1


def test_a_deleted_draft_counts_as_dropped_after_two_rounds(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    desk.box.expunge("Drafts", desk.uids())

    desk.keep()
    assert state_of(desk.database, stored.id) is DraftState.PROPOSED
    assert desk.keep().discarded == 1
    assert state_of(desk.database, stored.id) is DraftState.DISCARDED
    assert desk.keep() == Kept()
    assert desk.uids() == []


def test_a_draft_changed_in_the_terminal_replaces_its_copy(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    with desk.database.transaction() as transaction:
        changed = replace(desk.draft(stored.id), body="Changed at the terminal.\n")
        transaction.drafts.rewrite(changed, state=DraftState.EDITED, at=NOW)

    desk.keep()
    desk.keep()
    (uid,) = desk.uids()
    with desk.mailbox() as mailbox:
        raw = mailbox.fetch_raw("Drafts", uid)
    assert raw is not None
    assert b"Changed at the terminal." in raw


def test_the_persons_own_drafts_are_never_touched(desk: Desk) -> None:
    own = replace(DRAFT, message_id="<own@program.example>", in_reply_to="", references=(), subject="Shopping")
    desk.box.put("Drafts", [(mail_of(own, now=NOW), NOW)])
    stored = put(desk.database)
    with desk.box.observer() as program:
        # As a mail program does: it has seen the folder, so that nothing in it is \Recent any more.
        program.select("Drafts")
    before = desk.box.flags("Drafts")
    desk.keep()
    desk.end(stored.id, DraftState.DISCARDED)
    desk.keep()

    assert desk.box.flags("Drafts") == before
