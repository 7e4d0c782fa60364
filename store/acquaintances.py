"""The people met through applications."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from store.records import Contact
from store.schema import contacts

_MEET = insert(contacts).on_conflict_do_nothing(index_elements=["address"])
_NAME = (
    update(contacts)
    .where(contacts.c.address == bindparam("whose"), contacts.c.name == "")
    .values(name=bindparam("called"))
)


class Acquaintances:
    """Who was met; a part of the ledger of applications."""

    _connection: Connection

    def meet(self, address: str, name: str, company: str, *, on: datetime, through: int | None, role: str = "") -> None:
        """Remembers a person; a known one keeps the earliest meeting and gains a name it lacked."""
        self.meet_all([Contact(0, name, address, company, role, on, through)])

    def meet_all(self, people: Iterable[Contact]) -> None:
        """The same for several, in this order."""
        rows = [
            {
                "address": each.address,
                "name": each.name,
                "company": each.company,
                "role": each.role,
                "met_on": each.met_on,
                "met_through": each.met_through,
            }
            for each in people
        ]
        if not rows:
            return
        self._connection.execute(_MEET, rows)
        if named := [{"whose": row["address"], "called": row["name"]} for row in rows if row["name"]]:
            self._connection.execute(_NAME, named)

    def contacts(self) -> tuple[Contact, ...]:
        """Everybody met, by name."""
        rows = self._connection.execute(select(contacts).order_by(contacts.c.name, contacts.c.address))
        return tuple(Contact(**row._mapping) for row in rows)
