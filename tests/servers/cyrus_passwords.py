"""Answers Cyrus whether a password is right, in the place of its ``saslauthd``: a socket with one question each time.

The question is user name, password, service and realm, each behind its length in two octets; the answer is OK or NO.
"""

import socket
import struct
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


class PasswordDesk:
    """The answering side while its ``with`` block lasts; every user has the one password."""

    def __init__(self, path: Path, password: str) -> None:
        self._password = password.encode()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        path.chmod(0o777)
        self._listener.listen(50)
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        """Answers no more."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):  # closed
            while True:
                connection, _ = self._listener.accept()
                with suppress(OSError, struct.error), connection, connection.makefile("rb") as question:
                    _user, password, _service, _realm = (_counted(question) for _ in range(4))
                    answer = b"OK" if password == self._password else b"NO"
                    connection.sendall(struct.pack(">H", len(answer)) + answer)


def _counted(question: BinaryIO) -> bytes:
    (length,) = struct.unpack(">H", question.read(2))
    return question.read(int(length))
