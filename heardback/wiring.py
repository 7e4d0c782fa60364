"""The composition root: settings in, ready adapters out. Nothing else constructs them."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from heardback import meaning, ownaddresses
from heardback.settings import Settings
from ingest.accounts import Account, PasswordSource
from store.clock import Clock
from store.database import Database
from store.errors import ModelFileError

if TYPE_CHECKING:
    from classify.limits import Limits
    from classify.ownmodels import OwnModels
    from classify.reading import Reader
    from classify.tagger import Tagger
    from heardback.digestposting import DigestPosting
    from heardback.intake import Intake
    from heardback.posting import Posting
    from heardback.rounds import Rounds
    from heardback.telling import Teller
    from ingest.ports import Bearer
    from respond.making import DraftingRules
    from respond.outbox import Outbox
    from respond.outlook import Outlook
    from respond.situation import Person
    from store.noted import Draft

# Imports stand inside the methods, so that a command loads only what it uses: the tagger costs a listing nothing.


@dataclass
class House:
    """Everything built for one run of the program, each piece once and when first asked for."""

    settings: Settings
    data: Path
    clock: Clock
    config: Path | None = None
    """The config file that was named, for a process that is to work on the same settings."""
    serves_page: bool = False
    """Whether a review page runs, so that mails may point to it."""
    notes: list[str] = field(default_factory=list)
    """What went wrong by the way, for whoever reports on the run."""
    storing: threading.RLock = field(default_factory=threading.RLock, init=False, repr=False, compare=False)
    """Held by whichever account's thread reads mails into the store or drafts: one after the other, each seeing all."""
    _choice: str = field(default="", init=False, repr=False)
    """The choice of a model that ``tagger`` was built on."""

    @cached_property
    def database(self) -> Database:
        return Database.open(self.data)

    @cached_property
    def zone(self) -> ZoneInfo:
        name = self.settings.person.timezone
        if name:
            return ZoneInfo(name)
        from tzlocal import get_localzone

        return ZoneInfo(str(get_localzone()))

    def renew_zone(self) -> None:
        """Takes up the zone this computer is in now, where the config names none: people travel."""
        if self.settings.person.timezone or "zone" not in self.__dict__:
            return
        from tzlocal import get_localzone, reload_localzone

        reload_localzone()
        here = ZoneInfo(str(get_localzone()))
        if here.key != self.zone.key:
            for name in ("zone", "person", "reader", "intake"):
                self.__dict__.pop(name, None)

    @cached_property
    def own_addresses(self) -> frozenset[str]:
        """All addresses that are the person's, those told to an import included."""
        return ownaddresses.written(self.settings) | set(ownaddresses.told(self.database))

    def remember_own_addresses(self, addresses: Iterable[str]) -> None:
        """Keeps addresses that an import was told are the person's, for every later command on this store."""
        ownaddresses.remember(self.database, addresses)
        for name in ("own_addresses", "person", "reader", "intake"):
            self.__dict__.pop(name, None)

    @cached_property
    def person(self) -> "Person":
        known = [*(account.address for account in self.accounts), *ownaddresses.told(self.database)]
        return meaning.person_of(self.settings, known, self.own_addresses, self.zone)

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        mine = self.settings.person.address
        return tuple(meaning.account_of(name, each, mine) for name, each in self.settings.accounts.items())

    def access_to(self, account: Account) -> "str | Bearer":
        """What opens an account's mailbox: its password, or its access tokens."""
        from heardback.access import access_to

        return access_to(account, self.data, self.clock)

    def bearer_of(self, account: Account) -> "Bearer | None":
        """An account's access tokens, or None where it has a password."""
        from heardback.access import bearer_of

        return bearer_of(account, self.data, self.clock)

    @cached_property
    def tagger(self) -> "Tagger":
        from heardback.chosenmodel import chosen_tagger

        self._choice = self._chosen_now()
        return chosen_tagger(self.own_models, self.settings.tagger.unsure_below, self.model_problems)

    @cached_property
    def model_problems(self) -> list[str]:
        """Why a model could not be used, one sentence each."""
        return []

    @cached_property
    def own_models(self) -> "OwnModels":
        from classify.ownmodels import OwnModels

        return OwnModels(self.data)

    def renew_tagger(self) -> None:
        """Takes up the model that is chosen now, where this or another process has chosen another one."""
        if "tagger" in self.__dict__ and self._chosen_now() != self._choice:
            for name in ("tagger", "model_problems", "reader", "intake"):
                self.__dict__.pop(name, None)

    def _chosen_now(self) -> str:
        try:
            return self.own_models.chosen
        except ModelFileError:
            return ""

    @cached_property
    def reader(self) -> "Reader":
        from classify.reading import Reader

        return Reader(self.tagger, self.own_addresses, self.zone)

    @cached_property
    def intake(self) -> "Intake":
        from heardback.intake import Intake

        return Intake(self.database, self.clock, self.reader, self.own_addresses)

    @cached_property
    def limits(self) -> "Limits":
        return replace(meaning.limits_of(self.settings.silence), cadence=meaning.cadence_of(self.settings.contacts))

    @property
    def outlook(self) -> "Outlook":
        """A look at the applications at this moment."""
        return meaning.outlook_of(self.settings, self.clock.now(), self.zone, self.limits, self.own_addresses)

    def keep_chances(self) -> None:
        """Keeps the chances of an answer for the listings of this day; reckoning them is what takes a listing long."""
        from respond.glances import keep_chances

        keep_chances(self.database, self.outlook)

    def let_go(self) -> None:
        """Frees what was only held to be at hand when a page is looked at."""
        from respond.seenbefore import let_go

        let_go()

    @property
    def templates(self) -> Path:
        """Where the person's own wordings lie: beside the config."""
        from heardback.config import default_config_path

        return (self.config or default_config_path()).parent / "templates"

    @property
    def drafting_rules(self) -> "DraftingRules":
        """What may be drafted, and how; a wording the person changed meanwhile is taken up."""
        from respond.templatefolder import read_templates

        own = read_templates(self.templates)
        return meaning.drafting_rules_of(self.settings.replies, self.person, self.accounts, own)

    @cached_property
    def outbox(self) -> "Outbox":
        from respond.outbox import Outbox

        replies = self.settings.replies
        return Outbox(
            self.database,
            self.clock,
            undo=timedelta(minutes=replies.undo_minutes),
            most_per_day=replies.most_per_day,
            fits=self.outbox_fits,
            rests=self.outbox_rests,
        )

    def outbox_fits(self, draft: "Draft") -> bool:
        """Whether a draft still answers where its application stands."""
        from heardback.fitting import still_fits

        return still_fits(draft, self.database, self.outlook)

    def outbox_rests(self, draft: "Draft") -> bool:
        """Whether a draft, approved or not, has to wait for the next business day."""
        from heardback.fitting import must_rest

        return must_rest(draft, self.database, self.outlook)

    @cached_property
    def rounds(self) -> "Rounds":
        from heardback.rounds import Rounds

        return Rounds(self)

    @cached_property
    def posting(self) -> "Posting":
        from heardback.posting import Posting

        return Posting(self)

    @cached_property
    def digest_posting(self) -> "DigestPosting":
        from heardback.digestposting import DigestPosting

        return DigestPosting(self)

    @cached_property
    def teller(self) -> "Teller":
        from heardback.telling import Teller

        notify = self.settings.notify
        return Teller(self, PasswordSource(meaning.argv_of(notify.urls_command), notify.urls_file, notify.urls_env))

    def close(self) -> None:
        """Lets go of the store, and of what was started beside this process."""
        if "rounds" in self.__dict__:
            self.rounds.ahead.close()
        if "database" in self.__dict__:
            self.database.close()
