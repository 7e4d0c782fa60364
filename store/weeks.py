"""What a digest asks of a span of time: which applications moved, which mails came, what was written to whom."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, func, select

from store.schema import contacts, events, links, messages, unreadable, verdicts
from store.vocabulary import Direction, Tag

_PERSON = "person:"
"""How a tie to somebody's address begins (``heardback/intake.py``)."""


class WeekLedger:
    """Questions about days, each answered without reading the mails themselves; spans are ``[start, end)``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def moved(self, start: datetime, end: datetime) -> frozenset[int]:
        """The applications in which something happened that holds."""
        found = select(events.c.application_id).where(
            events.c.at >= start, events.c.at < end, events.c.superseded.is_(False)
        )
        return frozenset(self._connection.scalars(found.distinct()))

    def first_event(self) -> datetime | None:
        """When the first thing happened that holds."""
        found = select(events.c.at).where(events.c.superseded.is_(False)).order_by(events.c.at).limit(1)
        return self._connection.scalars(found).one_or_none()

    def came(self, start: datetime, end: datetime) -> Counter[Tag]:
        """Received mails by tag."""
        found = (
            select(verdicts.c.tag, func.count())
            .join(messages, messages.c.id == verdicts.c.message)
            .where(messages.c.date >= start, messages.c.date < end, messages.c.direction == Direction.RECEIVED)
            .group_by(verdicts.c.tag)
        )
        return Counter({Tag(tag): count for tag, count in self._connection.execute(found)})

    def set_aside(self, start: datetime, end: datetime) -> int:
        """How many mails could not be read."""
        found = select(func.count()).where(unreadable.c.met >= start, unreadable.c.met < end)
        return int(self._connection.execute(found.select_from(unreadable)).scalar_one())

    def with_mail(self, start: datetime, end: datetime) -> frozenset[int]:
        """The applications that a mail was written in."""
        found = select(messages.c.application_id).where(messages.c.date >= start, messages.c.date < end)
        return frozenset(self._connection.scalars(found.distinct())) - {None}

    def written_to(self, start: datetime, end: datetime) -> frozenset[str]:
        """The addresses the person wrote to."""
        found = (
            select(links.c.reference)
            .distinct()
            .join(messages, messages.c.id == links.c.message)
            .where(messages.c.date >= start, messages.c.date < end, messages.c.direction == Direction.SENT)
        )
        ties = self._connection.scalars(found)
        return frozenset(tie.removeprefix(_PERSON) for tie in ties if tie.startswith(_PERSON))

    def touching(self, addresses: Iterable[str]) -> frozenset[int]:
        """The applications in which the person wrote to one of these addresses, or one of them wrote as a person."""
        ties = {f"{_PERSON}{address}" for address in addresses}
        near = select(links.c.message).where(links.c.reference.in_(ties))
        found = select(messages.c.application_id).where(messages.c.id.in_(near))
        return frozenset(self._connection.scalars(found.distinct())) - {None}

    def names(self, addresses: Iterable[str]) -> dict[str, str]:
        """What the people at these addresses are called, where that is known."""
        found = select(contacts.c.address, contacts.c.name).where(contacts.c.address.in_(set(addresses)))
        return {row.address: row.name for row in self._connection.execute(found) if row.name}
