"""One round: fetch, read, place, track, draft, and keep the Drafts folder in step; account by account."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from heardback.bearings import Bearings, Listings, Opened, Reached
from heardback.deciding import Deciding
from heardback.draftsinstep import DraftsInStep
from heardback.folderreading import FolderReading, Oversight, ignore, never, note_reached
from heardback.intake import Taken
from heardback.readahead import ReadAhead
from ingest.accounts import Account
from ingest.imap import ImapMailbox, open_mailbox
from respond.drafting import Drafted
from respond.draftsfolder import Kept
from store.errors import FolderMissing, HeardbackError, PassingError, PermanentError, SignInRefused, UserError

if TYPE_CHECKING:
    from heardback.wiring import House


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


class Rounds:
    """Rounds over all accounts. One failing account never stops another."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self.ahead = ReadAhead(house)
        self._drafts = DraftsInStep(house)
        self._deciding = Deciding(house)
        self._listings = Listings()
        self._reading = FolderReading(house, self.ahead, self._listings)
        self._bearings: Bearings | None = None

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
        bearings, oversight = self._begin(), Oversight(progress, stop, enough)
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
                    taken += self._reading.read(opened[-1], bearings, quiet, oversight)
                    reached.append(opened[-1])
                except (PassingError, PermanentError, UserError) as error:
                    failures[account.name], causes[account.name] = str(error), error
                    self._listings.forget(account.name)
                    if self._note_failure(account, error):
                        news.add(account.name)
            drafted = Drafted() if self._deciding.is_done() else self.draft()
            if self._house.settings.replies.into_drafts_folder:
                gone = {name for name, error in causes.items() if isinstance(error, FolderMissing)}
                for each in [*reached, *(each for each in opened if each.account.name in gone)]:
                    if not stop() and self._keep_drafts(each, kept, failures):
                        news.add(each.account.name)
        with self._house.database.upkeep() as transaction:
            for went_well in quiet:
                note_reached(transaction, went_well, self._house.clock.now())
            transaction.digests.count_round()
        names = frozenset(each.account.name for each in reached)
        return RoundReport(taken, drafted, kept, failures, frozenset(news), names, causes)

    def draft(self) -> Drafted:
        """Drafts what is due now and withdraws what no longer is; also the silence sweep between rounds."""
        return self._deciding.decide()

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

    @contextmanager
    def mailbox(self, account: Account) -> Iterator[ImapMailbox]:
        """A signed-in connection for as long as the block lasts."""
        with open_mailbox(account, self._house.access_to(account)) as mailbox:
            yield mailbox

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
