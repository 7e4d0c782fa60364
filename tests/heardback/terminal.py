"""A person at a terminal: starts the program on a terminal of its own, reads what it asks, types the answers."""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

SECONDS = 30.0


class Terminal:
    """The program on a pseudo-terminal while the ``with`` block lasts; ``shown`` is all that was seen there."""

    def __init__(self, *arguments: str, home: Path) -> None:
        self.shown = ""
        self._read_to = 0
        self._ended: int | None = None
        environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "TERM": "dumb", "COLUMNS": "200"}
        self.pid, self._line = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-m", "heardback", *arguments], environment)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _k: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        if self._ended is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._line)

    def asked(self, words: str, answer: str) -> None:
        """Waits until ``words`` were shown, then types ``answer`` and Enter."""
        self.saw(words)
        time.sleep(0.05)  # the echo is switched off after the question is shown
        os.write(self._line, f"{answer}\n".encode())

    def saw(self, words: str) -> None:
        """Waits until ``words`` were shown after what was waited for before."""
        until = time.monotonic() + SECONDS
        while (at := self.shown.find(words, self._read_to)) < 0:
            assert time.monotonic() < until, f"never said {words!r}:\n{self.shown}"
            assert self._hear(), f"ended without {words!r}:\n{self.shown}"
        self._read_to = at + len(words)

    def command_line(self) -> str:
        """What everybody on the machine can see of the process: its words and those of its children."""
        return Path(f"/proc/{self.pid}/cmdline").read_text().replace("\0", " ")

    def ended(self) -> int:
        """The exit code, once it has ended."""
        while self._hear():
            pass
        _, status = os.waitpid(self.pid, 0)
        self._ended = os.waitstatus_to_exitcode(status)
        return self._ended

    def _hear(self) -> bool:
        if not select.select([self._line], [], [], 1.0)[0]:
            return True
        try:
            heard = os.read(self._line, 65536)
        except OSError:  # how Linux says that the other side is gone
            return False
        self.shown += heard.decode(errors="replace").replace("\r\n", "\n")
        return bool(heard)
