"""Keeps the copies in the person's Drafts folder in step, without ever touching what is theirs (``design.md`` §3).

heardback removes only its own message, saying what it said when it was put there. A draft edited there is taken over
as the new text; one that was moved is followed; one deleted there is dropped. Looking comes first (``draftlook``),
deciding is pure (``draftsteps``), doing comes last: in the mailbox (``draftcopies``) and in the store (``draftnotes``).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from ingest.ports import Mailbox
from respond.draftcopies import Copies
from respond.draftlook import Lookout
from respond.draftmail import UnsafeFieldError, mail_of
from respond.draftnotes import Notes, name_beside
from respond.draftsteps import CHANGEABLE, Seen, Step, decide, fingerprint_now, is_begun, is_untouched, written
from store.database import Database
from store.draftcopies import DraftCopy
from store.errors import MailboxFull, PermanentError
from store.noted import Draft
from store.vocabulary import DraftState

UNAPPROVED_WORDS = "You changed it in your mail program after approving it; approve it again to send it as it is now."
BOTH_WORDS = (
    "You changed it in your mail program and here: what stands in your mail program counts, and the other text lies "
    "beside it in your Drafts folder."
)
ADOPTED_WORDS = "Another heardback on this mailbox has put a draft for the same mail into your Drafts; that one counts."
FULL_WORDS = "{error} New drafts wait in 'heardback review list' until then."
CLOSED_WORDS = (
    "The folder “{folder}” of {account} takes no new drafts, so they wait in 'heardback review list' only: name "
    "another in accounts.{account}.drafts_folder, or set replies.into_drafts_folder = false. ({error})"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one pass did, in numbers; drafts whose old copy could not be removed; and what went wrong, in sentences."""

    appended: int = 0
    taken_over: int = 0
    discarded: int = 0
    removed: int = 0
    left_behind: tuple[int, ...] = ()
    problems: tuple[str, ...] = ()


def keep_in_step(database: Database, mailbox: Mailbox, account: str, folder: str, now: datetime) -> Kept:
    """One pass over an account's drafts. Raises ``PassingError`` or ``PermanentError`` from the mailbox."""
    keeping = Keeping(database, mailbox, account, folder, now)
    with database.reading() as transaction:
        copies = [copy for copy in transaction.drafts.copies() if copy.draft.account == account]
        waiting = [
            draft
            for draft in transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED)
            if draft.account == account
            and draft.id not in {copy.draft.id for copy in copies}
            and (draft.later_until is None or draft.later_until <= now)
        ]
    # New ones first, since somebody may be waiting for them, unless what goes first may make room.
    makes_room = any(copy.draft.state not in CHANGEABLE for copy in copies)
    if not makes_room:
        keeping.append_all(waiting)
    for copy in copies:
        keeping.step(copy)
    keeping.append_all([*keeping.waiting, *(waiting if makes_room else ())])
    return keeping.kept


