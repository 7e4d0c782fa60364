"""Which mails make one application: two made one, one made two, a mail put where the person says it belongs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from classify.names import company_key
from heardback.byhand import existing, keep_apart, named, own
from heardback.tracking import track
from store.changes import Entry
from store.database import Transaction
from store.errors import UserError
from store.noted import Lesson
from store.records import Application, StoredMessage
from store.vocabulary import ChangeKind

Target = int | Literal["new", "none"]
"""Where a mail belongs: an application's number, one of its own, or to none."""


def merge(transaction: Transaction, number: int, other: int, own_addresses: frozenset[str], *, now: datetime) -> Entry:
    """Makes one of two: mails, notes and drafts of ``other`` go to ``number``, which keeps what it is called."""
    if number == other:
        raise UserError("An application cannot be merged with itself: name two different ones.")
    kept, gone = existing(transaction, number), existing(transaction, other)
    with transaction.changes.recording(ChangeKind.MERGE, now) as entry:
        own(transaction, _completed(kept, gone))
        for stored in transaction.mail.of_application(gone.id):
            transaction.mail.place(stored.id, kept.id, pinned=True)
        transaction.applications.hand_over(gone.id, kept.id)
        _join_lessons(transaction, kept.id, gone.id)
        transaction.applications.remove(gone.id)
        track(transaction, [stored.id for stored in transaction.mail.of_application(kept.id)], own_addresses)
        entry.say(f"Merged {named(gone)} into {named(kept)}.", number)
    return entry


def split(
    transaction: Transaction,
    number: int,
    message_ids: Sequence[int],
    own_addresses: frozenset[str],
    *,
    company: str,
    role: str,
    now: datetime,
) -> Entry:
    """Makes two of one: the named mails become an application of their own."""
    application = existing(transaction, number)
    members = {stored.id: stored for stored in transaction.mail.of_application(number)}
    if not message_ids or set(message_ids) - members.keys():
        raise UserError(
            f"Name mails of application {number} to split off; 'heardback applications {number}' lists them."
        )
    chosen = [members[message] for message in sorted(set(message_ids))]
    with transaction.changes.recording(ChangeKind.SPLIT, now) as entry:
        own(transaction, application)
        company = company or application.company
        role = role or next((each.reading.role for each in chosen if each.reading.role != application.role), "")
        key = company_key(company or application.agency)
        new = transaction.applications.add(company, key, role, agency=application.agency, by="hand")
        keep_apart(transaction, existing(transaction, new))
        for stored in chosen:
            transaction.mail.place(stored.id, new, pinned=True)
        track(transaction, sorted(members), own_addresses)
        mails = "one mail" if len(chosen) == 1 else f"{len(chosen)} mails"
        entry.say(f"Split {mails} off {named(application)}: {named(existing(transaction, new))}.", new)
    return entry


def place(
    transaction: Transaction, message: int, target: Target, own_addresses: frozenset[str], *, now: datetime
) -> Entry:
    """Puts a mail where the person says it belongs, for good; that answers the question about it."""
    stored = transaction.mail.get(message)
    if stored is None:
        raise UserError(f"There is no mail {message}: 'heardback review questions' lists those that are asked about.")
    with transaction.changes.recording(ChangeKind.PLACE, now) as entry:
        home = _home(transaction, stored, target)
        if home is not None:
            keep_apart(transaction, home)
        transaction.mail.place(message, None if home is None else home.id, pinned=True)
        transaction.mail.stop_asking(message)
        track(transaction, [message], own_addresses)
        where = "no application" if home is None else named(home)
        entry.say(f"Put mail {message} to {where}.", None if home is None else home.id)
    return entry


def _home(transaction: Transaction, stored: StoredMessage, target: Target) -> Application | None:
    match target:
        case "none":
            return None
        case "new":
            return existing(transaction, _opened(transaction, stored))
        case number:
            return existing(transaction, number)


def _opened(transaction: Transaction, stored: StoredMessage) -> int:
    """An application of its own for a mail, called what the mail calls it."""
    reading = stored.reading
    key = company_key(reading.company or reading.agency)
    if not key:
        raise UserError(
            f"Mail {stored.id} names no employer: enter the application with 'heardback applications add', then put "
            f"the mail there with 'heardback review place {stored.id} NUMBER'."
        )
    return transaction.applications.add(reading.company, key, reading.role, agency=reading.agency, by="hand")


def _completed(kept: Application, gone: Application) -> Application:
    """The application that stays, with what only the other one told."""
    return replace(
        kept,
        company=kept.company or gone.company,
        role=kept.role or gone.role,
        agency=kept.agency or gone.agency,
        country=kept.country or gone.country,
        requisitions=tuple(sorted({*kept.requisitions, *gone.requisitions})),
    )


def _join_lessons(transaction: Transaction, kept: int, gone: int) -> None:
    """What was noted on both stands on the one that stays, a line each."""
    theirs, ours = transaction.lessons.of(gone), transaction.lessons.of(kept)
    if theirs is None:
        return
    if ours is not None:
        theirs = _joined(ours, theirs)
    transaction.lessons.remove(gone)
    transaction.lessons.keep(replace(theirs, application=kept))


def _joined(ours: Lesson, theirs: Lesson) -> Lesson:
    return replace(
        ours,
        reason_written=_lines(ours.reason_written, theirs.reason_written),
        reason_guessed=_lines(ours.reason_guessed, theirs.reason_guessed),
        went_well=_lines(ours.went_well, theirs.went_well),
        answer_better=_lines(ours.answer_better, theirs.answer_better),
        was_a_match=_lines(ours.was_a_match, theirs.was_a_match),
        stay_in_touch=_lines(ours.stay_in_touch, theirs.stay_in_touch),
        change_next=_lines(ours.change_next, theirs.change_next),
    )


def _lines(*texts: str) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))
