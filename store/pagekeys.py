"""The keys of the review page: one-time links and signed-in browsers. Only their hashes are kept."""

import hashlib
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, or_, select, update

from store.schema import page_keys


class KeyKind(StrEnum):
    """What a key opens."""

    LINK = "link"
    SESSION = "session"


class PageKeyLedger:
    """Keys by the SHA-256 of their secret, so that a stolen store opens nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, secret: str, kind: KeyKind, *, made: datetime, expires: datetime) -> None:
        """A new key; those that have run out are cleared away by the way."""
        self._connection.execute(
            delete(page_keys).where(or_(page_keys.c.expires <= made, page_keys.c.used.is_not(None)))
        )
        row = {"sha256": _hash(secret), "kind": kind, "made": made, "expires": expires}
        self._connection.execute(insert(page_keys).values(row))

    def use(self, secret: str, *, now: datetime) -> bool:
        """Claims a one-time link; False if it is unknown, used or has run out."""
        valid = (page_keys.c.sha256 == _hash(secret), page_keys.c.kind == KeyKind.LINK, page_keys.c.expires > now)
        statement = update(page_keys).where(*valid, page_keys.c.used.is_(None)).values(used=now)
        return self._connection.execute(statement).rowcount == 1

    def is_signed_in(self, secret: str, *, now: datetime) -> bool:
        """Whether this is the secret of a browser that signed in and may still look."""
        valid = (page_keys.c.sha256 == _hash(secret), page_keys.c.kind == KeyKind.SESSION, page_keys.c.expires > now)
        return self._connection.execute(select(page_keys.c.sha256).where(*valid)).first() is not None

    def end(self, secret: str) -> None:
        """Signs a browser out."""
        self._connection.execute(delete(page_keys).where(page_keys.c.sha256 == _hash(secret)))

    def end_all(self) -> None:
        """Signs every browser out and voids every link."""
        self._connection.execute(delete(page_keys))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()
