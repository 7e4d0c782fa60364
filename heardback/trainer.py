"""Trains in a process of its own, at the lowest priority, so that polling goes on meanwhile."""

import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING

from heardback.learning import claim

if TYPE_CHECKING:
    from heardback.wiring import House

log = logging.getLogger("heardback.trainer")

STOP_WITHIN_SECONDS = 0.5
_ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Trainer:
    """At most one training at a time; it writes whole files only, so that it may be stopped at any moment."""

    def __init__(self, house: "House", say: Callable[[str], None], command: Sequence[str] = ()) -> None:
        self._house, self._say = house, say
        self._command = command or training_command(house)
        self._child: subprocess.Popen[bytes] | None = None
        self._words: IO[bytes] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a training runs, or has ended and was not seen to yet."""
        return self._child is not None

    def look_after(self) -> None:
        """Starts a training that is due, or sees to one that has ended; never waits for one."""
        if self._child is None:
            if claim(self._house):
                self._start()
        elif self._child.poll() is not None:
            self._finish(self._child.returncode)

    def stop(self) -> None:
        """Ends a training that still runs."""
        if self._child is None:
            return
        self._child.terminate()
        try:
            self._child.wait(STOP_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._let_go()

    def _start(self) -> None:
        log.info("training began")
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the training has ended
        self._child = subprocess.Popen(  # noqa: S603 - this very program  # nosec B603
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._words,
            env={**os.environ, **_ONE_CORE},
        )

    def _finish(self, code: int) -> None:
        assert self._words is not None
        self._words.seek(0)
        lines = self._words.read().decode(errors="replace").strip().splitlines()
        self._let_go()
        log.info("training ended code=%d", code)
        self._say(lines[-1] if lines else f"The training ended without a word (code {code}): run 'heardback train'.")
        self._house.renew_tagger()

    def _let_go(self) -> None:
        if self._words is not None:
            self._words.close()
        self._child = self._words = None


def training_command(house: "House") -> tuple[str, ...]:
    """The command line that trains for this house."""
    config = ("--config", str(house.config)) if house.config else ()
    # -P: nothing that lies in the present folder is taken for a part of the program.
    return (sys.executable, "-P", "-m", "heardback", *config, "--data", str(house.data), "train", "--background")
