"""The mails that fit several applications: nothing is guessed, the person is asked."""

from dataclasses import dataclass
from datetime import datetime

from store.database import Transaction
from store.errors import UserError
from store.records import Application, StoredMessage


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question: which of these applications a mail belongs to, and why that is not clear."""

    mail: StoredMessage
    candidates: tuple[Application, ...]
    reason: str


def asked(transaction: Transaction, now: datetime) -> tuple[Asked, ...]:
    """The open questions about mails that had come by ``now``, newest first."""
    applications = {each.id: each for each in transaction.applications.all()}
    found: list[Asked] = []
    for number, candidates, reason in transaction.mail.questions():
        stored = transaction.mail.get(number)
        if stored is not None and stored.message.date <= now:
            fitting = tuple(applications[each] for each in candidates if each in applications)
            found.append(Asked(stored, fitting, reason))
    return tuple(sorted(found, key=lambda each: (each.mail.message.date, each.mail.id), reverse=True))


def existing_mail(transaction: Transaction, number: int) -> StoredMessage:
    """The mail of that number. Raises ``UserError``."""
    stored = transaction.mail.get(number)
    if stored is None:
        raise UserError(f"There is no mail {number}: 'heardback review list' and 'applications N' show their numbers.")
    return stored
