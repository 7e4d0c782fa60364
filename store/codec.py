"""Records to JSON text and back, by their own type annotations."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


class DamagedRecord(ValueError):  # noqa: N818 - named for what it says
    """A text that was not written by ``to_json``, or not for this kind of record."""


_encoder = msgspec.json.Encoder()


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def to_json(value: object) -> str:
    """The JSON text of a record."""
    return _encoder.encode(value).decode()


def to_lean_json(value: object) -> str:
    """The same without what is empty and would be so anyway, which is most of a mail's record: half as long.

    A field is left out where its value and its default are empty alike, so that no default that says something ever
    becomes part of what is stored.
    """
    return _encoder.encode(_lean(value)).decode()


def _lean(value: object) -> object:
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept: dict[str, object] = {}
    for name, empty in _fields_of(cast("Any", type(value))):
        each = getattr(value, name)
        if each != empty:
            kept[name] = _lean(each)
    return kept


_NEVER = float("nan")
"""Differs from every value, itself included."""


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, object], ...]:
    """The name of each field with its default, where that is empty."""
    return tuple((each.name, each.default if _is_empty(each.default) else _NEVER) for each in fields(kind))


def _is_empty(default: object) -> bool:
    return default in (None, "", False, ()) or (is_dataclass(default) and _lean(default) == {})


def from_json(text: str, kind: type[T]) -> T:
    """The record that ``to_json`` wrote. Raises ``DamagedRecord`` if the text is of another shape."""
    try:
        return cast("T", _decoder(cast("Any", kind)).decode(text))
    except (msgspec.DecodeError, UnicodeError) as error:
        raise DamagedRecord("a record cannot be read") from error
