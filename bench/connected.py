"""The service in a process of its own, connected to a mailbox, and what it costs while it has nothing to do.

For the cost, everything it does by time happens ``FASTER`` times as often, so that an hour passes in a quarter of a
minute; its processor time is read from the system.
"""

import argparse
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench.bigmailbox import progress
from heardback.pace import Pace
from tests.journey.watched import settings_for
from tests.servers.boxes import Box

FASTER = 240
WARM_SECONDS = 2.0
LONGEST_SECONDS = 60.0


@contextmanager
def service(data: Path, box: Box, *options: str) -> Iterator[int]:
    """The service while the block lasts; gives its process id."""
    command = (sys.executable, "-m", "bench.connected", "--child", str(data), "--port", str(box.plain_port))
    child = subprocess.Popen(
        [*command, "--user", box.account.username, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield child.pid
    finally:
        child.terminate()
        child.wait(10)


def settle(data: Path, rest: float = 1.0) -> None:
    """Waits until the service has read what lies there, and then a while, or that ``rest`` of it."""
    began = time.monotonic()
    while progress(data) != (1, True):
        time.sleep(0.2)
        if time.monotonic() - began > LONGEST_SECONDS:
            raise RuntimeError("the service does not read its mailbox")
    time.sleep(WARM_SECONDS * rest)


def idle_seconds(data: Path, box: Box, part: float = 1.0, rest: float = 1.0) -> float:
    """Processor seconds of an hour in which nothing comes; a ``part`` of it is seen."""
    with service(data, box, "--fast") as pid:
        settle(data, rest)
        before = _processor_seconds(pid)
        time.sleep(part * 3600 / FASTER)
        return (_processor_seconds(pid) - before) / part


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _serve(data: Path, port: int, user: str, *, fast: bool) -> None:
    from heardback import deciding, draftsinstep
    from heardback.service import DIGEST_MINUTES, SWEEP_MINUTES, Service
    from heardback.wiring import House
    from store.clock import SystemClock

    ordinary = Pace()
    pace = ordinary
    if fast:
        pace = replace(
            ordinary,
            every=ordinary.every / FASTER,
            renew=ordinary.renew / FASTER,
            heartbeat=ordinary.heartbeat / FASTER,
        )
    house = House(settings_for({"home": (user, port)}), data, SystemClock())
    running = Service(house, print, pace)
    if fast:
        # What a round does only now and then by the clock comes as often as in an hour, too.
        deciding.DECIDE_AGAIN_AFTER /= FASTER
        draftsinstep.LOOK_AGAIN_AT_DRAFTS /= FASTER
        for job, minutes in ((running.sweep, SWEEP_MINUTES), (running.digest, DIGEST_MINUTES)):
            threading.Thread(target=_again, args=(job, minutes * 60 / FASTER), daemon=True).start()
    os._exit(0 if running.run() else 1)


def _again(job: object, seconds: float) -> None:
    while True:
        time.sleep(seconds)
        job()  # type: ignore[operator]


def main() -> None:
    """Is the process that is measured."""
    asked = argparse.ArgumentParser(prog="python -m bench.connected", description=__doc__)
    asked.add_argument("--child", type=Path, required=True)
    asked.add_argument("--port", type=int, required=True)
    asked.add_argument("--user", required=True)
    asked.add_argument("--fast", action="store_true")
    options = asked.parse_args()
    _serve(options.child, options.port, options.user, fast=options.fast)


if __name__ == "__main__":
    main()
