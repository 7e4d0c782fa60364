"""A store, a mailbox on a real server, and passes over the two."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ingest.imap import ImapMailbox, open_mailbox
from respond.draftmail import mail_of
from respond.draftsfolder import Kept, keep_in_step
from respond.lastlook import Folders, last_look
from store.database import Database
from store.noted import Draft
from store.vocabulary import DraftState
from tests.respond.drafts import NOW
from tests.servers.boxes import PASSWORD, Box


class Desk:
    """One heardback beside a mail program. ``now`` is where its clock stands."""

    def __init__(self, folder: Path, box: Box, drafts: str = "Drafts", sent: str = "Sent") -> None:
        self.database = Database.open(folder)
        self.box = box
        self.folders = Folders(drafts, sent)
        self.now = NOW

    @contextmanager
    def mailbox(self) -> Iterator[ImapMailbox]:
        with open_mailbox(self.box.account, PASSWORD) as mailbox:
            yield mailbox

    def keep(self) -> Kept:
        with self.mailbox() as mailbox:
            return keep_in_step(self.database, mailbox, "home", self.folders.drafts, self.now)

    def may_go(self, number: int) -> bool:
        with self.mailbox() as mailbox:
            return last_look(self.database, mailbox, self.folders, self.draft(number), self.now)

    def uids(self, folder: str = "") -> list[int]:
        with self.mailbox() as mailbox:
            mailbox.examine(folder or self.folders.drafts)
            return list(mailbox.uids(1, None))

    def raw(self) -> list[bytes]:
        with self.mailbox() as mailbox:
            mailbox.examine(self.folders.drafts)
            found = [mailbox.fetch_raw(self.folders.drafts, uid) for uid in mailbox.uids(1, None)]
        return [each for each in found if each is not None]

    def draft(self, number: int) -> Draft:
        with self.database.reading() as transaction:
            found = transaction.drafts.get(number)
        assert found is not None
        return found

    def end(self, number: int, state: DraftState) -> None:
        with self.database.transaction() as transaction:
            transaction.drafts.move(number, from_states=tuple(DraftState), to=state, at=self.now)

    def approve(self, number: int) -> None:
        self.end(number, DraftState.APPROVED)

    def save(self, raw: bytes, at: datetime = NOW, folder: str = "") -> None:
        """A mail program saves a draft in place of all that lies there."""
        self.box.expunge(folder or self.folders.drafts, self.uids(folder))
        self.box.put(folder or self.folders.drafts, [(raw, at)], [r"\Draft"])

    def save_edited(self, draft: Draft, **changes: object) -> None:
        self.save(mail_of(replace(draft, **changes), now=NOW))  # type: ignore[arg-type]
