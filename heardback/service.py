"""The service: rounds, silence sweep, outbox, digest and learning on a schedule, until it is told to stop.

APScheduler only wakes things up. What is *due* is decided from the store, so that a laptop that slept over Monday
still sends its digest, and once. A heartbeat wakes the scheduler's thread often enough that a suspend is noticed.
"""

import logging
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.background import BackgroundScheduler

from heardback.trainer import Trainer
from store.errors import HeardbackError

if TYPE_CHECKING:
    from heardback.wiring import House

log = logging.getLogger("heardback.service")

HEARTBEAT_SECONDS = 20
SWEEP_MINUTES = 30
LEARN_SECONDS = 60
STOP_WITHIN_SECONDS = 5


class Service:
    """Runs until ``stop``; every job is one unit of work that is safe to be cut off."""

    def __init__(self, house: "House", say: Callable[[str], None]) -> None:
        self._house, self._say = house, say
        self._trainer = Trainer(house, say)
        self._stopping = threading.Event()
        self._busy = threading.Lock()
        # One thread at a time on the mailbox: jobs queue up behind each other instead of racing.
        self._scheduler = BackgroundScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        )

    def run(self) -> bool:
        """Blocks until SIGTERM or SIGINT, then ends within ``STOP_WITHIN_SECONDS``.

        Returns whether the job at hand came to its end; one that hangs on the network is left to the caller.
        """
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        self._settle_leftovers()
        every = self._house.settings.poll.every_minutes
        self._add(self.poll, minutes=every, first=True)
        self._add(self.sweep, minutes=SWEEP_MINUTES)
        self._add(self.outbox, seconds=HEARTBEAT_SECONDS)
        self._add(self.digest, seconds=HEARTBEAT_SECONDS)
        self._add(self.learn, seconds=LEARN_SECONDS)
        self._scheduler.start()
        self._say(f"heardback is watching {self._watched()}. It looks every {every} minutes; Ctrl-C stops it.")
        self._stopping.wait()
        self._scheduler.shutdown(wait=False)
        # The job at hand sees the flag between two batches; what it does not finish is rolled back and done again.
        finished = self._busy.acquire(timeout=STOP_WITHIN_SECONDS - 1)
        if finished:
            self._busy.release()
        self._trainer.stop()
        self._say("heardback has stopped.")
        return finished

    def stop(self) -> None:
        """Asks the service to end."""
        self._stopping.set()

    def poll(self) -> None:
        """One round over all accounts, with the model that is chosen by now."""
        self._house.renew_tagger()
        report = self._house.rounds.run_once(stop=self._stopping.is_set)
        log.info(
            "round new=%d known=%d unreadable=%d drafts=%d withdrawn=%d failing=%d",
            report.taken.new,
            report.taken.known,
            report.taken.unreadable,
            len(report.drafted.made),
            len(report.drafted.withdrawn),
            len(report.failures),
        )
        for name in sorted(report.news):
            self._say(f"{name}: {report.failures[name]}")

    def sweep(self) -> None:
        """Time passes without mail too: silence falls due, drafts become pointless."""
        self._house.rounds.draft()

    def outbox(self) -> None:
        """Sends what was approved."""
        for sending in self._house.posting.send_due():
            log.info("outbox draft=%d state=%s", sending.draft.id, sending.state)
        while self._house.notes:
            log.warning("outbox note=%s", self._house.notes.pop())

    def digest(self) -> None:
        """Sends the digest once its hour has come."""
        said = self._house.posting.digest_if_due()
        if said:
            log.info("digest done")

    def learn(self) -> None:
        """Trains in a process of its own once enough was corrected; this only starts it and looks after it."""
        self._trainer.look_after()

    def _settle_leftovers(self) -> None:
        try:
            for sending in self._house.posting.recover():
                self._say(f"Draft {sending.draft.id}: {sending.sentence}")
        except HeardbackError as error:
            self._say(f"What the last run left half sent could not be looked up yet: {error}")

    def _add(self, job: Callable[[], None], *, first: bool = False, **every: int) -> None:
        extra: dict[str, Any] = {"next_run_time": self._house.clock.now()} if first else {}
        self._scheduler.add_job(self._guarded(job), "interval", id=job.__name__, **every, **extra)

    def _guarded(self, job: Callable[[], None]) -> Callable[[], None]:
        """A job that never takes the service down: what it raises is told, and it is tried at its next time."""

        def run() -> None:
            with self._busy:
                if self._stopping.is_set():
                    return
                try:
                    job()
                except HeardbackError as error:
                    log.warning("job=%s failed: %s", job.__name__, type(error).__name__)
                    self._say(str(error))
                except Exception:
                    log.exception("job=%s failed", job.__name__)

        return run

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stop()

    def _watched(self) -> str:
        names = [account.name for account in self._house.accounts]
        return " and ".join(names) if len(names) < 3 else f"{len(names)} mailboxes"
