"""Waits for an answer, as they are told and as the chance model counts them, free of what a listing can do without.

A listing reads what was kept of earlier looks and asks for the chance of an answer: for that it imports this and
``chance``, and neither numpy nor the rules by which waits were found (``docs/decisions/0016``).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise
from math import fsum

from classify.chanceprior import ChancePrior, Step

Pause = tuple[tuple[int, int], tuple[int, int]] | None
"""The first and last day of the year-end pause as (month, day)."""
HORIZON = 182
"""Days after which an answer counts as a new contact: half a year."""
EDGES = (0, 2, 4, 7, 10, 14, 21, 28, 35, 42, 56, 70, 91, 119, 147, HORIZON)
"""Where the bands of days begin and end in which answers and days waited are counted."""
REVISION = 2
"""Counts up whenever ``chancefit`` would make other figures of the same tallies."""
_DAY = 86400.0
_BANDS = len(EDGES) - 1


class WaitEnd(StrEnum):
    """How a wait ended: by their word, not yet, or by something that says nothing of answers (a receipt, our move)."""

    ANSWERED = "answered"
    OPEN = "open"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait of the past or present: at which step, how many days of silence, and how it ended."""

    step: Step
    days: float
    end: WaitEnd


@dataclass(frozen=True, slots=True)
class Tally:
    """Own answers and days waited at one step, band by band."""

    answers: tuple[int, ...] = (0,) * _BANDS
    days: tuple[float, ...] = (0.0,) * _BANDS


def tallies(waits: Iterable[Wait]) -> dict[Step, Tally]:
    """The waits counted by step; the same to the last bit whatever order they come in."""
    by_step: dict[Step, list[Wait]] = defaultdict(list)
    for wait in waits:
        by_step[wait.step].append(wait)
    return {step: _tally(by_step[step]) for step in Step}


def _tally(waits: list[Wait]) -> Tally:
    answers, ended = [0] * _BANDS, [0] * (_BANDS + 1)
    parts: list[list[float]] = [[] for _ in range(_BANDS)]
    for wait in waits:
        band = min(bisect_right(EDGES, wait.days) - 1, _BANDS)
        ended[band] += 1
        if band < _BANDS:
            parts[band].append(wait.days - EDGES[band])
        if wait.end is WaitEnd.ANSWERED and wait.days <= HORIZON:
            answers[min(band, _BANDS - 1)] += 1
    through = len(waits)
    days = []
    for band, (first, end) in enumerate(pairwise(EDGES)):
        through -= ended[band]
        days.append(fsum((*parts[band], through * (end - first))))
    return Tally(tuple(answers), tuple(days))


def mark_of(counted: Iterable[dict[Step, Tally]], prior: ChancePrior) -> str:
    """A short mark that differs where the chances reckoned from these would."""
    expected = [(step.value, each.answered, each.half_weeks) for step, each in sorted(prior.steps.items())]
    seen = [(step.value, each.answers, each.days) for one in counted for step, each in one.items()]
    return sha256(repr((REVISION, expected, prior.weight, seen)).encode()).hexdigest()[:32]


def times_of_day(now: datetime) -> tuple[tuple[datetime, float], ...]:
    """Beginning, noon and end of the day of ``now``, in UTC, and the weights that draw a curve through them at ``now``.

    Waits that still run are counted to all three, and the chances of any hour lie on the parabola between: so those of
    a whole day need to be reckoned once. What a wait is told for itself goes by the moment.
    """
    begin = datetime.combine(now.astimezone(UTC).date(), time(), UTC)
    share = (now - begin).total_seconds() / _DAY
    return (
        (begin, (1 - share) * (1 - 2 * share)),
        (begin + timedelta(hours=12), 4 * share * (1 - share)),
        (begin + timedelta(days=1), share * (2 * share - 1)),
    )


def silent_days(start: datetime, until: datetime, pause: Pause) -> float:
    """Days from ``start`` to ``until`` without those of the year-end pause, in which clocks rest (rule F)."""
    if until <= start:
        return 0.0
    seconds = (until - start).total_seconds()
    if pause is not None:
        for year in range(start.year - 1, until.year + 1):
            first, end = _pause_of(year, pause)
            if first < until and end > start:
                seconds -= (min(end, until) - max(first, start)).total_seconds()
    return seconds / _DAY


def _pause_of(year: int, pause: tuple[tuple[int, int], tuple[int, int]]) -> tuple[datetime, datetime]:
    first, last = pause
    ends_in = year if first <= last else year + 1
    return _midnight(year, first), _midnight(ends_in, last) + timedelta(days=1)


def _midnight(year: int, month_and_day: tuple[int, int]) -> datetime:
    month, day = month_and_day
    try:
        found = date(year, month, day)
    except ValueError:
        # 29 February in a common year: the day after the 28th.
        found = date(year, month, 1) + timedelta(days=day - 1)
    return datetime.combine(found, time(), UTC)
