"""Which replies are due, and which waiting ones have become pointless: decided first, stored after."""

from dataclasses import dataclass
from datetime import datetime

from respond.approaches import KINDS as APPROACHED
from respond.approaches import approach_key, mail_in_key, open_approaches
from respond.compose import compose
from respond.due import CHASING_ACTIONS, draft_key, kind_of, may_write_today
from respond.making import DraftingRules, situation_of, store_draft
from respond.recipients import NoRecipient
from respond.resting import CHASING_DRAFTS, why_withdrawn
from respond.sentbyhand import is_other_draft, serves_as
from respond.situation import Refused
from respond.standings import Outlook, Standing, search_of
from respond.upkeep import NO_LONGER_FITS, WAITING_STATES, settle_alone, stands_alone
from store.database import Transaction
from store.noted import Draft, NoDraft
from store.records import Address, Watermark
from store.vocabulary import DraftKind, DraftState, SearchPhase, Status

BEFORE_WATCH = "before heardback watched"
OVER_THE_YEAR = "Follow-ups rest over the turn of the year; this comes back after that if it still fits."
HISTORY_MISSING = "your mailbox is not read back far enough yet; this is looked at again in the next round"
_OF_THE_HIRE = frozenset({DraftKind.WITHDRAWAL, DraftKind.HIRED_THANKS})
"""What rests on the person's own word of today, however old the mails behind it are."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a pass over the applications did."""

    made: tuple[Draft, ...] = ()
    withdrawn: tuple[Draft, ...] = ()
    history: int = 0

    def __add__(self, other: "Drafted") -> "Drafted":
        return Drafted(self.made + other.made, self.withdrawn + other.withdrawn, self.history + other.history)


def draft_replies(
    transaction: Transaction, found: tuple[Standing, ...], outlook: Outlook, rules: DraftingRules
) -> Drafted:
    """Stores the drafts that are due now and withdraws those that no longer are."""
    settled = settle_alone(transaction, outlook)
    search, watch = search_of(transaction, outlook), watch_of(transaction, outlook)
    taken = _taken_by_hand(transaction, found)
    done = Drafted((), settled)
    due: set[str] = set()
    for standing in found:
        kind = kind_of(standing, search)
        if kind is None:
            _note_unanswerable(transaction, standing, outlook)
            continue
        key = draft_key(kind, standing, search)
        due.add(key)
        # Where the person asked for a reply of their own, nothing is put beside it.
        if standing.application.id not in taken and may_write_today(standing, outlook):
            done += draft_one(transaction, standing, kind, key, outlook, rules, watch)
    return done + Drafted((), withdraw_pointless(transaction, found, due, outlook))


def draft_approaches(transaction: Transaction, outlook: Outlook, rules: DraftingRules) -> Drafted:
    """Stores answers to recruiters' fresh approaches; nothing new is taken up while the search rests."""
    done = Drafted()
    if search_of(transaction, outlook).phase is not SearchPhase.ON:
        return done
    found = open_approaches(transaction, outlook)
    if not found:
        return done
    watch = watch_of(transaction, outlook)
    waiting = transaction.drafts.of_applications([], *WAITING_STATES)
    answered = {mail_in_key(each.key) for each in waiting if each.application_id is None and each.kind in APPROACHED}
    for standing in found:
        mail = standing.messages[-1].id
        if mail not in answered:
            kind = DraftKind.OUTREACH_INTERESTED
            done += draft_one(transaction, standing, kind, approach_key(kind, mail), outlook, rules, watch)
    return done


@dataclass(frozen=True, slots=True)
class Watch:
    """Since when heardback watches, and how far the folders are read."""

    since: datetime
    marks: tuple[Watermark, ...]


def draft_one(
    transaction: Transaction,
    standing: Standing,
    kind: DraftKind,
    key: str,
    outlook: Outlook,
    rules: DraftingRules,
    watch: Watch,
    to: Address | None = None,
) -> Drafted:
    """One reply that is due: made, taken up again after it was withdrawn, or refused with the reason."""
    if transaction.drafts.has(key):
        transaction.drafts.revive(key, at=outlook.now)
        return Drafted()
    reason = _too_early(standing, kind, outlook, rules, watch)
    if not reason:
        situation = situation_of(transaction, standing, kind, outlook, rules, to=to)
        result = compose(situation)
        if not isinstance(result, Refused):
            return Drafted((store_draft(transaction, standing, situation, result, rules, key),))
        reason = result.reason
    transaction.drafts.refuse(NoDraft(key, kind, standing.application.id or None, reason), at=outlook.now)
    return Drafted(history=int(reason == BEFORE_WATCH))


