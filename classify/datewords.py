"""Days named in running text: a small grammar of dates, weekdays and periods in four languages.

It reads folded text (``classify/folding.py``) and knows nothing of what a day stands for; promises, deadlines and
interviews ask it. Where a word leaves a choice, the later day is taken, so that nobody is chased too early.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from classify.datereadings import READERS, Setting
from classify.datetables import PATTERNS

_AMERICAN = re.compile(
    r"\$\s?\d|\b(?:e[sd]?t|p[sd]?t|c[sd]t|m[sd]t|eastern|pacific)\b(?: time)?|[ap]m (?:central|mountain)\b|"
    r"\bresumes?\b|\b[a-z]{2} \d{5}\b|\bzip "
    r"code\b"
)
_FURTHEST = timedelta(days=3_660)
"""Days further off are no promise and no appointment, and counting on from them may leave the calendar."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day or span of days named at ``[start, end)`` of the text; ``last`` is the day by which it is over."""

    first: date
    last: date
    start: int
    end: int

    @property
    def is_one_day(self) -> bool:
        """Whether a single day is meant, not a week or a month."""
        return self.first == self.last


def days_in(folded: str, sent: date, language: str, *, american: bool = False) -> tuple[Day, ...]:
    """All days named in ``folded``, in order of their place; of two that overlap the longer one counts."""
    setting = Setting(sent, language if language in PATTERNS else "en", american)
    found = sorted(_candidates(folded, setting), key=lambda day: (day.start, day.start - day.end))
    kept: list[Day] = []
    for day in found:
        if kept and day.start < kept[-1].end:
            if day.end - day.start > kept[-1].end - kept[-1].start:
                kept[-1] = day
            continue
        kept.append(day)
    return tuple(_without_doubled_weekdays(kept, folded))


def writes_american_dates(folded: str) -> bool:
    """Whether 3/4 is the fourth of March to the writer: dollars, American zones and words say so."""
    return _AMERICAN.search(folded) is not None


def _without_doubled_weekdays(days: list[Day], folded: str) -> Iterator[Day]:
    """Drops a weekday that only announces or repeats the date beside it ("Friday, 14 March")."""
    for index, day in enumerate(days):
        if day.is_one_day and not _has_digit(folded, day):
            after = days[index + 1] if index + 1 < len(days) else None
            if after and after.is_one_day and _is_beside(folded[day.end : after.start]) and _has_digit(folded, after):
                continue
            before = days[index - 1] if index else None
            if before and _is_beside(folded[before.end : day.start]) and before.first.weekday() == day.first.weekday():
                continue
        yield day


def _has_digit(folded: str, day: Day) -> bool:
    return any(sign.isdigit() for sign in folded[day.start : day.end])


def _is_beside(between: str) -> bool:
    return re.fullmatch(r"[ ,(]*(?:the|den|dem|der|le|el|dia)?[ ,(-]*", between) is not None


def _candidates(folded: str, setting: Setting) -> Iterator[Day]:
    for name, pattern in PATTERNS[setting.language]:
        read = READERS[name]
        for match in pattern.finditer(folded):
            try:
                span = read(match, setting)
            except (OverflowError, ValueError):  # beyond the calendar's last year
                continue
            if span is not None and abs(span[1] - setting.sent) < _FURTHEST:
                yield Day(span[0], span[1], match.start(), match.end())
