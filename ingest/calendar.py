"""Calendar parts as events (RFC 5545, RFC 5546): the only door to icalendar."""

import logging
import re
import warnings
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar.cal import Component
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from ingest.mailboxes import address_of
from ingest.maildates import EARLIEST, LATEST
from ingest.text import normalise, one_line
from store.records import Address, CalendarEvent

MAX_BYTES = 500_000
MAX_EVENTS = 20

_BEGIN = b"BEGIN:VCALENDAR"
_CITY_ZONE = re.compile(r"([A-Za-z_]+/[A-Za-z_+\-/0-9]+)$")
_DISPLAY_OFFSET = re.compile(r"\((?:UTC|GMT)([+-])(\d{1,2}):(\d{2})\)")

_log = logging.getLogger(__name__)


def read_calendar(data: bytes) -> tuple[CalendarEvent, ...]:
    """The events of a text/calendar part, in order; empty when it is none or is broken."""
    start = data[:2_000].upper().find(_BEGIN)
    if start < 0 or len(data) > MAX_BYTES:
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # icalendar warns on stderr of zones it had to guess
            return tuple(_events(data[start:]))
    except Exception as error:  # noqa: BLE001 - a stranger's file through a parser that raises many kinds
        _log.info("calendar part set aside: %s", type(error).__name__)
        return ()


def _events(data: bytes) -> list[CalendarEvent]:
    events: list[CalendarEvent] = []
    for calendar in Calendar.from_ical(data, multiple=True):
        method = one_line(str(calendar.get("METHOD", ""))).upper()
        default = str(calendar.get("X-WR-TIMEZONE", ""))
        for component in calendar.walk("VEVENT")[: MAX_EVENTS - len(events)]:
            events.append(_event(component, method, default))
    return events


def _event(component: Component, method: str, default_zone: str) -> CalendarEvent:
    zone = _zone_name(component, default_zone)
    start = _moment(component.get("DTSTART"), default_zone)
    end = _moment(component.get("DTEND"), default_zone)
    all_day = _is_day(component.get("DTSTART"))
    if end is None and start is not None:
        end = _end_without_dtend(component, start, all_day=all_day)
    return CalendarEvent(
        uid=one_line(_text(component, "UID"))[:500],
        method=method,
        summary=one_line(_text(component, "SUMMARY"))[:1_000],
        start=start,
        end=end,
        zone=zone,
        all_day=all_day,
        location=normalise(_text(component, "LOCATION"))[:2_000],
        organizer=_organizer(component),
        sequence=_number(component.get("SEQUENCE")),
        status=one_line(_text(component, "STATUS")).upper(),
    )


def _text(component: Component, name: str) -> str:
    """A property's text; of one that stands twice the first counts."""
    value = component.get(name, "")
    return str(value[0] if isinstance(value, list) else value)


def _value(prop: Any) -> date | datetime | None:
    prop = prop[0] if isinstance(prop, list) and prop else prop
    value = getattr(prop, "dt", None)
    return value if isinstance(value, date) else None


def _is_day(prop: Any) -> bool:
    value = _value(prop)
    return value is not None and not isinstance(value, datetime)


def _moment(prop: Any, default_zone: str) -> datetime | None:
    """A DATE or DATE-TIME as UTC; a day means its midnight, a floating time the calendar's own zone, else UTC."""
    value = _value(prop)
    if value is None:
        return None
    if not isinstance(value, datetime):
        value = datetime.combine(value, time(), UTC)
    if value.tzinfo is None:
        value = value.replace(tzinfo=_zone(_tzid(prop)) or _zone(default_zone) or UTC)
    try:
        moment = value.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return moment if EARLIEST <= moment < LATEST else None


def _end_without_dtend(component: Component, start: datetime, *, all_day: bool) -> datetime | None:
    """DURATION, or for a day the day itself (RFC 5545 §3.6.1)."""
    duration = getattr(component.get("DURATION"), "dt", None)
    try:
        if isinstance(duration, timedelta):
            end = start + duration
            return end if start <= end < LATEST else None
        return start + timedelta(days=1) if all_day else None
    except OverflowError:
        return None


def _tzid(prop: Any) -> str:
    prop = prop[0] if isinstance(prop, list) and prop else prop
    parameters = getattr(prop, "params", None) or {}
    return str(parameters.get("TZID", "")).strip("\"' ")


def _zone_name(component: Component, default_zone: str) -> str:
    """The zone the event was written in: an IANA name where there is one, else its offset; empty for a mere day."""
    prop = component.get("DTSTART")
    value = _value(prop)
    if not isinstance(value, datetime):
        return ""
    for name in (_tzid(prop), default_zone if value.tzinfo is None else ""):
        if known := _iana(name):
            return known
    if value.tzinfo is None:
        zone = _zone(_tzid(prop))
        return value.replace(tzinfo=zone).isoformat()[-6:] if zone else ""
    if isinstance(value.tzinfo, ZoneInfo) and value.tzinfo.key:
        return value.tzinfo.key
    offset = value.strftime("%z")
    return "UTC" if offset in ("", "+0000") else f"{offset[:3]}:{offset[3:5]}"


def _iana(name: str) -> str:
    """The IANA name behind a TZID: itself, a Windows name's equivalent, or a path's end: ``/x/Europe/Rome``."""
    if not name:
        return ""
    candidates = [name, WINDOWS_TO_OLSON.get(name, "")]
    if city := _CITY_ZONE.search(name):
        parts = city[1].split("/")
        candidates += ["/".join(parts[-count:]) for count in (2, 3)]
    for candidate in candidates:
        if candidate and _loads(candidate):
            return candidate
    return ""


def _zone(name: str) -> tzinfo | None:
    """A zone by TZID; Outlook's display names carry at least their offset."""
    if known := _iana(name):
        return ZoneInfo(known)
    if offset := _DISPLAY_OFFSET.search(name):
        sign = -1 if offset[1] == "-" else 1
        shift = timedelta(hours=int(offset[2]), minutes=int(offset[3])) * sign
        return timezone(shift) if shift < timedelta(days=1) and shift > -timedelta(days=1) else None
    return None


def _loads(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError; a directory's name gives OSError
        return False
    return True


def _organizer(component: Component) -> Address:
    prop = component.get("ORGANIZER")
    prop = prop[0] if isinstance(prop, list) and prop else prop
    if prop is None:
        return Address("", "")
    name = str((getattr(prop, "params", None) or {}).get("CN", ""))
    return address_of(name, str(prop)) or Address(one_line(name), "")


def _number(prop: Any) -> int:
    prop = prop[0] if isinstance(prop, list) and prop else prop
    try:
        return int(prop or 0)
    except (TypeError, ValueError):
        return 0
