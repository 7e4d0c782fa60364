"""The conversation itself: questions on stderr, answers from the terminal, secrets unseen; a pipe is asked nothing."""

import sys
from collections.abc import Sequence

import typer

from heardback.printing import say


class Terminal:
    """Somebody is there. Implements ``heardback.dialogue.Asking``."""

    is_there = True

    def say(self, sentence: str) -> None:
        """Tells something."""
        say(sentence)

    def text(self, question: str, flag: str, default: str = "") -> str:
        """A line of text; Enter gives the default."""
        answer: str = typer.prompt(question, default=default, show_default=bool(default), err=True)
        return answer.strip()

    def secret(self, question: str, flag: str) -> str:
        """A line that is not shown while it is typed."""
        answer: str = typer.prompt(question, hide_input=True, err=True)
        return answer

    def yes(self, question: str, flag: str, *, default: bool) -> bool:
        """Yes or no."""
        return typer.confirm(question, default=default, err=True)

    def choice(self, question: str, choices: Sequence[tuple[str, str]], flag: str) -> str:
        """One of several, by number."""
        for number, (_, words) in enumerate(choices, start=1):
            say(f"  {number}. {words}")
        while True:
            answer: str = typer.prompt(question, default="1", err=True)
            if answer.strip().isdecimal() and 1 <= int(answer) <= len(choices):
                return choices[int(answer) - 1][0]
            say(f"Please type a number from 1 to {len(choices)}.")


class Nobody:
    """A pipe, a script, a timer: whatever would have to be asked is wrong usage, and the option is named."""

    is_there = False

    def say(self, sentence: str) -> None:
        """Tells something."""
        say(sentence)

    def text(self, question: str, flag: str, default: str = "") -> str:
        """The default, if there is one."""
        return default or self._refuse(question, flag)

    def secret(self, question: str, flag: str) -> str:
        """Cannot be had."""
        return self._refuse(question, flag)

    def yes(self, question: str, flag: str, *, default: bool) -> bool:
        """Cannot be had: what needs a yes is not done without one."""
        self._refuse(question, flag)
        return False

    def choice(self, question: str, choices: Sequence[tuple[str, str]], flag: str) -> str:
        """Cannot be had."""
        return self._refuse(question, flag)

    @staticmethod
    def _refuse(question: str, flag: str) -> str:
        raise typer.BadParameter(f"Nobody is at a terminal to be asked ({question.rstrip('?: ')}): give {flag}.")


def whoever_is_there() -> "Terminal | Nobody":
    """The person, if both sides of the conversation are a terminal."""
    return Terminal() if sys.stdin.isatty() and sys.stderr.isatty() else Nobody()


def first_line_of_stdin() -> str:
    """A secret handed over in a pipe, where no list of processes and no history shows it."""
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise typer.BadParameter("Standard input held no password in its first line: put it there.")
    return line
