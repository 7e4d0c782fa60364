"""A server of a few lines that answers IMAP commands as a test says."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

Answer = bytes | Callable[[bytes], bytes]
"""Untagged lines, or a NO or BAD; or what makes them of the whole command."""


@contextmanager
def scripted(greeting: bytes, answers: Mapping[bytes, Answer]) -> Iterator[tuple[int, list[bytes]]]:
    """A server that says ``greeting``, then to each command its answer: an untagged line, or the end of a tagged one.

    Yields the port and the lines it heard.
    """
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with suppress(OSError), connection, connection.makefile("rwb") as stream:  # clients hang up
            stream.write(greeting)
            stream.flush()
            for line in stream:
                heard.append(line.strip())
                tag, _, rest = line.strip().partition(b" ")
                stream.write(_reply(tag, rest, answers))
                stream.flush()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        listener.close()
        thread.join(2)


def _reply(tag: bytes, line: bytes, answers: Mapping[bytes, Answer]) -> bytes:
    command = line.split(b" ")[0].upper()
    answer = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n", b"LOGOUT": b"* BYE bye\r\n", **answers}.get(command, b"")
    said = answer if isinstance(answer, bytes) else answer(line)
    if said.startswith((b"NO ", b"BAD ")):
        return tag + b" " + said + b"\r\n"
    return said + tag + b" OK done\r\n"
