"""The last look before an approved draft goes out, on a real server: only what was approved, and only once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from respond.draftmail import mail_of
from respond.draftsfolder import UNAPPROVED_WORDS
from respond.lastlook import GONE_FOR_NOW, GONE_WORDS, LOOK_AGAIN, WROTE_YOURSELF
from store.noted import Draft
from store.vocabulary import DraftState
from tests.respond.desk import Desk
from tests.respond.drafts import NOW, put


def approved(desk: Desk) -> Draft:
    """A draft that lies in Drafts and is approved."""
    stored = put(desk.database)
    desk.keep()
    desk.approve(stored.id)
    return desk.draft(stored.id)


def test_what_lies_there_untouched_may_go(desk: Desk) -> None:
    assert desk.may_go(approved(desk).id)


def test_what_was_only_wrapped_anew_may_go(desk: Desk) -> None:
    draft = approved(desk)
    desk.save_edited(draft, body="Dear Kim,\n\nThank you\nfor the talk.\n\nSam\n")

    assert desk.may_go(draft.id)


def test_what_was_edited_there_is_taken_over_and_waits(desk: Desk) -> None:
    draft = approved(desk)
    desk.save_edited(draft, body="Dear Kim,\n\nMy own words.\n\nSam\n")

    assert not desk.may_go(draft.id)
    after = desk.draft(draft.id)
    assert (after.state, after.failure) == (DraftState.EDITED, UNAPPROVED_WORDS)
    assert "My own words." in after.body
    desk.approve(draft.id)
    assert desk.may_go(draft.id)


def test_what_was_edited_there_before_it_was_approved_here_waits_as_well(desk: Desk) -> None:
    stored = put(desk.database)
    desk.keep()
    desk.save_edited(stored, body="Dear Kim,\n\nMy own words.\n\nSam\n", message_id="<new@program.example>")
    desk.approve(stored.id)

    assert not desk.may_go(stored.id)
    assert "My own words." in desk.draft(stored.id).body


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"message_id": "<new@program.example>"},
        {"message_id": "<new@program.example>", "in_reply_to": "", "references": (), "subject": "Thank you"},
        {"message_id": "<new@program.example>", "body": "Dear Kim,\n\nThank you for the talk.\n\nAll the best,\nSam\n"},
    ],
    ids=["as it is", "under a new Message-ID", "out of its thread", "edited a little"],
)
def test_what_the_person_has_sent_is_not_sent_again(desk: Desk, changes: dict[str, object]) -> None:
    draft = approved(desk)
    desk.box.expunge("Drafts", desk.uids())
    sent = mail_of(replace(draft, **changes), now=NOW + timedelta(minutes=1))  # type: ignore[arg-type]
    desk.box.put("Sent", [(sent, NOW + timedelta(minutes=1))])
    desk.now += timedelta(minutes=2)

    assert not desk.may_go(draft.id)
    assert desk.draft(draft.id).state is DraftState.SENT
    with desk.database.reading() as transaction:
        assert transaction.drafts.without_sent_copy() == ()


def test_after_an_answer_of_their_own_the_approved_one_waits(desk: Desk) -> None:
    draft = approved(desk)
    own = replace(draft, message_id="<own@program.example>", body="Kim, quick question about parking. Sam\n")
    desk.box.put("Sent", [(mail_of(own, now=NOW + timedelta(minutes=1)), NOW + timedelta(minutes=1))])
    desk.now += timedelta(minutes=2)

    assert not desk.may_go(draft.id)
    assert (desk.draft(draft.id).state, desk.draft(draft.id).failure) == (DraftState.EDITED, WROTE_YOURSELF)


def test_an_earlier_mail_to_the_same_person_changes_nothing(desk: Desk) -> None:
    earlier = replace(put(desk.database), message_id="<early@program.example>", body="Kim, where do I park? Sam\n")
    desk.keep()
    desk.box.put("Sent", [(mail_of(earlier, now=NOW - timedelta(hours=1)), NOW - timedelta(hours=1))])
    desk.approve(1)

    assert desk.may_go(1)


def test_the_sent_copy_of_another_draft_changes_nothing(desk: Desk) -> None:
    draft = approved(desk)
    other = put(desk.database, replace(draft, body="Dear Kim,\n\nThank you for the talk.\n\nSam\n"), number=2)
    desk.end(other.id, DraftState.SENT)
    desk.box.put("Sent", [(mail_of(other, now=NOW), NOW)])

    assert desk.may_go(draft.id)


def test_what_is_gone_from_drafts_is_waited_for_and_then_not_sent(desk: Desk) -> None:
    draft = approved(desk)
    desk.box.expunge("Drafts", desk.uids())

    assert not desk.may_go(draft.id)
    held = desk.draft(draft.id)
    assert (held.state, held.failure) == (DraftState.APPROVED, GONE_FOR_NOW)
    with desk.database.reading() as transaction:
        assert transaction.drafts.due(NOW) == ()
        assert len(transaction.drafts.due(NOW + LOOK_AGAIN)) == 1

    desk.now += LOOK_AGAIN
    desk.keep()
    assert not desk.may_go(draft.id)
    assert (desk.draft(draft.id).state, desk.draft(draft.id).failure) == (DraftState.EDITED, GONE_WORDS)
    assert desk.keep().appended == 0
    desk.approve(draft.id)
    assert desk.may_go(draft.id)


def test_a_draft_without_a_copy_may_go(desk: Desk) -> None:
    stored = put(desk.database)
    desk.approve(stored.id)

    assert desk.may_go(stored.id)
    desk.folders = replace(desk.folders, drafts="", sent="")
    assert desk.may_go(stored.id)
