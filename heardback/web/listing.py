"""The list of applications as a person wants to see it: filtered, searched, in an order, a page or a board at a time.

Pure: glances in, rows out.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from enum import StrEnum

from heardback.views import needs_person, urgency
from respond.glances import Glance
from store.records import Event
from store.vocabulary import NextAction, RejectionReason, Stage, Status

PAGE = 50
"""Rows on a page of the table."""
COLUMN = 20
"""Cards in a column of the board before "show all"."""


class Order(StrEnum):
    """In which order the table stands."""

    URGENCY = "urgency"
    NEWEST = "newest"
    WAITING = "waiting"
    CHANCE = "chance"
    EMPLOYER = "employer"


ORDER_WORDS: dict[Order, str] = {
    Order.URGENCY: "what needs you first",
    Order.NEWEST: "latest news first",
    Order.WAITING: "longest waiting first",
    Order.CHANCE: "best chance of an answer first",
    Order.EMPLOYER: "by employer",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked to see; an empty field leaves everything in."""

    text: str = ""
    status: Status | None = None
    stage: Stage | None = None
    reason: RejectionReason | None = None
    needs_me: bool = False
    ghosted: bool = False
    order: Order = Order.URGENCY
    page: int = 1
    board: bool = False
    whole: Stage | None = None
    """The column of the board that is shown whole."""

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out."""
        return bool(self.text) or self.narrows

    @property
    def narrows(self) -> bool:
        """Whether more than words is asked for."""
        return bool(self.status or self.stage or self.reason or self.needs_me or self.ghosted)

    def query(self, **changes: str) -> dict[str, str]:
        """The fields of an address that asks for the same, with these changed; what says nothing is left out."""
        known = {
            "view": "board" if self.board else "",
            "q": self.text,
            "status": self.status or "",
            "stage": self.stage or "",
            "reason": self.reason or "",
            "needs": "me" if self.needs_me else "",
            "ghosted": "yes" if self.ghosted else "",
            "sort": "" if self.order is Order.URGENCY else self.order,
            "page": "" if self.page == 1 else str(self.page),
            "whole": self.whole or "",
        }
        return {name: str(value) for name, value in (known | changes).items() if value}


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


@dataclass(frozen=True, slots=True)
class Haystack:
    """What a search looks through, by application: names of the employer, the agency, the role, and of people."""

    texts: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Iterable[Glance], people: Mapping[int, Sequence[str]]) -> "Haystack":
        """``people`` are names and addresses of those met, by application."""
        return cls(
            {
                each.application.id: plain(
                    " ".join(
                        (
                            each.application.company,
                            each.application.agency,
                            each.application.role,
                            each.reply_to,
                            *people.get(each.application.id, ()),
                        )
                    )
                )
                for each in found
            }
        )

    def holds(self, number: int, words: Sequence[str]) -> bool:
        """Whether every one of these plain words is found."""
        text = self.texts.get(number, "")
        return all(word in text for word in words)


def plain(text: str) -> str:
    """Small letters without accents, so that "cafe" finds "Café"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def chosen(found: Iterable[Glance], wanted: Wanted, hay: Haystack) -> list[Glance]:
    """What was asked for, in the order that was asked for."""
    words = plain(wanted.text).split()
    kept = [
        each
        for each in found
        if (wanted.status is None or each.state.status is wanted.status)
        and (wanted.stage is None or each.state.stage is wanted.stage)
        and (wanted.reason is None or each.state.rejection_reason is wanted.reason)
        and (not wanted.needs_me or needs_person(each.state))
        and (not wanted.ghosted or each.state.ghosted)
        and hay.holds(each.application.id, words)
    ]
    return _ordered(kept, wanted.order)


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


def since(glance: Glance, zone: tzinfo) -> date | None:
    """The local day from which on it stands as it stands."""
    state = glance.state
    if state.silent_since is not None:
        return state.silent_since
    event = _turning_point(glance)
    return None if event is None else event.at.astimezone(zone).date()


def _turning_point(glance: Glance) -> Event | None:
    history = glance.state.history
    match glance.state.status:
        case Status.REJECTED:
            return history.rejection
        case Status.WITHDRAWN:
            return history.withdrawn
        case Status.OFFER:
            return history.offer or history.moved_by
        case Status.WAITING_ON_ME:
            return history.my_turn or history.moved_by
        case _:
            return history.clock or history.moved_by


def _in_hundred(p: float) -> str:
    return "under 1 %" if p < 0.01 else f"{p * 100:.0f} %"


def _ordered(found: list[Glance], order: Order) -> list[Glance]:
    match order:
        case Order.URGENCY:
            return sorted(found, key=urgency)
        case Order.NEWEST:
            return sorted(found, key=_last_news, reverse=True)
        case Order.WAITING:
            waiting = (Status.WAITING_ON_THEM, Status.SILENT)
            return sorted(found, key=lambda each: (each.state.status not in waiting, _last_news(each)))
        case Order.CHANCE:
            return sorted(found, key=lambda each: -(each.state.chance.p if each.state.chance else -1.0))
        case Order.EMPLOYER:
            return sorted(found, key=lambda each: plain(each.application.company or each.application.agency))


def _last_news(glance: Glance) -> float:
    event = _turning_point(glance) or glance.state.history.applied
    return event.at.timestamp() if event else 0.0
