"""A calendar file (RFC 5545): the way out through icalendar, as ``ingest/calendar.py`` is the way in.

Moments are written in UTC, which every program shows in its own zone, whatever the clocks do in between; a wall time
would need the zone's rules described in the file, and programs disagree about reading them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: from ``start`` to ``end`` (aware), or the whole day ``start`` where ``end`` is None.

    ``uid`` stays the same as long as the entry means the same thing; ``sequence`` grows when it changes; ``changed``
    (aware) is when it did.
    """

    uid: str
    summary: str
    description: str
    start: datetime | date
    end: datetime | None
    sequence: int
    changed: datetime
    cancelled: bool = False
    place: str = ""


def calendar_file(entries: Iterable[Entry], name: str) -> bytes:
    """The entries as the bytes of one calendar, in the order given."""
    calendar = Calendar()
    calendar.add("prodid", f"-//heardback//heardback {version('heardback')}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", _plain(entry.uid))
    event.add("summary", _plain(entry.summary))
    event.add("description", _plain(entry.description))
    if isinstance(entry.start, datetime):
        event.add("dtstart", entry.start.astimezone(UTC))
        event.add("dtend", (entry.end or entry.start + timedelta(hours=1)).astimezone(UTC))
    else:
        # A day to do something on takes no time away from the day (RFC 5545 §3.8.2.7).
        event.add("dtstart", entry.start)
        event.add("dtend", entry.start + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    # Without METHOD, DTSTAMP is when the entry was last revised (RFC 5545 §3.8.7.2): the same file until it changes.
    event.add("dtstamp", entry.changed.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if entry.place:
        event.add("location", _plain(entry.place))
    return event


def _plain(value: str) -> str:
    """A TEXT value without controls, which it may not hold (RFC 5545 §3.3.11); line breaks are escaped on the way."""
    return "".join(sign for sign in value.replace("\r\n", "\n") if sign == "\n" or sign.isprintable())
