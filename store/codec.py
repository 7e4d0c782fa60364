"""Records to JSON text and back, by their own type annotations."""

from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")

_encoder = msgspec.json.Encoder()


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def to_json(value: object) -> str:
    """The JSON text of a record."""
    return _encoder.encode(value).decode()


def from_json(text: str, kind: type[T]) -> T:
    """The record that ``to_json`` wrote. Raises ``ValueError`` if the text is of another shape."""
    return cast("T", _decoder(cast("Any", kind)).decode(text))
