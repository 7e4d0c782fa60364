"""A first run over more mail than one round takes: newest first, nothing else waits, it goes on after a stop."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.mailserver import Mailbox
from heardback import longhistory
from heardback.sendings import Departure
from tests.journey.watched import SLOW, Watched, drafts_in, rejection, settings_for, wait, watched
from tests.journey.world import mail
from tests.servers.boxes import Box
from tests.servers.dovecot import Dovecot

MAILS = 3000
QUICK_PACE = replace(SLOW, history=0.1)


@pytest.fixture
def long_box(dovecot: Dovecot, dovecot_box: Box) -> Box:
    """Four years of the garden club's mail, laid into the server's files."""
    me, now = dovecot_box.account.username, datetime.now(UTC)
    mails = []
    for number in range(MAILS):
        at = now - timedelta(days=(MAILS - number))
        made = mail("Pat <pat@garden.example>", me, f"Order {number}", f"Hello Sam,\n\norder {number} is in.\n", at)
        mails.append((made.as_bytes(), at))
    Mailbox(dovecot, me).lay(mails)
    return dovecot_box


def oldest(running: Watched) -> int:
    """How far down the inbox is read."""
    with running.house.database.reading() as transaction:
        marks = [mark for mark in transaction.folders.watermarks() if mark.folder == "INBOX" and mark.account == "home"]
    return marks[0].down if marks else MAILS + 1


def read_before(running: Watched, account: str) -> int:
    """How much of the long mailbox was read when the first round of this account that drafted something was over."""

    def drafted() -> list[int]:
        return [n for n, each in enumerate(running.reports) if each.drafted.made and account in each.reached]

    assert wait(drafted, 30)  # a draft is seen in the mailbox before its round is over
    return sum(each.taken.new for each in running.reports[: drafted()[0] + 1] if "home" in each.reached)


def test_new_mail_and_drafts_do_not_wait_for_its_end_and_it_goes_on_after_a_stop(long_box: Box, tmp_path: Path) -> None:
    me = long_box.account.username
    settings = settings_for({"home": (me, long_box.plain_port)})
    with watched(settings, tmp_path, QUICK_PACE) as running:
        assert wait(lambda: running.reports)
        assert 50 < running.reports[0].taken.new < MAILS  # a part, and the newest part
        assert oldest(running) < MAILS - 50
        assert isinstance(long_box.server, Dovecot)
        long_box.server.deliver(me, rejection(me, 1))
        assert wait(lambda: drafts_in(long_box) == 1, 30)
        assert read_before(running, "home") < MAILS
        assert any("read back to" in said for said in running.said)
    with watched(settings, tmp_path, QUICK_PACE) as running:
        assert wait(lambda: oldest(running) == 1 and running.stored() == MAILS + 1, 60)
        assert wait(lambda: any("all of its mail is read" in said for said in running.said))
        assert drafts_in(long_box) == 1


def test_mail_that_comes_meanwhile_ends_a_part_early(
    long_box: Box, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(longhistory, "ASK_EVERY_SECONDS", 0.05)
    me = long_box.account.username
    with watched(settings_for({"home": (me, long_box.plain_port)}), tmp_path, replace(SLOW, history=600.0)) as running:
        assert wait(lambda: oldest(running) < MAILS - 50, 30)
        assert isinstance(long_box.server, Dovecot)
        long_box.server.deliver(me, rejection(me, 1))
        assert wait(lambda: drafts_in(long_box) == 1, 30)
        assert oldest(running) > 1


def test_another_mailbox_is_looked_after_meanwhile(long_box: Box, dovecot: Dovecot, tmp_path: Path) -> None:
    other = dovecot.new_user()
    ports = {"home": (long_box.account.username, long_box.plain_port), "other": (other, long_box.plain_port)}
    with watched(settings_for(ports), tmp_path, QUICK_PACE) as running:
        assert wait(lambda: running.rounds["other"] >= 1)
        dovecot.deliver(other, rejection(other, 2))
        assert read_before(running, "other") < MAILS


def test_what_is_to_be_sent_goes_between_two_batches(
    long_box: Box, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []
    settings = settings_for({"home": (long_box.account.username, long_box.plain_port)})
    with watched(settings, tmp_path, QUICK_PACE) as running:

        def send_due(only: str = "") -> tuple[()]:
            tried.append(oldest(running))
            return ()

        monkeypatch.setattr(running.house.posting, "send_due", send_due)
        assert wait(lambda: running.service._watchers and running.service._watchers[0]._dispatch.is_settled)
        (watcher,) = running.service._watchers
        due = (Departure(1, datetime.now(UTC) - timedelta(minutes=1)),)
        assert wait(lambda: watcher.expect(due) or tried, 10)
        assert 1 < tried[0] <= MAILS
