"""Business days on the person's local calendar (``silence.md``, rules H and F)."""

import sys
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days count: weekends, public holidays of ``country`` and the year-end pause do not.

    ``country`` is an ISO 3166-1 alpha-2 code, optionally with a subdivision ("DE-BY"); "GB" alone is read as England,
    whose bank holidays most of the country keeps; empty means that only weekends are known. ``pause`` holds the first
    and last day of the year-end pause as (month, day).
    """

    country: str = ""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    pause: tuple[tuple[int, int], tuple[int, int]] | None = ((12, 20), (1, 3))

    def local_day(self, moment: datetime) -> date:
        """The calendar day of a moment where the person lives."""
        return moment.astimezone(self.zone).date()

    def is_paused(self, day: date) -> bool:
        """Whether clocks and follow-ups rest on this day."""
        if self.pause is None:
            return False
        first, last = self.pause
        here = (day.month, day.day)
        return first <= here <= last if first <= last else here >= first or here <= last

    def counts(self, day: date) -> bool:
        """Whether this is a business day."""
        return day.weekday() < 5 and not self.is_paused(day) and day not in _holidays(self.country, day.year)

    def after(self, start: date, number: int) -> date:
        """The day on which the count of business days after ``start`` reaches ``number``."""
        day = start
        while number > 0:
            day += timedelta(days=1)
            if self.counts(day):
                number -= 1
        return day

    def before(self, day: date) -> date:
        """This day if it is a business day, else the last one before it."""
        while not self.counts(day):
            day -= timedelta(days=1)
        return day

    def days_after(self, start: date, number: int) -> date:
        """The day on which the count of calendar days after ``start`` reaches ``number``; paused days do not count."""
        day = start
        while number > 0:
            day += timedelta(days=1)
            if not self.is_paused(day):
                number -= 1
        return day

    def between(self, start: date, end: date) -> int:
        """How many business days lie after ``start``, up to and including ``end``."""
        day, number = start, 0
        while day < end:
            day += timedelta(days=1)
            number += self.counts(day)
        return number


_USUAL_PART = {"GB": "ENG"}
"""What a country means without a subdivision where few holidays are common to all of it: "GB" alone has neither Easter
Monday nor the summer bank holiday."""


@lru_cache(maxsize=256)
def _holidays(country: str, year: int) -> frozenset[date]:
    """Public holidays of a country in a year; an unknown country has none, because guessing would shift every date."""
    if not country:
        return frozenset()
    holidays = _package_of_holidays()
    code, _, subdivision = country.partition("-")
    for part in dict.fromkeys((subdivision or _USUAL_PART.get(code, ""), "")):
        try:
            return frozenset(holidays.country_holidays(code, subdiv=part or None, years=year))
        except NotImplementedError:
            # An unknown part of a known country keeps at least what the whole country keeps.
            continue
    return frozenset()


def _package_of_holidays() -> ModuleType:
    """The package ``holidays``, imported when first asked: a person without a country never pays for it.

    Asked for one country, it would read in the modules of all 250 (50 ms, 8 MB), as the package they lie in names each.
    So that package is made without being run; what lies in it is found in its folder all the same.
    """
    import holidays

    name = "holidays.countries"
    if name not in sys.modules and (found := find_spec(name)) is not None:
        sys.modules[name] = module_from_spec(found)
    return holidays
