"""The service: it looks, it can be told to stop, and there is one at a time."""

import signal
import time
from datetime import UTC, datetime, timedelta

from tests.journey.world import World, mail


def _wait(condition, seconds: float = 60) -> bool:  # type: ignore[no-untyped-def]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def _stored(world: World) -> int:
    if not (world.data / "heardback.sqlite").exists():
        return 0
    with world.house() as house, house.database.reading() as transaction:
        return transaction.mail.counts()[0]


def test_it_polls_at_once_and_stops_within_five_seconds(world: World) -> None:
    at = datetime.now(UTC) - timedelta(hours=1)
    world.deliver(mail("Pat <pat@garden.example>", world.me, "Beans", "Hello Sam,\n\nbeans on Friday?\n", at))
    process = world.start("run")
    assert _wait(lambda: _stored(world) == 1)

    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    assert time.monotonic() - began < 5
    assert "heardback has stopped." in said
    assert "beans" not in said.lower()
    assert "pat@garden.example" not in said


def test_a_second_service_on_the_same_store_is_refused(world: World) -> None:
    process = world.start("run")
    try:
        assert _wait(lambda: (world.data / "service.lock").exists() and _has_polled(world))
        second = world.command("run")
        assert second.returncode == 1
        assert "already runs" in second.stderr
        # Everything else works beside it.
        assert world.command("applications", "--json").returncode == 0
        assert world.command("review", "list", "--json").returncode == 0
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)


def _has_polled(world: World) -> bool:
    with world.house() as house, house.database.reading() as transaction:
        return bool(transaction.folders.health())


def test_it_stops_in_time_even_when_the_server_has_gone_quiet(world: World) -> None:
    from tests.servers.proxy import FaultProxy

    with FaultProxy(world.box.plain_port) as proxy:
        proxy.black_hole = True
        world.write_config(imap_port=proxy.port)
        process = world.start("run")
        assert process.stderr is not None
        assert any("is watching" in line for line in process.stderr)
        time.sleep(0.5)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
        assert time.monotonic() - began < 15  # five on an idle machine; the server would be waited for a minute
        assert process.returncode == 0
