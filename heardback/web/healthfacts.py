"""What the health page tells, read from the store: mailboxes, what was set aside, learning, sending and the digest."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING

from classify.modelfile import Card, checked, shipped_model_path
from classify.ownmodels import SHIPPED
from heardback.checkup import examine_here, hears, signs_in
from heardback.findings import Finding, guarded
from heardback.settings import Settings
from heardback.troubles import can_push
from heardback.web.desk import Desk
from heardback.web.lookedthrough import LookedThrough, looked_through
from heardback.web.wellbeing import AccountLine, account_lines, is_failing
from heardback.weekly import due_week
from ingest.accounts import Account
from respond.templatefolder import template_problems
from store.database import Transaction
from store.errors import ModelFileError
from store.noted import DigestRecord
from store.schema import SCHEMA_VERSION
from store.vocabulary import DraftState

if TYPE_CHECKING:
    from heardback.wiring import House

MOST_SET_ASIDE = 50
_DIGEST_STATES: Mapping[str, str] = {
    "sent": "sent",
    "placed": "put into your inbox",
    "sending": "being sent",
    "unknown": "perhaps sent: the connection ended before the server answered",
    "failed": "not sent",
}


@dataclass(frozen=True, slots=True)
class SetAside:
    """A mail nobody could read: where it lay, why, and when it was met. Never what stood in it."""

    source: str
    reason: str
    met: datetime


@dataclass(frozen=True, slots=True)
class Learning:
    """Which model tags, and what it was taught."""

    model: str
    is_own: bool
    made: date | None
    taught: int
    corrections: int
    not_learnt_yet: int
    last_training: datetime | None
    problem: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Replies on their way, and those that need a look."""

    approved: int
    failed: int
    unknown: int


@dataclass(frozen=True, slots=True)
class DigestLine:
    """When the next digest is due, None where it is off or nothing was watched yet; and what became of the last."""

    enabled: bool
    due: datetime | None
    last: datetime | None
    last_words: str


@dataclass(frozen=True, slots=True)
class DraftsFolder:
    """Whether drafts are put into the mailbox too, where, and how many lie there."""

    enabled: bool
    places: tuple[tuple[str, str], ...]
    copies: int


@dataclass(frozen=True, slots=True)
class Health:
    """Everything the page tells."""

    accounts: tuple[AccountLine, ...]
    mails: int
    aside_count: int
    aside: tuple[SetAside, ...]
    learning: Learning
    outgoing: Outgoing
    drafts_folder: DraftsFolder
    digest: DigestLine
    versions: tuple[tuple[str, str], ...]
    template_problems: tuple[str, ...]
    looked: LookedThrough
    here: tuple[Finding, ...]
    ways: Mapping[str, tuple[str, ...]]
    """By mailbox: how new mail is heard of, and how it signs in."""


def health_of(desk: Desk) -> Health:
    """Reads what the store knows about how things are going."""
    house = desk.house
    here = tuple(each for each in examine_here(house) if each.what not in ("folders", "alarms"))
    ways = {account.name: _ways(house, account) for account in house.accounts}
    with house.database.reading() as transaction:
        mails, aside_count = transaction.mail.counts()
        aside = tuple(SetAside(*each) for each in transaction.mail.set_aside_list()[:MOST_SET_ASIDE])
        return Health(
            accounts=_accounts(transaction, desk),
            mails=mails,
            aside_count=aside_count,
            aside=aside,
            learning=_learning(transaction, house),
            outgoing=_outgoing(transaction),
            drafts_folder=_drafts_folder(transaction, house),
            digest=_digest(transaction, desk),
            versions=_versions(),
            template_problems=template_problems(house.templates),
            looked=looked_through(transaction, [account.name for account in house.accounts]),
            here=here,
            ways=ways,
        )


def next_digest(settings: Settings, desk: Desk) -> datetime:
    """When the digest falls due the next time."""
    week_ahead = desk.now + timedelta(days=7)
    return due_week(week_ahead, settings.digest.day, settings.digest.at, desk.zone)


def fails(desk: Desk) -> bool:
    """Whether a mailbox cannot be read, or has not been for too long."""
    with desk.house.database.reading() as transaction:
        return is_failing(_accounts(transaction, desk), now=desk.now, every=_every(desk))


def _every(desk: Desk) -> timedelta:
    return timedelta(minutes=desk.house.settings.poll.every_minutes)


def _accounts(transaction: Transaction, desk: Desk) -> tuple[AccountLine, ...]:
    names = [account.name for account in desk.house.accounts]
    folders = transaction.folders
    return account_lines(names, folders.health(), folders.watermarks(), now=desk.now, every=_every(desk))


def _ways(house: "House", account: Account) -> tuple[str, ...]:
    with house.database.reading() as transaction:
        push = can_push(transaction, account.name)
    return (hears(house, push), guarded(account.name, lambda: signs_in(house, account)).sentence)


def _learning(transaction: Transaction, house: "House") -> Learning:
    card, is_own, problem = _card_in_use(house)
    began = transaction.digests.fact("learning_began")
    through = int(transaction.digests.fact("learnt_through") or 0)
    return Learning(
        model=card.model if card else "rules alone",
        is_own=is_own,
        made=_day(card.made) if card else None,
        taught=len(card.learnt) if card else 0,
        corrections=transaction.mail.corrected_after(0),
        not_learnt_yet=transaction.mail.corrected_after(through),
        last_training=datetime.fromisoformat(began) if began else None,
        problem=problem,
        outcome=card.outcome if card else "",
    )


def _card_in_use(house: "House") -> tuple[Card | None, bool, str]:
    """The card of the model that tags, whether it is the person's own, and why the chosen one is not used."""
    problem = ""
    try:
        chosen = house.own_models.chosen
        if chosen != SHIPPED:
            return house.own_models.card(chosen), True, ""
    except ModelFileError as error:
        problem = str(error)
    try:
        return checked(shipped_model_path())[0], False, problem
    except ModelFileError as error:
        return None, False, problem or str(error)


def _day(text: str) -> date | None:
    """The day a card names, or None: the shipped card may be of any build."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _outgoing(transaction: Transaction) -> Outgoing:
    counts = [len(transaction.drafts.in_state(state)) for state in (DraftState.FAILED, DraftState.UNKNOWN)]
    approved = len(transaction.drafts.in_state(DraftState.APPROVED, DraftState.SENDING))
    return Outgoing(approved, *counts)


def _drafts_folder(transaction: Transaction, house: "House") -> DraftsFolder:
    enabled = house.settings.replies.into_drafts_folder
    places = tuple((account.name, account.drafts_folder) for account in house.accounts)
    return DraftsFolder(enabled, places, sum(1 for copy in transaction.drafts.copies() if copy.draft.state.is_open))


def _digest(transaction: Transaction, desk: Desk) -> DigestLine:
    settings = desk.house.settings
    records = transaction.digests.all()
    last: DigestRecord | None = records[-1] if records else None
    due = next_digest(settings, desk) if settings.digest.enabled and transaction.digests.watched_since() else None
    return DigestLine(
        enabled=settings.digest.enabled,
        due=due,
        last=last.sent or last.due if last else None,
        last_words=_DIGEST_STATES.get(last.state, last.state) if last else "",
    )


def _versions() -> tuple[tuple[str, str], ...]:
    return (
        ("heardback", version("heardback")),
        ("Store", f"schema {SCHEMA_VERSION}"),
        ("Python", platform.python_version()),
    )