def watch_of(transaction: Transaction, outlook: Outlook) -> Watch:
    """How long and how far heardback has looked."""
    return Watch(transaction.digests.watched_since() or outlook.now, transaction.folders.watermarks())


def _taken_by_hand(transaction: Transaction, found: tuple[Standing, ...]) -> frozenset[int]:
    """The applications in which a reply waits that the person asked for."""
    waiting = transaction.drafts.of_applications([each.application.id for each in found], *WAITING_STATES)
    asked = (each for each in waiting if each.asked and each.kind is not DraftKind.HIRED_THANKS)
    return frozenset(each.application_id for each in asked if each.application_id is not None)


def _note_unanswerable(transaction: Transaction, standing: Standing, outlook: Outlook) -> None:
    """A rejection that nobody reads answers to gets no draft, and says why (``domain.md`` §2.2: file and learn)."""
    history = standing.state.history
    if history.rejection is None or history.answered_rejection or not isinstance(standing.recipient, NoRecipient):
        return
    key = draft_key(DraftKind.STAY_CONNECTED, standing)
    reason = f"{standing.recipient.reason} File it, and take what it teaches."
    transaction.drafts.refuse(NoDraft(key, DraftKind.STAY_CONNECTED, standing.application.id, reason), at=outlook.now)


def withdraw_pointless(
    transaction: Transaction, found: tuple[Standing, ...], due: set[str], outlook: Outlook
) -> tuple[Draft, ...]:
    """Ends waiting drafts whose reason has gone: an answer came, the person wrote, or the whole search rests.

    One that the person sent from their own mail program counts as sent. Those that stand alone are left as they are:
    ``upkeep`` looks after them.
    """
    by_application = {each.application.id: each for each in found}
    at_rest = why_withdrawn(search_of(transaction, outlook))
    gone: list[Draft] = []
    for draft in transaction.drafts.of_applications(by_application, *WAITING_STATES):
        if draft.key in due or stands_alone(draft):
            continue
        standing = by_application.get(draft.application_id or 0)
        by_hand = standing is not None and any(
            serves_as(draft, stored) and not is_other_draft(transaction, draft, stored) for stored in standing.messages
        )
        state = DraftState.SENT if by_hand else DraftState.WITHDRAWN
        reason = (at_rest or _why_resting(standing, outlook)) if draft.kind in CHASING_DRAFTS else ""
        reason = reason or NO_LONGER_FITS
        words = "" if by_hand else reason
        if transaction.drafts.move(draft.id, from_states=WAITING_STATES, to=state, at=outlook.now, failure=words):
            gone.append(draft)
        if by_hand:
            transaction.drafts.note_in_sent(draft.id)
    return tuple(gone)


def _why_resting(standing: Standing | None, outlook: Outlook) -> str:
    """Why a follow-up still due is withdrawn for now, or "" (rule F)."""
    if standing is None or standing.state.status is not Status.SILENT:
        return ""
    workdays = outlook.workdays(standing.application.country)
    return OVER_THE_YEAR if workdays.is_paused(workdays.local_day(outlook.now)) else ""


def _too_early(standing: Standing, kind: DraftKind, outlook: Outlook, rules: DraftingRules, watch: Watch) -> str:
    """Why nothing may be drafted yet or any more, or an empty string (``design.md`` §3, History)."""
    if kind not in rules.kinds:
        return "this kind of reply is switched off in replies.kinds"
    if kind in _OF_THE_HIRE:
        return ""
    horizon = watch.since - rules.history
    trigger, deadline = standing.state.trigger, standing.state.deadline
    chases = standing.state.next_action in CHASING_ACTIONS
    if chases and deadline is not None and deadline < horizon.astimezone(outlook.zone).date():
        return BEFORE_WATCH
    began = trigger.at if trigger is not None else _approached(standing, kind)
    if not chases and began is not None and began < horizon:
        return BEFORE_WATCH
    return HISTORY_MISSING if is_history_missing(watch.marks, horizon) else ""


def _approached(standing: Standing, kind: DraftKind) -> datetime | None:
    """When an approach came, which has no event of its own."""
    return standing.messages[-1].message.date if kind in APPROACHED and standing.messages else None


def is_history_missing(marks: tuple[Watermark, ...], horizon: datetime) -> bool:
    """Whether a folder is not read back as far as drafts may rest on."""
    return any(not mark.is_whole and (mark.read_back_to is None or mark.read_back_to > horizon) for mark in marks)
