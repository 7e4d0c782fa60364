"""A search that is paused chases nobody and comes back whole."""

from datetime import UTC, date, datetime

import pytest

from heardback import searching
from heardback.weekly import rendered
from heardback.wiring import House
from store.clock import SetClock
from store.errors import UserError
from store.vocabulary import DraftKind, DraftState, NextAction, Tag
from tests.classify.mails import received
from tests.heardback.caldermail import ROSE, deliver, rows
from tests.heardback.searches import drafts, pause, today, undo_newest

PAUSE_ENDS = date(2026, 3, 20)
ASKED = received(
    30, "2026-03-01", Tag.INVITATION, "Oak School", "Caretaker", sender=ROSE, automatic=False, wants="times"
)


def test_at_first_a_follow_up_is_due(busy: House) -> None:
    (draft,) = drafts(busy)

    assert (draft.kind, draft.to.address, draft.state) == (
        DraftKind.FOLLOW_UP_APPLICATION,
        ROSE,
        DraftState.PROPOSED,
    )


def test_a_pause_withdraws_what_would_chase_and_says_why(busy: House) -> None:
    pause(busy, PAUSE_ENDS)

    (draft,) = drafts(busy)
    assert draft.state is DraftState.WITHDRAWN
    assert "paused until 20 March 2026" in draft.failure
    school = rows(busy)[2]
    assert (school["status"], school["next_action"], school["deadline"]) == ("silent", "none", PAUSE_ENDS)
    assert "your search is paused until 20 March 2026" in school["why"]
    assert not busy.outbox_fits(draft)


def test_what_others_ask_is_still_shown_and_drafted_while_paused(busy: House) -> None:
    pause(busy, None)
    deliver(busy, ASKED)
    busy.rounds.draft()

    assert rows(busy)[2]["next_action"] == NextAction.REPLY_TO_INVITATION
    assert [(each.kind, each.state) for each in drafts(busy)][1:] == [(DraftKind.INVITATION_REPLY, DraftState.PROPOSED)]


def test_the_same_draft_waits_again_when_the_pause_is_over(busy: House, clock: SetClock) -> None:
    (before,) = drafts(busy)
    pause(busy, PAUSE_ENDS)
    clock.at = datetime(2026, 3, 20, 9, tzinfo=UTC)
    busy.rounds.draft()

    (after,) = drafts(busy)
    assert (after.id, after.state, after.body, after.failure) == (before.id, DraftState.PROPOSED, before.body, "")


def test_resuming_and_undoing_a_pause_bring_the_draft_back(busy: House) -> None:
    pause(busy, None)
    with busy.database.transaction() as transaction:
        searching.resume(transaction, now=busy.clock.now(), today=today(busy))
    busy.rounds.draft()
    assert [each.state for each in drafts(busy)] == [DraftState.PROPOSED]

    pause(busy, None)
    undo_newest(busy)
    busy.rounds.draft()
    assert [each.state for each in drafts(busy)] == [DraftState.PROPOSED]


def test_what_the_person_discarded_stays_discarded_through_apause(busy: House) -> None:
    busy.outbox.discard(drafts(busy)[0].id)
    pause(busy, None)
    undo_newest(busy)
    busy.rounds.draft()

    assert [each.state for each in drafts(busy)] == [DraftState.DISCARDED]


def test_before_the_pause_began_nothing_of_it_is_seen(busy: House, clock: SetClock) -> None:
    shown = rows(busy)
    began = clock.now()
    clock.at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    pause(busy, None)
    clock.at = began

    assert rows(busy) == shown


def test_a_pause_that_would_be_over_is_refused(busy: House) -> None:
    with pytest.raises(UserError, match="name a later day"):
        pause(busy, today(busy))


def test_the_digest_of_a_paused_week_asks_for_nothing(busy: House) -> None:
    pause(busy, PAUSE_ENDS)

    text, _ = rendered(busy)
    assert "Your search is paused, and nothing is waiting for you here." in text
    assert "It resumes on Friday 20 March." in " ".join(text.split())
    assert "Gone quiet" not in text
    assert "Follow up" not in text
