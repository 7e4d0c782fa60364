"""How sendings ended, kept at hand until the store was told: a store in trouble must not lose what became of one."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Endings(Generic[T]):
    """What is to be noted in the store, each ending a function that does so; in their order, by any thread."""

    def __init__(self) -> None:
        self._to_note: list[Callable[[], T]] = []
        self._noting = threading.Lock()

    def note(self, ending: Callable[[], T]) -> T:
        """Notes how a sending ended; where the store is in trouble just then, before anything else is sent."""
        with self._noting:
            self._to_note.append(ending)
            return self._note_all()[-1]

    def catch_up(self) -> None:
        """Notes what could not be noted before."""
        with self._noting:
            self._note_all()

    def _note_all(self) -> list[T]:
        noted = []
        while self._to_note:
            noted.append(self._to_note[0]())
            self._to_note.pop(0)
        return noted
