"""Notices that this computer slept, or that its clock was set: wall clock and steady clock then part."""

from datetime import datetime, timedelta

JUMP = timedelta(minutes=2)
"""Less is a slow machine, or the small corrections of a time server."""


class ClockWatch:
    """Compares what passed on the wall clock with what passed on the steady one, beat by beat.

    The steady clock stands still in a suspend on Linux and macOS and goes on elsewhere; either way a suspend shows: as
    a jump of the wall clock, or as a beat that came much too late.
    """

    def __init__(self, wall: datetime, steady: float, every: float) -> None:
        self._wall, self._steady, self._every = wall, steady, every

    def beat(self, wall: datetime, steady: float) -> timedelta:
        """By how much the wall clock ran ahead since the last beat (negative: it was set back); zero if all is well."""
        passed = timedelta(seconds=steady - self._steady)
        jumped = (wall - self._wall) - passed
        late = passed - timedelta(seconds=self._every)
        self._wall, self._steady = wall, steady
        if abs(jumped) > JUMP:
            return jumped
        return late if late > JUMP else timedelta(0)
