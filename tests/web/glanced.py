"""Glances, waits and lessons made by hand, for what is reckoned from them without a store."""

from dataclasses import replace
from datetime import UTC, date, datetime

from classify.state import ApplicationState, Chance, History
from respond.glances import Glance
from store.noted import Lesson
from store.records import Application, Event
from store.vocabulary import EventKind, NextAction, RejectionReason, Stage, Status

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
EMPTY = History(stage=Stage.APPLIED, tag=None, moved_by=None, clock=None, clock_rule="A1", my_turn=None)


def event(number: int, kind: EventKind, at: datetime = NOW) -> Event:
    return Event(number, kind, at)


def glance(
    number: int,
    company: str = "Northwind Textiles",
    role: str = "Planner",
    *,
    agency: str = "",
    stage: Stage = Stage.APPLIED,
    status: Status = Status.WAITING_ON_THEM,
    next_action: NextAction = NextAction.NONE,
    ghosted: bool = False,
    reason: RejectionReason | None = None,
    chance: float | None = None,
    silent_since: date | None = None,
    at: datetime = NOW,
    reply_to: str = "",
    people: tuple[tuple[str, ...], ...] | None = (),
) -> Glance:
    """An application as a listing knows it; ``at`` is when what it stands by happened."""
    receipt = event(number, EventKind.RECEIPT, at)
    history = replace(EMPTY, stage=stage, clock=receipt, moved_by=receipt)
    if status is Status.REJECTED:
        history = replace(history, rejection=event(number, EventKind.REJECTED, at), reached=Stage.SCREENING)
    state = ApplicationState(
        stage=stage,
        status=status,
        tag=None,
        ghosted=ghosted,
        silent_since=silent_since,
        deadline=None,
        deadline_rests_on="",
        chance=None if chance is None else Chance(chance, chance / 2, min(1.0, chance * 1.5), "about so much"),
        follow_ups_sent=0,
        next_action=next_action,
        why="",
        rejection_reason=reason,
        interview_at=None,
        trigger=None,
        ordinal=0,
        history=history,
    )
    return Glance(Application(number, company, role, agency), state, reply_to, people)


def lesson(number: int, went_well: str = "", **fields: str) -> Lesson:
    return Lesson(number, NOW, stage="screening", went_well=went_well, **fields)  # type: ignore[arg-type]
