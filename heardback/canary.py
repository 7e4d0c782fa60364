"""The weekly look through all folders, for job mail that was never taken in: in Junk, Archive, Trash, wherever.

Silent loss is the one fault nobody would notice. So once a week each account is looked through (``lookthrough``).
Nothing is marked, moved or stored; what has the shape of job mail is named to the person, who may have it taken in
(``taking``).
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from heardback.lookthrough import LookThrough
from heardback.overlooked import Progress, Result, progress_of, result_of, set_trouble
from heardback.settings import DigestSettings
from heardback.weekly import due_week
from ingest.accounts import Account
from ingest.imap import ImapMailbox
from store.errors import HeardbackError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from heardback.wiring import House

log = logging.getLogger("heardback.canary")

AHEAD = timedelta(hours=12)
"""A look falls due this long before the digest, which tells of it."""


def never() -> bool:
    """Goes on to the end."""
    return False


def is_due(
    result: Result | None, progress: Progress | None, now: datetime, digest: DigestSettings, zone: "ZoneInfo"
) -> bool:
    """Whether an account is to be looked through: once a week, and at once where a look was left unfinished."""
    if progress is not None or result is None:
        return True
    return result.begun < due_week(now + AHEAD, digest.day, digest.at, zone) - AHEAD


class Canary:
    """Looks through all folders of the accounts. One that fails never stops another."""

    def __init__(
        self,
        house: "House",
        *,
        reach: Callable[[Account], AbstractContextManager[ImapMailbox]] | None = None,
        stop: Callable[[], bool] = never,
    ) -> None:
        self._house, self._stop = house, stop
        self._reach = reach or house.rounds.mailbox

    def due(self) -> tuple[Account, ...]:
        """The accounts that are to be looked through now: read in, not failing, and a week since the last time."""
        house, now = self._house, self._house.clock.now()
        found = []
        with house.database.reading() as transaction:
            for account in house.accounts:
                result, progress = result_of(transaction, account.name), progress_of(transaction, account.name)
                health = transaction.folders.health_of(account.name)
                rests = health is None or health.stopped
                if not rests and is_due(result, progress, now, house.settings.digest, house.zone):
                    found.append(account)
        return tuple(found)

    def look(self, accounts: Sequence[Account]) -> dict[str, str]:
        """Looks through these accounts; what kept one from its end, by account, in a sentence."""
        kept_from: dict[str, str] = {}
        for account in accounts:
            if self._stop():
                break
            try:
                with self._reach(account) as mailbox:
                    sentence = LookThrough(self._house, account, mailbox, self._stop).go()
            except HeardbackError as error:
                sentence = str(error)
            if sentence:
                kept_from[account.name] = sentence
            with self._house.database.transaction() as transaction:
                set_trouble(transaction, account.name, sentence)
            log.info("canary account=%s done=%s", account.name, not sentence)
        return kept_from
