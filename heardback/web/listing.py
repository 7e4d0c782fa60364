"""The list of applications as it is shown: a page of the table, or the board with a column for each stage.

Pure: glances in, rows out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from heardback.views import needs_person
from heardback.web.choosing import since
from heardback.web.wanted import Wanted
from respond.glances import Glance
from store.vocabulary import NextAction, RejectionReason, Stage, Status

PAGE = 50
"""Rows on a page of the table."""
COLUMN = 20
"""Cards in a column of the board before "show all"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One application in the table, or as a card of the board."""

    number: int
    employer: str
    through: str
    """The agency in between; empty where there is none, or where it stands in for the employer."""
    role: str
    stage: Stage
    status: Status
    ghosted: bool
    since: date | None
    next_action: NextAction
    deadline: date | None
    reason: RejectionReason | None
    chance: str
    needs_me: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the table."""

    rows: tuple[Row, ...]
    found: int
    page: int
    pages: int

    @property
    def first(self) -> int:
        """The place of the first row among all that were found, from 1."""
        return (self.page - 1) * PAGE + 1


@dataclass(frozen=True, slots=True)
class Column:
    """One stage of the board."""

    stage: Stage
    cards: tuple[Row, ...]
    found: int

    @property
    def hidden(self) -> int:
        """How many cards are not shown."""
        return self.found - len(self.cards)


def listing(found: Sequence[Glance], wanted: Wanted, zone: tzinfo) -> Listing:
    """The page of the table that was asked for, or the last one there is."""
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(wanted.page, 1), pages)
    shown = found[(page - 1) * PAGE : page * PAGE]
    return Listing(tuple(row(each, zone) for each in shown), len(found), page, pages)


def board(found: Sequence[Glance], wanted: Wanted, zone: tzinfo) -> tuple[Column, ...]:
    """A column for each stage, in the order of the way."""
    by_stage: dict[Stage, list[Glance]] = {stage: [] for stage in Stage}
    for each in found:
        by_stage[each.state.stage].append(each)
    return tuple(
        Column(
            stage,
            tuple(row(each, zone) for each in (held if stage is wanted.whole else held[:COLUMN])),
            len(held),
        )
        for stage, held in by_stage.items()
    )


def row(glance: Glance, zone: tzinfo) -> Row:
    """One application in a few words."""
    application, state = glance.application, glance.state
    return Row(
        number=application.id,
        employer=application.company or application.agency,
        through=application.agency if application.company else "",
        role=application.role,
        stage=state.stage,
        status=state.status,
        ghosted=state.ghosted,
        since=since(glance, zone),
        next_action=state.next_action,
        deadline=state.deadline,
        reason=state.rejection_reason,
        chance=_in_hundred(state.chance.p) if state.chance else "",
        needs_me=needs_person(state),
    )


def _in_hundred(p: float) -> str:
    return "under 1 %" if p < 0.01 else f"{p * 100:.0f} %"
