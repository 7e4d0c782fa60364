"""What was last noticed of the ways in and out, kept in the store for whoever tells of it: push, digest, notifications.

Each is a single fact, written only when it changes.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from store.database import Transaction

_PUSH = "push/{account}"
_DIGEST = "digest_trouble"
_NOTIFYING = "notifying_trouble"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that does not work: since when, the sentence that says why, and whether it waits for the person."""

    since: datetime
    sentence: str
    is_lasting: bool = False


def note_push(transaction: Transaction, account: str, *, can_push: bool) -> None:
    """Whether an account's server tells of new mail by itself (RFC 2177)."""
    _put(transaction, _PUSH.format(account=account), "yes" if can_push else "no")


def can_push(transaction: Transaction, account: str) -> bool | None:
    """Whether it does, or None where no round was made yet."""
    return {"yes": True, "no": False}.get(transaction.digests.fact(_PUSH.format(account=account)))


def note_digest(transaction: Transaction, trouble: Trouble | None) -> None:
    """How the last try to send a digest went; trouble that goes on keeps the moment it began."""
    _note(transaction, _DIGEST, trouble)


def digest_trouble(transaction: Transaction) -> Trouble | None:
    """Why the digest cannot be sent, if so."""
    return _noted(transaction, _DIGEST)


def note_notifying(transaction: Transaction, trouble: Trouble | None) -> None:
    """How the last notification went."""
    _note(transaction, _NOTIFYING, trouble)


def notifying_trouble(transaction: Transaction) -> Trouble | None:
    """Why the last notification was not delivered, if so."""
    return _noted(transaction, _NOTIFYING)


def _note(transaction: Transaction, key: str, trouble: Trouble | None) -> None:
    before = _noted(transaction, key)
    if trouble is None:
        _put(transaction, key, "")
        return
    since = before.since if before is not None else trouble.since
    said = {"since": since.isoformat(), "sentence": trouble.sentence, "lasting": trouble.is_lasting}
    _put(transaction, key, json.dumps(said))


def _noted(transaction: Transaction, key: str) -> Trouble | None:
    text = transaction.digests.fact(key)
    if not text:
        return None
    said = json.loads(text)
    return Trouble(datetime.fromisoformat(said["since"]), said["sentence"], said["lasting"])


def _put(transaction: Transaction, key: str, value: str) -> None:
    if transaction.digests.fact(key) != value:
        transaction.digests.set_fact(key, value)
