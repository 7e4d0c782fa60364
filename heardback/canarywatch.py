"""Runs the look through all folders beside the service, in a thread of its own, so that it holds up nobody."""

import logging
import threading
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from heardback.canary import Canary
from heardback.heap import hand_back
from heardback.standing import Standing
from ingest.accounts import Account
from ingest.imap import ImapMailbox
from store.errors import HeardbackError

if TYPE_CHECKING:
    from heardback.wiring import House

log = logging.getLogger("heardback.canary")


class CanaryWatch:
    """At most one look at a time; ``look_if_due`` may be called as often as one likes."""

    name = ""

    def __init__(self, house: "House", stopping: threading.Event) -> None:
        self._house, self._stopping = house, stopping
        self._thread: threading.Thread | None = None
        self._standing: Standing | None = None

    def look_if_due(self) -> None:
        """Begins a look, or goes on with one, where it is time and none goes on."""
        if self._thread is not None and self._thread.is_alive():
            return
        accounts = Canary(self._house).due()
        if accounts and not self._stopping.is_set():
            self._thread = threading.Thread(target=self._run, args=(accounts,), name="canary", daemon=True)
            self._thread.start()

    def cut(self) -> None:
        """Ends its connection under it."""
        standing = self._standing
        if standing is not None:
            standing.cut()

    def join(self, seconds: float) -> bool:
        """Waits for its end; whether it has come."""
        if self._thread is not None:
            self._thread.join(max(seconds, 0.0))
        return self._thread is None or not self._thread.is_alive()

    def _run(self, accounts: tuple[Account, ...]) -> None:
        for account in accounts:
            standing = self._standing = Standing(self._house.rounds)

            def reach(account: Account, standing: Standing = standing) -> AbstractContextManager[ImapMailbox]:
                return standing.reach(account)

            try:
                Canary(self._house, reach=reach, stop=self._stopping.is_set).look([account])
            except HeardbackError as error:
                log.warning("canary account=%s failed: %s", account.name, type(error).__name__)
            except Exception:
                log.exception("canary account=%s failed", account.name)
            finally:
                standing.let_go(hurried=self._stopping.is_set())
        hand_back(collecting=True)
