"""Copies of the store's file: one consistent state, also while others write; and a look at a file from elsewhere.

By SQLite's own backup API (sqlite.org/backup.html): copying the file beside a write-ahead log would copy half of it.
"""

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from store.errors import DatabaseTooNew, UserError
from store.schema import SCHEMA_VERSION

BUSY_SECONDS = 30
BEFORE = ".before-"
"""Between the store's name and the schema an upgrade led to, in the name of the copy made first."""
KEPT_DAYS = 30
"""How long that copy is kept: long enough to notice that something is missing, not for ever, as it holds mail."""
DAY_SECONDS = 86_400


def schema_of(path: Path) -> int | None:
    """The schema of the store at ``path``, or None where there is none. Raises ``UserError`` for another kind of file.

    Changes nothing: a store of an older heardback stays as it is.
    """
    if not path.exists():
        return None
    with _told(path), closing(_opened(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0]) or None


def copy_store(path: Path, target: Path) -> int:
    """Writes the state of this moment to ``target``, for its owner alone; returns the schema it has.

    Raises ``UserError`` where it cannot be read or written; then nothing is left at ``target``.
    """
    descriptor, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(descriptor)
    try:
        with _told(path):
            with closing(_opened(path)) as source, closing(sqlite3.connect(aside)) as copy:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
                schema = int(copy.execute("PRAGMA user_version").fetchone()[0])
            with Path(aside).open("rb+") as file:
                os.fsync(file.fileno())
        Path(aside).replace(target)
    except BaseException:
        for each in (aside, f"{aside}-journal", f"{aside}-wal", f"{aside}-shm"):
            Path(each).unlink(missing_ok=True)
        raise
    return schema


def without_keys(path: Path) -> None:
    """Ends every sign-in to the review page in a copy, so that no browser signed out since is let in again."""
    with _told(path), closing(_opened(path)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'page_keys'").fetchone():
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("DELETE FROM page_keys")
            connection.commit()


def check_store(path: Path) -> int:
    """Looks through a file from elsewhere; returns its schema.

    Raises:
        DatabaseTooNew: a newer heardback wrote it.
        UserError: it is damaged, or no store.
    """
    with _told(path), closing(_opened(path)) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise UserError(f"The store in {path.name} is damaged: take another backup.")
        schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not schema:
        raise UserError(f"{path.name} holds no store: take another backup.")
    if schema > SCHEMA_VERSION:
        raise DatabaseTooNew(
            f"The store in the backup was written by a newer heardback (schema {schema}, this one knows "
            f"{SCHEMA_VERSION}): upgrade heardback first."
        )
    return schema


def keep_before_upgrade(path: Path) -> Path | None:
    """Copies a store that is about to be upgraded; None where another process was faster and it is upgraded already."""
    kept = path.with_name(f"{path.name}{BEFORE}{SCHEMA_VERSION}")
    fresh = kept.with_name(f"{kept.name}.part")
    if copy_store(path, fresh) >= SCHEMA_VERSION:
        fresh.unlink()
        return None
    fresh.replace(kept)
    return kept


def copies_before_upgrades(path: Path) -> tuple[Path, ...]:
    """The copies made before upgrades, the newest schema first."""
    found = [each for each in path.parent.glob(f"{path.name}{BEFORE}*") if each.suffix.removeprefix(BEFORE).isdigit()]
    return tuple(sorted(found, key=lambda each: int(each.suffix.removeprefix(BEFORE)), reverse=True))


def let_old_copies_go(path: Path) -> None:
    """Removes copies made before upgrades that are older than ``KEPT_DAYS``."""
    for each in copies_before_upgrades(path):
        if time.time() - each.stat().st_mtime > KEPT_DAYS * DAY_SECONDS:
            each.unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    """An existing file; SQLite would make one otherwise."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        cause = str(error).lower()
        if "full" in cause:
            raise UserError(f"The disk is full, so {path.name} is not copied: free some space.") from error
        if "not a database" in cause or "malformed" in cause:
            raise UserError(f"{path} is damaged or no store: put a backup in its place.") from error
        raise UserError(f"{path} cannot be read ({error}): make it and its folder yours to read and write.") from error
