"""Where every application stands at a moment: its record, its state, its mails, and who could be written to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from classify.chance import AnswerCurve, waits_of
from classify.limits import ClockRule, Limits
from classify.silence import state_of
from classify.state import ApplicationState, Chance, History
from classify.timeline import history_of
from classify.workdays import Workdays
from respond.recipients import NoRecipient, Recipient, recipient_for
from store.database import Transaction
from store.records import Application, Event, StoredMessage
from store.vocabulary import DraftKind, Stage, Status


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a look at the applications depends on besides the store."""

    now: datetime
    zone: ZoneInfo
    country: str
    pause: tuple[tuple[int, int], tuple[int, int]] | None
    limits: Limits
    own_addresses: frozenset[str]

    def days_ago(self, days: int) -> datetime:
        """The moment that many days before now."""
        return self.now - timedelta(days=days)

    def workdays(self, country: str) -> Workdays:
        """The employer's calendar where its country is known, else the person's (rule H)."""
        return Workdays(country or self.country, self.zone, self.pause)


@dataclass(frozen=True, slots=True)
class Standing:
    """One application as it stands."""

    application: Application
    state: ApplicationState
    events: tuple[Event, ...]
    messages: tuple[StoredMessage, ...]
    recipient: Recipient | NoRecipient


def standings(transaction: Transaction, outlook: Outlook, only: Sequence[int] | None = None) -> tuple[Standing, ...]:
    """Every application that has begun by ``outlook.now`` (or those of ``only``), by id."""
    events: dict[int, list[Event]] = defaultdict(list)
    for event in transaction.applications.events():
        if event.at <= outlook.now:
            events[event.application_id].append(event)
    curve = AnswerCurve(wait for each in events.values() for wait in waits_of(tuple(each), outlook.now))
    wanted = [each for each in transaction.applications.all() if each.id in events]
    if only is not None:
        wanted = [each for each in wanted if each.id in set(only)]
    messages = transaction.mail.of_applications([each.id for each in wanted])
    return tuple(_standing(each, tuple(events[each.id]), messages.get(each.id, ()), outlook, curve) for each in wanted)


def _standing(
    application: Application,
    events: tuple[Event, ...],
    messages: tuple[StoredMessage, ...],
    outlook: Outlook,
    curve: AnswerCurve,
) -> Standing:
    seen = tuple(each for each in messages if each.message.date <= outlook.now)
    history = history_of(events, outlook.now)
    recipient = recipient_for(_kind_of_contact(history.stage), seen, outlook.own_addresses)
    state = state_of(
        history,
        outlook.now,
        outlook.workdays(application.country),
        outlook.limits,
        can_reply=isinstance(recipient, Recipient),
        chance=_chance(history, outlook.now, curve),
    )
    if state.status not in (Status.WAITING_ON_THEM, Status.SILENT):
        state = replace(state, chance=None)
    return Standing(application, state, events, seen, recipient)


def _kind_of_contact(stage: Stage) -> DraftKind:
    """The kind of draft whose addressee is asked for; a rejection's answer has rules of its own (C and N)."""
    return DraftKind.STAY_CONNECTED if stage is Stage.CLOSED else DraftKind.FOLLOW_UP_APPLICATION


def _chance(history: History, now: datetime, curve: AnswerCurve) -> Chance | None:
    if history.clock is None or history.next_interview is not None:
        return None
    days = (now - history.clock.at).total_seconds() / 86400
    return curve.chance(ClockRule(history.clock_rule), days)
