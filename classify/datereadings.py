"""Which days a found expression means: a date, a weekday, a week, the end of a month, a span from the day of the mail.

Where a word leaves a choice, the later day is taken, so that nobody is chased too early.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from classify.datetables import BUSINESS, MONTHS, NUMBERS, TODAY, TOMORROW, WEEKDAYS

_PAST_TOLERANCE = timedelta(days=60)
"""A day and month without a year that lies further back than this means next year's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """When and in which language a text was written, and whether its writer puts the month first."""

    sent: date
    language: str
    american: bool


Span = tuple[date, date]
"""First and last day."""


def _iso(match: re.Match[str], setting: Setting) -> Span | None:
    return _exact(int(match["year"]), int(match["month"]), int(match["day"]))


def _numeric(match: re.Match[str], setting: Setting) -> Span | None:
    one, two = int(match["one"]), int(match["two"])
    month_first = match["mark"] == "/" and (two > 12 or (setting.american and setting.language == "en" and one <= 12))
    day, month = (two, one) if month_first else (one, two)
    return _dated(day, month, match["year"], setting)


def _named(match: re.Match[str], setting: Setting) -> Span | None:
    return _dated(int(match["day"]), _month(match, setting), match["year"], setting)


def _month_named(match: re.Match[str], setting: Setting) -> Span | None:
    """A month with or without its part: "early March", "Ende März"."""
    month = _month(match, setting)
    year = setting.sent.year + (month < setting.sent.month)
    first, last = date(year, month, 1), _month_end(year, month)
    match _part(match):
        case "early":
            return first, first.replace(day=10)
        case "middle":
            return first.replace(day=11), first.replace(day=20)
        case _:
            return first, last


def _day_of_month(match: re.Match[str], setting: Setting) -> Span | None:
    """ "the 14th": of this month, or of the next one when it has passed."""
    day, sent = int(match["day"]), setting.sent
    if day < sent.day:
        sent = _month_end(sent.year, sent.month) + timedelta(days=1)
    return _exact(sent.year, sent.month, day)


def _weekday(match: re.Match[str], setting: Setting) -> Span | None:
    number = WEEKDAYS[setting.language][match["weekday"].rstrip(".")]
    modifier = (match["modifier"] or "").strip()
    ahead = (number - setting.sent.weekday()) % 7 or 7
    if modifier in ("next", "naechsten", "naechster", "naechste", "next week", "naechster woche", "naechste woche"):
        ahead = 7 - setting.sent.weekday() + number
    elif modifier in ("this", "today") and number == setting.sent.weekday():
        ahead = 0
    if match["trailing"]:
        ahead = 7 - setting.sent.weekday() + number
    day = setting.sent + timedelta(days=ahead)
    return day, day


def _week(match: re.Match[str], setting: Setting) -> Span | None:
    """ "next week" runs to its Friday, "early next week" to its Wednesday (``silence.md``, rule P)."""
    if not (match["next"] or match["this"] or match["part"]):
        return None
    monday = setting.sent - timedelta(days=setting.sent.weekday())
    if match["next"] or (not match["this"] and setting.sent.weekday() >= 5):
        monday += timedelta(days=7)
    if match["after"]:
        monday += timedelta(days=7)
    last = {"early": 2, "middle": 3}.get(_part(match), 4)
    return monday, max(monday + timedelta(days=last), setting.sent)


def _period_end(match: re.Match[str], setting: Setting) -> Span | None:
    """The end of this or the next month, quarter or year."""
    sent, following = setting.sent, bool(match["next"])
    unit = match["unit"]
    if unit[0] == "y" or unit[:2] in ("ja", "an"):
        year = sent.year + following
        return date(year, 1, 1), date(year, 12, 31)
    month, year = sent.month, sent.year
    if unit[0] in "qt":
        month = (month - 1) // 3 * 3 + 3 + 3 * following
    else:
        month += following
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last = _month_end(year, month)
    match _part(match):
        case "early":
            last = last.replace(day=10)
        case "middle":
            last = last.replace(day=20)
        case _:
            pass
    return min(sent, last), last


def _span(match: re.Match[str], setting: Setting) -> Span | None:
    """ "within two weeks", "in the next 10 working days", "sous 15 jours": the last day of the span."""
    table = NUMBERS[setting.language]
    words = match["upper"] or match["count"]
    unit = match["unit"]
    count = int(words) if words.isdigit() else table.get(words, 0)
    if not count or count > 200:
        return None
    if BUSINESS.search(match.group()):
        return setting.sent, add_business_days(setting.sent, count)
    if unit[0] in "hs" and unit[:3] in ("hou", "stu", "heu", "hor", "std"):
        return setting.sent, setting.sent + timedelta(hours=count)
    if unit[:3] in ("day", "tag", "jou", "dia"):
        days = count
    elif unit[:3] in ("mon", "moi", "mes"):
        days = 30 * count
    elif unit[:3] in ("for", "qui"):
        days = 14 * count
    else:
        days = 7 * count
    return setting.sent, setting.sent + timedelta(days=days)


def add_business_days(start: date, count: int) -> date:
    """The day ``count`` weekdays after ``start``; public holidays are counted elsewhere (rule H)."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _coming(match: re.Match[str], setting: Setting) -> Span | None:
    """ "in the coming days" is read as five days, "weeks" as three."""
    days = 5 if match["unit"][:3] in ("day", "tag", "jou", "dia") else 21
    return setting.sent, setting.sent + timedelta(days=days)


def _fixed_span(match: re.Match[str], setting: Setting) -> Span | None:
    days = {"fortnight": 14, "quinzaine": 15, "huitaine": 8, "quincena": 15}
    return setting.sent, setting.sent + timedelta(days=days[match["fixed"]])


def _relative(match: re.Match[str], setting: Setting) -> Span | None:
    word = match["word"]
    ahead = 1 if word in TOMORROW else 0 if word in TODAY else 2
    day = setting.sent + timedelta(days=ahead)
    return day, day


READERS: dict[str, Callable[[re.Match[str], Setting], Span | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "named": _named,
    "month": _month_named,
    "day of month": _day_of_month,
    "weekday": _weekday,
    "weekday and day": _day_of_month,
    "week": _week,
    "period end": _period_end,
    "span": _span,
    "coming": _coming,
    "fixed span": _fixed_span,
    "relative": _relative,
}


def _part(match: re.Match[str]) -> str:
    word = match["part"] or ""
    if re.match(r"(?:a |the )?(?:earl|begin|start|anfang|debut|principio|comienzo|inicio|primeros)", word):
        return "early"
    return "middle" if re.match(r"(?:a )?(?:mid|mitte|milieu|mi\b|mi-|mediados)", word) else ""


def _month(match: re.Match[str], setting: Setting) -> int:
    return MONTHS[setting.language][match["month"].rstrip(".")]


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _dated(day: int, month: int, year: str | None, setting: Setting) -> Span | None:
    if year:
        return _exact(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = _exact(setting.sent.year, month, day)
    if found and found[0] < setting.sent - _PAST_TOLERANCE:
        return _exact(setting.sent.year + 1, month, day)
    if found and found[0] > setting.sent + timedelta(days=300):
        return _exact(setting.sent.year - 1, month, day)
    return found


def _exact(year: int, month: int, day: int) -> Span | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found
