"""A bell that any thread may ring, and a signal handler too; whoever waits for it, beside mail or alone, wakes."""

import select
import socket
from contextlib import suppress


class Bell:
    """Stays rung until ``silence``; ringing twice is like ringing once."""

    def __init__(self) -> None:
        self._ear, self._clapper = socket.socketpair()
        self._ear.setblocking(False)
        self._clapper.setblocking(False)

    def fileno(self) -> int:
        """What a poll waits on beside a connection."""
        return self._ear.fileno()

    def ring(self) -> None:
        """Wakes whoever waits. Never waits itself, and does nothing once the bell is closed."""
        # A full pipe is a bell that rings already.
        with suppress(OSError):
            self._clapper.send(b"\0")

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
        self._ear.close()
        self._clapper.close()
