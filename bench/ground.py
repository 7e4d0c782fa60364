"""What the rows stand on, made when first asked for and gone at the end: one Dovecot with mailboxes, and stores.

All mailboxes hold the newest of the same mails, as links to the same files, so that the largest one costs no more than
itself; the octets are in memory from having been written.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bench.mailmix import mails
from bench.mailserver import Mailbox, own, write
from bench.rows import NotHere
from bench.stores import Stores, in_the_making
from tests.servers.dovecot import INSTALL, Dovecot, executable

if TYPE_CHECKING:
    from bench.firstrun import Run

KILOBYTES_EACH = 32
"""What a mail of the mix takes, and its place in the server's indexes."""
SPARE = 2.0
"""How many times the room must be there that is taken."""
MEMORY = Path("/dev/shm")
"""A hundred thousand files are written and removed there in seconds; a disk takes minutes."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured. ``sizes`` are those at which growth is seen, in mails; ``store`` and ``listed`` are the
    stores of a round and of a listing, ``idle_part`` how much of an idle hour is lived through, ``rest`` how
    long a process is given to come to rest, both as parts of what is usual."""

    first_run: int = 20_000
    first_runs: int = 1
    sizes: tuple[int, ...] = (1_000, 10_000, 100_000)
    read: int = 1_000
    turns: int = 5
    store: int = 50_000
    listed: int = 1_000
    quiet: int = 31
    starts: int = 11
    pages: int = 40
    deliveries: int = 20
    idle_part: float = 1.0
    rest: float = 1.0

    @property
    def largest(self) -> int:
        """Mails in the largest mailbox."""
        return max(self.first_run, *self.sizes)


FULL = Scale()
QUICK = Scale(
    first_run=80,
    first_runs=1,
    sizes=(20, 80),
    read=40,
    turns=1,
    store=100,
    listed=50,
    quiet=2,
    starts=1,
    pages=2,
    deliveries=1,
    idle_part=0.1,
    rest=0.1,
)
"""Sizes that show that all of it works; the figures mean nothing."""


class Ground:
    """Everything measurements share, while its ``with`` block lasts."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self._began = time.monotonic()
        self._held = ExitStack()
        self._mailboxes: dict[int, Mailbox] = {}
        self.first_runs: dict[int, tuple[Path, Run]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    def say(self, words: str) -> None:
        """A line of progress, so that nobody thinks it hangs."""
        print(f"{time.monotonic() - self._began:4.0f} s  {words}", file=sys.stderr, flush=True)

    @cached_property
    def folder(self) -> Path:
        """A folder that is removed at the end."""
        return Path(self._held.enter_context(tempfile.TemporaryDirectory(prefix="heardback-bench-")))

    def needs_server(self) -> None:
        """Raises ``NotHere`` where no mail server is installed."""
        if executable() is None:
            raise NotHere(f"needs Dovecot ({INSTALL})")

    @cached_property
    def server(self) -> Dovecot:
        """The mail server, its mailboxes in memory where there is room for them. Raises ``NotHere``."""
        self.needs_server()
        needed = self.scale.largest * KILOBYTES_EACH * 1024 * SPARE
        roomy = [place for place in (MEMORY, Path(tempfile.gettempdir())) if _free(place) > needed]
        if not roomy:
            raise NotHere(f"needs {needed / 1024**3:.0f} GB of free space in {tempfile.gettempdir()}")
        server = self._held.enter_context(Dovecot())
        boxes = Path(self._held.enter_context(tempfile.TemporaryDirectory(prefix="heardback-bench-", dir=roomy[0])))
        own(server, boxes)
        boxes.chmod(0o755)
        (server.home / "home").rmdir()
        (server.home / "home").symlink_to(boxes)
        return server

    @cached_property
    def files(self) -> Sequence[Path]:
        """The mails of the largest mailbox as files, oldest first."""
        count = self.scale.largest
        pool = self.server.home / "home" / "pool"
        pool.mkdir()
        self.say(f"laying out {count:,} mails …")
        newest = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
        written = [write(pool, number, raw, at) for number, (raw, at) in enumerate(mails(count, newest=newest))]
        own(self.server, pool)
        return written

    def mailbox(self, size: int) -> Mailbox:
        """A mailbox of so many mails, the server's index of them made."""
        if size not in self._mailboxes:
            made = Mailbox(self.server, self.server.new_user())
            made.link(self.files[len(self.files) - size :])
            with self.server.session(made.user) as session:
                session.sock.settimeout(600)
                session.select("INBOX", readonly=True)
            self._mailboxes[size] = made
        return self._mailboxes[size]

    @cached_property
    def stores(self) -> Stores:
        """Stores of ``bench.bigstore``; the process that makes them begins with the first word of them."""
        scale, folder = self.scale, self.folder / "stores"
        folder.mkdir()
        return self._held.enter_context(in_the_making(folder, (scale.listed, scale.store, *scale.sizes)))

    def data(self, name: str) -> Path:
        """A data folder that is still empty."""
        made = self.folder / name
        made.mkdir(mode=0o700)
        return made


def _free(place: Path) -> int:
    """Octets that may be written there; none where it does not exist."""
    return shutil.disk_usage(place).free if place.is_dir() else 0
