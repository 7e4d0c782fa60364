"""What the last looks at the applications saw, read from the store where it still holds.

Pages read the same thousands again and again, so what was read stays at hand; a digest reads them once a week, and
holds on to nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from classify.state import ApplicationState, History
from classify.waits import Wait
from respond.answers import Since
from respond.peoplekeys import PersonKeys
from store.codec import from_json
from store.database import Transaction
from store.records import Event


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of a look: the state without the chance of an answer, which others' answers change, the waits that
    have ended, and the people it shows."""

    state: ApplicationState
    waits: tuple[Wait, ...]
    people: tuple[PersonKeys, ...] = ()
    since: Since | None = None
    """The wait that runs, by when it began; for listings that read no history (``rows``)."""


Looks = dict[int, tuple[str, Seen]]
"""By application, whom to write to and what the last look saw."""


def seen_of(text: str) -> Seen:
    """A look as it was kept. Raises ``DamagedRecord``."""
    seen = from_json(text, Seen)
    once: dict[Event, Event] = {}
    # A state names its last event in several places, and thousands of them are held at a time.
    history = _with_events(seen.state.history, _HISTORY, lambda event: once.setdefault(event, event))
    trigger = seen.state.trigger
    return replace(
        seen,
        state=replace(seen.state, history=history, trigger=once.get(trigger, trigger) if trigger is not None else None),
    )


def _with_events(history: History, names: tuple[str, ...], one: Callable[[Event], Event]) -> History:
    told: dict[str, Any] = {}
    for name in names:
        value = getattr(history, name)
        if isinstance(value, Event):
            told[name] = one(value)
        elif value and isinstance(value, tuple):
            told[name] = tuple(map(one, value))
    return replace(history, **told) if told else history


_HISTORY = tuple(each.name for each in fields(History) if "Event" in str(each.type))


class _AtHand:
    """What was read the last time; what is over is let go."""

    def __init__(self) -> None:
        self._by_text: Mapping[str, Seen] = {}

    def read(self, transaction: Transaction, now: datetime) -> Looks:
        """The looks that hold at ``now``."""
        before, read = self._by_text, {}
        found: Looks = {}
        for number, reply_to, text in transaction.looks.holding(now):
            read[text] = seen = before.get(text) or seen_of(text)
            found[number] = reply_to, seen
        self._by_text = read  # at once, since several threads may read
        return found

    def let_go(self) -> None:
        """Forgets it; it is read anew when it is next asked for."""
        self._by_text = {}


_at_hand = _AtHand()


def looks_at_hand(transaction: Transaction, now: datetime) -> Looks:
    """The looks that hold at ``now``; those that were read before are not read again."""
    return _at_hand.read(transaction, now)


def looks_read_once(transaction: Transaction, now: datetime) -> Looks:
    """The same for who asks seldom."""
    return {number: (reply_to, seen_of(text)) for number, reply_to, text in transaction.looks.holding(now)}


def let_go() -> None:
    """Frees what was read last: it grows with the search, and pages are not looked at all the time."""
    _at_hand.let_go()
