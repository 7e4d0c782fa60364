"""One go at looking through all folders of one account, for job mail that was never taken in.

Every folder is opened read-only, the days since the last look are searched, and what the store does not know is read as
a round would read it and judged. A go is bounded and goes on where the last one stopped: batch by batch it keeps how
far it is, so that a cut line or a stop costs one batch.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from email.parser import BytesHeaderParser
from typing import TYPE_CHECKING

from classify.jobshape import Known, is_doubtful, is_job_shaped
from heardback.overlooked import (
    Cursor,
    Overlooked,
    Progress,
    Result,
    add,
    found_so_far,
    progress_of,
    result_of,
    set_progress,
    set_result,
)
from heardback.surroundings import answers_own
from ingest.accounts import Account
from ingest.foldernames import FolderUse
from ingest.folders import find_drafts, find_sent, shows_others, use_of
from ingest.guarded import parse
from ingest.headers import message_id
from ingest.imap import ImapMailbox
from ingest.mailboxes import read_addresses
from ingest.ports import Fetched, Folder, FolderState
from store.database import Transaction
from store.errors import FolderMissing, PermanentError
from store.records import Message, StoredMessage, Watermark
from store.vocabulary import Direction

if TYPE_CHECKING:
    from heardback.wiring import House

FIRST_LOOK = timedelta(days=30)
OVERLAP = timedelta(days=1)
"""Days are the server's, which may live in another zone."""
MOST_READ = 300
"""Mails of an account that are read in one go, their text included; the next go takes up the rest."""
MOST_NAMED = 5_000
"""Mails of an account whose Message-ID is asked for in one go."""
BATCH = 50
STILL_READ_IN = "Its mail is still being read in for the first time; the look through all folders comes after that."
GOES_ON = "There is much mail to look through; it goes on by itself."
MOST_DOUBTFUL = 20


