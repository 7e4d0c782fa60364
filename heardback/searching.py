"""The search as a whole: paused for a while, taken up again, or ended by a job; journalled as changes by hand."""

from datetime import date, datetime

from classify.timeline import history_of
from heardback.byhand import existing, named
from store.changes import Entry
from store.database import Transaction
from store.errors import UserError
from store.noted import Search
from store.records import Event
from store.vocabulary import ChangeKind, EventKind, SearchPhase, Stage


def pause(transaction: Transaction, *, until: date | None, now: datetime, today: date) -> Entry:
    """Rests the search: no follow-ups until ``until`` (the day it goes on) or until it is resumed."""
    search = transaction.search.at(now, today)
    if search.phase is SearchPhase.HIRED:
        raise UserError(
            "Your search has ended, so there is nothing to pause: 'heardback applications resume' reopens it."
        )
    if until is not None and until <= today:
        raise UserError(f"A pause until {until} would be over already: name a later day with --until.")
    with transaction.changes.recording(ChangeKind.PAUSE, now) as entry:
        transaction.search.enter(SearchPhase.PAUSED, at=now, until=until)
        entry.say(f"Paused the search{f' until {until.day} {until:%B %Y}' if until else ''}.")
    return entry


def resume(transaction: Transaction, *, now: datetime, today: date) -> Entry:
    """The search goes on: after a pause, or because the job was not the one after all."""
    if transaction.search.at(now, today).phase is SearchPhase.ON:
        raise UserError("Your search is going on already, so there is nothing to resume.")
    with transaction.changes.recording(ChangeKind.RESUME, now) as entry:
        transaction.search.enter(SearchPhase.ON, at=now)
        entry.say("Took the search up again.")
    return entry


def hired(transaction: Transaction, number: int, *, now: datetime, today: date) -> Entry:
    """The search ended with a job: nothing is chased any more, and those who helped are to be thanked."""
    application = existing(transaction, number)
    search = transaction.search.at(now, today)
    if search.phase is SearchPhase.HIRED:
        raise UserError(
            f"Your search has ended already{_with(search)}: 'heardback applications resume' reopens it first."
        )
    with transaction.changes.recording(ChangeKind.HIRED, now) as entry:
        transaction.search.enter(SearchPhase.HIRED, at=now, application=number)
        if history_of(transaction.applications.events([number]), now).stage is not Stage.OFFER:
            # They may have said so on the phone, or the mail was read as something else.
            detail = {"stage": Stage.OFFER.value}
            transaction.applications.record([Event(number, EventKind.MOVED, now, detail=detail, by="hand")])
        entry.say(f"Ended the search: hired with {named(application)}.", number)
    return entry


def _with(search: Search) -> str:
    return f" with application {search.application}" if search.application else ""
