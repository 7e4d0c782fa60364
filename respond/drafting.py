"""Which replies are due, and which waiting ones have become pointless: decided first, stored after."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from classify.state import ApplicationState
from respond.compose import compose
from respond.draftmail import new_message_id
from respond.recipients import NoRecipient
from respond.resting import CHASING_DRAFTS, why_withdrawn
from respond.situation import Composed, Person, Refused, Situation
from respond.standings import Outlook, Standing, search_of
from store.database import Transaction
from store.noted import Draft, NoDraft
from store.records import Address, StoredMessage, Watermark
from store.vocabulary import Direction, DraftKind, DraftState, NextAction, Stage, Status

BEFORE_WATCH = "before heardback watched"
NO_LONGER_FITS = "Something has happened in this conversation since; the draft no longer fits."
OVER_THE_YEAR = "Follow-ups rest over the turn of the year; this comes back after that if it still fits."
HISTORY_MISSING = "your mailbox is not read back far enough yet; this is looked at again in the next round"
WAITING_STATES = (DraftState.PROPOSED, DraftState.EDITED, DraftState.APPROVED)


@dataclass(frozen=True, slots=True)
class DraftingRules:
    """What may be drafted: the kinds switched on, and from when on things are no longer history.

    ``accounts`` gives the address each account writes from; the first serves applications that came in by import.
    """

    kinds: frozenset[DraftKind]
    history: timedelta
    person: Person
    accounts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a pass over the applications did."""

    made: tuple[Draft, ...] = ()
    withdrawn: tuple[Draft, ...] = ()
    history: int = 0

    def __add__(self, other: "Drafted") -> "Drafted":
        return Drafted(self.made + other.made, self.withdrawn + other.withdrawn, self.history + other.history)


def kind_of(state: ApplicationState) -> DraftKind | None:
    """The reply that ``next_action`` calls for, or None where nothing is written."""
    match state.next_action:
        case NextAction.FOLLOW_UP:
            applied = state.stage is Stage.APPLIED
            return DraftKind.FOLLOW_UP_APPLICATION if applied else DraftKind.FOLLOW_UP_INTERVIEW
        case NextAction.FINAL_FOLLOW_UP:
            return DraftKind.FINAL_FOLLOW_UP
        case NextAction.STAY_CONNECTED_REPLY:
            return DraftKind.STAY_CONNECTED
        case NextAction.REPLY_TO_INVITATION:
            return DraftKind.INVITATION_REPLY
        case NextAction.THANK_YOU:
            return DraftKind.THANK_YOU
        case _:
            return None


def draft_key(kind: DraftKind, standing: Standing) -> str:
    """What makes a draft the same draft: kind, triggering event, ordinal (``design.md`` §3).

    The mail that triggered it names the event, because an application may turn out to be part of another.
    """
    trigger = standing.state.trigger
    if trigger is not None and trigger.message_id is not None:
        cause = f"mail-{trigger.message_id}"
    else:
        cause = f"application-{standing.application.id}-{trigger.at:%Y%m%d}" if trigger else "none"
    return f"{kind}/{cause}/{standing.state.ordinal}"


