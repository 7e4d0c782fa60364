"""What a mail program does to a draft becomes the draft: saved anew, in HTML, with a file, moved, or changed twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from respond.draftmail import mail_of
from respond.draftsfolder import BOTH_WORDS, UNAPPROVED_WORDS, Kept
from store.draftcopies import COPY_GONE
from store.vocabulary import DraftState
from tests.respond.desk import Desk
from tests.respond.drafts import DRAFT, NOW, put, state_of

MINE = "Dear Kim,\n\nMy own words.\n\nSam\n"


def html_of(subject: str = "Re: Museum Coordinator", to: str = "kim@calder.example", thread: str = "") -> bytes:
    """A draft as a program saves it that knows HTML alone, under a Message-ID of its own."""
    return (
        f"From: Sam <sam@home.example>\r\nTo: Kim Alder <{to}>\r\nSubject: {subject}\r\n{thread}"
        "Message-ID: <A1B2@program.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        "<html><body><div>Dear Kim,</div><div><br></div><div>My own <b>words</b>.</div><div><br></div><div>Sam</div>"
        "</body></html>\r\n"
    ).encode()


@pytest.mark.parametrize(
    "raw",
    [html_of(thread="In-Reply-To: <1@mail.example>\r\n"), html_of(), html_of("RE: Museum Coordinator")],
    ids=["in its thread", "its thread dropped", "its subject rewritten"],
)
def test_a_draft_saved_anew_in_html_is_taken_over_as_text(desk: Desk, raw: bytes) -> None:
    stored = put(desk.database)
    desk.keep()
    desk.save(raw)

    assert desk.keep().taken_over == 1
    taken = desk.draft(stored.id)
    assert taken.state is DraftState.EDITED
    assert taken.body.split() == MINE.split()
    assert (taken.message_id, taken.in_reply_to) == ("<A1B2@program.example>", "<1@mail.example>")
    assert desk.keep() == Kept()
    assert len(desk.uids()) == 1


def test_lines_wrapped_anew_are_no_edit(desk: Desk) -> None:
    stored = put(desk.database, replace(DRAFT, body="Dear Kim,\n\nThank you for the talk we had about it.\n\nSam\n"))
    desk.keep()
    desk.save_edited(stored, body="Dear Kim,\n\nThank you for the\ntalk we had about it.\n\nSam\n")

    assert desk.keep() == Kept()
    assert state_of(desk.database, stored.id) is DraftState.PROPOSED


def test_a_file_or_a_further_recipient_is_kept_in_mind(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    desk.save(b"Cc: Pat <pat@calder.example>\r\n" + mail_of(stored, now=NOW))

    assert desk.keep().taken_over == 1
    assert desk.draft(stored.id).only_by_hand == "another recipient"
    assert desk.keep() == Kept()


def test_a_copy_marked_as_deleted_is_gone_although_it_still_lies_there(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    with desk.box.observer() as program:
        # As a program does that replaces a message on a server without UIDPLUS.
        program.select("Drafts")
        program.store("1", "+FLAGS", r"(\Deleted)")
        program.append("Drafts", r"(\Draft)", "", html_of())

    assert desk.keep().taken_over == 1
    assert desk.draft(stored.id).body.split() == MINE.split()


def test_what_was_changed_here_and_there_is_kept_both_ways(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    desk.save_edited(stored, body=MINE)
    with desk.database.transaction() as transaction:
        here = replace(desk.draft(stored.id), body="Changed at the terminal.\n")
        transaction.drafts.rewrite(here, state=DraftState.EDITED, at=NOW)

    assert desk.keep().taken_over == 1
    assert (desk.draft(stored.id).body, desk.draft(stored.id).failure) == (MINE, BOTH_WORDS)
    assert sum(b"Changed at the terminal." in raw for raw in desk.raw()) == 1
    assert sum(b"My own words." in raw for raw in desk.raw()) == 1
    assert desk.keep() == Kept()


def test_a_change_made_here_during_a_pass_is_not_written_over(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    with desk.database.reading() as transaction:
        (copy,) = transaction.drafts.copies()
    with desk.database.transaction() as transaction:
        here = replace(desk.draft(stored.id), body="Changed on the page.\n")
        transaction.drafts.rewrite(here, state=DraftState.EDITED, at=NOW + timedelta(seconds=1))
        transaction.drafts.note_copy(copy.draft, copy.draft.folder_copy, copy.sha256)

    assert desk.draft(stored.id).body == "Changed on the page.\n"


def test_an_approved_draft_edited_there_waits_for_a_new_approval(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    desk.approve(stored.id)
    desk.save_edited(stored, body=MINE)

    assert desk.keep().taken_over == 1
    after = desk.draft(stored.id)
    assert (after.state, after.body, after.failure) == (DraftState.EDITED, MINE, UNAPPROVED_WORDS)


def test_a_moved_draft_is_followed_and_dropped_only_once_deleted(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    (raw,) = desk.raw()
    desk.box.expunge("Drafts", desk.uids())
    desk.box.put("Later", [(raw, NOW)])

    for _ in range(4):
        assert desk.keep() == Kept()
    assert state_of(desk.database, stored.id) is DraftState.PROPOSED
    desk.save(mail_of(replace(stored, body=MINE), now=NOW), folder="Later")
    assert desk.keep().taken_over == 1
    assert desk.draft(stored.id).body == MINE

    desk.box.expunge("Later", desk.uids("Later"))
    assert [desk.keep().discarded for _ in range(2)] == [0, 1]


def test_a_followed_draft_is_never_removed_where_it_was_put(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    (raw,) = desk.raw()
    desk.box.expunge("Drafts", desk.uids())
    desk.box.put("Later", [(raw, NOW)])
    desk.keep(), desk.keep()
    desk.end(stored.id, DraftState.WITHDRAWN)

    assert desk.keep().removed == 0
    assert len(desk.uids("Later")) == 1


def test_a_draft_moved_to_the_trash_is_dropped(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    (raw,) = desk.raw()
    desk.box.expunge("Drafts", desk.uids())
    desk.box.put("Papierkorb", [(raw, NOW)])

    assert [desk.keep().discarded for _ in range(2)] == [0, 1]
    assert state_of(desk.database, stored.id) is DraftState.DISCARDED


def test_a_copy_that_was_taken_away_for_good_is_not_put_there_again(desk: Desk) -> None:
    stored = put(desk.database)
    with desk.database.transaction() as transaction:
        transaction.drafts.note_copy(stored, None, COPY_GONE)

    assert [desk.keep() for _ in range(3)] == [Kept()] * 3
    assert desk.uids() == []


def test_a_draft_put_off_is_put_there_when_its_day_comes(desk: Desk) -> None:
    stored = put(desk.database)
    with desk.database.transaction() as transaction:
        transaction.drafts.put_off(stored.id, NOW + timedelta(days=1))

    assert desk.keep().appended == 0
    desk.now += timedelta(days=1)
    assert desk.keep().appended == 1


def test_copies_noted_by_an_older_heardback_are_known_again(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    with desk.database.transaction() as transaction:
        transaction.drafts.note_copy(stored, None, "0" * 64)
    assert desk.keep() == Kept()

    with desk.database.transaction() as transaction:
        transaction.drafts.note_copy(stored, None, "0" * 64)
    desk.save_edited(stored, body=MINE)
    assert desk.keep().taken_over == 1
    assert len(desk.uids()) == 1
