"""Processes that take a first look at mails, one for each processor core: started, asked, and ended here.

What looks like an attack on its reader stays with ``ingest.guarded``. Where a process does not answer, the mails it was
asked about are parsed one by one where each can be ended, and read by whoever stores them: nothing is lost by it.
"""

import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from classify.ownmodels import is_own
from classify.shipped import shipped_model_name
from classify.tagger import Tagger
from heardback.firstlook import Asked, Briefing, Told
from ingest.guarded import end, environment, is_suspicious, parse_apart
from ingest.hauls import Arrived, Haul, Letter, parsed
from ingest.parseworker import Particulars, read_frame, write_frame
from store.codec import from_octets, to_octets
from store.records import Message, Unreadable

if TYPE_CHECKING:
    from heardback.wiring import House

MOST_PROCESSES = 2
START_SECONDS = 60.0
WALL_SECONDS = 180.0
"""Until a process that uses no processor time either is given up: it is stuck, or the machine is."""
MOST_STARTS = 3
"""A process that ended so often is not started again: it is not one mail that ends it."""

log = logging.getLogger("heardback.readapart")


def briefing_of(house: "House") -> Briefing | None:
    """What makes another process read as this house does; None where it would not, as it has no model file to name."""
    tagger = house.tagger
    if type(tagger) is not Tagger or not (is_own(tagger.version) or tagger.version == shipped_model_name()):
        return None
    own = tuple(sorted(house.own_addresses))
    return Briefing(str(house.data.absolute()), tagger.version, tagger.unsure_below, own, house.zone.key)


def _arithmetic() -> dict[str, str]:
    """What settles how numpy and its OpenBLAS calculate: by another kernel the last digit is another one."""
    return {name: value for name, value in os.environ.items() if name.startswith(("OPENBLAS_", "OMP_", "NPY_", "MKL_"))}


def processes() -> int:
    """How many are worth while here: with one core none is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES) if cores > 1 else 0


class ReadersApart:
    """The processes for one briefing. Each is asked by one thread at a time."""

    def __init__(self, briefing: Briefing, count: int) -> None:
        self.briefing, self.count = briefing, count
        self._all = tuple(_Process(briefing) for _ in range(count))
        self._idle: queue.SimpleQueue[_Process] = queue.SimpleQueue()
        for each in self._all:
            self._idle.put(each)
        self._asking = ThreadPoolExecutor(count, thread_name_prefix="read-ahead")

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that are there."""
        return tuple(each.pid for each in self._all if each.pid is not None)

    def begin(self, haul: Haul, *, sent: bool) -> "Future[tuple[Arrived, ...]]":
        """Has a haul parsed and read; ``sent`` when it came out of a Sent folder."""
        return self._asking.submit(self._look, haul.letters, sent)

    def close(self) -> None:
        """Ends the processes; what they still had at hand is forgotten."""
        self._asking.shutdown(wait=False, cancel_futures=True)
        for each in self._all:
            each.close()

    def _look(self, letters: Sequence[Letter], sent: bool) -> tuple[Arrived, ...]:
        usual = [each for each in letters if each.fetched.raw and not is_suspicious(each.fetched.raw)]
        process = self._idle.get()
        try:
            told = process.ask(usual, sent)
        finally:
            self._idle.put(process)
        if told is None:
            return tuple(Arrived(each.location, _alone(each)) for each in letters)
        found = {letter.location: each for letter, each in zip(usual, told, strict=True)}
        return tuple(
            _arrived(each, found[each.location]) if each.location in found else Arrived(each.location, parsed(each))
            for each in letters
        )


def _arrived(letter: Letter, told: Told) -> Arrived:
    if told.message is None:
        return Arrived(letter.location, Unreadable(letter.fetched.raw, told.reason, letter.source))
    return Arrived(letter.location, told.message, told.reading)


def _alone(letter: Letter) -> Message | Unreadable:
    """A mail out of a question that was not answered: one of them may be what the process did not survive."""
    fetched = letter.fetched
    if not fetched.raw:
        return parsed(letter)
    return parse_apart(fetched.raw, Particulars(letter.source, fetched.internal_date, fetched.attachments))


class _Process:
    """One process, started at the first question and anew after one that it did not survive."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._process: subprocess.Popen[bytes] | None = None
        self._starts = 0
        self._closed = False
        self._changing = threading.Lock()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def ask(self, letters: Sequence[Letter], sent: bool) -> tuple[Told, ...] | None:
        """What it says of the mails, or None where it does not answer."""
        process = self._started()
        if process is None:
            return None
        assert process.stdin is not None
        assert process.stdout is not None
        particulars = tuple(Asked(each.fetched.internal_date, each.fetched.attachments, sent) for each in letters)
        patience = threading.Timer(WALL_SECONDS, process.kill)
        patience.start()
        try:
            write_frame(process.stdin, to_octets(particulars))
            for each in letters:
                write_frame(process.stdin, each.fetched.raw)
            process.stdin.flush()
            told = from_octets(read_frame(process.stdout), tuple[Told, ...])
            if len(told) != len(letters):
                raise ValueError("an answer to another question")
        except (OSError, EOFError, ValueError):
            self._let_go(process)
            if not self._closed:
                log.info("a process that reads ahead ended with code %s: its mails are read here", process.returncode)
            return None
        finally:
            patience.cancel()
        return told

    def close(self) -> None:
        """Ends it, whatever it does."""
        with self._changing:
            self._closed = True
            process = self._process
        if process is not None:
            process.kill()  # it holds nothing that would be lost
            self._let_go(process)

    def _let_go(self, process: "subprocess.Popen[bytes]") -> None:
        with self._changing:
            self._process = None
        end(process)

    def _started(self) -> "subprocess.Popen[bytes] | None":
        """The process; None where it will not start, has ended too often, or is not wanted any more."""
        with self._changing:
            if self._process is not None and self._process.poll() is None:
                return self._process
            if self._closed or self._starts == MOST_STARTS:
                return None
            self._starts += 1
            try:
                process = self._process = subprocess.Popen(  # this very program, as a list of words  # nosec B603
                    [sys.executable, "-P", "-m", "heardback.readworker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment() | _arithmetic(),
                )
            except OSError as error:
                self._starts = MOST_STARTS
                log.warning("a process to read ahead does not start: %s", type(error).__name__)
                return None
        return process if self._is_ready(process) else None

    def _is_ready(self, process: "subprocess.Popen[bytes]") -> bool:
        """Whether it has come up, and reads with the very model it was told."""
        assert process.stdin is not None
        assert process.stdout is not None
        patience = threading.Timer(START_SECONDS, process.kill)
        patience.start()
        try:
            write_frame(process.stdin, to_octets(self._briefing))
            process.stdin.flush()
            version = read_frame(process.stdout).decode()
        except (OSError, EOFError, ValueError):
            version = ""
        finally:
            patience.cancel()
        if version == self._briefing.model:
            return True
        self._let_go(process)
        if not self._closed:
            self._starts = MOST_STARTS
            log.warning("a process to read ahead does not start: code %s", process.returncode)
        return False
