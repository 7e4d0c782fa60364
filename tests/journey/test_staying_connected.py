"""The service stays connected: it hears of mail at once, outlives every kind of broken line, and ends when told."""

import os
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from heardback.backoff import Backoff
from heardback.settings import Settings
from ingest.accounts import Server
from store.clock import SetClock
from store.errors import ConnectionsLimited
from tests.journey.watched import SLOW, drafts_in, rejection, settings_for, wait, watched
from tests.journey.world import ENVIRONMENT
from tests.servers.boxes import PASSWORD, Box
from tests.servers.dovecot import Dovecot
from tests.servers.proxy import FaultProxy
from tests.servers.scripted import scripted


def settings_of(box: Box, port: int = 0) -> Settings:
    return settings_for({"home": (box.account.username, port or box.plain_port)})


def deliver(box: Box, *numbers: int) -> None:
    server = box.server
    assert isinstance(server, Dovecot)
    server.deliver(box.account.username, *(rejection(box.account.username, number) for number in numbers))


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries again without long waits."""
    monkeypatch.setattr(Backoff, "failed", lambda self, *, lasting=False: 0.02)


def test_a_delivered_mail_is_answered_by_a_draft_within_seconds(dovecot_box: Box, tmp_path: Path) -> None:
    with watched(settings_of(dovecot_box), tmp_path) as running:
        assert wait(lambda: running.rounds["home"] >= 1)
        began = time.monotonic()
        deliver(dovecot_box, 1)
        assert wait(lambda: drafts_in(dovecot_box) == 1)
        assert time.monotonic() - began < 25  # about one on an idle machine; by itself it looks in ten minutes
        assert running.rounds["home"] <= 3


def test_a_burst_makes_one_round(dovecot_box: Box, tmp_path: Path) -> None:
    with watched(settings_of(dovecot_box), tmp_path) as running:
        assert wait(lambda: running.rounds["home"] >= 1)
        deliver(dovecot_box, *range(10))
        assert wait(lambda: running.stored() == 10)
        assert wait(lambda: drafts_in(dovecot_box) == 10)
        assert running.rounds["home"] <= 4  # one on an idle machine; a slow one delivers for longer than a burst lasts


@pytest.mark.parametrize("reset", [False, True], ids=["FIN", "RST"])
def test_fifty_broken_connections_lose_no_mail_and_leak_nothing(dovecot_box: Box, tmp_path: Path, reset: bool) -> None:
    with FaultProxy(dovecot_box.plain_port) as proxy:
        proxy.reset = reset
        with watched(settings_of(dovecot_box, proxy.port), tmp_path) as running:
            assert wait(lambda: running.rounds["home"] >= 1)
            watcher = running.service._watchers[0]
            before = None
            for number in range(50):
                rounds = running.rounds["home"]
                proxy.cut()
                watcher._listening._early_ends = 0  # a server that does this so often would be polled only
                assert wait(lambda rounds=rounds: running.rounds["home"] > rounds), running.said
                if number == 4:
                    before = open_things(proxy)
            deliver(dovecot_box, 1)
            assert wait(lambda: running.stored() == 1)
            assert before is not None
            now = open_things(proxy)
            assert now[0] <= before[0]
            assert now[1] <= before[1] + 2
            assert running.said == [running.said[0]]


def open_things(proxy: FaultProxy) -> tuple[int, int]:
    """Threads of the service, and file descriptors of this process that are not the proxy's."""
    time.sleep(0.3)
    proxies = 2 * len(proxy._pairs)
    threads = [each for each in threading.enumerate() if each.name.startswith(("watch-", "APScheduler"))]
    return len(threads), len(list(Path("/proc/self/fd").iterdir())) - proxies


