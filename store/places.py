"""Which mails belong together, and where each of them was put: threads, ties, applications, and open questions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from store import mailway as way
from store.adding import SLICE, tie_all
from store.codec import from_json, to_json
from store.records import StoredMessage
from store.schema import links, messages, questions
from store.storedmail import stored_from, stored_mails
from store.vocabulary import Direction

_THESE = stored_mails().where(messages.c.id.in_(bindparam("ids", expanding=True)))


class Places:
    """What ties messages together and to applications; a part of the ledger of mail."""

    _connection: Connection

    def related(self, ids: Iterable[int]) -> tuple[StoredMessage, ...]:
        """All mails that share a thread, an application or a tie with the given ones, and so on until none is added."""
        found: set[int] = set(ids)
        frontier = found
        while frontier:
            near = {"ids": sorted(frontier)}
            reached = {each for way_on in way.RELATED for each in self._connection.scalars(way_on, near)}
            frontier = reached - found
            found |= reached
        return tuple(stored_from(row) for row in self._connection.execute(_THESE, {"ids": sorted(found)}))

    def tied(self, references: Iterable[str], *, after: int = 0) -> frozenset[int]:
        """The numbers of the mails with one of these ties that came after the mail of that number."""
        found = select(links.c.message).where(links.c.reference.in_(set(references)), links.c.message > after)
        return frozenset(self._connection.scalars(found))

    def sent_with(self, reference: str) -> frozenset[int]:
        """The numbers of the person's own mails with this tie."""
        near = select(links.c.message).where(links.c.reference == reference)
        own = select(messages.c.id).where(messages.c.id.in_(near), messages.c.direction == Direction.SENT)
        return frozenset(self._connection.scalars(own))

    def tie(self, message: int, ties: Iterable[str]) -> None:
        """Adds what may link a message to others."""
        tie_all(self._connection, {message: frozenset(ties)})

    def threads(self, ids: Sequence[int]) -> dict[int, int]:
        """Thread keys by message id."""
        return {row.id: row.thread for row in self._connection.execute(way.THREAD_OF, {"ids": list(ids)})}

    def pinned(self, ids: Sequence[int]) -> dict[int, int | None]:
        """Placements made by hand, by message id; they outrank every rule."""
        rows = self._connection.execute(way.PINNED, {"ids": list(ids)})
        return {row.id: row.application_id for row in rows}

    def place(self, message: int, application: int | None, *, pinned: bool | None = None) -> None:
        """Puts a message to an application; ``pinned`` when a person decided it."""
        values: dict[str, Any] = {"application_id": application}
        if pinned is not None:
            values["pinned"] = pinned
        self._connection.execute(update(messages).where(messages.c.id == message).values(values))

    def ask(self, message: int, candidates: Sequence[int], reason: str) -> None:
        """Two applications fit a mail: the person is asked instead of guessing."""
        values = {"message": message, "candidates": to_json(tuple(candidates)), "reason": reason}
        self._connection.execute(way.ASK, values)

    def place_all(self, homes: Mapping[int, int | None]) -> None:
        """Puts messages to applications, by number."""
        rows = [{"number": message, "application": home} for message, home in homes.items()]
        if rows:
            self._connection.execute(way.PLACE, rows)

    def stop_asking(self, *messages: int) -> None:
        """The questions about these mails have an answer."""
        for start in range(0, len(messages), SLICE):
            self._connection.execute(way.NO_QUESTION, {"answered": messages[start : start + SLICE]})

    def questions(self) -> tuple[tuple[int, tuple[int, ...], str], ...]:
        """Open questions: message, the applications that fit, why."""
        rows = self._connection.execute(select(questions).order_by(questions.c.message))
        return tuple((row.message, from_json(row.candidates, tuple[int, ...]), row.reason) for row in rows)
