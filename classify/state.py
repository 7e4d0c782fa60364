"""What state an application is in at a given moment; the result of ``timeline`` and ``silence``, never stored."""

from dataclasses import dataclass
from datetime import date, datetime

from store.records import Event
from store.vocabulary import NextAction, RejectionReason, Stage, Status, Tag

ORDER = "order"
"""The key of ``Event.detail`` that holds how many events of the same instant come before."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely an answer still is, between ``low`` and ``high``, and in words."""

    p: float
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class History:
    """What the events up to now amount to, before any clock is read (``classify/timeline.py``).

    ``moved_by`` is the event that last moved the application; ``clock`` the event the silence clock runs from and
    ``clock_rule`` the rule of ``silence.md`` that says how it runs ("A1" … "A6").
    """

    stage: Stage
    tag: Tag | None
    moved_by: Event | None
    clock: Event | None
    clock_rule: str
    my_turn: Event | None
    promise: date | None = None
    promise_sentence: str = ""
    closing_date: date | None = None
    next_interview: datetime | None = None
    last_interview: datetime | None = None
    last_full_interview: datetime | None = None
    """The last one that was more than a screening."""
    thanked: bool = False
    chases: tuple[Event, ...] = ()
    chases_in_stage: tuple[Event, ...] = ()
    rejection: Event | None = None
    rejection_reason: RejectionReason | None = None
    answered_rejection: bool = False
    reached: Stage | None = None
    """The step a rejected application had reached."""
    notes: tuple[Event, ...] = ()
    """What the person wrote since the rejection, the answer to it first."""
    heard: Event | None = None
    """The newest word of a person there since the rejection."""
    offer: Event | None = None
    withdrawn: Event | None = None
    applied: Event | None = None


@dataclass(frozen=True, slots=True)
class ApplicationState:
    """Where an application stands: the fields of ``applications --json`` (``silence.md``)."""

    stage: Stage
    status: Status
    tag: Tag | None
    ghosted: bool
    silent_since: date | None
    deadline: date | None
    deadline_rests_on: str
    chance: Chance | None
    follow_ups_sent: int
    next_action: NextAction
    why: str
    rejection_reason: RejectionReason | None
    interview_at: datetime | None
    trigger: Event | None
    """The event that ``next_action`` answers; with the action and ``ordinal`` it makes a draft's key."""
    ordinal: int
    history: History
    legal_day: date | None = None
    """By when the law asks them for an answer (``classify/obligations.py``), where it does."""
