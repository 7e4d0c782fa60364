"""A real Dovecot with filled mailboxes, for the benchmarks: mail is laid into its Maildirs as files, past the wire."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from heardback.settings import AccountSettings, PersonSettings, ReplySettings, Settings
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
        """heardback's settings for this mailbox."""
        return settings_of(self.user, self.server.imap_port)

    @property
    def maildir(self) -> Path:
        """Where its files lie."""
        return self.server.home / "home" / self.user / "Maildir"

    def lay(self, mails: Iterable[tuple[bytes, datetime]], folder: str = "") -> int:
        """Puts mails into the mailbox's files, oldest first; returns how many octets."""
        maildir = self.maildir / (f".{folder}" if folder else "")
        octets = 0
        for number, (raw, at) in enumerate(mails):
            octets += write(_made(maildir) / "cur", number, raw, at).stat().st_size
        own(self.server, self.server.home / "home")
        return octets

    def link(self, files: Iterable[Path]) -> None:
        """Puts mails that lie beside the mailbox already into it, without a copy of their octets."""
        here = _made(self.maildir) / "cur"
        for file in files:
            (here / file.name).hardlink_to(file)
        own(self.server, self.maildir.parent.parent, self.maildir.parent, self.maildir, *self.maildir.iterdir())


def settings_of(user: str, port: int, *, into_drafts: bool = False) -> Settings:
    """heardback's settings for a mailbox. Unless told to, it puts no drafts there, which costs what the server asks."""
    os.environ[PASSWORD_ENV] = PASSWORD
    account = AccountSettings(
        address=user,
        imap_host="127.0.0.1",
        imap_port=port,
        imap_security=Security.PLAIN,
        password_env=PASSWORD_ENV,
    )
    person = PersonSettings(name="Sam Reed", address=user, country="GB", timezone="Europe/London")
    return Settings(person=person, accounts={"home": account}, replies=ReplySettings(into_drafts_folder=into_drafts))


def write(folder: Path, number: int, raw: bytes, at: datetime) -> Path:
    """One mail as a file that a Maildir may hold, of the time it arrived."""
    file = folder / f"{int(at.timestamp())}.M{number}P1.bench,S={len(raw)}:2,"
    file.write_bytes(raw)
    os.utime(file, (at.timestamp(), at.timestamp()))
    return file


def own(server: Dovecot, top: Path, *others: Path) -> None:
    """Gives files to whom the server runs as: ``top`` with all below it, or just those that are named beside it."""
    if os.geteuid() == 0:
        owner = server.home.stat()
        for path in (top, *(others or top.rglob("*"))):
            os.chown(path, owner.st_uid, owner.st_gid)


def _made(maildir: Path) -> Path:
    for name in ("cur", "new", "tmp"):
        (maildir / name).mkdir(parents=True, exist_ok=True)
    return maildir


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
