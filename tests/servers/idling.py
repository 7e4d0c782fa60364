"""A server of a few lines that says what a test wants while a client waits (IDLE), and ends the waiting properly."""

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

OPENED = b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok\r\n"


@contextmanager
def idling(*pieces: bytes, pause: float = 0.0) -> Iterator[int]:
    """Says these pieces after IDLE, with a pause between them; what begins with NO or BAD is the tagged answer.

    Yields the port.
    """
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with suppress(OSError), connection, connection.makefile("rb") as lines:  # clients hang up
            connection.sendall(b"* OK [CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN] ready\r\n")
            _converse(connection, lines, pieces, pause)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.close()
        thread.join(2)


def _converse(connection: socket.socket, lines: Iterator[bytes], pieces: Sequence[bytes], pause: float) -> None:
    waiting = b""
    for line in lines:
        tag, _, rest = line.strip().partition(b" ")
        command = rest.split(b" ")[0].upper()
        if tag == b"DONE":
            connection.sendall(waiting + b" OK done\r\n")
        elif command == b"IDLE":
            waiting = tag
            for piece in pieces:
                connection.sendall(tag + b" " + piece if piece.startswith((b"NO ", b"BAD ")) else piece)
                time.sleep(pause)
        else:
            said = OPENED if command == b"EXAMINE" else b""
            said = b"* CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN\r\n" if command == b"CAPABILITY" else said
            connection.sendall(said + tag + b" OK done\r\n")
