"""The file itself: private, migrated, and every trouble said in a sentence."""

import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from store.database import FILE_NAME, Database
from store.errors import DatabaseTooNew, UserError
from store.schema import SCHEMA_VERSION, metadata


def test_the_store_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    Database.open(tmp_path / "data").close()

    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    for path in (tmp_path / "data").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_migrations_make_the_schema_that_the_code_knows(tmp_path: Path) -> None:
    Database.open(tmp_path).close()

    with create_engine(f"sqlite:///{tmp_path / FILE_NAME}").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMA_VERSION
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    before = sqlite3.connect(tmp_path / FILE_NAME).execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    Database.open(tmp_path).close()

    assert (
        sqlite3.connect(tmp_path / FILE_NAME).execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
        == before
    )


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    Database.open(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")

    with pytest.raises(DatabaseTooNew, match="upgrade heardback"):
        Database.open(tmp_path)


def test_a_file_that_is_no_database_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is not a database, but it is long enough to be looked at" * 20)

    with pytest.raises(UserError, match="damaged"):
        Database.open(tmp_path)


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    with database.transaction() as transaction:
        transaction.digests.set_fact("kept", "yes")
    # The file may not grow: SQLite then answers as it does on a full disk.
    with pytest.raises(UserError, match="full"), database.transaction() as transaction:
        transaction.digests._connection.exec_driver_sql("PRAGMA max_page_count = 1")
        for number in range(200):
            transaction.digests.set_fact(f"filler-{number}", "x" * 4000)
    database.close()

    again = Database.open(tmp_path)
    with again.reading() as transaction:
        assert transaction.digests.fact("kept") == "yes"
        assert transaction.digests.fact("filler-0") == ""
    again.close()


def test_a_folder_that_cannot_be_made_names_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(UserError, match="--data"):
        Database.open(tmp_path / "file" / "data")
