"""Reads the mails of the story from ``mails/*.txt``: a few fields, an empty line, the words.

A mail begins with ``@@ key``. ``at`` is week and weekday of the story with the wall time in London ("3.mon 10:20").
A mail without ``from`` is one that Robin sent. ``re`` names the mail it answers.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/London")
FIRST_DAY = date(2026, 3, 2)
"""The Monday on which the story begins when it is not shifted."""

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MARK = "@@ "
_DATE = re.compile(r"\{date:(\d+\.[a-z]{3})(?::(short|month))?\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One mail as it is written down: its key, its fields and its words, dates still open."""

    key: str
    fields: dict[str, str]
    words: str

    def get(self, field: str) -> str:
        """A field's value, or an empty string."""
        return self.fields.get(field, "")

    @property
    def is_sent(self) -> bool:
        """Whether Robin wrote it."""
        return "from" not in self.fields and "raw" not in self.fields


@cache
def entries() -> tuple[Entry, ...]:
    """All mails of the story, in order of time."""
    folder = files("heardback.demo") / "mails"
    found = [
        entry
        for file in sorted(folder.iterdir(), key=lambda each: each.name)
        if file.name.endswith(".txt")
        for entry in _entries_of(file.read_text(encoding="utf-8"))
    ]
    return tuple(sorted(found, key=lambda entry: (moment(entry.get("at"), timedelta(0)), entry.key)))


def moment(words: str, shift: timedelta) -> datetime:
    """ "3.mon 10:20" as an aware time on London's wall clock, ``shift`` (whole weeks) later."""
    day, _, clock = words.partition(" ")
    return datetime.combine(_day(day, shift), time.fromisoformat(clock), ZONE)


def dated(words: str, shift: timedelta) -> str:
    """Puts the dates in: ``{date:4.tue}`` becomes "Tuesday 24 March", ``:short`` leaves the weekday out."""
    return _DATE.sub(lambda found: _in_words(_day(found[1], shift), found[2] or ""), words)


def _day(words: str, shift: timedelta) -> date:
    week, _, day = words.partition(".")
    return FIRST_DAY + shift + timedelta(weeks=int(week) - 1, days=_DAYS.index(day))


def _in_words(day: date, form: str) -> str:
    if form == "month":
        return f"{day:%B}"
    short = f"{day.day} {day:%B}"
    return short if form == "short" else f"{day:%A} {short}"


def _entries_of(text: str) -> list[Entry]:
    pieces = re.split(rf"(?m)^{_MARK}", text)[1:]  # what stands before the first mark is a note to readers
    return [_entry(piece) for piece in pieces]


def _entry(piece: str) -> Entry:
    head, _, words = piece.partition("\n\n")
    key, *lines = head.strip().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    return Entry(key, fields, words.strip())
