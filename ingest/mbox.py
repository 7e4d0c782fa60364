"""Mailbox files taken apart into single mails as they stream by (RFC 4155; mboxo and mboxrd)."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from ingest.maildates import read_date
from ingest.repair import MAX_RAW

MAX_LINE = 1_000_000
"""Bytes read at once: a file without line ends must not come into memory whole."""

_FROM_LINE = re.compile(rb"From (?:\S+[ \t]+)?.{0,200}\d{1,2}:\d{2}.{0,40}\d{4}|From \S+[ \t]*(?:-[ \t]*)?$")
_DATE = re.compile(rb"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?[ \t].*)$")
_ESCAPED = re.compile(rb">+From ")


def is_from_line(line: bytes) -> bool:
    """Whether a line separates mails: "From", a sender perhaps, and a time with its year."""
    return line.startswith(b"From ") and bool(_FROM_LINE.match(line[:400].rstrip()))


def split_mbox(stream: BinaryIO) -> Iterator[tuple[bytes, datetime | None]]:
    """(Bytes of a mail, time in its separator) one after the other.

    A separator counts at the start and after a blank line, so that "From now on …" in a letter stays in it; ``>From``
    loses one sign (mboxrd). Of a mail that is too large for reading the beginning is kept.
    """
    lines: list[bytes] = []
    size = 0
    date: datetime | None = None
    started, blank, whole = False, True, True
    while line := stream.readline(MAX_LINE):
        if whole and blank and (is_from_line(line) or (not started and line.startswith(b"From "))):
            if started and any(map(bytes.strip, lines)):
                yield _joined(lines), date
            lines, size, started, date = [], 0, True, _date(line)
        elif size <= MAX_RAW and (started or line.strip()):
            started = True
            lines.append(line[1:] if whole and line.startswith(b">") and _ESCAPED.match(line) else line)
            size += len(line)
        blank = whole and not line.strip()
        whole = line.endswith(b"\n")
    if any(map(bytes.strip, lines)):
        yield _joined(lines), date


def _joined(lines: list[bytes]) -> bytes:
    """The mail without the blank line that ends it in the file."""
    if len(lines) > 1 and not lines[-1].strip():
        lines = lines[:-1]
    return b"".join(lines)


def _date(line: bytes) -> datetime | None:
    """When the mail came in, by its separator: a ctime, with or without a zone."""
    found = _DATE.search(line[:400].rstrip())
    return read_date(found[0].decode("ascii", "replace")) if found else None
