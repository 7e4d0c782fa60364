"""What the events of an application amount to at a given moment, before any clock is read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from classify.bookings import book, end_of, stage_in, start_of
from classify.limits import ClockRule
from classify.state import ORDER, History
from classify.steps import STEPS, rule_of
from store.records import Event
from store.vocabulary import Stage

_NEW = History(
    stage=Stage.APPLIED, tag=None, moved_by=None, clock=None, clock_rule=ClockRule.NO_RECEIPT.value, my_turn=None
)


def history_of(events: tuple[Event, ...], now: datetime) -> History:
    """Folds the events up to ``now``, in order of time."""
    *_, (_, last) = histories_of(events, now)
    return last


def histories_of(events: tuple[Event, ...], now: datetime) -> Iterator[tuple[Event | None, History]]:
    """Each event up to ``now`` with where things stood just before it; last, with None, where they stand now."""
    past = in_order(each for each in events if each.at <= now)
    bookings: list[Event] = []
    history = _NEW
    for event in past:
        history = _held(history, bookings, event.at)
        yield event, _ahead(history, bookings, event.at)
        history = STEPS[event.kind](history, event)
        book(bookings, event)
    history = _held(history, bookings, now)
    yield None, _ahead(history, bookings, now)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in the order in which they happened."""
    return tuple(sorted(events, key=lambda each: (each.at, each.detail.get(ORDER, 0), each.id or 0)))


def talks_of(events: Iterable[Event], now: datetime) -> tuple[datetime, ...]:
    """When each interview ended that stood and has taken place by ``now``."""
    bookings: list[Event] = []
    for event in in_order(each for each in events if each.at <= now):
        book(bookings, event)
    return tuple(end for each in bookings if (end := end_of(each)) <= now)


def _ahead(history: History, bookings: list[Event], now: datetime) -> History:
    ahead = [start_of(each) for each in bookings if end_of(each) > now]
    return replace(history, next_interview=min(ahead)) if ahead else history


def _held(history: History, bookings: list[Event], now: datetime) -> History:
    """Lets planned interviews take place once their time has passed (rule A3, last sentence)."""
    for event in sorted(bookings, key=end_of):
        end = end_of(event)
        if end > now or (history.last_interview is not None and end <= history.last_interview):
            continue
        closed = history.stage in (Stage.CLOSED, Stage.OFFER)
        later = history.clock is None or history.clock.at < end
        history = replace(
            history,
            last_interview=end,
            last_full_interview=history.last_full_interview if _is_screening(event) else end,
            thanked=False,
            my_turn=None if history.my_turn is event or _asks_for(history, event) else history.my_turn,
        )
        if later and not closed:
            history = replace(history, clock=replace(event, at=end), clock_rule=rule_of(history.stage).value)
    return history


def _is_screening(booked: Event) -> bool:
    return stage_in(booked) is Stage.SCREENING


def _asks_for(history: History, booked: Event) -> bool:
    """Whether it was our turn only to confirm this very interview, which has taken place now."""
    turn = history.my_turn
    return turn is not None and turn.message_id is not None and turn.message_id == booked.message_id
