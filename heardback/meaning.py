"""What the person's settings mean to the packages below: accounts, limits, cadence and expectations in their terms."""

from typing import TYPE_CHECKING

from heardback.settings import AccountSettings, ChanceSettings, ContactSettings, SilenceSettings
from ingest.accounts import Account, PasswordSource, Security, Server

if TYPE_CHECKING:
    from classify.chanceprior import ChancePrior
    from classify.limits import Cadence, Limits

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


def argv_of(command: str | tuple[str, ...]) -> tuple[str, ...]:
    """A command's words, as a shell would part them where it was written as one text."""
    import shlex

    return tuple(shlex.split(command)) if isinstance(command, str) else command
