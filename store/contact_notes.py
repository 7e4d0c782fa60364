"""What the person noted about the people they met: words, a day to write, a pause, an end."""

from dataclasses import asdict

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from store.noted import ContactNote
from store.schema import contact_notes


class ContactNoteLedger:
    """One note an address."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, ContactNote]:
        """Every note, by address."""
        rows = self._connection.execute(select(contact_notes).order_by(contact_notes.c.contact))
        return {row.contact: ContactNote(**row._mapping) for row in rows}

    def of(self, address: str) -> ContactNote:
        """The note about an address; an empty one where there is none."""
        row = self._connection.execute(select(contact_notes).where(contact_notes.c.contact == address)).one_or_none()
        return ContactNote(address) if row is None else ContactNote(**row._mapping)

    def keep(self, note: ContactNote) -> None:
        """Writes a note down, in place of an earlier one about the same address."""
        values = asdict(note)
        statement = insert(contact_notes).values(values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["contact"], set_=values))
