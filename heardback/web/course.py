"""One application from its beginning to now: what happened, what is known of it, and what may be done by hand.

Pure: a standing in, a view out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from classify.bookings import start_of
from classify.timeline import in_order
from heardback.views import taken_back
from heardback.web.words import words
from respond.standings import Standing
from store.noted import Change, Draft, NoDraft
from store.records import Event
from store.vocabulary import Direction, DraftState, EventKind, Stage, Tag

STAGES = (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEWING, Stage.FINAL, Stage.OFFER)
"""What an application can be moved to; it is ended by closing it."""
ENDINGS: dict[str, str] = {
    "withdrew": "you withdrew",
    "gave_up": "you gave it up",
    "not_for_me": "it was not the right one for you",
    "": "",
}
"""Why a person closes an application: the form's value, and the words that are kept."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of the timeline. ``is_over`` marks what was held to have happened once and is not any more."""

    at: datetime
    kind: EventKind
    sentence: str
    detail: str
    mail: int | None
    by_hand: bool
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail of the application, as a line."""

    number: int
    date: datetime
    name: str
    """Who wrote; empty where it was the person themselves."""
    subject: str
    tag: Tag
    unsure: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A draft of the application, as a line."""

    draft: Draft
    is_open: bool


@dataclass(frozen=True, slots=True)
class Course:
    """Everything the page of one application shows."""

    standing: Standing
    title: str
    happenings: tuple[Happening, ...]
    letters: tuple[Letter, ...]
    drafts: tuple[Written, ...]
    refusals: tuple[NoDraft, ...]
    """Replies that were not written, and why."""
    changes: tuple[Change, ...]
    law: date | None

    @property
    def is_closed(self) -> bool:
        """Whether it is over."""
        return self.standing.state.stage is Stage.CLOSED

    @property
    def was_rejected(self) -> bool:
        """Whether they said no."""
        return self.standing.state.history.rejection is not None


def course(
    standing: Standing,
    before: Iterable[Event],
    drafts: Sequence[Draft],
    refusals: Sequence[NoDraft],
    changes: Iterable[Change],
    zone: tzinfo,
) -> Course:
    """The view of one application; ``before`` are the events that were replaced."""
    application = standing.application
    return Course(
        standing=standing,
        title=f"{application.role or 'A role not named'} at {application.company or application.agency}",
        happenings=_happenings(standing, before, zone),
        letters=_letters(standing),
        drafts=tuple(Written(each, each.state.is_open) for each in _latest_first(drafts)),
        refusals=tuple(refusals),
        changes=tuple(each for each in changes if each.application == application.id and each.undone_at is None),
        law=standing.state.legal_day,
    )


def _happenings(standing: Standing, before: Iterable[Event], zone: tzinfo) -> tuple[Happening, ...]:
    """All that happened and all that was taken back, oldest first; so that it reads from top to bottom."""
    over = taken_back(standing.events, list(before))
    gone = {id(each) for each in over}
    return tuple(_happening(each, zone, is_over=id(each) in gone) for each in in_order([*standing.events, *over]))


def _happening(event: Event, zone: tzinfo, *, is_over: bool) -> Happening:
    return Happening(
        event.at, event.kind, event.sentence, _detail(event, zone), event.message_id, event.by == "hand", is_over
    )


def _detail(event: Event, zone: tzinfo) -> str:
    """What the words of a mail do not say: for when a talk is fixed, where it was moved to, why it was closed."""
    if event.kind is EventKind.BOOKED:
        start = start_of(event).astimezone(zone)
        return f"for {start:%A}, {start.day} {start:%B} {start.year}, {start:%H:%M}"
    if event.kind is EventKind.MOVED:
        return f"to: {words(Stage(event.detail['stage']))}"
    if event.kind is EventKind.CLOSED:
        return str(event.detail.get("because", ""))
    return ""


def _letters(standing: Standing) -> tuple[Letter, ...]:
    return tuple(
        Letter(
            number=each.id,
            date=each.message.date,
            name="" if each.direction is Direction.SENT else each.message.sender.name or each.message.sender.address,
            subject=each.message.subject,
            tag=each.reading.verdict.tag,
            unsure=each.reading.verdict.unsure and not each.corrected,
        )
        for each in sorted(standing.messages, key=lambda one: one.message.date)
    )


def _latest_first(drafts: Sequence[Draft]) -> list[Draft]:
    """What waits for the person first, then by time; what was withdrawn before anybody saw it is left out."""
    shown = [each for each in drafts if each.state is not DraftState.WITHDRAWN]
    return sorted(shown, key=lambda each: (not each.state.is_open, -each.id))
