"""Where every application stands at a moment: its record, its state, its mails, and who could be written to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from classify.chance import AnswerCurve
from classify.chanceprior import STEP_OF_RULE
from classify.chancewaits import followed, running_wait, waiting_since
from classify.limits import Limits
from classify.silence import state_of
from classify.state import ApplicationState, History
from classify.waits import Wait, WaitEnd
from respond.answers import Lasted, curve_of
from respond.outlook import Outlook as Outlook  # what nearly everybody needs together with the standings
from respond.recipients import NoRecipient, Recipient, recipient_for
from respond.reconnecting import is_person, rested
from respond.resting import under_search
from store.database import Transaction
from store.noted import Search
from store.records import Application, Event, StoredMessage
from store.vocabulary import DraftKind, Stage, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """One application as it stands."""

    application: Application
    state: ApplicationState
    events: tuple[Event, ...]
    messages: tuple[StoredMessage, ...]
    recipient: Recipient | NoRecipient
    limits: Limits
    """Those it was judged by."""
    knows_person: bool = False
    """Whether the one who would be written to is somebody who wrote in person."""
    waits: tuple[Wait, ...] = ()
    """The waits for an answer it has seen, the running one last."""

    @property
    def reply_to(self) -> str:
        """The address a reply would go to; empty where there is none."""
        return self.recipient.address.address if isinstance(self.recipient, Recipient) else ""


def standings(
    transaction: Transaction, outlook: Outlook, only: Sequence[int] | None = None, *, chances: bool = True
) -> tuple[Standing, ...]:
    """Every application that has begun by ``outlook.now`` (or those of ``only``), by id.

    The chance of an answer takes the events of all applications; without ``chances`` only those of ``only`` are read,
    unless ``outlook.follow_up_below`` makes dates rest on it.
    """
    alone = only is not None and not chances and not outlook.follow_up_below
    pasts = pasts_of(transaction, outlook, only if alone else None)
    # Where neither a date nor what is told rests on the chance of an answer, it is not reckoned.
    curve = None if alone else curve_of(transaction, (pasts[each].lasted for each in sorted(pasts)), outlook)
    if curve is not None:
        outlook = settled(outlook, curve)
    known = transaction.applications.all() if only is None else transaction.applications.some(only)
    begun = [each for each in known if each.id in pasts]
    messages = transaction.mail.of_applications([each.id for each in begun])
    search = search_of(transaction, outlook)
    found = (_standing(transaction, each, pasts[each.id], messages.get(each.id, ()), outlook, search) for each in begun)
    if curve is None or not chances:
        return tuple(found)
    return tuple(replace(each, state=with_chance(each.state, outlook, curve)) for each in found)


@dataclass(frozen=True, slots=True)
class Past:
    """What happened in one application, what that amounts to, and the waits it has seen."""

    events: tuple[Event, ...]
    history: History
    waits: tuple[Wait, ...]

    @property
    def lasted(self) -> Lasted:
        """Its waits, the running one by when it began."""
        return ended(self.waits), waiting_since(self.history)


def ended(waits: tuple[Wait, ...]) -> tuple[Wait, ...]:
    """Those that do not run any more."""
    return tuple(each for each in waits if each.end is not WaitEnd.OPEN)


def pasts_of(transaction: Transaction, outlook: Outlook, only: Sequence[int] | None = None) -> dict[int, Past]:
    """The past of every application that has begun (or of those of ``only``), by its id."""
    events: dict[int, list[Event]] = defaultdict(list)
    for event in transaction.applications.events(only):
        if event.at <= outlook.now:
            events[event.application_id].append(event)
    return {
        each: Past(tuple(listed), *followed(tuple(listed), outlook.now, outlook.pause))
        for each, listed in events.items()
    }


def settled(outlook: Outlook, curve: AnswerCurve) -> Outlook:
    """The outlook with the dates that rest on the chance of an answer worked into its limits."""
    limits = limits_by_chance(outlook.limits, curve, outlook.follow_up_below)
    return replace(outlook, limits=limits, follow_up_below=0.0)


def with_chance(state: ApplicationState, outlook: Outlook, curve: AnswerCurve) -> ApplicationState:
    """The state with the chance of an answer, where one is waited for; nothing else of it rests on that chance."""
    if state.status not in (Status.WAITING_ON_THEM, Status.SILENT):
        return state
    wait = running_wait(state.history, outlook.now, outlook.pause)
    return state if wait is None else replace(state, chance=curve.chance(wait.step, wait.days))


def search_of(transaction: Transaction, outlook: Outlook) -> Search:
    """Whether the whole search goes on, rests or is over, at the moment of the outlook."""
    return transaction.search.at(outlook.now, outlook.now.astimezone(outlook.zone).date())


def limits_by_chance(limits: Limits, curve: AnswerCurve, below: float) -> Limits:
    """The limits with the day on which the chance falls below this; as they are where it is 0."""
    if not below:
        return limits
    clocks = {
        rule: replace(row, unlikely_after=curve.falls_below(STEP_OF_RULE[rule], below))
        for rule, row in limits.clocks.items()
    }
    return replace(limits, clocks=clocks)


def _standing(
    transaction: Transaction,
    application: Application,
    past: Past,
    messages: tuple[StoredMessage, ...],
    outlook: Outlook,
    search: Search,
) -> Standing:
    seen = tuple(each for each in messages if each.message.date <= outlook.now)
    recipient = recipient_for(_kind_of_contact(past.history.stage), seen, outlook.own_addresses)
    known = Known(application, past.history, recipient, bool(past.history.notes) and is_person(recipient, seen))
    state = state_at(transaction, known, outlook, search)
    return Standing(application, state, past.events, seen, recipient, outlook.limits, known.knows_person, past.waits)


@dataclass(frozen=True, slots=True)
class Known:
    """What a state is derived from besides moment, calendar and limits."""

    application: Application
    history: History
    recipient: Recipient | NoRecipient
    knows_person: bool


def state_at(transaction: Transaction, known: Known, outlook: Outlook, search: Search) -> ApplicationState:
    """The state at the moment of the outlook, without the chance of an answer."""
    state = state_of(
        known.history,
        outlook.now,
        outlook.workdays(known.application.country),
        outlook.limits,
        can_reply=isinstance(known.recipient, Recipient),
        knows_person=known.knows_person,
        employer_in=known.application.country,
    )
    today = outlook.now.astimezone(outlook.zone).date()
    state = rested(transaction, known.application.id, state, known.recipient, outlook.now, today)
    return under_search(state, known.application.id, search)


def _kind_of_contact(stage: Stage) -> DraftKind:
    """The kind of draft whose addressee is asked for; a rejection's answer has rules of its own (C and N)."""
    return DraftKind.STAY_CONNECTED if stage is Stage.CLOSED else DraftKind.FOLLOW_UP_APPLICATION
