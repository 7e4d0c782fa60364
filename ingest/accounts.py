"""A mailbox and how to reach it, as plain values; the settings build them."""

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit


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
class OAuthServer:
    """Where a provider lets people sign in and hands out tokens (RFC 6749, RFC 8628, RFC 7009).

    A URL is empty where the provider has no such thing. ``redirect`` holds ``{port}``: where the browser is sent back
    to (RFC 8252 §7.3). ``extras`` are further parameters of the sign-in link.
    """

    authorization_url: str
    token_url: str
    device_url: str = ""
    revocation_url: str = ""
    scopes: tuple[str, ...] = ()
    redirect: str = "http://127.0.0.1:{port}/"
    extras: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OAuthSignIn:
    """Signing in by OAuth 2.0: at which provider, and as which of its registered programs.

    ``keyring`` says where the tokens are kept: in the system's keyring, else in a file of the data folder.
    """

    server: OAuthServer
    client_id: str
    client_secret: PasswordSource | None = None
    keyring: bool = False
    ca_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One mailbox: whose it is, which folders are watched, and how its mail is sent.

    ``sent_folder`` and ``drafts_folder`` are empty unless the person named them: then they are found by SPECIAL-USE
    (RFC 6154) or by their usual names. ``smtp`` is None where nothing is to be sent. Where ``oauth`` is set, it serves
    in place of ``password``, and of ``smtp_password`` too unless that is set.
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
    oauth: OAuthSignIn | None = None


def is_this_machine(host: str) -> bool:
    """Whether a host name or address is this very computer, where plain text meets nobody else."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.rstrip(".").lower() == "localhost"


def is_private(url: str) -> bool:
    """Whether what is sent to a URL is read by nobody on the way: https, or http to this very machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(host)))
