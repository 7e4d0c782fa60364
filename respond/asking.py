"""The replies a person asks for themselves: which make sense now, why one does not, and the draft that is made.

Such a draft stands in place of another one, and a round leaves it alone for as long as it can be sent at all.
"""

from datetime import date

from respond.answered import mail_answered
from respond.approaches import KINDS as APPROACHED
from respond.approaches import is_answerable
from respond.asked import is_about_task
from respond.compose import compose
from respond.due import asking_mail, cause_of, kind_of
from respond.making import DraftingRules, situation_of, store_draft
from respond.recipients import Recipient
from respond.situation import Refused, Situation
from respond.standings import Outlook, Standing, search_of
from store.database import Transaction
from store.errors import UserError
from store.noted import Draft, Search
from store.records import StoredMessage
from store.vocabulary import (
    Direction,
    DraftKind,
    DraftState,
    EventKind,
    NextAction,
    SearchPhase,
    Stage,
    Status,
)

_GOING_ON = Search()
_CHASES = (DraftKind.FOLLOW_UP_APPLICATION, DraftKind.FOLLOW_UP_INTERVIEW, DraftKind.FINAL_FOLLOW_UP)
_MOST_CHASES = 2
"""Follow-ups in one stage (``silence.md`` rule X)."""
_GONE_OUT = (DraftState.SENT, DraftState.SENDING, DraftState.UNKNOWN)
_UNTOUCHED = (DraftState.PROPOSED,)
_REPLACEABLE = (DraftState.PROPOSED, DraftState.EDITED)
_OFFERED = (
    DraftKind.INVITATION_REPLY,
    DraftKind.OTHER_TIMES,
    DraftKind.DECLINE_INVITATION,
    DraftKind.INFORMATION_REPLY,
    DraftKind.ASSESSMENT_REPLY,
    DraftKind.OFFER_REPLY,
    DraftKind.THANK_YOU,
    DraftKind.STAY_CONNECTED,
    *_CHASES,
    DraftKind.OUTREACH_INTERESTED,
    DraftKind.OUTREACH_LATER,
    DraftKind.RECONNECT,
    DraftKind.HIRED_THANKS,
    DraftKind.WITHDRAWAL,
)
"""The order in which replies are offered, the nearest first."""


def choices_for(
    standing: Standing,
    search: Search = _GOING_ON,
    *,
    shown: DraftKind | None = None,
    today: date | None = None,
) -> tuple[DraftKind, ...]:
    """The other replies that make sense now, the nearest first.

    ``shown`` is the kind of the draft that lies before the person; without one, the reply that is due by itself is not
    offered again. Without ``today`` the days they named are not looked at: asking says so then.
    """
    left_out = shown or kind_of(standing, search)
    if not isinstance(standing.recipient, Recipient):
        return ()
    return tuple(kind for kind in _OFFERED if kind is not left_out and not why_not(kind, standing, search, today=today))


def choices_for_mail(stored: StoredMessage) -> tuple[DraftKind, ...]:
    """The replies to a mail that belongs to no application: to a recruiter's approach alone."""
    return APPROACHED if stored.application_id is None and is_answerable(stored) else ()


