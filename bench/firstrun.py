"""A first run over a mailbox of mixed mails: fetched, read, tagged, placed, tracked and stored, on both cores.

Ours runs in a fresh process each time, as a person's would, and is timed from the first word to the server to the last
mail in the store; what starts once and for all (imports, the model) is done before, as on the other side.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import byhand
from bench.ground import Ground
from bench.growing import Growth
from bench.mailserver import Mailbox, settings_of
from bench.rows import Bounds, By, Row, Unit, paired
from bench.timing import by_turns

BOUNDS = Bounds(must=2.0, aim=1.3)


@dataclass(frozen=True, slots=True)
class Run:
    """One first run: seconds by the clock and of the processor, megabytes at its peak, mails taken."""

    seconds: float
    processor: float
    peak: float
    taken: int


def rows(ground: Ground) -> Iterator[Row]:
    """The run beside the same parts fetched and parsed by hand, and beside fetching them."""
    size = ground.scale.first_run
    mailbox = ground.mailbox(size)
    ground.say(f"a first run over {size:,} mails: asking what there is to fetch …")
    known = byhand.known_of(mailbox)
    byhand.seconds(mailbox, known, parsing=False)  # warms up processor and server
    runs: list[Run] = []

    def ours() -> float:
        ground.say(f"a first run over {size:,} mails: {len(runs) + 1} of {ground.scale.first_runs} …")
        runs.append(run(mailbox, ground.data(f"first-{size}-{len(runs)}")))
        return runs[-1].seconds

    def by_hand(*, parsing: bool) -> float:
        return byhand.seconds(mailbox, known, parsing=parsing)

    seen = by_turns(ground.scale.first_runs, ours, partial(by_hand, parsing=True), partial(by_hand, parsing=False))
    if any(each.taken != size for each in runs):
        raise RuntimeError(f"of {size} mails, the first runs took {[each.taken for each in runs]}")
    what = f"first run, {size:,} mixed mails, both cores"
    theirs = "imaplib and mail-parser over the same parts, both cores"
    yield paired(what, theirs, [each[:2] for each in seen], BOUNDS)
    fetched = [(mine, alone) for mine, _, alone in seen]
    yield paired("– beside the server's own work", "fetching them alone, both cores", fetched)
    yield Row("– of it, a mail", statistics.median(each.seconds for each in runs) / size, by=By.ITSELF)
    yield Row(
        "– of it, a mail, of the processor", statistics.median(each.processor for each in runs) / size, by=By.ITSELF
    )
    peak = max(each.peak for each in runs)
    yield Row("– memory at its peak, without its helpers", peak, unit=Unit.MEGABYTES, by=By.ITSELF)


def growth(ground: Ground) -> Iterator[Growth]:
    """The same run at each size, and what it leaves on the disk."""
    sizes = ground.scale.sizes
    taken: list[float] = []
    stored: list[float] = []
    for size in sizes:
        data, seen = read(ground, size)
        taken.append(seen.seconds)
        stored.append(sum(file.stat().st_size for file in data.glob("heardback.sqlite*")) / 1e6)
    yield Growth("first run", sizes, tuple(taken))
    yield Growth("size of the store after it", sizes, tuple(stored), Unit.MEGABYTES)


def read(ground: Ground, size: int) -> tuple[Path, Run]:
    """The store that a first run over a mailbox of this size leaves, and how it went; made once."""
    if size not in ground.first_runs:
        mailbox, data = ground.mailbox(size), ground.data(f"read-{size}")
        ground.say(f"a first run over {size:,} mails …")
        ground.first_runs[size] = data, run(mailbox, data)
        if ground.first_runs[size][1].taken != size:
            raise RuntimeError(f"a first run took {ground.first_runs[size][1].taken} of {size} mails")
    return ground.first_runs[size]


def run(mailbox: Mailbox, data: Path) -> Run:
    """One first run into an empty data folder, in a process of its own."""
    words = [sys.executable, "-m", "bench.firstrun", mailbox.user, str(mailbox.server.imap_port), str(data)]
    mailbox.settings  # noqa: B018 - puts the password into the environment
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def _run(user: str, port: int, data: Path) -> Run:
    """In the process that is measured."""
    from heardback.wiring import House
    from store.clock import SystemClock

    house = House(settings_of(user, port), data, SystemClock())
    _ = house.tagger, house.rounds, house.intake
    used, began = _processor(), time.perf_counter()
    report = house.rounds.run_once()
    seconds = time.perf_counter() - began
    house.close()
    _see_helpers_end()
    used = _processor() - used
    if report.failures:
        raise RuntimeError(str(report.failures))
    return Run(seconds, used, _peak(), report.taken.new)


def _peak() -> float:
    """Megabytes; ``ru_maxrss`` would tell those of the process that started this one, where they were more."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _see_helpers_end() -> None:
    """Waits a while for processes that were started: their time counts only once they have ended."""
    until = time.monotonic() + 5
    with suppress(ChildProcessError):
        while time.monotonic() < until:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.05)


def _processor() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    """USER PORT DATA: is the process that is measured."""
    asked = argparse.ArgumentParser(prog="python -m bench.firstrun", description=__doc__)
    asked.add_argument("user")
    asked.add_argument("port", type=int)
    asked.add_argument("data", type=Path)
    options = asked.parse_args()
    seen = _run(options.user, options.port, options.data)
    print(json.dumps({name: getattr(seen, name) for name in Run.__slots__}))


if __name__ == "__main__":
    main()
