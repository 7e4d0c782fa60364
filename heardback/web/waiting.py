"""What every page shows: how much waits for the person's word, and what is badly enough amiss to be said at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from heardback.alarms import alarms, unattended_since
from store.database import Transaction
from store.vocabulary import DraftState


def how_many_wait(transaction: Transaction) -> int:
    """Drafts that are neither approved nor done with."""
    return len(transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED))


@dataclass(frozen=True, slots=True)
class Call:
    """A line above every page, and since when it holds."""

    sentence: str
    since: datetime


def calls_of(transaction: Transaction, accounts: Sequence[str], now: datetime) -> tuple[Call, ...]:
    """What is amiss; a handful of rows are read for it."""
    if not accounts:
        return ()
    found = [Call(each.sentence, each.since) for each in alarms(transaction, accounts, now)]
    last = unattended_since(transaction, accounts, now)
    if last is not None:
        found.append(Call("Nobody is looking for mail at the moment: start the service with heardback run.", last))
    return tuple(found)
