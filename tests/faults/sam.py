"""One person for one test: an empty mailbox on the real server, an empty store, and a proxy on each way out.

What the test looks at goes past the proxies and past our own IMAP code.
"""

import imaplib
import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Self

from heardback.settings import DigestSettings, PersonSettings, ReplySettings, Settings
from heardback.wiring import House
from ingest.accounts import Account, PasswordSource, Security, Server
from store.clock import SetClock
from store.database import FILE_NAME
from store.errors import HeardbackError
from store.noted import Draft
from store.vocabulary import DraftState
from tests.emptystore import empty_store
from tests.faults.grounds import Grounds, Way
from tests.servers.dovecot import PASSWORD
from tests.servers.phaseproxy import PhaseProxy
from tests.servers.phases import ImapTalk, SmtpTalk
from tests.servers.smtpsink import Taken

ENVIRONMENT = "HEARDBACK_FAULTS_PASSWORD"
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
CLEAN_ROUNDS = 3
"""After so many rounds without a fault everything must be in order."""


class Sam:
    """The person and their heardback; ``house`` may be closed and opened again at any time."""

    def __init__(
        self, grounds: Grounds, way: Way = Way.SINK, *, patience: float = 10.0, folder: Path | None = None
    ) -> None:
        os.environ[ENVIRONMENT] = PASSWORD
        self.grounds, self.server, self.exit = grounds, grounds.server, grounds.exits[way]
        self.me = self.server.new_user()
        self.folder = folder or Path(tempfile.mkdtemp(prefix="heardback-faults-"))
        shutil.copy(empty_store(), self.folder / FILE_NAME)
        self.clock = SetClock(MONDAY)
        self.imap = PhaseProxy(self.server.imap_port, ImapTalk)
        self.smtp = PhaseProxy(self.exit.port, SmtpTalk)
        self.sends, self.patience = True, patience
        self.folders: tuple[str, ...] = ("INBOX",)
        self.delivered: dict[str, bytes] = {}
        self._observer: imaplib.IMAP4 | None = None

    def __enter__(self) -> Self:
        self.imap.__enter__()
        self.smtp.__enter__()
        self.house = self.new_house()
        return self

    def __exit__(self, *_: object) -> None:
        self.house.close()
        self.imap.__exit__()
        self.smtp.__exit__()
        if self._observer is not None:
            with suppress(imaplib.IMAP4.error, OSError):
                self._observer.logout()
        shutil.rmtree(self.folder, ignore_errors=True)  # a mount point stays, empty

    # heardback

    @property
    def account(self) -> Account:
        """The account by way of the proxies."""
        source = PasswordSource(environment=ENVIRONMENT)
        timeouts = {"connect_timeout": self.patience, "read_timeout": self.patience}
        security = self.exit.security
        authority = self.server.certificates.authority if security is Security.STARTTLS else None
        out = Server("localhost", self.smtp.port, security, authority, **timeouts)
        return Account(
            name="home",
            address=self.me,
            username=self.me,
            imap=Server("127.0.0.1", self.imap.port, Security.PLAIN, **timeouts),
            password=source,
            folders=self.folders,
            smtp=out if self.sends else None,
            smtp_username=self.me,
            smtp_password=source,
        )

    def new_house(self) -> House:
        """heardback as it starts, on the world's clock."""
        return house_of(self.account, self.folder, self.clock)

    def restart(self) -> None:
        """The program ends and starts again."""
        self.house.close()
        self.house = self.new_house()
        self.house.posting.recover()

    def calm(self) -> None:
        """No faults from here on."""
        self.imap.arm(None)
        self.smtp.arm(None)

    def later(self, **time: float) -> None:
        """Lets time pass."""
        self.clock.at += timedelta(**time)

    def clean_rounds(self) -> str:
        """Rounds without faults until all is well; what is still said in the last one."""
        self.calm()
        said = ""
        for _ in range(CLEAN_ROUNDS):
            self.later(minutes=11)
            try:
                report = self.house.rounds.run_once(retry_stopped=True)
                self.house.posting.send_due()
                said = " ".join(report.failures.values())
            except HeardbackError as error:
                said = str(error)
        return said

    # What lies in the store

    def drafts(self) -> tuple[Draft, ...]:
        with self.house.database.reading() as transaction:
            return transaction.drafts.all()

    def stored_ids(self) -> Counter[str]:
        """Message-IDs in the store, and how often each is there."""
        with sqlite3.connect(self.folder / FILE_NAME) as connection:
            return Counter(row[0] for row in connection.execute("SELECT message_id FROM messages"))

    def approve(self, number: int) -> None:
        """Approves, and lets the undo window pass."""
        self.house.outbox.approve(number)
        self.later(minutes=2)

    # What lies on the server

    def deliver(self, *mails: EmailMessage, folder: str = "INBOX", flags: str = "") -> None:
        """Mails arrive at the moment their Date says."""
        session = self.observer()
        for each in mails:
            raw = each.as_bytes(policy=policy.SMTP)
            at = each["Date"].datetime.astimezone(UTC).strftime('"%d-%b-%Y %H:%M:%S +0000"')
            session.append(folder, flags, at, raw)
            self.delivered[str(each["Message-ID"])] = raw

    def ids_in(self, folder: str) -> Counter[str]:
        """Message-IDs of what lies in a folder and is not marked as deleted."""
        return Counter(str(each["Message-ID"]) for each in self.mails_in(folder))

    def mails_in(self, folder: str) -> list[EmailMessage]:
        session = self.observer()
        session.select(folder, readonly=True)
        numbers = b",".join(session.search(None, "ALL")[1][0].split())
        if not numbers:
            return []
        lines = session.fetch(numbers.decode(), "(BODY.PEEK[])")[1]
        return [message_from_bytes(line[1], policy=policy.default) for line in lines if isinstance(line, tuple)]  # type: ignore[misc]

    def flags_in(self, folder: str) -> list[bytes]:
        """The flags of every mail, byte for byte; \\Recent is the server's own affair."""
        session = self.observer()
        session.select(folder, readonly=True)
        lines = session.uid("FETCH", "1:*", "(FLAGS)")[1]
        return [line.replace(b" \\Recent", b"").replace(b"\\Recent", b"") for line in lines if isinstance(line, bytes)]

    def sent(self) -> list[Taken]:
        """What went out to others, as the mail server got it."""
        return [each for each in self.grounds.sent_by(self.me) if self.me not in each.recipients]

    def digests(self) -> list[EmailMessage]:
        """The digests in the inbox."""
        return [each for each in self.mails_in("INBOX") if self.me in str(each["From"])]

    def observer(self) -> imaplib.IMAP4:
        """Another mail program's session."""
        if self._observer is not None:
            try:
                self._observer.noop()
            except (imaplib.IMAP4.error, OSError):
                self._observer = None
        if self._observer is None:
            self._observer = imaplib.IMAP4("127.0.0.1", self.server.imap_port, timeout=30)
            self._observer.login(self.me, PASSWORD)
        return self._observer


