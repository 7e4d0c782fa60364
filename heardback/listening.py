"""Listening for news on the connection that is kept between rounds (IDLE, RFC 2177), as far as the server bears it.

Polling goes on whatever the server promises: a dead connection can look quiet.
"""

import logging
import time

from heardback.backoff import Backoff
from heardback.standing import Standing
from ingest.accounts import Account
from ingest.bell import Bell
from ingest.imap import Notice
from store.errors import HeardbackError, PermanentError

log = logging.getLogger("heardback.watching")

DAY_SECONDS = 86_400.0
STEADY_SECONDS = 60.0
"""A connection that held this long is no part of the trouble before it."""
MOST_EARLY_ENDS = 5
"""So many connections in a row that ended early while waiting: the server, or something between, does not bear it."""


class Listening:
    """One account's ear. What it answers is until when, on the steady clock, the next round may wait."""

    def __init__(
        self, account: Account, standing: Standing, bell: Bell, backoff: Backoff, *, push: bool, renew: float
    ) -> None:
        self._name, self._standing = account.name, standing
        self._bell, self._backoff, self._renew = bell, backoff, renew
        # One connection listens to one folder (RFC 2177); the others are looked at with each round.
        self._folder = min(account.folders, key=lambda name: name.upper() != "INBOX", default="")
        self._push_from = float("-inf") if push else float("inf")
        self._early_ends = 0

    def begin_anew(self) -> None:
        """Forgets connections that ended early: the computer was asleep, or its clock was set."""
        self._early_ends = 0

    def rest(self) -> None:
        """Listens no more for a day."""
        self._push_from = time.monotonic() + DAY_SECONDS

    def after_round(self, now: float) -> float:
        """Keeps the connection where news can be heard on it, else lets it go."""
        mailbox = self._standing.mailbox
        if mailbox is None or not self._folder or now < self._push_from or not mailbox.can_push:
            self._standing.let_go()
            self._backoff.reset()
        elif mailbox.is_dead:
            return self._heard_no_more(None, 0.0)
        return float("inf")

    def wait(self, seconds: float) -> float:
        """Waits so long, or until the bell rings or there is news."""
        mailbox = self._standing.mailbox
        if mailbox is None or time.monotonic() < self._push_from:
            self._standing.let_go()
            self._bell.wait(seconds)
            return float("inf")
        began = time.monotonic()
        try:
            notice = mailbox.wait_for_news(self._folder, self._bell, min(seconds, self._renew))
        except HeardbackError as error:
            return self._heard_no_more(error, time.monotonic() - began)
        if notice is Notice.NEWS or time.monotonic() - began >= min(STEADY_SECONDS, self._renew):
            self._backoff.reset()
            self._early_ends = 0
        return float("-inf") if notice is Notice.NEWS else float("inf")

    def _heard_no_more(self, error: HeardbackError | None, lasted: float) -> float:
        """The connection ended, or went silent, when nothing was asked of it: nobody hears of that, it is made anew."""
        log.info("account=%s connection ended after %.0f s: %s", self._name, lasted, type(error).__name__)
        self._early_ends = self._early_ends + 1 if lasted < STEADY_SECONDS else 0
        if self._early_ends >= MOST_EARLY_ENDS or isinstance(error, PermanentError):
            self.rest()
            self._early_ends = 0
        self._standing.let_go()
        return time.monotonic() + self._backoff.failed()
