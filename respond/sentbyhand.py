"""Drafts the person sent from their own mail program, found among the mails that came in with the folder of sent mail.

Programs send a draft under its Message-ID or under a new one, with or without the thread, as it is or edited.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from respond.draftsteps import CLOCKS_APART, bare_subject, is_sent_form_of
from store.database import Transaction
from store.noted import Draft
from store.records import StoredMessage
from store.vocabulary import Direction, DraftState

WAITING = (
    DraftState.PROPOSED,
    DraftState.EDITED,
    DraftState.APPROVED,
    DraftState.FAILED,
    DraftState.UNKNOWN,
)
ENDED = (DraftState.DISCARDED, DraftState.WITHDRAWN)
LOOKED_BACK = timedelta(days=14)
"""For so long a draft that was dropped may still turn up as sent: some programs are slow to put it there."""


def settle_sent(transaction: Transaction, now: datetime) -> tuple[Draft, ...]:
    """Counts drafts as sent that the store's own mail, or an answer to them, shows to have gone out."""
    settled: list[Draft] = []
    for draft in transaction.traces.by_mail(WAITING, apart=CLOCKS_APART):
        mail = next((each for each in _near(transaction, draft) if _shows_sent(draft, each)), None)
        if mail is not None:
            settled += _settle(transaction, draft, mail, now)
    for draft in transaction.traces.by_message_id(ENDED, since=now - LOOKED_BACK):
        for mail in transaction.mail.by_message_id(draft.message_id):
            if mail.direction is Direction.SENT:
                settled += _settle(transaction, draft, mail, now)
    return tuple(settled)


def serves_as(draft: Draft, stored: StoredMessage) -> bool:
    """Whether an own mail did what a draft was for, once nothing calls for it any more.

    It is the draft itself, or one to the same person in the same thread or under the same subject.
    """
    mail = stored.message
    if stored.direction is not Direction.SENT:
        return False
    if is_sent_form_of(draft, mail):
        return True
    if mail.date < draft.created - CLOCKS_APART or draft.to.address not in {each.address for each in mail.to}:
        return False
    same_thread = bool(draft.in_reply_to) and draft.in_reply_to in (*mail.in_reply_to, *mail.references)
    return same_thread or bare_subject(mail.subject) == bare_subject(draft.subject)


def is_other_draft(transaction: Transaction, draft: Draft, stored: StoredMessage) -> bool:
    """Whether an own mail is another draft that was sent."""
    known = transaction.drafts.by_message_id(stored.message.message_id)
    return known is not None and known.id != draft.id


def _near(transaction: Transaction, draft: Draft) -> Iterator[StoredMessage]:
    """Mails that may be the draft or an answer to it; the sent copies of other drafts are left out."""
    # An answer is tied to the Message-ID it answers, so of what ties to the person only own mail can tell anything.
    own = transaction.mail.sent_with(f"person:{draft.to.address}")
    for number in sorted(own | transaction.mail.tied({draft.message_id}), reverse=True):
        stored = transaction.mail.get(number)
        if stored is not None and not is_other_draft(transaction, draft, stored):
            yield stored


def _shows_sent(draft: Draft, stored: StoredMessage) -> bool:
    if stored.direction is Direction.SENT:
        return is_sent_form_of(draft, stored.message)
    return draft.message_id in (*stored.message.in_reply_to, *stored.message.references)


def _settle(transaction: Transaction, draft: Draft, mail: StoredMessage, now: datetime) -> tuple[Draft, ...]:
    at = min(mail.message.date, now)
    if not transaction.drafts.move(draft.id, from_states=(draft.state,), to=DraftState.SENT, at=at):
        return ()
    transaction.drafts.note_in_sent(draft.id)
    return (draft,)
