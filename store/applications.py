"""Applications, their events, and the people met through them."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Row, bindparam, cast, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert

from store.records import Application, Contact, Event
from store.schema import BOOKED_UNTIL, applications, contacts, drafts, events, messages, meta, no_drafts, search
from store.vocabulary import EventKind

_HIGHEST = "highest_application"
# The statements of every mail's way, built once: to put one together costs more than to run it.
_HIGHEST_EVER = select(
    func.max(
        func.coalesce(select(func.max(applications.c.id)).scalar_subquery(), 0),
        func.coalesce(select(cast(meta.c.value, Integer)).where(meta.c.key == _HIGHEST).scalar_subquery(), 0),
    )
)
_NEW_NOTE = insert(meta)
_NOTE_HIGHEST = _NEW_NOTE.on_conflict_do_update(index_elements=["key"], set_={"value": _NEW_NOTE.excluded.value})
_ADD = insert(applications)
_DESCRIBE = (
    update(applications)
    .where(applications.c.id == bindparam("number"))
    .values({name: bindparam(name) for name in ("company", "company_key", "role", "agency", "requisitions", "country")})
)
_BOOKED: ColumnElement[bool] = literal_column("events.kind = 'booked'")
"""In the words of the index, which a value handed over would not be."""
_MEET = insert(contacts).on_conflict_do_nothing(index_elements=["address"])
_NAME = (
    update(contacts)
    .where(contacts.c.address == bindparam("whose"), contacts.c.name == "")
    .values(name=bindparam("called"))
)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A sort of event that happened in an application, and when first; ``stage`` and ``human`` as its mail told."""

    application: int
    kind: EventKind
    stage: str
    human: bool
    first: datetime


