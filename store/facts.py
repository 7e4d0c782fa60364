"""Single facts about the store itself, by name (``meta``)."""

from sqlalchemy import Connection, bindparam, select

from store.schema import meta, search


class FactLedger:
    """What is known of the store as a whole; ``DigestLedger`` sets it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, *keys: str) -> tuple[str, ...]:
        """These facts in this order; an empty text for one that is not set."""
        found = {row.key: row.value for row in self._connection.execute(_FACTS, {"keys": keys})}
        return tuple(found.get(key, "") for key in keys)

    @property
    def search_was_changed(self) -> bool:
        """Whether the whole search was ever paused or ended."""
        return self._connection.execute(_ANY_CHANGE).first() is not None


_FACTS = select(meta.c.key, meta.c.value).where(meta.c.key.in_(bindparam("keys", expanding=True)))
_ANY_CHANGE = select(search.c.id).limit(1)
