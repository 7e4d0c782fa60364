"""What the store knows of mail seen on a server or newly come: by place, by Message-ID, by whose it is, by number."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, func, select

from store.schema import applications, links, locations, messages, verdicts
from store.vocabulary import Direction, Tag

_PERSON = "person:"
"""How a tie to somebody's address begins (``heardback/intake.py``)."""
_SLICE = 500
"""Message-IDs asked for in one statement."""


class SightingLedger:
    """Questions of one who looks through whole mailboxes; none of them reads the mails themselves."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def located(self, account: str, folder: str, uidvalidity: int, low: int, high: int) -> frozenset[int]:
        """The UIDs in ``[low, high]`` of a folder whose mail was taken in or set aside."""
        found = select(locations.c.uid).where(
            locations.c.account == account,
            locations.c.folder == folder,
            locations.c.uidvalidity == uidvalidity,
            locations.c.uid.between(low, high),
        )
        return frozenset(self._connection.scalars(found))

    def senders_of(self, message_ids: Collection[str]) -> frozenset[tuple[str, str]]:
        """The stored ones among these Message-IDs, each with the address that stands as the sender of its mail."""
        found: set[tuple[str, str]] = set()
        wanted = sorted(set(message_ids) - {""})
        for start in range(0, len(wanted), _SLICE):
            some = wanted[start : start + _SLICE]
            # Every mail is tied to its own Message-ID, and that tie has an index.
            near = select(links.c.message).where(links.c.reference.in_(some))
            rows = self._connection.execute(
                select(messages.c.message_id, messages.c.sender).where(
                    messages.c.id.in_(near), messages.c.message_id.in_(some)
                )
            )
            found.update((row.message_id, row.sender) for row in rows)
        return frozenset(found)

    def people(self) -> frozenset[str]:
        """The addresses of those whom an application brought the person into touch with."""
        tied = (
            select(links.c.reference)
            .join(messages, messages.c.id == links.c.message)
            .where(links.c.reference.startswith(_PERSON), messages.c.application_id.is_not(None))
            .distinct()
        )
        return frozenset(tie.removeprefix(_PERSON) for tie in self._connection.scalars(tied))

    def employers(self) -> frozenset[str]:
        """The keys of the names of all employers and agencies applied to."""
        return frozenset(self._connection.scalars(select(applications.c.company_key).distinct())) - {""}

    def newest_mail(self) -> int:
        """The number of the mail that was stored last, or 0."""
        return int(self._connection.scalar(select(func.max(messages.c.id))) or 0)

    def certain(self, tag: Tag, *, after: int, since: datetime) -> int:
        """How many mails stored after that one, and dated since then, surely say this."""
        found = (
            select(func.count())
            .select_from(messages.join(verdicts, verdicts.c.message == messages.c.id))
            .where(messages.c.id > after, messages.c.date >= since, messages.c.direction == Direction.RECEIVED)
            .where(verdicts.c.tag == tag, verdicts.c.unsure.is_(False))
        )
        return int(self._connection.execute(found).scalar_one())
