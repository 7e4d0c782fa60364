"""How far each folder has been read, and how each account is doing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from store.records import Watermark
from store.schema import accounts, folders


@dataclass(frozen=True, slots=True)
class AccountHealth:
    """How an account's last rounds went. ``stopped`` accounts wait for the person (sign-in refused)."""

    name: str
    last_success: datetime | None
    failing_since: datetime | None
    problem: str
    stopped: bool


class FolderLedger:
    """Watermarks and account health."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def watermark(self, account: str, folder: str) -> Watermark | None:
        """The folder's watermark, or None if it was never read."""
        row = self._connection.execute(_MARK, {"account": account, "folder": folder}).one_or_none()
        return None if row is None else Watermark(**row._mapping)

    def watermarks(self) -> tuple[Watermark, ...]:
        """All of them, by account and folder."""
        rows = self._connection.execute(_MARKS)
        return tuple(Watermark(**row._mapping) for row in rows)

    def set_watermark(self, mark: Watermark) -> None:
        """Moves a folder's watermark; belongs into the transaction that stores the mails it stands for."""
        values = {name: getattr(mark, name) for name in Watermark.__slots__}
        statement = insert(folders).values(values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["account", "folder"], set_=values))

    def forget_folders(self, account: str, watched: Iterable[str]) -> None:
        """Drops watermarks of folders that are no longer watched, so that they never hold drafts back."""
        for mark in self.watermarks():
            if mark.account == account and mark.folder not in watched:
                self._connection.execute(
                    folders.delete().where(folders.c.account == account, folders.c.folder == mark.folder)
                )

    def note_reached(self, account: str, reached: Iterable[str], at: datetime) -> None:
        """These of an account's folders were read to the end of what there was, new mail or none."""
        rows = [{"of": account, "reached": each, "at": at} for each in reached]
        if rows:
            self._connection.execute(_REACHED, rows)

    def record_success(self, account: str, at: datetime) -> None:
        """A round reached this account."""
        values = {"name": account, "last_success": at, "failing_since": None, "problem": "", "stopped": False}
        self._connection.execute(_WENT_WELL, values)

    def record_failure(self, account: str, at: datetime, problem: str, *, stop: bool) -> bool:
        """A round failed. Returns whether this is news: the first failure after a success, or another problem."""
        before = self.health_of(account)
        self._connection.execute(insert(accounts).values(name=account).on_conflict_do_nothing())
        since = before.failing_since if before and before.failing_since else at
        self._connection.execute(
            update(accounts)
            .where(accounts.c.name == account)
            .values(failing_since=since, problem=problem, stopped=stop)
        )
        return before is None or before.problem != problem

    def let_try_again(self, account: str) -> None:
        """Takes up an account whose sign-in was refused: the person has signed in anew."""
        self._connection.execute(update(accounts).where(accounts.c.name == account).values(stopped=False))

    def health_of(self, account: str) -> AccountHealth | None:
        """How one account is doing, or None if no round was tried yet."""
        row = self._connection.execute(select(accounts).where(accounts.c.name == account)).one_or_none()
        return None if row is None else AccountHealth(**row._mapping)

    def health(self) -> tuple[AccountHealth, ...]:
        """How every account is doing, by name."""
        rows = self._connection.execute(_HEALTH)
        return tuple(AccountHealth(**row._mapping) for row in rows)


# Asked by every round, so built once: to put a statement together costs more than to run it.
_MARK = select(folders).where(folders.c.account == bindparam("account"), folders.c.folder == bindparam("folder"))
_MARKS = select(folders).order_by(folders.c.account, folders.c.folder)
_REACHED = (
    update(folders)
    .where(folders.c.account == bindparam("of"), folders.c.folder == bindparam("reached"))
    .values(last_success=bindparam("at"))
)
_HEALTH = select(accounts).order_by(accounts.c.name)
_NEW_HEALTH = insert(accounts)
_WENT_WELL = _NEW_HEALTH.on_conflict_do_update(
    index_elements=["name"],
    set_={name: _NEW_HEALTH.excluded[name] for name in ("last_success", "failing_since", "problem", "stopped")},
)
