"""What one mailbox has to send, in its watcher's thread: when something is due, and that nothing goes half settled."""

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from heardback.sendings import Departure, Departures, sendings
from ingest.accounts import Account
from store.errors import HeardbackError

if TYPE_CHECKING:
    from heardback.wiring import House

log = logging.getLogger("heardback.watching")


class Dispatch:
    """One account's way out. ``expect`` and ``hold`` may come from other threads."""

    def __init__(self, house: "House", account: Account, say: Callable[[str], None], again: float) -> None:
        self.name = account.name
        self._house, self._account, self._say = house, account, say
        self._departures = Departures(again)
        self.is_settled = False
        """Whether what the last run left half sent is settled; nothing is sent before."""

    def at(self) -> float:
        """When something is due, on the steady clock; infinity where nothing waits."""
        return self._departures.next_at(self._house.clock.now(), time.monotonic())

    def is_due(self) -> bool:
        """Whether something may leave now."""
        return self.is_settled and self.at() <= time.monotonic()

    def expect(self, departures: tuple[Departure, ...]) -> bool:
        """What waits to be sent, as the store has it now; whether some of it is due earlier than anything before."""
        before = self.at()
        self._departures.expect(departures)
        return self.at() < before

    def hold(self, seconds: float) -> None:
        """Lets nothing leave for so long."""
        self._departures.hold(time.monotonic() + seconds)

    def send(self) -> None:
        """Sends what was approved, and puts copies into Sent."""
        self._departures.looked(self._house.clock.now(), time.monotonic())
        try:
            for sending in self._house.posting.send_due(self.name):
                log.info("outbox draft=%d state=%s", sending.draft.id, sending.state)
        except HeardbackError as error:
            log.warning("outbox account=%s failed: %s", self.name, type(error).__name__)
            self.is_settled = False  # the store may not know yet what became of a sending
            self._say(f"{self.name}: {error}")
        while self._house.notes:
            log.warning("outbox note=%s", self._house.notes.pop())
        self._read_departures()

    def settle(self) -> None:
        """Settles what the last run left half sent, unless that is done; where it fails, the next round tries again."""
        if self.is_settled:
            return
        try:
            for sending in self._house.posting.recover(lambda draft: draft.account == self.name):
                self._say(f"Draft {sending.draft.id}: {sending.sentence}")
        except HeardbackError as error:
            log.info("account=%s what was left half sent is looked up later: %s", self.name, type(error).__name__)
            return
        self.is_settled = True
        self._read_departures()

    def _read_departures(self) -> None:
        sends = [self.name] if self._account.smtp is not None else []
        with self._house.database.reading() as transaction:
            found = sendings(transaction, sends, self._house.clock.now())
        self._departures.expect(found.get(self.name, ()))
