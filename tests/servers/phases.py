"""Where in a conversation a mail program and its server are: IMAP (RFC 3501) and SMTP (RFC 5321) as they pass by. Pure.

A reader is fed what comes from the client and gives it back in pieces, each with the phase it begins, if any; and it
tells in what the server says where an answer is complete.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Phase(StrEnum):
    """What is going on. TEXT is the mail itself on its way to the server, DOT the mark that ends it."""

    GREETING = "greeting"
    # IMAP
    CAPABILITY = "capability"
    LOGIN = "login"
    LIST = "list"
    EXAMINE = "examine"
    SELECT = "select"
    SEARCH = "search"
    FETCH = "fetch"
    APPEND = "append"
    STORE = "store"
    EXPUNGE = "expunge"
    IDLE = "idle"
    NOOP = "noop"
    LOGOUT = "logout"
    # SMTP
    EHLO = "ehlo"
    STARTTLS = "starttls"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    DOT = "dot"
    QUIT = "quit"
    # both
    TEXT = "text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some octets from the client. ``phase`` is what begins with them; None where they go on with something.

    ``tag`` is that of an IMAP command, and ``waits`` the octets of the literal that follows it.
    """

    octets: bytes
    phase: Phase | None = None
    tag: bytes = b""
    waits: int | None = None


class Talk(Protocol):
    """One protocol's way of reading."""

    def sent(self, octets: bytes) -> Iterator[Piece]:
        """What the client sent, in whole pieces; what is incomplete is kept until more comes."""
        ...

    def is_whole(self, answer: bytes) -> bool:
        """Whether what the server said since the last command is its whole answer."""
        ...

    def goes_on(self, answer: bytes) -> bool:
        """Whether the server asks for more in the middle of a command."""
        ...

    def heard(self, answer: bytes) -> None:
        """The client was told this."""
        ...


_LITERAL = re.compile(rb"\{(\d+)(\+?)\}\r\n$")
_LOGIN = {b"LOGIN", b"AUTHENTICATE"}


class ImapTalk:
    """Reads IMAP."""

    def __init__(self) -> None:
        self._rest = b""
        self._literal = 0
        self._in_append = False
        self._tag = b""
        self._begins = True

    def sent(self, octets: bytes) -> Iterator[Piece]:
        self._rest += octets
        while self._rest:
            if self._literal:
                if len(self._rest) < self._literal:
                    return
                taken, self._rest = self._rest[: self._literal], self._rest[self._literal :]
                self._literal = 0
                yield Piece(taken, Phase.TEXT if self._in_append else None, self._tag)
                continue
            line, end, rest = self._rest.partition(b"\r\n")
            if not end:
                return
            self._rest = rest
            yield self._piece(line + end)

    def is_whole(self, answer: bytes) -> bool:
        if not self._tag:
            return answer.endswith(b"\r\n")
        last = answer.rstrip(b"\r\n").rpartition(b"\r\n")[2]
        return answer.endswith(b"\r\n") and last.startswith(self._tag + b" ")

    def goes_on(self, answer: bytes) -> bool:
        return answer.endswith(b"\r\n") and answer.rstrip(b"\r\n").rpartition(b"\r\n")[2].startswith(b"+")

    def heard(self, answer: bytes) -> None:
        if not self.goes_on(answer):  # also a refusal before the literal, which then never comes
            self._literal, self._begins = 0, True

    def _piece(self, line: bytes) -> Piece:
        found = _LITERAL.search(line)
        self._literal = int(found[1]) if found else 0
        begins, self._begins = self._begins, found is None
        words = line.split()
        if not begins or len(words) < 2 or not re.fullmatch(rb"[A-Z]+\d+", words[0]):
            return Piece(line)
        self._tag = words[0]
        name = words[1].upper()
        if name == b"UID":
            name = words[2].upper()
        self._in_append = name == b"APPEND"
        waits = self._literal if found and not found[2] else None
        return Piece(line, _imap_phase(name), self._tag, waits)


def _imap_phase(name: bytes) -> Phase:
    if name in _LOGIN:
        return Phase.LOGIN
    try:
        return Phase(name.decode("ascii", "replace").lower())
    except ValueError:
        return Phase.OTHER


_SMTP_WORDS = {"ehlo", "starttls", "auth", "mail", "rcpt", "data", "quit"}


class SmtpTalk:
    """Reads SMTP. The text comes in two pieces: the mail, and the dot that ends it. After STARTTLS nothing is seen."""

    def __init__(self) -> None:
        self._rest = b""
        self._in_text = False
        self._in_auth = False
        self._name = Phase.GREETING
        self._is_private = False

    def sent(self, octets: bytes) -> Iterator[Piece]:
        if self._is_private:
            yield Piece(octets)
            return
        self._rest += octets
        while self._rest:
            if self._in_text:
                text, end, rest = self._rest.partition(b"\r\n.\r\n")
                if not end:
                    return
                self._in_text, self._rest = False, rest
                yield Piece(text + b"\r\n", Phase.TEXT)
                yield Piece(b".\r\n", Phase.DOT)
                continue
            line, end, rest = self._rest.partition(b"\r\n")
            if not end:
                return
            self._rest = rest
            yield self._piece(line + end)

    def is_whole(self, answer: bytes) -> bool:
        if self._is_private:
            return False
        last = answer.rstrip(b"\r\n").rpartition(b"\r\n")[2]
        return answer.endswith(b"\r\n") and re.match(rb"\d{3}( |$)", last) is not None

    def goes_on(self, answer: bytes) -> bool:
        return self.is_whole(answer) and answer.startswith(b"334")

    def heard(self, answer: bytes) -> None:
        self._in_text = answer.startswith(b"354")
        self._in_auth = answer.startswith(b"334")
        self._is_private = self._name is Phase.STARTTLS and answer.startswith(b"220")

    def _piece(self, line: bytes) -> Piece:
        if self._in_auth:
            self._in_auth = False
            return Piece(line)
        word = line.split()[0].lower().decode("ascii", "replace") if line.split() else ""
        self._name = Phase(word) if word in _SMTP_WORDS else Phase.OTHER
        return Piece(line, self._name)
