"""A mailbox and how to reach it, as plain values; the settings build them."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Security(StrEnum):
    """How the connection is kept private. Plain is allowed on loopback only."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Server:
    """One IMAP or SMTP server. ``ca_file`` names a PEM file to trust besides the system's authorities."""

    host: str
    port: int
    security: Security
    ca_file: Path | None = None
    connect_timeout: float = 20.0
    read_timeout: float = 60.0


@dataclass(frozen=True, slots=True)
class PasswordSource:
    """Where a password comes from; exactly one is set. The password itself is never kept in a value."""

    command: tuple[str, ...] = ()
    file: Path | None = None
    environment: str = ""
    keyring: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """One mailbox: whose it is, which folders are watched, and how its mail is sent.

    ``sent_folder`` and ``drafts_folder`` are empty unless the person named them: then they are found by SPECIAL-USE
    (RFC 6154) or by their usual names. ``smtp`` is None where nothing is to be sent.
    """

    name: str
    address: str
    username: str
    imap: Server
    password: PasswordSource
    folders: tuple[str, ...] = ("INBOX",)
    sent_folder: str = ""
    drafts_folder: str = ""
    smtp: Server | None = None
    smtp_username: str = ""
    smtp_password: PasswordSource | None = None