def draft_replies(
    transaction: Transaction, found: tuple[Standing, ...], outlook: Outlook, rules: DraftingRules
) -> Drafted:
    """Stores the drafts that are due now and withdraws those that no longer are."""
    watched_since = transaction.digests.watched_since() or outlook.now
    marks = transaction.folders.watermarks()
    made: list[Draft] = []
    past = 0
    due: set[str] = set()
    for standing in found:
        kind = kind_of(standing.state)
        if kind is None:
            _note_unanswerable(transaction, standing, outlook)
            continue
        key = draft_key(kind, standing)
        due.add(key)
        if not may_write_today(standing, outlook):
            continue
        if transaction.drafts.has(key):
            transaction.drafts.revive(key, at=outlook.now)
            continue
        situation = _situation(transaction, standing, kind, outlook, rules)
        reason = _too_early(standing, kind, outlook, rules, watched_since, marks)
        result = Refused(reason) if reason else compose(situation)
        if isinstance(result, Composed):
            made.append(_store(transaction, standing, situation, result, rules))
        else:
            past += result.reason == BEFORE_WATCH
            refusal = NoDraft(key, kind, standing.application.id, result.reason)
            transaction.drafts.refuse(refusal, at=outlook.now)
    withdrawn = withdraw_pointless(transaction, found, due, outlook)
    return Drafted(tuple(made), withdrawn, past)


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

    One that the person sent from their own mail program counts as sent.
    """
    by_application = {each.application.id: each for each in found}
    at_rest = why_withdrawn(search_of(transaction, outlook))
    gone: list[Draft] = []
    for draft in transaction.drafts.of_applications(by_application, *WAITING_STATES):
        if draft.key in due:
            continue
        standing = by_application.get(draft.application_id or 0)
        by_hand = standing is not None and any(_is_sent_form_of(draft, stored) for stored in standing.messages)
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


def _is_sent_form_of(draft: Draft, stored: StoredMessage) -> bool:
    """Whether an own mail is this draft, sent by hand: the same Message-ID, or the same answer to the same person."""
    if stored.direction is not Direction.SENT or stored.message.date < draft.created - timedelta(minutes=5):
        return False
    if stored.message.message_id == draft.message_id:
        return True
    same_thread = bool(draft.in_reply_to) and draft.in_reply_to in stored.message.in_reply_to
    return same_thread and draft.to.address in {each.address for each in stored.message.to}


def may_write_today(standing: Standing, outlook: Outlook) -> bool:
    """No follow-up on weekends and holidays; what they wait for goes out any day."""
    if standing.state.next_action not in (NextAction.FOLLOW_UP, NextAction.FINAL_FOLLOW_UP):
        return True
    workdays = outlook.workdays(standing.application.country)
    return workdays.counts(workdays.local_day(outlook.now))


def _too_early(
    standing: Standing,
    kind: DraftKind,
    outlook: Outlook,
    rules: DraftingRules,
    watched_since: datetime,
    marks: tuple[Watermark, ...],
) -> str:
    """Why nothing may be drafted yet or any more, or an empty string (``design.md`` §3, History)."""
    if kind not in rules.kinds:
        return "this kind of reply is switched off in replies.kinds"
    horizon = watched_since - rules.history
    trigger, deadline = standing.state.trigger, standing.state.deadline
    chases = standing.state.next_action in (NextAction.FOLLOW_UP, NextAction.FINAL_FOLLOW_UP)
    if chases and deadline is not None and deadline < horizon.astimezone(outlook.zone).date():
        return BEFORE_WATCH
    if not chases and trigger is not None and trigger.at < horizon:
        return BEFORE_WATCH
    return HISTORY_MISSING if is_history_missing(marks, horizon) else ""


def is_history_missing(marks: tuple[Watermark, ...], horizon: datetime) -> bool:
    """Whether a folder is not read back as far as drafts may rest on."""
    return any(not mark.is_whole and (mark.read_back_to is None or mark.read_back_to > horizon) for mark in marks)


def _situation(
    transaction: Transaction, standing: Standing, kind: DraftKind, outlook: Outlook, rules: DraftingRules
) -> Situation:
    return Situation(
        kind=kind,
        application=standing.application,
        state=standing.state,
        messages=standing.messages,
        person=rules.person,
        now=outlook.now,
        ordinal=standing.state.ordinal,
        used_wordings=transaction.drafts.wordings_used(
            each.id for each in transaction.applications.at_company_of(standing.application.id)
        ),
    )


def _store(
    transaction: Transaction, standing: Standing, situation: Situation, composed: Composed, rules: DraftingRules
) -> Draft:
    account, address = _writes_from(standing, rules)
    draft = Draft(
        id=0,
        key=draft_key(situation.kind, standing),
        kind=situation.kind,
        state=DraftState.PROPOSED,
        application_id=standing.application.id,
        account=account,
        to=composed.to,
        subject=composed.subject,
        body=composed.body,
        message_id=new_message_id(address.rpartition("@")[2]),
        in_reply_to=composed.in_reply_to,
        references=composed.references,
        language=composed.language,
        facts=composed.facts,
        gaps=composed.gaps,
        why=composed.why,
        created=situation.now,
        changed=situation.now,
        sender=Address(rules.person.name, address),
    )
    number = transaction.drafts.add(draft, composed.wording)
    assert number is not None
    return replace(draft, id=number)


def _writes_from(standing: Standing, rules: DraftingRules) -> tuple[str, str]:
    """The account the conversation came through, and the own address they wrote to."""
    received = [each for each in standing.messages if each.direction is Direction.RECEIVED]
    account = next((each.account for each in reversed(standing.messages) if each.account in rules.accounts), "")
    account = account or next(iter(rules.accounts), "")
    for stored in reversed(received):
        for address in (*stored.message.to, *stored.message.cc):
            if address.address in rules.person.addresses:
                return account, address.address
    return account, rules.accounts.get(account) or rules.person.address
