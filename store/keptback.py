"""Mails that a server had and did not hand out: they were set aside without their octets, and are asked for again."""

from datetime import datetime

from sqlalchemy import Connection, select

from store.records import Location
from store.schema import locations, unreadable


class KeptBackLedger:
    """Which they are, and that one has come."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def uids(self, account: str, folder: str, uidvalidity: int, since: datetime) -> tuple[int, ...]:
        """Those in a folder that were first asked for at ``since`` or later, ascending."""
        found = (
            select(locations.c.uid)
            .join(unreadable, unreadable.c.id == locations.c.unreadable)
            .where(
                locations.c.account == account,
                locations.c.folder == folder,
                locations.c.uidvalidity == uidvalidity,
                unreadable.c.raw == b"",
                unreadable.c.met >= since,
            )
            .order_by(locations.c.uid)
        )
        return tuple(self._connection.scalars(found))

    def take_up(self, location: Location) -> None:
        """The mail at this place has come now, so that it is no longer counted as set aside."""
        aside = select(locations.c.unreadable).where(
            locations.c.account == location.account,
            locations.c.folder == location.folder,
            locations.c.uidvalidity == location.uidvalidity,
            locations.c.uid == location.uid,
        )
        self._connection.execute(unreadable.delete().where(unreadable.c.id.in_(aside), unreadable.c.raw == b""))
