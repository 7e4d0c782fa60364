"""Connecting to an SMTP server in private, or to this very machine, and leaving it again."""

import contextlib
import smtplib
import ssl

from ingest.accounts import Security, Server, is_this_machine
from ingest.trust import private_line
from respond.smtp.answers import before_the_text, refusal
from respond.smtp.session import PrivateSession, Session
from store.errors import HeardbackError, PermanentError

_GOODBYE_SECONDS = 5.0
_GREETING_NAME = "[127.0.0.1]"
"""An address literal instead of the machine's name, which is nobody's business (RFC 5321 §4.1.3)."""


def connected(server: Server) -> smtplib.SMTP:
    """A connection to ``server`` that is ready for signing in.

    Raises ``PassingError`` where it cannot be reached, ``PermanentError`` where it is not safe to go on.
    """
    if server.security is Security.PLAIN and not is_this_machine(server.host):
        raise PermanentError(f'{server.host} would be reached unencrypted; set smtp_security to "tls" or "starttls".')
    context = _context(server)
    with before_the_text(server.host):
        if server.security is Security.TLS:
            connection: smtplib.SMTP = PrivateSession(
                server.host, server.port, _GREETING_NAME, timeout=server.connect_timeout, context=context
            )
        else:
            connection = Session(server.host, server.port, _GREETING_NAME, timeout=server.connect_timeout)
    try:
        with before_the_text(server.host):
            _make_private(connection, server, context)
    except HeardbackError:
        connection.close()
        raise
    return connection


def leave(connection: smtplib.SMTP) -> None:
    """Says good-bye. The answer no longer matters: whether the mail was taken is settled by now, and not yet noted."""
    with contextlib.suppress(smtplib.SMTPException, OSError):
        if connection.sock is not None:
            connection.sock.settimeout(_GOODBYE_SECONDS)
        connection.quit()
    connection.close()


def _context(server: Server) -> ssl.SSLContext:
    try:
        return private_line(server.ca_file)
    except OSError as error:  # ssl.SSLError is one too
        raise PermanentError(f"The certificate file {server.ca_file} cannot be read; check tls_ca_file.") from error


def _make_private(connection: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    if connection.sock is not None:
        connection.sock.settimeout(server.read_timeout)
    _introduce(connection)
    if server.security is not Security.STARTTLS:
        return
    if not connection.has_extn("starttls"):
        raise PermanentError(f"{server.host} offers no STARTTLS; check smtp_port. Nothing was sent.")
    connection.starttls(context=context)
    _introduce(connection)


def _introduce(connection: smtplib.SMTP) -> None:
    """EHLO; the older HELO only where that is unknown, for a server that is busy would then lack its sign-in."""
    code, words = connection.ehlo()
    if code >= 500:
        code, words = connection.helo()
    if not 200 <= code < 300:
        raise refusal(code, words)
