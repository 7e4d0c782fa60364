"""Times of day and zone names in folded text: "14:30", "2 pm", "um 9 Uhr", "à 14h30", "noon", "CET", "London time"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

_UNTIL = r"(?: ?(?:-|to|until|till|bis|a|and|und|et|y) ?(?:las |um )?"
_STREET = (
    r"(?:street|road|st|rd|lane|court|square|place|avenue|way|close|row|yard|gardens|terrace|house|mews|quay|wharf|"
    r"drive|hill|park|crescent|parade|walk|gate|buildings?|floor)"
)
_NO_STREET = r"(?:on|in|at|and|or|with|for|by|to|the|if|via|please|our|your|is|next|this)"
"""Words that make the number before them a house number: "at 4 Weavers' Court"."""
_PATTERNS: dict[str, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(
            r"(?<![\d$£€.:/])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m?\.?(?![a-z]))?"
            rf"{_UNTIL}(?P<hour2>\d{{1,2}})(?:[:.](?P<minute2>[0-5]\d))? ?(?P<half2>[ap]\.?m\.?)(?![a-z]))"
        ),
        re.compile(r"(?<![\d$£€.:/])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\.?)(?![a-z])"),
        re.compile(
            rf"(?<![\d$£€.:/])(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?![\d:])(?:{_UNTIL}(?P<hour2>[012]?\d):(?P<minute2>[0-5]\d)(?!\d)))?"
        ),
        re.compile(
            r"\b(?:at|from) (?P<hour>\d{1,2})(?:\.(?P<minute>[0-5]\d))?(?: o'?clock)?(?![\d:.%/]|\d| ?(?:st|"
            r"nd|rd|th|minutes|mins|people|days|weeks|years|hours|[a-z]+(?:'s|s') |"
            rf"(?:(?!{_NO_STREET}\b)[a-z'-]+ ){{1,3}}{_STREET}\b))\b"
        ),
        re.compile(r"\b(?P<hour>\d{1,2}) o'?clock\b"),
        re.compile(r"(?:day,?|\bat|\bor|\band|\btime:?) (?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?![\d%.])"),
        re.compile(r"\b(?P<word>noon|midday)\b"),
    ),
    "de": (
        re.compile(
            rf"(?<![\d.:/])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))? "
            rf"?(?:uhr)?{_UNTIL}(?P<hour2>\d{{1,2}})(?:[:.](?P<minute2>[0-5]\d))?) ?(?:uhr|h\b)"
        ),
        re.compile(
            r"(?<![\d.:/])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?:uhr\b(?: "
            r"?(?P<minute3>[0-5]\d)\b(?! ?[.:]))?|h\b)"
        ),
        re.compile(
            rf"(?<![\d.:/])(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?![\d:])(?:{_UNTIL}(?P<hour2>[012]?\d):(?P<minute2>[0-5]\d)(?!\d)))?"
        ),
    ),
    "fr": (
        re.compile(
            rf"(?<![\d.:/])(?P<hour>\d{{1,2}}) ?h(?:eures?)? "
            rf"?(?P<minute>[0-5]\d)?(?![\da-z])(?:{_UNTIL}(?P<hour2>\d{{1,2}}) ?h(?:eures?)? "
            rf"?(?P<minute2>[0-5]\d)?(?![\da-z])))?"
        ),
        re.compile(
            rf"(?<![\d.:/])(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?![\d:])(?:{_UNTIL}(?P<hour2>[012]?\d):(?P<minute2>[0-5]\d)(?!\d)))?"
        ),
        re.compile(r"\b(?:a )(?P<word>midi)\b"),
    ),
    "es": (
        re.compile(
            rf"(?<![\d.:/])(?P<hour>[012]?\d)[:.](?P<minute>[0-5]\d)(?![\d:])(?: ?(?:h|horas|"
            rf"hs)\b)?(?:{_UNTIL}(?P<hour2>[012]?\d)[:.](?P<minute2>[0-5]\d)(?!\d)))?"
        ),
        re.compile(r"\b(?:a las|las) (?P<hour>\d{1,2})(?![\d:.])"),
        re.compile(r"(?<![\d.:/])(?P<hour>\d{1,2}) ?(?:h|horas)\b"),
        re.compile(r"\b(?:al )(?P<word>mediodia)\b"),
    ),
}
_ZONES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<![a-z])(?:{words})(?![a-z])"), name)
    for words, name in (
        (r"utc|gmt(?![+-]\d)", "UTC"),
        (
            r"bst|(?:uk|london|british|united kingdom|edinburgh)(?:,? ireland)? ?(?:time|\))|\(london|\(uk|uk, "
            r"ireland",
            "Europe/London",
        ),
        (
            r"cet|cest|mez|mesz|central european(?: summer)? time|(?:berlin|german|frankfurt|munich) time|berliner "
            r"zeit|"
            r"deutscher zeit",
            "Europe/Berlin",
        ),
        (r"(?:paris|french) time|heure (?:de paris|francaise)", "Europe/Paris"),
        (r"(?:madrid|spanish) time|hora (?:de madrid|peninsular|espanola)", "Europe/Madrid"),
        (r"(?:zurich|swiss) time|schweizer zeit", "Europe/Zurich"),
        (r"(?:irish|dublin) time", "Europe/Dublin"),
        (r"eet|eest", "Europe/Athens"),
        (r"e[sd]?t|eastern(?: (?:standard |daylight )?time)?|(?:new york|toronto) time", "America/New_York"),
        (r"c[sd]t|\bct|central (?:standard |daylight )?time|(?:chicago|austin) time", "America/Chicago"),
        (r"m[sd]t|mountain(?: (?:standard |daylight )?time)", "America/Denver"),
        (r"p[sd]?t|pacific(?: (?:standard |daylight )?time)?|san francisco time|seattle time", "America/Los_Angeles"),
        (r"ist|india(?:n)?(?: standard)? time", "Asia/Kolkata"),
        (r"sgt|singapore time", "Asia/Singapore"),
        (r"jst|tokyo time", "Asia/Tokyo"),
        (r"ae[sd]t|sydney time|melbourne time", "Australia/Sydney"),
        (r"nz[sd]t", "Pacific/Auckland"),
    )
)
_ALSO_WORDS = frozenset(("est", "et", "ist", "pt", "ct"))
"""Zone names that are also words; taken in English alone and right behind a time."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day at ``[start, end)`` of the text, and the one until which it lasts."""

    at: time
    until: time | None
    start: int
    end: int


