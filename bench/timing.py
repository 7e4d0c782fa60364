"""Measuring: by turns, so that what slows the machine slows both sides, and on one core where that is asked."""

import gc
import json
import os
import subprocess
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

Work = Callable[[], object]
Measured = Callable[[], float]


def by_turns(times: int, *sides: Measured) -> list[tuple[float, ...]]:
    """The seconds of all sides, so many times; another one goes first each time."""
    rows = []
    for number in range(times):
        order = [(place + number) % len(sides) for place in range(len(sides))]
        seen = {side: sides[side]() for side in order}
        rows.append(tuple(seen[side] for side in range(len(sides))))
    return rows


def processor(work: Work) -> float:
    """Seconds of the processor, this process's alone: a busy machine hardly changes them."""
    start = time.process_time()
    work()
    return time.process_time() - start


def apart(work: Work) -> float:
    """Processor seconds of the work in a copy of this process that ends with it: what it remembers helps nobody."""
    return in_copies([lambda: (processor(work),)])[0][0]


def in_copies(works: Sequence[Callable[[], Sequence[float]]]) -> list[list[float]]:
    """What each work gives, all at the same time, each in a copy of this process on a core of its own.

    The caller must have no other threads at work. Raises ``RuntimeError`` where one fails.
    """
    gc.collect()
    cores = sorted(os.sched_getaffinity(0))
    started = [_copied(work, cores[number % len(cores)]) for number, work in enumerate(works)]
    told = []
    for child, reading in started:
        with os.fdopen(reading, "rb") as answer:
            told.append(answer.read())
        os.waitpid(child, 0)
    if not all(told):
        raise RuntimeError("what was to be measured failed; why stands above")
    return [json.loads(each) for each in told]


def _copied(work: Callable[[], Sequence[float]], core: int) -> tuple[int, int]:
    """The process id of a copy of this process that does the work, and where its figures can be read."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.sched_setaffinity(0, {core})
            os.write(writing, json.dumps(list(work())).encode())
        except BaseException:  # noqa: BLE001 - told here; the process that waits sees that no figures came
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def of_command(words: Sequence[str], environment: dict[str, str] | None = None) -> float:
    """Processor seconds of a command from its start to its end, those of its own children included."""
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime


@contextmanager
def one_core() -> Iterator[None]:
    """Holds this process, and those it starts meanwhile, to one core."""
    own = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(own)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, own)
