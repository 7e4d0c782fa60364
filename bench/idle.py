"""What a service costs that waits: its memory, its days, its store, its first answer to new mail. Plain figures only.

Real processes over a real Dovecot; what each is compared to is measured beside it. The table is made elsewhere.
"""

import imaplib
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from statistics import median

from bench import connected
from bench.mailmix import NEWEST, mails
from bench.mailserver import PASSWORD_ENV, Mailbox
from heardback.intake import Arrival
from heardback.settings import PersonSettings, Settings
from heardback.wiring import House
from ingest.accounts import Security
from ingest.parse import parse
from store.clock import SetClock
from store.database import FILE_NAME, Database
from store.records import Location, Message
from tests.journey.watched import rejection
from tests.servers.boxes import Box, account
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.ports import free_port

BARE = "import imapclient, sqlalchemy; print(flush=True); import time; time.sleep(60)"
SETTLED_SECONDS = 4.0
"""The memory of a service counts once it has not changed by more than a megabyte for so long."""
MOST_SECONDS = 40.0
_BATCH = 100
_CONFIG = """
[person]
name = "Sam Reed"
address = "{user}"
country = "GB"
timezone = "Europe/London"
[accounts.home]
address = "{user}"
imap_host = "127.0.0.1"
imap_port = {port}
imap_security = "plain"
password_env = "{variable}"
[web]
port = {page}
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours beside theirs."""

    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """How many times theirs ours is."""
        return self.ours / self.theirs


def resident(count: int = 200, rest: float = 1.0) -> Pair:
    """Megabytes held by ``heardback run`` at rest after its first round, page on, and by a Python with two imports.

    The store was made before, as it is on every day but the first. ``rest`` is the part of the usual time that each is
    seen to be at rest.
    """
    with Dovecot() as server, tempfile.TemporaryDirectory() as name:
        mailbox, folder = Mailbox(server, server.new_user()), Path(name)
        newest = datetime.now(UTC) - timedelta(days=1)
        mailbox.lay(mails(count, newest=newest, with_files=False))
        Database.open(folder / "data").close()
        config = folder / "config.toml"
        values = {"user": mailbox.user, "port": server.imap_port, "variable": PASSWORD_ENV, "page": free_port()}
        config.write_text(_CONFIG.format(**values), encoding="utf-8")
        words = (sys.executable, "-m", "heardback", "--config", str(config), "--data", str(folder / "data"), "run")
        with _running(words) as pid:
            ours = _settled(pid, rest, lambda: _stored(folder / "data") >= count)
        with _running((sys.executable, "-c", BARE)) as pid:
            theirs = _settled(pid, rest)
        return Pair(ours, theirs)


def idle_day(part: float = 1.0, rest: float = 1.0) -> float:
    """Processor seconds of a day in which nothing comes, looked every five minutes; a ``part`` of one hour of it is
    lived through."""
    with _served() as (box, folder):
        return 24 * connected.idle_seconds(folder, box, part, rest)


def deliveries(count: int = 40, rest: float = 1.0) -> tuple[list[float], list[float]]:
    """Seconds from each delivery until its draft lies in Drafts, and until the server told another listener of it."""
    with _served() as (box, folder), _Listener(box) as listener, connected.service(folder, box):
        assert isinstance(box.server, Dovecot)
        connected.settle(folder, rest)
        drafted: list[float] = []
        noticed: list[float] = []
        with box.observer() as observer:
            for number in range(count):
                before, told = _lying(observer), len(listener.heard)
                box.server.deliver(box.account.username, rejection(box.account.username, number))
                began = time.monotonic()
                while _lying(observer) <= before:
                    time.sleep(0.005)
                    assert time.monotonic() - began < 60, "no draft came"
                drafted.append(time.monotonic() - began)
                noticed.append(listener.after(told, began))
                time.sleep(0.5)
        return drafted, noticed


@dataclass(frozen=True, slots=True)
class Room:
    """Octets: a store of mixed mails, their text parts as they came, and of those the words alone."""

    stored: int
    raw: int
    words: int


