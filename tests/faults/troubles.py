"""Troubles of the disk under the store, which begin at any moment and end again: full, read-only, held by another."""

import os
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from store.database import FILE_NAME


class Trouble(Protocol):
    """Begins and ends while the program runs."""

    def begin(self) -> None: ...

    def end(self) -> None: ...


class Held:
    """Another process writes, and does not come to an end. It waits for the store for so many seconds."""

    def __init__(self, folder: Path, patience: float = 5.0) -> None:
        self._path, self._patience = folder / FILE_NAME, patience
        self._other: sqlite3.Connection | None = None

    def begin(self) -> None:
        self._other = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=self._patience)
        self._other.execute("BEGIN IMMEDIATE")

    def end(self) -> None:
        if self._other is not None:
            self._other.execute("ROLLBACK")
            self._other.close()


class NoLonger:
    """No file of this process may grow: SQLite is refused its writes without being told of a full disk."""

    def __init__(self, _folder: Path) -> None:
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def begin(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, self._limits[1]))

    def end(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)


class Full:
    """The disk is full to the last octet. The folder is a small disk of its own (``small_disk``)."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def begin(self) -> None:
        with self._ballast.open("wb", buffering=0) as file:
            for size in (65536, 512, 1):
                try:
                    while file.write(b"x" * size):
                        pass
                except OSError:
                    continue

    def end(self) -> None:
        self._ballast.unlink(missing_ok=True)


class ReadOnly:
    """The disk takes nothing any more, as after a fault of its own. The folder is a small disk (``small_disk``)."""

    def __init__(self, folder: Path, let_go: Callable[[], None] = lambda: None) -> None:
        self._folder, self._let_go = folder, let_go

    def begin(self) -> None:
        # With files open for writing only the kernel itself can do it.
        self._let_go()
        subprocess.run(["mount", "-o", "remount,ro", str(self._folder)], check=True, capture_output=True)

    def end(self) -> None:
        subprocess.run(["mount", "-o", "remount,rw", str(self._folder)], check=True, capture_output=True)


@contextmanager
def small_disk(folder: Path, octets: int = 4_000_000) -> Iterator[Path | None]:
    """A disk of its own in memory; None where this user may not mount one."""
    folder.mkdir()
    line = ["mount", "-t", "tmpfs", "-o", f"size={octets},mode=700", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(line, check=False, capture_output=True).returncode != 0:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)
