"""Waiting for the server's word that mail has come: IDLE (RFC 2177), until a bell is rung or the time is up.

imapclient begins and ends it. Its ``idle_check`` is not used, for it takes a broken line for quiet, gives up on half a
line, and looks at the socket alone: what came in one packet with the server's go-ahead would wait there unseen.
"""

import imaplib
import re
import select
import socket
import ssl
import time
from enum import StrEnum
from typing import Any

from ingest.bell import Bell

SETTLE_SECONDS = 0.03
"""After the first word of news: what a server tells in one breath is looked at together..."""
SETTLE_AT_MOST = 0.3
"""...but not later than this. What comes later in a burst is found by the next round, which begins at once."""
ANSWER_SECONDS = 15.0
"""How long a living server may take to answer DONE or NOOP, which cost it nothing."""
LINE_SECONDS = 10.0
"""How long the rest of a line may take once it has begun."""
QUIET_BEFORE_PROBE = 120
"""Seconds of quiet after which the system asks whether the other side is still there; it keeps routers from forgetting
the connection too, and wakes nobody here."""

_COUNTED = (b"EXISTS", b"EXPUNGE")
_TOLD = re.compile(rb"\* (\d{1,10}) (EXISTS|EXPUNGE)\b", re.IGNORECASE)


class Notice(StrEnum):
    """Why the waiting ended."""

    NEWS = "news"
    QUIET = "quiet"
    CALLED = "called"


def wait_for_news(client: Any, bell: Bell, seconds: float, exists: int) -> Notice:
    """Waits in the selected folder, which holds ``exists`` messages. NEWS wins over the bell, which stays rung.

    A server that only repeats how many there are tells nothing new.

    Raises what imaplib and sockets raise when the connection is gone, the server says good-bye, or refuses.
    """
    _keep_alive(client.socket())
    count = _Count(exists)
    notice = Notice.NEWS if _begin(client, count) else _hear(client, bell, seconds, count)
    client.socket().settimeout(ANSWER_SECONDS)
    _, said = client.idle_done()
    # All of it counts, whatever one of them says already.
    came_last = [count.grows(each[1], int(each[0])) for each in said if len(each) > 1 and each[1] in _COUNTED]
    return Notice.NEWS if any(came_last) else notice


def exists_said(client: Any, known: int) -> int:
    """How many messages the open folder holds as the server told last, by whatever command; ``known`` if it did not."""
    said = client._imap.untagged_responses.get("EXISTS", [])
    return int(said[-1]) if said else known


class _Count:
    """How many messages there are, as the server tells of it."""

    def __init__(self, exists: int) -> None:
        self.exists = exists

    def grows(self, word: bytes, number: int) -> bool:
        """Whether this is news of mail: EXISTS tells how many there are, EXPUNGE which one has gone (RFC 3501 §7)."""
        before, self.exists = self.exists, number if word.upper() == b"EXISTS" else self.exists - 1
        return self.exists > before


def _begin(client: Any, count: _Count) -> bool:
    """Enters IDLE. Tells whether news came before the go-ahead; imapclient takes anything said then for an error."""
    client.socket().settimeout(ANSWER_SECONDS)
    try:
        client.idle()
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        tag, line = client._idle_tag, client._imap
        while not line.tagged_commands.get(tag):
            if line._get_response() is None:  # the go-ahead
                return count.grows(b"EXISTS", exists_said(client, count.exists))
        kind, words = line.tagged_commands.pop(tag)
        raise imaplib.IMAP4.error(f"idle failed: {kind} {words[0].decode('ascii', 'replace')}") from None
    return False


def _hear(client: Any, bell: Bell, seconds: float, count: _Count) -> Notice:
    """What is said until the time is up, the bell rings, or news has come and no more follows."""
    notice = Notice.QUIET
    until = time.monotonic() + seconds
    latest = until
    readable = False
    while True:
        while _has_line(client, readable):
            readable = False
            if _means_news(_line(client), count):
                now = time.monotonic()
                latest = latest if notice is Notice.NEWS else now + SETTLE_AT_MOST
                notice, until = Notice.NEWS, min(now + SETTLE_SECONDS, latest)
        left = until - time.monotonic()
        if left <= 0:
            return notice
        rung, readable = _poll(client.socket(), bell, left)
        if rung and not readable:
            return notice if notice is Notice.NEWS else Notice.CALLED


def _poll(connection: socket.socket, bell: Bell, seconds: float) -> tuple[bool, bool]:
    """Whether the bell was rung, and whether there is something to read, were it the end of the connection."""
    poller = select.poll()
    poller.register(connection, select.POLLIN)
    poller.register(bell, select.POLLIN)
    ready = {descriptor for descriptor, _ in poller.poll(seconds * 1000)}
    return bell.fileno() in ready, connection.fileno() in ready


def _has_line(client: Any, readable: bool) -> bool:
    """Whether a line has begun to arrive; ``readable`` is what the poll says of the socket.

    Raises ``imaplib.IMAP4.abort`` where what there is to read is the end.
    """
    line, connection = client._imap, client.socket()
    ahead = vars(line).get("file")
    if ahead is None:
        # From Python 3.14 on imaplib keeps what it read ahead in a list, and tells an end by itself.
        return readable or bool(line._readbuf) or bool(getattr(connection, "pending", int)())
    connection.settimeout(0.0)
    try:
        begun = bool(ahead.peek(1))
    except ssl.SSLWantReadError:
        return False  # part of a TLS record, or one that carries no data
    finally:
        connection.settimeout(LINE_SECONDS)
    if readable and not begun:
        raise imaplib.IMAP4.abort("the connection has ended")
    return begun


def _line(client: Any) -> bytes:
    line: bytes = client._imap.readline()
    if not line.endswith(b"\n"):
        raise imaplib.IMAP4.abort("the connection has ended in the middle of a line")
    return line


def _means_news(line: bytes, count: _Count) -> bool:
    if not line.startswith(b"* ") or line[2:5].upper() == b"BYE":
        raise imaplib.IMAP4.abort("the server has ended the waiting")
    told = _TOLD.match(line)
    return told is not None and count.grows(told[2], int(told[1]))


def _keep_alive(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (("TCP_KEEPIDLE", QUIET_BEFORE_PROBE), ("TCP_KEEPINTVL", 30), ("TCP_KEEPCNT", 4)):
        if hasattr(socket, name):
            connection.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