class ApplicationLedger:
    """One row an application; what state it is in follows from its events alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, company: str, company_key: str, role: str, *, agency: str = "", by: str = "mail") -> int:
        """A new application; returns its id, which none had before: a removed one may come back."""
        number = int(self._connection.execute(_HIGHEST_EVER).scalar_one()) + 1
        row = {"id": number, "company": company, "company_key": company_key, "role": role, "agency": agency, "by": by}
        self._connection.execute(_ADD, row)
        self._connection.execute(_NOTE_HIGHEST, {"key": _HIGHEST, "value": str(number)})
        return number

    def describe(self, application: Application, company_key: str) -> None:
        """Brings company, role, agency and requisitions of an application up to what is known now."""
        self.describe_all([(application, company_key)])

    def describe_all(self, known: Iterable[tuple[Application, str]]) -> None:
        """The same for several, each with its company's key."""
        rows = [
            {
                "number": application.id,
                "company": application.company,
                "company_key": company_key,
                "role": application.role,
                "agency": application.agency,
                "requisitions": json.dumps(application.requisitions),
                "country": application.country,
            }
            for application, company_key in known
        ]
        if rows:
            self._connection.execute(_DESCRIBE, rows)

    def get(self, application: int) -> Application | None:
        """One application, or None."""
        row = self._connection.execute(select(applications).where(applications.c.id == application)).one_or_none()
        return None if row is None else _application(row)

    def all(self) -> tuple[Application, ...]:
        """Every application, by id."""
        return tuple(_application(row) for row in self._connection.execute(select(applications)))

    def some(self, ids: Iterable[int]) -> tuple[Application, ...]:
        """These applications, as far as they are there, by id."""
        found = select(applications).where(applications.c.id.in_(set(ids))).order_by(applications.c.id)
        return tuple(_application(row) for row in self._connection.execute(found))

    def of_companies(self, keys: Iterable[str]) -> tuple[Application, ...]:
        """The applications at these companies."""
        found = select(applications).where(applications.c.company_key.in_(set(keys))).order_by(applications.c.id)
        return tuple(_application(row) for row in self._connection.execute(found))

    def at_company_of(self, application: int) -> tuple[Application, ...]:
        """The applications at the same employer as this one, itself included."""
        key = select(applications.c.company_key).where(applications.c.id == application).scalar_subquery()
        rows = self._connection.execute(select(applications).where(applications.c.company_key == key))
        return tuple(_application(row) for row in rows)

    def with_neighbours(self, ids: Iterable[int]) -> frozenset[int]:
        """These applications and all others at the same employers."""
        given = frozenset(ids)
        key = applications.c.company_key
        keys = select(key).where(applications.c.id.in_(given), key != "")
        return given | frozenset(self._connection.scalars(select(applications.c.id).where(key.in_(keys))))

    def made_by_hand(self, ids: Iterable[int]) -> set[int]:
        """Which of these the person entered or edited themselves; those are never removed or renamed by a mail."""
        found = select(applications.c.id).where(applications.c.id.in_(set(ids)), applications.c.by == "hand")
        return set(self._connection.scalars(found))

    def take_over(self, application: int) -> None:
        """The person edited it: what they wrote outranks what mails say."""
        self._connection.execute(update(applications).where(applications.c.id == application).values(by="hand"))

    def remove(self, application: int) -> None:
        """Removes an application no mail and no hand stands for any more; its mail-made events go with it."""
        self._connection.execute(applications.delete().where(applications.c.id == application))

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
            self._connection.execute(insert(events), rows)

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
        self._connection.execute(update(events).where(events.c.id.in_(set(event_ids))).values(superseded=True))

    def taken_back(self, application: int) -> tuple[Event, ...]:
        """The events of an application that hold no longer, in order of time."""
        found = select(events).where(events.c.superseded.is_(True), events.c.application_id == application)
        return tuple(_event(row) for row in self._connection.execute(found.order_by(events.c.at, events.c.id)))

    def events_of_messages(self, message_ids: Iterable[int]) -> tuple[Event, ...]:
        """The events that hold and were read out of these messages."""
        found = select(events).where(events.c.superseded.is_(False), events.c.message_id.in_(set(message_ids)))
        return tuple(_event(row) for row in self._connection.execute(found))

    def hand_over(self, source: int, target: int) -> None:
        """Gives all that belongs to one application but its mails to another, when the two turn out to be one."""
        self.hand_over_drafts(source, target)
        self._connection.execute(update(events).where(events.c.application_id == source).values(application_id=target))
        self._connection.execute(update(contacts).where(contacts.c.met_through == source).values(met_through=target))
        self._connection.execute(update(search).where(search.c.application == source).values(application=target))

    def hand_over_drafts(self, source: int, target: int) -> None:
        """Gives the drafts of one application, and why there are none, to another."""
        for table in (drafts, no_drafts):
            own = table.c.application_id == source
            self._connection.execute(update(table).where(own).values(application_id=target))

    def meet(self, address: str, name: str, company: str, *, on: datetime, through: int | None, role: str = "") -> None:
        """Remembers a person; a known one keeps the earliest meeting and gains a name it lacked."""
        self.meet_all([Contact(0, name, address, company, role, on, through)])

    def meet_all(self, people: Iterable[Contact]) -> None:
        """The same for several, in this order."""
        rows = [
            {
                "address": each.address,
                "name": each.name,
                "company": each.company,
                "role": each.role,
                "met_on": each.met_on,
                "met_through": each.met_through,
            }
            for each in people
        ]
        if not rows:
            return
        self._connection.execute(_MEET, rows)
        if named := [{"whose": row["address"], "called": row["name"]} for row in rows if row["name"]]:
            self._connection.execute(_NAME, named)

    def contacts(self) -> tuple[Contact, ...]:
        """Everybody met, by name."""
        rows = self._connection.execute(select(contacts).order_by(contacts.c.name, contacts.c.address))
        return tuple(Contact(**row._mapping) for row in rows)


def _application(row: Row[Any]) -> Application:
    return Application(
        id=row.id,
        company=row.company,
        role=row.role,
        agency=row.agency,
        requisitions=tuple(json.loads(row.requisitions)),
        country=row.country,
    )


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
