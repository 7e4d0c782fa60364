"""systemd hears when the service is ready, that it is alive, and that it ends; and may end it at any moment."""

import os
import signal
import socket
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heardback.ending import ends_at_once
from heardback.readiness import READY, signs_every, tell
from heardback.service import STUCK_AFTER_SECONDS
from tests.journey.listening import listening
from tests.journey.watched import settings_for, wait, watched
from tests.journey.world import World, mail


def test_it_is_ready_once_the_store_is_open_then_alive_and_stops_in_time(world: World) -> None:
    at = datetime.now(UTC) - timedelta(hours=1)
    world.deliver(mail("Pat <pat@garden.example>", world.me, "Beans", "Hello Sam,\n\nbeans on Friday?\n", at))
    with listening(world, watchdog_seconds=1.5) as heard:
        heard.wait_for("READY=1")
        assert (world.data / "heardback.sqlite").exists()
        heard.wait_for("WATCHDOG=1")
        heard.wait_for("WATCHDOG=1")
        began = time.monotonic()
        heard.process.send_signal(signal.SIGTERM)
        heard.wait_for("STOPPING=1")
        heard.process.wait(30)
        assert time.monotonic() - began < 5
        assert heard.process.returncode == 0
        states = heard.rest()
    assert states[0] == "READY=1"
    assert states[-1] == "STOPPING=1"
    assert states.count("READY=1") == states.count("STOPPING=1") == 1


def test_a_signal_while_it_still_begins_ends_it_at_once(world: World) -> None:
    world.data.mkdir(mode=0o700)
    process = world.start("run")
    assert wait(lambda: (world.data / "service.lock").exists(), 60)  # before the tagger and the page are loaded
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert process.returncode == 0
    assert time.monotonic() - began < 5


def test_what_swallows_the_signal_does_not_lose_it() -> None:
    with ends_at_once() as ending:
        with pytest.raises(SystemExit, match="0"):
            signal.raise_signal(signal.SIGTERM)
        assert ending.is_asked
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_only_what_moves_is_called_alive(world: World, tmp_path: Path) -> None:
    settings = settings_for({"home": (world.me, world.box.plain_port)})
    with watched(settings, tmp_path / "moving") as running:
        assert wait(lambda: running.rounds["home"])
        service = running.service
        assert wait(service.is_moving)
        long_ago = time.monotonic() - STUCK_AFTER_SECONDS - 1

        def jobs_hang() -> bool:
            service._timetable._job_began = long_ago  # one that is just ending would say otherwise
            return not service.is_moving()

        assert wait(jobs_hang)
        service._timetable._job_began = None
        assert wait(service.is_moving)

        (watcher,) = service._watchers

        def rounds_hang() -> bool:
            watcher._came_on = long_ago
            return not service.is_moving()

        assert wait(rounds_hang)
        watcher._came_on = None
        assert service.is_moving()

        watcher._thread = threading.Thread()  # an attendant that has ended
        assert not service.is_moving()
        watcher._thread = next(each for each in threading.enumerate() if each.name == "watch-home")


@pytest.mark.parametrize("address", ["", "not/absolute", "/nowhere/notify"])
def test_where_nobody_listens_nothing_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    assert not tell(READY)


def test_an_abstract_name_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"heardback-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(f"\0{name}")
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
        assert tell(READY)
        assert ear.recv(100) == b"READY=1"


@pytest.mark.parametrize(
    ("wanted", "pid", "every"),
    [("180000000", "", 60.0), ("3000000", "own", 1.0), ("180000000", "1", None), ("0", "", None), ("soon", "", None)],
)
def test_signs_of_life_come_thrice_in_the_time_given(
    wanted: str, pid: str, every: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", wanted)
    monkeypatch.delenv("WATCHDOG_PID", raising=False)
    if pid:
        monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()) if pid == "own" else pid)
    assert signs_every() == every