def why_not(kind: DraftKind, standing: Standing, search: Search = _GOING_ON, *, today: date | None = None) -> str:
    """Why a reply of this kind cannot be written there now, in a sentence; empty where it can."""
    state, turn = standing.state, standing.state.history.my_turn
    asked = turn.kind if turn is not None else None
    is_thanks = kind is DraftKind.HIRED_THANKS
    if state.status is Status.OFFER and kind is not DraftKind.OFFER_REPLY and not is_thanks:
        return "There is an offer: it is yours to answer, and nothing is accepted or put off for you."
    match kind:
        case DraftKind.FOLLOW_UP_APPLICATION | DraftKind.FOLLOW_UP_INTERVIEW | DraftKind.FINAL_FOLLOW_UP:
            return _why_no_chase(kind, standing, search, today)
        case DraftKind.INVITATION_REPLY:
            return "" if asked in _TALKS else "They have proposed no talk that waits for your answer."
        case DraftKind.OTHER_TIMES | DraftKind.DECLINE_INVITATION:
            is_ahead = asked in _TALKS or state.interview_at is not None
            return "" if is_ahead else "No talk is proposed or booked there."
        case DraftKind.INFORMATION_REPLY:
            return "" if asked is EventKind.REQUEST else "They have asked for nothing that is still open."
        case DraftKind.ASSESSMENT_REPLY:
            return _why_no_task(standing, today)
        case DraftKind.OFFER_REPLY:
            return "" if asked is EventKind.OFFERED else "No offer waits for an answer there."
        case DraftKind.THANK_YOU:
            due = state.next_action is NextAction.THANK_YOU
            return "" if due else "A note of thanks fits within two business days of a talk, and once."
        case DraftKind.STAY_CONNECTED:
            open_no = state.history.rejection is not None and not state.history.answered_rejection
            return "" if open_no else "There is no rejection that waits for an answer."
        case DraftKind.WITHDRAWAL:
            return "The application is closed already." if state.stage is Stage.CLOSED else _nothing_sent(standing)
        case DraftKind.RECONNECT:
            answered = state.stage is Stage.CLOSED and state.history.answered_rejection
            return "" if answered else "A word again fits once their no has been answered; that is not so there."
        case DraftKind.OUTREACH_INTERESTED | DraftKind.OUTREACH_LATER:
            return _why_no_approach(standing)
        case DraftKind.HIRED_THANKS:
            hired = search.phase is SearchPhase.HIRED
            return "" if hired else "That is for when you have found a job: 'heardback applications hired N' says so."


_TALKS = (EventKind.INVITED, EventKind.BOOKED)


def ask_for(
    transaction: Transaction,
    standing: Standing,
    kind: DraftKind,
    outlook: Outlook,
    rules: DraftingRules,
    *,
    instead_of: int | None,
) -> Draft:
    """Stores the reply that was asked for, in place of the one that waited.

    Raises:
        UserError: it cannot be written there now, it has been sent already, or another draft is in the way.
    """
    search = search_of(transaction, outlook)
    today = outlook.now.astimezone(outlook.zone).date()
    reason = why_not(kind, standing, search, today=today)
    if reason:
        raise UserError(reason)
    to = standing.recipient.address if isinstance(standing.recipient, Recipient) else None
    is_thanks = kind is DraftKind.HIRED_THANKS
    situation = situation_of(transaction, standing, kind, outlook, rules, asked=True, to=to if is_thanks else None)
    stem = f"{kind}/{_cause(situation, standing, search)}"
    _check_not_sent(transaction, standing, stem, kind)
    composed = compose(situation)
    if isinstance(composed, Refused):
        raise UserError(composed.reason)
    _make_room(transaction, standing, outlook, instead_of, is_thanks=is_thanks)
    return store_draft(transaction, standing, situation, composed, rules, _free_key(transaction, stem))


def _cause(situation: Situation, standing: Standing, search: Search) -> str:
    """The mail that is answered, else what the application rests on."""
    mail = mail_answered(situation)
    return f"mail-{mail.id}" if mail is not None else cause_of(situation.kind, standing, search)


def _free_key(transaction: Transaction, stem: str) -> str:
    number = 1
    while transaction.drafts.has(f"{stem}/asked-{number}"):
        number += 1
    return f"{stem}/asked-{number}"


def _check_not_sent(transaction: Transaction, standing: Standing, stem: str, kind: DraftKind) -> None:
    """No second ask for the same thing."""
    if kind in _CHASES:
        # How many of them are enough is counted in the mails themselves.
        return
    for draft in _drafts_there(transaction, standing, *_GONE_OUT):
        if draft.key.startswith(f"{stem}/"):
            raise UserError(f"That reply has gone out already (draft {draft.id}); a second one would say it twice.")


