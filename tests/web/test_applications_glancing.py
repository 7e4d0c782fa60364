"""Where everything stands is reckoned again when something has changed, and not otherwise."""

from datetime import timedelta

import pytest

from heardback import byhand
from heardback.web import glancing
from heardback.web.desk import Desk
from heardback.web.glancing import overview_of
from store.clock import SetClock
from store.vocabulary import Stage


def test_nothing_is_reckoned_twice_while_nothing_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = overview_of(desk)
    monkeypatch.setattr(glancing, "glances", None)

    assert overview_of(desk) is first
    desk.keys.new_link()  # written to the store, but nothing an application rests on
    assert overview_of(desk) is first


def test_a_change_shows_at_once(desk: Desk) -> None:
    number = overview_of(desk).glances[0].application.id
    with desk.house.database.transaction() as transaction:
        byhand.move(transaction, number, Stage.FINAL, now=desk.now)

    assert overview_of(desk).by_id[number].state.stage is Stage.FINAL

    with desk.house.database.transaction() as transaction:
        byhand.move(transaction, number, Stage.SCREENING, now=desk.now)
    desk.house.rounds.draft()

    assert overview_of(desk).by_id[number].state.stage is Stage.SCREENING


def test_time_alone_makes_it_new_and_so_does_a_clock_set_back(desk: Desk) -> None:
    clock = desk.house.clock
    assert isinstance(clock, SetClock)
    first = overview_of(desk)

    clock.at += timedelta(hours=2)
    later = overview_of(desk)
    clock.at -= timedelta(hours=3)

    assert later is not first
    assert overview_of(desk) is not later


def test_something_is_worked_out_once_for_an_overview(desk: Desk) -> None:
    worked: list[int] = []

    for _ in range(3):
        overview_of(desk).reckoned("test", lambda: worked.append(1))

    assert worked == [1]
