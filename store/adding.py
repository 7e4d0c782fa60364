"""Mails on their way into the store, many at once: a statement for each table instead of a dozen for each mail.

What is there afterwards is what would be there had they come one after the other, in this order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from store import mailway as way
from store.codec import to_lean_json
from store.records import Location, Message, Reading
from store.vocabulary import Direction

SLICE = 500
"""Values asked about in one statement: SQLite takes some thousands."""
_APART = ("text", "html")
"""What of a mail has a place of its own."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A mail to be stored. ``ties`` may link it to others besides its thread: "company:…", "requisition:…", "uid:…"."""

    message: Message
    reading: Reading
    direction: Direction
    ties: frozenset[str] = frozenset()
    location: Location | None = None

    @property
    def is_own(self) -> bool:
        """Whether the person wrote it."""
        return self.direction is Direction.SENT


@dataclass(frozen=True, slots=True)
class Added:
    """The number of a mail, and whether it is new; ``is_alone`` where nothing links it to any other mail so far."""

    number: int
    is_new: bool
    is_alone: bool


def add_all(connection: Connection, mails: Sequence[Incoming], *, account: str, at: datetime) -> list[Added]:
    """Stores each mail once; a known one only gains its location."""
    known = numbers_of(connection, [each.message.identity for each in mails])
    highest = int(connection.scalar(way.HIGHEST) or 0)
    numbers: list[tuple[int, bool]] = []
    fresh: dict[int, Incoming] = {}
    for each in mails:
        before = known.get(each.message.identity)
        if before is None:
            highest += 1
            fresh[highest] = each
        numbers.append((known.setdefault(each.message.identity, highest), before is None))
    threads = _Threads(connection, {number: references_of(each.message) for number, each in fresh.items()})
    for number, each in fresh.items():
        threads.join(number, each.ties)
    if fresh:
        rows = [_row(number, each, account, threads.key_of(number)) for number, each in fresh.items()]
        connection.execute(way.ADD, rows)
        connection.execute(way.JUDGE, [verdict_row(number, each.reading, at) for number, each in fresh.items()])
        tie_all(connection, {number: each.ties | references_of(each.message) for number, each in fresh.items()})
        threads.write_merged(connection)
    places = [
        location_row(each.location) | {"message": number}
        for each, (number, _) in zip(mails, numbers, strict=True)
        if each.location is not None
    ]
    if places:
        connection.execute(way.LOCATE, places)
    alone = {number for number, each in fresh.items() if not each.ties and threads.is_alone(number)}
    return [Added(number, is_new, number in alone) for number, is_new in numbers]


def numbers_of(connection: Connection, identities: Iterable[str]) -> dict[str, int]:
    """The numbers of those mails that are stored, by identity."""
    asked = list(dict.fromkeys(identities))
    found: dict[str, int] = {}
    for start in range(0, len(asked), SLICE):
        rows = connection.execute(way.NUMBERS_OF, {"identities": asked[start : start + SLICE]})
        found.update((identity, number) for identity, number in rows)
    return found


def references_of(mail: Message) -> frozenset[str]:
    """The Message-IDs by which a mail belongs to a thread (RFC 5322 §3.6.4), its own among them."""
    return frozenset((mail.message_id, *mail.in_reply_to, *mail.references)) - {""}


def tie_all(connection: Connection, ties: dict[int, frozenset[str]]) -> None:
    """Adds what may link messages to others, by number."""
    rows = [{"reference": tie, "message": number} for number, each in ties.items() for tie in sorted(each)]
    if rows:
        connection.execute(way.TIE, rows)


def verdict_row(message: int, reading: Reading, at: datetime) -> dict[str, Any]:
    """A reading as a row of ``verdicts``."""
    return {
        "message": message,
        "tag": reading.verdict.tag,
        "unsure": reading.verdict.unsure,
        "model": reading.verdict.model,
        "reading": to_lean_json(reading),
        "at": at,
    }


def location_row(location: Location) -> dict[str, Any]:
    """A place as a row of ``locations``, without what lies there."""
    return {
        "account": location.account,
        "folder": location.folder,
        "uidvalidity": location.uidvalidity,
        "uid": location.uid,
    }


def _row(number: int, mail: Incoming, account: str, thread: int) -> dict[str, Any]:
    message = mail.message
    return {
        "id": number,
        "identity": message.identity,
        "account": account,
        "direction": mail.direction,
        "date": message.date,
        "message_id": message.message_id,
        "sender": message.sender.address,
        "subject": message.subject,
        "text": message.text,
        "rest": to_lean_json(message, _APART),
        "thread": thread,
    }


class _Threads:
    """Joins every thread that new mails link together, whatever order the mails of a thread arrive in.

    A thread's key is the lowest number of a mail that was ever in it.
    """

    def __init__(self, connection: Connection, references: dict[int, frozenset[str]]) -> None:
        self._references = references
        self._tied: dict[str, set[int]] = {}
        """The threads of the mails with a tie, or a Message-ID, that new ones name."""
        asked = sorted(frozenset().union(*references.values()))
        for start in range(0, len(asked), SLICE):
            for reference, key in connection.execute(way.THREADS_OF, {"own": asked[start : start + SLICE]}):
                self._tied.setdefault(reference, set()).add(key)
        self._stored = frozenset[int]().union(*self._tied.values())
        self._above = {key: key for key in self._stored}
        self._sizes: dict[int, int] = {}

    def join(self, number: int, ties: frozenset[str]) -> None:
        """Takes in the next mail."""
        own = self._references[number]
        self._above[number] = number
        for key in {key for reference in own for key in self._tied.get(reference, ())}:
            one, other = sorted((self.key_of(key), self.key_of(number)))
            self._above[other] = one
        for tie in own | ties:
            self._tied.setdefault(tie, set()).add(number)
        self._sizes.clear()

    def key_of(self, number: int) -> int:
        """The key of the thread a mail, or a former key, is in."""
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def is_alone(self, number: int) -> bool:
        """Whether a new mail is all there is of its thread."""
        if not self._sizes:
            for each in self._above:
                key = self.key_of(each)
                self._sizes[key] = self._sizes.get(key, 0) + 1
        return self._sizes[self.key_of(number)] == 1

    def write_merged(self, connection: Connection) -> None:
        """Gives stored mails the key of the thread that theirs has become part of."""
        merged = [{"former": key, "key": self.key_of(key)} for key in sorted(self._stored) if self.key_of(key) != key]
        if merged:
            connection.execute(way.JOIN, merged)
