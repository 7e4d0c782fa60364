"""How many waits were answered by which day: Kaplan and Meier's estimate, beside what was expected.

A wait that still runs, or that ended with something that is no answer, tells that there was none up to then, and no
more (it is censored). Ranges are pointwise (Greenwood's variance on the log-log scale), and hold nine times in ten.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt

from classify.chanceprior import ChancePrior, Expectation, Step
from classify.waits import HORIZON, Wait, WaitEnd
from heardback.web.shares import FEW, Share

_Z = 1.6449
DAYS_SHOWN = 84
"""Twelve weeks: what comes later is rare."""
TELLING_DAYS = 7
MARKS = (7, 14, 28, 56, 84)
"""The days named in the tables."""


@dataclass(frozen=True, slots=True)
class Point:
    """By the end of a whole day: the share answered, its range, and how many had waited until that day."""

    day: int
    share: float
    low: float
    high: float
    waiting: int


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """One step of the way.

    ``points`` go from day 0 to the last that anything is known of, a day each; ``expected`` is what was expected before
    any own history, by day. ``telling`` waits are those that were answered, or lasted a week at least: a wait that a
    receipt cut short after an hour says next to nothing.
    """

    step: Step
    waits: int
    answered: int
    telling: int
    points: tuple[Point, ...]
    expected: tuple[float, ...]

    @property
    def says_something(self) -> bool:
        """Whether there are enough waits to speak of."""
        return self.telling >= FEW

    @property
    def firm(self) -> tuple[Point, ...]:
        """The part of the curve that rests on more than a few waits."""
        return tuple(each for each in self.points if each.waiting >= FEW)

    @property
    def half(self) -> int | None:
        """The first day by which half were answered."""
        return next((each.day for each in self.points if each.share >= 0.5), None)

    def at(self, day: int) -> Point | None:
        """What is known by the end of that day."""
        return self.points[day] if day < len(self.points) else None


def answer_times(waits: Iterable[Wait], prior: ChancePrior) -> tuple[AnswerTimes, ...]:
    """Each step at which anything was waited for, in the order of the way."""
    by_step: dict[Step, list[Wait]] = {step: [] for step in Step}
    for wait in waits:
        by_step[wait.step].append(wait)
    return tuple(_of_step(step, each, prior.steps[step]) for step, each in by_step.items() if each)


def expected_share(expected: Expectation, day: float) -> float:
    """The share answered by a day that the figures of ``[chance]`` lead one to expect: half of it in so many weeks."""
    return float(expected.answered * (1 - 0.5 ** (day / (7 * expected.half_weeks))))


def _of_step(step: Step, waits: list[Wait], expected: Expectation) -> AnswerTimes:
    # What comes after half a year is a new beginning and no answer (waits.HORIZON).
    answered = sorted(each.days for each in waits if each.end is WaitEnd.ANSWERED and each.days < HORIZON)
    return AnswerTimes(
        step=step,
        waits=len(waits),
        answered=len(answered),
        telling=sum(_tells(each) for each in waits),
        points=_points(answered, sorted(each.days for each in waits)),
        expected=tuple(expected_share(expected, day) for day in range(DAYS_SHOWN + 1)),
    )


def _tells(wait: Wait) -> bool:
    return (wait.end is WaitEnd.ANSWERED and wait.days < HORIZON) or wait.days >= TELLING_DAYS


def _points(answered: list[float], lasted: list[float]) -> tuple[Point, ...]:
    """Day by day, up to the last on which anybody still waited."""
    silent, variance = 1.0, 0.0
    events = sorted(Counter(answered).items())
    place = 0
    found: list[Point] = []
    for day in range(DAYS_SHOWN + 1):
        waiting = len(lasted) - bisect_left(lasted, day)
        while place < len(events) and events[place][0] <= day:
            at, count = events[place]
            at_risk = len(lasted) - bisect_left(lasted, at)
            silent *= 1 - count / at_risk
            if at_risk > count:
                variance += count / (at_risk * (at_risk - count))
            place += 1
        low, high = _range(silent, variance, len(lasted), waiting)
        found.append(Point(day, 1 - silent, low, high, waiting))
        if not lasted or lasted[-1] <= day:
            break
    return tuple(found)


def _range(silent: float, variance: float, began: int, waiting: int) -> tuple[float, float]:
    """The range of the share answered, from that of the share still silent.

    Where none or all are answered the variance says nothing; the range is that of none or all of so many then.
    """
    if silent >= 1:
        return 0.0, Share(0, waiting).range[1]
    if silent <= 0 or not variance:
        return Share(began, began).range[0], 1.0
    spread = _Z * sqrt(variance) / abs(log(silent))
    return 1 - silent ** exp(-spread), 1 - silent ** exp(spread)
