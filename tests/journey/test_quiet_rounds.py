"""A round that finds nothing new asks little of the server and nothing of the store that was asked before."""

import imaplib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heardback.bearings import LIST_AGAIN_AFTER
from heardback.deciding import DECIDE_AGAIN_AFTER
from heardback.wiring import House
from store.clock import SetClock
from tests.journey.watched import drafts_in, rejection, settings_for
from tests.servers.boxes import Box, modified_utf7

NOW = datetime.now(UTC)


@pytest.fixture
def house(dovecot_box: Box, tmp_path: Path) -> Iterator[House]:
    """A house whose rounds have come to rest: a draft lies in Drafts, and nothing is new."""
    dovecot_box.put("INBOX", [(rejection(dovecot_box.account.username, 1), NOW)])
    settings = settings_for({"home": (dovecot_box.account.username, dovecot_box.plain_port)})
    built = House(settings, tmp_path, SetClock(NOW))
    for _ in range(3):
        assert built.rounds.run_once().failures == {}
    assert drafts_in(dovecot_box) == 1
    yield built
    built.close()


@pytest.fixture
def passes(house: House, monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The moments of passes over what may be due."""
    seen: list[datetime] = []
    draft = house.rounds.draft

    def counted():  # type: ignore[no-untyped-def]
        seen.append(house.clock.now())
        return draft()

    monkeypatch.setattr(house.rounds, "draft", counted)
    return seen


@pytest.fixture
def commands(house: House, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to the server from here on, word by word."""
    words: list[str] = []
    send = imaplib.IMAP4.send

    def noted(line: imaplib.IMAP4, data: bytes) -> None:
        words.extend(bytes(data).decode().split()[1:2])
        send(line, data)

    monkeypatch.setattr(imaplib.IMAP4, "send", noted)
    return words


def test_it_takes_fewer_commands_than_looking_by_hand(house: House, commands: list[str]) -> None:
    house.rounds.run_once()

    # By hand: CAPABILITY (imaplib's own), LOGIN, EXAMINE, SEARCH, EXAMINE, SEARCH, LOGOUT.
    assert commands == ["CAPABILITY", "AUTHENTICATE", "EXAMINE", "EXAMINE", "STATUS", "LOGOUT"]


def test_folders_are_listed_every_quarter_of_an_hour(house: House, commands: list[str]) -> None:
    clock = house.clock
    assert isinstance(clock, SetClock)
    clock.at = NOW + LIST_AGAIN_AFTER
    house.rounds.run_once()
    house.rounds.run_once()

    assert commands.count("LIST") == 1


@pytest.mark.parametrize(("name", "other"), [("Sent", "Sent Items"), ("Drafts", "Entwürfe")])
def test_a_folder_that_was_renamed_is_found_at_once(cyrus_box: Box, tmp_path: Path, name: str, other: str) -> None:
    settings = settings_for({"home": (cyrus_box.account.username, cyrus_box.plain_port)})
    with cyrus_box.observer() as session:
        for folder in ("Sent", "Drafts"):
            session.create(folder)
    with closing(House(settings, tmp_path, SetClock(NOW))) as house:
        for _ in range(2):
            assert house.rounds.run_once().failures == {}
        with cyrus_box.observer() as session:
            assert session.rename(name, f'"{modified_utf7(other)}"')[0] == "OK"
        report = house.rounds.run_once()
        with house.database.reading() as transaction:
            read = {mark.folder for mark in transaction.folders.watermarks()}
        kept = house.rounds._listings.of("home", NOW)

    assert report.failures == {}
    assert kept is not None
    assert other in {folder.name for folder in kept}
    assert read == {"INBOX", other if name == "Sent" else "Sent"}


def test_nothing_is_decided_again_while_nobody_writes(house: House, passes: list[datetime]) -> None:
    for _ in range(3):
        house.rounds.run_once()
    assert passes == []


def test_whatever_anybody_writes_is_decided_on_at_once(house: House, passes: list[datetime]) -> None:
    with house.database.transaction() as transaction:
        transaction.digests.set_fact("anything", "new")
    house.rounds.run_once()
    assert len(passes) == 1


def test_what_time_alone_makes_due_is_decided_every_quarter_of_an_hour(house: House, passes: list[datetime]) -> None:
    clock = house.clock
    assert isinstance(clock, SetClock)
    clock.at = NOW + DECIDE_AGAIN_AFTER - timedelta(seconds=1)
    house.rounds.run_once()
    clock.at = NOW + DECIDE_AGAIN_AFTER
    house.rounds.run_once()
    assert passes == [clock.at]


def test_a_look_that_falls_due_is_taken_at_once(house: House, passes: list[datetime]) -> None:
    with house.database.upkeep() as transaction:
        transaction.looks.wake_all()
    house.rounds.run_once()
    assert len(passes) == 1


def test_a_clock_set_back_is_noticed(house: House, passes: list[datetime]) -> None:
    clock = house.clock
    assert isinstance(clock, SetClock)
    clock.at = NOW - timedelta(minutes=1)
    house.rounds.run_once()
    assert len(passes) == 1


def test_that_all_went_well_is_noted_with_every_round(house: House) -> None:
    clock = house.clock
    assert isinstance(clock, SetClock)
    clock.at = NOW + timedelta(minutes=5)
    house.rounds.run_once()
    with house.database.reading() as transaction:
        (health,) = transaction.folders.health()
        marks = transaction.folders.watermarks()
    assert health.last_success == clock.at
    assert {mark.folder: mark.last_success for mark in marks} == {"INBOX": clock.at, "Sent": clock.at}
