"""smtplib's session, with bounds: a reply has an end, and one that is none ends the session."""

import smtplib
from typing import IO

_MOST_LINES = 200
"""Lines of one reply; the longest real ones list some twenty extensions."""


class _Lines:
    """A server's lines, up to an end: smtplib collects a reply for as long as it goes on."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.left = file, _MOST_LINES

    def readline(self, size: int = -1) -> bytes:
        self.left -= 1
        if self.left < 0:
            raise OSError("the reply does not end")
        line = self._file.readline(size)
        if line and not line.endswith(b"\n"):
            raise OSError("a line broke off, or does not end")
        return line

    def close(self) -> None:
        self._file.close()


class Session(smtplib.SMTP):
    """smtplib's session, with an end to each reply; one that is none ends it, as nobody knows what the next answers."""

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None and self.sock is not None:
            self.file = _Lines(self.sock.makefile("rb"))
        if isinstance(self.file, _Lines):
            self.file.left = _MOST_LINES
        code, words = super().getreply()
        if not 200 <= code < 600:
            self.close()
            raise smtplib.SMTPServerDisconnected("the answer is no reply")
        return code, words


class PrivateSession(Session, smtplib.SMTP_SSL):
    """The same over TLS from the start."""
