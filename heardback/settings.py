"""The config file as frozen, typed values. What each key does stands in ``config.example.toml``.

Every section rejects keys it does not know, so that a slip of the pen is told and not ignored.
"""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from heardback.sections import Section, at_least, at_most, below
from heardback.settingvalues import (
    Address,
    Days,
    Phrase,
    Port,
    PortOrUsual,
    Season,
    Share,
    Tenant,
    TimeOfDay,
    Url,
    Weeks,
    Window,
    Zone,
)
from ingest.accounts import Security
from store.vocabulary import DraftKind


class PersonSettings(Section):
    """Who the job seeker is."""

    name: str = ""
    address: Address = ""
    other_addresses: tuple[Annotated[str, str.lower], ...] = ()
    country: str = ""
    timezone: Zone = ""
    language: str = "en"


class OAuthProvider(StrEnum):
    """Whose sign-in pages are known; any other server is named by its addresses."""

    NONE = ""
    GOOGLE = "google"
    MICROSOFT = "microsoft"


class AccountSettings(Section):
    """One mailbox. ``imap_port`` and ``smtp_port`` of 0 stand for the usual port of the chosen security."""

    address: str = ""
    username: str = ""
    imap_host: str
    imap_port: PortOrUsual = 0
    imap_security: Security = Security.TLS
    password_command: str | tuple[str, ...] = ()
    password_file: Path | None = None
    password_env: str = ""
    password_keyring: bool = False
    folders: tuple[str, ...] = ("INBOX",)
    sent_folder: str = ""
    drafts_folder: str = ""
    smtp_host: str = ""
    smtp_port: PortOrUsual = 0
    smtp_security: Security = Security.TLS
    smtp_username: str = ""
    smtp_password_command: str | tuple[str, ...] = ()
    smtp_password_file: Path | None = None
    smtp_password_env: str = ""
    tls_ca_file: Path | None = None
    oauth: OAuthProvider = OAuthProvider.NONE
    oauth_client_id: str = ""
    oauth_client_secret_command: str | tuple[str, ...] = ()
    oauth_client_secret_file: Path | None = None
    oauth_tenant: Tenant = ""
    oauth_authorization_url: Url = ""
    oauth_token_url: Url = ""
    oauth_device_url: Url = ""
    oauth_revocation_url: Url = ""
    oauth_scopes: tuple[str, ...] = ()
    oauth_keyring: bool = False

    def check(self) -> None:
        """Exactly one way in, and of a token all that is needed."""
        passwords = [self.password_command, self.password_file, self.password_env, self.password_keyring]
        if sum(map(bool, [*passwords, self.signs_in_by_token])) != 1:
            raise ValueError(
                "needs exactly one of password_command, password_file, password_env, password_keyring and oauth (or, "
                "for a provider heardback does not know, oauth_token_url)"
            )
        if self.signs_in_by_token:
            self._check_oauth()

    @property
    def signs_in_by_token(self) -> bool:
        """Whether access tokens take the place of a password."""
        return bool(self.oauth or self.oauth_token_url)

    def _check_oauth(self) -> None:
        if not self.oauth_client_id:
            raise ValueError("needs oauth_client_id, the program you registered with the provider (docs/providers.md)")
        if self.oauth_client_secret_command and self.oauth_client_secret_file:
            raise ValueError("needs only one of oauth_client_secret_command and oauth_client_secret_file")
        if not self.oauth and not (self.oauth_authorization_url or self.oauth_device_url):
            raise ValueError("needs oauth_authorization_url or oauth_device_url beside oauth_token_url")


class PollSettings(Section):
    """How often and how much is fetched."""

    every_minutes: Annotated[int, at_least(1), at_most(1440)] = 5
    batch_size: Annotated[int, at_least(1), at_most(1000)] = 100
    push: bool = True


class SilenceSettings(Section):
    """When silence is overdue (``domain.md`` §1.5). Nudges are business days; ghost limits as their names say."""

    applied_nudge: Days = 7
    applied_ghost_days: Days = 30
    receipt_nudge: Days = 10
    receipt_second_nudge: Days = 10
    receipt_ghost_days: Days = 45
    screening_nudge: Days = 5
    screening_second_nudge: Days = 5
    screening_ghost_business_days: Days = 15
    interview_nudge: Days = 5
    interview_second_nudge: Days = 5
    interview_ghost_business_days: Days = 20
    final_nudge: Days = 5
    final_second_nudge: Days = 5
    final_ghost_business_days: Days = 20
    assessment_nudge: Days = 5
    assessment_second_nudge: Days = 7
    assessment_ghost_business_days: Days = 20
    promise_grace: Days = 2
    thank_you_business_days: Days = 2
    follow_ups_per_stage: Annotated[int, at_least(0), at_most(2)] = 2
    pause_from: Season = "12-20"
    pause_to: Season = "01-03"


