"""When the person is free to talk: weekly windows, less busy days and known interviews; and the next few to offer.

Pure. Proposed are only windows the person gave themselves (``domain.md`` §2.3 R6): the coming ten business days, at
least one business day ahead, with an hour kept around every interview.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from classify.bookings import displaced_by, end_of, start_of
from classify.timeline import in_order
from classify.workdays import Workdays
from store.records import Event
from store.vocabulary import EventKind

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEAST, MOST = 2, 3
"""How many windows are offered: two to four are advised (``domain.md`` §2.3 R6), and three keep the mail short."""
AHEAD = 10
"""Business days within which windows are offered."""
AROUND = timedelta(hours=1)
"""Kept free before and after an interview."""
SHORTEST = timedelta(hours=1)
_WEEKLY = re.compile(r"(?P<day>[a-z]{3})[a-z]* +(?P<start>\d{1,2}:\d{2}) *[-–] *(?P<end>\d{1,2}:\d{2})", re.IGNORECASE)
_QUARTER = timedelta(minutes=15)
_ENDING = (EventKind.REJECTED, EventKind.WITHDREW, EventKind.CLOSED)
BINDING = (EventKind.BOOKED, EventKind.CANCELLED, *_ENDING)
"""The events that tell when somebody is engaged."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """A window that is free every week; ``weekday`` 0 is Monday, times are the person's wall time."""

    weekday: int
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class FreeTime:
    """What the person told of their week."""

    weekly: tuple[Weekly, ...] = ()
    busy_days: tuple[date, ...] = ()

    def on(self, weekday: int) -> tuple[Weekly, ...]:
        """The windows of a weekday in their order; what overlaps or touches is one window, told in two parts."""
        joined: list[Weekly] = []
        for each in sorted((one for one in self.weekly if one.weekday == weekday), key=lambda one: one.start):
            if joined and each.start <= joined[-1].end:
                joined[-1] = replace(joined[-1], end=max(joined[-1].end, each.end))
            else:
                joined.append(each)
        return tuple(joined)


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, both aware."""

    start: datetime
    end: datetime


_NO_CALENDAR = Workdays("", ZoneInfo("UTC"), None)


@dataclass(frozen=True, slots=True)
class Diary:
    """The free time of a person together with their calendar and the interviews known of other applications."""

    free: FreeTime = field(default_factory=FreeTime)
    engaged: tuple[Span, ...] = ()
    workdays: Workdays = _NO_CALENDAR

    def is_engaged(self, start: datetime, end: datetime) -> bool:
        """Whether an interview lies there or less than an hour away."""
        return any(start < each.end + AROUND and end > each.start - AROUND for each in self.engaged)

    def is_free(self, start: datetime, end: datetime) -> bool:
        """Whether the whole time lies in a free window, on no busy day and on top of no interview."""
        here, there = start.astimezone(self.workdays.zone), end.astimezone(self.workdays.zone)
        if here.date() in self.free.busy_days or here.date() != there.date() or self.is_engaged(start, end):
            return False
        windows = self.free.on(here.weekday())
        return any(each.start <= here.time() and there.time() <= each.end for each in windows)

    def next_windows(self, now: datetime) -> tuple[Span, ...]:
        """Two or three windows in the days to come, on different days where there are some; else none.

        All have the same offset from UTC, so that one name of the zone holds for them.
        """
        by_offset: dict[timedelta | None, list[Span]] = defaultdict(list)
        for span in self._windows(now):
            by_offset[span.start.utcoffset()].append(span)
        return next((_spread(spans) for spans in by_offset.values() if len(spans) >= LEAST), ())

    def _windows(self, now: datetime) -> Iterator[Span]:
        zone = self.workdays.zone
        here = now.astimezone(zone)
        day = here.date()
        for number in range(AHEAD):
            day = self.workdays.after(day, 1)
            if day in self.free.busy_days:
                continue
            earliest = datetime.combine(day, here.time(), zone) if number == 0 else datetime.combine(day, time(), zone)
            for each in self.free.on(day.weekday()):
                start = max(datetime.combine(day, each.start, zone), earliest)
                yield from self._left_of(Span(start, datetime.combine(day, each.end, zone)))

    def _left_of(self, window: Span) -> Iterator[Span]:
        """What interviews leave of a window, on quarters of an hour, where it is long enough."""
        left = [window]
        for taken in self.engaged:
            before, after = taken.start - AROUND, taken.end + AROUND
            left = [
                part
                for each in left
                for part in (Span(each.start, min(each.end, before)), Span(max(each.start, after), each.end))
            ]
        for each in dict.fromkeys(left):
            start = _up(each.start.astimezone(self.workdays.zone))
            end = _down(each.end.astimezone(self.workdays.zone))
            if end - start >= SHORTEST:
                yield Span(start, end)


def weekly_of(text: str) -> Weekly:
    """Reads "tue 09:00-12:00". Raises ``ValueError`` naming the form."""
    found = _WEEKLY.fullmatch(text.strip())
    words = "must be a weekday and two times such as 'tue 09:00-12:00'"
    if found is None or found["day"].lower() not in WEEKDAYS:
        raise ValueError(words)
    try:
        start, end = (time.fromisoformat(each.zfill(5)) for each in (found["start"], found["end"]))
    except ValueError as error:
        raise ValueError(words) from error
    if start >= end:
        raise ValueError("must end later than it begins, such as 'tue 09:00-12:00'")
    return Weekly(WEEKDAYS.index(found["day"].lower()), start, end)


def engaged_by(events: Iterable[Event], now: datetime) -> tuple[Span, ...]:
    """The interviews that stand and are still ahead, of the applications these events are of."""
    standing: dict[int, list[Event]] = defaultdict(list)
    for event in in_order(each for each in events if each.at <= now):
        booked = standing[event.application_id]
        if event.kind in (EventKind.BOOKED, EventKind.CANCELLED):
            displaced = displaced_by(booked, event)
            booked[:] = [each for each in booked if each not in displaced]
            if event.kind is EventKind.BOOKED:
                booked.append(event)
        elif event.kind in _ENDING:
            booked.clear()
    ahead = (Span(start_of(each), end_of(each)) for listed in standing.values() for each in listed)
    return tuple(sorted((each for each in ahead if each.end > now), key=lambda one: (one.start, one.end)))


def _spread(windows: list[Span]) -> tuple[Span, ...]:
    """The first of each day; a second of a day only where there are too few days."""
    first: dict[date, Span] = {}
    for each in windows:
        first.setdefault(each.start.date(), each)
    chosen = list(first.values())[:MOST]
    if len(chosen) < LEAST:
        chosen += [each for each in windows if each not in chosen][: LEAST - len(chosen)]
    return tuple(sorted(chosen, key=lambda one: one.start))


def _up(moment: datetime) -> datetime:
    whole = _down(moment)
    return whole if whole == moment else whole + _QUARTER


def _down(moment: datetime) -> datetime:
    return moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)
