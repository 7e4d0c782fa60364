"""One round: fetch, read, place, track, draft, and keep the Drafts folder in step; account by account."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from heardback.bearings import Bearings, Listings, Opened, Reached, watched_folders
from heardback.draftsinstep import DraftsInStep
from heardback.farewell import draft_thanks
from heardback.intake import Arrival, Taken
from heardback.readahead import ReadAhead
from heardback.troubles import note_push
from ingest.accounts import Account
from ingest.fetching import read_folder
from ingest.imap import ImapMailbox, open_mailbox
from respond.drafting import Drafted, draft_approaches, draft_replies
from respond.draftsfolder import Kept
from respond.draftsteps import CHANGEABLE
from respond.glances import begin_looks, due_looks, note_looks
from respond.sentbyhand import settle_sent
from respond.standings import Outlook, standings
from store.database import Transaction
from store.errors import FolderMissing, HeardbackError, PassingError, PermanentError, SignInRefused, UserError
from store.records import Message, Watermark

if TYPE_CHECKING:
    from heardback.wiring import House


ASK_AGAIN_AFTER = timedelta(hours=1)
"""Mails that a server did not hand out are asked for as often as this..."""
ASK_AGAIN_FOR = timedelta(days=14)
"""...and for so long."""
DECIDE_AGAIN_AFTER = timedelta(minutes=15)
"""What time alone makes due is decided as often as this, while nobody writes to the store and no look falls due."""
LOOKS = 200
"""Applications looked at in one transaction."""


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did. ``failures`` are sentences by account; ``news`` tells which of them are new.

    ``reached`` are the accounts whose mail was read, ``causes`` why another one's could not be.
    """

    taken: Taken = field(default_factory=Taken)
    drafted: Drafted = field(default_factory=Drafted)
    kept: dict[str, Kept] = field(default_factory=dict, hash=False)
    failures: dict[str, str] = field(default_factory=dict, hash=False)
    news: frozenset[str] = frozenset()
    reached: frozenset[str] = frozenset()
    causes: dict[str, HeardbackError] = field(default_factory=dict, hash=False)


def ignore(_folder: str, _taken: Taken) -> None:
    """Progress nobody watches."""


def never() -> bool:
    """Goes on to the end."""
    return False


