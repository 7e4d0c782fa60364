"""A store with its schema and nothing else, made once in a process: to copy one takes far less than to make one."""

import atexit
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

from sqlalchemy import Engine

from store.database import FILE_NAME, Database
from store.schema import SCHEMA_VERSION

WHERE_THEY_ARE_RUN = "tests/store/"
"""The tests of the migrations themselves."""


@cache
def empty_store() -> Path:
    """The file; it is gone when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="heardback-empty-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Database.open(folder).close()
    return folder / FILE_NAME


@contextmanager
def migrations_spared() -> Iterator[None]:
    """Gives new stores at once what the migrations come to, a statement for each table, instead of running them all."""
    from store import migrate

    runs = migrate.upgrade
    with closing(sqlite3.connect(empty_store())) as made:
        statements = tuple(made.iterdump())[1:-1]  # without its BEGIN and COMMIT

    def upgrade(engine: Engine, revision: str = "head") -> None:
        with engine.connect() as connection:
            if revision == "head" and WHERE_THEY_ARE_RUN not in os.environ.get("PYTEST_CURRENT_TEST", ""):
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                is_new = not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
                for statement in statements if is_new else ():
                    connection.exec_driver_sql(statement)
                if is_new:
                    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION:d}")
                connection.exec_driver_sql("COMMIT")
                if is_new:
                    return
        runs(engine, revision)

    with mock.patch.object(migrate, "upgrade", upgrade):
        yield
