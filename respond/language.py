"""What a language brings besides its wordings: dates, greetings, subjects, gaps (``templates/…/words.toml``)."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from store.vocabulary import DraftKind

TEMPLATES = Path(__file__).parent / "templates"
FALLBACK = "en"
LONGEST_SUBJECT = 59
"""Characters; longer subjects are cut off in lists of mail (``domain.md`` §2.1, §2.3)."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words, as read from its file. Tables are pairs, so that the value stays hashable."""

    code: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    subjects: tuple[tuple[str, tuple[str, ...]], ...]

    def word(self, key: str, **slots: str) -> str:
        """The phrase under a dotted key ("gap.times"), its slots filled in."""
        return dict(self.words)[key].format(**slots)

    def word_for(self, key: str, *, informal: bool) -> str:
        """The phrase under a key, in its familiar form where ``informal`` and the language has one."""
        words = dict(self.words)
        return words.get(f"{key}_informal", words[key]) if informal else words[key]

    def role(self, role: str, company: str) -> str:
        """The role as a noun phrase with its article; ``company`` is left out where empty.

        French "de" loses its vowel before another ("d’Analyste"): ``elides_before`` says where.
        """
        elides = dict(self.words).get("elides_before", "")
        form = "unnamed" if not role else "elided" if elides and re.match(elides, role) else "named"
        return self.word(f"role.{form}" + ("_at" if company else ""), role=role, company=company)

    def day(self, day: date, today: date) -> str:
        """A date in words; with its year when it is more than half a year away."""
        near = abs((day - today).days) < 183
        return self.word(
            "day" if near else "day_with_year",
            weekday=self.weekdays[day.weekday()],
            day=dict(self.words).get("first_of_month", "1") if day.day == 1 else str(day.day),
            month=self.months[day.month - 1],
            year=str(day.year),
        )

    def moment(self, start: datetime, today: date, *, twelve_hours: bool = False) -> str:
        """Date and wall time of ``start`` in the zone it carries, with the zone's name and offset."""
        weekday = self.weekdays[start.weekday()]
        time = self.time(start, twelve_hours=twelve_hours)
        return self.word("moment", day=self.day(start.date(), today), weekday=weekday, time=time)

    def window(self, start: datetime, end: datetime, today: date, *, twelve_hours: bool = False) -> str:
        """A free window in words, without its zone: that is named once for all windows."""
        return self.word(
            "window",
            day=self.day(start.date(), today),
            weekday=self.weekdays[start.weekday()],
            start=self._clock(start, twelve_hours, bare=True),
            end=self._clock(end, twelve_hours, bare=True),
        )

    def _clock(self, at: datetime, twelve_hours: bool, *, bare: bool = False) -> str:
        """Hour and minute; ``bare`` leaves out what the language says behind them ("Uhr")."""
        words = dict(self.words)
        if twelve_hours and "clock_of_twelve" in words:
            half = "am" if at.hour < 12 else "pm"
            return self.word("clock_of_twelve", hour=str(at.hour % 12 or 12), minute=f"{at.minute:02d}", half=half)
        form = words["clock"]
        form = form[: form.index("{minute}") + len("{minute}")] if bare else form
        return form.format(hour=f"{at.hour:02d}", minute=f"{at.minute:02d}")

    def time(self, start: datetime, *, twelve_hours: bool = False) -> str:
        """The wall time of ``start`` with the name and offset of the zone it carries."""
        words = dict(self.words)
        clock = self._clock(start, twelve_hours)
        name, offset = start.tzname() or "", offset_of(start)
        # Fixed offsets call themselves "UTC+01:00" and some zones "+03": those names say no more than the offset.
        if not name.isalpha() or name == offset:
            return f"{clock} {offset}"
        return f"{clock} {words.get(f'zone.{name}', name)} ({offset})"

    def zone_name(self, zone: str, at: datetime) -> str:
        """The name of the zone times are given in; ``at`` is aware in that zone and decides on summer time."""
        return self.word("zone_name", zone=zone.replace("_", " "), offset=offset_of(at))

    def subject(self, kind: DraftKind, role: str, name: str) -> str:
        """The subject of a new mail: the fullest form that stays under sixty characters."""
        forms = dict(self.subjects)[kind.value]
        for form in forms:
            if ("{role}" in form and not role) or ("{name}" in form and not name):
                continue
            subject = form.format(role=role, name=name)
            if len(subject) <= LONGEST_SUBJECT:
                return subject
        return _cut(forms[-1].format(role=role, name=name).strip(" –"))


def offset_of(at: datetime) -> str:
    """The UTC offset of an aware time as people write it: "UTC", "UTC+1", "UTC-3:30"."""
    seconds = int((at.utcoffset() or timedelta()).total_seconds())
    hours, minutes = divmod(abs(seconds) // 60, 60)
    if not hours and not minutes:
        return "UTC"
    return f"UTC{'-' if seconds < 0 else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")


def has_language(code: str) -> bool:
    """Whether there are wordings in this language."""
    return code.isalpha() and (TEMPLATES / code / "words.toml").is_file()


@cache
def language(code: str) -> Language:
    """The words of a language that ``has_language``."""
    raw = tomllib.loads((TEMPLATES / code / "words.toml").read_text("utf-8"))
    words: list[tuple[str, str]] = []
    for key, value in raw.items():
        if isinstance(value, str):
            words.append((key, value))
        elif isinstance(value, dict) and key != "subject":
            words.extend((f"{key}.{name}", text) for name, text in value.items())
    return Language(
        code=code,
        weekdays=tuple(raw["weekdays"]),
        months=tuple(raw["months"]),
        words=tuple(words),
        subjects=tuple((kind, tuple(forms)) for kind, forms in raw["subject"].items()),
    )


def _cut(text: str) -> str:
    if len(text) <= LONGEST_SUBJECT:
        return text
    return text[:LONGEST_SUBJECT].rsplit(" ", 1)[0].rstrip(" ,–-")
