"""When a mail was written: its Date field, else the newest Received line, else what the server says."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

EARLIEST = datetime(1985, 1, 1, tzinfo=UTC)
"""A Date before this is a clock that was never set, not a mail."""
LATEST = datetime(2100, 1, 1, tzinfo=UTC)

_COMMENT = re.compile(r"\([^()]{0,100}\)")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:[.,]\d+)?\s*(\S*)")
_OFFSET = re.compile(r"(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?$")
_ZONES = {
    "BST": 1, "CET": 1, "MET": 1, "MEZ": 1, "CEST": 2, "MEST": 2, "MESZ": 2, "EET": 2, "EEST": 3, "IST": 5.5,
    "JST": 9, "SGT": 8, "HKT": 8, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
"""Hours east of UTC of zone names that RFC 5322 §4.3 does not list but mail programs write."""


def read_date(value: str) -> datetime | None:
    """A Date field as aware UTC, obsolete and broken forms included (RFC 5322 §4.3); None when it holds no date."""
    text = " ".join(_COMMENT.sub(" ", value[:200]).split())
    if not text:
        return None
    found = _rfc(text) or _iso(text)
    return found if found and EARLIEST <= found < LATEST else None


def received_date(received: Sequence[str]) -> datetime | None:
    """The time of the newest Received line that has one; the newest stands first (RFC 5321 §4.4)."""
    for value in received[:20]:
        if found := read_date(value.rpartition(";")[2]):
            return found
    return None


def message_date(sent: datetime | None, received: datetime | None, internal: datetime | None) -> datetime | None:
    """The earlier of Date and INTERNALDATE; without a Date the Received line or INTERNALDATE alone.

    A Date in the future is thereby held back to the day the mail arrived.
    """
    sent = sent or received
    known = [moment.astimezone(UTC) for moment in (sent, internal) if moment is not None]
    return min((moment for moment in known if EARLIEST <= moment < LATEST), default=None)


def _rfc(text: str) -> datetime | None:
    try:
        fields = parsedate_tz(text)
    except (ValueError, TypeError, IndexError, AttributeError, OverflowError):
        return None
    if fields is None:
        return None
    zone = text.rsplit(" ", 1)[-1]
    offset = _offset(zone) if zone.upper() in _ZONES else fields[9]  # the library takes names it does not know for UTC
    return _moment(fields[:6], timedelta(seconds=offset or 0))


def _iso(text: str) -> datetime | None:
    found = _ISO.search(text)
    if not found:
        return None
    numbers = tuple(int(part or 0) for part in found.groups()[:6])
    return _moment(numbers, timedelta(seconds=_offset(found[7])))


def _offset(zone: str) -> int:
    """Seconds east of UTC of a zone's name or figures; unknown ones count as UTC (RFC 5322 §4.3)."""
    if (hours := _ZONES.get(zone.strip("\"'").upper())) is not None:
        return int(hours * 3600)
    found = _OFFSET.search(zone)
    if not found:
        return 0
    seconds = int(found[2]) * 3600 + int(found[3] or 0) * 60
    return -seconds if found[1] == "-" else seconds


def _moment(numbers: Sequence[int], offset: timedelta) -> datetime | None:
    year, month, day, hour, minute, second = numbers
    if abs(offset) >= timedelta(hours=15):
        offset = timedelta()  # no place on earth: the figures are broken, the wall time is the best there is
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=timezone(offset))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
