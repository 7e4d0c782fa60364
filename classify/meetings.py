"""Interviews a mail names: from its calendar parts, else from the dates and times of its text."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from classify.clocktimes import Clock, clocks_in, zone_named
from classify.datewords import Day, days_in, writes_american_dates
from classify.folding import folded
from classify.meetingwords import (
    CALLED_OFF,
    CONFIRMS,
    FINAL,
    LEAVES_DATE,
    MEETS,
    NOT_A_SLOT,
    PANEL,
    PLACE,
    SCREENING,
)
from classify.wantwords import ASKS_CONFIRMATION
from store.records import CalendarEvent, Interview, Message

_READ = 5_000
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")
_JOINED = re.compile(r"[ ,(-]*(?:(?:on|this|next|am|le|el|del?|of) )?(?:(?:the|dem|den|el|le) )?(?:\w{3,10},? )?")
_APART = 48
"""Characters between a day and a time that belong together."""


@dataclass(frozen=True, slots=True)
class _Slot:
    start: datetime
    end: datetime | None
    at: int


def interviews_of(message: Message, text: str, language: str, zone: ZoneInfo) -> tuple[Interview, ...]:
    """The interviews offered, fixed or called off; one without a start where no time is told.

    Times are aware in the zone they were written in, else in ``zone``, the person's own.
    """
    plain = folded(f"{message.subject}\n{text[:_READ]}", language)
    stage = _stage_told(message.subject, text, language)
    confirmed = CONFIRMS.search(plain) is not None and ASKS_CONFIRMATION.search(plain) is None
    from_calendar = [
        _of_event(event, stage, zone, confirmed=confirmed)
        for event in message.calendar
        if event.start is not None and event.method.upper() != "REPLY" and not event.all_day
    ]
    if from_calendar:
        return (*from_calendar, *_offered_instead(from_calendar, message, text, language, zone, stage))
    place = _place(text)
    off = CALLED_OFF.search(plain) is not None
    slots = _slots(message, text, language, zone)
    if not slots or (off and all(_was_planned(plain, slot.at) for slot in slots)):
        start, end = (slots[0].start, slots[0].end) if slots else (None, None)
        return (Interview(start, end, stage, place, cancelled=off, confirmed=confirmed and not off and bool(slots)),)
    alone = len(slots) == 1
    return tuple(Interview(slot.start, slot.end, stage, place, confirmed=confirmed and alone) for slot in slots)


def _offered_instead(
    from_calendar: list[Interview], message: Message, text: str, language: str, zone: ZoneInfo, stage: str
) -> tuple[Interview, ...]:
    """The times a mail that takes a calendar entry back proposes in its words: "would Friday at 9 work instead?"."""
    if not all(each.cancelled for each in from_calendar) or "?" not in text:
        return ()
    off = {each.start for each in from_calendar}
    slots = _slots(replace(message, subject=""), text, language, zone)
    return tuple(Interview(slot.start, slot.end, stage) for slot in slots if slot.start not in off)


def named_in_passing(message: Message, text: str, language: str, zone: ZoneInfo) -> tuple[Interview, ...]:
    """The interviews of an answer that is no clear invitation: only a time told, or one called off, counts."""
    if not MEETS.search(folded(f"{message.subject}\n{text[:_READ]}", language)):
        return ()
    found = interviews_of(message, text, language, zone)
    return tuple(each for each in found if each.cancelled or each.start is not None)


def _of_event(event: CalendarEvent, stage: str, zone: ZoneInfo, *, confirmed: bool) -> Interview:
    """A VEVENT; its wall time is kept in its own zone (``design.md`` §3)."""
    own = _zone_of(event.zone, zone)
    assert event.start is not None
    cancelled = event.method.upper() == "CANCEL" or event.status == "CANCELLED"
    return Interview(
        start=event.start.astimezone(own),
        end=event.end.astimezone(own) if event.end else None,
        stage=stage if stage != "interviewing" else _stage(folded(event.summary, "en")),
        place=" ".join(event.location.split())[:200],
        uid=event.uid,
        cancelled=cancelled,
        confirmed=confirmed and not cancelled,
    )


def _zone_of(name: str, default: ZoneInfo) -> tzinfo:
    if offset := _OFFSET.fullmatch(name):
        shift = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(-shift if offset[1] == "-" else shift)
    if name in ("", "UTC"):
        return UTC if name else default
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # an unknown name: the instant is right all the same
        return default


def _stage_told(subject: str, text: str, language: str) -> str:
    """The step a mail is about; the subject of a conversation stays while the conversation goes on."""
    body = folded(text[:_READ], language)
    told = _stage(body)
    if told != "interviewing" or PANEL.search(body):
        return told
    return _stage(folded(subject, language))


def _stage(plain: str) -> str:
    if FINAL.search(plain):
        return "final"
    return "screening" if SCREENING.search(plain) else "interviewing"


def _place(text: str) -> str:
    """What a "Where", "Location" or "Join" line says."""
    found = PLACE.search(text[:_READ])
    if not found:
        return ""
    value = " ".join((found["same"] or found["next"] or "").split()).strip(" .,-–")
    link = re.search(r"https?://([\w.-]+)", value)
    return link[1] if link else value[:120]


def _slots(message: Message, text: str, language: str, zone: ZoneInfo) -> list[_Slot]:
    """Every day with a clock time, in the order of the text; the subject is asked only where the body has none."""
    sent = message.date.astimezone(zone).date()
    for part in (text[:_READ], message.subject):
        plain = folded(part.replace("\n", " \u2028 "), language)
        found = _paired(plain, sent, language, zone)
        ahead = [slot for slot in found if slot.start >= message.date]
        if ahead:
            return _standing(ahead, plain)
    return []


def _paired(plain: str, sent: date, language: str, zone: ZoneInfo) -> list[_Slot]:
    """Times joined with their days: the day before them, or the one right behind."""
    american = language == "en" and "/" in plain and writes_american_dates(plain)
    days = [day for day in days_in(plain, sent, language, american=american) if day.is_one_day]
    whole = zone_named(plain, language)
    slots: list[_Slot] = []
    for clock in clocks_in(plain, language):
        day = _day_of(clock, days, plain)
        if day is None:
            continue
        at = min(clock.start, day.start)
        if NOT_A_SLOT.search(plain[max(0, at - 28) : at]):
            continue
        own = zone_named(plain[clock.end : clock.end + 24], language) or whole or zone
        start = datetime.combine(day.first, clock.at, own)
        end = datetime.combine(day.first, clock.until, own) if clock.until else None
        if all(slot.start != start for slot in slots):
            slots.append(_Slot(start, end if end and end > start else None, at))
    return slots


def _day_of(clock: Clock, days: list[Day], plain: str) -> Day | None:
    before = [day for day in days if day.end <= clock.start]
    after = [day for day in days if day.start >= clock.end]
    last = before[-1] if before else None
    following = after[0] if after else None
    gap_before = clock.start - last.end if last else 10_000
    gap_after = following.start - clock.end if following else 10_000
    if following and gap_after < gap_before and _JOINED.fullmatch(plain[clock.end : following.start]):
        return following
    if last and gap_before <= 2 * _APART:
        return last
    return following if following and gap_after <= _APART else None


def _standing(slots: list[_Slot], plain: str) -> list[_Slot]:
    """Without the times that are given up where others stand: "moved from Tuesday to Thursday"."""
    kept = [slot for slot in slots if not _was_planned(plain, slot.at)]
    return kept or slots


def _was_planned(plain: str, at: int) -> bool:
    before = plain[max(0, at - 40) : at]
    return LEAVES_DATE.search(before) is not None
