"""What an examination says: one line for each thing looked at, and what to do where something is amiss."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from store.errors import HeardbackError


class Grade(StrEnum):
    """How a thing does; ``PROBLEM`` alone makes an examination fail."""

    WELL = "ok"
    WORTH_A_LOOK = "look"
    PROBLEM = "not"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination."""

    what: str
    is_well: bool
    sentence: str
    worth_a_look: bool = False

    @property
    def grade(self) -> Grade:
        """How bad it is."""
        if not self.is_well:
            return Grade.PROBLEM
        return Grade.WORTH_A_LOOK if self.worth_a_look else Grade.WELL


def look_at(what: str, sentence: str) -> Finding:
    """Something that works, and is better known."""
    return Finding(what, True, sentence, worth_a_look=True)


def guarded(what: str, look: Callable[[], Finding]) -> Finding:
    """The finding, or what kept it from being made."""
    try:
        return look()
    except HeardbackError as error:
        return Finding(what, False, str(error))
