"""A first run over a mailbox of very many mails: how long, in how much memory, and whether anything else has to wait.

Small mails of a kilobyte or two, laid into a real Dovecot's files. The service runs in a process of its own, with a
second, quiet mailbox; meanwhile mail is delivered to both, and the time until its draft lies in Drafts is taken.
``python -m bench.bigmailbox --mails 300000``
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from bench.mailmix import MAILS_OF_A_SENDER
from bench.mailserver import Mailbox
from classify.corpus import read_corpus
from classify.modelfile import shipped_model_path
from store.database import Database
from store.vocabulary import Tag
from tests.journey.watched import drafts_in, rejection, settings_for
from tests.servers.boxes import Box, account
from tests.servers.dovecot import Dovecot

DELIVER_EVERY = 15.0
JOB_SHARE = 0.1


@dataclass
class Figures:
    """What was seen."""

    mails: int
    laid_seconds: float = 0.0
    index_seconds: float = 0.0
    first_mail_seconds: float = 0.0
    whole_seconds: float = 0.0
    memory: list[tuple[float, int]] = field(default_factory=list)
    latencies: dict[str, list[float]] = field(default_factory=lambda: {"quiet": [], "big": []})
    stored: int = 0

    def memory_after(self, seconds: float) -> int:
        """Megabytes held at a moment."""
        return next((megabytes for at, megabytes in self.memory if at >= seconds), 0)


def small_mails(count: int, seed: int = 7) -> Iterator[tuple[bytes, datetime]]:
    """Short plain mails with the words of the corpus, oldest first, the newest of yesterday."""
    chance = random.Random(seed)
    rows = read_corpus(shipped_model_path().parent / "corpus")
    job = [row for row in rows if row.tag is not Tag.OTHER]
    ordinary = [row for row in rows if row.tag is Tag.OTHER]
    newest = datetime.now(UTC) - timedelta(days=1)
    for number in range(count):
        row = chance.choice(job if chance.random() < JOB_SHARE else ordinary)
        at = newest - timedelta(minutes=15 * (count - number))
        made = EmailMessage()
        made["From"] = row.sender or f"Kim Alder <kim@calder{number // MAILS_OF_A_SENDER}.example>"
        made["To"] = "Sam Reed <sam@home.example>"
        made["Subject"] = row.subject or "Hello"
        made["Date"] = format_datetime(at)
        made["Message-ID"] = f"<{number}.{chance.getrandbits(48):x}@mail.example>"
        made.set_content(row.body[:1500], cte="8bit")
        yield made.as_bytes(policy=SMTP), at


def measured(mails: int, at_most: float, show: Callable[[Figures], None]) -> None:
    """Lays out the mailbox, runs the service over it until all is read or the seconds are over, and ends it.

    The figures are shown before the many files are removed again, which takes its time.
    """
    figures = Figures(mails)
    with Dovecot() as server, tempfile.TemporaryDirectory() as folder:
        big, quiet = Mailbox(server, server.new_user()), Mailbox(server, server.new_user())
        began = time.monotonic()
        big.lay(small_mails(mails))
        figures.laid_seconds, began = time.monotonic() - began, time.monotonic()
        with server.session(big.user) as session:
            session.sock.settimeout(600)
            session.select("INBOX", readonly=True)
        figures.index_seconds = time.monotonic() - began
        _run({"big": big.user, "quiet": quiet.user}, server, Path(folder), figures, at_most)
        show(figures)


def _run(users: Mapping[str, str], server: Dovecot, data: Path, figures: Figures, at_most: float) -> None:
    command = (sys.executable, "-m", "bench.bigmailbox", "--child", str(data), "--port", str(server.imap_port))
    child = subprocess.Popen([*command, *(f"{name}={user}" for name, user in users.items())])
    try:
        began = time.monotonic()
        stop = threading.Event()
        courier = threading.Thread(target=_deliver, args=(server, users, figures, stop))
        courier.start()
        while child.poll() is None:
            time.sleep(2.0)
            figures.memory.append((time.monotonic() - began, resident(child.pid)))
            figures.stored, whole = progress(data)
            if figures.stored and not figures.first_mail_seconds:
                figures.first_mail_seconds = time.monotonic() - began
            if time.monotonic() - began > at_most or (whole and figures.stored >= figures.mails):
                break
        figures.whole_seconds = time.monotonic() - began
        stop.set()
        courier.join()
    finally:
        child.terminate()
        child.wait(10)


def progress(data: Path) -> tuple[int, bool]:
    """Mails in the store of a running service, and whether it has read all there is."""
    if not (data / "heardback.sqlite").exists():
        return 0, False
    database = Database.open(data)
    try:
        with database.reading() as transaction:
            marks = transaction.folders.watermarks()
            return transaction.mail.counts()[0], bool(marks) and all(mark.is_whole for mark in marks)
    finally:
        database.close()


def _deliver(server: Dovecot, users: Mapping[str, str], figures: Figures, stop: threading.Event) -> None:
    number = 0
    while not stop.wait(DELIVER_EVERY):
        name = ("quiet", "big")[number % 2]
        box = Box(server, account(users[name], server.imap_port, "plain"), server.imap_port)  # type: ignore[arg-type]
        before = drafts_in(box)
        began = time.monotonic()
        server.deliver(users[name], rejection(users[name], number))
        while drafts_in(box) == before and time.monotonic() - began < 300 and not stop.is_set():
            time.sleep(0.5)
        if not stop.is_set():
            figures.latencies[name].append(time.monotonic() - began)
        number += 1


def resident(process: int) -> int:
    """Megabytes that a process holds in memory; 0 once it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(lines.get("VmRSS", "0 kB").split()[0]) // 1024


