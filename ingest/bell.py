"""A bell that any thread may ring, and a signal handler too; whoever waits for it, beside mail or alone, wakes."""

import select
import signal
import socket
from contextlib import suppress


class Bell:
    """Stays rung until ``silence``; ringing twice is like ringing once."""

    def __init__(self) -> None:
        self._ear, self._clapper = socket.socketpair()
        self._ear.setblocking(False)
        self._clapper.setblocking(False)
        self._hears_signals = False

    def fileno(self) -> int:
        """What a poll waits on beside a connection."""
        return self._ear.fileno()

    def ring(self) -> None:
        """Wakes whoever waits. Never waits itself, and does nothing once the bell is closed."""
        # A full pipe is a bell that rings already.
        with suppress(OSError):
            self._clapper.send(b"\0")

    def hear_signals(self) -> None:
        """Rings on every signal that has a handler, until it is closed; both from the main thread.

        The handler alone is not enough: a signal that comes just before a wait begins is handled after that wait.
        """
        signal.set_wakeup_fd(self._clapper.fileno(), warn_on_full_buffer=False)
        self._hears_signals = True

    def silence(self) -> None:
        """Ready to be rung again. To be called before looking at what it was rung for, so that nothing is missed."""
        with suppress(BlockingIOError):
            while self._ear.recv(4096):
                pass

    def wait(self, seconds: float) -> bool:
        """Waits until it is rung, at most so many seconds; tells whether it was."""
        poller = select.poll()
        poller.register(self._ear, select.POLLIN)
        return bool(poller.poll(max(seconds, 0.0) * 1000))

    def close(self) -> None:
        """Lets go of its two file descriptors."""
        if self._hears_signals:
            signal.set_wakeup_fd(-1)
        self._ear.close()
        self._clapper.close()
