"""Whether anything was written is told at little cost, to whoever keeps what was read."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.database import Database
from store.looks import Look
from store.records import Event
from store.vocabulary import EventKind

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database.open(tmp_path)) as opened:
        yield opened


def test_the_version_differs_after_a_change_by_anybody_and_not_after_reading(database: Database) -> None:
    first = database.version()
    with database.reading() as transaction:
        transaction.applications.all()
    assert database.version() == first

    with database.transaction() as transaction:
        transaction.digests.set_fact("a", "b")
    second = database.version()
    with closing(Database.open(database.path.parent)) as elsewhere, elsewhere.transaction() as transaction:
        transaction.digests.set_fact("a", "c")

    assert len({first, second, database.version()}) == 3


def test_the_version_may_be_asked_from_any_thread_and_after_closing(database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len({each.result() for each in [pool.submit(database.version) for _ in range(40)]}) == 1
    database.close()

    assert database.version() >= 0


def test_the_mark_differs_once_an_application_is_touched(database: Database) -> None:
    with database.transaction() as transaction:
        number = transaction.applications.add("Oak School", "oak school", "Caretaker")
        new = transaction.looks.mark(NOW)
        transaction.looks.note([Look(number, NOW + timedelta(days=3))], now=NOW)
        seen = transaction.looks.mark(NOW)
        transaction.applications.record([Event(number, EventKind.APPLIED, NOW)])
        woken = transaction.looks.mark(NOW)

    assert (new.due, seen.due, woken.due) == (1, 0, 1)
    assert seen.next == NOW + timedelta(days=3)
    assert woken.next is None
    assert len({new.facts, seen.facts, woken.facts}) == 3


def test_milestones_hold_each_sort_of_event_once_up_to_now(database: Database) -> None:
    with database.transaction() as transaction:
        number = transaction.applications.add("Oak School", "oak school", "Caretaker")
        said = {"stage": "final", "human": True}
        later = NOW + timedelta(days=1)
        transaction.applications.record(
            [
                Event(number, EventKind.INVITED, later, detail=said),
                Event(number, EventKind.INVITED, NOW, detail=said),
                Event(number, EventKind.REJECTED, NOW, detail={"human": False}),
                Event(number, EventKind.OFFERED, NOW + timedelta(days=9)),
            ]
        )
        found = sorted(transaction.applications.milestones(later), key=lambda each: each.kind)

    assert [(each.kind, each.stage, each.human, each.first) for each in found] == [
        (EventKind.INVITED, "final", True, NOW),
        (EventKind.REJECTED, "", False, NOW),
    ]
