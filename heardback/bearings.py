"""What a round starts from: its connections, which folders to read in which order, and how all of it stood before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest.accounts import Account
from ingest.folders import find_sent
from ingest.imap import ImapMailbox
from ingest.ports import Folder
from store.errors import FolderMissing
from store.folders import AccountHealth
from store.records import Watermark

LIST_AGAIN_AFTER = timedelta(minutes=15)
"""Folders are listed as often as this while all goes well: so long a new folder for sent mail may go unseen."""


@dataclass(slots=True)
class Opened:
    """One account's connection in a round; ``remembered`` are its folders as an earlier round has seen them."""

    account: Account
    mailbox: ImapMailbox
    remembered: tuple[Folder, ...] | None = None
    listed: tuple[Folder, ...] | None = None

    @property
    def folders(self) -> tuple[Folder, ...]:
        """All its folders, asked for once in a round at the most.

        After INBOX was looked into: Dovecot goes through all files of a folder that is opened behind a LIST.
        """
        if self.remembered is None and self.listed is None:
            self.listed = self.mailbox.folders()
        return self.listed or self.remembered or ()

    def lists_anew(self) -> bool:
        """Forgets what is remembered, where one of those folders is gone; whether anything was."""
        was_remembered, self.remembered = self.remembered is not None, None
        return was_remembered


class Listings:
    """The folders of each account as they were listed last, while nothing speaks against it."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[tuple[Folder, ...], datetime]] = {}

    def of(self, account: str, now: datetime) -> tuple[Folder, ...] | None:
        """The folders, unless they have to be asked for."""
        folders, at = self._kept.get(account, (None, now))
        return folders if timedelta(0) <= now - at < LIST_AGAIN_AFTER else None

    def keep(self, opened: Opened, now: datetime) -> None:
        """A round went well with these."""
        if opened.listed is not None:
            self._kept[opened.account.name] = opened.listed, now

    def forget(self, account: str) -> None:
        """Something went wrong, so that they are asked for next time."""
        self._kept.pop(account, None)


@dataclass(frozen=True, slots=True)
class Bearings:
    """How accounts and folders stand when a round begins; ``version`` is the store's they were read at."""

    version: int
    health: Mapping[str, AccountHealth]
    marks: tuple[Watermark, ...]

    def rests(self, account: str) -> bool:
        """Whether an account waits for the person, as its sign-in was refused."""
        return account in self.health and self.health[account].stopped

    def is_well(self, account: str) -> bool:
        """Whether its last round went well, so that another one changes nothing but the time of it."""
        health = self.health.get(account)
        return health is not None and not (health.stopped or health.problem or health.failing_since)


@dataclass(frozen=True, slots=True)
class Reached:
    """An account that was read to its end in a round, and through which folders."""

    account: str
    folders: tuple[str, ...]
    can_push: bool


def watched_folders(opened: Opened, missing: list[FolderMissing]) -> Iterator[tuple[str, bool]]:
    """The folders to read, INBOX first, each with whether it holds sent mail; a Sent that is gone joins ``missing``."""
    account = opened.account
    early = [each for each in account.folders if each.upper() == "INBOX" != account.sent_folder.upper()]
    yield from ((each, False) for each in early)
    sent = None
    try:
        sent = find_sent(opened.folders, account.sent_folder)
    except FolderMissing as error:
        missing.insert(0, error)
    yield from ((each, each == sent) for each in account.folders if each not in early)
    if sent and sent not in account.folders:
        yield sent, True
