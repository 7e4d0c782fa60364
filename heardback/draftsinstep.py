"""Each account's Drafts folder, brought in step with the store in a round; looked into only where something changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from heardback.bearings import Opened
from ingest.folders import find_drafts
from ingest.imap import ImapMailbox
from respond.draftsfolder import Kept, keep_in_step
from store.errors import FolderMissing, PassingError, PermanentError, UserError

if TYPE_CHECKING:
    from heardback.wiring import House

LOOK_AGAIN_AT_DRAFTS = timedelta(minutes=30)
"""Drafts in the mailbox are looked at one by one as often as this, also where the server says that nothing changed."""
DRAFTS_PROBLEM = "drafts_problem/{name}"
"""The fact under which the store keeps what was last wrong with an account's Drafts folder."""
NO_DRAFTS_FOLDER = (
    "The mailbox {name} has no Drafts folder, so the drafts wait in 'heardback review list' only: create one in your "
    "mail program, or name it in accounts.{name}.drafts_folder."
)


@dataclass(frozen=True, slots=True)
class InStep:
    """What came of one account's folder: what was done, what is wrong, and whether that is news.

    ``kept`` is None where nothing had changed, or nothing could be done.
    """

    kept: Kept | None = None
    problem: str = ""
    is_news: bool = False


class DraftsInStep:
    """The Drafts folders over the rounds of one house."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._seen: dict[str, tuple[tuple[object, ...], datetime]] = {}

    def keep(self, opened: Opened) -> InStep:
        """Brings an account's drafts in step, unless neither the folder nor the store has changed since."""
        name, kept, problem = opened.account.name, None, ""
        try:
            try:
                kept = self._kept(opened)
            except FolderMissing:
                if not opened.lists_anew():
                    raise
                kept = self._kept(opened)
            if kept is None:
                return InStep()
            problem = " ".join(kept.problems)
            if problem:
                self._seen.pop(name, None)
        except (PassingError, PermanentError, UserError) as error:
            problem = str(error)
        return InStep(kept, problem, self._note(name, problem))

    def _kept(self, opened: Opened) -> Kept | None:
        """What one pass did; None where there was no need of one. Raises what the mailbox raises."""
        account, mailbox = opened.account, opened.mailbox
        folder = find_drafts(opened.folders, account.drafts_folder)
        if folder is None:
            raise FolderMissing(NO_DRAFTS_FOLDER.format(name=account.name))
        now = self._house.clock.now()
        pulse = self._pulse(mailbox, folder, now)
        if pulse is not None and self._is_in_step(account.name, pulse, now):
            return None
        self._seen.pop(account.name, None)
        kept = keep_in_step(self._house.database, mailbox, account.name, folder, now)
        if pulse is not None:
            self._seen[account.name] = pulse, now
        return kept

    def _note(self, name: str, problem: str) -> bool:
        """Remembers what is wrong; whether that is news."""
        with self._house.database.transaction() as transaction:
            key = DRAFTS_PROBLEM.format(name=name)
            before = transaction.digests.fact(key)
            if problem != before:
                transaction.digests.set_fact(key, problem)
        return bool(problem) and problem != before

    def _pulse(self, mailbox: ImapMailbox, folder: str, now: datetime) -> tuple[object, ...] | None:
        """What differs once drafts have changed, in the folder or in the store; None where the server cannot tell."""
        there = mailbox.glance(folder)
        if there is None:
            return None
        with self._house.database.reading() as transaction:
            return (folder, there, transaction.drafts.pulse(now))

    def _is_in_step(self, name: str, pulse: tuple[object, ...], now: datetime) -> bool:
        """Whether nothing has changed since a look at every draft, which is taken now and again all the same."""
        seen, at = self._seen.get(name, ((), now))
        return seen == pulse and timedelta(0) <= now - at < LOOK_AGAIN_AT_DRAFTS
