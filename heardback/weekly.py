"""When the digest is due, and how it is told."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from heardback.settings import Weekday
from heardback.settingvalues import EARLIEST
from heardback.weekfacts import digest_facts
from respond.digest import digest_of
from respond.digestmail import digest_html, digest_text

if TYPE_CHECKING:
    from heardback.wiring import House

__all__ = ["digest_facts", "due_week", "is_by_day", "rendered", "this_week"]

BEDTIME = time(22)
"""From here on a digest that was held up waits for the morning; an hour after the latest that can be asked for."""


def due_week(now: datetime, day: Weekday, at: time, zone: ZoneInfo) -> datetime:
    """The latest moment at or before ``now`` at which a digest fell due, in local wall time."""
    local = now.astimezone(zone)
    back = (local.weekday() - tuple(Weekday).index(day)) % 7
    due = datetime.combine(local.date() - timedelta(days=back), at, zone)
    if due > local:
        due = datetime.combine(due.date() - timedelta(days=7), at, zone)
    return due.astimezone(UTC)


def is_by_day(now: datetime, zone: ZoneInfo) -> bool:
    """Whether a digest may arrive now: one that was held up does not come in the night."""
    return EARLIEST <= now.astimezone(zone).time() < BEDTIME


def this_week(house: "House") -> date:
    """The week that ends with today."""
    return house.clock.now().astimezone(house.zone).date() + timedelta(days=1)


def rendered(house: "House") -> tuple[str, str]:
    """The digest of the seven days up to today, as text and as a page for a browser."""
    made = digest_of(digest_facts(house, this_week(house)))
    return digest_text(made), digest_html(made)
