"""Which applications have an interview ahead: by the day it ends, and by when the mail came that booked it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bench.bigstore import ME, put, verdict
from store.database import Database
from store.records import Address, Event, Message, Reading
from store.vocabulary import Direction, EventKind, Tag

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = NOW.date()
AHEAD = {"start": "2026-03-09T10:00:00+01:00", "end": "2026-03-09T11:00:00+01:00"}
SENDER = Address("Kim Alder", "kim@alder.example")
MAIL = Message(
    identity="m",
    message_id="<m@alder.example>",
    in_reply_to=(),
    references=(),
    sender=SENDER,
    reply_to=(),
    to=(ME,),
    cc=(),
    subject="Interview",
    date=NOW - timedelta(days=3),
    text="Shall we talk?",
)


def ahead(database: Database, event: Event, day: date = TODAY) -> bool:
    with database.transaction() as transaction:
        number = transaction.applications.add("Alder", "alder", "Archivist")
        message = put(transaction, MAIL, Reading(verdict(Tag.INVITATION), "Alder"), Direction.RECEIVED)
        transaction.applications.record([replace(event, application_id=number, message_id=message)])
        return number in transaction.applications.booked_ahead(day, since=NOW - timedelta(days=90))


@pytest.mark.parametrize(
    ("detail", "is_ahead"),
    [
        (AHEAD, True),
        ({"start": AHEAD["start"]}, True),
        ({"start": AHEAD["start"], "end": ""}, True),
        ({"start": "2026-03-01T23:00:00+00:00", "end": "2026-03-02T01:00:00+00:00"}, True),
        ({"start": "2026-02-20T10:00:00+01:00", "end": "2026-02-20T11:00:00+01:00"}, False),
        ({"start": "2026-02-20T10:00:00+01:00"}, False),
    ],
)
def test_the_day_it_ends_tells(database: Database, detail: dict[str, str], is_ahead: bool) -> None:
    assert ahead(database, Event(0, EventKind.BOOKED, NOW, detail=detail)) is is_ahead


def test_nothing_but_a_booking_counts(database: Database) -> None:
    assert not ahead(database, Event(0, EventKind.CANCELLED, NOW, detail=AHEAD))


def test_what_was_booked_long_ago_is_left_out(database: Database) -> None:
    with database.transaction() as transaction:
        number = transaction.applications.add("Alder", "alder", "Archivist")
        old = replace(MAIL, date=NOW - timedelta(days=200))
        message = put(transaction, old, Reading(verdict(Tag.INVITATION), "Alder"), Direction.RECEIVED)
        transaction.applications.record([Event(number, EventKind.BOOKED, old.date, message, detail=AHEAD)])

        assert not transaction.applications.booked_ahead(TODAY, since=NOW - timedelta(days=90))
