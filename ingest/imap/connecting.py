"""Connecting to an IMAP server in private, or to this very machine."""

import imaplib
import logging
import socket
import ssl
from typing import Any

from imapclient import IMAPClient, SocketTimeout

from ingest import imap_errors as errors
from ingest.accounts import Account, Security, is_this_machine
from ingest.imap.bounds import bound_answers, forget_what_was_said
from ingest.trust import private_line
from store.errors import HeardbackError

log = logging.getLogger(__name__)
logging.getLogger("imapclient").setLevel(logging.CRITICAL)  # its lower levels repeat mail text and addresses


def connected(account: Account) -> Any:
    """A connection that is private, or leads to this very machine."""
    server = account.imap
    if server.security is Security.PLAIN and not is_this_machine(server.host):
        raise errors.plain_elsewhere(account)
    # Reading the system's authorities takes 30 ms, which a connection in plain need not wait for.
    context = None if server.security is Security.PLAIN else _trust(account)
    try:
        client = IMAPClient(
            server.host,
            server.port,
            ssl=server.security is Security.TLS,
            ssl_context=context,
            timeout=SocketTimeout(server.connect_timeout, server.read_timeout),
        )
    except OSError as error:
        raise errors.no_connection(account, error) from error
    except imaplib.IMAP4.error as error:
        raise _strange_greeting(account, error) from error
    bound_answers(client)
    client.normalise_times = False
    # A command with a literal is two small writes; without this the second waits 40 ms for the first one's ACK.
    client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if context is not None and server.security is Security.STARTTLS:
        _start_tls(client, account, context)
    return client


def _trust(account: Account) -> ssl.SSLContext:
    try:
        return private_line(account.imap.ca_file)
    except OSError as error:  # ssl.SSLError, for a file that is no PEM, is one too
        raise errors.bad_ca_file(account) from error


def _start_tls(client: Any, account: Account, context: ssl.SSLContext) -> None:
    """Goes private, or gives up: there is no way back to plain text."""
    try:
        client.starttls(context)
    except OSError as error:
        hang_up(client)
        raise errors.no_connection(account, error) from error
    except imaplib.IMAP4.abort as error:
        hang_up(client)
        raise errors.no_connection(account, error) from error
    except imaplib.IMAP4.error as error:
        hang_up(client)
        raise errors.no_starttls(account) from error
    forget_what_was_said(client)


def _strange_greeting(account: Account, error: Exception) -> HeardbackError:
    """imaplib greets and asks for CAPABILITY in one go; only what answers in another language is no IMAP server."""
    said = str(error)
    if any(words in said for words in ("socket error", "CAPABILITY", "got more than", "not IMAP4 compliant")):
        return errors.no_connection(account, error)
    if "unexpected response" in said:
        return errors.not_imap(account)
    if isinstance(error, imaplib.IMAP4.abort) or "BYE" in said:
        return errors.turned_away(account, said)
    return errors.not_imap(account)


def hang_up(client: Any) -> None:
    try:
        client.shutdown()
    except OSError as error:
        log.debug("closing the connection failed: %s", type(error).__name__)
