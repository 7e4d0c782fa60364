"""A conversation with the person at the terminal, as those who lead one need it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from store.errors import UserError


class Asking(Protocol):
    """Asks one thing at a time. ``flag`` is the option that answers beforehand, for those who cannot be asked."""

    @property
    def is_there(self) -> bool:
        """Whether there is somebody to ask."""
        ...

    def say(self, sentence: str) -> None:
        """Tells something."""
        ...

    def text(self, question: str, flag: str, default: str = "") -> str:
        """A line of text; Enter gives the default."""
        ...

    def secret(self, question: str, flag: str) -> str:
        """A line that is not shown while it is typed."""
        ...

    def yes(self, question: str, flag: str, *, default: bool) -> bool:
        """Yes or no."""
        ...

    def choice(self, question: str, choices: Sequence[tuple[str, str]], flag: str) -> str:
        """One of several, each a key and its words; the first is the default. Returns the key."""
        ...


def optional(
    asking: Asking, question: str, flag: str, given: str | None, default: str, wrong: Callable[[str], str] | None = None
) -> str:
    """What was given beforehand, else an answer that may be empty; ``wrong`` says in words why one cannot be."""
    if given is not None or not asking.is_there:
        return given if given is not None else default
    while True:
        said = asking.text(question, flag, default)
        if not said or wrong is None or not (complaint := wrong(said)):
            return said
        asking.say(complaint)


def asked(asking: Asking, question: str, flag: str, given: str, wrong: Callable[[str], str], default: str = "") -> str:
    """What was given beforehand, else an answer that is not ``wrong``. Raises ``UserError`` for a given one that is."""
    if given:
        if complaint := wrong(given):
            raise UserError(f"{flag}: {complaint}")
        return given
    while True:
        said = asking.text(question, flag, default)
        if not (complaint := wrong(said)):
            return said
        asking.say(complaint)