def clocks_in(folded: str, language: str) -> tuple[Clock, ...]:
    """All times of day named in ``folded``, in order; of two that overlap the longer one counts."""
    found = sorted(_candidates(folded, language), key=lambda clock: (clock.start, clock.start - clock.end))
    kept: list[Clock] = []
    for clock in found:
        if not kept or clock.start >= kept[-1].end:
            kept.append(clock)
    return tuple(kept)


def zone_named(folded: str, language: str) -> ZoneInfo | None:
    """The zone a text names: right behind a time, or anywhere in a longer text by a name that is no word."""
    short = len(folded) <= 24
    for pattern, name in _ZONES:
        match = pattern.search(folded)
        is_word = match is not None and match.group() in _ALSO_WORDS
        if match and not (is_word and language != "en") and (match.start() <= 3 if short else not is_word):
            return ZoneInfo(name)
    return None


def _candidates(folded: str, language: str) -> Iterator[Clock]:
    for pattern in _PATTERNS.get(language, _PATTERNS["en"]):
        for match in pattern.finditer(folded):
            groups = match.groupdict()
            if groups.get("word"):
                yield Clock(time(12), None, match.start(), match.end())
                continue
            until = _time(groups.get("hour2"), groups.get("minute2"), groups.get("half2"), language)
            half = groups.get("half") or _half_of_first(groups)
            start = _time(groups["hour"], groups.get("minute") or groups.get("minute3"), half, language)
            if start is not None:
                yield Clock(start, until, match.start(), match.end())


def _half_of_first(groups: dict[str, str | None]) -> str | None:
    """ "2 to 3 pm" begins in the afternoon, "11 to 1 pm" in the morning."""
    if not groups.get("half2"):
        return None
    first, second = int(groups["hour"] or 0) % 12, int(groups["hour2"] or 0) % 12
    is_afternoon = (groups["half2"] or "").startswith("p")
    return "pm" if is_afternoon and first <= second else "am"


def _time(hour: str | None, minute: str | None, half: str | None, language: str) -> time | None:
    """A time; without am or pm an English hour from 1 to 6 is one of the afternoon."""
    if hour is None:
        return None
    number, minutes = int(hour), int(minute or 0)
    if half:
        if number > 12:
            return None
        number = number % 12 + (12 if half.startswith("p") else 0)
    elif language == "en" and 1 <= number <= 6 and not hour.startswith("0"):
        number += 12
    return time(number, minutes) if number < 24 else None
