"""How much of the faults is lived through: some in the suite, all with ``HEARDBACK_TORTURE`` set (``make torture``);
and how a test tells what was seen of one.
"""

import os
from collections.abc import Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")
TORTURE = bool(os.environ.get("HEARDBACK_TORTURE"))


def some(every: Iterable[T], one_in: int, first: int = 0) -> tuple[T, ...]:
    """All of them, or one in so many, the same ones each time."""
    given = tuple(every)
    return given if TORTURE else given[first::one_in]


class Seen(Protocol):
    """Notes what happened and what was seen of it; ``last`` is what became of the draft."""

    def __call__(self, happened: str, moment: object, said: str, last: str = "") -> None: ...
