"""A throw-away Cyrus on loopback: a mail server of another family, which does many things otherwise than Dovecot.

Debian's packages of the two exclude each other, so ``scripts/servers.sh`` only unpacks this one beside the system. It
runs as ``nobody`` when started by root, else as whoever starts it, in one directory and a process group of its own.
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
from tests.servers.cyrus_conf import SERVICES, STANDARD
from tests.servers.cyrus_passwords import PasswordDesk
from tests.servers.mailhost import PASSWORD, MailHost
from tests.servers.ports import free_port

INSTALL = "sh scripts/servers.sh"
UNPACKED = Path(os.environ.get("HEARDBACK_CYRUS", "/usr/local/lib/heardback-tests/cyrus"))
START_SECONDS = 60.0


def executable() -> Path | None:
    """Where its master program is, or None if it is not unpacked."""
    program = UNPACKED / "usr/lib/cyrus/bin/master"
    return program if os.access(program, os.X_OK) else None


class Cyrus(MailHost):
    """The server while its ``with`` block lasts; a mailbox comes into being when its user first signs in."""

    certificates: Certificates

    def __init__(self, configuration: str = STANDARD) -> None:
        self._configuration = configuration
        # In memory where that can be had, for it waits for the disk at every turn; and short: socket paths end at 108.
        self.home = Path(tempfile.mkdtemp(prefix="cy-", dir="/dev/shm" if Path("/dev/shm").is_dir() else "/tmp"))
        self.imap_port, self.imaps_port, self.lmtp_port = free_port(), free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._users = 0
        name = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self._owner = pwd.getpwnam(name)

    def __enter__(self) -> Self:
        self._lay_out()
        self._desk = PasswordDesk(self.home / "mux", PASSWORD)
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._desk.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def start(self) -> None:
        """Starts the master and waits until it greets."""
        program = executable()
        assert program is not None, INSTALL
        leash = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        owner: dict[str, Any] = {"user": self._owner.pw_uid, "group": self._owner.pw_gid, "extra_groups": []}
        here = self.home
        libraries = ":".join(str(folder) for folder in (UNPACKED / "usr/lib").glob("*-linux-*"))
        self._process = subprocess.Popen(
            [*leash, program, "-C", here / "imapd.conf", "-M", here / "cyrus.conf", "-p", here / "master.pid"],
            cwd=here,
            env={"PATH": os.defpath, "LD_LIBRARY_PATH": libraries},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it ends by a signal to its whole process group
            **(owner if os.geteuid() == 0 else {}),
        )
        deadline = time.monotonic() + START_SECONDS
        while not self._greets():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError("Cyrus did not start; what it says goes to the system's log.")
            time.sleep(0.02)

    def stop(self) -> None:
        """Ends the master and every session."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, SIGKILL)  # all of it is thrown away
        self._process.wait(30)
        self._process = None

    def new_user(self) -> str:
        """A user name whose mailbox is still empty; its password is ``PASSWORD``."""
        self._users += 1
        return f"user{self._users}@cyrus.example"

    def _lay_out(self) -> None:
        for name in ("spool", "sieve", *(f"conf/{each}" for each in ("db", "socket", "proc", "lock", "log", "msg"))):
            (self.home / name).mkdir(parents=True)
        self.certificates = issue(self.home / "tls", "localhost")
        program = executable()
        assert program is not None, INSTALL
        names = {
            "home": self.home,
            "bin": program.parent,
            "user": self._owner.pw_name,
            "group": grp.getgrgid(self._owner.pw_gid).gr_name,
            "imap_port": self.imap_port,
            "imaps_port": self.imaps_port,
            "lmtp_port": self.lmtp_port,
        }
        (self.home / "imapd.conf").write_text(self._configuration.format(**names))
        (self.home / "cyrus.conf").write_text(SERVICES.format(**names))
        self.home.chmod(0o755)
        if os.geteuid() == 0:
            for path in (self.home, *self.home.rglob("*")):
                os.chown(path, self._owner.pw_uid, self._owner.pw_gid)

    def _greets(self) -> bool:
        try:
            with imaplib.IMAP4("127.0.0.1", self.imap_port, timeout=5):
                return True
        except (imaplib.IMAP4.error, OSError):
            return False
