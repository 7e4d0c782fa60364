"""The weekly digests, and the few single facts about the store itself."""

from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from store.noted import DigestRecord
from store.schema import digests, meta


class DigestLedger:
    """Digests by week, and the store's own facts (``meta``)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def fact(self, key: str) -> str:
        """A single fact, or an empty string."""
        return self._connection.scalar(_FACT, {"named": key}) or ""

    def set_fact(self, key: str, value: str) -> None:
        """Sets a single fact."""
        self._connection.execute(_SET_FACT, {"key": key, "value": value})

    def watched_since(self) -> datetime | None:
        """When the first round or import began; what lies long before it is history."""
        value = self.fact("watched_since")
        return datetime.fromisoformat(value) if value else None

    def count_round(self) -> None:
        """One more round since the last digest: the digest says that the service ran."""
        self.set_fact("rounds", str(self.rounds() + 1))

    def rounds(self) -> int:
        """Rounds since the last digest went out."""
        return int(self.fact("rounds") or 0)

    def claim(self, week_of: date, due: datetime, message_id: str) -> bool:
        """Claims the digest of a week before anything is sent; False if it was claimed before."""
        statement = insert(digests).values(week_of=week_of, due=due, state="sending", message_id=message_id)
        result = self._connection.execute(statement.on_conflict_do_nothing(index_elements=["week_of"]))
        return result.rowcount == 1

    def finish(self, week_of: date, state: str, sent: datetime | None, text: str) -> None:
        """Records what became of a claimed digest: "sent", "placed", "unknown" or "failed"."""
        self._connection.execute(
            update(digests).where(digests.c.week_of == week_of).values(state=state, sent=sent, text=text)
        )
        self.set_fact("rounds", "0")

    def half_sent(self) -> tuple[tuple[date, str], ...]:
        """Weeks whose digest was claimed and nothing else is known of, with the Message-ID it has."""
        found = select(digests.c.week_of, digests.c.message_id).where(digests.c.state == "sending")
        return tuple((row.week_of, row.message_id) for row in self._connection.execute(found))

    def settle(self, week_of: date, state: str) -> None:
        """Records what became of one that was left half sent."""
        half = (digests.c.week_of == week_of, digests.c.state == "sending")
        self._connection.execute(update(digests).where(*half).values(state=state, sent=digests.c.due))

    def release(self, week_of: date) -> None:
        """Gives a claim back after a failure that certainly delivered nothing."""
        self._connection.execute(digests.delete().where(digests.c.week_of == week_of, digests.c.state == "sending"))

    def all(self) -> tuple[DigestRecord, ...]:
        """Every digest, oldest first."""
        rows = self._connection.execute(select(digests).order_by(digests.c.week_of))
        return tuple(DigestRecord(row.id, row.week_of, row.due, row.state, row.sent, row.text) for row in rows)


# Asked many times in a round, so built once: to put a statement together costs more than to run it.
_FACT = select(meta.c.value).where(meta.c.key == bindparam("named"))
_NEW_FACT = insert(meta)
_SET_FACT = _NEW_FACT.on_conflict_do_update(index_elements=["key"], set_={"value": _NEW_FACT.excluded["value"]})