class ChanceSettings(Section):
    """What is expected of answers before the own history tells (``domain.md`` §1.1 and §1.2, and assumptions)."""

    applied_answered: Share = 0.45
    applied_half_weeks: Weeks = 2.0
    receipt_answered: Share = 0.54
    receipt_half_weeks: Weeks = 2.5
    assessment_answered: Share = 0.60
    assessment_half_weeks: Weeks = 2.0
    arranging_answered: Share = 0.85
    arranging_half_weeks: Weeks = 0.5
    screening_answered: Share = 0.60
    screening_half_weeks: Weeks = 1.5
    interview_answered: Share = 0.65
    interview_half_weeks: Weeks = 2.0
    final_answered: Share = 0.75
    final_half_weeks: Weeks = 2.0
    weight: Annotated[float, at_least(1.0), at_most(1000.0)] = 5.0
    follow_up_when_chance_below: Annotated[float, at_least(0.0), below(1.0)] = 0.0


class ContactSettings(Section):
    """How to stay in touch after a rejection (``domain.md`` §6.2)."""

    reconnect_after_months: Annotated[int, at_least(0), at_most(24)] = 1
    once_more_after_weeks: Annotated[int, at_least(1), at_most(52)] = 3
    warm_every_months: Annotated[int, at_least(1), at_most(24)] = 3
    lapses_after_days: Annotated[int, at_least(1), at_most(366)] = 30


class ReplySettings(Section):
    """What is drafted, and how it is sent."""

    signature: str = ""
    kinds: tuple[DraftKind, ...] = tuple(DraftKind)
    into_drafts_folder: bool = True
    undo_minutes: Annotated[int, at_least(0), at_most(1440)] = 2
    most_per_day: Annotated[int, at_least(1), at_most(200)] = 20
    history_days: Days = 14
    free_windows: tuple[Window, ...] = ()
    busy_days: tuple[date, ...] = ()
    looking_for: Phrase = ""


class Weekday(StrEnum):
    """The day of the digest."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class DigestSettings(Section):
    """The weekly mail."""

    enabled: bool = True
    day: Weekday = Weekday.MON
    at: TimeOfDay = time(8, 0)
    account: str = ""
    show_counts: bool = True
    support_links: tuple[str, ...] = ()


class NotifyOn(StrEnum):
    """What the person may be told of at once."""

    ACCOUNT_FAILING = "account_failing"
    OFFER = "offer"
    INVITATION = "invitation"
    CANARY = "canary"


class NotifySettings(Section):
    """Notifications through apprise. Its addresses hold secrets, so that they never stand in the config itself."""

    urls_command: str | tuple[str, ...] = ()
    urls_file: Path | None = None
    urls_env: str = ""
    on: tuple[NotifyOn, ...] = tuple(NotifyOn)

    def check(self) -> None:
        """At most one source."""
        if sum(map(bool, (self.urls_command, self.urls_file, self.urls_env))) > 1:
            raise ValueError("needs only one of urls_command, urls_file and urls_env")


class WebSettings(Section):
    """The review page; it listens on 127.0.0.1 only. ``enabled`` is for the one that runs with the service."""

    enabled: bool = True
    port: Port = 8425


class TaggerSettings(Section):
    """When a tag counts as certain, and how long ordinary mail's text is kept."""

    unsure_below: Annotated[float, at_least(0.0), at_most(0.99)] | None = None
    keep_ordinary_text_days: Annotated[int, at_least(1), at_most(3650)] = 30


class Settings(Section):
    """The whole file."""

    person: PersonSettings = PersonSettings()
    accounts: Mapping[str, AccountSettings] = MappingProxyType({})
    poll: PollSettings = PollSettings()
    silence: SilenceSettings = SilenceSettings()
    chance: ChanceSettings = ChanceSettings()
    contacts: ContactSettings = ContactSettings()
    replies: ReplySettings = ReplySettings()
    digest: DigestSettings = DigestSettings()
    notify: NotifySettings = NotifySettings()
    web: WebSettings = WebSettings()
    tagger: TaggerSettings = TaggerSettings()
