"""Whether a word again after a rejection has somebody to go to, and what keeps it back (``domain.md`` §6.2)."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime

from classify.state import ApplicationState
from classify.timeline import history_of
from respond.humans import is_from_person
from respond.recipients import NoRecipient, Recipient
from store.database import Transaction
from store.records import Event, StoredMessage
from store.vocabulary import NextAction, Stage


def is_person(recipient: Recipient | NoRecipient, seen: tuple[StoredMessage, ...]) -> bool:
    """Whether the one who would be written to is somebody who wrote in person."""
    if isinstance(recipient, NoRecipient):
        return False
    address = recipient.address.address
    return any(each.message.sender.address == address and is_from_person(each) for each in seen)


def rested(
    transaction: Transaction,
    application: int,
    state: ApplicationState,
    recipient: Recipient | NoRecipient,
    now: datetime,
    today: date,
) -> ApplicationState:
    """The state without a word again that the person put off, or that a running application makes needless."""
    if state.next_action is not NextAction.RECONNECT or isinstance(recipient, NoRecipient):
        return state
    note = transaction.contact_notes.of(recipient.address.address)
    if note.dropped:
        why = "you chose not to write again"
    elif note.snoozed_until is not None and today < note.snoozed_until:
        why = f"a word again rests until {note.snoozed_until.day} {note.snoozed_until:%B %Y}, as you chose"
    elif _is_running_elsewhere(transaction, application, now):
        why = "another application of yours is running there"
    else:
        return state
    why = f"They decided otherwise, and you have answered; {why}."
    return replace(state, next_action=NextAction.NONE, deadline=None, deadline_rests_on="", why=why)


def _is_running_elsewhere(transaction: Transaction, application: int, now: datetime) -> bool:
    """Whether another application at the same employer is open."""
    others = [each.id for each in transaction.applications.at_company_of(application) if each.id != application]
    events: dict[int, list[Event]] = defaultdict(list)
    for event in transaction.applications.events(others) if others else ():
        if event.at <= now:
            events[event.application_id].append(event)
    return any(history_of(tuple(each), now).stage is not Stage.CLOSED for each in events.values())
