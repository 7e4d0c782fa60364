"""What is badly enough amiss to be said on every page, and once aloud: told from the store, cheaply.

A refused sign-in counts at once, for it waits for the person. Everything that may pass by itself counts after some
hours: a laptop is out of reach of its mail server every day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from heardback.troubles import Trouble, digest_trouble
from store.database import Transaction
from store.vocabulary import DraftState

LASTS = timedelta(hours=6)
"""Trouble that may pass by itself is an alarm after this long (own choice)."""
UNREAD = "Until this is mended, an answer may lie there unseen."


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing amiss. ``key`` names it for good ("account/home"); ``sentence`` may quote a server, ``short`` never."""

    key: str
    since: datetime
    sentence: str
    short: str


def alarms(transaction: Transaction, configured: Sequence[str], now: datetime) -> tuple[Alarm, ...]:
    """Everything that is amiss: mailboxes first, then the digest and replies that could not leave."""
    return (*_of_accounts(transaction, configured, now), *_of_digest(transaction, now), *_of_sending(transaction))


def unattended_since(transaction: Transaction, configured: Sequence[str], now: datetime) -> datetime | None:
    """When mail was last looked for, where that is long ago though nothing was said to be wrong; else None.

    Not an alarm: a computer that has just woken up looks the same for a moment. A page says it, nothing calls out.
    """
    known = [each for each in transaction.folders.health() if each.name in configured]
    if any(each.failing_since is not None or each.stopped for each in known):
        return None
    last = [each.last_success for each in known if each.last_success is not None]
    return max(last) if last and now - max(last) >= LASTS else None


def _of_accounts(transaction: Transaction, configured: Sequence[str], now: datetime) -> Iterator[Alarm]:
    for each in transaction.folders.health():
        if each.name not in configured or each.failing_since is None:
            continue
        if each.stopped or now - each.failing_since >= LASTS:
            short = f"heardback cannot read the mailbox “{each.name}”."
            yield Alarm(f"account/{each.name}", each.failing_since, f"{short} {each.problem} {UNREAD}", short)


def _of_digest(transaction: Transaction, now: datetime) -> Iterator[Alarm]:
    trouble: Trouble | None = digest_trouble(transaction)
    if trouble is not None and (trouble.is_lasting or now - trouble.since >= LASTS):
        short = "The weekly digest could not be sent."
        yield Alarm("digest", trouble.since, f"{short} {trouble.sentence}", short)


def _of_sending(transaction: Transaction) -> Iterator[Alarm]:
    """Replies the person approved and believes to be on their way."""
    failed = transaction.drafts.in_state(DraftState.FAILED)
    if failed:
        what = "A reply you approved" if len(failed) == 1 else f"{len(failed)} replies you approved"
        short = f"{what} could not be sent."
        since = min(draft.changed for draft in failed)
        yield Alarm("sending", since, f"{short} The reason stands at the draft, under Today.", short)
