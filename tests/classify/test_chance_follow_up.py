"""Follow-ups from when an answer has become unlikely, in place of a number of business days."""

from dataclasses import replace
from datetime import date

from classify.chance import AnswerCurve
from classify.limits import Limits
from classify.silence import Waiting, waiting_of
from classify.timeline import history_of
from respond.standings import limits_by_chance
from store.records import Event
from store.vocabulary import EventKind
from tests.classify.histories import WORKDAYS, at, event

APPLIED = event(EventKind.APPLIED, "2026-03-02")
RECEIPT = event(EventKind.RECEIPT, "2026-03-03", human=False)


def clock(*events: Event, after: int | None, now: str = "2026-03-10") -> Waiting:
    limits = Limits()
    clocks = {rule: replace(row, unlikely_after=after) for rule, row in limits.clocks.items()}
    found = waiting_of(history_of(events, at(now)), WORKDAYS, replace(limits, clocks=clocks))
    assert found is not None
    return found


def test_the_day_on_which_it_becomes_unlikely_takes_the_place_of_the_default() -> None:
    # 30 calendar days after 3 March is Thursday, 2 April; the default would be 17 March.
    found = clock(APPLIED, RECEIPT, after=30)

    assert (found.first_due, found.due) == (date(2026, 4, 2), date(2026, 4, 2))
    assert found.rests_on == "the day on which an answer became unlikely after the receipt"


def test_it_waits_for_a_business_day() -> None:
    # 31 days: Good Friday; the next business day is the Tuesday after Easter.
    assert clock(APPLIED, RECEIPT, after=31).first_due == date(2026, 4, 7)


def test_it_is_never_before_the_shortest_advice_nor_after_the_ghost_limit() -> None:
    assert clock(APPLIED, RECEIPT, after=0).first_due == date(2026, 3, 10)
    late = clock(APPLIED, RECEIPT, after=182)
    assert late.first_due <= late.ghost
    assert late.first_due == date(2026, 4, 17)


def test_a_promise_outranks_it() -> None:
    promise = event(EventKind.ANSWER, "2026-03-05", human=True, promise="2026-03-27", promise_sentence="By the 27th.")

    assert clock(APPLIED, RECEIPT, promise, after=1).first_due == date(2026, 3, 31)


def test_a_closing_date_holds_it_back() -> None:
    receipt = event(EventKind.RECEIPT, "2026-03-03", human=False, closing_date="2026-03-20")

    assert clock(APPLIED, receipt, after=10).first_due == date(2026, 3, 30)


def test_the_second_counts_from_the_first_and_there_is_no_third() -> None:
    chased = event(EventKind.CHASED, "2026-04-02")
    again = event(EventKind.CHASED, "2026-04-20")

    assert clock(APPLIED, RECEIPT, chased, after=30, now="2026-04-03").due == date(2026, 4, 20)
    assert clock(APPLIED, RECEIPT, chased, again, after=30, now="2026-05-20").due is None


def test_the_limits_take_the_day_from_the_curve() -> None:
    limits, curve = Limits(), AnswerCurve(())

    assert limits_by_chance(limits, curve, 0.0) is limits
    soon, late = limits_by_chance(limits, curve, 0.3), limits_by_chance(limits, curve, 0.1)
    for rule in limits.clocks:
        sooner, later = soon.clocks[rule].unlikely_after, late.clocks[rule].unlikely_after
        assert sooner is not None
        assert later is not None
        assert 0 < sooner < later
