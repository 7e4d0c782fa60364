"""How soon a delivered mail has its draft in Drafts, and what a service that has nothing to do costs.

The service runs in a process of its own over a real Dovecot. For the cost, everything it does by time happens
``FASTER`` times as often, so that an hour passes within half a minute; its processor time is read from the system.
``python -m bench.connected``
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console
from rich.table import Table

from heardback.watching import Pace
from ingest.accounts import Security
from tests.journey.watched import drafts_in, rejection, settings_for
from tests.servers.boxes import Box, account
from tests.servers.dovecot import Dovecot

FASTER = 120
WARM_SECONDS = 8.0
DAY_AIM_SECONDS = 15.0


@contextmanager
def _service(data: Path, box: Box, *options: str) -> Iterator[int]:
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


def latencies(deliveries: int, data: Path, box: Box) -> list[float]:
    """Seconds from the end of each delivery until its draft lies in the mailbox, seen by another connection."""
    assert isinstance(box.server, Dovecot)
    seen: list[float] = []
    with _service(data, box):
        time.sleep(WARM_SECONDS)
        for number in range(deliveries):
            before = drafts_in(box)
            box.server.deliver(box.account.username, rejection(box.account.username, number))
            began = time.monotonic()
            with box.observer() as observer:
                observer.select("Drafts", readonly=True)
                while len(observer.search(None, "ALL")[1][0].split()) <= before:
                    time.sleep(0.02)
                    observer.noop()
                    assert time.monotonic() - began < 60, "no draft came"
            seen.append(time.monotonic() - began)
            time.sleep(1.0)
    return seen


def idle_seconds(data: Path, box: Box) -> float:
    """Processor seconds of an hour in which nothing comes."""
    with _service(data, box, "--fast") as pid:
        time.sleep(WARM_SECONDS)
        before = _processor_seconds(pid)
        time.sleep(3600 / FASTER)
        return _processor_seconds(pid) - before


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _serve(data: Path, port: int, user: str, *, fast: bool) -> None:
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
    service = Service(house, print, pace)
    if fast:
        for job, minutes in ((service.sweep, SWEEP_MINUTES), (service.digest, DIGEST_MINUTES)):
            threading.Thread(target=_again, args=(job, minutes * 60 / FASTER), daemon=True).start()
    os._exit(0 if service.run() else 1)


def _again(job: object, seconds: float) -> None:
    while True:
        time.sleep(seconds)
        job()  # type: ignore[operator]


def table(seen: list[float], idle: float) -> Table:
    """The figures for people."""
    shown = Table("Staying connected", "Seen", box=None)
    if seen:
        ninety_fifth = quantiles(seen, n=20)[-1] if len(seen) > 1 else seen[0]
        words = f"median {median(seen):.2f} s, 95th of 100 {ninety_fifth:.2f} s, most {max(seen):.2f} s ({len(seen)})"
        shown.add_row("delivered to drafted", words)
    per_day = idle * 24
    shown.add_row("processor time of an idle hour", f"{idle:.2f} s, {per_day:.0f} s a day (aim {DAY_AIM_SECONDS:.0f})")
    return shown


def main() -> None:
    """Runs it, or is the process that is measured."""
    asked = argparse.ArgumentParser(prog="python -m bench.connected", description=__doc__)
    asked.add_argument("--deliveries", type=int, default=40)
    asked.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    asked.add_argument("--port", type=int, help=argparse.SUPPRESS)
    asked.add_argument("--user", help=argparse.SUPPRESS)
    asked.add_argument("--fast", action="store_true", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.child is not None:
        _serve(options.child, options.port, options.user, fast=options.fast)
        return
    with Dovecot() as server, tempfile.TemporaryDirectory() as folder:
        user = server.new_user()
        box = Box(server, account(user, server.imap_port, Security.PLAIN), server.imap_port)
        years = [
            (rejection(user, 90, datetime.now(UTC) - timedelta(days=400)), datetime.now(UTC) - timedelta(days=400))
        ]
        box.put("INBOX", years)
        seen = latencies(options.deliveries, Path(folder), box)
        idle = idle_seconds(Path(folder), box)
    Console().print(table(seen, idle))


if __name__ == "__main__":
    main()