def _serve(data: Path, port: int, users: Mapping[str, str]) -> None:
    """The service, in the process that is measured."""
    from heardback.service import Service
    from heardback.wiring import House
    from store.clock import SystemClock

    house = House(settings_for({name: (user, port) for name, user in users.items()}), data, SystemClock())
    finished = Service(house, lambda line: print(line, file=sys.stderr)).run()
    os._exit(0 if finished else 1)


def table(figures: Figures) -> Table:
    """The figures for people."""
    shown = Table("A first run over a big mailbox", "Seen", box=None)
    peak = max((megabytes for _, megabytes in figures.memory), default=0)
    minutes = figures.whole_seconds / 60
    shown.add_row(
        "mails laid, index made", f"{figures.mails:,} in {figures.laid_seconds:.0f} s, {figures.index_seconds:.0f} s"
    )
    shown.add_row("first mails in the store after", f"{figures.first_mail_seconds:.1f} s")
    shown.add_row("read after", f"{minutes:.1f} min, {figures.stored / max(figures.whole_seconds, 1):.0f} mails/s")
    shown.add_row(
        "memory after 10 s, 60 s, at its peak", f"{figures.memory_after(10)}, {figures.memory_after(60)}, {peak} MB"
    )
    for name, seen in figures.latencies.items():
        if seen:
            shown.add_row(
                f"delivered to drafted meanwhile, {name}",
                f"median {median(seen):.1f} s, most {max(seen):.1f} s ({len(seen)})",
            )
    return shown


def main() -> None:
    """Runs it, or is the process that is measured."""
    asked = argparse.ArgumentParser(prog="python -m bench.bigmailbox", description=__doc__)
    asked.add_argument("--mails", type=int, default=20_000)
    asked.add_argument("--minutes", type=float, default=float("inf"), help="stop after so many, read or not")
    asked.add_argument("--json", type=Path)
    asked.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    asked.add_argument("--port", type=int, help=argparse.SUPPRESS)
    asked.add_argument("users", nargs="*", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.child is not None:
        _serve(options.child, options.port, dict(pair.split("=", 1) for pair in options.users))
        return

    def show(figures: Figures) -> None:
        Console().print(table(figures))
        if options.json is not None:
            options.json.write_text(json.dumps(figures.__dict__, indent=1))

    measured(options.mails, options.minutes * 60, show)


if __name__ == "__main__":
    main()
