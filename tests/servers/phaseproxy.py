"""A loopback proxy that knows where in an IMAP or SMTP conversation it is, and strikes there: once, or from then on.

Between two strikes it passes everything on as it is.
"""

import select
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from tests.servers.phases import ImapTalk, Phase, Piece, SmtpTalk, Talk


class Fault(StrEnum):
    """What is done to the conversation. The first two strike before the server gets the command.

    With EVENT nothing is done to it; ``PhaseProxy.struck`` does something elsewhere before the command goes on.
    """

    FIN = "closed before"
    RST = "reset before"
    HALF = "closed in the middle"
    LOST = "closed, answer lost"
    LOST_RST = "reset, answer lost"
    SILENT = "silent from here on"
    NO_ANSWER = "done, but no answer"
    TRICKLE = "a trickle"
    GARBAGE = "a line of rubbish"
    GARBLED = "octets changed"
    LONG = "an endless line"
    HOLLOW = "OK, and nothing else"
    EVENT = "something happens there"
    BYE = "BYE"
    NO = "NO"
    BAD = "BAD"
    OVERQUOTA = "OVERQUOTA"
    UNAVAILABLE = "UNAVAILABLE"
    INUSE = "INUSE"
    LIMIT = "LIMIT"


REFUSALS = frozenset({Fault.BYE, Fault.NO, Fault.BAD, Fault.OVERQUOTA, Fault.UNAVAILABLE, Fault.INUSE, Fault.LIMIT})
"""What a server says in place of doing it."""
_IMAP_WORDS = {
    Fault.NO: b"NO not now",
    Fault.BAD: b"BAD what is that",
    Fault.OVERQUOTA: b"NO [OVERQUOTA] no room left",
    Fault.UNAVAILABLE: b"NO [UNAVAILABLE] a part of it is away",
    Fault.INUSE: b"NO [INUSE] somebody else works on it",
    Fault.LIMIT: b"NO [LIMIT] that is too much",
}
_SMTP_WORDS = {
    Fault.BYE: b"421 4.3.2 shutting down",
    Fault.NO: b"550 5.7.1 not here",
    Fault.BAD: b"500 5.5.2 what is that",
    Fault.OVERQUOTA: b"552 5.2.2 no room left",
    Fault.UNAVAILABLE: b"451 4.3.0 a part of it is away",
    Fault.INUSE: b"450 4.2.0 somebody else works on it",
    Fault.LIMIT: b"452 4.5.3 that is too much",
}
RUBBISH = b"\x00\xff!! ) (rubbish {\r\n"
LONG_LINE = b"* OK " + b"x" * 1_100_000 + b"\r\n"
"""Longer than imaplib takes."""


@dataclass(frozen=True, slots=True)
class Strike:
    """What happens at the ``nth`` time that this phase is come to; with ``lasting`` at all later ones as well."""

    phase: Phase
    fault: Fault
    nth: int = 1
    lasting: bool = False

    def hits(self, phase: Phase, times: int) -> bool:
        return phase is self.phase and (times >= self.nth if self.lasting else times == self.nth)


class PhaseProxy:
    """Passes connections on to ``target_port``, reading them as ``talk``; ``counts`` begins anew when armed."""

    def __init__(self, target_port: int, talk: Callable[[], Talk] = ImapTalk) -> None:
        self.counts: Counter[Phase] = Counter()
        self.fired = 0
        self.struck: Callable[[], None] = lambda: None
        self.is_smtp = talk is SmtpTalk
        self.talk = talk
        self.target_port = target_port
        self._strike: Strike | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.closed = False

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True
        self._listener.close()

    def arm(self, strike: Strike | None) -> None:
        """From now on, counted anew."""
        self.counts.clear()
        self.fired = 0
        self._strike = strike

    def reach(self, phase: Phase) -> Fault | None:
        """Counts a phase, and tells what strikes in it."""
        self.counts[phase] += 1
        strike = self._strike
        if strike is None or not strike.hits(phase, self.counts[phase]):
            return None
        self.struck()
        self.fired += 1  # afterwards, so that what could not be done does not count as done
        return strike.fault

    def will_refuse(self, phase: Phase) -> bool:
        """Whether the next time of this phase is answered by a refusal."""
        strike = self._strike
        return strike is not None and strike.fault in REFUSALS and strike.hits(phase, self.counts[phase] + 1)

    def words(self, fault: Fault, tag: bytes) -> bytes:
        """A refusal as this protocol's servers say it."""
        if self.is_smtp:
            return _SMTP_WORDS[fault] + b"\r\n"
        if fault is Fault.BYE or not tag:
            return b"* BYE [UNAVAILABLE] shutting down\r\n"
        return tag + b" " + _IMAP_WORDS[fault] + b"\r\n"

    def _accept(self) -> None:
        while not self.closed:
            with suppress(OSError, ValueError):  # closed meanwhile
                if select.select([self._listener], [], [], 0.05)[0]:
                    client, _ = self._listener.accept()
                    threading.Thread(target=_serve, args=(self, client), daemon=True).start()


def _serve(proxy: PhaseProxy, client: socket.socket) -> None:
    try:
        server = socket.create_connection(("127.0.0.1", proxy.target_port))
    except OSError:
        client.close()
        return
    for end in (client, server):
        end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    passage = _Passage(proxy, client, server)
    with suppress(OSError, ValueError, _Ended):
        passage.run()
    for end in (client, server):
        end.close()


