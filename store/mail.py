"""The mails, where they lie, and what was made of them; what they belong to: ``places``."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from store import mailway as way
from store.adding import SLICE, Added, Incoming, add_all, location_row, numbers_of, verdict_row
from store.codec import stripped
from store.places import Places
from store.records import Location, Message, Reading, StoredMessage, Unreadable
from store.schema import bodies, corrections, links, messages, unreadable, verdicts
from store.storedmail import stored_from, stored_mails
from store.vocabulary import Direction, Tag

_WORDS = ("quoted", "signature", "footer", "calendar")
"""What goes with the text of a mail; and the words go that its verdict rests on."""


class MailLedger(Places):
    """Everything about messages; the rest of the store points at them by ``id``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        message: Message,
        reading: Reading,
        *,
        direction: Direction,
        account: str,
        ties: Iterable[str],
        at: datetime,
        location: Location | None = None,
    ) -> tuple[int, bool]:
        """Stores a message once. Returns its id and whether it is new; a known one only gains its location.

        ``ties`` are what may link it to other mails besides its thread: "company:…", "requisition:…", "uid:…".
        """
        mail = Incoming(message, reading, direction, frozenset(ties), location)
        (added,) = self.add_all([mail], account=account, at=at)
        return added.number, added.is_new

    def add_all(self, mails: Sequence[Incoming], *, account: str, at: datetime) -> list[Added]:
        """Stores mails in this order, as ``add`` does one by one."""
        return add_all(self._connection, mails, account=account, at=at)

    def known(self, identity: str) -> bool:
        """Whether a message of this identity is stored."""
        return self._connection.scalar(way.NUMBER_OF, {"identity": identity}) is not None

    def known_among(self, identities: Iterable[str]) -> frozenset[str]:
        """Those of the identities under which a message is stored."""
        return frozenset(numbers_of(self._connection, identities))

    def sent_under(self, message_ids: Iterable[str]) -> frozenset[str]:
        """Those of the Message-IDs under which a mail of the person's own is stored."""
        asked = list(dict.fromkeys(message_ids))
        parts = (asked[start : start + SLICE] for start in range(0, len(asked), SLICE))
        return frozenset(found for part in parts for found in self._connection.scalars(way.SENT_UNDER, {"ids": part}))

    def set_aside(self, mail: Unreadable, *, at: datetime, location: Location | None = None) -> bool:
        """Keeps an unreadable mail with its bytes and reason; returns whether it was not kept before."""
        # Mails that never came have no octets to be told apart by.
        digest = hashlib.sha256(mail.raw or mail.source.encode("utf-8", "replace")).hexdigest()
        statement = insert(unreadable).values(
            sha256=digest, source=mail.source, reason=mail.reason, raw=mail.raw, met=at
        )
        added = self._connection.execute(statement.on_conflict_do_nothing(index_elements=["sha256"])).rowcount == 1
        kept = self._connection.execute(select(unreadable.c.id).where(unreadable.c.sha256 == digest)).scalar_one()
        self._locate(location, unreadable=kept)
        return added

    def judge(self, message: int, reading: Reading, *, at: datetime) -> None:
        """Records what was read out of a message, in place of an earlier reading."""
        self._connection.execute(way.JUDGE, verdict_row(message, reading, at))

    def correct(self, message: int, reading: Reading, *, was: Tag, at: datetime) -> None:
        """Records a person's correction; ``reading`` carries the right tag and holds from now on."""
        self._connection.execute(insert(corrections).values(message=message, was=was, tag=reading.verdict.tag, at=at))
        self.judge(message, reading, at=at)

    def get(self, message: int) -> StoredMessage | None:
        """One message, or None."""
        return next(iter(self._select(stored_mails().where(messages.c.id == message))), None)

    def with_text_of(self, ids: Collection[int]) -> tuple[StoredMessage, ...]:
        """These of the messages whose text is still there, oldest first."""
        return (
            self._select(stored_mails().where(messages.c.id.in_(ids), messages.c.text_dropped.is_(False)))
            if ids
            else ()
        )

    def by_message_id(self, message_id: str) -> tuple[StoredMessage, ...]:
        """Messages with this Message-ID; two different mails may share one."""
        # Every mail is tied to its own Message-ID, and that tie has an index.
        near = select(links.c.message).where(links.c.reference == message_id)
        return self._select(stored_mails().where(messages.c.id.in_(near), messages.c.message_id == message_id))

    def of_application(self, application: int) -> tuple[StoredMessage, ...]:
        """An application's mails, oldest first."""
        return self._select(stored_mails().where(messages.c.application_id == application))

    def of_applications(self, ids: Sequence[int]) -> dict[int, tuple[StoredMessage, ...]]:
        """The mails of several applications, oldest first, by application."""
        found: dict[int, list[StoredMessage]] = {}
        for stored in self._select(stored_mails().where(messages.c.application_id.in_(ids))):
            assert stored.application_id is not None
            found.setdefault(stored.application_id, []).append(stored)
        return {application: tuple(mails) for application, mails in found.items()}

    def with_text(self) -> Iterator[StoredMessage]:
        """Every mail whose text is still there, by id, one at a time."""
        found = stored_mails().where(messages.c.text_dropped.is_(False)).order_by(None).order_by(messages.c.id)
        for row in self._connection.execute(found):
            yield stored_from(row)

    def next_dates(self, ids: Sequence[int], now: datetime) -> dict[int, datetime]:
        """The date of the next mail after ``now`` in these applications, where one is dated ahead."""
        ahead = select(messages.c.application_id, func.min(messages.c.date).label("date")).where(
            messages.c.application_id.in_(ids), messages.c.date > now
        )
        rows = self._connection.execute(ahead.group_by(messages.c.application_id))
        return {row.application_id: row.date for row in rows}

    def unsure(self, at_most: int | None = None) -> tuple[StoredMessage, ...]:
        """Received mails the tagger was unsure of and nobody has corrected, newest first."""
        newest = (
            select(messages.c.id)
            .join(verdicts, verdicts.c.message == messages.c.id)
            .where(
                # By number, as the index has it; "IS 1" would not use it.
                verdicts.c.unsure == literal_column("1"),
                messages.c.direction == Direction.RECEIVED,
                messages.c.id.not_in(select(corrections.c.message)),
            )
            .order_by(messages.c.date.desc(), messages.c.id.desc())
            .limit(at_most)
        )
        found = self._select(stored_mails().where(messages.c.id.in_(self._connection.scalars(newest).all())))
        return tuple(reversed(found))

    def between(self, start: datetime, end: datetime) -> tuple[StoredMessage, ...]:
        """Mails dated in ``[start, end)``, oldest first."""
        return self._select(stored_mails().where(messages.c.date >= start, messages.c.date < end))

    def loose(self, tag: Tag, start: datetime, end: datetime) -> tuple[StoredMessage, ...]:
        """Received mails of this tag dated in ``[start, end]`` that belong to no application, oldest first."""
        ids = self._connection.scalars(way.LOOSE, {"tag": tag, "start": start, "end": end}).all()
        return self._select(stored_mails().where(messages.c.id.in_(ids))) if ids else ()

    def corrected(self) -> tuple[StoredMessage, ...]:
        """Every mail a person corrected and whose text is still there: the training examples of their own."""
        ids = select(corrections.c.message)
        return self._select(stored_mails().where(messages.c.id.in_(ids), messages.c.text_dropped.is_(False)))

    def corrected_after(self, correction: int) -> int:
        """How many mails were corrected after the correction of that number."""
        newer = select(func.count(corrections.c.message.distinct())).where(corrections.c.id > correction)
        return int(self._connection.execute(newer).scalar_one())

    def last_correction(self) -> int:
        """The number of the newest correction, or 0."""
        return int(self._connection.execute(select(func.max(corrections.c.id))).scalar_one() or 0)

    def to_judge_again(self, ids: Sequence[int] | None = None) -> tuple[StoredMessage, ...]:
        """What a new model may judge anew, among ``ids`` where they are given.

        These are the received mails in doubt that nobody corrected and whose text is still there.
        """
        statement = stored_mails().where(
            verdicts.c.unsure, messages.c.direction == Direction.RECEIVED, messages.c.text_dropped.is_(False)
        )
        if ids is not None:
            statement = statement.where(messages.c.id.in_(ids))
        return tuple(stored for stored in self._select(statement) if not stored.corrected)

    def writers(self, now: datetime) -> Iterator[tuple[int, str, Tag, datetime]]:
        """Who wrote to each application up to ``now``, under which tag and when first: one row for each of the three.

        Reads through all mails: for figures, not for a round.
        """
        who = (messages.c.application_id, messages.c.sender, verdicts.c.tag)
        received = (messages.c.direction == Direction.RECEIVED, messages.c.application_id.is_not(None))
        found = (
            select(*who, func.min(messages.c.date).label("first"))
            .join(verdicts, verdicts.c.message == messages.c.id)
            .where(*received, messages.c.date <= now)
            .group_by(*who)
        )
        for row in self._connection.execute(found):
            yield row.application_id, row.sender, Tag(row.tag), row.first

    def counts(self) -> tuple[int, int]:
        """How many messages are stored, and how many are set aside."""
        stored = self._connection.execute(select(func.count()).select_from(messages)).scalar_one()
        aside = self._connection.execute(select(func.count()).select_from(unreadable)).scalar_one()
        return stored, aside

    def tag_counts(self, until: datetime) -> dict[Tag, int]:
        """Received mails by tag, up to ``until``."""
        rows = self._connection.execute(
            select(verdicts.c.tag, func.count())
            .join(messages, messages.c.id == verdicts.c.message)
            .where(messages.c.direction == Direction.RECEIVED, messages.c.date <= until)
            .group_by(verdicts.c.tag)
        )
        return {Tag(tag): count for tag, count in rows}

    def set_aside_list(self) -> tuple[tuple[str, str, datetime], ...]:
        """Source, reason and time of each mail set aside, newest first."""
        rows = self._connection.execute(select(unreadable).order_by(unreadable.c.met.desc(), unreadable.c.id.desc()))
        return tuple((row.source, row.reason, row.met) for row in rows)

    def drop_old_text(self, before: datetime) -> int:
        """Drops the text of mails tagged ``other`` that belong to no application and are older than ``before``.

        Identity and verdict stay, so that they are neither read nor judged again. Returns how many.
        """
        ids = self._connection.scalars(way.WITH_LOOSE_TEXT, {"before": before}).all()
        for start in range(0, len(ids), SLICE):
            self._drop_text(ids[start : start + SLICE])
        return len(ids)

    def _drop_text(self, ids: Sequence[int]) -> None:
        self._connection.execute(bodies.delete().where(bodies.c.message.in_(ids)))
        mails: list[dict[str, Any]] = []
        readings: list[dict[str, Any]] = []
        for number, rest, read in self._connection.execute(way.TO_BARE, {"ids": ids}):
            mails.append({"number": number, "bare": stripped(rest, _WORDS)})
            readings.append(
                {"number": number, "quiet": stripped(read, ("deciding",), lists=("reasons",), of="verdict")}
            )
        if mails:
            self._connection.execute(way.BARE_MESSAGE, mails)
            self._connection.execute(way.BARE_VERDICT, readings)

    def _locate(self, location: Location | None, **target: int) -> None:
        if location is not None:
            self._connection.execute(way.LOCATE, {**location_row(location), **target})

    def _select(self, statement: Select[Any]) -> tuple[StoredMessage, ...]:
        return tuple(stored_from(row) for row in self._connection.execute(statement))
