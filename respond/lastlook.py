"""The last look before an approved draft goes out: what the person did with it in their mail program meanwhile.

An approval means the words that were approved. What was changed since is taken over and waits for a new approval; what
the person has sent themselves is not sent again; what they took out of the folder is not sent behind their back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest.ports import Mailbox
from respond.draftlook import Lookout
from respond.draftsfolder import Keeping
from respond.draftsteps import Step, is_begun
from store.database import Database
from store.draftcopies import COPY_GONE, DraftCopy
from store.noted import Draft
from store.vocabulary import DraftState

LOOK_AGAIN = timedelta(minutes=3)
"""How long a copy may be gone before it counts as taken away: a mail being sent by hand takes a while to reach Sent."""
GONE_FOR_NOW = "Its copy is gone from your Drafts folder; heardback waits to see whether you sent it yourself."
GONE_WORDS = "Its copy was taken out of your Drafts folder, so it was not sent; approve it again to send it after all."
WROTE_YOURSELF = "You wrote to them yourself after approving it, so it was not sent; approve it again if it still fits."


@dataclass(frozen=True, slots=True)
class Folders:
    """The two folders to look into; empty where the mailbox has none, or no drafts are kept there."""

    drafts: str
    sent: str


def last_look(database: Database, mailbox: Mailbox, folders: Folders, draft: Draft, now: datetime) -> bool:
    """Whether the draft may go out as it was approved; if not, its new state and why stand in the store.

    Raises ``PassingError`` or ``PermanentError`` from the mailbox; nothing may go out then.
    """
    if folders.sent and not _may_by_sent(database, Lookout(database, mailbox, folders.drafts), folders, draft, now):
        return False
    copy = _copy_of(database, draft.id)
    if not folders.drafts or copy is None or copy.sha256 == COPY_GONE:
        return True
    keeping = Keeping(database, mailbox, draft.account, folders.drafts, now)
    seen = keeping.look(copy)
    if seen is None and is_begun(copy):
        return True
    if seen is None:
        _hold_or_unapprove(database, copy, now)
        return False
    return keeping.step_with(copy, seen) in (Step.LEAVE, Step.NOTE)


def _may_by_sent(database: Database, lookout: Lookout, folders: Folders, draft: Draft, now: datetime) -> bool:
    if lookout.sent_by_hand(draft, folders.sent) is not None:
        with database.transaction() as transaction:
            transaction.drafts.move(draft.id, from_states=(DraftState.APPROVED,), to=DraftState.SENT, at=now)
            transaction.drafts.note_in_sent(draft.id)
        return False
    approved = draft.approved or draft.changed
    own_answers = (
        mail
        for mail in lookout.written_to(draft, folders.sent, approved)
        if mail.date >= approved and draft.in_reply_to and draft.in_reply_to in (*mail.in_reply_to, *mail.references)
    )
    if next(own_answers, None) is not None:
        _unapprove(database, draft, now, WROTE_YOURSELF)
        return False
    return True


def _hold_or_unapprove(database: Database, copy: DraftCopy, now: datetime) -> None:
    """The first time it waits, the second time the approval is taken back and no copy is put there again."""
    draft = copy.draft
    if copy.missing_rounds == 0:
        with database.transaction() as transaction:
            transaction.drafts.hold(draft.id, until=now + LOOK_AGAIN, failure=GONE_FOR_NOW, at=now)
            transaction.drafts.note_missing(draft.id, 1)
        return
    _unapprove(database, draft, now, GONE_WORDS)
    with database.transaction() as transaction:
        transaction.drafts.note_copy(draft, None, COPY_GONE)


def _unapprove(database: Database, draft: Draft, now: datetime, words: str) -> None:
    with database.transaction() as transaction:
        states = (DraftState.APPROVED,)
        transaction.drafts.move(draft.id, from_states=states, to=DraftState.EDITED, at=now, failure=words)


def _copy_of(database: Database, number: int) -> DraftCopy | None:
    with database.reading() as transaction:
        return next((copy for copy in transaction.drafts.copies() if copy.draft.id == number), None)
