"""Where jobs learn the time. Pure code takes ``now`` as an argument instead."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time as aware UTC."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(slots=True)
class SetClock:
    """A clock that stands where it was put: for ``--now``, the demo and tests."""

    at: datetime

    def now(self) -> datetime:
        return self.at.astimezone(UTC)
