"""Records to JSON text and back, by their own type annotations."""

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


def from_json(text: str, kind: type[T]) -> T:
    """The record that ``to_json`` wrote. Raises ``DamagedRecord`` if the text is of another shape."""
    try:
        return cast("T", _decoder(cast("Any", kind)).decode(text))
    except (msgspec.DecodeError, UnicodeError) as error:
        raise DamagedRecord("a record cannot be read") from error
