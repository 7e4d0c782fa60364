"""Being told to end: at once while nothing has begun yet, from the first moment on; later by a bell that is rung."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.bell import Bell

ASKS_TO_END = (signal.SIGTERM, signal.SIGINT)


class Ending:
    """Until somebody takes the signals over, they end the program where it stands; open transactions are rolled back.

    As the first process of a container it would not hear them otherwise: there they have no effect of their own.
    """

    def __init__(self) -> None:
        self.is_asked = False

    def on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.is_asked = True
        raise SystemExit(0)


@contextmanager
def ends_at_once() -> Iterator[Ending]:
    """Listens for the block; what was asked in a place that swallows exceptions stands in ``is_asked``."""
    ending = Ending()
    if threading.current_thread() is not threading.main_thread():
        yield ending
        return
    before = {number: signal.signal(number, ending.on_signal) for number in ASKS_TO_END}
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def rings_when_asked(bell: "Bell", told: Callable[[], bool]) -> None:
    """From here on a signal rings the bell; so does one that came before and had no effect, of which ``told`` knows."""
    if threading.current_thread() is threading.main_thread():
        bell.hear_signals()
        for number in ASKS_TO_END:
            # Nothing but the bell: taking a lock here could wait for the very thread that is interrupted.
            signal.signal(number, lambda _number, _frame: bell.ring())
    if told():
        bell.ring()