def house_of(account: Account, folder: Path, clock: SetClock) -> House:
    """heardback for one account."""
    settings = Settings(
        person=PersonSettings(name="Sam Reed", address=account.address, country="GB", timezone="Europe/London"),
        replies=ReplySettings(undo_minutes=1),
        digest=DigestSettings(),
    )
    house = House(settings, folder, clock)
    house.__dict__["accounts"] = (account,)
    house.__dict__["tagger"] = shipped_tagger()
    return house


def wrong_in_the_end(sam: Sam, flags: Iterable[bytes]) -> list[str]:
    """What is not as it must be once clean rounds have followed a fault; ``flags`` are those before."""
    found = [*_wrong_with_mail(sam), *_wrong_with_sending(sam), *wrong_with_store(sam)]
    before, now = list(flags), sam.flags_in("INBOX")
    if now[: len(before)] != before:
        found.append(f"flags in INBOX were touched: {before} {now}")
    return found


def _wrong_with_mail(sam: Sam) -> list[str]:
    stored, found = sam.stored_ids(), []
    found += [f"lost: {each}" for each in sam.delivered if stored[each] == 0]
    found += [f"stored {times} times: {each}" for each, times in stored.items() if times > 1]
    with sam.house.database.reading() as transaction:
        if transaction.mail.counts()[1]:
            found.append(f"set aside: {transaction.mail.set_aside_list()}")
    return found


def _wrong_with_sending(sam: Sam) -> list[str]:
    sent = Counter(str(message_from_bytes(each.raw)["Message-ID"]) for each in sam.sent())
    copies, lying = sam.ids_in("Sent"), sam.ids_in("Drafts")
    found = [f"sent {times} times" for times in sent.values() if times > 1]
    found += [f"{times} copies in Sent" for times in copies.values() if times > 1]
    found += [f"{times} copies in Drafts" for times in lying.values() if times > 1]
    known = {draft.message_id: draft for draft in sam.drafts()}
    found += ["something unknown was sent" for each in sent if each not in known]
    found += ["something unknown lies in Drafts" for each in lying if each not in known]
    for draft in known.values():
        went, copied, lies = sent[draft.message_id], copies[draft.message_id], lying[draft.message_id]
        expected = _EXPECTED.get(draft.state)
        if expected is None:
            found.append(f"a draft is left {draft.state}: {draft.failure}")
        elif went not in expected[0] or (copied, lies) != expected[1:]:
            found.append(f"a draft is {draft.state}: {went} sent, {copied} in Sent, {lies} in Drafts; {draft.failure}")
    return found


_EXPECTED: dict[DraftState, tuple[tuple[int, ...], int, int]] = {
    DraftState.PROPOSED: ((0,), 0, 1),
    DraftState.EDITED: ((0,), 0, 1),
    DraftState.FAILED: ((0,), 0, 1),
    DraftState.SENT: ((1,), 1, 0),
    DraftState.UNKNOWN: ((0, 1), 0, 1),
    DraftState.DISCARDED: ((0,), 0, 0),
    DraftState.WITHDRAWN: ((0,), 0, 0),
}
"""By state: how often it may have gone out, its copies in Sent and in Drafts."""


def wrong_with_store(sam: Sam) -> list[str]:
    """What SQLite itself finds wrong, and mails below a watermark that are not there."""
    with sqlite3.connect(sam.folder / FILE_NAME) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"dangling: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    return found


@cache
def shipped_tagger() -> object:
    """The tagger on the committed model, read once."""
    from classify.modelfile import load, shipped_model_path
    from classify.tagger import Tagger

    return Tagger(load(shipped_model_path()))
