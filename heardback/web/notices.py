"""Sentences that wait for the next page a browser opens, each shown once."""

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum

MOST_BROWSERS = 50
MOST_WAITING = 5
"""Sentences kept for a browser that opens no page meanwhile."""


class Tone(StrEnum):
    """Whether something was done, or could not be."""

    DONE = "done"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Undo:
    """A button that takes back what a notice tells of: the path it posts to, and what stands on it."""

    path: str
    label: str = "Undo"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the person."""

    sentence: str
    tone: Tone = Tone.DONE
    undo: Undo | None = None


class Notices:
    """Notices by browser, in memory: they are worth nothing any more once the page has ended."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[str, tuple[Notice, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def leave(self, session: str, notice: Notice) -> None:
        """Keeps a notice for the next page of the browser with this session."""
        place = _place(session)
        with self._lock:
            self._waiting[place] = (*self._waiting.pop(place, ()), notice)[-MOST_WAITING:]
            while len(self._waiting) > MOST_BROWSERS:
                self._waiting.popitem(last=False)

    def take(self, session: str) -> tuple[Notice, ...]:
        """What waits for this browser; it is gone afterwards."""
        with self._lock:
            return self._waiting.pop(_place(session), ())


def _place(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()
