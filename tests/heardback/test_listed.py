"""A listing from the last looks alone tells what full derivation tells."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bench import bigstore
from classify.chance import AnswerCurve
from classify.waits import WaitEnd, tallies, times_of_day
from heardback import searching
from heardback.listed import listed
from heardback.settings import ChanceSettings, PersonSettings, Settings
from heardback.sheets import plain
from heardback.views import application_row
from heardback.wiring import House
from respond.glances import glances
from respond.standings import Standing, standings
from store.clock import SetClock
from store.vocabulary import Status

PERSON = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module", params=[25, 160])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    built = House(Settings(person=PERSON), tmp_path_factory.mktemp("listed"), SetClock(NOW))
    built.intake.begin_watch()
    with built.database.transaction() as transaction:
        bigstore.fill_at(transaction, request.param, NOW, timedelta(days=150), seed=request.param)
    built.rounds.draft()
    built.keep_chances()
    yield built
    built.close()


def rows_of(house: House) -> list[dict[str, Any]]:
    with house.database.reading() as transaction:
        rows = listed(transaction, house.outlook)
    assert rows is not None
    return rows


def as_text(rows: list[dict[str, Any]]) -> Any:
    return json.loads(json.dumps(rows, default=plain))


def derived(house: House) -> tuple[Standing, ...]:
    with house.database.reading() as transaction:
        return standings(transaction, house.outlook)


def test_it_is_what_the_looks_and_full_derivation_tell(house: House) -> None:
    rows = as_text(rows_of(house))
    with house.database.reading() as transaction:
        looked = glances(transaction, house.outlook)

    assert any(row["chance_of_answer"] for row in rows)
    assert rows == as_text([application_row(each) for each in looked])
    assert rows == as_text([application_row(each) for each in derived(house)])


@pytest.mark.parametrize("hour", [0, 7, 12, 18])
def test_the_chances_of_a_day_are_those_of_the_hour(house: House, hour: int) -> None:
    """What was reckoned for the day lies where a reckoning at that very moment would put it."""
    moment = NOW.replace(hour=hour, minute=0) if hour >= 10 else NOW.replace(hour=hour, minute=0) + timedelta(days=1)
    house.clock.at = moment  # type: ignore[attr-defined]
    house.keep_chances()
    found = derived(house)
    curve = AnswerCurve([wait for each in found for wait in each.waits], house.outlook.expected)
    for each in found:
        waits = [wait for wait in each.waits if wait.end is WaitEnd.OPEN]
        if not waits or each.state.status not in (Status.WAITING_ON_THEM, Status.SILENT):
            continue
        exact, told = curve.chance(waits[-1].step, waits[-1].days), each.state.chance
        assert told is not None
        if hour in (0, 12):
            assert told == exact
        assert told.p == pytest.approx(exact.p, abs=0.0021)
        assert (told.low, told.high) == pytest.approx((exact.low, exact.high), abs=0.021)
    house.clock.at = NOW  # type: ignore[attr-defined]
    house.keep_chances()


def test_nothing_is_told_from_looks_that_hold_no_longer(house: House) -> None:
    with house.database.reading() as transaction:
        assert listed(transaction, replace(house.outlook, now=NOW + timedelta(days=90))) is None
        assert listed(transaction, replace(house.outlook, country="DE")) is None
        assert listed(transaction, replace(house.outlook, follow_up_below=0.3)) is None
        # The next day's chances are not kept yet.
        assert listed(transaction, replace(house.outlook, now=NOW + timedelta(days=1))) is None


def test_the_weights_of_a_day_draw_a_curve_through_its_times() -> None:
    for now in (NOW, NOW.replace(hour=0, minute=0), NOW.replace(hour=23, minute=59)):
        times = times_of_day(now)
        assert sum(weight for _, weight in times) == pytest.approx(1)
        # A parabola is drawn exactly.
        middle = sum(weight * (moment - times[0][0]).total_seconds() ** 2 for moment, weight in times)
        assert middle == pytest.approx((now - times[0][0]).total_seconds() ** 2, abs=1e-3)


def test_waits_are_counted_the_same_in_any_order(house: House) -> None:
    waits = [wait for each in derived(house) for wait in each.waits]

    assert tallies(waits) == tallies(sorted(waits, key=repr)) == tallies(reversed(waits))


def test_a_paused_search_and_other_settings_are_told_as_ever(tmp_path: Path) -> None:
    built = House(Settings(person=PERSON, chance=ChanceSettings(weight=9)), tmp_path, SetClock(NOW))
    built.intake.begin_watch()
    with built.database.transaction() as transaction:
        bigstore.fill_at(transaction, 12, NOW, timedelta(days=60), seed=1)
        searching.pause(transaction, until=None, now=NOW - timedelta(hours=1), today=NOW.date())
    built.rounds.draft()
    built.keep_chances()

    assert as_text(rows_of(built)) == as_text([application_row(each) for each in derived(built)])
    built.close()
