"""Keeps the copies in the person's Drafts folder in step, without ever touching what is theirs (``design.md`` §3).

heardback removes only its own message, unchanged since it was appended. A draft edited there is taken over as the new
text; one that was sent from there or deleted there is recognised. Looking comes first (``look``), deciding is pure
(``decide``), doing comes last (``keep_in_step``).
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from ingest.parse import parse
from ingest.ports import Mailbox
from respond.draftmail import body_of, mail_of
from store.database import Database
from store.drafts import DraftCopy
from store.noted import Draft
from store.records import Location, Message
from store.vocabulary import DraftState

ROUNDS_UNTIL_DISCARDED = 2
DRAFT_FLAGS = (r"\Draft", r"\Seen")
KEPT_STATES = (DraftState.PROPOSED, DraftState.EDITED, DraftState.APPROVED, DraftState.SENDING, DraftState.UNKNOWN)
"""States in which the copy stays in the folder; in every other one our own, untouched copy is cleared away."""


class Step(StrEnum):
    """What is to be done with one copy."""

    LEAVE = "leave"
    TAKE_OVER = "take over"
    REPLACE = "replace"
    REMOVE = "remove"
    MISSING = "missing"
    DISCARD = "discard"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Seen:
    """What lies in the folder for a draft: UID and bytes, or nothing; ``moved`` when under another Message-ID."""

    uid: int | None
    raw: bytes | None
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What one pass did, in numbers, and drafts whose old copy could not be removed."""

    appended: int = 0
    taken_over: int = 0
    discarded: int = 0
    removed: int = 0
    left_behind: tuple[int, ...] = ()


def decide(copy: DraftCopy, seen: Seen, now: datetime) -> Step:
    """What to do with the copy of one draft; pure."""
    draft = copy.draft
    if seen.raw is not None and seen.moved:
        return Step.TAKE_OVER if draft.state.is_open else Step.FORGET
    if seen.raw is None:
        if draft.state not in (DraftState.PROPOSED, DraftState.EDITED):
            return Step.FORGET
        return Step.DISCARD if copy.missing_rounds + 1 >= ROUNDS_UNTIL_DISCARDED else Step.MISSING
    untouched = hashlib.sha256(seen.raw).hexdigest() == copy.sha256
    if not untouched:
        # Some servers rewrite what they store; only another text or addressee is the person's hand.
        subject, body, to = body_of(seen.raw)
        same = (subject, _bare(body), to.address) == (draft.subject, _bare(draft.body), draft.to.address)
        if not same:
            return Step.TAKE_OVER if draft.state.is_open else Step.LEAVE
    if copy.is_theirs:
        return Step.LEAVE if draft.state in KEPT_STATES else Step.FORGET
    if draft.state not in KEPT_STATES:
        return Step.REMOVE
    if untouched and draft.state is DraftState.EDITED and _hash(draft, draft.created) != copy.sha256:
        return Step.REPLACE
    return Step.LEAVE


def keep_in_step(database: Database, mailbox: Mailbox, account: str, folder: str, now: datetime) -> Kept:
    """One pass over an account's drafts. Raises ``PassingError`` or ``PermanentError`` from the mailbox."""
    with database.reading() as transaction:
        copies = [copy for copy in transaction.drafts.copies() if copy.draft.account == account]
        waiting = [
            draft
            for draft in transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED)
            if draft.account == account and draft.id not in {copy.draft.id for copy in copies}
        ]
    keeping = _Keeping(database, mailbox, account, folder, now)
    for copy in copies:
        keeping.step(copy)
    for draft in waiting:
        keeping.append(draft)
    return keeping.kept


