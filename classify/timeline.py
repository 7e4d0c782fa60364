"""What the events of an application amount to at a given moment, before any clock is read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import assert_never

from classify.limits import ClockRule
from classify.state import History
from store.records import Event
from store.vocabulary import EventKind, RejectionReason, Stage, Tag

_STAGE_OF = {"screening": Stage.SCREENING, "interviewing": Stage.INTERVIEWING, "final": Stage.FINAL}
_NEW = History(
    stage=Stage.APPLIED, tag=None, moved_by=None, clock=None, clock_rule=ClockRule.NO_RECEIPT.value, my_turn=None
)
CALL_LENGTH = timedelta(hours=1)
"""How long an interview without a stated end is taken to last."""


def history_of(events: tuple[Event, ...], now: datetime) -> History:
    """Folds the events up to ``now``, in order of time."""
    past = sorted((each for each in events if each.at <= now), key=lambda each: (each.at, each.id or 0))
    bookings: list[Event] = []
    history = _NEW
    for event in past:
        history = _held(history, bookings, event.at)
        history = _STEPS[event.kind](history, event)
        _book(bookings, event)
    history = _held(history, bookings, now)
    ahead = [_start(each) for each in bookings if _end(each) > now]
    return replace(history, next_interview=min(ahead, default=None))


def _book(bookings: list[Event], event: Event) -> None:
    """Keeps the list of interviews that stand: a moved one replaces its earlier date, a cancelled one goes."""
    if event.kind not in (EventKind.BOOKED, EventKind.CANCELLED):
        if event.kind in (EventKind.REJECTED, EventKind.WITHDREW, EventKind.CLOSED):
            bookings[:] = [each for each in bookings if _end(each) <= event.at]
        return
    uid = event.detail.get("uid", "")
    same = [each for each in bookings if uid and each.detail.get("uid") == uid]
    # Without a calendar UID the mail means the interview that is still ahead: one is moved or called off at a time.
    ahead = same or [each for each in bookings if _end(each) > event.at]
    bookings[:] = [each for each in bookings if each not in ahead]
    if event.kind is EventKind.BOOKED:
        bookings.append(event)


def _held(history: History, bookings: list[Event], now: datetime) -> History:
    """Lets planned interviews take place once their time has passed (rule A3, last sentence)."""
    for event in sorted(bookings, key=_end):
        end = _end(event)
        if end > now or (history.last_interview is not None and end <= history.last_interview):
            continue
        closed = history.stage in (Stage.CLOSED, Stage.OFFER)
        later = history.clock is None or history.clock.at < end
        history = replace(
            history,
            last_interview=end,
            thanked=False,
            my_turn=None if history.my_turn is event or _asks_for(history, event) else history.my_turn,
        )
        if later and not closed:
            held = replace(event, at=end)
            history = _restart(history, held, _rule_of(history.stage))
    return history


def _asks_for(history: History, booked: Event) -> bool:
    """Whether it was our turn only to confirm this very interview, which has taken place now."""
    turn = history.my_turn
    return turn is not None and turn.message_id is not None and turn.message_id == booked.message_id


def _restart(history: History, clock: Event, rule: ClockRule) -> History:
    """Starts the silence clock anew; what was promised before is answered or outdated."""
    promise = clock.detail.get("promise")
    closing = clock.detail.get("closing_date")
    return replace(
        history,
        clock=clock,
        clock_rule=rule.value,
        promise=date.fromisoformat(promise) if promise and clock.kind is not EventKind.BOOKED else None,
        promise_sentence=clock.detail.get("promise_sentence", ""),
        closing_date=date.fromisoformat(closing) if closing else history.closing_date,
    )


def _rule_of(stage: Stage) -> ClockRule:
    match stage:
        case Stage.SCREENING:
            return ClockRule.SCREENING
        case Stage.INTERVIEWING:
            return ClockRule.INTERVIEW
        case Stage.FINAL | Stage.OFFER:
            return ClockRule.FINAL
        case Stage.APPLIED | Stage.CLOSED:
            return ClockRule.RECEIPT
        case _:
            assert_never(stage)


def _moved(history: History, event: Event, stage: Stage, tag: Tag) -> History:
    """Moves an application forward; a step that lies behind the furthest one does not move it back."""
    reopened = history.stage is Stage.CLOSED
    furthest = stage if reopened or stage.rank > history.stage.rank else history.stage
    entered = furthest is not history.stage
    return replace(
        history,
        stage=furthest,
        tag=tag,
        moved_by=event,
        chases_in_stage=() if entered else history.chases_in_stage,
        rejection=None,
        rejection_reason=None,
        withdrawn=None,
    )


def _applied(history: History, event: Event) -> History:
    if history.clock is not None:
        return replace(history, applied=history.applied or event)
    return _restart(replace(history, applied=event, moved_by=event), event, ClockRule.NO_RECEIPT)


def _receipt(history: History, event: Event) -> History:
    tagged = replace(history, tag=history.tag or Tag.ACKNOWLEDGEMENT, moved_by=history.moved_by or event)
    if history.stage is not Stage.APPLIED:
        return tagged
    return _restart(replace(tagged, tag=Tag.ACKNOWLEDGEMENT, moved_by=event), event, ClockRule.RECEIPT)


def _invited(history: History, event: Event) -> History:
    moved = _moved(history, event, _stage_in(event), Tag.INVITATION)
    # They may announce a talk and promise to come back about it: then the turn is theirs.
    turn = event if event.detail.get("asks", True) else None
    return _restart(replace(moved, my_turn=turn), event, _rule_of(moved.stage))


def _booked(history: History, event: Event) -> History:
    moved = _moved(history, event, _stage_in(event), Tag.INVITATION)
    turn = None if event.detail.get("confirmed") else event
    return _restart(replace(moved, my_turn=turn), event, _rule_of(moved.stage))


def _cancelled(history: History, event: Event) -> History:
    return _restart(replace(history, tag=Tag.INVITATION, moved_by=event), event, _rule_of(history.stage))


def _assessment(history: History, event: Event) -> History:
    moved = _moved(history, event, Stage.SCREENING, Tag.ASSESSMENT)
    return _restart(replace(moved, my_turn=event), event, ClockRule.ASSESSMENT)


def _submitted(history: History, event: Event) -> History:
    return _restart(replace(history, my_turn=None), event, ClockRule.ASSESSMENT)


def _request(history: History, event: Event) -> History:
    return _restart(replace(history, my_turn=event), event, _rule_of(history.stage))


def _answer(history: History, event: Event) -> History:
    if history.stage is Stage.CLOSED:
        return history
    if history.offer is not None and event.detail.get("offer_open"):
        return _restart(replace(history, my_turn=history.offer), event, ClockRule.FINAL)
    if history.my_turn is not None and not event.detail.get("settles"):
        return history if not event.detail.get("promise") else _restart(history, event, _rule_of(history.stage))
    return _restart(history, event, _rule_of(history.stage))


def _replied(history: History, event: Event) -> History:
    if history.rejection is not None:
        return replace(history, answered_rejection=True)
    if history.my_turn is None:
        return history
    answered = history.my_turn
    rule = ClockRule.ASSESSMENT if answered.kind is EventKind.ASSESSMENT else _rule_of(history.stage)
    if answered.kind is EventKind.OFFERED:
        return replace(history, my_turn=None)
    if answered.kind is EventKind.ASSESSMENT:
        # A word back is not the work itself: the assessment stays to be done.
        return history
    return _restart(replace(history, my_turn=None), event, rule)


def _chased(history: History, event: Event) -> History:
    return replace(
        history,
        chases=(*history.chases, event),
        chases_in_stage=(*history.chases_in_stage, event),
    )


def _thanked(history: History, event: Event) -> History:
    return replace(history, thanked=True)


def _rejected(history: History, event: Event) -> History:
    reason = event.detail.get("reason")
    return replace(
        history,
        stage=Stage.CLOSED,
        tag=Tag.REJECTION,
        moved_by=event,
        my_turn=None,
        rejection=event,
        rejection_reason=RejectionReason(reason) if reason else None,
        answered_rejection=False,
        offer=None,
    )


def _offered(history: History, event: Event) -> History:
    moved = _moved(history, event, Stage.OFFER, Tag.OFFER)
    return _restart(replace(moved, my_turn=event, offer=event), event, ClockRule.FINAL)


def _withdrew(history: History, event: Event) -> History:
    return replace(history, stage=Stage.CLOSED, moved_by=event, my_turn=None, withdrawn=event, offer=None)


def _notice(history: History, _event: Event) -> History:
    return history


def _moved_by_hand(history: History, event: Event) -> History:
    stage = Stage(event.detail["stage"])
    return _restart(replace(history, stage=stage, moved_by=event, my_turn=None), event, _rule_of(stage))


def _stage_in(event: Event) -> Stage:
    return _STAGE_OF.get(event.detail.get("stage", ""), Stage.INTERVIEWING)


def _start(event: Event) -> datetime:
    return datetime.fromisoformat(event.detail["start"])


def _end(event: Event) -> datetime:
    end = event.detail.get("end")
    return datetime.fromisoformat(end) if end else _start(event) + CALL_LENGTH


_STEPS: dict[EventKind, Callable[[History, Event], History]] = {
    EventKind.APPLIED: _applied,
    EventKind.RECEIPT: _receipt,
    EventKind.INVITED: _invited,
    EventKind.BOOKED: _booked,
    EventKind.CANCELLED: _cancelled,
    EventKind.ASSESSMENT: _assessment,
    EventKind.SUBMITTED: _submitted,
    EventKind.REQUEST: _request,
    EventKind.ANSWER: _answer,
    EventKind.REPLIED: _replied,
    EventKind.CHASED: _chased,
    EventKind.THANKED: _thanked,
    EventKind.REJECTED: _rejected,
    EventKind.OFFERED: _offered,
    EventKind.WITHDREW: _withdrew,
    EventKind.NOTICE: _notice,
    EventKind.CLOSED: _withdrew,
    EventKind.MOVED: _moved_by_hand,
}
