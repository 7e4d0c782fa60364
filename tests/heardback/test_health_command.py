"""``health`` and ``--version``: one line each, for monitors and for people."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from heardback.pulse import pulse
from heardback.settings import AccountSettings
from heardback.wiring import House
from store.clock import SetClock
from store.database import FILE_NAME
from store.schema import SCHEMA_VERSION


@pytest.fixture
def watching(house: House) -> House:
    mailbox = AccountSettings(imap_host="imap.home.example", password_file=Path("/x"))
    return replace(house, settings=house.settings.with_changes(accounts={"home": mailbox}))


def test_without_a_store_none_is_made(watching: House) -> None:
    assert pulse(watching)[0] is False
    assert not watching.data.exists()


def test_it_goes_by_the_last_round(watching: House, clock: SetClock) -> None:
    with watching.database.transaction() as transaction:
        transaction.folders.record_success("home", clock.now())
    clock.at += timedelta(minutes=7)
    assert pulse(watching) == (
        True,
        "All is well: mail is being looked for, and there is nothing you need to do. The last round was 7 min ago.",
    )
    clock.at += timedelta(hours=3)
    is_well, line = pulse(watching)
    assert not is_well
    assert line.endswith("The last round was 3 h ago.")


def test_a_refused_sign_in_is_no_good_health(watching: House, clock: SetClock) -> None:
    with watching.database.transaction() as transaction:
        transaction.folders.record_failure("home", clock.now(), "Refused.", stop=True)
    is_well, line = pulse(watching)
    assert not is_well
    assert line.startswith("home needs you")


def test_an_older_store_is_told_and_left_as_it_is(watching: House) -> None:
    watching.data.mkdir()
    with sqlite3.connect(watching.data / FILE_NAME) as connection:
        connection.execute("PRAGMA user_version = 1")
    assert pulse(watching) == (
        False,
        f"The store has schema 1, and this heardback {SCHEMA_VERSION}: restart the service.",
    )
    with sqlite3.connect(watching.data / FILE_NAME) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_the_command_ends_with_one_where_something_is_amiss(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("")
    line = [sys.executable, "-m", "heardback", "--config", str(tmp_path / "config.toml"), "--data", str(tmp_path)]
    done = subprocess.run([*line, "health"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1


def test_the_version_names_program_store_and_model() -> None:
    done = subprocess.run([sys.executable, "-m", "heardback", "--version"], capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("heardback 0.")
    assert f", schema {SCHEMA_VERSION}, model corpus-" in done.stdout
