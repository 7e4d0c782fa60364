"""Looks after one mailbox in a thread of its own: rounds when they are due or news is heard, sending, and waiting.

Everything that speaks to the account's servers happens in this thread, one thing after the other, so that a server that
hangs holds up its own account alone. Polling goes on whatever the server promises: a dead connection can look quiet.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from heardback.backoff import Backoff
from heardback.heap import hand_back
from heardback.intake import Taken
from heardback.longhistory import LongHistory
from heardback.rounds import RoundReport
from heardback.sendings import Departure, Departures, sendings
from heardback.standing import Standing
from ingest.accounts import Account
from ingest.bell import Bell
from ingest.imap import Notice
from respond.drafting import Drafted
from store.errors import (
    ConnectionsLimited,
    FolderMissing,
    HeardbackError,
    PassingError,
    PermanentError,
    SignInRefused,
    UserError,
)

if TYPE_CHECKING:
    from heardback.wiring import House

log = logging.getLogger("heardback.watching")

DAY_SECONDS = 86_400.0
STEADY_SECONDS = 60.0
"""A connection that held this long is no part of the trouble before it."""
MOST_EARLY_ENDS = 5
"""So many connections in a row that ended early while waiting: the server, or something between, does not bear it."""
WORTH_TELLING = 3
"""Passing trouble is told at the third try: most of it is over by then."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often things happen, in seconds.

    ``renew``: RFC 2177 §3 wants IDLE begun anew within 29 minutes; routers and carriers forget quiet connections
    sooner, many after ten. ``history``: how long one round reads of a folder's past before new mail has its turn.
    """

    every: float = 300.0
    push: bool = True
    renew: float = 540.0
    history: float = 20.0
    send_again: float = 60.0
    heartbeat: float = 20.0


class Watcher:
    """One account's attendant. ``start`` it once; it lives until ``stopping`` is set and its bell is rung."""

    def __init__(
        self,
        house: "House",
        account: Account,
        say: Callable[[str], None],
        pace: Pace,
        stopping: threading.Event,
        tell: Callable[[Drafted], None] = lambda _drafted: None,
        backoff: Backoff | None = None,
    ) -> None:
        self.name = account.name
        self._house, self._account, self._say, self._pace, self._stopping = house, account, say, pace, stopping
        self._tell = tell
        # One connection listens to one folder (RFC 2177); the others are looked at with each round.
        self._listens_to = min(account.folders, key=lambda name: name.upper() != "INBOX", default="")
        self._thread = threading.Thread(target=self._run, name=f"watch-{account.name}", daemon=True)
        self._bell = Bell()
        self._standing = Standing(house.rounds)
        self._backoff = backoff or Backoff()
        self._departures = Departures(pace.send_again)
        self._woken, self._asked = threading.Event(), threading.Event()
        self._round_at = float("-inf")
        self._push_from = float("-inf") if pace.push else float("inf")
        self._early_ends = 0
        self._told = ""
        self._history = LongHistory(house, account.name, self._standing, say, pace.history)
        self._is_first = True
        self._recovered = False
        self._came_on: float | None = None
        """When what it has at hand was begun or came on; None while it waits."""

    # From other threads

    def start(self) -> None:
        """Begins with a round."""
        self._thread.start()

    def wake(self) -> None:
        """Looks at once, whatever it was waiting for: the computer has woken up, or its clock was set."""
        self._woken.set()
        self._bell.ring()

    def look(self) -> None:
        """Looks soon, as drafts of this account were made or withdrawn elsewhere; not in the midst of trouble."""
        self._asked.set()
        self._bell.ring()

    def expect(self, departures: tuple[Departure, ...]) -> None:
        """What waits to be sent, as the store has it now."""
        before = self._sending_at()
        self._departures.expect(departures)
        if self._sending_at() < before:
            self._bell.ring()

    def hold_sending(self, seconds: float) -> None:
        """Lets nothing leave for so long."""
        self._departures.hold(time.monotonic() + seconds)

    def end(self) -> None:
        """Wakes it to see that it is to stop."""
        self._bell.ring()

    def cut(self) -> None:
        """Ends its connection under it."""
        self._standing.cut()

    def is_moving(self, within: float) -> bool:
        """Whether it lives, and what it has at hand came on within so many seconds."""
        at_hand = self._came_on
        return self._thread.is_alive() and (at_hand is None or time.monotonic() - at_hand <= within)

    def join(self, seconds: float) -> bool:
        """Waits for its end; whether it has come."""
        self._thread.join(max(seconds, 0.0))
        return not self._thread.is_alive()

    # Its own thread

    def _run(self) -> None:
        try:
            while not self._stopping.is_set():
                try:
                    self._step()
                except HeardbackError as error:
                    self._in_trouble(error)
                except Exception:
                    log.exception("account=%s failed", self.name)
                    self._in_trouble(None)
        finally:
            self._standing.let_go(hurried=True)
            self._bell.close()

    def _step(self) -> None:
        self._bell.silence()
        if self._stopping.is_set():
            return
        if self._woken.is_set():
            self._woken.clear()
            self._backoff.reset()
            self._early_ends = 0
            self._round_at = float("-inf")
        if self._asked.is_set():
            self._asked.clear()
            if not self._told and not self._backoff.failures:
                self._round_at = float("-inf")
        now, sending_at = time.monotonic(), self._sending_at()
        due = sending_at <= now and self._recovered
        if due or self._round_at <= now:
            self._came_on = now
            try:
                (self._send if due else self._round)()
            finally:
                self._came_on = None
        else:
            self._wait((min(self._round_at, sending_at) if self._recovered else self._round_at) - now)

    def _round(self) -> None:
        with self._house.storing:
            self._house.renew_tagger()
        report = self._house.rounds.run_once(
            only=self.name,
            reach=self._standing.reach,
            stop=self._stopping.is_set,
            progress=self._between_batches,
            enough=self._history.part,
            retry_stopped=self._is_first,
        )
        self._is_first = False
        self._tell(report.drafted)
        now = time.monotonic()
        cause = report.causes.get(self.name)
        if isinstance(cause, FolderMissing):
            self._went_well(report, now)  # all its other folders were read, and the person has been told
        elif cause is not None:
            self._in_trouble(cause)
        elif self.name not in report.reached:
            # Its sign-in was refused: it rests until the person acts, or the service ends.
            self._standing.let_go()
            self._round_at = now + self._pace.every
        else:
            self._went_well(report, now)
        log.info(
            "round account=%s new=%d known=%d unreadable=%d drafts=%d withdrawn=%d failing=%d",
            self.name,
            report.taken.new,
            report.taken.known,
            report.taken.unreadable,
            len(report.drafted.made),
            len(report.drafted.withdrawn),
            len(report.failures),
        )
        if report.taken != Taken():
            with suppress(HeardbackError):  # it only saves listings the reckoning
                self._house.keep_chances()
            hand_back()

    def _went_well(self, report: RoundReport, now: float) -> None:
        if self._told:
            self._told = ""
            self._say(f"{self.name}: it is reached again.")
        if self.name in report.news:
            self._say(f"{self.name}: {report.failures[self.name]}")
        self._round_at = now if self._has_more_history(report.taken) else now + self._pace.every
        mailbox = self._standing.mailbox
        if mailbox is None or not self._listens_to or now < self._push_from or not mailbox.can_push:
            self._standing.let_go()
            self._backoff.reset()
        elif mailbox.is_dead:
            self._heard_no_more(None, 0.0)
        if not self._recovered:
            self._recover()

    def _wait(self, seconds: float) -> None:
        mailbox = self._standing.mailbox
        if mailbox is None or time.monotonic() < self._push_from:
            self._standing.let_go()
            self._bell.wait(seconds)
            return
        began = time.monotonic()
        try:
            notice = mailbox.wait_for_news(self._listens_to, self._bell, min(seconds, self._pace.renew))
        except HeardbackError as error:
            self._heard_no_more(error, time.monotonic() - began)
            return
        if notice is Notice.NEWS:
            self._round_at = float("-inf")
        if notice is Notice.NEWS or time.monotonic() - began >= min(STEADY_SECONDS, self._pace.renew):
            self._backoff.reset()
            self._early_ends = 0

    def _heard_no_more(self, error: HeardbackError | None, lasted: float) -> None:
        """The connection ended, or went silent, when nothing was asked of it: nobody hears of that, it is made anew."""
        log.info("account=%s connection ended after %.0f s: %s", self.name, lasted, type(error).__name__)
        self._early_ends = self._early_ends + 1 if lasted < STEADY_SECONDS else 0
        if self._early_ends >= MOST_EARLY_ENDS or isinstance(error, PermanentError):
            self._push_from = time.monotonic() + DAY_SECONDS
            self._early_ends = 0
        self._standing.let_go()
        self._round_at = min(self._round_at, time.monotonic() + self._backoff.failed())

    def _in_trouble(self, error: HeardbackError | None) -> None:
        """Lets go, waits longer each time, and tells what lasts."""
        self._standing.let_go()
        lasting = isinstance(error, PermanentError)
        delay = self._backoff.failed(lasting=lasting)
        if isinstance(error, SignInRefused):
            delay = self._pace.every  # asks the store alone whether the person has acted
        if isinstance(error, UserError):
            delay = max(delay, self._pace.every)  # a password command may ask the person each time
        if isinstance(error, ConnectionsLimited):
            self._push_from = time.monotonic() + DAY_SECONDS
        self._round_at = time.monotonic() + delay
        worth_it = not isinstance(error, PassingError) or self._backoff.failures >= WORTH_TELLING
        if error is not None and worth_it and str(error) != self._told:
            self._told = str(error)
            self._say(f"{self.name}: {error}")

    # Sending

    def _sending_at(self) -> float:
        return self._departures.next_at(self._house.clock.now(), time.monotonic())

    def _send(self) -> None:
        """Sends what was approved, and puts copies into Sent."""
        self._departures.looked(self._house.clock.now(), time.monotonic())
        try:
            for sending in self._house.posting.send_due(self.name):
                log.info("outbox draft=%d state=%s", sending.draft.id, sending.state)
        except HeardbackError as error:
            log.warning("outbox account=%s failed: %s", self.name, type(error).__name__)
            self._recovered = False  # the store may not know yet what became of a sending
            self._say(f"{self.name}: {error}")
        while self._house.notes:
            log.warning("outbox note=%s", self._house.notes.pop())
        self._read_departures()

    def _recover(self) -> None:
        """Settles what the last run left half sent; nothing is sent before."""
        try:
            for sending in self._house.posting.recover(lambda draft: draft.account == self.name):
                self._say(f"Draft {sending.draft.id}: {sending.sentence}")
        except HeardbackError as error:
            log.info("account=%s what was left half sent is looked up later: %s", self.name, type(error).__name__)
            return
        self._recovered = True
        self._read_departures()

    def _read_departures(self) -> None:
        sends = [self.name] if self._account.smtp is not None else []
        with self._house.database.reading() as transaction:
            found = sendings(transaction, sends, self._house.clock.now())
        self._departures.expect(found.get(self.name, ()))

    def _between_batches(self, _folder: str, _taken: Taken) -> None:
        """A long first run does not hold up what is to be sent."""
        self._came_on = time.monotonic()
        if self._recovered and self._sending_at() <= time.monotonic():
            self._send()

    def _has_more_history(self, taken: Taken) -> bool:
        """Whether a folder's past waits to be read on; only after a round that read some, so that it never turns."""
        return taken != Taken() and not self._stopping.is_set() and self._history.is_left()
