"""When approved drafts go out, given when each may and how many may leave in any 24 hours. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from store.noted import Draft

DAY = timedelta(days=1)
"""What ``most_per_day`` is counted over."""


@dataclass(frozen=True, slots=True)
class Departure:
    """When an approved draft goes out; whether it waits for a business day, or for room under the most of a day."""

    at: datetime
    rests: bool
    is_full: bool


def spread_over_days(
    outgoing: Iterable[tuple[Draft, datetime]],
    sent: Iterable[datetime],
    most: int,
    free_from: Callable[[Draft, datetime], datetime],
) -> dict[int, Departure]:
    """When each draft goes, given from when on it may, what was sent already, and the most for any 24 hours. Pure."""
    times = sorted(sent)
    goes: dict[int, Departure] = {}
    for draft, ready in outgoing:
        moment, is_full = free_from(draft, ready), False
        rests = moment > ready
        while len(within := [each for each in times if moment - DAY < each <= moment]) >= most:
            is_full = True
            moment = free_from(draft, within[-most] + DAY)
        goes[draft.id] = Departure(moment, rests, is_full)
        times = sorted([*times, moment])
    return goes
