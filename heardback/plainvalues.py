"""Single values of the config: texts, numbers, truths, days, times, paths and words of closed sets.

What stands in the file in another form than it is meant is taken where that leaves no doubt, as in ``port = "8425"``.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any

_TRUE = ("1", "on", "t", "true", "y", "yes")
_FALSE = ("0", "off", "f", "false", "n", "no")
_TIME = re.compile(r"(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:[zZ]|[+-]\d\d:?\d\d)?", re.ASCII)
_DAY_LENGTH, _TIME_LENGTH = len("2026-03-02"), len("08:00")
_SECONDS = 24 * 60 * 60


def read_plain(kind: Any, value: Any) -> Any:
    """A value of the file as this plain type or member of a closed set. Raises ``ValueError`` with what it must be."""
    if issubclass(kind, Enum):
        return _one_of(kind, value)
    return _READERS[kind](value)


def _one_of(kind: type[Enum], value: Any) -> Enum:
    try:
        return kind(value)
    except ValueError as error:
        *most, last = [repr(each.value) for each in kind]
        raise ValueError(f"must be {', '.join(most)} or {last}") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a valid string")
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, str | int | float):
        raise ValueError("must be a valid boolean")
    if isinstance(value, str):
        word = value.lower()
        if word in (*_TRUE, *_FALSE):
            return word in _TRUE
    elif value in (0, 1):
        return bool(value)
    elif not float(value).is_integer():
        raise ValueError("must be a valid boolean")
    raise ValueError("must be a valid boolean, unable to interpret input")


def _whole(value: Any) -> int:
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError as error:
            raise ValueError("must be a valid integer, unable to parse string as an integer") from error
    if not isinstance(value, int | float):
        raise ValueError("must be a valid integer")
    if isinstance(value, float) and not value.is_integer():
        raise ValueError("must be a valid integer, got a number with a fractional part")
    return int(value)


def _number(value: Any) -> float:
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError as error:
            raise ValueError("must be a valid number, unable to parse string as a number") from error
    if not isinstance(value, int | float):
        raise ValueError("must be a valid number")
    return float(value)


def _path(value: Any) -> Path:
    if not isinstance(value, str | Path):
        raise ValueError("must be a path, as a text")
    return Path(value)


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        if value.time() != time():
            raise ValueError("must be a day without a time")
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ValueError("must be a valid date")
    try:
        return date.fromisoformat(value) if len(value) == _DAY_LENGTH else _day(datetime.fromisoformat(value))
    except ValueError as error:
        raise ValueError(f"must be a valid date or datetime, {_why_no_day(value)}") from error


def _why_no_day(text: str) -> str:
    """What is wrong with a day, in the order in which it is read."""
    if len(text) < _DAY_LENGTH:
        return "input is too short"
    for name, part in (("year", text[:4]), ("month", text[5:7]), ("day", text[8:10])):
        if not (part.isascii() and part.isdigit()):
            return f"invalid character in {name}"
    if (text[4], text[7]) != ("-", "-"):
        return "invalid date separator, expected `-`"
    if not 1 <= int(text[5:7]) <= 12:
        return "month value is outside expected range of 1-12"
    return "day value is outside expected range" if len(text) == _DAY_LENGTH else "it is to be a day alone"


def _time(value: Any) -> time:
    if isinstance(value, time):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _SECONDS:
        return datetime.fromtimestamp(value, UTC).time()
    if not isinstance(value, str):
        raise ValueError("must be a valid time")
    try:
        if not _TIME.fullmatch(value):
            raise ValueError
        return time.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"must be in a valid time format, {_why_no_time(value)}") from error


def _why_no_time(text: str) -> str:
    """What is wrong with a time of day, in the order in which it is read."""
    if len(text) < _TIME_LENGTH:
        return "input is too short"
    for name, at, most in (("hour", 0, 23), ("minute", 3, 59), ("second", 6, 59)):
        part = text[at : at + 2]
        if not (part.isascii() and part.isdigit() and len(part) == 2):
            return f"invalid character in {name}"
        if int(part) > most:
            return f"{name} value is outside expected range of 0-{most}"
        if not text[at + 2 :] and name != "hour":
            break
        if name != "second" and text[at + 2] != ":":
            return "invalid time separator, expected `:`"
    return "it is to be written as 08:00"


_READERS: Mapping[Any, Callable[[Any], Any]] = {
    str: _text,
    bool: _truth,
    int: _whole,
    float: _number,
    Path: _path,
    date: _day,
    time: _time,
}
