"""The timetable of the service's own jobs: one runs after the other, and none takes the service down.

APScheduler only wakes things up; what is due is decided by the jobs.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler

from store.errors import HeardbackError

log = logging.getLogger("heardback.service")
logging.getLogger("apscheduler").setLevel(logging.ERROR)  # it warns of jobs that wait for one another, as they should


class Timetable:
    """Jobs that wait for one another, until ``stopping`` is set. Each is one unit of work, safe to be cut off."""

    def __init__(self, say: Callable[[str], None], stopping: threading.Event) -> None:
        self._say, self._stopping = say, stopping
        self._busy = threading.Lock()
        self._job_began: float | None = None
        self._scheduler = BackgroundScheduler(
            timezone="UTC",
            # One thread, as the jobs wait for one another anyway; each more would hold memory of its own.
            executors={"default": {"type": "threadpool", "max_workers": 1}},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def add(self, job: Callable[[], None], *, first: bool = False, **every: int) -> None:
        """Runs a job every so often, ``first`` at once; its name is that of its function."""
        extra: dict[str, Any] = {"next_run_time": datetime.now(UTC)} if first else {}
        self._scheduler.add_job(self._alone(job), "interval", id=job.__name__, **every, **extra)

    def start(self) -> None:
        """Begins with what is due."""
        self._scheduler.start()

    def run_in(self, job: str, time_from_now: timedelta) -> None:
        """Moves a job's next run. Its times are the computer's own, also where the house lives by another clock."""
        if self._scheduler.running and not self._stopping.is_set():
            self._scheduler.modify_job(job, next_run_time=datetime.now(UTC) + time_from_now)

    def hangs(self, seconds: float) -> bool:
        """Whether the job at hand has taken longer than this."""
        job = self._job_began
        return job is not None and time.monotonic() - job > seconds

    def stop(self) -> None:
        """Begins no job any more."""
        self._scheduler.shutdown(wait=False)

    def is_through(self, until: float) -> bool:
        """Waits for the job at hand, until a moment of the steady clock; whether it has come to its end."""
        finished = self._busy.acquire(timeout=max(until - time.monotonic(), 0.0))
        if finished:
            self._busy.release()
        return finished

    def guarded(self, job: Callable[[], None]) -> Callable[[], None]:
        """A job that never takes the service down: what it raises is told, and it is tried at its next time."""

        def run() -> None:
            try:
                job()
            except HeardbackError as error:
                log.warning("job=%s failed: %s", job.__name__, type(error).__name__)
                self._say(str(error))
            except Exception:
                log.exception("job=%s failed", job.__name__)

        return run

    def _alone(self, job: Callable[[], None]) -> Callable[[], None]:
        guarded = self.guarded(job)

        def run() -> None:
            with self._busy:
                if not self._stopping.is_set():
                    self._job_began = time.monotonic()
                    guarded()
                    self._job_began = None

        return run