def _make_room(
    transaction: Transaction, standing: Standing, outlook: Outlook, instead_of: int | None, *, is_thanks: bool
) -> None:
    """Discards the draft that is replaced; a proposal nobody touched gives way by itself."""
    waiting = _drafts_there(transaction, standing, *_REPLACEABLE, DraftState.APPROVED)
    named = next((each for each in waiting if each.id == instead_of), None)
    if instead_of is not None and named is None:
        raise UserError(f"Draft {instead_of} does not wait there, so nothing can stand in its place: choose another.")
    in_the_way = [each for each in waiting if each.kind is not DraftKind.HIRED_THANKS and not is_thanks]
    for draft in dict.fromkeys((*([named] if named else []), *in_the_way)):
        if draft.state is DraftState.APPROVED:
            raise UserError(f"Draft {draft.id} is on its way: take it back first with 'review undo {draft.id}'.")
        if draft is not named and (draft.state not in _UNTOUCHED or draft.asked):
            raise UserError(f"Draft {draft.id} waits there: say that this one stands in its place, or discard it.")
        transaction.drafts.move(draft.id, from_states=_REPLACEABLE, to=DraftState.DISCARDED, at=outlook.now)


def _drafts_there(transaction: Transaction, standing: Standing, *states: DraftState) -> tuple[Draft, ...]:
    """The drafts of an application; of an approach, those that answer one of its mails."""
    if standing.application.id:
        found = transaction.drafts.of_applications([standing.application.id], *states)
        return tuple(each for each in found if each.application_id == standing.application.id)
    mails = {f"mail-{each.id}" for each in standing.messages}
    found = transaction.drafts.of_applications([], *states)
    return tuple(
        each
        for each in found
        if each.application_id is None and each.kind in APPROACHED and each.key.split("/")[1] in mails
    )


def _why_no_chase(kind: DraftKind, standing: Standing, search: Search, today: date | None) -> str:
    """Early is the person's choice; before a day they named, a third time, or out of turn is not (rules P, T and X)."""
    state, history = standing.state, standing.state.history
    if search.phase is SearchPhase.HIRED:
        return "Your search has ended, so nobody is chased any more."
    if state.status not in (Status.WAITING_ON_THEM, Status.SILENT) or history.clock is None:
        return "There is nothing to chase: it is not their turn."
    if state.interview_at is not None:
        return "The next step is booked, so there is nothing to chase before it."
    sent = len(history.chases_in_stage)
    if sent >= _MOST_CHASES:
        return "Two follow-ups are sent for this step; a third would press them."
    first = DraftKind.FOLLOW_UP_APPLICATION if state.stage is Stage.APPLIED else DraftKind.FOLLOW_UP_INTERVIEW
    fitting = DraftKind.FINAL_FOLLOW_UP if sent else first
    if kind is not fitting:
        return f"The follow-up that fits there is {fitting}."
    for day, what in ((history.promise, "They promised an answer by"), (history.closing_date, "Applications close on")):
        if day is not None and today is not None and today <= day:
            return f"{what} {day.day} {day:%B %Y}; a follow-up before that would press them."
    return ""


def _why_no_task(standing: Standing, today: date | None) -> str:
    turn = standing.state.history.my_turn
    mail = asking_mail(standing)
    is_request = turn is not None and turn.kind is EventKind.REQUEST and mail is not None and is_about_task(mail)
    if turn is None or not (turn.kind is EventKind.ASSESSMENT or is_request):
        return "No task of theirs is open."
    due = turn.detail.get("due")
    if due and today is not None and date.fromisoformat(due) < today:
        return "The day they named for the task is over; more time is asked for before it."
    return ""


def _why_no_approach(standing: Standing) -> str:
    received = [each for each in standing.messages if each.direction is Direction.RECEIVED]
    newest = max(received, key=lambda each: (each.message.date, each.id), default=None)
    if newest is None or not is_answerable(newest):
        return "The newest mail there is no person's approach."
    since = newest.message.date
    wrote = any(each.direction is Direction.SENT and each.message.date > since for each in standing.messages)
    return "You have answered that approach." if wrote else ""


def _nothing_sent(standing: Standing) -> str:
    return "" if standing.messages else "No mail of that application is known, so there is nobody to write to."
