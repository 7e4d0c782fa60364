"""A store that was given its schema at once is the one that the migrations make."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.database import FILE_NAME, Database
from tests.emptystore import empty_store


def _looked_at(file: Path) -> tuple[object, ...]:
    with closing(sqlite3.connect(file)) as made:
        things = made.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()
        pragmas = [made.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "journal_mode", "page_size")]
        return things, pragmas, made.execute("SELECT * FROM alembic_version").fetchall()


def test_it_has_the_same_tables_indexes_and_version(tmp_path: Path) -> None:
    Database.open(tmp_path).close()

    assert _looked_at(tmp_path / FILE_NAME) == _looked_at(empty_store())


def test_what_another_one_wrote_meanwhile_stays(tmp_path: Path) -> None:
    from store import migrate

    first = Database.open(tmp_path)
    with first.transaction() as transaction:
        transaction.digests.set_fact("kept", "yes")

    migrate.upgrade(first._engine)  # as whoever opened the store at the same moment

    with first.reading() as transaction:
        assert transaction.digests.fact("kept") == "yes"
    first.close()
