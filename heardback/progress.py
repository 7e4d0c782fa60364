"""Progress for anything that takes longer than a second: on stderr, and only where a person watches."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from heardback.intake import Taken
from heardback.printing import harmless


class Watching:
    """Shows how many mails came in so far, folder by folder."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("Signing in", total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def folder(self, name: str, taken: Taken) -> None:
        """Another batch of a folder is in."""
        self._progress.update(self._task, description=f"{escape(harmless(name))}: {taken.new + taken.known} mails")


def bar(description: str, total: int) -> tuple[Progress, int]:
    """A bar with a known end."""
    console = Console(stderr=True)
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    return progress, progress.add_task(description, total=total)
