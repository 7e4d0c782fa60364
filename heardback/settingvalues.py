"""The values a key of the config may hold: each is read as it is kept, or its words say what it must be."""

from datetime import time
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from heardback.sections import above, at_least, at_most, below
from ingest.accounts import is_private

EARLIEST, LATEST = time(6), time(21)
"""Between these a digest may be asked for: never in the late evening (``domain.md`` §6.4)."""


def month_and_day(value: str) -> tuple[int, int]:
    """Reads "MM-DD". Raises ``ValueError`` naming the form."""
    month, _, day = value.partition("-")
    if not (month.isdigit() and day.isdigit() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise ValueError("must be a month and a day such as '12-20'")
    return int(month), int(day)


def _address(value: str) -> str:
    if value and ("@" not in value or any(letter.isspace() for letter in value)):
        raise ValueError("must be a mail address such as 'sam@home.example'")
    return value.lower()


def _zone(value: str) -> str:
    if value:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("must be a time zone such as 'Europe/Berlin'") from error
    return value


def _url(value: str) -> str:
    if value and not is_private(value):
        raise ValueError("must begin with https:// (http:// is for this very computer alone)")
    return value


def _tenant(value: str) -> str:
    if not all(letter.isascii() and (letter.isalnum() or letter in ".-") for letter in value):
        raise ValueError("must be letters, digits, dots and hyphens")
    return value


def _season(value: str) -> str:
    if value:
        month_and_day(value)
    return value


def _window(value: str) -> str:
    # Only who names windows has to wait for what reads them.
    from respond.freetime import weekly_of

    weekly_of(value)
    return value


def _phrase(value: str) -> str:
    if len(value) > LONGEST_PHRASE:
        raise ValueError(f"must be at most {LONGEST_PHRASE} letters long")
    return value


def _by_day(value: time) -> time:
    if not EARLIEST <= value.replace(tzinfo=None) <= LATEST:
        raise ValueError("must lie between 06:00 and 21:00: what has happened in a week is nothing for the night")
    return value


LONGEST_PHRASE = 120
Port = Annotated[int, at_least(1), at_most(65535)]
PortOrUsual = Annotated[int, at_least(0), at_most(65535)]
Days = Annotated[int, at_least(0), at_most(366)]
Share = Annotated[float, above(0.0), below(1.0)]
Weeks = Annotated[float, at_least(0.1), at_most(26.0)]
Address = Annotated[str, _address]
Zone = Annotated[str, _zone]
Url = Annotated[str, _url]
Tenant = Annotated[str, _tenant]
Phrase = Annotated[str, _phrase]
TimeOfDay = Annotated[time, _by_day]
Season = Annotated[str, _season]
Window = Annotated[str, _window]
"""A time of every week, such as "tue 09:00-12:00"."""
