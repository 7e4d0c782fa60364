"""Who may look: one-time links, signed-in browsers, and the page that turns the one into the other.

A link is only shown by a GET, never used up: mail programs and browsers fetch links ahead. Using it is a POST.
"""

import hashlib
import hmac
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta

from store.clock import Clock
from store.database import Database
from store.pagekeys import KeyKind

LINK_LASTS = timedelta(minutes=10)
SESSION_LASTS = timedelta(days=30)
MOST_FAILURES = 10
FAILURES_WITHIN_SECONDS = 60.0
_SECRET_BYTES = 32


class Keys:
    """The one-time links and sessions of a store. Only hashes are kept there."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def new_link(self) -> str:
        """The secret of a fresh one-time link, good for ``LINK_LASTS``."""
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        now = self._clock.now()
        with self._database.transaction() as transaction:
            transaction.page_keys.add(secret, KeyKind.LINK, made=now, expires=now + LINK_LASTS)
        return secret

    def sign_in(self, link: str) -> str | None:
        """Uses a link up and gives the secret of a new session; None for one that is unknown, used or too old."""
        session = secrets.token_urlsafe(_SECRET_BYTES)
        now = self._clock.now()
        with self._database.transaction() as transaction:
            if not transaction.page_keys.use(link, now=now):
                return None
            transaction.page_keys.add(session, KeyKind.SESSION, made=now, expires=now + SESSION_LASTS)
        return session

    def knows(self, session: str) -> bool:
        """Whether this session may look."""
        if not session:
            return False
        with self._database.reading() as transaction:
            return transaction.page_keys.is_signed_in(session, now=self._clock.now())

    def sign_out(self, session: str) -> None:
        """Ends one session."""
        with self._database.transaction() as transaction:
            transaction.page_keys.end(session)

    def sign_out_everywhere(self) -> None:
        """Ends every session and voids every link."""
        with self._database.transaction() as transaction:
            transaction.page_keys.end_all()


def link_to(port: int, secret: str) -> str:
    """The address that a one-time secret is handed over at."""
    return f"http://127.0.0.1:{port}/sign-in?key={secret}"


def form_token(session: str) -> str:
    """The token that a form of this session carries, so that no other page can send it."""
    return hmac.new(session.encode(), b"heardback form", hashlib.sha256).hexdigest()


def is_form_token(token: str, session: str) -> bool:
    """Whether the token belongs to the session, compared in constant time."""
    return bool(session) and hmac.compare_digest(token.encode("utf-8", "replace"), form_token(session).encode())


class Attempts:
    """Counts failed sign-ins, so that guessing is hopeless also in bulk."""

    def __init__(self, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._failures: deque[float] = deque(maxlen=MOST_FAILURES)
        self._lock = threading.Lock()

    @property
    def are_too_many(self) -> bool:
        """Whether the next attempt has to wait."""
        with self._lock:
            full = len(self._failures) == MOST_FAILURES
            return full and self._tick() - self._failures[0] < FAILURES_WITHIN_SECONDS

    def failed(self) -> None:
        """Notes a failure."""
        with self._lock:
            self._failures.append(self._tick())
