"""From where the applications are looked at: the moment, the person's calendar and limits. Imports little by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from classify.chanceprior import ChancePrior
from classify.limits import Limits

if TYPE_CHECKING:
    from classify.workdays import Workdays

FORMAT = 4
"""Counts up whenever a rule of ``classify`` or ``respond`` would make another thing of the same facts."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a look at the applications depends on besides the store."""

    now: datetime
    zone: ZoneInfo
    country: str
    pause: tuple[tuple[int, int], tuple[int, int]] | None
    limits: Limits
    own_addresses: frozenset[str]
    expected: ChancePrior = field(default_factory=ChancePrior)
    follow_up_below: float = 0.0
    """Below which chance of an answer a first follow-up falls due; 0 leaves it to ``limits``."""

    def days_ago(self, days: int) -> datetime:
        """The moment that many days before now."""
        return self.now - timedelta(days=days)

    def workdays(self, country: str) -> "Workdays":
        """The employer's calendar where its country is known, else the person's (rule H)."""
        # A listing of what was kept asks for no calendar, and does not wait for the tables of countries.
        from classify.country import with_region
        from classify.workdays import Workdays

        return Workdays(with_region(country, self.country), self.zone, self.pause)


def mark_of(value: object) -> str:
    """A short mark that differs where any part of the value does; the moment of an outlook is none."""
    return sha256(repr((FORMAT, _plain(value))).encode()).hexdigest()[:16]


def _plain(value: object) -> object:
    if isinstance(value, ZoneInfo):
        return value.key
    if is_dataclass(value):
        left_out = {"now"} if isinstance(value, Outlook) else set()
        return tuple(
            (each.name, _plain(getattr(value, each.name))) for each in fields(value) if each.name not in left_out
        )
    if isinstance(value, Mapping):
        return tuple(sorted((str(key), repr(_plain(each))) for key, each in value.items()))
    if isinstance(value, frozenset | set):
        return tuple(sorted(repr(_plain(each)) for each in value))
    if isinstance(value, tuple | list):
        return tuple(_plain(each) for each in value)
    if isinstance(value, date | timedelta):
        return value.isoformat() if isinstance(value, date) else value.total_seconds()
    return repr(value)