class Keeping:
    """The doing: one connection, one Drafts folder."""

    def __init__(self, database: Database, mailbox: Mailbox, account: str, folder: str, now: datetime) -> None:
        self._account, self._folder, self._now = account, folder, now
        mailbox.examine(folder)
        self._copies, self._notes = Copies(mailbox, account, folder, now), Notes(database, now)
        self._lookout = Lookout(database, mailbox, folder)
        self.kept = Kept()
        self.waiting: list[Draft] = []
        """Drafts whose copy a round that died may have begun to put there, and did not."""

    def step(self, copy: DraftCopy) -> Step:
        """Brings one copy in step; what is wrong with this draft alone is told and keeps no other from it."""
        try:
            return self.step_with(copy, self.look(copy))
        except PermanentError as error:
            self._complain(f"Draft {copy.draft.id}: {error}")
            return Step.LEAVE

    def step_with(self, copy: DraftCopy, seen: Seen | None) -> Step:
        """Decides on what was seen, and does it. Raises what the mailbox raises."""
        step = decide(copy, seen)
        self._do(step, copy, seen)
        return step

    def look(self, copy: DraftCopy) -> Seen | None:
        """The copy of a draft, under its own Message-ID or saved as a new message; copies a crash left are removed."""
        found = self._lookout.copies_of(copy.draft)
        if found:
            self._remove_outdated(copy, found[1:])
            return found[0]
        followed = copy.draft.state in CHANGEABLE and not is_begun(copy)
        return self._lookout.successor(copy.draft) if followed else None

    def append_all(self, drafts: Iterable[Draft]) -> None:
        """Puts drafts into the folder, as far as it takes them."""
        for draft in drafts:
            try:
                self.append(draft)
            except UnsafeFieldError as error:
                self._complain(f"Draft {draft.id}: {error}")
            except MailboxFull as error:
                self._complain(FULL_WORDS.format(error=error))
                return
            except PermanentError as error:
                self._complain(CLOSED_WORDS.format(folder=self._folder, account=self._account, error=error))
                return

    def append(self, draft: Draft) -> None:
        """Puts a draft into the folder; a copy that a broken round left behind, or another heardback's, is adopted."""
        seen = next(self._lookout.lying(self._folder, draft.message_id), None) or self._lookout.rival(draft)
        if seen is None:
            made = mail_of(draft, now=draft.created)
            self._notes.copy(draft, None, fingerprint_now(draft))
            uid = self._copies.put(made, draft.message_id)
            self.kept = replace(self.kept, appended=self.kept.appended + 1)
            earlier = self._lookout.rival(draft, before=uid)
            if earlier is None:
                self._notes.copy(draft, self._copies.place(self._folder, uid), fingerprint_now(draft))
                return
            # Two heardbacks at the same moment: the later one steps back.
            self._remove(draft, self._folder, uid)
            seen = earlier
        if seen.mail.fingerprint == fingerprint_now(draft) and seen.mail.message_id == draft.message_id:
            self._notes.copy(draft, self._copies.place(seen.folder, seen.uid), seen.mail.fingerprint)
        else:
            adopted = seen.mail.message_id != draft.message_id
            self._take_over(draft, seen, ADOPTED_WORDS if adopted else "")

    # Doing

    def _do(self, step: Step, copy: DraftCopy, seen: Seen | None) -> None:
        draft = copy.draft
        match step:
            case Step.LEAVE:
                if copy.missing_rounds and seen is not None:
                    self._notes.missing(draft, 0)
            case Step.MISSING:
                self._notes.missing(draft, copy.missing_rounds + 1)
            case Step.DISCARD:
                self._discard_or_follow(draft)
            case Step.FORGET:
                if not copy.is_theirs and (seen is None or len(written(copy)) > 1):
                    self._copies.finish_removing(draft.folder_copy, but=seen)
                self._notes.copy(draft, None, "")
            case Step.PUT:
                if draft.later_until is None or draft.later_until <= self._now:
                    self.waiting.append(draft)
            case Step.NOTE | Step.TAKE_OVER | Step.TAKE_BOTH | Step.REPLACE | Step.REMOVE:
                assert seen is not None
                self._do_with(step, copy, seen)
            case _:
                assert_never(step)

    def _do_with(self, step: Step, copy: DraftCopy, seen: Seen) -> None:
        draft = copy.draft
        if len(written(copy)) > 1 and not copy.is_theirs:
            # A copy was being replaced, and the old one may only be marked: nothing else would find it any more.
            self._copies.finish_removing(draft.folder_copy, but=seen)
        if step is Step.NOTE:
            self._notes.stored_otherwise(copy, seen, self._copies.place(seen.folder, seen.uid))
        elif step is Step.REPLACE:
            self._replace(copy, seen)
        elif step is Step.REMOVE:
            if self._remove(draft, seen.folder, seen.uid):
                self._notes.copy(draft, None, "")
        elif step is Step.TAKE_BOTH:
            self._put_beside(draft)
            self._take_over(draft, seen, BOTH_WORDS)
        else:
            self._take_over(draft, seen, UNAPPROVED_WORDS if draft.state is DraftState.APPROVED else "")

    def _take_over(self, draft: Draft, seen: Seen, words: str) -> None:
        if self._notes.taken_over(draft, seen, self._copies.place(seen.folder, seen.uid), words):
            self.kept = replace(self.kept, taken_over=self.kept.taken_over + 1)

    def _replace(self, copy: DraftCopy, seen: Seen) -> None:
        """The new copy goes in before the old one goes out: a round that dies between leaves two, never none.

        Both are noted first, so that the next round knows both as heardback's own.
        """
        draft, made, new = copy.draft, mail_of(copy.draft, now=copy.draft.created), fingerprint_now(copy.draft)
        self._notes.copy(draft, self._copies.place(seen.folder, seen.uid), f"{seen.mail.fingerprint} {new}")
        uid = self._copies.put(made, draft.message_id)
        self.kept = replace(self.kept, appended=self.kept.appended + 1)
        self._remove(draft, seen.folder, seen.uid)
        self._notes.copy(draft, self._copies.place(self._folder, uid), new)

    def _put_beside(self, draft: Draft) -> None:
        """What the draft says here, as a mail of its own; once, whatever round dies."""
        name = name_beside(draft, fingerprint_now(draft))
        if next(self._lookout.lying(self._folder, name), None) is None:
            self._copies.put(mail_of(replace(draft, message_id=name), now=self._now), name)

    def _remove(self, draft: Draft, folder: str, uid: int) -> bool:
        if self._copies.remove(folder, uid):
            self.kept = replace(self.kept, removed=self.kept.removed + 1)
            return True
        self.kept = replace(self.kept, left_behind=(*self.kept.left_behind, draft.id))
        return False

    def _remove_outdated(self, copy: DraftCopy, older: Iterable[Seen]) -> None:
        """Removes own copies that a newer one has replaced."""
        for seen in older:
            if is_untouched(copy, seen):
                self._remove(copy.draft, seen.folder, seen.uid)

    def _discard_or_follow(self, draft: Draft) -> None:
        seen = self._lookout.elsewhere(draft)
        if seen is not None:
            self._notes.copy(draft, self._copies.place(seen.folder, seen.uid), seen.mail.fingerprint, is_theirs=True)
            return
        self._notes.deleted_there(draft)
        self.kept = replace(self.kept, discarded=self.kept.discarded + 1)

    def _complain(self, sentence: str) -> None:
        self.kept = replace(self.kept, problems=(*self.kept.problems, sentence))
