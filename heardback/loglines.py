"""How log lines look: events with a time; for the journal with a level that it can sort by, and its own time."""

import logging
import os
from collections.abc import Callable
from typing import TextIO

PLAIN = "%(asctime)s %(levelname)s %(name)s %(message)s"
TO_JOURNAL = "%(name)s %(message)s"
_LEVELS = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))
_DEBUG = 7


class JournalLines(logging.Formatter):
    """Each line begins with its level in angle brackets (sd-daemon(3)), those of a traceback too."""

    def __init__(self, lines: logging.Formatter) -> None:
        super().__init__()
        self._lines = lines

    def format(self, record: logging.LogRecord) -> str:
        """One event."""
        level = next((number for least, number in _LEVELS if record.levelno >= least), _DEBUG)
        return "\n".join(f"<{level}>{line}" for line in self._lines.format(record).splitlines())


def fit_for(stream: TextIO, lines: Callable[[str], logging.Formatter]) -> logging.Formatter:
    """The formatter for what reads this stream; ``lines`` makes one from a format."""
    return JournalLines(lines(TO_JOURNAL)) if goes_to_journal(stream) else lines(PLAIN)


def goes_to_journal(stream: TextIO) -> bool:
    """Whether the journal reads this stream: systemd names its device and inode (systemd.exec(5), JOURNAL_STREAM)."""
    named = os.environ.get("JOURNAL_STREAM", "")
    try:
        told = os.fstat(stream.fileno())
    except (OSError, ValueError):
        return False
    return named == f"{told.st_dev}:{told.st_ino}"
