"""What the store notes of a draft's copy in the person's Drafts folder, each in one transaction."""

from dataclasses import replace
from datetime import datetime

from respond.draftmail import message_id_by
from respond.draftsteps import CHANGEABLE, Seen
from store.database import Database
from store.draftcopies import DraftCopy
from store.noted import Draft
from store.records import Location
from store.vocabulary import DraftState

DELETED_WORDS = "You deleted it in your mail program."


class Notes:
    """The notes of one pass, at one moment."""

    def __init__(self, database: Database, now: datetime) -> None:
        self._database, self._now = database, now

    def copy(self, draft: Draft, place: Location | None, words: str, *, is_theirs: bool = False) -> None:
        """Where a draft's copy lies, and the words heardback has put there or is about to put."""
        with self._database.transaction() as transaction:
            transaction.drafts.note_copy(draft, place, words, is_theirs=is_theirs)

    def stored_otherwise(self, copy: DraftCopy, seen: Seen, place: Location) -> None:
        """The same words under another Message-ID, or stored otherwise: remembered, and nothing else changes."""
        draft, renamed = copy.draft, seen.mail.message_id not in ("", copy.draft.message_id)
        with self._database.transaction() as transaction:
            if renamed:
                transaction.drafts.rewrite(
                    replace(draft, message_id=seen.mail.message_id),
                    state=draft.state,
                    at=draft.changed,
                    from_states=(draft.state,),
                    as_read=draft.changed,
                    failure=draft.failure,
                )
            transaction.drafts.note_copy(draft, place, seen.mail.fingerprint, is_theirs=copy.is_theirs or renamed)

    def taken_over(self, draft: Draft, seen: Seen, place: Location, words: str) -> bool:
        """What lies there becomes the draft, ``words`` tell of it; False where it was changed here meanwhile."""
        mail = seen.mail
        changed = replace(
            draft,
            subject=mail.subject,
            body=mail.body,
            to=mail.to if mail.to.address else draft.to,
            message_id=mail.message_id or draft.message_id,
            only_by_hand=mail.beyond,
        )
        with self._database.transaction() as transaction:
            # What was changed here meanwhile is not written over; the next pass sees both.
            if not transaction.drafts.rewrite(
                changed,
                state=DraftState.EDITED,
                at=self._now,
                from_states=CHANGEABLE,
                as_read=draft.changed,
                failure=words,
            ):
                return False
            # What heardback put beside another text, and is as it was, stays its own.
            is_theirs = mail.message_id != name_beside(draft, mail.fingerprint)
            transaction.drafts.note_copy(changed, place, mail.fingerprint, is_theirs=is_theirs)
        return True

    def missing(self, draft: Draft, rounds: int) -> None:
        """For how many passes no copy was found."""
        with self._database.transaction() as transaction:
            transaction.drafts.note_missing(draft.id, rounds)

    def deleted_there(self, draft: Draft) -> None:
        """The person deleted the copy, and so the draft."""
        with self._database.transaction() as transaction:
            open_states = (DraftState.PROPOSED, DraftState.EDITED)
            transaction.drafts.move(
                draft.id, from_states=open_states, to=DraftState.DISCARDED, at=self._now, failure=DELETED_WORDS
            )
            transaction.drafts.note_copy(draft, None, "")


def name_beside(draft: Draft, words: str) -> str:
    """The Message-ID of the text with this fingerprint, where it lies beside another text of the draft."""
    return message_id_by(f"{draft.message_id} {words}", draft.sender.address.rpartition("@")[2])