class _Ended(Exception):  # noqa: N818 - no error
    """The connection is over."""


class _Passage:
    """One connection, in one thread."""

    def __init__(self, proxy: PhaseProxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy, self._client, self._server = proxy, client, server
        self._talk = proxy.talk()
        self._answer = b""
        self._on_answer: Fault | None = None
        self._is_mute = False
        self._plays_server = False

    def run(self) -> None:
        fault = self._proxy.reach(Phase.GREETING)
        if fault is not None:
            self._strike(fault, Piece(b""))
        while not self._proxy.closed:
            ready, _, _ = select.select([self._client, self._server], [], [], 0.05)
            if self._client in ready:
                self._from_client(self._received(self._client))
            if self._server in ready:
                self._from_server(self._received(self._server))

    def _received(self, end: socket.socket) -> bytes:
        octets = end.recv(1 << 20)
        if not octets and not (self._is_mute and end is self._server):
            raise _Ended
        return octets

    # What the client says

    def _from_client(self, octets: bytes) -> None:
        if self._is_mute:
            return
        for piece in self._talk.sent(octets):
            if piece.phase is not None:
                self._answer = b""
                self._plays_server &= piece.phase in (Phase.TEXT, Phase.DOT)
            fault = self._proxy.reach(piece.phase) if piece.phase is not None else None
            if fault is not None:
                self._strike(fault, piece)
            elif self._plays_server or self._takes_the_part_of_the_server(piece):
                continue
            else:
                self._server.sendall(piece.octets)
            if self._is_mute:
                return

    def _takes_the_part_of_the_server(self, piece: Piece) -> bool:
        """A refusal of the text itself: the server must not see it, and the client has to be asked for it."""
        asks = b""
        if piece.phase is Phase.APPEND and piece.waits is not None and self._proxy.will_refuse(Phase.TEXT):
            asks = b"+ go on\r\n"
        elif piece.phase is Phase.DATA and self._proxy.will_refuse(Phase.DOT):
            asks = b"354 go on\r\n"
        if asks:
            self._plays_server = True
            self._say(asks)
        return bool(asks)

    def _say(self, words: bytes) -> None:
        self._talk.heard(words)
        self._client.sendall(words)

    def _strike(self, fault: Fault, piece: Piece) -> None:
        if fault in REFUSALS:
            self._plays_server = piece.phase is Phase.TEXT  # the line end after the literal is still to come
            self._say(self._proxy.words(fault, piece.tag))
            if fault is Fault.BYE or not piece.octets:
                self._end(self._client, self._server)
            return
        if fault in (Fault.FIN, Fault.RST):
            self._end(self._client, self._server, reset=fault is Fault.RST)
        if fault is Fault.HALF and piece.phase is Phase.TEXT:
            self._server.sendall(piece.octets[: len(piece.octets) // 2])
            self._end(self._server, self._client)
        if fault is Fault.SILENT:
            self._is_mute = True
            return
        self._on_answer = fault
        if fault is Fault.TRICKLE and piece.phase is Phase.TEXT:
            self._trickle(self._server, piece.octets)
        elif piece.octets:
            self._server.sendall(piece.octets)

    # What the server says

    def _from_server(self, octets: bytes) -> None:
        if not octets and self._is_mute:
            time.sleep(0.05)
        if self._is_mute:
            return
        self._answer += octets
        if self._on_answer is None:
            self._client.sendall(octets)
        goes_on = self._talk.goes_on(self._answer)
        if not goes_on and not self._talk.is_whole(self._answer):
            return
        answer, self._answer = self._answer, b""
        if self._on_answer is None:
            self._talk.heard(answer)
        elif goes_on:
            self._say(answer)
        else:
            fault, self._on_answer = self._on_answer, None
            self._spoil(fault, answer)

    def _spoil(self, fault: Fault, answer: bytes) -> None:
        self._talk.heard(answer)
        if fault is Fault.HALF:
            self._client.sendall(answer[: max(len(answer) // 2, 1)])
            self._end(self._client, self._server)
        elif fault in (Fault.LOST, Fault.LOST_RST):
            self._end(self._client, self._server, reset=fault is Fault.LOST_RST)
        elif fault is Fault.NO_ANSWER:
            self._is_mute = True
        elif fault is Fault.TRICKLE:
            self._trickle(self._client, answer)
        elif fault is Fault.EVENT:
            self._client.sendall(answer)
        elif fault is Fault.HOLLOW:
            self._client.sendall(answer.rstrip(b"\r\n").rpartition(b"\r\n")[2] + b"\r\n")
        elif fault is Fault.GARBLED:
            self._client.sendall(_garbled(answer))
        else:
            self._client.sendall((LONG_LINE if fault is Fault.LONG else RUBBISH) + answer)

    def _trickle(self, end: socket.socket, octets: bytes) -> None:
        """Many small pieces, a hundred at the most."""
        size = max(len(octets) // 100, 1)
        for start in range(0, len(octets), size):
            end.sendall(octets[start : start + size])
            time.sleep(0.002)

    def _end(self, *ends: socket.socket, reset: bool = False) -> None:
        for end in ends:
            if reset:
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            end.close()
        raise _Ended


def _garbled(answer: bytes) -> bytes:
    """Every seventh octet is another one; line ends stay, so that the other side is not left waiting."""
    changed = bytearray(answer)
    for index in range(3, len(changed), 7):
        if changed[index] not in b"\r\n":
            changed[index] ^= 0x15
    return bytes(changed)
