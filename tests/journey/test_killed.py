"""Killed in the middle, and started again: nothing lost, nothing twice, nothing pretended."""

import signal
import time
from datetime import UTC, datetime, timedelta

from store.vocabulary import DraftState
from tests.journey.world import World, mail
from tests.servers.proxy import FaultProxy

KIM = "Kim Alder <kim.alder@calder-trust.example>"
MAILS = 400


def _fill(world: World) -> None:
    now = datetime.now(UTC)
    mails = []
    for number in range(MAILS):
        at = now - timedelta(hours=MAILS - number)
        body = f"Hello Sam,\n\nhere is the order number {number} of the garden club.\n\nBest\nPat\n"
        made = mail("Pat <pat@garden.example>", world.me, f"Order {number}", body, at)
        mails.append((made.as_bytes(), at))
    rejection = mail(
        KIM,
        world.me,
        "Your application as Museum Coordinator",
        "Dear Sam,\n\nThank you for coming to talk to us about the Museum Coordinator role at Calder Trust. We have "
        "decided to go with another candidate.\n\nBest wishes,\nKim Alder\nCalder Trust\n",
        now - timedelta(days=1),
    )
    world.box.put("INBOX", mails)
    world.deliver(rejection)


def _kill_when(process, ready, seconds: float = 60) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + seconds
    while not ready() and time.monotonic() < end and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_a_poll_killed_half_way_goes_on_where_it_stopped(world: World) -> None:
    _fill(world)
    with FaultProxy(world.box.plain_port) as proxy:
        proxy.delay = 0.02
        world.write_config(imap_port=proxy.port)
        world.config.write_text(world.config.read_text() + "\n[poll]\nbatch_size = 40\n")
        for least in (40, 120):
            process = world.start("poll")
            _kill_when(process, lambda least=least: _stored(world) >= least)
            assert least <= _stored(world) < MAILS

    world.write_config()
    assert world.command("poll").returncode == 0
    assert world.command("poll").returncode == 0
    with world.house() as house, house.database.reading() as transaction:
        assert transaction.mail.counts() == (MAILS + 1, 0)
        assert len(transaction.drafts.all()) == 1
        assert len(transaction.applications.all()) == 1
    with world.box.observer() as observer:
        observer.select("Drafts", readonly=True)
        assert len(observer.search(None, "ALL")[1][0].split()) == 1


def test_a_send_killed_half_way_is_never_repeated(world: World) -> None:
    _fill(world)
    assert world.command("poll").returncode == 0
    assert world.sink is not None
    with world.house() as house, house.database.reading() as transaction:
        (draft,) = transaction.drafts.all()
    assert world.command("review", "approve", str(draft.id)).returncode == 0
    with world.house() as house, house.database.transaction() as transaction:
        # The undo window is over.
        transaction.drafts.move(
            draft.id, from_states=(DraftState.APPROVED,), to=DraftState.APPROVED, at=datetime.now(UTC)
        )

    world.sink.script.hold_after_data = 20.0
    process = world.start("review", "send")
    _kill_when(process, lambda: bool(world.sink and world.sink.taken))
    world.sink.script.hold_after_data = 0.0
    world.command("review", "send")
    world.command("review", "send")

    assert len(world.sink.taken) == 1
    with world.house() as house, house.database.reading() as transaction:
        after = transaction.drafts.get(draft.id)
        assert after is not None
        assert after.state is DraftState.UNKNOWN
        assert "Look into your Sent folder" in after.failure


def _stored(world: World) -> int:
    if not (world.data / "heardback.sqlite").exists():
        return 0
    with world.house() as house, house.database.reading() as transaction:
        return transaction.mail.counts()[0]
