"""The person's word on a stage outranks what mails said, and what comes after it counts again."""

from store.vocabulary import EventKind, NextAction, Stage, Status, Tag
from tests.classify.histories import event, state

APPLIED = event(EventKind.APPLIED, "2026-03-02")
REJECTED = event(EventKind.REJECTED, "2026-03-10", human=True, reason="not_stated")
BACK = event(EventKind.MOVED, "2026-03-12", stage="screening")


def test_a_rejection_taken_back_by_hand_is_none_any_more() -> None:
    open_again = state(APPLIED, REJECTED, BACK, now="2026-03-13")

    assert (open_again.stage, open_again.status, open_again.rejection_reason) == (
        Stage.SCREENING,
        Status.WAITING_ON_THEM,
        None,
    )
    assert open_again.tag is not Tag.REJECTION


def test_own_mail_after_it_answers_no_rejection() -> None:
    asked = event(EventKind.REQUEST, "2026-03-16", human=True)
    replied = event(EventKind.REPLIED, "2026-03-17")

    assert state(APPLIED, REJECTED, BACK, asked, now="2026-03-16").next_action is NextAction.REPLY_TO_REQUEST
    assert state(APPLIED, REJECTED, BACK, asked, replied, now="2026-03-18").status is Status.WAITING_ON_THEM


def test_closed_by_hand_and_reopened_a_rejection_is_a_rejection() -> None:
    closed = event(EventKind.CLOSED, "2026-03-10")
    late = event(EventKind.REJECTED, "2026-03-20", human=True, reason="role_filled")

    assert state(APPLIED, closed, BACK, late, now="2026-03-21").status is Status.REJECTED


def test_a_new_stage_has_follow_ups_of_its_own() -> None:
    chases = (event(EventKind.CHASED, "2026-03-12 09:00"), event(EventKind.CHASED, "2026-03-20"))
    moved = event(EventKind.MOVED, "2026-03-23", stage="interviewing")

    assert state(APPLIED, *chases, moved, now="2026-03-30").next_action is NextAction.FOLLOW_UP


def test_who_withdrew_stays_withdrawn_whatever_a_machine_sends() -> None:
    gone = event(EventKind.WITHDREW, "2026-03-05")

    late = state(APPLIED, gone, REJECTED, now="2026-03-11")
    assert (late.status, late.rejection_reason, late.next_action) == (Status.WITHDRAWN, None, NextAction.NONE)
