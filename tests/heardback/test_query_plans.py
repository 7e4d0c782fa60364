"""What a round asks the store is answered from indexes: no table that grows with the mail is read through."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, text

from bench import bigstore
from heardback.intake import Arrival
from heardback.settings import PersonSettings, Settings
from heardback.wiring import House
from store.clock import SetClock

GROWING = "messages links locations verdicts corrections events applications contacts drafts no_drafts looks".split()
SETTINGS = Settings(
    person=PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
)
_SCAN = re.compile(rf"\bSCAN ({'|'.join(GROWING)})\b(?! USING COVERING INDEX drafts_by_state)")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    clock = SetClock(bigstore.NOW)
    built = House(SETTINGS, tmp_path, clock)
    bigstore.fill(built.database, bigstore.Size(60, 600))
    built.intake.begin_watch()
    built.rounds.draft()
    clock.at += timedelta(hours=1)
    yield built
    built.close()


def _asked(house: House) -> Iterator[tuple[str, str]]:
    """Every statement of a round that brings ten mails, with how SQLite answers it."""
    statements: dict[str, object] = {}
    engine = house.database._engine

    def note(_connection, _cursor, statement, parameters, _context, executemany):  # type: ignore[no-untyped-def]
        statements.setdefault(statement, parameters[0] if executemany else parameters)

    event.listen(engine, "before_cursor_execute", note)
    house.intake.take([Arrival(mail) for mail in bigstore.new_mails(1, house.clock.now())], "home")
    house.rounds.draft()
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        for statement, parameters in statements.items():
            if statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
                yield statement, "\n".join(row.detail for row in rows)


def test_no_growing_table_is_read_through_in_a_round(house: House) -> None:
    plans = list(_asked(house))
    scans = [f"{plan}\n{statement}" for statement, plan in plans if _SCAN.search(plan)]

    assert len(plans) > 30
    assert scans == []


@pytest.mark.parametrize(
    "index",
    [
        "looks_by_again",
        "messages_with_loose_text",
        "messages_by_application",
        "messages_by_thread",
        "links_by_message",
        "events_by_application",
        "events_by_end",
        "events_by_message",
        "applications_by_company",
        "drafts_by_application",
    ],
)
def test_each_index_made_for_rounds_serves_one(house: House, index: str) -> None:
    assert any(index in plan for _, plan in _asked(house))


def test_the_triggers_wake_an_application_by_its_key(house: House) -> None:
    with house.database._engine.connect() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
        woken = [row.sql for row in rows if "UPDATE looks SET again = 0 WHERE application_id" in row.sql]
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN UPDATE looks SET again = 0 WHERE application_id IN (1, 2)"
        )
        details = [row.detail for row in plan]

    assert len(woken) >= 6
    assert all("SEARCH looks USING INTEGER PRIMARY KEY" in each or "LIST" in each for each in details)
