"""Being told to end while nothing has begun yet: at once, from the first moment on."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

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