class _Keeping:
    """The doing of one pass."""

    def __init__(self, database: Database, mailbox: Mailbox, account: str, folder: str, now: datetime) -> None:
        self._database, self._mailbox = database, mailbox
        self._account, self._folder, self._now = account, folder, now
        self._uidvalidity = mailbox.examine(folder).uidvalidity
        self.kept = Kept()

    def step(self, copy: DraftCopy) -> None:
        seen = self._look(copy.draft)
        step = decide(copy, seen, self._now)
        match step:
            case Step.LEAVE:
                if copy.missing_rounds:
                    self._note_missing(copy.draft, 0)
            case Step.TAKE_OVER:
                assert seen.raw is not None
                self._take_over(copy.draft, seen.raw, seen.moved)
            case Step.REPLACE | Step.REMOVE:
                self._remove(copy.draft, seen)
                if step is Step.REPLACE:
                    self.append(copy.draft)
            case Step.MISSING:
                self._note_missing(copy.draft, copy.missing_rounds + 1)
            case Step.DISCARD:
                self._discard(copy.draft)
            case Step.FORGET:
                self._note_copy(copy.draft, None, "")
            case _:
                assert_never(step)

    def append(self, draft: Draft) -> None:
        """Puts a draft into the folder; a copy that a broken round left behind is adopted instead."""
        raw = mail_of(draft, now=draft.created)
        if not self._mailbox.find(self._folder, draft.message_id):
            self._mailbox.append(self._folder, raw, DRAFT_FLAGS, self._now)
            self.kept = replace(self.kept, appended=self.kept.appended + 1)
        uid = max(self._mailbox.find(self._folder, draft.message_id), default=0)
        location = Location(self._account, self._folder, self._uidvalidity, uid)
        self._note_copy(draft, location, hashlib.sha256(raw).hexdigest())

    def _look(self, draft: Draft) -> Seen:
        uids = self._mailbox.find(self._folder, draft.message_id)
        for uid in sorted(uids, reverse=True):
            raw = self._mailbox.fetch_raw(self._folder, uid)
            if raw is not None:
                return Seen(uid, raw)
        return self._successor(draft) if draft.state.is_open else Seen(None, None)

    def _successor(self, draft: Draft) -> Seen:
        """The copy under a new Message-ID: many mail programs save an edited draft as a new message."""
        self._mailbox.examine(self._folder)
        for fetched in self._mailbox.fetch(self._mailbox.uids(1, None)):
            mail = parse(fetched.raw, source=f"{self._folder}/{fetched.uid}", internal_date=fetched.internal_date)
            if isinstance(mail, Message) and _succeeds(draft, mail):
                raw = self._mailbox.fetch_raw(self._folder, fetched.uid)
                return Seen(fetched.uid, raw, mail.message_id)
        return Seen(None, None)

    def _take_over(self, draft: Draft, raw: bytes, moved: str) -> None:
        subject, body, to = body_of(raw)
        changed = replace(
            draft,
            subject=subject,
            body=body,
            to=to if to.address else draft.to,
            message_id=moved or draft.message_id,
        )
        with self._database.transaction() as transaction:
            if transaction.drafts.rewrite(changed, state=DraftState.EDITED, at=self._now):
                transaction.drafts.note_copy(
                    replace(changed, state=DraftState.EDITED),
                    draft.folder_copy,
                    hashlib.sha256(raw).hexdigest(),
                    is_theirs=True,
                )
        self.kept = replace(self.kept, taken_over=self.kept.taken_over + 1)

    def _remove(self, draft: Draft, seen: Seen) -> None:
        assert seen.uid is not None
        if self._mailbox.remove(self._folder, self._uidvalidity, seen.uid):
            self._note_copy(draft, None, "")
            self.kept = replace(self.kept, removed=self.kept.removed + 1)
        else:
            self.kept = replace(self.kept, left_behind=(*self.kept.left_behind, draft.id))

    def _discard(self, draft: Draft) -> None:
        with self._database.transaction() as transaction:
            reason = "You deleted it in your mail program."
            transaction.drafts.move(
                draft.id,
                from_states=(DraftState.PROPOSED, DraftState.EDITED),
                to=DraftState.DISCARDED,
                at=self._now,
                failure=reason,
            )
            transaction.drafts.note_copy(draft, None, "")
        self.kept = replace(self.kept, discarded=self.kept.discarded + 1)

    def _note_missing(self, draft: Draft, rounds: int) -> None:
        with self._database.transaction() as transaction:
            transaction.drafts.note_missing(draft.id, rounds)

    def _note_copy(self, draft: Draft, location: Location | None, sha256: str) -> None:
        with self._database.transaction() as transaction:
            transaction.drafts.note_copy(draft, location, sha256)


def _succeeds(draft: Draft, mail: Message) -> bool:
    """Whether a mail in Drafts is this draft, saved anew: same thread (or subject, where it opens one), same person."""
    if draft.to.address not in {each.address for each in mail.to}:
        return False
    if draft.in_reply_to:
        return draft.in_reply_to in mail.in_reply_to
    return mail.subject == draft.subject


def _hash(draft: Draft, at: datetime) -> str:
    return hashlib.sha256(mail_of(draft, now=at)).hexdigest()


def _bare(body: str) -> str:
    return "\n".join(line.rstrip() for line in body.strip().splitlines())
