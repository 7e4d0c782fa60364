"""A day they promised holds follow-ups back until it has passed, whatever is written before it (rule P)."""

from datetime import date

from store.vocabulary import EventKind, NextAction, Status
from tests.classify.histories import event, state

APPLIED = event(EventKind.APPLIED, "2026-03-02")
PROMISE = event(EventKind.ANSWER, "2026-03-05", human=True, promise="2026-03-27", promise_sentence="By the 27th.")


def test_a_word_without_a_day_does_not_undo_it() -> None:
    word = event(EventKind.ANSWER, "2026-03-09", human=True)

    waiting = state(APPLIED, PROMISE, word, now="2026-03-30")
    assert (waiting.status, waiting.deadline) == (Status.WAITING_ON_THEM, date(2026, 3, 31))
    assert "By the 27th." in waiting.deadline_rests_on
    assert state(APPLIED, PROMISE, word, now="2026-03-31").next_action is NextAction.FOLLOW_UP


def test_our_answer_to_what_they_asked_does_not_undo_it() -> None:
    asked = event(EventKind.REQUEST, "2026-03-05", human=True, promise="2026-03-27", promise_sentence="By the 27th.")
    replied = event(EventKind.REPLIED, "2026-03-06")

    assert state(APPLIED, asked, replied, now="2026-03-20").deadline == date(2026, 3, 31)


def test_a_newer_day_takes_its_place() -> None:
    sooner = event(EventKind.ANSWER, "2026-03-09", human=True, promise="2026-03-13", promise_sentence="By Friday.")

    assert state(APPLIED, PROMISE, sooner, now="2026-03-10").deadline == date(2026, 3, 17)


def test_an_old_promise_only_ever_holds_back() -> None:
    word = event(EventKind.ANSWER, "2026-03-26", human=True)

    # Ten business days after the word of 26 March, past Good Friday and Easter Monday: 13 April, not 31 March.
    assert state(APPLIED, PROMISE, word, now="2026-03-27").deadline == date(2026, 4, 13)


def test_the_step_they_promised_keeps_the_promise() -> None:
    booked = event(EventKind.BOOKED, "2026-03-09", start="2026-03-11 10:00")

    # Five business days after the interview of the 11th.
    assert state(APPLIED, PROMISE, booked, now="2026-03-16").deadline == date(2026, 3, 18)


def test_a_day_promised_with_the_invitation_holds_after_the_interview() -> None:
    promise = {"promise": "2026-03-27", "promise_sentence": "We decide by the 27th."}
    booked = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00", **promise)
    about_itself = event(EventKind.BOOKED, "2026-03-04", start="2026-03-10 10:00", promise="2026-03-10")

    assert state(APPLIED, booked, now="2026-03-16").deadline == date(2026, 3, 31)
    assert state(APPLIED, about_itself, now="2026-03-16").deadline == date(2026, 3, 17)


def test_a_second_receipt_restarts_nothing_but_its_day_holds() -> None:
    receipt = event(EventKind.RECEIPT, "2026-03-03", human=False, tag="acknowledgement")
    again = event(EventKind.NOTICE, "2026-03-05", human=False, tag="acknowledgement", promise="2026-04-02")
    away = event(EventKind.NOTICE, "2026-03-05", human=False, tag="other", promise="2026-04-02")

    assert state(APPLIED, receipt, again, now="2026-03-18").status is Status.WAITING_ON_THEM
    assert state(APPLIED, receipt, away, now="2026-03-18").status is Status.SILENT
