"""No line that is not private: certificates, versions, and servers on the way that would rather have it in plain."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from ingest.accounts import Security, Server
from ingest.imap import open_mailbox
from ingest.trust import private_line
from respond.smtp.sender import SmtpSender
from store.errors import HeardbackError, PassingError, PermanentError
from tests.servers.boxes import PASSWORD, account
from tests.servers.certificates import Certificates, issue

MAIL = b"From: a@morgan.example\r\nSubject: Hi\r\n\r\nHello\r\n"
GREETINGS = {
    "imap": b"* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] ready\r\n",
    "smtp": b"220 mail.example ESMTP\r\n",
}


@contextmanager
def listening(serve: object) -> Iterator[tuple[int, list[bytes]]]:
    """A server of one connection; ``serve(connection, heard)`` is what it does."""
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def once() -> None:
        try:
            connection, _ = listener.accept()
            connection.settimeout(5)
            with connection:
                serve(connection, heard)  # type: ignore[operator]
        except OSError:
            return

    thread = threading.Thread(target=once, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        listener.close()
        thread.join(5)


def refusal(door: str, port: int, security: Security, ca_file: Path | None, host: str = "localhost") -> HeardbackError:
    """What trying to come in, or to send, ends with."""
    server = Server(host, port, security, ca_file, connect_timeout=5, read_timeout=5)
    with pytest.raises(HeardbackError) as caught:
        if door == "imap":
            open_mailbox(replace(account("sam@home.example", port, security), imap=server), PASSWORD)
        else:
            SmtpSender(server, "sam", lambda: PASSWORD).send("a@morgan.example", "d@northwind.example", MAIL)
    return caught.value


def context_of(certificates: Certificates) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificates.chain, certificates.key)
    return context


def shaking_hands(context: ssl.SSLContext, greeting: bytes) -> object:
    """A server that is private from the start."""

    def serve(connection: socket.socket, heard: list[bytes]) -> None:
        with context.wrap_socket(connection, server_side=True) as private:
            private.sendall(greeting)
            heard.append(private.recv(4096))

    return serve


def _expired(folder: Path) -> Certificates:
    files = issue(folder)
    authority = trustme.CA()
    server = authority.issue_cert("localhost", not_after=datetime.now(UTC) - timedelta(days=1))
    authority.cert_pem.write_to_path(files.authority)
    files.chain.write_bytes(b"".join(blob.bytes() for blob in server.cert_chain_pems))
    server.private_key_pem.write_to_path(files.key)
    return files


@pytest.mark.parametrize("door", ["imap", "smtp"])
@pytest.mark.parametrize("flaw", ["another name", "expired", "self-signed"])
def test_a_flawed_certificate_is_never_trusted(door: str, flaw: str, tmp_path: Path) -> None:
    made = _expired(tmp_path) if flaw == "expired" else issue(tmp_path, *(["x.example"] if flaw[0] == "a" else []))
    with listening(shaking_hands(context_of(made), GREETINGS[door])) as (port, heard):
        error = refusal(door, port, Security.TLS, None if flaw == "self-signed" else made.authority)

    assert isinstance(error, PermanentError)
    assert heard == []


@pytest.mark.parametrize("door", ["imap", "smtp"])
def test_nothing_older_than_tls_1_2_is_spoken(door: str, certificates: Certificates) -> None:
    old = context_of(certificates)
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="deprecated"):
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    with listening(shaking_hands(old, GREETINGS[door])) as (port, heard):
        refusal(door, port, Security.TLS, certificates.authority)

    assert heard == []
    assert private_line().minimum_version is ssl.TLSVersion.TLSv1_2


def test_every_door_verifies_names_and_certificates() -> None:
    context = private_line()

    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def in_plain(lines: dict[bytes, bytes], greeting: bytes) -> object:
    """A server that answers each command by its first word, and never goes private."""

    def serve(connection: socket.socket, heard: list[bytes]) -> None:
        with connection.makefile("rwb") as stream:
            stream.write(greeting)
            stream.flush()
            for line in stream:
                heard.append(line.strip())
                words = line.strip().upper().split()
                for word, answer in lines.items():
                    if word in words[:2]:
                        stream.write(answer.replace(b"TAG", line.split()[0]))
                        stream.flush()

    return serve


CAPABILITIES = b"* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\nTAG OK done\r\n"
STRIPPED = {
    "imap refuses": ("imap", {b"CAPABILITY": CAPABILITIES, b"STARTTLS": b"TAG NO not today\r\n"}, GREETINGS["imap"]),
    "imap is signed in already": ("imap", {b"CAPABILITY": CAPABILITIES}, b"* PREAUTH welcome\r\n"),
    "imap offers none": (
        "imap",
        {b"CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK\r\n"},
        b"* OK hello\r\n",
    ),
    "smtp refuses": ("smtp", {b"EHLO": b"250-x\r\n250 STARTTLS\r\n", b"STARTTLS": b"454 no\r\n"}, GREETINGS["smtp"]),
    "smtp offers none": ("smtp", {b"EHLO": b"250-x\r\n250 AUTH PLAIN LOGIN\r\n"}, GREETINGS["smtp"]),
}


@pytest.mark.parametrize("way", STRIPPED)
def test_starttls_that_is_taken_away_ends_the_conversation(way: str) -> None:
    door, lines, greeting = STRIPPED[way]
    with listening(in_plain(lines, greeting)) as (port, heard):
        refusal(door, port, Security.STARTTLS, None)

    said = b"\n".join(heard).upper()
    assert b"AUTH" not in said.replace(b"AUTH=", b"")
    assert b"LOGIN" not in said
    assert b"MAIL FROM" not in said


def slipping_in(door: str, context: ssl.SSLContext, injected: bytes) -> object:
    """A server behind somebody who puts ``injected`` into the plain stream, right behind the answer to STARTTLS."""

    def serve(connection: socket.socket, heard: list[bytes]) -> None:
        connection.sendall(GREETINGS[door])
        offer = CAPABILITIES if door == "imap" else b"250-x\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n"
        while b"STARTTLS" not in (line := connection.recv(4096)):
            connection.sendall(offer.replace(b"TAG", line.split()[0]))
        go = line.split()[0] + b" OK go\r\n" if door == "imap" else b"220 go\r\n"
        connection.sendall(go + injected)
        with context.wrap_socket(connection, server_side=True) as private:
            while line := private.recv(4096):
                heard.append(line)
                if door == "smtp":
                    private.sendall(b"250-x\r\n250 AUTH PLAIN\r\n" if line[:4] == b"EHLO" else b"535 no\r\n")
                elif b"CAPABILITY" in line:
                    private.sendall(b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" + line.split()[0] + b" OK\r\n")
                else:
                    private.sendall(line.split()[0] + b" NO [AUTHENTICATIONFAILED] no\r\n")

    return serve


@pytest.mark.parametrize(
    ("door", "injected"),
    [
        ("imap", b'* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=ANONYMOUS\r\n* LIST () "/" evil\r\nB00001 OK in\r\n'),
        ("smtp", b"250-evil\r\n250 AUTH X-EVIL\r\n235 welcome\r\n"),
    ],
)
def test_what_is_slipped_in_before_the_line_is_private_counts_for_nothing(
    door: str, injected: bytes, certificates: Certificates
) -> None:
    """CVE-2011-0411 and its kin: either the handshake fails on it, or the true server's own answers are heard."""
    with listening(slipping_in(door, context_of(certificates), injected)) as (port, heard):
        error = refusal(door, port, Security.STARTTLS, certificates.authority)

    assert "evil" not in str(error).lower()
    if not isinstance(error, PassingError):
        assert heard, "it was turned away without a word to the true server"
