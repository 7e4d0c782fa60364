"""Days that a mail fixes: when they promise an answer, when applications close, when the person's work is due.

Only what they promise of themselves is a promise; what is asked of the person, when a job starts, and what hangs on a
condition is not (``silence.md``, rule P).
"""

import re
from collections.abc import Iterator
from datetime import date

from classify.datewords import Day, days_in, writes_american_dates
from classify.folding import folded
from classify.pieces import Guarded
from classify.promisewords import ANSWER, ASKED, CLOSING, CONDITION, DUE, NOT_A_PROMISE, RESULT
from classify.sentences import Sentence, sentences
from store.records import Promise

_DIGIT = re.compile(r"\d")
_DAY = Guarded(
    r"\b(?:week|fortnight|month|day|tomorrow|today|tonight|eod|cob|woche|tag|monat|morgen|heute|semaine|jour|mois|"
    r"demain|quinzaine|huitaine|semana|dia|manana|hoy|mes|\w+(?:day|tag|di)\b|mittwoch|sonnabend|lunes|martes|"
    r"miercoles|"
    r"jueves|viernes|january|february|march|april|may|june|july|august|september|october|november|december|januar|"
    r"februar|maerz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|"
    r"decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_GERMAN_DATE_ENDS = re.compile(r"\b\d{1,2}\.\d{1,2}\.$")
_GERMAN_DAY_ENDS = re.compile(r"\b\d{1,2}\.$")
_GERMAN_MONTH_BEGINS = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
_NEAR = 60
"""Characters between an answer's verb and its day in the same sentence."""


def promise_of(text: str, sent: date, language: str) -> Promise | None:
    """The day by which they say they will answer or decide; ``due`` is the last day of the span they name."""
    found = [
        Promise(day.last, sentence.text)
        for sentence in _telling(text, language)
        if (day := _promised_day(sentence, text, sent, language)) is not None
    ]
    return max(found, key=lambda promise: promise.due, default=None)


def closing_date_of(text: str, sent: date, language: str) -> date | None:
    """The day on which applications for the job close."""
    return _day_after(CLOSING, text, sent, language, behind=45)


def due_of(text: str, sent: date, language: str) -> date | None:
    """The day by which the person's test or answer is wanted."""
    return _day_after(DUE, text, sent, language, behind=70)


def _telling(text: str, language: str) -> Iterator[Sentence]:
    """Sentences that may name a day and do not hang on a condition."""
    condition = CONDITION.get(language, CONDITION["en"])
    for sentence in _whole_sentences(text, language):
        words = sentence.folded
        if (_DIGIT.search(words) or _DAY.search(words)) and not condition.search(words):
            yield sentence


def _whole_sentences(text: str, language: str) -> Iterator[Sentence]:
    """Sentences, those joined again that were cut behind a German date ("bis zum 15.03. erhalten Sie …")."""
    held: Sentence | None = None
    for sentence in sentences(text, language):
        if held is not None:
            joins = (sentence.text[:1].islower() and _GERMAN_DATE_ENDS.search(held.text)) or (
                _GERMAN_MONTH_BEGINS.match(sentence.text) and _GERMAN_DAY_ENDS.search(held.text)
            )
            if joins:
                sentence = Sentence(f"{held.text} {sentence.text}", held.start, f"{held.folded} {sentence.folded}")
            else:
                yield held
        held = sentence
    if held is not None:
        yield held


def _promised_day(sentence: Sentence, text: str, sent: date, language: str) -> Day | None:
    words = sentence.folded
    answers = ANSWER.get(language, ANSWER["en"])
    verbs = list(answers.finditer(words))
    results = list(RESULT.get(language, RESULT["en"]).finditer(words))
    if not (verbs or results) or NOT_A_PROMISE.get(language, NOT_A_PROMISE["en"]).search(words):
        return None
    days = [day for day in _days(sentence, text, sent, language) if day.last >= sent]
    asked = ASKED.get(language, ASKED["en"])
    best: tuple[int, Day] | None = None
    for day in days:
        if asked.search(words, 0, day.start) and not _is_after(words, day, verbs, asked):
            continue
        distance = min(_distance(match, day) for match in (*verbs, *results))
        if distance <= _NEAR and (best is None or distance < best[0]):
            best = (distance, day)
    return best[1] if best else None


def _is_after(words: str, day: Day, verbs: list[re.Match[str]], asked: re.Pattern[str]) -> bool:
    """Whether their own promise stands between what they ask of the person and the day."""
    last = max((match.end() for match in asked.finditer(words, 0, day.start)), default=0)
    return any(last <= match.start() <= day.start for match in verbs)


def _distance(match: re.Match[str], day: Day) -> int:
    """Characters between; a day behind the verb is nearer than one before it or in the midst of its words, as in "we
    are seeing people all week and will let you know by Friday"."""
    if day.start >= match.end():
        return day.start - match.end()
    before = match.start() - day.end
    return (before if before > 0 else max(match.end() - day.end, 0)) + _NEAR // 3


def _day_after(table: dict[str, re.Pattern[str]], text: str, sent: date, language: str, *, behind: int) -> date | None:
    """The first day named within ``behind`` characters after a phrase of ``table``."""
    phrases = table.get(language, table["en"])
    carried = False
    for sentence in _whole_sentences(text, language):
        match = phrases.search(sentence.folded)
        start = match.end() if match else 0
        if match is None and not carried:
            continue
        carried = match is not None and match.end() >= len(sentence.folded) - 2
        for day in _days(sentence, text, sent, language):
            if start - 1 <= day.start <= start + behind or (match and match.start() <= day.start <= start):
                return day.last
    return None


def _days(sentence: Sentence, text: str, sent: date, language: str) -> tuple[Day, ...]:
    """The days in a sentence of ``text``; only where one is written with a stroke, it matters how the writer does."""
    is_american = language == "en" and "/" in sentence.folded and writes_american_dates(folded(text[:4000], "en"))
    return days_in(sentence.folded, sent, language, american=is_american)
