"""When there is something to send, read from the store: so that nobody has to look every few seconds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from store.database import Transaction

LONGEST_WAIT = timedelta(hours=1)
"""No approved draft waits longer than this between two tries (``respond.outbox``)."""
_COPIES = 0
"""Stands for the copies that are still to be put into Sent, in place of a draft's number."""


@dataclass(frozen=True, slots=True)
class Departure:
    """What is to leave an account, and from when on."""

    draft: int
    at: datetime


def sendings(transaction: Transaction, sends: Collection[str], now: datetime) -> Mapping[str, tuple[Departure, ...]]:
    """By account, every approved draft and the copies still to be made; ``sends`` are accounts with a way out."""
    found: dict[str, list[Departure]] = defaultdict(list)
    for draft, at in transaction.drafts.outgoing():
        if draft.account in sends:
            found[draft.account].append(Departure(draft.id, at))
    for account in {draft.account for draft in transaction.drafts.without_sent_copy()}:
        found[account].append(Departure(_COPIES, now))
    return {account: tuple(departures) for account, departures in found.items()}


def pull_back(transaction: Transaction, undo: timedelta, now: datetime) -> int:
    """Brings times to send back within reach that a clock had written which was ahead; returns how many."""
    furthest = now + max(undo, LONGEST_WAIT)
    beyond = [draft for draft, at in transaction.drafts.outgoing() if at > furthest]
    return sum(transaction.drafts.hold(draft.id, until=now + undo, failure=draft.failure, at=now) for draft in beyond)


@dataclass(slots=True)
class Departures:
    """Which departures of one account are due, and when to look next. Times are seconds of the steady clock.

    A draft that was due and did not go, as on a day of rest, is looked at again after ``again`` seconds; one that
    became due meanwhile does not wait for that.
    """

    again: float
    _waiting: tuple[Departure, ...] = ()
    _seen: frozenset[int] = field(default_factory=frozenset)
    _looked: float = float("-inf")
    _held: float = float("-inf")

    def expect(self, departures: Iterable[Departure]) -> None:
        """What waits to leave, as the store has it now."""
        self._waiting = tuple(departures)

    def hold(self, until: float) -> None:
        """Lets nothing leave before that."""
        self._held = max(self._held, until)

    def looked(self, wall: datetime, steady: float) -> None:
        """What is due was just tried."""
        self._seen = frozenset(each.draft for each in self._waiting if each.at <= wall)
        self._looked = steady

    def next_at(self, wall: datetime, steady: float) -> float:
        """When to try, on the steady clock; infinity where nothing waits."""
        return max(self._held, min((self._time_of(each, wall, steady) for each in self._waiting), default=float("inf")))

    def _time_of(self, departure: Departure, wall: datetime, steady: float) -> float:
        due = steady + (departure.at - wall).total_seconds()
        return max(due, self._looked + self.again) if departure.draft in self._seen else due
