"""Opens the SQLite file, keeps its schema current, and gives the one way to change it: ``transaction()``."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine

from store.copying import copies_before_upgrades, keep_before_upgrade, let_old_copies_go
from store.errors import DatabaseTooNew
from store.opening import engine_at, prepare
from store.schema import SCHEMA_VERSION
from store.sqlite_errors import in_words

if TYPE_CHECKING:
    from store.applications import ApplicationLedger
    from store.bodies import BodyLedger
    from store.changes import ChangeLedger
    from store.contact_notes import ContactNoteLedger
    from store.digests import DigestLedger
    from store.doubts import DoubtLedger
    from store.drafts import DraftLedger
    from store.facts import FactLedger
    from store.folders import FolderLedger
    from store.keptback import KeptBackLedger
    from store.lessons import LessonLedger
    from store.looks import LookLedger
    from store.mail import MailLedger
    from store.pagekeys import PageKeyLedger
    from store.search import SearchLedger
    from store.sightings import SightingLedger
    from store.tables import TableLedger
    from store.traces import TraceLedger
    from store.weeks import WeekLedger

FILE_NAME = "heardback.sqlite"


class Transaction:
    """What can be read and changed in one go; valid inside its ``with`` block only."""

    mail: "MailLedger"
    folders: "FolderLedger"
    kept_back: "KeptBackLedger"
    applications: "ApplicationLedger"
    doubts: "DoubtLedger"
    drafts: "DraftLedger"
    digests: "DigestLedger"
    facts: "FactLedger"
    changes: "ChangeLedger"
    search: "SearchLedger"
    lessons: "LessonLedger"
    contact_notes: "ContactNoteLedger"
    tables: "TableLedger"
    traces: "TraceLedger"
    weeks: "WeekLedger"
    sightings: "SightingLedger"
    looks: "LookLedger"
    bodies: "BodyLedger"
    page_keys: "PageKeyLedger"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        # A ledger is imported when it is first asked for: a listing reads two of them, and does not wait for the rest.
        if name not in _LEDGERS:
            raise AttributeError(name)
        module, kind = _LEDGERS[name]
        self.__dict__[name] = ledger = getattr(import_module(module), kind)(self._connection)
        return ledger


_LEDGERS = {
    "mail": ("store.mail", "MailLedger"),
    "folders": ("store.folders", "FolderLedger"),
    "kept_back": ("store.keptback", "KeptBackLedger"),
    "applications": ("store.applications", "ApplicationLedger"),
    "doubts": ("store.doubts", "DoubtLedger"),
    "drafts": ("store.drafts", "DraftLedger"),
    "digests": ("store.digests", "DigestLedger"),
    "facts": ("store.facts", "FactLedger"),
    "changes": ("store.changes", "ChangeLedger"),
    "search": ("store.search", "SearchLedger"),
    "lessons": ("store.lessons", "LessonLedger"),
    "contact_notes": ("store.contact_notes", "ContactNoteLedger"),
    "tables": ("store.tables", "TableLedger"),
    "traces": ("store.traces", "TraceLedger"),
    "weeks": ("store.weeks", "WeekLedger"),
    "sightings": ("store.sightings", "SightingLedger"),
    "looks": ("store.looks", "LookLedger"),
    "bodies": ("store.bodies", "BodyLedger"),
    "page_keys": ("store.pagekeys", "PageKeyLedger"),
}
"""Where each of them lies."""


class Database:
    """The store of one data folder. Several processes may have it open; writers wait for one another."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._watcher: Connection | None = None
        self._watching = threading.Lock()
        self._upkeeper: Connection | None = None
        self._keeping_up = threading.RLock()

    @classmethod
    def open(cls, folder: Path) -> "Database":
        """Opens or creates the store in ``folder`` and brings its schema up to date; a copy of the older one is kept.

        Raises ``DatabaseTooNew`` for a store of a newer heardback, and ``UserError`` where the folder cannot be used.
        """
        path = folder / FILE_NAME
        prepare(folder, path)
        database = cls(path, engine_at(path))
        with in_words(path):
            database._bring_up_to_date()
        return database

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[Transaction]:
        """All or nothing: committed at the end of the block, rolled back when it raises.

        A commit outlives the end of this process, but not always that of the machine's power; with ``durable`` it does,
        for some milliseconds more: where something is claimed that cannot be taken back (sqlite.org/pragma.html,
        "synchronous").

        Raises ``UserError`` on a full or read-only disk or a damaged file, ``PassingError`` when the file stays locked.
        """
        with self._begun("BEGIN IMMEDIATE", durable=durable) as connection:
            yield Transaction(connection)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """One consistent view that blocks nobody; nothing may be changed in it."""
        with self._begun("BEGIN") as connection:
            yield Transaction(connection)

    @contextmanager
    def upkeep(self) -> Iterator[Transaction]:
        """A ``transaction`` for what is done by time alone: ``changed_beside`` does not count it."""
        with self._keeping_up, in_words(self.path), _committed(self._own_line(), "BEGIN IMMEDIATE") as connection:
            yield Transaction(connection)

    def changed_beside(self) -> int:
        """A number that differs from the last one where anything but ``upkeep`` wrote since, in whichever process.

        Inside of an ``upkeep``, whether anything was written before it began.
        """
        with self._keeping_up, in_words(self.path):
            # SQLite does not count the commits of the connection that asks (``PRAGMA data_version``).
            return int(self._own_line().exec_driver_sql("PRAGMA data_version").scalar_one())

    def version(self) -> int:
        """A number that differs from the last one where anything was written since, by whichever process.

        Asked on a connection that writes nothing: SQLite counts the commits of all others (``PRAGMA data_version``).
        """
        with self._watching, in_words(self.path):
            if self._watcher is None:
                self._watcher = self._engine.connect()
            return int(self._watcher.exec_driver_sql("PRAGMA data_version").scalar_one())

    def close(self) -> None:
        """Lets go of the file."""
        with self._watching:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
        with self._keeping_up:
            if self._upkeeper is not None:
                self._upkeeper.close()
                self._upkeeper = None
        self._engine.dispose()

    def _own_line(self) -> Connection:
        if self._upkeeper is None:
            self._upkeeper = self._engine.connect()
        return self._upkeeper

    @contextmanager
    def _begun(self, begin: str, *, durable: bool = False) -> Iterator[Connection]:
        with (
            in_words(self.path),
            self._engine.connect() as connection,
            _synced(connection, durable),
            _committed(connection, begin),
        ):
            yield connection

    def _bring_up_to_date(self) -> None:
        with self._engine.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if version > SCHEMA_VERSION:
            raise DatabaseTooNew(self._too_new(version))
        if version == SCHEMA_VERSION:
            let_old_copies_go(self.path)
            return
        if version:
            keep_before_upgrade(self.path)
        # Alembic costs half a second to import, so only when there is something to do.
        from store.migrate import upgrade

        upgrade(self._engine)

    def _too_new(self, version: int) -> str:
        older = [each for each in copies_before_upgrades(self.path) if each.name.endswith(f"-{version}")]
        back = f"put {older[0].name} in its place, which is from before that upgrade" if older else "restore a backup"
        return (
            f"The store {self.path} was written by a newer heardback (schema {version}, this one knows "
            f"{SCHEMA_VERSION}): upgrade heardback, or {back}, or name another folder with --data."
        )


@contextmanager
def _committed(connection: Connection, begin: str) -> Iterator[Connection]:
    connection.exec_driver_sql(begin)
    try:
        yield connection
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


@contextmanager
def _synced(connection: Connection, durable: bool) -> Iterator[None]:
    if not durable:
        yield
        return
    connection.exec_driver_sql("PRAGMA synchronous=FULL")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA synchronous=NORMAL")


def _roll_back(connection: Connection) -> None:
    # On a full disk SQLite rolls back by itself (sqlite.org/lang_transaction.html, section 3), and would refuse ours.
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection) and driver.in_transaction:
        connection.exec_driver_sql("ROLLBACK")
