"""A throw-away Dovecot on loopback: everything in one directory, random ports, no privileges needed.

Runs as ``nobody`` when started by root, else as whoever starts it. It is told by the kernel to end when the process
that started it ends, so that an interrupted test run leaves nothing behind.
"""

import grp
import imaplib
import os
import pwd
import shutil
import smtplib
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from signal import SIGKILL
from typing import Any, Self

from tests.servers.certificates import Certificates, issue
from tests.servers.dovecot_conf import CONFIGURATION
from tests.servers.ports import free_port

INSTALL = "apt-get install dovecot-imapd dovecot-lmtpd"
PASSWORD = "correct horse"
USERS = 200
START_SECONDS = 15.0


def executable() -> str | None:
    """Where Dovecot is, or None if it is not installed."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


class Dovecot:
    """The server while its ``with`` block lasts; ``new_user`` gives each test a mailbox nobody used before."""

    certificates: Certificates

    def __init__(self, configuration: str = CONFIGURATION) -> None:
        self._configuration = configuration
        self.home = Path(tempfile.mkdtemp(prefix="dc-", dir="/tmp"))  # short: socket paths end at 108 characters
        self.imap_port, self.imaps_port, self.lmtp_port = free_port(), free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._unused = iter([f"user{number}@dovecot.example" for number in range(USERS)])
        name = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self._owner = pwd.getpwnam(name)

    def __enter__(self) -> Self:
        self._lay_out()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
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
        self._process.wait(10)
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

    def deliver(self, user: str, *messages: bytes) -> None:
        """Delivers messages into the user's INBOX as a mail server would, by LMTP."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port) as lmtp:
            for message in messages:
                lmtp.sendmail("sender@elsewhere.example", [user], message)

    @contextmanager
    def session(self, user: str) -> Iterator[imaplib.IMAP4]:
        """A plain session of another mail program: an observer that does not go through our own code."""
        with imaplib.IMAP4("127.0.0.1", self.imap_port, timeout=10) as session:
            session.login(user, f"{PASSWORD}")
            yield session

    def append(
        self, user: str, folder: str, messages: Iterable[tuple[bytes, datetime]], flags: Iterable[str] = ()
    ) -> tuple[int, ...]:
        """Puts messages with arrival times and flags into a folder (name in modified UTF-7), made where missing."""
        uids = []
        with self.session(user) as session:
            session.create(f'"{folder}"')
            for raw, when in messages:
                date = when.astimezone(UTC).strftime('"%d-%b-%Y %H:%M:%S +0000"')
                _, answer = session.append(f'"{folder}"', f"({' '.join(flags)})", date, raw)
                uids.append(int(answer[0].split(b"]")[0].split()[-1]))
        return tuple(uids)

    def expunge(self, user: str, folder: str, uids: Iterable[int]) -> None:
        """Removes messages, as another mail program of the person would."""
        with self.session(user) as session:
            session.select(f'"{folder}"')
            for uid in uids:
                session.uid("STORE", str(uid), "+FLAGS.SILENT", "(\\Deleted)")
                session.uid("EXPUNGE", str(uid))

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
                for number in range(USERS)
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
