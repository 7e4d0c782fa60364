"""A real Dovecot with a filled mailbox, for the benchmarks: mail is laid into its Maildir as files, past the wire."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from heardback.config import Settings
from heardback.settings import AccountSettings, PersonSettings, ReplySettings
from ingest.accounts import Security
from tests.servers.dovecot import PASSWORD, Dovecot

PASSWORD_ENV = "HEARDBACK_BENCH_PASSWORD"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One user of a running server."""

    server: Dovecot
    user: str

    @property
    def settings(self) -> Settings:
        """heardback's settings for this mailbox; drafts are not put into it, which costs what the server makes it."""
        os.environ[PASSWORD_ENV] = PASSWORD
        account = AccountSettings(
            address=self.user,
            imap_host="127.0.0.1",
            imap_port=self.server.imap_port,
            imap_security=Security.PLAIN,
            password_env=PASSWORD_ENV,
        )
        person = PersonSettings(name="Sam Reed", address=self.user, country="GB", timezone="Europe/London")
        return Settings(person=person, accounts={"home": account}, replies=ReplySettings(into_drafts_folder=False))

    def lay(self, mails: Iterable[tuple[bytes, datetime]], folder: str = "") -> int:
        """Puts mails into the mailbox's files, oldest first; returns how many octets."""
        maildir = self.server.home / "home" / self.user / "Maildir" / (f".{folder}" if folder else "")
        for name in ("cur", "new", "tmp"):
            (maildir / name).mkdir(parents=True, exist_ok=True)
        octets = 0
        for number, (raw, at) in enumerate(mails):
            file = maildir / "cur" / f"{int(at.timestamp())}.M{number}P1.bench,S={len(raw)}:2,"
            file.write_bytes(raw)
            os.utime(file, (at.timestamp(), at.timestamp()))
            octets += len(raw)
        if os.geteuid() == 0:
            top = self.server.home / "home"
            owner = self.server.home.stat()
            for path in (top, *top.rglob("*")):
                os.chown(path, owner.st_uid, owner.st_gid)
        return octets


@contextmanager
def filled(mails: Iterable[tuple[bytes, datetime]]) -> Iterator[Mailbox]:
    """A server with one mailbox that holds these mails; its index is made before the block begins."""
    with Dovecot() as server:
        mailbox = Mailbox(server, server.new_user())
        mailbox.lay(mails)
        with server.session(mailbox.user) as session:
            session.select("INBOX", readonly=True)
        yield mailbox


def fresh(folder: Path) -> Path:
    """An empty data folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    return folder