class LookThrough:
    """One go at one account."""

    def __init__(self, house: "House", account: Account, mailbox: ImapMailbox, stop: Callable[[], bool]) -> None:
        self._house, self._account, self._mailbox, self._stop = house, account, mailbox, stop
        self._named = self._read = 0

    def go(self) -> str:
        """Looks as far as one go may; why it did not come to its end, or an empty text."""
        listed = self._mailbox.folders()
        with self._house.database.reading() as transaction:
            marks = {
                mark.folder: mark for mark in transaction.folders.watermarks() if mark.account == self._account.name
            }
            progress = progress_of(transaction, self._account.name) or self._beginning(transaction)
            known = Known(transaction.sightings.people(), transaction.sightings.employers())
        names, watched = {folder.name for folder in listed}, self._account.folders
        gone = tuple(name for name in watched if name not in names and name.upper() != "INBOX")
        if not marks or any(name not in marks or not marks[name].is_whole for name in {*marks, *watched} & names):
            return STILL_READ_IN
        folders = self._to_look_through(listed)
        for folder in folders:
            if folder.name not in progress.done:
                progress = self._through(folder.name, marks.get(folder.name), progress, known)
            if folder.name not in progress.done:
                return "" if self._stop() else GOES_ON
        self._finish(progress, known, len(folders), gone)
        return ""

    def _beginning(self, transaction: Transaction) -> Progress:
        now = self._house.clock.now()
        before = result_of(transaction, self._account.name)
        since = before.begun - OVERLAP if before is not None else now - FIRST_LOOK
        return Progress(since.astimezone(UTC).date(), now)

    def _to_look_through(self, listed: Sequence[Folder]) -> list[Folder]:
        """All folders but those of own mail; one that shows what lies in others comes last, to name the nearer one."""
        own: set[str | None] = set()
        with suppress(FolderMissing):  # one that was named and is gone; the rounds say so
            own.add(find_sent(listed, self._account.sent_folder))
        with suppress(FolderMissing):
            own.add(find_drafts(listed, self._account.drafts_folder))
        found = [
            folder
            for folder in listed
            if folder.name not in own and use_of(folder) not in (FolderUse.DRAFTS, FolderUse.SENT)
        ]
        return sorted(found, key=lambda folder: (shows_others(folder), use_of(folder) is not FolderUse.JUNK))

    def _through(self, folder: str, mark: Watermark | None, progress: Progress, known: Known) -> Progress:
        """Goes down one folder from the newest, batch by batch; done with it unless stopped or the go is over."""
        try:
            state = self._mailbox.examine(folder)
            uids = self._wanted(state, mark, progress)
        except PermanentError:
            # One that the server shows and will not open: told with the outcome.
            return self._keep(replace(progress, done=(*progress.done, folder), refused=(*progress.refused, folder)), ())
        for start in range(0, len(uids), BATCH):
            if self._stop() or self._named >= MOST_NAMED or self._read >= MOST_READ:
                return progress
            batch = uids[start : start + BATCH]
            found = tuple(self._found_among(state, batch, known))
            cursors = {**progress.cursors, folder: Cursor(state.uidvalidity, batch[-1])}
            progress = self._keep(replace(progress, cursors=cursors, looked=progress.looked + len(batch)), found)
        return self._keep(replace(progress, done=(*progress.done, folder)), ())

    def _wanted(self, state: FolderState, mark: Watermark | None, progress: Progress) -> list[int]:
        """The UIDs to look at, newest first. Of a watched folder, what a round is still to read is left to it."""
        uids = sorted(self._mailbox.arrived_since(progress.since), reverse=True)
        cursor = progress.cursors.get(state.name)
        if cursor is not None and cursor.uidvalidity == state.uidvalidity:
            uids = [uid for uid in uids if uid < cursor.below]
        if mark is not None:
            return [uid for uid in uids if mark.uidvalidity == state.uidvalidity and mark.down <= uid <= mark.up]
        return uids

    def _found_among(self, state: FolderState, batch: Sequence[int], known: Known) -> Iterator[Overlooked]:
        strange = self._strange(state, batch)
        self._read += len(strange)
        mails = [(each, self._parsed(state, each)) for each in self._mailbox.fetch(strange)]
        with self._house.database.reading() as transaction:
            new = [
                (each, mail)
                for each, mail in mails
                if mail is not None
                and not transaction.mail.known(mail.identity)
                and transaction.drafts.by_message_id(mail.message_id) is None
            ]
            answers = [answers_own(transaction.mail.by_message_id, mail) for _, mail in new]
        with self._house.storing:
            readings = self._house.reader.read_all(
                [mail for _, mail in new], directions=[Direction.RECEIVED] * len(new), answers=answers
            )
        now = self._house.clock.now()
        for (each, mail), reading in zip(new, readings, strict=True):
            if is_job_shaped(mail, reading, known):
                verdict, sender = reading.verdict, mail.sender
                place = (self._account.name, state.name, state.uidvalidity, each.uid)
                names = (mail.message_id, mail.identity, verdict.tag, verdict.unsure)
                yield Overlooked(0, *place, *names, mail.subject, sender.name, sender.address, mail.date, now)

    def _strange(self, state: FolderState, batch: Sequence[int]) -> list[int]:
        """Those the store does not know by their place, nor by Message-ID and sender."""
        span = (min(batch), max(batch))
        with self._house.database.reading() as transaction:
            located = transaction.sightings.located(self._account.name, state.name, state.uidvalidity, *span)
        left = [uid for uid in batch if uid not in located]
        if not left:
            return []
        self._named += len(left)
        names = {uid: _names_in(raw) for uid, raw in self._mailbox.names(left).items()}
        with self._house.database.reading() as transaction:
            stored = transaction.sightings.senders_of([name for name, _ in names.values()])
        return [uid for uid in left if names.get(uid, ("", "")) not in stored]

    def _parsed(self, state: FolderState, each: Fetched) -> Message | None:
        if not each.raw:
            return None
        source = f"{self._account.name}/{state.name}/{state.uidvalidity}/{each.uid}"
        mail = parse(each.raw, source=source, internal_date=each.internal_date, attachments=each.attachments)
        return mail if isinstance(mail, Message) else None

    def _keep(self, progress: Progress, found: Sequence[Overlooked]) -> Progress:
        with self._house.database.transaction() as transaction:
            add(transaction, found, self._house.clock.now())
            set_progress(transaction, self._account.name, progress)
        return progress

    def _finish(self, progress: Progress, known: Known, folders: int, gone: tuple[str, ...]) -> None:
        """Counts: what of the job mail of these days is in the store, and what is not."""
        now, name = self._house.clock.now(), self._account.name
        start = datetime.combine(progress.since, time(), UTC)
        with self._house.database.transaction() as transaction:
            stored = [each for each in transaction.mail.between(start, now) if self._counts(each, known)]
            missed = [
                each
                for each in found_so_far(transaction)
                if each.account == name and each.seen >= progress.begun and not transaction.mail.known(each.identity)
            ]
            doubtful = [
                each.id for each in stored if not each.corrected and is_doubtful(each.message, each.reading, known)
            ]
            outcome = Result(
                account=name,
                since=progress.since,
                begun=progress.begun,
                finished=now,
                folders=folders,
                looked=progress.looked,
                stored=len(stored),
                missed=len(missed),
                doubtful=tuple(doubtful[-MOST_DOUBTFUL:]),
                gone=gone,
                refused=progress.refused,
            )
            set_result(transaction, outcome)
            set_progress(transaction, name, None)

    def _counts(self, stored: StoredMessage, known: Known) -> bool:
        is_ours = stored.account == self._account.name and stored.direction is Direction.RECEIVED
        return is_ours and is_job_shaped(stored.message, stored.reading, known)


def _names_in(raw: bytes) -> tuple[str, str]:
    """Message-ID and sender out of the two header fields that name a mail."""
    fields = BytesHeaderParser().parsebytes(raw)
    senders = read_addresses(str(fields.get("From", "")))
    return message_id(str(fields.get("Message-ID", ""))), senders[0].address if senders else ""
