"""What the person's settings mean to the packages below: accounts, limits, expectations and rules in their terms."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from heardback.settings import (
    AccountSettings,
    ChanceSettings,
    ContactSettings,
    ReplySettings,
    Settings,
    SilenceSettings,
)
from heardback.settingvalues import month_and_day
from ingest.accounts import Account, PasswordSource, Security, Server

if TYPE_CHECKING:
    from classify.chanceprior import ChancePrior
    from classify.limits import Cadence, Limits
    from respond.making import DraftingRules
    from respond.outlook import Outlook
    from respond.ownwordings import OwnWordings
    from respond.situation import Person

# As in ``wiring.py``, imports of what few commands use stand inside the functions.

IMAP_PORTS = {Security.TLS: 993, Security.STARTTLS: 143, Security.PLAIN: 143}
SMTP_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.PLAIN: 25}


def address_of(settings: AccountSettings, person_address: str) -> str:
    """A mailbox's own address: as it is written, else the person's, else the user name."""
    return (settings.address or person_address or settings.username).lower()


def account_of(name: str, settings: AccountSettings, person_address: str) -> Account:
    """One mailbox, with the usual ports filled in and one password serving for sending too unless another is named."""
    from heardback.access import oauth_of

    address = address_of(settings, person_address)
    username = settings.username or address
    password = PasswordSource(
        argv_of(settings.password_command), settings.password_file, settings.password_env, settings.password_keyring
    )
    smtp_password = PasswordSource(
        argv_of(settings.smtp_password_command), settings.smtp_password_file, settings.smtp_password_env
    )
    client_secret = PasswordSource(argv_of(settings.oauth_client_secret_command), settings.oauth_client_secret_file)
    oauth = oauth_of(settings, client_secret)
    shared = None if oauth is not None else password
    smtp = None
    if settings.smtp_host:
        port = settings.smtp_port or SMTP_PORTS[settings.smtp_security]
        smtp = Server(settings.smtp_host, port, settings.smtp_security, settings.tls_ca_file)
    return Account(
        name=name,
        address=address,
        username=username,
        imap=Server(
            settings.imap_host,
            settings.imap_port or IMAP_PORTS[settings.imap_security],
            settings.imap_security,
            settings.tls_ca_file,
        ),
        password=password,
        folders=settings.folders,
        sent_folder=settings.sent_folder,
        drafts_folder=settings.drafts_folder,
        smtp=smtp,
        smtp_username=settings.smtp_username or username,
        smtp_password=smtp_password if smtp_password != PasswordSource() else shared,
        oauth=oauth,
    )


def limits_of(silence: SilenceSettings) -> "Limits":
    """The table of ``domain.md`` §1.5 with the person's own numbers."""
    from classify.limits import ClockLimits, ClockRule, Limits

    def in_business_days(step: str) -> ClockLimits:
        first, second = getattr(silence, f"{step}_nudge"), getattr(silence, f"{step}_second_nudge")
        return ClockLimits(first, second, getattr(silence, f"{step}_ghost_business_days"), ghost_in_business_days=True)

    return Limits(
        clocks={
            ClockRule.NO_RECEIPT: ClockLimits(
                silence.applied_nudge, None, silence.applied_ghost_days, ghost_in_business_days=False
            ),
            ClockRule.RECEIPT: ClockLimits(
                silence.receipt_nudge,
                silence.receipt_second_nudge,
                silence.receipt_ghost_days,
                ghost_in_business_days=False,
            ),
            ClockRule.SCREENING: in_business_days("screening"),
            ClockRule.INTERVIEW: in_business_days("interview"),
            ClockRule.FINAL: in_business_days("final"),
            ClockRule.ASSESSMENT: in_business_days("assessment"),
        },
        promise_grace=silence.promise_grace,
        thank_you=silence.thank_you_business_days,
        follow_ups=silence.follow_ups_per_stage,
    )


def cadence_of(contacts: ContactSettings) -> "Cadence":
    """How to stay in touch after a rejection."""
    from classify.limits import Cadence

    return Cadence(
        contacts.reconnect_after_months,
        contacts.once_more_after_weeks,
        contacts.warm_every_months,
        contacts.lapses_after_days,
    )


def prior_of(chance: ChanceSettings) -> "ChancePrior":
    """What is expected of answers, step by step."""
    from classify.chanceprior import ChancePrior, Expectation, Step

    steps = {
        step: Expectation(getattr(chance, f"{step}_answered"), getattr(chance, f"{step}_half_weeks")) for step in Step
    }
    return ChancePrior(steps, chance.weight)


def person_of(settings: Settings, known: Iterable[str], own_addresses: frozenset[str], zone: ZoneInfo) -> "Person":
    """Who the person is to those who are written to; the first of the ``known`` addresses where the config has none."""
    from respond.situation import Person

    person = settings.person
    address = next((each for each in (person.address, *known) if each), "")
    others = tuple(sorted(own_addresses - {address}))
    return Person(person.name, address, others, zone.key, settings.replies.signature.strip("\n"))


def outlook_of(
    settings: Settings, now: datetime, zone: ZoneInfo, limits: "Limits", own_addresses: frozenset[str]
) -> "Outlook":
    """A look at the applications at one moment."""
    from respond.outlook import Outlook

    silence, pause = settings.silence, None
    if silence.pause_from and silence.pause_to:
        pause = (month_and_day(silence.pause_from), month_and_day(silence.pause_to))
    return Outlook(
        now,
        zone,
        settings.person.country,
        pause,
        limits,
        own_addresses,
        prior_of(settings.chance),
        settings.chance.follow_up_when_chance_below,
    )


def drafting_rules_of(
    replies: ReplySettings, person: "Person", accounts: Iterable[Account], wordings: "OwnWordings"
) -> "DraftingRules":
    """What may be drafted, and how."""
    from respond.freetime import FreeTime, weekly_of
    from respond.making import DraftingRules

    return DraftingRules(
        kinds=frozenset(replies.kinds),
        history=timedelta(days=replies.history_days),
        person=person,
        accounts={account.name: account.address for account in accounts},
        free=FreeTime(tuple(map(weekly_of, replies.free_windows)), replies.busy_days),
        looking_for=replies.looking_for,
        wordings=wordings,
    )


def argv_of(command: str | tuple[str, ...]) -> tuple[str, ...]:
    """A command's words, as a shell would part them where it was written as one text."""
    import shlex

    return tuple(shlex.split(command)) if isinstance(command, str) else command
