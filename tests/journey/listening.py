"""What systemd would hear of a service: its messages, with the moment each came at."""

import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.journey.world import World


@dataclass
class Heard:
    """A running service and what it tells of itself."""

    process: subprocess.Popen[str]
    socket: socket.socket
    states: list[str] = field(default_factory=list)

    def wait_for(self, state: str, seconds: float = 60) -> None:
        """Until it is told for the next time; fails where the service ends before."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.states.append(self.socket.recv(4096).decode())
            except TimeoutError:
                assert self.process.poll() is None, self.process.communicate()
                continue
            if self.states[-1] == state:
                return
        raise AssertionError(f"{state} did not come in {seconds} s: {self.states}")

    def rest(self) -> list[str]:
        """What else was told by now."""
        self.socket.settimeout(0.05)
        while True:
            try:
                self.states.append(self.socket.recv(4096).decode())
            except TimeoutError:
                return self.states


@contextmanager
def listening(
    world: World,
    *,
    watchdog_seconds: float = 0,
    wrapped: Callable[[list[str]], Sequence[str]] = list,
    environment: dict[str, str] | None = None,
) -> Iterator[Heard]:
    """Runs the service as systemd does with Type=notify."""
    line = world._line("run")
    env = {**world._env(), **(environment or {})}
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        address = str(Path(folder) / "notify")
        ear.bind(address)
        ear.settimeout(0.2)
        env["NOTIFY_SOCKET"] = address
        if watchdog_seconds:
            env["WATCHDOG_USEC"] = str(int(watchdog_seconds * 1_000_000))
        process = subprocess.Popen(
            list(wrapped(line)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
        )
        try:
            yield Heard(process, ear)
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate()