class Rounds:
    """Rounds over all accounts. One failing account never stops another."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self.ahead = ReadAhead(house)
        self._drafts = DraftsInStep(house)
        self._listings = Listings()
        self._asked: dict[tuple[str, str], datetime] = {}
        self._bearings: Bearings | None = None
        self._decided: tuple[int, datetime] | None = None
        """What the store was like at the last pass over all that may be due, and when that was."""

    def run_once(
        self,
        *,
        progress: Callable[[str, Taken], None] = ignore,
        stop: Callable[[], bool] = never,
        retry_stopped: bool = False,
        only: str = "",
        reach: Callable[[Account], AbstractContextManager[ImapMailbox]] | None = None,
        enough: Callable[[], Callable[[], bool]] | None = None,
    ) -> RoundReport:
        """Fetches from every account, drafts what is due, and brings the Drafts folders in step.

        ``only`` names the one account to look into; ``reach`` gives a connection where not a new one is wanted;
        ``enough``, asked for each folder, tells when so much of its history is read that the rest may wait; without it,
        all of it is read.
        Accounts whose sign-in was refused rest until ``retry_stopped``, a restart of the service or a 'poll'.
        """
        bearings = self._begin()
        failures: dict[str, str] = {}
        news: set[str] = set()
        taken = Taken()
        kept: dict[str, Kept] = {}
        causes: dict[str, HeardbackError] = {}
        with ExitStack() as connections:
            opened: list[Opened] = []
            reached: list[Opened] = []
            quiet: list[Reached] = []
            for account in self._house.accounts:
                if stop() or only not in ("", account.name) or (bearings.rests(account.name) and not retry_stopped):
                    continue
                try:
                    mailbox = connections.enter_context((reach or self.mailbox)(account))
                    remembered = self._listings.of(account.name, self._house.clock.now())
                    opened.append(Opened(account, mailbox, remembered))
                    taken += self._fetch(opened[-1], bearings, quiet, progress, stop, enough)
                    reached.append(opened[-1])
                except (PassingError, PermanentError, UserError) as error:
                    failures[account.name], causes[account.name] = str(error), error
                    self._listings.forget(account.name)
                    if self._note_failure(account, error):
                        news.add(account.name)
            drafted = Drafted() if self._is_decided() else self.draft()
            if self._house.settings.replies.into_drafts_folder:
                gone = {name for name, error in causes.items() if isinstance(error, FolderMissing)}
                for each in [*reached, *(each for each in opened if each.account.name in gone)]:
                    if not stop() and self._keep_drafts(each, kept, failures):
                        news.add(each.account.name)
        with self._house.database.upkeep() as transaction:
            for went_well in quiet:
                self._note_reached(transaction, went_well)
            transaction.digests.count_round()
        names = frozenset(each.account.name for each in reached)
        return RoundReport(taken, drafted, kept, failures, frozenset(news), names, causes)

    def draft(self) -> Drafted:
        """Drafts what is due now and withdraws what no longer is; also the silence sweep between rounds."""
        with self._house.storing:
            return self._draft()

    def _draft(self) -> Drafted:
        house, outlook = self._house, self._house.outlook
        keep_days = house.settings.tagger.keep_ordinary_text_days
        self._decided = None
        with house.database.upkeep() as transaction:
            before = house.database.changed_beside()
            transaction.mail.drop_old_text(outlook.days_ago(keep_days))
            settle_sent(transaction, outlook.now)
            outlook = begin_looks(transaction, outlook, house.drafting_rules)
            drafted, looked = self._look(transaction, outlook)
            drafted += draft_approaches(transaction, outlook, house.drafting_rules)
        seen = looked
        while looked == LOOKS:
            # A few hundred at a time, so that nobody else waits long for the store.
            with house.database.upkeep() as transaction:
                more, looked = self._look(transaction, outlook)
            drafted += more
        # Whatever anybody writes from the beginning of the pass on asks for another one.
        self._decided = before, outlook.now
        return drafted + draft_thanks(house.database, outlook, house.drafting_rules) if seen else drafted

    def _is_decided(self) -> bool:
        """Whether a pass would find what the last one found: nobody has written since, and no look has fallen due."""
        if self._decided is None:
            return False
        database, now = self._house.database, self._house.clock.now()
        version, at = self._decided
        if not timedelta(0) <= now - at < DECIDE_AGAIN_AFTER or database.changed_beside() != version:
            return False
        with database.reading() as transaction:
            return not transaction.looks.due(now, 1)

    def _begin(self) -> Bearings:
        """Notes when heardback first looked; how accounts and folders stand, read again where anybody wrote since."""
        database = self._house.database
        version = database.changed_beside()
        if self._bearings is None or self._bearings.version != version:
            with database.reading() as transaction:
                is_watching = transaction.digests.watched_since() is not None
                health = {each.name: each for each in transaction.folders.health()}
                self._bearings = Bearings(version, health, transaction.folders.watermarks())
            if not is_watching:
                self._house.intake.begin_watch()
        return self._bearings

    def _look(self, transaction: Transaction, outlook: Outlook) -> tuple[Drafted, int]:
        """Looks at what is due, and tells at how many; fewer than ``LOOKS`` means that was all."""
        ids = due_looks(transaction, outlook, LOOKS)
        found = standings(transaction, outlook, ids, chances=False)
        drafted = draft_replies(transaction, found, outlook, self._house.drafting_rules)
        note_looks(transaction, outlook, ids, found)
        return drafted, min(len(ids), LOOKS)

    @contextmanager
    def mailbox(self, account: Account) -> Iterator[ImapMailbox]:
        """A signed-in connection for as long as the block lasts."""
        with open_mailbox(account, self._house.access_to(account)) as mailbox:
            yield mailbox

    def _fetch(
        self,
        opened: Opened,
        bearings: Bearings,
        quiet: list[Reached],
        progress: Callable[[str, Taken], None],
        stop: Callable[[], bool],
        enough: Callable[[], Callable[[], bool]] | None,
    ) -> Taken:
        """Reads the watched folders and Sent; a folder that is gone is told once the others are read.

        Where nothing but the time of it is to be noted, that joins ``quiet``, for the end of the round.
        Raises ``FolderMissing`` then, besides what the mailbox raises.
        """
        account, mailbox = opened.account, opened.mailbox
        taken, missing = Taken(), list[FolderMissing]()
        marks = {each.folder: each for each in bearings.marks if each.account == account.name}
        through: list[str] = []

        def read() -> None:
            nonlocal taken
            for folder, is_sent in watched_folders(opened, missing):
                try:
                    if folder not in through:
                        mark = marks.get(folder)
                        taken += self._fetch_folder(opened, folder, mark, is_sent, progress, stop, enough)
                        through.append(folder)
                except FolderMissing as error:
                    missing.append(error)

        try:
            read()
            if missing and opened.lists_anew():
                missing.clear()
                read()
            if missing:
                raise missing[0]
        except HeardbackError:
            with self._house.database.transaction() as transaction:
                transaction.folders.note_reached(account.name, through, self._house.clock.now())
            raise
        if not stop():
            self._listings.keep(opened, self._house.clock.now())
            went_well = Reached(account.name, tuple(through), mailbox.can_push)
            if taken == Taken() and bearings.is_well(account.name) and marks.keys() == set(through):
                quiet.append(went_well)
            else:
                with self._house.database.transaction() as transaction:
                    self._note_reached(transaction, went_well)
                    transaction.folders.forget_folders(account.name, through)
        return taken

    def _note_reached(self, transaction: Transaction, reached: Reached) -> None:
        now = self._house.clock.now()
        transaction.folders.record_success(reached.account, now)
        transaction.folders.note_reached(reached.account, reached.folders, now)
        note_push(transaction, reached.account, can_push=reached.can_push)

    def _fetch_folder(
        self,
        opened: Opened,
        folder: str,
        mark: Watermark | None,
        is_sent: bool,
        progress: Callable[[str, Taken], None],
        stop: Callable[[], bool],
        enough: Callable[[], Callable[[], bool]] | None,
    ) -> Taken:
        taken, account, mailbox = Taken(), opened.account, opened.mailbox
        size, again = self._house.settings.poll.batch_size, self._to_ask_again(mark)
        parsing = partial(self.ahead.batches, sent=is_sent, stop=stop)
        for batch in read_folder(
            mailbox,
            account.name,
            folder,
            mark,
            batch_size=size,
            stop=stop,
            enough=enough and enough(),
            again=again,
            parsing=parsing,
        ):
            drafts = frozenset() if is_sent else self._unsent()
            with self._house.storing:
                arrivals = [
                    Arrival(each.result, each.location, is_sent, batch.again, each.reading)
                    for each in self.ahead.as_read_now(batch).mails
                    if not isinstance(each.result, Message) or each.result.message_id not in drafts
                ]
                taken += self._house.intake.take(arrivals, account.name, batch.watermark)
            progress(folder, taken)
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

    def _keep_drafts(self, opened: Opened, kept: dict[str, Kept], failures: dict[str, str]) -> bool:
        """Brings an account's Drafts folder in step; whether what is wrong with it is news."""
        name, done = opened.account.name, self._drafts.keep(opened)
        if done.kept is not None:
            kept[name] = done.kept
        if done.problem:
            failures[name] = done.problem
            self._listings.forget(name)
        else:
            self._listings.keep(opened, self._house.clock.now())
        return done.is_news

    def _note_failure(self, account: Account, error: Exception) -> bool:
        stop = isinstance(error, SignInRefused)
        with self._house.database.transaction() as transaction:
            return transaction.folders.record_failure(account.name, self._house.clock.now(), str(error), stop=stop)
