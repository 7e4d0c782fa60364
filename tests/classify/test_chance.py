"""The chance of an answer: what moves it, how sure it is, and the words it is told in."""

import re
import time
from itertools import pairwise

import pytest

from classify.chance import AnswerCurve
from classify.chancefit import HORIZON
from classify.chanceprior import EXPECTED, Step
from classify.chancewaits import Wait, WaitEnd


def waits(number: int, days: float, end: WaitEnd, step: Step = Step.RECEIPT) -> list[Wait]:
    return [Wait(step, days, end)] * number


def test_without_history_the_published_figures_speak() -> None:
    start = AnswerCurve(()).chance(Step.RECEIPT, 0)

    assert start.p == pytest.approx(EXPECTED.steps[Step.RECEIPT].answered, abs=0.05)
    assert start.words.startswith("going by published figures: about ")


@pytest.mark.parametrize("step", Step)
def test_the_chance_falls_while_nothing_comes_and_lies_within_its_range(step: Step) -> None:
    curve = AnswerCurve(waits(20, 10, WaitEnd.ANSWERED) + waits(20, 50, WaitEnd.OPEN))
    found = [curve.chance(step, day) for day in range(0, HORIZON, 7)]

    assert all(earlier.p >= later.p for earlier, later in pairwise(found))
    assert found[0].p > found[-1].p + 0.2
    assert all(0 <= each.low <= each.p <= each.high <= 1 for each in found)


def test_own_answers_raise_it_and_own_silence_lowers_it() -> None:
    bare = AnswerCurve(()).chance(Step.RECEIPT, 7).p

    assert AnswerCurve(waits(20, 12, WaitEnd.ANSWERED)).chance(Step.RECEIPT, 7).p > bare + 0.2
    assert AnswerCurve(waits(20, 90, WaitEnd.OPEN)).chance(Step.RECEIPT, 7).p < bare - 0.1


def test_waits_that_have_only_begun_say_hardly_anything() -> None:
    bare = AnswerCurve(()).chance(Step.RECEIPT, 7).p

    assert AnswerCurve(waits(40, 1, WaitEnd.OPEN)).chance(Step.RECEIPT, 7).p == pytest.approx(bare, abs=0.04)


def test_the_range_narrows_as_history_grows() -> None:
    def width(number: int) -> float:
        own = waits(number, 9, WaitEnd.ANSWERED) + waits(number, 100, WaitEnd.OPEN)
        found = AnswerCurve(own).chance(Step.RECEIPT, 7)
        return found.high - found.low

    assert width(0) > width(5) > width(30) > width(150)
    assert width(150) < 0.15


def test_slow_answers_after_applying_make_interviews_slow_as_well() -> None:
    slow = AnswerCurve([Wait(Step.RECEIPT, 40 + day, WaitEnd.ANSWERED) for day in range(20)])

    assert slow.chance(Step.INTERVIEW, 30).p > AnswerCurve(()).chance(Step.INTERVIEW, 30).p + 0.1


def test_a_step_goes_its_own_way_once_it_has_a_history() -> None:
    calls = [Wait(Step.SCREENING, 1 + day / 4, WaitEnd.ANSWERED) for day in range(40)]
    curve = AnswerCurve(calls + waits(6, 9, WaitEnd.ANSWERED) + waits(54, 150, WaitEnd.OPEN))

    assert curve.chance(Step.SCREENING, 0).p > 0.85
    assert curve.chance(Step.RECEIPT, 0).p < 0.15


def test_the_words_count_what_is_known_and_name_who_still_waits() -> None:
    own = (
        waits(3, 40, WaitEnd.ANSWERED)
        + waits(19, HORIZON + 10, WaitEnd.OPEN)
        + waits(12, 45, WaitEnd.OPEN)
        # Not this long: answered before, waiting for less, the very wait that is asked about, and one cut short.
        + waits(9, 5, WaitEnd.ANSWERED)
        + waits(4, 10, WaitEnd.OPEN)
        + waits(1, 30.4, WaitEnd.OPEN)
        + waits(2, 35, WaitEnd.CUT)
    )
    told = AnswerCurve(own).chance(Step.RECEIPT, 30.4)

    assert told.words.startswith(
        "of 34 applications silent this long at this step, 3 were still answered and 12 are still waiting: about "
    )
    assert re.search(r": about \d+ %, between \d+ and \d+ %$", told.words)


def test_the_words_are_plain_where_nobody_waits_any_more() -> None:
    own = waits(1, 40, WaitEnd.ANSWERED) + waits(9, HORIZON + 1, WaitEnd.OPEN)

    words = AnswerCurve(own).chance(Step.RECEIPT, 30).words
    assert words.startswith("of 10 applications silent this long at this step, 1 was still answered: about ")


def test_a_short_history_is_called_short() -> None:
    words = AnswerCurve(waits(3, 9, WaitEnd.ANSWERED)).chance(Step.RECEIPT, 2).words

    assert words.startswith("going by published figures and your own history, which is still short here: about ")


def test_a_tiny_chance_is_not_told_as_none() -> None:
    words = AnswerCurve(waits(200, 160, WaitEnd.OPEN)).chance(Step.RECEIPT, 150).words

    assert words.endswith("0 were still answered and 200 are still waiting: less than 1 %, at most 1 %")


def test_after_half_a_year_an_answer_is_a_new_beginning() -> None:
    late = AnswerCurve(()).chance(Step.RECEIPT, HORIZON + 30)

    assert (late.p, late.low, late.high) == (0.0, 0.0, 0.0)
    assert "a new beginning" in late.words


def test_the_day_on_which_it_falls_below_a_share_is_found() -> None:
    curve = AnswerCurve(())
    day = curve.falls_below(Step.RECEIPT, 0.2)

    assert curve.chance(Step.RECEIPT, day).p <= 0.2 <= curve.chance(Step.RECEIPT, day - 1).p
    assert curve.falls_below(Step.RECEIPT, 0.99) == 0
    assert curve.falls_below(Step.RECEIPT, 0.0) == HORIZON


def test_five_thousand_applications_cost_next_to_nothing() -> None:
    own = [Wait(tuple(Step)[at % 7], at % 150 + at % 10 / 10, tuple(WaitEnd)[at % 3]) for at in range(5000)]
    start = time.perf_counter()
    curve = AnswerCurve(own)
    for wait in own:
        curve.chance(wait.step, wait.days)

    assert time.perf_counter() - start < 2
