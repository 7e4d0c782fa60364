"""What tests do to any real mail server past our own code: look in, fill, empty, and deliver."""

import imaplib
import smtplib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

PASSWORD = "correct horse"


class MailHost:
    """A server on loopback that speaks IMAP in plain and takes mail by LMTP; every user has ``PASSWORD``."""

    imap_port: int
    lmtp_port: int

    def deliver(self, user: str, *messages: bytes) -> None:
        """Delivers messages into the user's INBOX as a mail server would, by LMTP."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port) as lmtp:
            for message in messages:
                lmtp.sendmail("sender@elsewhere.example", [user], message)

    @contextmanager
    def session(self, user: str) -> Iterator[imaplib.IMAP4]:
        """A plain session of another mail program: an observer that does not go through our own code."""
        with imaplib.IMAP4("127.0.0.1", self.imap_port, timeout=30) as session:
            session.login(user, PASSWORD)
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
