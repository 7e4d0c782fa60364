"""A first run in which other processes parse and read leaves the very store that it leaves without them."""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from heardback import readahead, readapart
from heardback.intake import Taken
from heardback.readapart import briefing_of
from heardback.wiring import House
from store.schema import verdicts
from tests.heardback.leaning import lean
from tests.heardback.reading import Cabinet, everything, house_at, mixed_mails

MAILS = 160


@pytest.fixture(scope="module")
def cabinet() -> Cabinet:
    return mixed_mails(MAILS)


@pytest.fixture(scope="module")
def plain(cabinet: Cabinet, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    """What the store holds when every mail was read where it is stored."""
    house = house_at(tmp_path_factory.mktemp("plain"))
    house.rounds.run_once(reach=cabinet.reach)
    assert not house.rounds.ahead.pids
    found = everything(house)
    house.close()
    return found


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A house that reads ahead, with two processes, whatever there is to read."""
    monkeypatch.setattr(readahead, "MANY", 2)
    monkeypatch.setattr(readahead, "processes", lambda: 2)
    built = house_at(tmp_path)
    yield built
    built.close()


def taken_up_to(mails: int, then: Callable[[], None]) -> Callable[[str, Taken], None]:
    """Does something once, when so many mails are stored."""
    done: list[bool] = []

    def progress(_folder: str, taken: Taken) -> None:
        if not done and taken.new + taken.known + taken.unreadable >= mails:
            done.append(True)
            then()

    return progress


def test_the_store_is_the_same(house: House, cabinet: Cabinet, plain: dict[str, list[tuple[object, ...]]]) -> None:
    seen: list[int] = []
    report = house.rounds.run_once(
        reach=cabinet.reach, progress=taken_up_to(1, lambda: seen.extend(house.rounds.ahead.pids))
    )

    assert len(seen) == 2
    assert not report.failures
    assert everything(house) == plain
    assert [row for row in plain["messages"] if row[3] == "sent"]
    assert len(plain["unreadable"]) == 2
    assert len(plain["applications"]) > 20


def test_a_process_that_dies_costs_nothing(
    house: House, cabinet: Cabinet, plain: dict[str, list[tuple[object, ...]]]
) -> None:
    def kill() -> None:
        for pid in house.rounds.ahead.pids:
            os.kill(pid, signal.SIGKILL)

    house.rounds.run_once(reach=cabinet.reach, progress=taken_up_to(60, kill))

    assert everything(house) == plain


def test_processes_that_hang_are_given_up_and_cost_nothing(
    house: House, cabinet: Cabinet, plain: dict[str, list[tuple[object, ...]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readapart, "WALL_SECONDS", 3.0)

    def hold() -> None:
        for pid in house.rounds.ahead.pids:
            os.kill(pid, signal.SIGSTOP)

    house.rounds.run_once(reach=cabinet.reach, progress=taken_up_to(60, hold))

    assert everything(house) == plain


def test_they_are_told_no_secret(house: House, cabinet: Cabinet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARDBACK_TEST_PASSWORD", "magpie")
    told: list[bytes] = []

    def look() -> None:
        told.extend(
            Path(f"/proc/{pid}/{name}").read_bytes()
            for pid in house.rounds.ahead.pids
            for name in ("environ", "cmdline")
        )

    house.rounds.run_once(reach=cabinet.reach, progress=taken_up_to(40, look))

    assert len(told) == 4
    assert all(b"readworker" in each or b"PYTHONPATH" in each for each in told)
    assert not any(b"magpie" in each or b"sam@home.example" in each for each in told)


def test_processes_that_do_not_start_cost_nothing(
    house: House, cabinet: Cabinet, plain: dict[str, list[tuple[object, ...]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heardback.readapart.sys.executable", "/bin/false")
    house.rounds.run_once(reach=cabinet.reach)

    assert everything(house) == plain


def test_what_was_fetched_before_the_line_broke_is_stored_and_the_rest_follows(
    house: House, plain: dict[str, list[tuple[object, ...]]]
) -> None:
    cabinet = mixed_mails(MAILS)
    cabinet.fails_after = 3
    assert house.rounds.run_once(reach=cabinet.reach).failures
    with house.database.reading() as transaction:
        (mark,) = transaction.folders.watermarks()
        assert sum(transaction.mail.counts()) == 60
    assert mark.down == MAILS - 60 + 1
    cabinet.fails_after = None
    house.rounds.run_once(reach=cabinet.reach)

    same = ("messages", "verdicts", "locations", "links", "applications", "bodies", "questions")
    assert {name: everything(house)[name] for name in same} == {name: plain[name] for name in same}


def test_a_stop_stores_no_half_batch_and_leaves_nothing_running(house: House, cabinet: Cabinet) -> None:
    stopped: list[bool] = []
    house.rounds.run_once(
        reach=cabinet.reach, stop=lambda: bool(stopped), progress=taken_up_to(60, lambda: stopped.append(True))
    )

    with house.database.reading() as transaction:
        (mark,) = transaction.folders.watermarks()
        assert sum(transaction.mail.counts()) == MAILS - mark.down + 1 == 60
    pids = house.rounds.ahead.pids
    house.close()
    assert pids
    assert not [pid for pid in pids if Path(f"/proc/{pid}/cmdline").exists()]


def test_readings_by_another_model_than_the_one_in_use_do_not_count(house: House, cabinet: Cabinet) -> None:
    before = house.tagger.version
    house.rounds.run_once(
        reach=cabinet.reach,
        progress=taken_up_to(60, lambda: (lean(house), house.__dict__.pop("reader"), house.__dict__.pop("intake"))),
    )

    with house.database.reading() as transaction:
        models = Counter(row.model for row in transaction.mail._connection.execute(select(verdicts.c.model)))
    assert 20 <= models[before] <= 60
    assert models.total() > MAILS


def test_little_mail_is_read_without_other_processes(tmp_path: Path, cabinet: Cabinet) -> None:
    house = house_at(tmp_path)
    seen: list[int] = []
    house.rounds.run_once(reach=cabinet.reach, progress=lambda *_: seen.extend(house.rounds.ahead.pids))
    house.close()

    assert MAILS < readahead.MANY
    assert seen == []


def test_a_tagger_without_a_model_file_has_no_briefing(tmp_path: Path) -> None:
    house = house_at(tmp_path)
    assert briefing_of(house) is not None
    lean(house)
    assert briefing_of(house) is None
    house.close()


def test_they_leave_soon_after_the_last_mail(house: House, cabinet: Cabinet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readahead, "LINGER_SECONDS", 0.05)
    pids: list[int] = []
    house.rounds.run_once(reach=cabinet.reach, progress=taken_up_to(40, lambda: pids.extend(house.rounds.ahead.pids)))
    timer = house.rounds.ahead._leaving
    assert timer is not None
    timer.join(10)

    assert pids
    assert house.rounds.ahead.pids == ()
