"""Looks after one mailbox in a thread of its own: rounds when they are due or news is heard, sending, and waiting.

Everything that speaks to the account's servers happens in this thread, one thing after the other, so that a server that
hangs holds up its own account alone. Sending is ``dispatch``, waiting for news ``listening``.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from heardback.backoff import Backoff
from heardback.dispatch import Dispatch
from heardback.heap import hand_back
from heardback.intake import Taken
from heardback.listening import Listening
from heardback.longhistory import LongHistory
from heardback.pace import Pace
from heardback.rounds import RoundReport
from heardback.sendings import Departure
from heardback.standing import Standing
from ingest.accounts import Account
from ingest.bell import Bell
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

WORTH_TELLING = 3
"""Passing trouble is told at the third try: most of it is over by then."""


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
        self._house, self._pace, self._stopping = house, pace, stopping
        self._say, self._tell = say, tell
        self._thread = threading.Thread(target=self._run, name=f"watch-{account.name}", daemon=True)
        self._bell, self._backoff = Bell(), backoff or Backoff()
        self._standing = Standing(house.rounds)
        self._dispatch = Dispatch(house, account, say, pace.send_again)
        self._listening = Listening(
            account, self._standing, self._bell, self._backoff, push=pace.push, renew=pace.renew
        )
        self._woken, self._asked = threading.Event(), threading.Event()
        self._round_at = float("-inf")
        self._history = LongHistory(house, account.name, self._standing, say, pace.history)
        self._told, self._is_first = "", True
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
        if self._dispatch.expect(departures):
            self._bell.ring()

    def hold_sending(self, seconds: float) -> None:
        """Lets nothing leave for so long."""
        self._dispatch.hold(seconds)

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
            self._listening.begin_anew()
            self._round_at = float("-inf")
        if self._asked.is_set():
            self._asked.clear()
            if not self._told and not self._backoff.failures:
                self._round_at = float("-inf")
        now, sending_at = time.monotonic(), self._dispatch.at()
        due = sending_at <= now and self._dispatch.is_settled
        if due or self._round_at <= now:
            self._came_on = now
            try:
                (self._dispatch.send if due else self._round)()
            finally:
                self._came_on = None
        else:
            first = min(self._round_at, sending_at) if self._dispatch.is_settled else self._round_at
            self._round_at = min(self._round_at, self._listening.wait(first - now))

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
        rest = 0.0 if self._has_more_history(report.taken) else self._pace.every
        self._round_at = min(now + rest, self._listening.after_round(now))
        self._dispatch.settle()

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
            self._listening.rest()
        self._round_at = time.monotonic() + delay
        worth_it = not isinstance(error, PassingError) or self._backoff.failures >= WORTH_TELLING
        if error is not None and worth_it and str(error) != self._told:
            self._told = str(error)
            self._say(f"{self.name}: {error}")

    def _between_batches(self, _folder: str, _taken: Taken) -> None:
        """A long first run does not hold up what is to be sent."""
        self._came_on = time.monotonic()
        if self._dispatch.is_due():
            self._dispatch.send()

    def _has_more_history(self, taken: Taken) -> bool:
        """Whether a folder's past waits to be read on; only after a round that read some, so that it never turns."""
        return taken != Taken() and not self._stopping.is_set() and self._history.is_left()
