"""The people met on the way, gathered from the store, as rows for programs and as lines of the digest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from respond.people import Acquaintance, everybody
from respond.standings import Outlook, Standing, standings
from respond.staying import NextTime, next_time
from respond.vcard import met_words
from store.database import Transaction
from store.errors import UserError
from store.records import Contact


@dataclass(frozen=True, slots=True)
class Known:
    """One person and the next time to write to them, if any."""

    person: Acquaintance
    next: NextTime | None


def people_known(
    transaction: Transaction,
    found: tuple[Standing, ...],
    outlook: Outlook,
    contacts: Sequence[Contact] | None = None,
) -> tuple[Known, ...]:
    """Everybody met by the moment of the outlook, by name; ``contacts`` where they are read already."""
    notes = transaction.contact_notes.all()
    if contacts is None:
        contacts = transaction.applications.contacts()
    people = everybody(contacts, notes, found, outlook.own_addresses)
    return tuple(Known(each, next_time(each, outlook)) for each in people)


def people_in_some(
    transaction: Transaction,
    outlook: Outlook,
    applications: Iterable[int],
    contacts: Sequence[Contact] | None = None,
) -> tuple[Known, ...]:
    """Everybody these applications show, by name; who takes part in others too is known for those named alone."""
    found = standings(transaction, outlook, sorted(applications), chances=False)
    return people_known(transaction, found, outlook, contacts)


def one_of(known: tuple[Known, ...], who: str) -> Known:
    """The person of that number or address. Raises ``UserError``."""
    wanted = who.strip().lower()
    for each in known:
        if wanted in each.person.addresses or (wanted.isdigit() and int(wanted) in each.person.ids):
            return each
    raise UserError(f"Nobody you met goes by {who!r}: 'heardback contacts' lists them.")


def people_due(known: tuple[Known, ...], today: date) -> tuple[tuple[Acquaintance, NextTime], ...]:
    """Whom to write to by ``today``, what fell due last first."""
    due = [(each.person, each.next) for each in known if each.next is not None and each.next.is_due(today)]
    return tuple(sorted(due, key=lambda one: one[1].day, reverse=True))


def person_row(known: Known, today: date) -> dict[str, Any]:
    """One person; the keys are what other programs rely on."""
    person, time, how = known.person, known.next, known.person.how
    if time is not None and time.until is not None and time.until <= today:
        time = None
    return {
        "id": person.ids[0],
        "name": person.name,
        "address": person.address,
        "addresses": list(person.addresses),
        "company": person.company,
        "agency": person.agency,
        "role": person.title,
        "phone": person.phone,
        "met_on": person.first_seen,
        "application": how.application if how else None,
        "how_met": how.how if how else None,
        "met": [
            {"application": one.application, "company": one.company, "role": one.role, "how": one.how, "on": one.on}
            for one in person.met
        ],
        "first_seen": person.first_seen,
        "last_seen": person.last_seen,
        "last_written": person.last_written,
        "write_next": time.day if time else None,
        "why": time.why if time else "",
        "rests_on": time.rests_on if time else "",
        "note": person.note.note,
        "snoozed_until": person.note.snoozed_until,
        "dropped": person.note.dropped,
    }


def met_line(known: Known) -> str:
    """How somebody was met, in one line: the most telling of it."""
    words = dict(zip((one.application for one in known.person.met), met_words(known.person), strict=True))
    how = known.person.how
    return words[how.application] if how else ""
