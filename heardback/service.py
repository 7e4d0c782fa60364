"""The service: a watcher for each mailbox, silence sweep, digest, learning and the review page, until told to stop.

The timetable only wakes things up. What is *due* is decided from the store, so that a laptop that slept over Monday
still sends its digest, and once. The main thread beats: on each beat it sees whether the computer slept or its clock
was set, and whether anything was written to the store, which costs next to nothing while nothing happens.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from heardback.canarywatch import CanaryWatch
from heardback.clockwatch import ClockWatch
from heardback.ending import rings_when_asked
from heardback.heap import hand_back, leave_alone_what_is_there, share_one_heap
from heardback.pace import Pace
from heardback.readiness import ALIVE, READY, STOPPING, signs_every, tell
from heardback.sendings import pull_back, sendings
from heardback.timetable import Timetable
from heardback.trainer import Trainer
from heardback.watching import Watcher
from heardback.weekly import due_week
from ingest.bell import Bell
from store.errors import HeardbackError

if TYPE_CHECKING:
    from heardback.web.serving import Serving
    from heardback.wiring import House
    from respond.drafting import Drafted

log = logging.getLogger("heardback.service")

SWEEP_MINUTES = 30
DIGEST_MINUTES = 10
"""How often is asked whether a digest that was held up may go; one on time is woken for to the minute."""
LEARN_MINUTES = 15
CANARY_MINUTES = 30
CALL_OUT_MINUTES = 10
WAKING_SECONDS = 900.0
"""After a sleep mailboxes may be out of reach for a while: nobody is called because of that."""
WATCHERS_END_WITHIN_SECONDS = 1.5
"""After that their connections are cut under them."""
STOP_WITHIN_SECONDS = 5
STUCK_AFTER_SECONDS = 1_800.0
"""A round that has read or sent nothing for so long hangs: every wait for a server ends within a minute or so."""


class Service:
    """Runs until ``stop``; every job is one unit of work that is safe to be cut off.

    The jobs here wait for one another, never for a mailbox: each of those has a thread of its own.
    """

    def __init__(
        self,
        house: "House",
        say: Callable[[str], None],
        pace: Pace | None = None,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        poll = house.settings.poll
        self._pace = pace or Pace(every=poll.every_minutes * 60.0, push=poll.push)
        self._house, self._say, self._steady = house, say, steady
        self._trainer = Trainer(house, say)
        self._stopping = threading.Event()
        self._timetable = Timetable(say, self._stopping)
        self._bell = Bell()
        self._version = -1
        self._clock_watch = ClockWatch(house.clock.now(), steady(), self._pace.heartbeat)
        self._watchers: tuple[Watcher, ...] = ()
        self._canary = CanaryWatch(house, self._stopping)
        self._waking_until = float("-inf")

    def run(self, told: Callable[[], bool] = lambda: False) -> bool:
        """Blocks until SIGTERM or SIGINT, then ends within ``STOP_WITHIN_SECONDS``.

        Until it has begun, the signals are the caller's; ``told`` says whether one came that had no effect. Returns
        whether everything came to its end; what hangs on the network is left to the caller.
        """
        share_one_heap()
        from heardback.web.serving import page_beside

        with page_beside(self._house, self._say) as page:
            return self._run(page, told)

    def stop(self) -> None:
        """Asks the service to end."""
        self._stopping.set()
        self._bell.ring()

    def _run(self, page: "Serving | None", told: Callable[[], bool]) -> bool:
        self._begin(told)
        every = round(self._pace.every / 60)
        self._say(f"heardback is watching {self._watched()}. It looks every {every} minutes; Ctrl-C stops it.")
        tell(READY)
        while not self._bell.wait(min(self._pace.heartbeat, signs_every() or self._pace.heartbeat)):
            self._timetable.guarded(self.beat)()
            if self.is_moving():
                tell(ALIVE)
        tell(STOPPING)
        if page is not None:
            page.end_soon()
        finished = self._end()
        self._say("heardback has stopped.")
        return finished

    def is_moving(self) -> bool:
        """Whether everything it has begun goes on: no attendant of a mailbox has ended, nothing hangs.

        What is at hand may take long; so long it means that it will not end by itself, and only a new start helps.
        """
        hangs = self._timetable.hangs(STUCK_AFTER_SECONDS)
        return not hangs and all(watcher.is_moving(STUCK_AFTER_SECONDS) for watcher in self._watchers)

    def _begin(self, told: Callable[[], bool]) -> None:
        house = self._house
        # What is built on first use is built here, before several threads could do so at once.
        _ = house.database, house.zone, house.person, house.intake, house.rounds, house.posting, house.outbox
        _ = house.teller, house.digest_posting
        leave_alone_what_is_there()
        hand_back()
        self._timetable.guarded(self.settle)()
        self._watchers = tuple(
            Watcher(house, account, self._say, self._pace, self._stopping, partial(self._tell, account.name))
            for account in house.accounts
        )
        rings_when_asked(self._bell, told)
        self._timetable.add(self.sweep, minutes=SWEEP_MINUTES)
        self._timetable.add(self.digest, minutes=DIGEST_MINUTES, first=True)
        self._timetable.add(self.learn, minutes=LEARN_MINUTES)
        self._timetable.add(self.canary, minutes=CANARY_MINUTES)
        self._timetable.add(self.call_out, minutes=CALL_OUT_MINUTES)
        self._timetable.start()
        for watcher in self._watchers:
            watcher.start()

    def _end(self) -> bool:
        began = time.monotonic()
        self._stopping.set()
        self._timetable.stop()
        for watcher in self._watchers:
            watcher.end()
        # A round sees the flag between two batches; what it does not finish is rolled back and done again.
        for late in self._still_there(began + WATCHERS_END_WITHIN_SECONDS):
            late.cut()
        last = began + STOP_WITHIN_SECONDS - 1
        finished = not self._still_there(last) and self._timetable.is_through(last)
        self._trainer.stop()
        self._bell.close()
        return finished

    def _still_there(self, until: float) -> list[Watcher | CanaryWatch]:
        hands: list[Watcher | CanaryWatch] = [*self._watchers, self._canary]
        return [each for each in hands if not each.join(until - time.monotonic())]

    def settle(self) -> None:
        """Puts right what a clock that was wrong wrote, and what was half sent from an account that is gone."""
        house = self._house
        names = {account.name for account in house.accounts}
        with house.database.transaction() as transaction:
            pull_back(transaction, self._undo, house.clock.now())
        house.posting.recover(lambda draft: draft.account not in names)

    def beat(self) -> None:
        """Looks whether the computer slept, its clock was set, or anything was written to the store."""
        jumped = self._clock_watch.beat(self._house.clock.now(), self._steady())
        if jumped:
            self._after_a_jump(jumped)
        version = self._house.database.version()
        if version != self._version or self._trainer.is_busy:
            self._version = version
            self._look_at_store()

    def sweep(self) -> None:
        """Time passes without mail too: silence falls due, drafts become pointless; and people travel."""
        self._house.renew_zone()
        self._tell("", self._house.rounds.draft())
        with suppress(HeardbackError):  # it only saves listings the reckoning
            self._house.keep_chances()
        self._house.let_go()
        hand_back(collecting=True)

    def digest(self) -> None:
        """Sends the digest once its hour has come, and sees to it that it is asked again at the next one."""
        try:
            if self._house.digest_posting.digest_if_due():
                log.info("digest done")
                self._house.let_go()
                hand_back(collecting=True)
        finally:
            now, settings = self._house.clock.now(), self._house.settings.digest
            following = due_week(now + timedelta(days=7), settings.day, settings.at, self._house.zone)
            if timedelta(0) < following - now < timedelta(minutes=DIGEST_MINUTES):
                self._timetable.run_in("digest", following - now)

    def learn(self) -> None:
        """Trains in a process of its own once enough was corrected; this only starts it and looks after it."""
        self._trainer.look_after()

    def canary(self) -> None:
        """Begins the week's look through all folders once it is due; it goes on in a thread of its own."""
        self._canary.look_if_due()

    def call_out(self) -> None:
        """Tells what the person wants to be told of at once."""
        self._house.teller.tell(alarms_too=self._steady() >= self._waking_until)

    @property
    def _undo(self) -> timedelta:
        return timedelta(minutes=self._house.settings.replies.undo_minutes)

    def _after_a_jump(self, jumped: timedelta) -> None:
        """Everything is looked at anew; only what was approved keeps its time to be taken back, by the steady clock."""
        log.info("clock or sleep: wall clock moved by %.0f s", jumped.total_seconds())
        self._house.renew_zone()
        self._waking_until = self._steady() + WAKING_SECONDS
        if jumped < timedelta(0):
            with self._house.database.transaction() as transaction:
                pull_back(transaction, self._undo, self._house.clock.now())
        for watcher in self._watchers:
            watcher.hold_sending(self._undo.total_seconds())
            watcher.wake()
        for job in (self.sweep, self.digest, self.learn):
            self._timetable.run_in(job.__name__, timedelta(0))

    def _tell(self, but: str, drafted: "Drafted") -> None:
        """Sees to it that what was drafted for other accounts lies in their Drafts folders before their next round."""
        touched = {draft.account for draft in (*drafted.made, *drafted.withdrawn)} - {but}
        for watcher in self._watchers:
            if watcher.name in touched:
                watcher.look()

    def _look_at_store(self) -> None:
        sends = [account.name for account in self._house.accounts if account.smtp is not None]
        with self._house.database.reading() as transaction:
            found = sendings(transaction, sends, self._house.clock.now())
        for watcher in self._watchers:
            watcher.expect(found.get(watcher.name, ()))
        self._timetable.run_in("learn", timedelta(0))
        if self._house.teller.is_wanted:
            self._timetable.run_in("call_out", timedelta(0))

    def _watched(self) -> str:
        names = [account.name for account in self._house.accounts]
        return " and ".join(names) if len(names) < 3 else f"{len(names)} mailboxes"
