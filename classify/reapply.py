"""When a rejection would hear from the person again: "no sooner than six months", "in 2027" (``domain.md`` §6.2).

A rare sentence (4 of 152 rejections seen), and one to obey. How long papers are kept, and when *they* may write, look
much alike and are not meant.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from classify.datetables import MONTHS
from classify.datewords import days_in, writes_american_dates
from classify.months import months_after
from classify.reapplywords import AGAIN, HALF, KEPT, MONTHS_IN, NEXT_YEAR, NUMBERS, SEASON, SEASONS, SPANS, YEAR
from classify.sentences import Sentence, sentences
from store.records import NotBefore

_LONGEST_TEXT = 12_000
_LONGEST_WAIT = timedelta(days=3 * 366)
"""A day further off than this is a misread number, not a wish."""
_MONTH = {
    language: re.compile(
        r"(?P<day>\b\d{1,2}(?:st|nd|rd|th|er|\.)? (?:of |de )?)?"
        rf"\b(?P<month>{'|'.join(sorted(names, reverse=True))})\b\.?"
        r"(?: (?:of |de |del )?(?P<year>20\d\d)\b| \d{1,2}\b)?"
    )
    for language, names in MONTHS.items()
}


def not_before(text: str, sent: date, language: str) -> NotBefore | None:
    """The day before which a rejection asks not to be applied to again, with its sentence; the latest one named."""
    language = language if language in AGAIN else "en"
    again, kept = AGAIN[language], KEPT[language]
    found: list[NotBefore] = []
    for sentence in sentences(text[:_LONGEST_TEXT], language):
        if not again.search(sentence.folded) or kept.search(sentence.folded):
            continue
        days = [day for day in _days(sentence, sent, language) if sent < day <= sent + _LONGEST_WAIT]
        if days:
            found.append(NotBefore(max(days), sentence.text))
    return max(found, key=lambda one: one.day, default=None)


def _days(sentence: Sentence, sent: date, language: str) -> Iterator[date]:
    """The first days named; a span counts from the day of the mail."""
    words = sentence.folded
    spans = SPANS[language]
    for match in spans.finditer(words):
        yield _after(match["count"], match["unit"], sent)
    if NEXT_YEAR.search(words):
        yield date(sent.year + 1, 1, 1)
    for match in SEASON.finditer(words):
        month = SEASONS[match["season"]]
        yield date(int(match["year"]) if match["year"] else sent.year + (month <= sent.month), month, 1)
    exact = list(_dates(words, sent, language))
    months = list(_months(words, sent, language))
    yield from (*exact, *months)
    if not (exact or months or SEASON.search(words)):
        for match in YEAR.finditer(words):
            yield date(int(match["year"]), 1, 1)


def _dates(words: str, sent: date, language: str) -> Iterator[date]:
    """Dates with their day; weekdays, weeks and "soon" are no day to wait for."""
    for day in days_in(words, sent, language, american=language == "en" and writes_american_dates(words)):
        named = words[day.start : day.end]
        if day.is_one_day and sum(map(str.isdigit, named)) and (_MONTH[language].search(named) or "." in named):
            yield day.first


def _months(words: str, sent: date, language: str) -> Iterator[date]:
    """Months without a day, in the year behind them or else their next turn."""
    for match in _MONTH[language].finditer(words):
        if match["day"] or not (match["year"] or len(match["month"]) > 3):
            continue
        month = MONTHS[language][match["month"]]
        yield date(int(match["year"]) if match["year"] else sent.year + (month <= sent.month), month, 1)


def _after(count: str, unit: str, sent: date) -> date:
    if HALF.search(count):
        return months_after(sent, 6)
    number = int(count) if count.isdigit() else NUMBERS[count]
    if unit[0] in "ws":
        return sent + timedelta(days=7 * number)
    return months_after(sent, number * MONTHS_IN.get(unit[0], 1))
