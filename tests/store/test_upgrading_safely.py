"""An upgrade of the store can be cut off, and gone back on."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from store.copying import KEPT_DAYS, copies_before_upgrades
from store.database import FILE_NAME, Database
from store.errors import DatabaseTooNew
from store.migrate import upgrade
from store.schema import SCHEMA_VERSION

EARLIER = range(1, SCHEMA_VERSION)
KILLED_MIDWAY = """
import os, signal, sys
from pathlib import Path
from alembic import op
from store.database import Database
steps = 0
def killing(original):
    def step(*words, **named):
        global steps
        steps += 1
        done = original(*words, **named)
        if steps == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return done
    return step
for name in ("create_table", "add_column", "create_index", "execute"):
    setattr(op, name, killing(getattr(op, name)))
Database.open(Path(sys.argv[1]))
"""


def old_store(folder: Path, version: int) -> Path:
    """A store of an earlier heardback that remembers one thing."""
    file = folder / FILE_NAME
    engine = create_engine(f"sqlite:///{file}", isolation_level="AUTOCOMMIT")
    upgrade(engine, str(version))
    engine.dispose()
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO meta VALUES ('remembered', 'this')")
    return file


def version_of(file: Path) -> int:
    with sqlite3.connect(file) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def remembered(file: Path) -> str:
    with sqlite3.connect(file) as connection:
        return str(connection.execute("SELECT value FROM meta WHERE key = 'remembered'").fetchone()[0])


@pytest.mark.parametrize("version", EARLIER)
def test_the_store_as_it_was_is_kept_beside_the_upgraded_one(version: int, tmp_path: Path) -> None:
    file = old_store(tmp_path, version)
    Database.open(tmp_path).close()

    kept = tmp_path / f"{FILE_NAME}.before-{SCHEMA_VERSION}"
    assert (version_of(file), version_of(kept)) == (SCHEMA_VERSION, version)
    assert remembered(kept) == remembered(file) == "this"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob("*.part"))


def test_a_new_store_needs_no_copy(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    assert copies_before_upgrades(tmp_path / FILE_NAME) == ()


def test_the_copy_goes_after_a_month(tmp_path: Path) -> None:
    file = old_store(tmp_path, 1)
    Database.open(tmp_path).close()
    (kept,) = copies_before_upgrades(file)
    for days, is_there in ((KEPT_DAYS - 1, True), (KEPT_DAYS + 1, False)):
        moment = time.time() - days * 86_400
        os.utime(kept, (moment, moment))
        Database.open(tmp_path).close()
        assert kept.exists() is is_there


@pytest.mark.parametrize("step", [1, 4, 9])
def test_an_upgrade_that_is_killed_leaves_the_store_as_it_was(step: int, tmp_path: Path) -> None:
    file = old_store(tmp_path, 1)
    ended = subprocess.run([sys.executable, "-c", KILLED_MIDWAY, str(tmp_path), str(step)], timeout=60)
    assert ended.returncode == -9

    assert version_of(file) == 1
    assert remembered(file) == "this"
    Database.open(tmp_path).close()
    assert version_of(file) == SCHEMA_VERSION
    assert remembered(file) == "this"


def test_an_upgrade_without_room_for_the_copy_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from store import database
    from store.errors import UserError

    def full(_path: Path) -> None:
        raise UserError("The disk is full, so heardback.sqlite is not copied: free some space.")

    file = old_store(tmp_path, 2)
    monkeypatch.setattr(database, "keep_before_upgrade", full)
    with pytest.raises(UserError, match="free some space"):
        Database.open(tmp_path)
    assert version_of(file) == 2


def test_an_older_heardback_says_how_to_go_back(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    file, newer = tmp_path / FILE_NAME, SCHEMA_VERSION + 1
    kept = tmp_path / f"{FILE_NAME}.before-{newer}"
    kept.write_bytes(file.read_bytes())
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {newer}")
    with pytest.raises(DatabaseTooNew, match=re.escape(f"upgrade heardback, or put {kept.name} in its place")):
        Database.open(tmp_path)

    kept.unlink()
    with pytest.raises(DatabaseTooNew, match="upgrade heardback, or restore a backup"):
        Database.open(tmp_path)
