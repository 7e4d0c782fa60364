"""Recruiters' approaches that no answer has made an application of yet: which are open, and drafts for them (R11).

Only a person's own mail is answered, fresh and free of scam signs; what the person makes of it begins an application.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from classify.silence import state_of
from classify.timeline import history_of
from respond.humans import is_from_person
from respond.objections import ENOUGH_SCAM_SIGNS
from respond.recipients import recipient_for
from respond.standings import Outlook, Standing
from store.database import Transaction
from store.records import Application, StoredMessage
from store.vocabulary import Direction, DraftKind, Tag

KINDS = (DraftKind.OUTREACH_INTERESTED, DraftKind.OUTREACH_LATER)
FRESH = timedelta(days=14)
"""As old as a mail may be that is answered without being asked for (``design.md`` §3, History)."""


def open_approaches(transaction: Transaction, outlook: Outlook) -> tuple[Standing, ...]:
    """The approaches that wait for an answer, the newest of each sender, oldest first."""
    newest: dict[str, StoredMessage] = {}
    for stored in transaction.mail.loose(Tag.OUTREACH, outlook.now - FRESH, outlook.now):
        if is_answerable(stored) and not stored.reading.verdict.unsure:
            newest[stored.message.sender.address] = stored
    waiting = (each for each in newest.values() if not wrote_since(transaction, each, outlook.now))
    return tuple(standing_of(transaction, each, outlook) for each in waiting)


def is_answerable(stored: StoredMessage) -> bool:
    """Whether a person wrote this approach, and nothing about it is suspect."""
    is_approach = stored.reading.verdict.tag is Tag.OUTREACH and stored.direction is Direction.RECEIVED
    return is_approach and is_from_person(stored) and len(stored.reading.scam_signs) < ENOUGH_SCAM_SIGNS


def standing_of(transaction: Transaction, stored: StoredMessage, outlook: Outlook) -> Standing:
    """An approach in the form of an application that has not begun: number 0, nothing happened yet."""
    reading = stored.reading
    application = Application(0, reading.company, reading.role, reading.agency)
    state = state_of(history_of((), outlook.now), outlook.now, outlook.workdays(""), outlook.limits, can_reply=True)
    sender = stored.message.sender.address
    earlier = (
        each
        for each in transaction.mail.loose(Tag.OUTREACH, stored.message.date - FRESH, stored.message.date)
        if each.message.sender.address == sender and each.id != stored.id
    )
    messages = (*earlier, stored)
    recipient = recipient_for(DraftKind.OUTREACH_INTERESTED, messages, outlook.own_addresses, stored)
    return Standing(application, replace(state, chance=None), (), messages, recipient, outlook.limits)


def approach_key(kind: DraftKind, mail: int) -> str:
    """The key of the draft that answers an approach by itself."""
    return f"{kind}/mail-{mail}/1"


def mail_in_key(key: str) -> int:
    """The mail a key of ``approach_key``, or of an answer asked for, is about."""
    return int(key.split("/")[1].removeprefix("mail-"))


def wrote_since(transaction: Transaction, stored: StoredMessage, now: datetime) -> bool:
    """Whether the person has written to the sender since this mail."""
    return bool(own_mails_to(transaction, stored.message.sender.address, stored.message.date, now))


def own_mails_to(transaction: Transaction, address: str, since: datetime, now: datetime) -> tuple[StoredMessage, ...]:
    """What the person wrote to an address in ``[since, now]``, oldest first."""
    near = transaction.mail.with_text_of(transaction.mail.tied({f"person:{address}"}))
    return tuple(each for each in near if each.direction is Direction.SENT and since <= each.message.date <= now)
