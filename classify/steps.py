"""What each kind of event changes in the history of an application."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import assert_never

from classify.bookings import end_of, stage_in
from classify.limits import ClockRule
from classify.state import History
from store.records import Event
from store.vocabulary import EventKind, RejectionReason, Stage, Tag

_NEW_STEPS = frozenset(
    {EventKind.INVITED, EventKind.BOOKED, EventKind.ASSESSMENT, EventKind.OFFERED, EventKind.MOVED, EventKind.APPLIED}
)
"""What keeps an earlier promise of an answer, so that it holds nothing back any more (rule P)."""


def _restart(history: History, clock: Event, rule: ClockRule) -> History:
    """Starts the silence clock anew. What they promised still holds, unless this is the step they promised."""
    kept = replace(history, promise=None, promise_sentence="") if clock.kind in _NEW_STEPS else history
    return _promised(replace(kept, clock=clock, clock_rule=rule.value), clock)


def _promised(history: History, event: Event) -> History:
    """Takes in the day they promise and the day on which applications close; a newer promise replaces an older one."""
    promise, closing = event.detail.get("promise"), event.detail.get("closing_date")
    if event.kind is EventKind.BOOKED and promise and date.fromisoformat(promise) <= end_of(event).date():
        # That day is about the talk itself.
        promise = None
    if promise:
        history = replace(
            history,
            promise=date.fromisoformat(promise),
            promise_sentence=event.detail.get("promise_sentence", ""),
        )
    return replace(history, closing_date=date.fromisoformat(closing)) if closing else history


def rule_of(stage: Stage) -> ClockRule:
    """The silence that is waited for at this stage once it is their turn."""
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
        return _promised(tagged, event)
    return _restart(replace(tagged, tag=Tag.ACKNOWLEDGEMENT, moved_by=event), event, ClockRule.RECEIPT)


def _invited(history: History, event: Event) -> History:
    moved = _moved(history, event, stage_in(event), Tag.INVITATION)
    # They may announce a talk and promise to come back about it: then the turn is theirs.
    turn = event if event.detail.get("asks", True) else None
    return _restart(replace(moved, my_turn=turn), event, rule_of(moved.stage))


def _booked(history: History, event: Event) -> History:
    moved = _moved(history, event, stage_in(event), Tag.INVITATION)
    turn = None if event.detail.get("confirmed") else event
    return _restart(replace(moved, my_turn=turn), event, rule_of(moved.stage))


def _cancelled(history: History, event: Event) -> History:
    return _restart(replace(history, tag=Tag.INVITATION, moved_by=event), event, rule_of(history.stage))


def _assessment(history: History, event: Event) -> History:
    moved = _moved(history, event, Stage.SCREENING, Tag.ASSESSMENT)
    return _restart(replace(moved, my_turn=event), event, ClockRule.ASSESSMENT)


def _submitted(history: History, event: Event) -> History:
    return _restart(replace(history, my_turn=None), event, ClockRule.ASSESSMENT)


def _request(history: History, event: Event) -> History:
    return _restart(replace(history, my_turn=event), event, rule_of(history.stage))


def _answer(history: History, event: Event) -> History:
    if history.stage is Stage.CLOSED:
        return replace(history, heard=event) if event.detail.get("human") else history
    if history.offer is not None and event.detail.get("offer_open"):
        return _restart(replace(history, my_turn=history.offer), event, ClockRule.FINAL)
    if history.my_turn is not None and not event.detail.get("settles"):
        return _promised(history, event)
    return _restart(history, event, rule_of(history.stage))


def _replied(history: History, event: Event) -> History:
    if history.rejection is not None:
        return replace(history, answered_rejection=True, notes=(*history.notes, event))
    if history.my_turn is None:
        return history
    answered = history.my_turn
    rule = ClockRule.ASSESSMENT if answered.kind is EventKind.ASSESSMENT else rule_of(history.stage)
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
    if history.withdrawn is not None:
        # Who withdrew owes nothing, whatever a machine sends afterwards (rule W).
        return history
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
        reached=history.reached if history.stage is Stage.CLOSED else history.stage,
        notes=(),
        heard=None,
        offer=None,
    )


def _offered(history: History, event: Event) -> History:
    moved = _moved(history, event, Stage.OFFER, Tag.OFFER)
    return _restart(replace(moved, my_turn=event, offer=event), event, ClockRule.FINAL)


def _withdrew(history: History, event: Event) -> History:
    return replace(history, stage=Stage.CLOSED, moved_by=event, my_turn=None, withdrawn=event, offer=None)


def _notice(history: History, event: Event) -> History:
    """A machine's mail restarts no clock (rule R); a day that a further receipt names holds all the same (rule P)."""
    return _promised(history, event) if event.detail.get("tag") == Tag.ACKNOWLEDGEMENT else history


def _moved_by_hand(history: History, event: Event) -> History:
    """The person's word on the stage outranks what mails said; what had closed the application holds no longer."""
    stage = Stage(event.detail["stage"])
    if stage is Stage.CLOSED:
        return _withdrew(history, event)
    reopened = history.stage is Stage.CLOSED
    moved = replace(
        history,
        stage=stage,
        tag=None if reopened else history.tag,
        moved_by=event,
        my_turn=None,
        chases_in_stage=history.chases_in_stage if stage is history.stage else (),
        rejection=None,
        rejection_reason=None,
        withdrawn=None,
    )
    return _restart(moved, event, rule_of(stage))


STEPS: dict[EventKind, Callable[[History, Event], History]] = {
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
