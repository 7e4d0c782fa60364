"""A throw-away Dovecot on loopback: everything in one directory, random ports, no privileges needed.

Runs as ``nobody`` when started by root, else as whoever starts it. It is told by the kernel to end when the process
that started it ends, so that an interrupted test run leaves nothing behind.
"""

import grp
import imaplib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from typing import Any, Self

from tests.servers.certificates import Certificates, issue
from tests.servers.dovecot_conf import CONFIGURATION
from tests.servers.mailhost import PASSWORD as PASSWORD
from tests.servers.mailhost import MailHost
from tests.servers.ports import free_port

INSTALL = "apt-get install dovecot-imapd dovecot-lmtpd"
USERS = 1000
START_SECONDS = 60.0
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Octets free, so that all servers of a run fit in there."""


def executable() -> str | None:
    """Where Dovecot is, or None if it is not installed."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


class Dovecot(MailHost):
    """The server while its ``with`` block lasts; ``new_user`` gives each test a mailbox nobody used before.

    ``in_memory`` keeps the mailboxes there, where there is room: fast to fill and to take away.
    """

    certificates: Certificates

    def __init__(self, configuration: str = CONFIGURATION, users: int = USERS, *, in_memory: bool = False) -> None:
        self._configuration = configuration
        self._users = users
        place = MEMORY if in_memory and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else Path("/tmp")
        self.home = Path(tempfile.mkdtemp(prefix="dc-", dir=place))  # short: socket paths end at 108 characters
        self.imap_port, self.imaps_port, self.lmtp_port = free_port(), free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._unused = iter([f"user{number}@dovecot.example" for number in range(users)])
        name = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self._owner = pwd.getpwnam(name)

    def __enter__(self) -> Self:
        self._lay_out()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None and self._process.poll() is None:
            children = self._children()
            self._process.kill()  # all of it is thrown away; told to end, it would take a second
            self._process.wait(30)
            self._end(children)
        until = time.monotonic() + 10
        while self.home.exists() and time.monotonic() < until:  # a process that is just ending may still write
            shutil.rmtree(self.home, ignore_errors=True)

    def start(self) -> None:
        """Starts the master and waits until it greets."""
        program = executable()
        assert program is not None, INSTALL
        leash = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        as_root = os.geteuid() == 0
        owner: dict[str, Any] = {"user": self._owner.pw_uid, "group": self._owner.pw_gid, "extra_groups": []}
        self._process = subprocess.Popen(
            [*leash, program, "-F", "-c", str(self.home / "dovecot.conf")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            **(owner if as_root else {}),
        )
        deadline = time.monotonic() + START_SECONDS
        while not self._greets():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Dovecot did not start:\n{self.log()}")
            time.sleep(0.02)

    def stop(self) -> None:
        """Ends the master, and by their process ids the sessions, which would outlive it by up to ten seconds."""
        if self._process is None or self._process.poll() is not None:
            return
        children = self._children()
        self._process.terminate()
        self._process.wait(30)
        self._end(children)

    @staticmethod
    def _end(children: list[int]) -> None:
        for pid in children:
            with suppress(OSError):
                if b"dovecot" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(pid, SIGKILL)

    def end_sessions(self) -> None:
        """Ends every IMAP session, so that the files of a mailbox can be changed beneath it."""
        for pid in self._children():
            with suppress(OSError):
                if b"dovecot/imap\0" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(pid, SIGKILL)

    def log(self) -> str:
        """What the server wrote into its log."""
        file = self.home / "dovecot.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def new_user(self) -> str:
        """A user name whose mailbox is still empty; its password is ``PASSWORD``."""
        return next(self._unused)

    def forget_uids(self, user: str) -> None:
        """Makes the server number all messages of INBOX anew under another UIDVALIDITY, as after a restore."""
        self.end_sessions()
        maildir = self.home / "home" / user / "Maildir"
        time.sleep(1.1)  # UIDVALIDITY is the time in seconds
        for file in [*maildir.glob("dovecot*")]:
            file.unlink()

    def _lay_out(self) -> None:
        for name in ("run", "state", "home"):
            (self.home / name).mkdir()
        self.certificates = issue(self.home / "tls", "localhost")
        uid, gid = self._owner.pw_uid, self._owner.pw_gid
        (self.home / "users").write_text(
            "".join(
                f"user{number}@dovecot.example:{{PLAIN}}{PASSWORD}:{uid}:{gid}::"
                f"{self.home}/home/user{number}@dovecot.example::\n"
                for number in range(self._users)
            )
        )
        (self.home / "dovecot.conf").write_text(
            self._configuration.format(
                home=self.home,
                user=self._owner.pw_name,
                group=grp.getgrgid(gid).gr_name,
                imap_port=self.imap_port,
                imaps_port=self.imaps_port,
                lmtp_port=self.lmtp_port,
            )
        )
        self.home.chmod(0o755)
        if os.geteuid() == 0:
            for path in (self.home, *self.home.rglob("*")):
                os.chown(path, uid, gid)

    def _greets(self) -> bool:
        try:
            with imaplib.IMAP4("127.0.0.1", self.imap_port, timeout=2):
                return True
        except (imaplib.IMAP4.error, OSError):
            return False

    def _children(self) -> list[int]:
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(pid) for pid in children.read_text().split()] if children.exists() else []
