"""What times an invitation offers: one that is fixed, several to choose from, or none but a request for some."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from store.records import CalendarEvent, StoredMessage

_VIDEO = re.compile(
    r"https?:|\b(zoom|teams|meet|webex|video|skype|online|virtual|hangouts?|video\w+|visio(conférence)?|en ligne|"
    r"en línea)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\b(phone|telephone|call|tel|mobile|telefon\w*|téléphon\w*|teléfono|telefónica)\b", re.IGNORECASE)
_TWELVE = re.compile(r"\b\d{1,2}(:\d{2})?\s?[ap]\.?m\b", re.IGNORECASE)
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?")
_BOOKING_LINK = re.compile(
    r"https?://[^\s>]*\b(calendly\.com|cal\.com|savvycal\.com|goodtime\.io|modernloop\.io|youcanbook\.me|"
    r"calendar\.google\.com/calendar/appointments|calendar\.app\.google|outlook\.office\.com/book\w*|doodle\.com)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """The times an invitation offers, each aware in the zone it was written in, and where it takes place.

    ``form`` is "video", "phone", "place" or "" where the mail does not say; ``past`` counts times that are over;
    ``link_only`` is set where a time is to be booked through a link and none is named.
    """

    mail: StoredMessage | None = None
    starts: tuple[datetime, ...] = ()
    form: str = ""
    place: str = ""
    twelve_hours: bool = False
    past: int = 0
    link_only: bool = False


def offer_of(mail: StoredMessage | None, now: datetime) -> Offer:
    """The offer of an invitation at the moment ``now``; times that are over are left out."""
    if mail is None:
        return Offer()
    found = _times(mail)
    ahead = tuple(sorted({start for start, _ in found if start > now}))
    place = next((place for start, place in found if place and start > now), "")
    message = mail.message
    asks = mail.reading.wants in ("times", "information")
    return Offer(
        mail=mail,
        starts=ahead,
        form=_form(place) if ahead else "",
        place=place,
        twelve_hours=bool(_TWELVE.search(message.text)),
        past=len({start for start, _ in found}) - len(ahead),
        link_only=not found and not asks and bool(_BOOKING_LINK.search(message.text)),
    )


def wall_start(event: CalendarEvent) -> datetime | None:
    """An event's start in the zone it was written in; in UTC where that zone is unknown."""
    if event.start is None or event.all_day:
        return None
    try:
        return event.start.astimezone(ZoneInfo(event.zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        match = _OFFSET.fullmatch(event.zone.strip())
    if match is None:
        return event.start
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes > 14 * 60:
        return event.start
    return event.start.astimezone(timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes)))


def _times(mail: StoredMessage) -> list[tuple[datetime, str]]:
    """Start and place of each time the mail names; its calendar part is asked where its words name none."""
    events = [event for event in mail.message.calendar if event.method.upper() != "CANCEL"]
    places = {event.uid: event.location for event in events}
    named = [
        (one.start, one.place or places.get(one.uid, ""))
        for one in mail.reading.interviews
        if one.start is not None and not one.cancelled
    ]
    if named:
        return named
    starts = [(wall_start(event), event.location) for event in events]
    return [(start, place) for start, place in starts if start is not None]


def _form(place: str) -> str:
    if _VIDEO.search(place):
        return "video"
    if _PHONE.search(place):
        return "phone"
    return "place" if place.strip() else ""
