"""What the weekly look through all folders found and how far it is, as the store keeps it: plain facts, as JSON.

Of mail that was not taken in, only what names it is kept: folder, sender, subject, date and tag; never its text.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from store.codec import from_json, to_json
from store.database import Transaction
from store.vocabulary import Tag

MOST_KEPT = 200
KEPT_FOR = timedelta(days=90)
_FOUND = "canary/found"
_PROGRESS = "canary/progress/{account}"
_RESULT = "canary/result/{account}"
_TROUBLE = "canary/trouble/{account}"


class Settled(StrEnum):
    """What the person did about a mail that was found; once it is in the store, nothing is left to do either."""

    NO = ""
    TAKEN = "taken in"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True)
class Overlooked:
    """Job mail that lies in a mailbox and not in the store. ``number`` is what the person calls it by."""

    number: int
    account: str
    folder: str
    uidvalidity: int
    uid: int
    message_id: str
    identity: str
    tag: Tag
    unsure: bool
    subject: str
    sender_name: str
    sender: str
    date: datetime
    seen: datetime
    settled: Settled = Settled.NO


@dataclass(frozen=True, slots=True)
class Cursor:
    """Down to which UID a folder was looked through."""

    uidvalidity: int
    below: int


@dataclass(frozen=True, slots=True)
class Progress:
    """A look that has begun: which days it covers, which folders are done, and what it has seen so far."""

    since: date
    begun: datetime
    done: tuple[str, ...] = ()
    cursors: dict[str, Cursor] = field(default_factory=dict, hash=False)
    looked: int = 0
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A look through all folders of an account that came to its end.

    ``stored`` and ``missed`` count job mail of the days from ``since`` on; ``doubtful`` are the numbers of stored mails
    that were taken for ordinary with doubt. ``gone`` are watched folders that no longer exist, ``refused`` folders the
    server would not open.
    """

    account: str
    since: date
    begun: datetime
    finished: datetime
    folders: int
    looked: int
    stored: int
    missed: int
    doubtful: tuple[int, ...] = ()
    gone: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def recall(self) -> float | None:
        """The share of job mail that was in the store, or None where there was none at all."""
        total = self.stored + self.missed
        return self.stored / total if total else None


def found_so_far(transaction: Transaction) -> tuple[Overlooked, ...]:
    """Everything that was found and is still kept, settled or not, by number."""
    text = transaction.digests.fact(_FOUND)
    return from_json(text, tuple[Overlooked, ...]) if text else ()


def still_open(transaction: Transaction) -> tuple[Overlooked, ...]:
    """What waits for the person: neither settled nor meanwhile in the store by another way."""
    return tuple(
        each
        for each in found_so_far(transaction)
        if each.settled is Settled.NO and not transaction.mail.known(each.identity)
    )


def add(transaction: Transaction, new: Iterable[Overlooked], now: datetime) -> tuple[Overlooked, ...]:
    """Keeps what is not known yet and gives it numbers; returns what was new. Old entries go after a while."""
    kept = found_so_far(transaction)
    number = int(transaction.digests.fact("canary/last_number") or 0)
    known = {(each.account, each.identity) for each in kept}
    added: list[Overlooked] = []
    for each in new:
        if (each.account, each.identity) not in known:
            known.add((each.account, each.identity))
            number += 1
            added.append(replace(each, number=number))
    if added:
        recent = [each for each in (*kept, *added) if now - each.seen < KEPT_FOR]
        _keep(transaction, recent[-MOST_KEPT:])
        transaction.digests.set_fact("canary/last_number", str(number))
    return tuple(added)


def settle(transaction: Transaction, number: int, how: Settled) -> None:
    """Notes what the person decided about one of them."""
    found = found_so_far(transaction)
    _keep(transaction, [replace(each, settled=how) if each.number == number else each for each in found])


def progress_of(transaction: Transaction, account: str) -> Progress | None:
    """A look that has begun and not ended, or None."""
    text = transaction.digests.fact(_PROGRESS.format(account=account))
    return from_json(text, Progress) if text else None


def set_progress(transaction: Transaction, account: str, progress: Progress | None) -> None:
    """Keeps how far a look is, or that none goes on."""
    transaction.digests.set_fact(_PROGRESS.format(account=account), to_json(progress) if progress else "")


def result_of(transaction: Transaction, account: str) -> Result | None:
    """The last look that came to its end, or None."""
    text = transaction.digests.fact(_RESULT.format(account=account))
    return from_json(text, Result) if text else None


def set_result(transaction: Transaction, result: Result) -> None:
    """Keeps the outcome of a look in place of the one before."""
    transaction.digests.set_fact(_RESULT.format(account=result.account), to_json(result))


def results(transaction: Transaction, accounts: Collection[str]) -> tuple[Result, ...]:
    """The last outcome for each of these accounts that has one."""
    found = (result_of(transaction, name) for name in accounts)
    return tuple(each for each in found if each is not None)


def trouble_of(transaction: Transaction, account: str) -> str:
    """Why the last look broke off, or an empty text."""
    return transaction.digests.fact(_TROUBLE.format(account=account))


def set_trouble(transaction: Transaction, account: str, sentence: str) -> None:
    """Notes why a look broke off; an empty text where it did not."""
    if trouble_of(transaction, account) != sentence:
        transaction.digests.set_fact(_TROUBLE.format(account=account), sentence)


def _keep(transaction: Transaction, found: Iterable[Overlooked]) -> None:
    transaction.digests.set_fact(_FOUND, to_json(tuple(found)))
