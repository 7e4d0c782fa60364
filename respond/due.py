"""Which reply an application calls for by itself, and what makes a draft the same draft. Pure."""

from classify.state import ApplicationState
from respond.asked import is_about_task
from respond.humans import is_from_person
from respond.standings import Outlook, Standing
from store.noted import Draft, Search
from store.records import StoredMessage
from store.vocabulary import Direction, DraftKind, DraftState, NextAction, SearchPhase, Stage

CHASING_ACTIONS = (NextAction.FOLLOW_UP, NextAction.FINAL_FOLLOW_UP, NextAction.RECONNECT)
"""What the person would write of their own accord: on business days alone."""
_OF_OWN_ACCORD = {
    NextAction.FOLLOW_UP: (DraftKind.FOLLOW_UP_APPLICATION, DraftKind.FOLLOW_UP_INTERVIEW),
    NextAction.FINAL_FOLLOW_UP: (DraftKind.FINAL_FOLLOW_UP,),
    NextAction.THANK_YOU: (DraftKind.THANK_YOU,),
    NextAction.STAY_CONNECTED_REPLY: (DraftKind.STAY_CONNECTED,),
}
"""The steps that nobody waits for, and the replies that take them."""
_GOING_ON = Search()


def kind_of(standing: Standing, search: Search = _GOING_ON) -> DraftKind | None:
    """The reply that ``next_action`` calls for, or None where nothing is written.

    Once the search has ended with a job, every other application that is still active calls for a withdrawal.
    """
    state = standing.state
    if search.phase is SearchPhase.HIRED and state.stage is not Stage.CLOSED:
        if standing.application.id != search.application:
            return None if state.ghosted else DraftKind.WITHDRAWAL
        if state.next_action is NextAction.REPLY_TO_OFFER:
            return None
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
        case NextAction.REPLY_TO_REQUEST:
            return _answer_to_request(asking_mail(standing))
        case NextAction.COMPLETE_ASSESSMENT:
            return _word_on_task(standing, asking_mail(standing))
        case NextAction.REPLY_TO_OFFER:
            return DraftKind.OFFER_REPLY
        case NextAction.THANK_YOU:
            return DraftKind.THANK_YOU
        case NextAction.RECONNECT:
            return DraftKind.RECONNECT
        case NextAction.NONE:
            return None


def _word_on_task(standing: Standing, mail: StoredMessage | None) -> DraftKind | None:
    """A platform's mail is acted on; a person who sent a task is told once that it has come (R10)."""
    if mail is None or not is_from_person(mail):
        return None
    since = mail.message.date
    told = any(each.direction is Direction.SENT and each.message.date > since for each in standing.messages)
    return None if told else DraftKind.ASSESSMENT_REPLY


def _answer_to_request(mail: StoredMessage | None) -> DraftKind:
    if mail is not None and is_from_person(mail) and is_about_task(mail):
        return DraftKind.ASSESSMENT_REPLY
    return DraftKind.INFORMATION_REPLY


def asking_mail(standing: Standing) -> StoredMessage | None:
    """The mail that made it the person's turn."""
    turn = standing.state.history.my_turn
    return next((each for each in standing.messages if turn is not None and each.id == turn.message_id), None)


def draft_key(kind: DraftKind, standing: Standing, search: Search = _GOING_ON) -> str:
    """What makes a draft the same draft: kind, triggering event, ordinal (``design.md`` §3).

    The mail that triggered it names the event, because an application may turn out to be part of another.
    """
    return f"{kind}/{cause_of(kind, standing, search)}/{standing.state.ordinal}"


def cause_of(kind: DraftKind, standing: Standing, search: Search = _GOING_ON) -> str:
    """The event a draft of this kind rests on, in the form keys name it."""
    if kind is DraftKind.WITHDRAWAL and search.phase is SearchPhase.HIRED and search.since is not None:
        return f"application-{standing.application.id}-{search.since:%Y%m%d}"
    trigger = standing.state.trigger
    if trigger is not None and trigger.message_id is not None:
        return f"mail-{trigger.message_id}"
    return f"application-{standing.application.id}-{trigger.at:%Y%m%d}" if trigger else "none"


def was_dropped(state: ApplicationState, draft: Draft, outlook: Outlook) -> bool:
    """Whether the person dropped the draft of this very step: then they have said no to it, and are not asked again."""
    if draft.state is not DraftState.DISCARDED or draft.kind not in _OF_OWN_ACCORD.get(state.next_action, ()):
        return False
    if state.next_action in CHASING_ACTIONS:
        # Made for this day or after; one that was dropped before belonged to an earlier step.
        return state.deadline is not None and draft.created.astimezone(outlook.zone).date() >= state.deadline
    return state.trigger is None or draft.created >= state.trigger.at


def may_write_today(standing: Standing, outlook: Outlook) -> bool:
    """No follow-up and no word again on weekends and holidays; what they wait for goes out any day."""
    if standing.state.next_action not in CHASING_ACTIONS:
        return True
    workdays = outlook.workdays(standing.application.country)
    return workdays.counts(workdays.local_day(outlook.now))
