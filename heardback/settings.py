"""The config file as frozen, typed values. What each key does stands in ``config.example.toml``.

Every section rejects keys it does not know, so that a slip of the pen is told and not ignored.
"""

from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from ingest.accounts import Security, is_private
from respond.freetime import weekly_of
from store.vocabulary import DraftKind

Port = Annotated[int, Field(ge=1, le=65535)]
Days = Annotated[int, Field(ge=0, le=366)]
EARLIEST, LATEST = time(6), time(21)
"""Between these a digest may be asked for: never in the late evening (``domain.md`` §6.4)."""


class Section(BaseModel):
    """One table of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PersonSettings(Section):
    """Who the job seeker is."""

    name: str = ""
    address: str = ""
    other_addresses: tuple[str, ...] = ()
    country: str = ""
    timezone: str = ""
    language: str = "en"

    @field_validator("address")
    @classmethod
    def _one_address(cls, value: str) -> str:
        if value and ("@" not in value or any(letter.isspace() for letter in value)):
            raise ValueError("must be a mail address such as 'sam@home.example'")
        return value.lower()

    @field_validator("other_addresses")
    @classmethod
    def _lower(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each.lower() for each in value)

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value:
            try:
                ZoneInfo(value)
            except (ZoneInfoNotFoundError, ValueError, OSError) as error:
                raise ValueError("must be a time zone such as 'Europe/Berlin'") from error
        return value


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
    imap_port: Annotated[int, Field(ge=0, le=65535)] = 0
    imap_security: Security = Security.TLS
    password_command: str | tuple[str, ...] = ()
    password_file: Path | None = None
    password_env: str = ""
    password_keyring: bool = False
    folders: tuple[str, ...] = ("INBOX",)
    sent_folder: str = ""
    drafts_folder: str = ""
    smtp_host: str = ""
    smtp_port: Annotated[int, Field(ge=0, le=65535)] = 0
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
    oauth_tenant: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]*$")] = ""
    oauth_authorization_url: str = ""
    oauth_token_url: str = ""
    oauth_device_url: str = ""
    oauth_revocation_url: str = ""
    oauth_scopes: tuple[str, ...] = ()
    oauth_keyring: bool = False

    @field_validator("oauth_authorization_url", "oauth_token_url", "oauth_device_url", "oauth_revocation_url")
    @classmethod
    def _private_url(cls, value: str) -> str:
        if value and not is_private(value):
            raise ValueError("must begin with https:// (http:// is for this very computer alone)")
        return value

    @model_validator(mode="after")
    def _one_way_in(self) -> Self:
        passwords = [self.password_command, self.password_file, self.password_env, self.password_keyring]
        if sum(map(bool, [*passwords, self.signs_in_by_token])) != 1:
            raise ValueError(
                "needs exactly one of password_command, password_file, password_env, password_keyring and oauth (or, "
                "for a provider heardback does not know, oauth_token_url)"
            )
        if self.signs_in_by_token:
            self._check_oauth()
        return self

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

    every_minutes: Annotated[int, Field(ge=1, le=1440)] = 5
    batch_size: Annotated[int, Field(ge=1, le=1000)] = 100
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
    follow_ups_per_stage: Annotated[int, Field(ge=0, le=2)] = 2
    pause_from: str = "12-20"
    pause_to: str = "01-03"

    @field_validator("pause_from", "pause_to")
    @classmethod
    def _month_and_day(cls, value: str) -> str:
        if value:
            month_and_day(value)
        return value


Share = Annotated[float, Field(gt=0.0, lt=1.0)]
Weeks = Annotated[float, Field(ge=0.1, le=26.0)]


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
    weight: Annotated[float, Field(ge=1.0, le=1000.0)] = 5.0
    follow_up_when_chance_below: Annotated[float, Field(ge=0.0, lt=1.0)] = 0.0


class ContactSettings(Section):
    """How to stay in touch after a rejection (``domain.md`` §6.2)."""

    reconnect_after_months: Annotated[int, Field(ge=0, le=24)] = 1
    once_more_after_weeks: Annotated[int, Field(ge=1, le=52)] = 3
    warm_every_months: Annotated[int, Field(ge=1, le=24)] = 3
    lapses_after_days: Annotated[int, Field(ge=1, le=366)] = 30


def _window(value: str) -> str:
    weekly_of(value)
    return value


Window = Annotated[str, AfterValidator(_window)]
"""A time of every week, such as "tue 09:00-12:00"."""


class ReplySettings(Section):
    """What is drafted, and how it is sent."""

    signature: str = ""
    kinds: tuple[DraftKind, ...] = tuple(DraftKind)
    into_drafts_folder: bool = True
    undo_minutes: Annotated[int, Field(ge=0, le=1440)] = 2
    most_per_day: Annotated[int, Field(ge=1, le=200)] = 20
    history_days: Days = 14
    free_windows: tuple[Window, ...] = ()
    busy_days: tuple[date, ...] = ()
    looking_for: Annotated[str, Field(max_length=120)] = ""


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
    at: time = time(8, 0)
    account: str = ""
    show_counts: bool = True
    support_links: tuple[str, ...] = ()

    @field_validator("at")
    @classmethod
    def _by_day(cls, value: time) -> time:
        if not EARLIEST <= value.replace(tzinfo=None) <= LATEST:
            raise ValueError("must lie between 06:00 and 21:00: what has happened in a week is nothing for the night")
        return value


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

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if sum(map(bool, (self.urls_command, self.urls_file, self.urls_env))) > 1:
            raise ValueError("needs only one of urls_command, urls_file and urls_env")
        return self


class WebSettings(Section):
    """The review page; it listens on 127.0.0.1 only. ``enabled`` is for the one that runs with the service."""

    enabled: bool = True
    port: Port = 8425


class TaggerSettings(Section):
    """When a tag counts as certain, and how long ordinary mail's text is kept."""

    unsure_below: Annotated[float, Field(ge=0.0, le=0.99)] | None = None
    keep_ordinary_text_days: Annotated[int, Field(ge=1, le=3650)] = 30


class Settings(Section):
    """The whole file."""

    person: PersonSettings = PersonSettings()
    accounts: dict[str, AccountSettings] = Field(default_factory=dict)
    poll: PollSettings = PollSettings()
    silence: SilenceSettings = SilenceSettings()
    chance: ChanceSettings = ChanceSettings()
    contacts: ContactSettings = ContactSettings()
    replies: ReplySettings = ReplySettings()
    digest: DigestSettings = DigestSettings()
    notify: NotifySettings = NotifySettings()
    web: WebSettings = WebSettings()
    tagger: TaggerSettings = TaggerSettings()


def month_and_day(value: str) -> tuple[int, int]:
    """Reads "MM-DD". Raises ``ValueError`` naming the form."""
    month, _, day = value.partition("-")
    if not (month.isdigit() and day.isdigit() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise ValueError("must be a month and a day such as '12-20'")
    return int(month), int(day)
