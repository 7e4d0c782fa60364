"""One mailbox on one server, as the contract tests need it: filled and looked at past our own IMAP code."""

import base64
import imaplib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from heardback.demo.server import DemoServer
from ingest.accounts import Account, PasswordSource, Security, Server
from tests.servers.cyrus import Cyrus
from tests.servers.dovecot import Dovecot
from tests.servers.mailhost import PASSWORD as PASSWORD


@dataclass(frozen=True, slots=True)
class Box:
    """An empty mailbox and the account that reaches it; ``plain_port`` is for observers and proxies."""

    server: Dovecot | Cyrus | DemoServer
    account: Account
    plain_port: int
    password: str = PASSWORD

    @property
    def is_dovecot(self) -> bool:
        """Whether Dovecot stands behind it."""
        return isinstance(self.server, Dovecot)

    @property
    def is_real(self) -> bool:
        """Whether a real mail server stands behind it."""
        return not isinstance(self.server, DemoServer)

    def put(
        self, folder: str, messages: Iterable[tuple[bytes, datetime]], flags: Iterable[str] = ()
    ) -> tuple[int, ...]:
        """Puts messages into a folder, made where missing; returns their UIDs."""
        if not isinstance(self.server, DemoServer):
            return self.server.append(self.account.username, modified_utf7(folder), messages, flags)
        return self.server.fill(self.account.username, folder, messages, flags)

    def expunge(self, folder: str, uids: Iterable[int]) -> None:
        """Removes messages, as another mail program would."""
        if not isinstance(self.server, DemoServer):
            self.server.expunge(self.account.username, modified_utf7(folder), uids)
        else:
            self.server.discard(self.account.username, folder, uids)

    def flags(self, folder: str) -> list[bytes]:
        """The lines another mail program gets for the flags of all messages, byte for byte."""
        with self.observer() as session:
            session.select(f'"{modified_utf7(folder)}"', readonly=True)
            return [line for line in session.uid("FETCH", "1:*", "(FLAGS)")[1] if isinstance(line, bytes)]

    @contextmanager
    def observer(self) -> Iterator[imaplib.IMAP4]:
        """A session of another mail program."""
        with imaplib.IMAP4("127.0.0.1", self.plain_port, timeout=30) as session:
            session.login(self.account.username, self.password)
            yield session

    def through(self, port: int, *, read_timeout: float = 30.0) -> Account:
        """The account by way of a proxy on ``port``, in plain."""
        server = Server("127.0.0.1", port, Security.PLAIN, connect_timeout=10.0, read_timeout=read_timeout)
        return replace(self.account, imap=server)


def account(username: str, port: int, security: Security, ca_file: Path | None = None) -> Account:
    """An account on this machine."""
    server = Server("localhost", port, security, ca_file, connect_timeout=30.0, read_timeout=30.0)
    return Account("home", username, username, server, PasswordSource(environment="UNUSED"))


def modified_utf7(name: str) -> str:
    """A folder name as it travels (RFC 3501 §5.1.3)."""

    def encoded(match: re.Match[str]) -> str:
        coded = base64.b64encode(match[0].encode("utf-16-be")).decode().rstrip("=").replace("/", ",")
        return f"&{coded}-"

    return re.sub(r"[^\x20-\x7e]+", encoded, name.replace("&", "&-"))
