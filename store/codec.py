"""Records to JSON text and back, by their own type annotations."""

from collections.abc import Collection
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


class DamagedRecord(ValueError):  # noqa: N818 - named for what it says
    """A text that was not written by ``to_json``, or not for this kind of record."""


_encoder = msgspec.json.Encoder()
_whole = msgspec.json.Decoder(dict[str, Any])


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def to_json(value: object) -> str:
    """The JSON text of a record."""
    return _encoder.encode(value).decode()


def to_lean_json(value: object, without: Collection[str] = ()) -> str:
    """The same without what is empty and would be so anyway, which is most of a mail's record: half as long.

    A field is left out where its value and its default are empty alike, so that no default that says something ever
    becomes part of what is stored. ``without`` names texts of the record itself that are taken for empty.
    """
    shape = _shape_of(cast("Any", type(value)))
    if shape is None:
        return to_json(value)
    return _encoder.encode(_lean(value, _but(shape, frozenset(without)) if without else shape)).decode()


_Shape = tuple[tuple[str, object, bool], ...]
"""The name of each field of a kind of record with its default, where that is empty; and whether it is looked at."""


def _lean(record: object, shape: _Shape) -> dict[str, object]:
    kept: dict[str, object] = {}
    for name, empty, counts in shape:
        each = getattr(record, name) if counts else ""
        if each != empty:
            inner = _shape_of(each.__class__)
            kept[name] = each if inner is None else _lean(each, inner)
    return kept


_NEVER = float("nan")
"""Differs from every value, itself included."""


@cache
def _shape_of(kind: Any) -> _Shape | None:
    """What is looked at of a kind of record; None for what is none."""
    if not is_dataclass(kind):
        return None
    return tuple((each.name, each.default if _is_empty(each.default) else _NEVER, True) for each in fields(kind))


@cache
def _but(shape: _Shape, names: frozenset[str]) -> _Shape:
    return tuple((name, empty, name not in names) for name, empty, _ in shape)


def _is_empty(default: object) -> bool:
    if default in (None, "", False, ()):
        return True
    shape = _shape_of(cast("Any", type(default)))
    return shape is not None and not _lean(default, shape)


def from_json(text: str, kind: type[T]) -> T:
    """The record that ``to_json`` wrote. Raises ``DamagedRecord`` if the text is of another shape."""
    return _read(text, kind)


def stripped(text: str, names: Collection[str], *, lists: Collection[str] = (), of: str = "") -> str:
    """The text of a record, less some of its fields, or of those of the record ``of`` that it holds.

    ``lists`` are those that stay and are empty, as no record goes without. The rest is as it was, and not read. Raises
    ``DamagedRecord`` if it is no record's text.
    """
    try:
        whole = _whole.decode(text)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise DamagedRecord("a record cannot be read") from error
    held = whole.get(of) if of else whole
    if isinstance(held, dict):
        for name in names:
            held.pop(name, None)
        held |= {name: [] for name in lists}
    return _encoder.encode(whole).decode()


def to_octets(value: object) -> bytes:
    """The JSON of a record as octets, for another process: a mail is long, and a text would be one more copy of it."""
    return _encoder.encode(value)


def from_octets(octets: bytes, kind: type[T]) -> T:
    """The record that ``to_octets`` wrote. Raises ``DamagedRecord`` if they are of another shape."""
    return _read(octets, kind)


def _read(written: str | bytes, kind: type[T]) -> T:
    try:
        return cast("T", _decoder(cast("Any", kind)).decode(written))
    except (msgspec.DecodeError, UnicodeError) as error:
        raise DamagedRecord("a record cannot be read") from error