def store_size(count: int = 1_000) -> Room:
    """What a store of so many mixed mails takes, and what there was of text in them."""
    with tempfile.TemporaryDirectory() as name:
        person = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
        text = words = 0
        with closing(House(Settings(person=person), Path(name), SetClock(NEWEST))) as house:
            house.intake.begin_watch()
            arrivals = []
            for number, (raw, at) in enumerate(mails(count, with_files=False), start=1):
                mail = parse(raw, source=str(number), internal_date=at)
                assert isinstance(mail, Message)
                text += raw_text_bytes(raw)
                words += text_bytes(mail)
                arrivals.append(Arrival(mail, Location("home", "INBOX", 1, number)))
            for start in range(0, count, _BATCH):
                house.intake.take(arrivals[start : start + _BATCH], "home")
            house.rounds.draft()
        return Room(stored_bytes(Path(name)), text, words)


def stored_bytes(data: Path) -> int:
    """Octets of a store that nobody has open, its log written back."""
    database = Database.open(data)
    try:
        with database._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.close()
    return (data / FILE_NAME).stat().st_size


def raw_text_bytes(raw: bytes) -> int:
    """Octets of a mail's text parts as they travel, plain ones and HTML, without their headers."""
    parts = (part for part in message_from_bytes(raw).walk() if part.get_content_maintype() == "text")
    return sum(len(str(part.get_payload()).encode("utf-8", "surrogateescape")) for part in parts)


def text_bytes(message: Message) -> int:
    """Octets of a mail's own words, with what was split off them; HTML that says the same again is not counted."""
    return sum(len(part.encode()) for part in (message.text, message.quoted, message.signature, message.footer))


class _Listener:
    """Another mail program that waits in INBOX, and remembers when it was told of mail."""

    def __init__(self, box: Box) -> None:
        self.heard: list[float] = []
        self._session = imaplib.IMAP4("127.0.0.1", box.plain_port)
        self._session.login(box.account.username, PASSWORD)
        self._session.select("INBOX", readonly=True)
        self._session.send(b"W1 IDLE\r\n")
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "_Listener":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._session.sock.shutdown(socket.SHUT_RDWR)  # wakes the listener, which holds the lock that closing needs
        self._thread.join(5)
        self._session.shutdown()

    def after(self, told: int, began: float) -> float:
        """Seconds from ``began`` until it was told once more than ``told`` times."""
        while len(self.heard) <= told:
            assert time.monotonic() - began < 60, "the server told nothing"
            time.sleep(0.005)
        return self.heard[told] - began

    def _listen(self) -> None:
        try:
            while line := self._session.readline():
                if b"EXISTS" in line:
                    self.heard.append(time.monotonic())
        except (OSError, ValueError, imaplib.IMAP4.error):
            return  # the connection was ended under it


@contextmanager
def _served() -> Iterator[tuple[Box, Path]]:
    """A mailbox whose history is known to be old, and an empty data folder."""
    with Dovecot() as server, tempfile.TemporaryDirectory() as folder:
        user = server.new_user()
        box = Box(server, account(user, server.imap_port, Security.PLAIN), server.imap_port)
        old = datetime.now(UTC) - timedelta(days=400)
        box.put("INBOX", [(rejection(user, 90, old), old)])
        yield box, Path(folder)


@contextmanager
def _running(words: Sequence[str]) -> Iterator[int]:
    environment = {**os.environ, PASSWORD_ENV: PASSWORD}
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        yield child.pid
    finally:
        child.terminate()
        child.wait(10)


def _settled(pid: int, rest: float, ready: Callable[[], bool] = lambda: True) -> float:
    """Megabytes once it is ready and rests."""
    settled = SETTLED_SECONDS * rest
    seen: list[tuple[float, float]] = []
    until = time.monotonic() + MOST_SECONDS
    while time.monotonic() < until:
        time.sleep(0.5)
        if not ready():
            continue
        now = time.monotonic()
        seen.append((now, _megabytes(pid)))
        lately = [size for at, size in seen if now - at <= settled]
        if now - seen[0][0] >= settled and max(lately) - min(lately) <= 1.0:
            return median(lately)
    raise RuntimeError("the process did not come to rest")


def _megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def _stored(data: Path) -> int:
    database = Database.open(data)
    try:
        with database.reading() as transaction:
            return transaction.mail.counts()[0]
    finally:
        database.close()


def _lying(observer: imaplib.IMAP4) -> int:
    observer.select("Drafts", readonly=True)
    return len(observer.search(None, "ALL")[1][0].split())
