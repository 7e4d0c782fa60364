"""Changes a person makes to applications themselves; they outrank what mails say, and later mails respect them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from classify.names import company_key
from heardback.tracking import track
from store.database import Transaction
from store.errors import UserError
from store.records import Application, Event
from store.vocabulary import EventKind, Stage


def add(transaction: Transaction, company: str, role: str, *, agency: str, applied: datetime) -> int:
    """An application made where no mail shows it, such as on a website."""
    if not company_key(company):
        raise UserError("An application needs the name of the employer: say it with --company.")
    number = transaction.applications.add(company, company_key(company), role, agency=agency, by="hand")
    transaction.applications.record([Event(number, EventKind.APPLIED, applied, by="hand")])
    return number


def edit(
    transaction: Transaction,
    number: int,
    *,
    company: str | None,
    role: str | None,
    agency: str | None,
    country: str | None,
    stage: Stage | None,
    now: datetime,
) -> None:
    """Corrects what is known of an application; its mails stay with it."""
    application = existing(transaction, number)
    changed = replace(
        application,
        company=application.company if company is None else company,
        role=application.role if role is None else role,
        agency=application.agency if agency is None else agency,
        country=application.country if country is None else country.upper(),
    )
    _own(transaction, changed)
    if stage is not None:
        detail = {"stage": stage.value}
        transaction.applications.record([Event(number, EventKind.MOVED, now, detail=detail, by="hand")])


def merge(transaction: Transaction, number: int, other: int, own_addresses: frozenset[str]) -> None:
    """Makes one of two: mails and notes of ``other`` go to ``number``."""
    if number == other:
        raise UserError("An application cannot be merged with itself: name two different ones.")
    kept, gone = existing(transaction, number), existing(transaction, other)
    moved = transaction.mail.of_application(gone.id)
    _own(transaction, kept)
    for stored in moved:
        transaction.mail.place(stored.id, kept.id, pinned=True)
    transaction.applications.move_events_by_hand(gone.id, kept.id)
    everything = [stored.id for stored in transaction.mail.of_application(kept.id)]
    track(transaction, everything, own_addresses)
    if not transaction.mail.of_application(gone.id):
        transaction.applications.remove(gone.id)


def split(
    transaction: Transaction, number: int, message_ids: Sequence[int], role: str, own_addresses: frozenset[str]
) -> int:
    """Makes two of one: the named mails become an application of their own; returns its id."""
    application = existing(transaction, number)
    members = {stored.id for stored in transaction.mail.of_application(number)}
    strangers = sorted(set(message_ids) - members)
    if strangers or not message_ids:
        raise UserError(
            f"Name mails of application {number} to split off; 'heardback applications {number}' lists them."
        )
    _own(transaction, application)
    new = transaction.applications.add(
        application.company, company_key(application.company), role, agency=application.agency, by="hand"
    )
    for message in message_ids:
        transaction.mail.place(message, new, pinned=True)
    track(transaction, sorted(members), own_addresses)
    return new


def close(transaction: Transaction, number: int, *, now: datetime) -> None:
    """The person has done with it; a new invitation, assessment or offer would reopen it."""
    existing(transaction, number)
    transaction.applications.record([Event(number, EventKind.CLOSED, now, by="hand")])


def existing(transaction: Transaction, number: int) -> Application:
    """The application of that number. Raises ``UserError``."""
    application = transaction.applications.get(number)
    if application is None:
        raise UserError(f"There is no application {number}: 'heardback applications' lists them.")
    return application


def _own(transaction: Transaction, application: Application) -> None:
    """From now on the person's word holds for this application, and its mails stay with it."""
    transaction.applications.describe(application, company_key(application.company or application.agency))
    transaction.applications.take_over(application.id)
    for stored in transaction.mail.of_application(application.id):
        transaction.mail.place(stored.id, application.id, pinned=True)
