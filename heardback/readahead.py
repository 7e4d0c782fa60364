"""Reading ahead in a first run: while this process stores one batch, others parse and read the next ones.

Only where there is much to read; otherwise mail is read as it comes. The batches keep their order, and so each its
watermark. What may turn on other mail is read again by whoever stores it (``intake.py``), so that every verdict is the
one it would have been. The processes end a few seconds after the last mail, for a service at rest is to stay small.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from heardback.readapart import ReadersApart, briefing_of, processes
from ingest.hauls import Arrived, Batch, Haul, one_by_one

if TYPE_CHECKING:
    from heardback.wiring import House

MANY = 800
"""Mails from which it is worth while: to start a process takes about as long as to read three hundred."""
AT_HAND = 2
"""Hauls for each process, so that none waits for the next one to be fetched."""
MOST_OCTETS = 32 * 1024 * 1024
"""Octets of mail that are waited for at a time."""
LINGER_SECONDS = 5.0
"""How long the processes stay when nothing is to be read, for the next part of a long history."""
LOOK_UP_SECONDS = 0.5


class ReadAhead:
    """The processes that read ahead, while they are needed; accounts share them."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._changing = threading.Lock()
        self._readers: ReadersApart | None = None
        self._users = 0
        self._leaving: threading.Timer | None = None

    def batches(self, hauls: Iterator[Haul], at_most: int, *, sent: bool, stop: Callable[[], bool]) -> Iterator[Batch]:
        """The hauls as batches, in order; ``sent`` when they come out of a Sent folder.

        Once ``stop`` says so nothing more comes: what is not stored then is fetched again another time.
        """
        with self._borrowed(at_most) as readers:
            if readers is None:
                yield from one_by_one(hauls, at_most)
            else:
                yield from in_order(hauls, partial(readers.begin, sent=sent), AT_HAND * readers.count, stop)

    def as_read_now(self, batch: Batch) -> Batch:
        """The batch without readings that were made by another model, or for other addresses, than hold now."""
        readers = self._readers
        if readers is None or all(each.reading is None for each in batch.mails):
            return batch
        if readers.briefing == briefing_of(self._house):
            return batch
        return replace(batch, mails=tuple(replace(each, reading=None) for each in batch.mails))

    def close(self) -> None:
        """Ends the processes."""
        with self._changing:
            readers, self._readers = self._readers, None
            if self._leaving is not None:
                self._leaving.cancel()
        if readers is not None:
            readers.close()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that are there."""
        return self._readers.pids if self._readers is not None else ()

    @contextmanager
    def _borrowed(self, at_most: int) -> Iterator[ReadersApart | None]:
        readers = self._take_up() if at_most >= MANY else None
        try:
            yield readers
        finally:
            if readers is not None:
                self._give_back()

    def _take_up(self) -> ReadersApart | None:
        count, briefing = processes(), briefing_of(self._house)
        if not count or briefing is None:
            return None
        with self._changing:
            outdated = self._readers if self._readers is not None and self._readers.briefing != briefing else None
            if outdated is not None and self._users:
                return None
            if self._leaving is not None:
                self._leaving.cancel()
            if self._readers is None or outdated is not None:
                self._readers = ReadersApart(briefing, count)
            self._users += 1
            readers = self._readers
        if outdated is not None:
            outdated.close()
        return readers

    def _give_back(self) -> None:
        with self._changing:
            self._users -= 1
            if not self._users:
                self._leaving = threading.Timer(LINGER_SECONDS, self._leave)
                self._leaving.daemon = True
                self._leaving.start()

    def _leave(self) -> None:
        with self._changing:
            if self._users:
                return
            readers, self._readers = self._readers, None
        if readers is not None:
            readers.close()


@dataclass(frozen=True, slots=True)
class _Begun:
    haul: Haul
    octets: int
    answer: "Future[tuple[Arrived, ...]]"

    def batch(self) -> Batch:
        return Batch(self.answer.result(), self.haul.watermark, self.haul.again)


def in_order(
    hauls: Iterator[Haul],
    begin: "Callable[[Haul], Future[tuple[Arrived, ...]]]",
    at_hand: int,
    stop: Callable[[], bool],
) -> Iterator[Batch]:
    """Batches in the order of their hauls, ``at_hand`` of which are begun at a time, unless they are large.

    What goes wrong in fetching is raised once all that was fetched before is handed on.
    """
    begun: deque[_Begun] = deque()
    trouble: Exception | None = None
    left = True
    try:
        while True:
            while left and len(begun) < at_hand and sum(each.octets for each in begun) < MOST_OCTETS:
                try:
                    haul = next(hauls, None)
                except Exception as error:  # noqa: BLE001 - raised below, once what is at hand is stored
                    trouble, haul = error, None
                if haul is None:
                    left = False
                else:
                    octets = sum(len(each.fetched.raw) for each in haul.letters)
                    begun.append(_Begun(haul, octets, begin(haul)))
            if not begun:
                break
            while not stop() and not begun[0].answer.done():
                wait([begun[0].answer], LOOK_UP_SECONDS)
            if stop():
                return
            yield begun.popleft().batch()
    finally:
        for each in begun:
            each.answer.cancel()
    if trouble is not None:
        raise trouble
