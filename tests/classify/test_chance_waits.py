"""Which waits an application has seen, by the clocks of the rules."""

import pytest

from classify.chanceprior import Step
from classify.chancewaits import Wait, WaitEnd, running_wait, silent_days, waits_of
from classify.timeline import history_of
from store.records import Event
from store.vocabulary import EventKind
from tests.classify.histories import at, event

PAUSE = ((12, 20), (1, 3))
APPLIED = event(EventKind.APPLIED, "2026-03-02")
RECEIPT = event(EventKind.RECEIPT, "2026-03-03", human=False)


def waits(*events: Event, now: str = "2026-05-01") -> list[tuple[Step, float, WaitEnd]]:
    return [(each.step, round(each.days, 2), each.end) for each in waits_of(events, at(now), PAUSE)]


def test_a_receipt_cuts_the_first_wait_and_begins_another() -> None:
    assert waits(APPLIED, RECEIPT, now="2026-03-13") == [
        (Step.APPLIED, 1.0, WaitEnd.CUT),
        (Step.RECEIPT, 10.0, WaitEnd.OPEN),
    ]


def test_any_word_of_theirs_answers_a_wait() -> None:
    rejected = event(EventKind.REJECTED, "2026-03-13")

    assert waits(APPLIED, RECEIPT, rejected)[1:] == [(Step.RECEIPT, 10.0, WaitEnd.ANSWERED)]


def test_a_notice_and_a_chase_of_ours_do_not() -> None:
    chased, notice = event(EventKind.CHASED, "2026-03-13"), event(EventKind.NOTICE, "2026-03-14")

    assert waits(APPLIED, chased, notice, now="2026-03-22") == [(Step.APPLIED, 20.0, WaitEnd.OPEN)]


def test_our_turn_is_no_wait_and_arranging_a_talk_is_one_of_its_own() -> None:
    asked = event(EventKind.INVITED, "2026-03-12", stage="screening", human=True)
    replied = event(EventKind.REPLIED, "2026-03-13")
    booked = event(EventKind.BOOKED, "2026-03-15", start="2026-03-20 10:00", stage="screening")

    assert waits(APPLIED, asked, now="2026-03-30") == [(Step.APPLIED, 10.0, WaitEnd.ANSWERED)]
    assert waits(APPLIED, asked, replied, booked, now="2026-03-30")[1:] == [
        (Step.ARRANGING, 2.0, WaitEnd.ANSWERED),
        (Step.SCREENING, 10.0, WaitEnd.OPEN),
    ]


def test_while_a_talk_is_booked_nobody_waits() -> None:
    booked = event(EventKind.BOOKED, "2026-03-05", start="2026-03-20 10:00", stage="final")
    history = history_of((APPLIED, booked), at("2026-03-10"))

    assert running_wait(history, at("2026-03-10")) is None


def test_withdrawing_cuts_a_wait() -> None:
    withdrew = event(EventKind.WITHDREW, "2026-03-12")

    assert waits(APPLIED, withdrew) == [(Step.APPLIED, 10.0, WaitEnd.CUT)]


def test_an_assessment_handed_in_begins_a_wait() -> None:
    sent, done = event(EventKind.ASSESSMENT, "2026-03-05"), event(EventKind.SUBMITTED, "2026-03-08")

    assert waits(APPLIED, sent, done, now="2026-03-18")[1:] == [(Step.ASSESSMENT, 10.0, WaitEnd.OPEN)]


def test_days_before_the_closing_date_are_not_silence() -> None:
    receipt = event(EventKind.RECEIPT, "2026-03-03", closing_date="2026-03-20")
    running = running_wait(history_of((APPLIED, receipt), at("2026-03-10")), at("2026-03-10"), PAUSE)

    assert running == Wait(Step.RECEIPT, 0.0, WaitEnd.OPEN)


def test_the_running_wait_is_the_last_of_all() -> None:
    now = at("2026-04-01")

    assert waits_of((APPLIED, RECEIPT), now, PAUSE)[-1] == running_wait(history_of((APPLIED, RECEIPT), now), now, PAUSE)


@pytest.mark.parametrize(
    ("start", "until", "days"),
    [
        ("2025-12-15", "2026-01-10", 11),
        ("2025-12-24", "2025-12-30", 0),
        ("2025-12-01", "2027-01-31", 426 - 30),
        ("2026-02-01", "2026-02-11", 10),
        ("2026-02-11", "2026-02-01", 0),
    ],
)
def test_the_year_end_pause_is_not_silence(start: str, until: str, days: float) -> None:
    assert silent_days(at(start), at(until), PAUSE) == pytest.approx(days, abs=0.01)


def test_without_a_pause_every_day_counts() -> None:
    assert silent_days(at("2025-12-15"), at("2026-01-10"), None) == pytest.approx(26)
