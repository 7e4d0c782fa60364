"""The states no clock rules: our own turn (rule T) and the closed ones (rules C, N and W)."""

from datetime import date

from classify.cadence import Word, next_word
from classify.limits import Limits
from classify.state import ApplicationState, History
from classify.workdays import Workdays
from store.records import Event
from store.vocabulary import EventKind, NextAction, Stage, Status

_ASKED = {
    EventKind.INVITED: (NextAction.REPLY_TO_INVITATION, "They invited you on {day} and wait for your answer."),
    EventKind.BOOKED: (NextAction.REPLY_TO_INVITATION, "On {day} they proposed a time and wait for your yes."),
    EventKind.ASSESSMENT: (NextAction.COMPLETE_ASSESSMENT, "They sent you an assessment on {day}."),
    EventKind.REQUEST: (NextAction.REPLY_TO_REQUEST, "On {day} they asked you for something."),
    EventKind.OFFERED: (
        NextAction.REPLY_TO_OFFER,
        "They made you an offer on {day}: congratulations. For now a short word that it has come is enough.",
    ),
}


def of_my_turn(history: History, today: date, workdays: Workdays) -> ApplicationState:
    """They asked for times, data, a test or an answer: it is our turn, whatever the age or season (rule T)."""
    turn = history.my_turn
    assert turn is not None
    action, words = _ASKED[turn.kind]
    asked = workdays.local_day(turn.at)
    due, rests_on = _due(turn, asked, today)
    late = " That was some while ago: an answer is still better than none." if (today - asked).days > 14 else ""
    return ApplicationState(
        stage=history.stage,
        status=Status.OFFER if history.stage is Stage.OFFER else Status.WAITING_ON_ME,
        tag=history.tag,
        ghosted=False,
        silent_since=None,
        deadline=due,
        deadline_rests_on=rests_on,
        chance=None,
        follow_ups_sent=len(history.chases),
        next_action=action,
        why=f"{words.format(day=f'{asked.day} {asked:%B %Y}')}{late}",
        rejection_reason=None,
        interview_at=history.next_interview,
        trigger=turn,
        ordinal=1,
        history=history,
    )


def of_closed(
    history: History, today: date, workdays: Workdays, limits: Limits, *, can_reply: bool, knows_person: bool
) -> ApplicationState:
    """Rejected or withdrawn. A rejection is answered once, and only where a person reads it (rules C and N).

    To somebody they know by name the person may write again later (``domain.md`` §6.2).
    """
    word = next_word(history, workdays, limits.cadence) if knows_person else None
    due = word if word is not None and not word.is_warm and word.is_due(today) else None
    if history.withdrawn is not None:
        status, action = Status.WITHDRAWN, NextAction.NONE
        why = "This application is closed from your side; nothing is owed."
    else:
        status, action, why = _after_rejection(history, word, due, today, can_reply=can_reply)
    return ApplicationState(
        stage=history.stage,
        status=status,
        tag=history.tag,
        ghosted=False,
        silent_since=None,
        deadline=due.day if due and action is NextAction.RECONNECT else None,
        deadline_rests_on=due.rests_on if due and action is NextAction.RECONNECT else "",
        chance=None,
        follow_ups_sent=len(history.chases),
        next_action=action,
        why=why,
        rejection_reason=history.rejection_reason,
        interview_at=None,
        trigger=history.rejection or history.withdrawn,
        ordinal=max(len(history.notes), 1) if action is NextAction.RECONNECT else 1,
        history=history,
    )


def _after_rejection(
    history: History, word: Word | None, due: Word | None, today: date, *, can_reply: bool
) -> tuple[Status, NextAction, str]:
    if due is not None:
        why = f"You parted on good terms, and since {_day(due.day)} a short word again would fit ({due.rests_on})."
        return Status.REJECTED, NextAction.RECONNECT, why
    if history.answered_rejection:
        why = "They decided otherwise, and you have answered; the door stays open."
        if word is not None and not word.is_warm and word.day > today:
            why += f" A short word again fits from {_day(word.day)} ({word.rests_on})."
        return Status.REJECTED, NextAction.NONE, why
    if not can_reply:
        why = "They decided otherwise, from an address nobody reads; there is nobody to answer, so file it and go on."
        return Status.REJECTED, NextAction.NONE, why
    why = "They decided otherwise; a short, kind answer keeps the people you met in reach."
    return Status.REJECTED, NextAction.STAY_CONNECTED_REPLY, why


def _due(turn: Event, asked: date, today: date) -> tuple[date, str]:
    due = turn.detail.get("due")
    if due:
        return date.fromisoformat(due), "the date they named"
    if (today - asked).days <= 1:
        return asked, "an answer on the same day is best, within a day is good"
    return asked, "an answer is still welcome"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
