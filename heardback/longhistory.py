"""A past that takes long to read: in parts, so that new mail has its turn, and telling now and then how far it is."""

import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heardback.standing import Standing
    from heardback.wiring import House

TELL_EVERY_SECONDS = 600.0
ASK_EVERY_SECONDS = 2.0
"""How often the server is asked whether mail has come into the folder whose past is being read: one short command."""


class LongHistory:
    """The past of one account's folders, while its watcher reads it."""

    def __init__(
        self, house: "House", name: str, standing: "Standing", say: Callable[[str], None], most_seconds: float
    ) -> None:
        self._house, self._name, self._standing, self._say = house, name, standing, say
        self._most_seconds = most_seconds
        self._told: float | None = None

    def part(self) -> Callable[[], bool]:
        """Tells, between two batches, when the rest of a folder's past may wait: mail has come, or it took a while."""
        began = time.monotonic()
        ask_at = began + ASK_EVERY_SECONDS

        def enough() -> bool:
            nonlocal ask_at
            now = time.monotonic()
            if now - began >= self._most_seconds:
                return True
            if now < ask_at:
                return False
            ask_at = now + ASK_EVERY_SECONDS
            mailbox = self._standing.mailbox
            return mailbox is not None and mailbox.has_grown()

        return enough

    def is_left(self) -> bool:
        """Whether some waits to be read; says how far it is."""
        with self._house.database.reading() as transaction:
            marks = [mark for mark in transaction.folders.watermarks() if mark.account == self._name]
        behind = [mark.read_back_to for mark in marks if not mark.is_whole]
        self._say_how_far([moment for moment in behind if moment is not None], is_whole=not behind)
        return bool(behind)

    def _say_how_far(self, reached: list[datetime], *, is_whole: bool) -> None:
        """Said at the first part, then now and again, and once all of it is read."""
        now = time.monotonic()
        if is_whole:
            if self._told is not None:
                self._say(f"{self._name}: all of its mail is read.")
            self._told = None
        elif reached and (self._told is None or now - self._told >= TELL_EVERY_SECONDS):
            self._told = now
            day = max(reached).astimezone(self._house.zone)
            self._say(f"{self._name}: read back to {day:%d %B %Y} so far; new mail comes first all the while.")
