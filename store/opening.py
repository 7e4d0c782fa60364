"""How the SQLite file is opened: a folder that is the person's alone, and what each connection is told first."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event

from store.errors import UserError
from store.ownership import written_by_others

BUSY_SECONDS = 30
_LINES = 3
"""Connections that stay open: two that watch for changes, and the one most work goes through."""
_PAGES_KIB, _STATEMENTS = 512, 48
"""What one connection keeps for months: pages, which the system has in memory anyway, and statements made ready."""


def prepare(folder: Path, path: Path) -> None:
    """Makes the data folder and the file, private to the person. Raises ``UserError`` where they cannot be used."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if whose := written_by_others(folder):
            raise UserError(
                f"The data folder {folder} {whose}, and is not used for that: run chmod 700 {folder}, or name another "
                "with --data."
            )
        if not path.exists():
            path.touch(mode=0o600)
        path.chmod(0o600)
    except OSError as error:
        raise UserError(
            f"The data folder {folder} cannot be used ({error.strerror}): free it up or make it writable, or name "
            "another with --data."
        ) from error


def engine_at(path: Path) -> Engine:
    """The connections to the file, as each of them is set up; nothing is opened yet."""
    # AUTOCOMMIT hands BEGIN and COMMIT to us: the driver's own implicit transactions would begin too late.
    # The connection given back last is taken again first, as each keeps pages in memory.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        isolation_level="AUTOCOMMIT",
        pool_use_lifo=True,
        pool_size=_LINES,
        connect_args={"timeout": BUSY_SECONDS, "uri": False, "cached_statements": _STATEMENTS},
    )

    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute(f"PRAGMA cache_size=-{_PAGES_KIB}")

    return engine
