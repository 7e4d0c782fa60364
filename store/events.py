"""What happened in applications: events, which are appended and never rewritten."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, bindparam, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert

from store.records import Event
from store.schema import BOOKED_UNTIL, events, messages
from store.vocabulary import EventKind

_BOOKED: ColumnElement[bool] = literal_column("events.kind = 'booked'")
"""In the words of the index, which a value handed over would not be."""
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_RECORD = insert(events)
_SUPERSEDE = update(events).where(events.c.id.in_(_IDS)).values(superseded=True)
_OUT_OF_MAILS = select(events).where(events.c.superseded.is_(False), events.c.message_id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Milestone:
    """A sort of event that happened in an application, and when first; ``stage`` and ``human`` as its mail told."""

    application: int
    kind: EventKind
    stage: str
    human: bool
    first: datetime


class Events:
    """The events of applications; a part of their ledger."""

    _connection: Connection

    def record(self, new: Iterable[Event]) -> None:
        """Appends events."""
        rows = [
            {
                "application_id": event.application_id,
                "kind": event.kind,
                "at": event.at,
                "message_id": event.message_id,
                "detail": json.dumps(dict(event.detail), sort_keys=True),
                "sentence": event.sentence,
                "by": event.by,
            }
            for event in new
        ]
        if rows:
            self._connection.execute(_RECORD, rows)

    def events(self, ids: Sequence[int] | None = None, kinds: Collection[EventKind] = ()) -> tuple[Event, ...]:
        """The events that hold, of these applications or of all, in order of time; ties by the order of recording.

        ``kinds`` are those wanted where not all of them are.
        """
        found = select(events).where(events.c.superseded.is_(False)).order_by(events.c.at, events.c.id)
        if ids is not None:
            found = found.where(events.c.application_id.in_(ids))
        if kinds:
            found = found.where(events.c.kind.in_(kinds))
        return tuple(_event(row) for row in self._connection.execute(found))

    def booked_ahead(self, day: date, *, since: datetime) -> frozenset[int]:
        """The applications for which a mail dated from ``since`` on booked an interview that ends on ``day`` or later.

        Days are those of the zone each interview was booked in.
        """
        found = (
            select(events.c.application_id)
            .join(messages, messages.c.id == events.c.message_id)
            .where(day.isoformat() <= BOOKED_UNTIL, _BOOKED, events.c.superseded.is_(False), messages.c.date >= since)
        )
        return frozenset(self._connection.scalars(found))

    def milestones(self, now: datetime) -> Iterator[Milestone]:
        """What happened in each application up to ``now``, each sort of thing once: for figures over all of them."""
        what = (
            events.c.application_id,
            events.c.kind,
            func.json_extract(events.c.detail, "$.stage").label("stage"),
            func.json_extract(events.c.detail, "$.human").label("human"),
        )
        held = select(*what, func.min(events.c.at).label("first")).where(
            events.c.superseded.is_(False), events.c.at <= now
        )
        for row in self._connection.execute(held.group_by(*what)):
            yield Milestone(row.application_id, EventKind(row.kind), row.stage or "", bool(row.human), row.first)

    def next_events(self, ids: Sequence[int], now: datetime) -> dict[int, datetime]:
        """When the next event after ``now`` happens in these applications, where one lies ahead."""
        ahead = select(events.c.application_id, func.min(events.c.at).label("at")).where(
            events.c.application_id.in_(ids), events.c.at > now, events.c.superseded.is_(False)
        )
        rows = self._connection.execute(ahead.group_by(events.c.application_id))
        return {row.application_id: row.at for row in rows}

    def supersede(self, event_ids: Iterable[int]) -> None:
        """Marks events as replaced (a correction, a mail placed elsewhere); they stay on record."""
        if outdated := sorted(set(event_ids)):
            self._connection.execute(_SUPERSEDE, {"ids": outdated})

    def taken_back(self, application: int) -> tuple[Event, ...]:
        """The events of an application that hold no longer, in order of time."""
        found = select(events).where(events.c.superseded.is_(True), events.c.application_id == application)
        return tuple(_event(row) for row in self._connection.execute(found.order_by(events.c.at, events.c.id)))

    def events_of_messages(self, message_ids: Iterable[int]) -> tuple[Event, ...]:
        """The events that hold and were read out of these messages."""
        asked = sorted(set(message_ids))
        return tuple(map(_event, self._connection.execute(_OUT_OF_MAILS, {"ids": asked}))) if asked else ()


def _event(row: Row[Any]) -> Event:
    return Event(
        application_id=row.application_id,
        kind=EventKind(row.kind),
        at=row.at,
        message_id=row.message_id,
        detail=json.loads(row.detail),
        sentence=row.sentence,
        by=row.by,
        id=row.id,
    )
