"""Reading what is new in one account: the watched folders and Sent, batch by batch into the store."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from heardback.bearings import Bearings, Listings, Opened, Reached, watched_folders
from heardback.intake import Arrival, Taken
from heardback.readahead import ReadAhead
from heardback.troubles import note_push
from ingest.fetching import read_folder
from respond.draftsteps import CHANGEABLE
from store.database import Transaction
from store.errors import FolderMissing, HeardbackError
from store.records import Message, Watermark

if TYPE_CHECKING:
    from heardback.wiring import House

ASK_AGAIN_AFTER = timedelta(hours=1)
"""Mails that a server did not hand out are asked for as often as this..."""
ASK_AGAIN_FOR = timedelta(days=14)
"""...and for so long."""


def ignore(_folder: str, _taken: Taken) -> None:
    """Progress nobody watches."""


def never() -> bool:
    """Goes on to the end."""
    return False


@dataclass(frozen=True, slots=True)
class Oversight:
    """What whoever asked for a round hears of it, and how they end it early.

    ``enough``, asked for each folder, tells when so much of its history is read that the rest may wait; without it, all
    of it is read.
    """

    progress: Callable[[str, Taken], None] = ignore
    stop: Callable[[], bool] = never
    enough: Callable[[], Callable[[], bool]] | None = None


class FolderReading:
    """The folders of the accounts over the rounds of one house."""

    def __init__(self, house: "House", ahead: ReadAhead, listings: Listings) -> None:
        self._house, self._ahead, self._listings = house, ahead, listings
        self._asked: dict[tuple[str, str], datetime] = {}
        """When a folder's server was last asked for what it had not handed out."""

    def read(self, opened: Opened, bearings: Bearings, quiet: list[Reached], oversight: Oversight) -> Taken:
        """Reads the watched folders and Sent; a folder that is gone is told once the others are read.

        Where nothing but the time of it is to be noted, that joins ``quiet``, for the end of the round.
        Raises ``FolderMissing`` then, besides what the mailbox raises.
        """
        account, mailbox = opened.account, opened.mailbox
        taken, missing = Taken(), list[FolderMissing]()
        marks = {each.folder: each for each in bearings.marks if each.account == account.name}
        through: list[str] = []

        def read_all() -> None:
            nonlocal taken
            for folder, is_sent in watched_folders(opened, missing):
                try:
                    if folder not in through:
                        mark = marks.get(folder)
                        taken += self._read_folder(opened, folder, mark, is_sent, oversight)
                        through.append(folder)
                except FolderMissing as error:
                    missing.append(error)

        try:
            read_all()
            if missing and opened.lists_anew():
                missing.clear()
                read_all()
            if missing:
                raise missing[0]
        except HeardbackError:
            with self._house.database.transaction() as transaction:
                transaction.folders.note_reached(account.name, through, self._house.clock.now())
            raise
        if not oversight.stop():
            self._listings.keep(opened, self._house.clock.now())
            went_well = Reached(account.name, tuple(through), mailbox.can_push)
            if taken == Taken() and bearings.is_well(account.name) and marks.keys() == set(through):
                quiet.append(went_well)
            else:
                with self._house.database.transaction() as transaction:
                    note_reached(transaction, went_well, self._house.clock.now())
                    transaction.folders.forget_folders(account.name, through)
        return taken

    def _read_folder(
        self, opened: Opened, folder: str, mark: Watermark | None, is_sent: bool, oversight: Oversight
    ) -> Taken:
        taken, account, mailbox = Taken(), opened.account, opened.mailbox
        size, again = self._house.settings.poll.batch_size, self._to_ask_again(mark)
        parsing = partial(self._ahead.batches, sent=is_sent, stop=oversight.stop)
        for batch in read_folder(
            mailbox,
            account.name,
            folder,
            mark,
            batch_size=size,
            stop=oversight.stop,
            enough=oversight.enough and oversight.enough(),
            again=again,
            parsing=parsing,
        ):
            drafts = frozenset() if is_sent else self._unsent()
            with self._house.storing:
                arrivals = [
                    Arrival(each.result, each.location, is_sent, batch.again, each.reading)
                    for each in self._ahead.as_read_now(batch).mails
                    if not isinstance(each.result, Message) or each.result.message_id not in drafts
                ]
                taken += self._house.intake.take(arrivals, account.name, batch.watermark)
            oversight.progress(folder, taken)
        return taken

    def _to_ask_again(self, mark: Watermark | None) -> tuple[int, ...]:
        """UIDs of what a folder's server did not hand out, now and again."""
        now = self._house.clock.now()
        if mark is None or now - self._asked.get((mark.account, mark.folder), now - ASK_AGAIN_AFTER) < ASK_AGAIN_AFTER:
            return ()
        self._asked[mark.account, mark.folder] = now
        with self._house.database.reading() as transaction:
            return transaction.kept_back.uids(mark.account, mark.folder, mark.uidvalidity, now - ASK_AGAIN_FOR)

    def _unsent(self) -> frozenset[str]:
        """Message-IDs of drafts that were not sent: one that was moved into a watched folder is no mail yet."""
        with self._house.database.reading() as transaction:
            return frozenset(draft.message_id for draft in transaction.drafts.in_state(*CHANGEABLE))


def note_reached(transaction: Transaction, reached: Reached, now: datetime) -> None:
    """Notes that an account was read to its end."""
    transaction.folders.record_success(reached.account, now)
    transaction.folders.note_reached(reached.account, reached.folders, now)
    note_push(transaction, reached.account, can_push=reached.can_push)
