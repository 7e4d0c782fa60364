"""The waits an application has seen: when each began, at which step, and how it ended."""

from datetime import UTC, datetime, time

from classify.chanceprior import STEP_OF_RULE, Step
from classify.limits import ClockRule
from classify.state import History
from classify.timeline import histories_of
from classify.waits import Pause, Wait, WaitEnd, silent_days
from store.records import Event
from store.vocabulary import EventKind, Stage

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


def waits_of(events: tuple[Event, ...], now: datetime, pause: Pause = None) -> tuple[Wait, ...]:
    """The waits of one application, by the same clocks that ``silence`` reads (rules A1 to A6 and R)."""
    return followed(events, now, pause)[1]


def followed(events: tuple[Event, ...], now: datetime, pause: Pause = None) -> tuple[History, tuple[Wait, ...]]:
    """Where one application stands at ``now`` and the waits it has seen, in one pass over its events."""
    found: list[Wait] = []
    running: tuple[Step, datetime] | None = None
    last: Event | None = None
    for event, before in histories_of(events, now):
        here = waiting_since(before)
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
    since = waiting_since(history)
    return None if since is None else Wait(since[0], silent_days(since[1], now, pause), WaitEnd.OPEN)


def waiting_since(history: History) -> tuple[Step, datetime] | None:
    """At which step and since when an answer is waited for; None while nothing is owed by them."""
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