def test_a_black_hole_is_climbed_out_of(dovecot_box: Box, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.imap.watching.ANSWER_SECONDS", 0.5)
    monkeypatch.setattr("ingest.imap.session.ANSWER_SECONDS", 0.5)
    # A greeting that is swallowed never comes again.
    monkeypatch.setattr("heardback.meaning.Server", partial(Server, connect_timeout=1.0, read_timeout=2.0))
    pace = replace(SLOW, renew=1.0)
    with (
        FaultProxy(dovecot_box.plain_port) as proxy,
        watched(settings_of(dovecot_box, proxy.port), tmp_path, pace) as running,
    ):
        assert wait(lambda: running.rounds["home"] >= 1)
        proxy.black_hole = True
        deliver(dovecot_box, 1)
        assert not wait(lambda: running.stored() == 1, 3)
        proxy.black_hole = False
        assert wait(lambda: running.stored() == 1)


def test_a_restarted_server_is_found_again(tmp_path: Path) -> None:
    from tests.servers.dovecot import executable

    if executable() is None:
        pytest.skip("Dovecot is not installed.")
    with Dovecot() as server:
        user = server.new_user()
        with watched(settings_for({"home": (user, server.imap_port)}), tmp_path) as running:
            assert wait(lambda: running.rounds["home"] >= 1)
            server.stop()
            time.sleep(0.5)
            server.start()
            server.deliver(user, rejection(user, 1))
            assert wait(lambda: running.stored() == 1)


def test_a_hanging_account_holds_up_nobody_else(dovecot: Dovecot, dovecot_box: Box, tmp_path: Path) -> None:
    other = dovecot.new_user()
    with FaultProxy(dovecot_box.plain_port) as proxy:
        proxy.black_hole = True
        ports = {"hanging": (other, proxy.port), "home": (dovecot_box.account.username, dovecot_box.plain_port)}
        with watched(settings_for(ports), tmp_path) as running:
            assert wait(lambda: running.rounds["home"] >= 1)
            deliver(dovecot_box, 1)
            assert wait(lambda: drafts_in(dovecot_box) == 1)
            assert running.rounds["hanging"] == 0
            began = time.monotonic()
            running.service.stop()
            assert wait(lambda: "heardback has stopped." in running.said)
            assert time.monotonic() - began < 15  # four on an idle machine; the server hangs for a minute


def test_it_stops_within_two_seconds_while_it_waits(dovecot_box: Box, tmp_path: Path) -> None:
    with watched(settings_of(dovecot_box), tmp_path) as running:
        assert wait(lambda: running.rounds["home"] >= 1)
        time.sleep(0.3)
        began = time.monotonic()
        running.service.stop()
        assert wait(lambda: "heardback has stopped." in running.said)
        assert time.monotonic() - began < 5  # at once on an idle machine; it would wait for minutes
    assert not [each for each in threading.enumerate() if each.name.startswith("watch-")]


def test_without_push_it_looks_at_its_times_and_keeps_no_connection(dovecot_box: Box, tmp_path: Path) -> None:
    pace = replace(SLOW, every=0.5, push=False)
    with watched(settings_of(dovecot_box), tmp_path, pace) as running:
        assert wait(lambda: running.rounds["home"] >= 2)
        deliver(dovecot_box, 1)
        assert wait(lambda: running.stored() == 1)
        assert running.service._watchers[0]._standing.mailbox is None or running.rounds["home"] >= 2


def test_after_a_sleep_it_looks_at_once_and_holds_what_was_approved(dovecot_box: Box, tmp_path: Path) -> None:
    clock = SetClock(datetime.now(UTC))
    pace = replace(SLOW, heartbeat=0.1, push=False)
    with watched(settings_of(dovecot_box), tmp_path, pace, clock, steady=lambda: 1000.0) as running:
        assert wait(lambda: running.rounds["home"] >= 1)
        deliver(dovecot_box, 1)
        assert not wait(lambda: running.rounds["home"] > 1, 0.5)
        clock.at += timedelta(hours=3)
        assert wait(lambda: running.stored() == 1)
        assert wait(lambda: running.rounds["home"] == 2)
        departures = running.service._watchers[0]._dispatch._departures
        assert departures._held > time.monotonic() + 60


def test_a_clock_set_back_moves_no_watermark_and_is_looked_at_once(dovecot_box: Box, tmp_path: Path) -> None:
    clock = SetClock(datetime.now(UTC))
    deliver(dovecot_box, 1)
    pace = replace(SLOW, heartbeat=0.1)
    with watched(settings_of(dovecot_box), tmp_path, pace, clock, steady=lambda: 1000.0) as running:
        assert wait(lambda: running.rounds["home"] >= 1 and running.stored() == 1)
        clock.at -= timedelta(hours=5)
        deliver(dovecot_box, 2)
        assert wait(lambda: running.stored() == 2)
        deliver(dovecot_box, 3)
        assert wait(lambda: running.stored() == 3)
        clock.at += timedelta(hours=5)
        assert wait(lambda: drafts_in(dovecot_box) == 3)  # for those from the future, now that they are not
        with running.house.database.reading() as transaction:
            marks = {mark.folder: mark.up for mark in transaction.folders.watermarks()}
        assert marks["INBOX"] == 3


def test_a_refused_sign_in_rests_until_the_person_acts(dovecot_box: Box, tmp_path: Path) -> None:
    settings = settings_of(dovecot_box)
    pace = replace(SLOW, every=0.3)
    with watched(settings, tmp_path, pace) as running:
        assert wait(lambda: running.rounds["home"] >= 1)
    os.environ[ENVIRONMENT] = "wrong horse"
    with watched(settings, tmp_path, pace) as running:
        assert wait(lambda: running.rounds["home"] >= 3)
        assert len([said for said in running.said if "refused the sign-in" in said]) == 1
        assert sum(bool(report.causes) for report in running.reports) == 1
        os.environ[ENVIRONMENT] = PASSWORD
        with running.house.database.transaction() as transaction:
            transaction.folders.let_try_again("home")
        assert wait(lambda: running.reports[-1].reached == {"home"})
        assert any("reached again" in said for said in running.said)


def test_a_server_short_of_connections_is_polled_for_a_day(tmp_path: Path) -> None:
    with (
        scripted(b"* BYE [LIMIT] Too many connections for this user\r\n", {}) as (port, _),
        watched(settings_for({"home": ("sam@home.example", port)}), tmp_path) as running,
    ):
        assert wait(lambda: running.rounds["home"] >= 1)
        (cause,) = running.reports[0].causes.values()
        assert isinstance(cause, ConnectionsLimited)
        assert wait(lambda: running.service._watchers[0]._listening._push_from > time.monotonic() + 80_000)


def test_a_service_that_starts_again_tries_a_refused_account_anew(dovecot_box: Box, tmp_path: Path) -> None:
    settings = settings_of(dovecot_box)
    os.environ[ENVIRONMENT] = "wrong horse"
    with watched(settings, tmp_path) as running:
        assert wait(lambda: running.rounds["home"] >= 1)
        assert running.reports[0].reached == frozenset()
    os.environ[ENVIRONMENT] = PASSWORD
    with watched(settings, tmp_path) as running:
        assert wait(lambda: running.rounds["home"] >= 1)
        assert running.reports[0].reached == {"home"}
