"""The waits an application has seen: when each began, at which step, and how it ended."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from classify.chanceprior import STEP_OF_RULE, Step
from classify.limits import ClockRule
from classify.state import History
from classify.timeline import histories_of
from store.records import Event
from store.vocabulary import EventKind, Stage

Pause = tuple[tuple[int, int], tuple[int, int]] | None
"""The first and last day of the year-end pause as (month, day)."""

_ANSWERS = frozenset(
    {
        EventKind.INVITED,
        EventKind.BOOKED,
        EventKind.CANCELLED,
        EventKind.ASSESSMENT,
        EventKind.REQUEST,
        EventKind.ANSWER,
        EventKind.REJECTED,
        EventKind.OFFERED,
    }
)
_TALKS = frozenset({EventKind.INVITED, EventKind.BOOKED, EventKind.CANCELLED})
_DAY = 86400.0


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


def waits_of(events: tuple[Event, ...], now: datetime, pause: Pause = None) -> tuple[Wait, ...]:
    """The waits of one application, by the same clocks that ``silence`` reads (rules A1 to A6 and R)."""
    return followed(events, now, pause)[1]


def followed(events: tuple[Event, ...], now: datetime, pause: Pause = None) -> tuple[History, tuple[Wait, ...]]:
    """Where one application stands at ``now`` and the waits it has seen, in one pass over its events."""
    found: list[Wait] = []
    running: tuple[Step, datetime] | None = None
    last: Event | None = None
    for event, before in histories_of(events, now):
        here = _running(before)
        if running is not None and here != running and last is not None:
            # What came last stopped this clock or started it anew.
            end = WaitEnd.ANSWERED if last.kind in _ANSWERS else WaitEnd.CUT
            found.append(Wait(running[0], silent_days(running[1], last.at, pause), end))
        running, last = here, event
    if running is not None:
        found.append(Wait(running[0], silent_days(running[1], now, pause), WaitEnd.OPEN))
    return before, tuple(found)


def running_wait(history: History, now: datetime, pause: Pause = None) -> Wait | None:
    """The wait that is open at ``now``; None while nothing is owed by them or a next step is booked."""
    since = _running(history)
    return None if since is None else Wait(since[0], silent_days(since[1], now, pause), WaitEnd.OPEN)


def _running(history: History) -> tuple[Step, datetime] | None:
    idle = history.my_turn is not None or history.next_interview is not None
    if history.clock is None or idle or history.stage in (Stage.CLOSED, Stage.OFFER):
        return None
    start = history.clock.at
    if history.clock_rule == ClockRule.RECEIPT and history.closing_date is not None:
        # Nobody answers before the closing date (rule A2).
        start = max(start, datetime.combine(history.closing_date, time(), UTC))
    return step_of(history, history.clock), start


def step_of(history: History, clock: Event) -> Step:
    """The step of a clock; where a talk is only being arranged, its date is what is waited for."""
    if clock.kind in (EventKind.INVITED, EventKind.CANCELLED):
        return Step.ARRANGING
    moved = history.moved_by
    if clock.kind is EventKind.REPLIED and moved is not None and moved.kind in _TALKS:
        held = history.last_interview is not None and history.last_interview >= moved.at
        if not held:
            return Step.ARRANGING
    return STEP_OF_RULE[ClockRule(history.clock_rule)]


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
