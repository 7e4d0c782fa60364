"""Records to JSON text and back, by their own type annotations."""

from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

T = TypeVar("T")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_json(value: object, kind: Any) -> str:
    """The JSON text of a record; ``kind`` is its annotation, e.g. ``Reading`` or ``tuple[Fact, ...]``."""
    return _adapter(kind).dump_json(value).decode()


def from_json(text: str, kind: type[T]) -> T:
    """The record that ``to_json`` wrote. Raises ``ValueError`` if the text is of another shape."""
    return cast("T", _adapter(cast("Any", kind)).validate_json(text))
