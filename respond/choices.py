"""The replies a person may ask for themselves: which make sense now, and why another one does not. Pure."""

from datetime import date

from respond.approaches import KINDS as APPROACHED
from respond.approaches import is_answerable
from respond.asked import is_about_task
from respond.due import asking_mail, kind_of
from respond.recipients import Recipient
from respond.standings import Standing
from store.noted import Search
from store.records import StoredMessage
from store.vocabulary import Direction, DraftKind, EventKind, NextAction, SearchPhase, Stage, Status

_GOING_ON = Search()
CHASES = (DraftKind.FOLLOW_UP_APPLICATION, DraftKind.FOLLOW_UP_INTERVIEW, DraftKind.FINAL_FOLLOW_UP)
_MOST_CHASES = 2
"""Follow-ups in one stage (``silence.md`` rule X)."""
_TALKS = (EventKind.INVITED, EventKind.BOOKED)
_OFFERED = (
    DraftKind.INVITATION_REPLY,
    DraftKind.OTHER_TIMES,
    DraftKind.DECLINE_INVITATION,
    DraftKind.INFORMATION_REPLY,
    DraftKind.ASSESSMENT_REPLY,
    DraftKind.OFFER_REPLY,
    DraftKind.THANK_YOU,
    DraftKind.STAY_CONNECTED,
    *CHASES,
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
