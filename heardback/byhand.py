"""Changes a person makes to applications themselves; they outrank what mails say, and later mails respect them.

Each is journalled in a sentence, with all that is needed to take it back (``heardback/undoing.py``).
"""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from classify.names import company_key
from classify.timeline import histories_of
from store.changes import Entry
from store.database import Transaction
from store.errors import UserError
from store.records import Application, Event
from store.vocabulary import ChangeKind, EventKind, Stage


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person corrects of an application; None leaves a field as it is."""

    company: str | None = None
    role: str | None = None
    agency: str | None = None
    country: str | None = None

    @property
    def given(self) -> dict[str, str]:
        """The fields that were named, by name."""
        named = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in named.items() if value is not None}

    def applied_to(self, application: Application) -> Application:
        """The application as the person says it is."""
        return replace(
            application,
            company=application.company if self.company is None else self.company,
            role=application.role if self.role is None else self.role,
            agency=application.agency if self.agency is None else self.agency,
            country=application.country if self.country is None else self.country.upper(),
        )


def add(transaction: Transaction, company: str, role: str, *, agency: str, applied: datetime, now: datetime) -> Entry:
    """An application made where no mail shows it, such as on a website."""
    if not company_key(company):
        raise UserError("An application needs the name of the employer: say it with --company.")
    with transaction.changes.recording(ChangeKind.ADD, now) as entry:
        number = transaction.applications.add(company, company_key(company), role, agency=agency, by="hand")
        keep_apart(transaction, existing(transaction, number))
        transaction.applications.record([Event(number, EventKind.APPLIED, applied, by="hand")])
        entry.say(f"Entered {named(existing(transaction, number))}.", number)
    return entry


def edit(transaction: Transaction, number: int, edits: Edits, *, stage: Stage | None, now: datetime) -> Entry:
    """Corrects what is known of an application; its mails stay with it."""
    application = existing(transaction, number)
    changed = edits.applied_to(application)
    if not company_key(changed.company or changed.agency):
        raise UserError("An application needs the name of an employer or an agency: leave one of the two.")
    with transaction.changes.recording(ChangeKind.EDIT, now) as entry:
        own(transaction, changed)
        if stage is not None:
            _move(transaction, number, stage, now)
        told = [f"{name} “{value}”" for name, value in edits.given.items()] + ([f"stage {stage}"] if stage else [])
        entry.say(f"Changed {named(application)}: {', '.join(told) or 'its mails stay with it'}.", number)
    return entry


def move(transaction: Transaction, number: int, stage: Stage, *, now: datetime) -> Entry:
    """Sets the stage an application has reached, where no mail tells."""
    application = existing(transaction, number)
    with transaction.changes.recording(ChangeKind.MOVE, now) as entry:
        _move(transaction, number, stage, now)
        entry.say(f"Moved {named(application)} to {stage}.", number)
    return entry


def close(transaction: Transaction, number: int, *, now: datetime, because: str = "") -> Entry:
    """The person has done with it; a new invitation, assessment or offer would reopen it.

    ``because`` says in words why, such as "you withdrew".
    """
    application = existing(transaction, number)
    detail = {"because": because} if because else {}
    with transaction.changes.recording(ChangeKind.CLOSE, now) as entry:
        transaction.applications.record([Event(number, EventKind.CLOSED, now, detail=detail, by="hand")])
        entry.say(f"Closed {named(application)}{f': {because}' if because else ''}.", number)
    return entry


def reopen(transaction: Transaction, number: int, *, now: datetime) -> Entry:
    """Takes a closed application up again, at the furthest stage it had reached."""
    application = existing(transaction, number)
    *before, (_, history) = histories_of(transaction.applications.events([number]), now)
    if history.stage is not Stage.CLOSED:
        raise UserError(f"Application {number} is not closed, so there is nothing to reopen.")
    stages = [past.stage for _, past in before if past.stage is not Stage.CLOSED]
    stage = stages[-1] if stages else Stage.APPLIED
    with transaction.changes.recording(ChangeKind.REOPEN, now) as entry:
        _move(transaction, number, stage, now)
        entry.say(f"Reopened {named(application)}, at {stage}.", number)
    return entry


def existing(transaction: Transaction, number: int) -> Application:
    """The application of that number. Raises ``UserError``."""
    application = transaction.applications.get(number)
    if application is None:
        raise UserError(f"There is no application {number}: 'heardback applications' lists them.")
    return application


def named(application: Application) -> str:
    """An application in words: "application 3 (Caretaker at Oak School)"."""
    place = application.company or f"via {application.agency}"
    what = f"{application.role} at {place}" if application.role and application.company else application.role or place
    return f"application {application.id} ({what})"


def own(transaction: Transaction, application: Application) -> None:
    """From now on the person's word holds for this application, and its mails stay with it."""
    transaction.applications.describe(application, company_key(application.company or application.agency))
    transaction.applications.take_over(application.id)
    pin(transaction, application.id)
    keep_apart(transaction, application)


def keep_apart(transaction: Transaction, application: Application) -> None:
    """Leaves the mails of other applications at the same place where they are.

    What the person enters or edits is there before any mail when mails are placed anew, and would draw to itself what
    names the employer alone.
    """
    keys = {company_key(name) for name in (application.company, application.agency)} - {""}
    for other in transaction.applications.of_companies(keys):
        pin(transaction, other.id)


def pin(transaction: Transaction, number: int) -> None:
    """The mails of an application stay with it."""
    for stored in transaction.mail.of_application(number):
        transaction.mail.place(stored.id, number, pinned=True)


def _move(transaction: Transaction, number: int, stage: Stage, now: datetime) -> None:
    if stage is Stage.CLOSED:
        raise UserError(f"To end an application use 'heardback applications close {number}'.")
    transaction.applications.record([Event(number, EventKind.MOVED, now, detail={"stage": stage.value}, by="hand")])
