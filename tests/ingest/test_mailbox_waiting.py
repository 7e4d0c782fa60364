"""Waiting for mail on a real server: it tells at once, and a connection that died is never taken for a quiet one."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from ingest.accounts import Security
from ingest.bell import Bell
from ingest.imap import ImapMailbox, Notice, open_mailbox
from store.errors import PassingError, PermanentError
from tests.ingest.samples import raw_letter
from tests.servers.boxes import PASSWORD, Box, account
from tests.servers.idling import idling
from tests.servers.proxy import FaultProxy

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def bell() -> Iterator[Bell]:
    made = Bell()
    yield made
    made.close()


@contextmanager
def waiting(box: Box) -> Iterator[ImapMailbox]:
    """A mailbox whose INBOX was just looked through."""
    with open_mailbox(box.account, PASSWORD) as mailbox:
        mailbox.examine("INBOX")
        yield mailbox


@contextmanager
def later(act: object, seconds: float = 0.3) -> Iterator[None]:
    """Does something while the block waits."""
    timer = threading.Timer(seconds, act)  # type: ignore[arg-type]
    timer.start()
    yield
    timer.join()


def put(box: Box, number: int = 1) -> None:
    box.put("INBOX", [(raw_letter(number), NOW)])


def test_a_folder_that_is_being_read_tells_when_it_has_grown(box: Box) -> None:
    with waiting(box) as mailbox:
        assert not mailbox.has_grown()
        put(box)
        assert mailbox.has_grown()
        mailbox.examine("INBOX")
        assert not mailbox.has_grown()
        assert len(list(mailbox.fetch(mailbox.uids(1, None)))) == 1


def test_new_mail_ends_the_waiting_at_once_and_the_mailbox_goes_on(box: Box, bell: Bell) -> None:
    with waiting(box) as mailbox:
        assert mailbox.can_push
        began = time.monotonic()
        with later(lambda: put(box)):
            assert mailbox.wait_for_news("INBOX", bell, 20) is Notice.NEWS
        assert time.monotonic() - began < 15
        assert mailbox.examine("INBOX").exists == 1


def test_quiet_ends_with_its_time_and_can_be_begun_anew(box: Box, bell: Bell) -> None:
    with waiting(box) as mailbox:
        for _ in range(3):
            assert mailbox.wait_for_news("INBOX", bell, 0.2) is Notice.QUIET
        with later(lambda: put(box)):
            assert mailbox.wait_for_news("INBOX", bell, 20) is Notice.NEWS


def test_the_bell_ends_it_and_stays_rung_until_it_is_silenced(dovecot_box: Box, bell: Bell) -> None:
    with waiting(dovecot_box) as mailbox:
        began = time.monotonic()
        with later(bell.ring):
            assert mailbox.wait_for_news("INBOX", bell, 20) is Notice.CALLED
        assert mailbox.wait_for_news("INBOX", bell, 20) is Notice.CALLED
        assert time.monotonic() - began < 15
        bell.silence()
        assert mailbox.wait_for_news("INBOX", bell, 0.1) is Notice.QUIET


def test_what_came_since_the_last_look_is_news_before_any_waiting(dovecot_box: Box, bell: Bell) -> None:
    with waiting(dovecot_box) as mailbox:
        put(dovecot_box)
        began = time.monotonic()
        assert mailbox.wait_for_news("INBOX", bell, 20) is Notice.NEWS
        assert time.monotonic() - began < 15


def test_what_was_read_already_is_no_news(dovecot_box: Box, bell: Bell) -> None:
    put(dovecot_box, 1)
    with waiting(dovecot_box) as mailbox:
        put(dovecot_box, 2)
        mailbox.check()
        assert mailbox.uids(1, None) == (1, 2)
        assert mailbox.wait_for_news("INBOX", bell, 0.3) is Notice.QUIET


def test_a_mail_marked_as_read_or_removed_is_no_news(dovecot_box: Box, bell: Bell) -> None:
    put(dovecot_box, 1)
    put(dovecot_box, 2)
    with waiting(dovecot_box) as mailbox, later(lambda: dovecot_box.expunge("INBOX", [1])):
        assert mailbox.wait_for_news("INBOX", bell, 1.5) is Notice.QUIET


def test_a_burst_is_one_piece_of_news(dovecot_box: Box, bell: Bell) -> None:
    def burst() -> None:
        dovecot_box.server.deliver(dovecot_box.account.username, *(raw_letter(number) for number in range(20)))  # type: ignore[union-attr]

    with waiting(dovecot_box) as mailbox:
        with later(burst, 0.1):
            assert mailbox.wait_for_news("INBOX", bell, 20) is Notice.NEWS
        assert mailbox.examine("INBOX").exists == 20


@pytest.mark.parametrize("reset", [False, True], ids=["FIN", "RST"])
def test_a_connection_that_ends_while_waiting_is_noticed_at_once(dovecot_box: Box, bell: Bell, reset: bool) -> None:
    with FaultProxy(dovecot_box.plain_port) as proxy:
        proxy.reset = reset
        with open_mailbox(dovecot_box.through(proxy.port), PASSWORD) as mailbox:
            mailbox.examine("INBOX")
            began = time.monotonic()
            with later(proxy.cut), pytest.raises(PassingError):
                mailbox.wait_for_news("INBOX", bell, 20)
            assert time.monotonic() - began < 15
            assert mailbox.is_dead


def test_tls_that_ends_while_waiting_is_noticed_at_once(bell: Bell, request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue("dovecot")
    with FaultProxy(server.imaps_port) as proxy:
        who = account(server.new_user(), proxy.port, Security.TLS, server.certificates.authority)
        with open_mailbox(who, PASSWORD) as mailbox:
            assert mailbox.wait_for_news("INBOX", bell, 0.3) is Notice.QUIET
            with later(proxy.cut), pytest.raises(PassingError):
                mailbox.wait_for_news("INBOX", bell, 20)


def test_a_black_hole_is_found_when_the_waiting_is_renewed(
    dovecot_box: Box, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.imap.watching.ANSWER_SECONDS", 0.5)
    with (
        FaultProxy(dovecot_box.plain_port) as proxy,
        open_mailbox(dovecot_box.through(proxy.port), PASSWORD) as mailbox,
    ):
        mailbox.examine("INBOX")

        def swallow() -> None:
            proxy.black_hole = True

        began = time.monotonic()
        with later(swallow), pytest.raises(PassingError):
            mailbox.wait_for_news("INBOX", bell, 1.0)
        assert 1.0 < time.monotonic() - began < 15  # and not the half minute of an answer


def test_a_server_that_goes_down_is_noticed(bell: Bell) -> None:
    from tests.servers.dovecot import Dovecot, executable

    if executable() is None:
        pytest.skip("Dovecot is not installed.")
    with Dovecot() as server:
        who = account(server.new_user(), server.imap_port, Security.PLAIN)
        with open_mailbox(who, PASSWORD) as mailbox:
            mailbox.examine("INBOX")
            began = time.monotonic()
            with later(server.stop), pytest.raises(PassingError):
                mailbox.wait_for_news("INBOX", bell, 30)
            assert time.monotonic() - began < 15


def test_another_thread_can_cut_what_waits(dovecot_box: Box, bell: Bell) -> None:
    with waiting(dovecot_box) as mailbox, later(mailbox.cut), pytest.raises(PassingError):
        mailbox.wait_for_news("INBOX", bell, 20)


def heard(bell: Bell, *pieces: bytes, seconds: float = 0.6, pause: float = 0.0) -> Notice:
    """What comes of a server that says this after IDLE."""
    with idling(*pieces, pause=pause) as port, open_mailbox(account("sam", port, Security.PLAIN), PASSWORD) as mailbox:
        return mailbox.wait_for_news("INBOX", bell, seconds)


def test_news_in_one_packet_with_the_go_ahead_is_not_overlooked(bell: Bell) -> None:
    began = time.monotonic()
    assert heard(bell, b"+ idling\r\n* 4 EXISTS\r\n* 1 RECENT\r\n", seconds=30) is Notice.NEWS
    assert time.monotonic() - began < 15


def test_news_before_the_go_ahead_is_news(bell: Bell) -> None:
    assert heard(bell, b"* 4 EXISTS\r\n+ idling\r\n", seconds=30) is Notice.NEWS


def test_half_a_line_is_waited_for(bell: Bell) -> None:
    assert heard(bell, b"+ idling\r\n", b"* 4 EX", b"ISTS\r\n", seconds=30, pause=0.2) is Notice.NEWS


def test_a_line_that_never_ends_is_passing(bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.imap.watching.LINE_SECONDS", 0.3)
    with pytest.raises(PassingError):
        heard(bell, b"+ idling\r\n", b"* 4 EX", seconds=30, pause=0.2)


def test_still_here_is_no_news(bell: Bell) -> None:
    assert heard(bell, b"+ idling\r\n* OK Still here\r\n* 2 FETCH (FLAGS (\\Seen))\r\n") is Notice.QUIET


def test_a_server_that_repeats_how_many_there_are_tells_nothing_new(bell: Bell) -> None:
    assert heard(bell, b"+ idling\r\n* 3 EXISTS\r\n* 0 RECENT\r\n") is Notice.QUIET
    assert heard(bell, b"* 3 EXISTS\r\n+ idling\r\n") is Notice.QUIET


def test_one_that_came_after_one_went_is_news(bell: Bell) -> None:
    assert heard(bell, b"+ idling\r\n* 2 EXPUNGE\r\n* 3 EXISTS\r\n", seconds=30) is Notice.NEWS
    assert heard(bell, b"+ idling\r\n* 2 EXPUNGE\r\n* 2 EXISTS\r\n") is Notice.QUIET


def test_a_good_bye_while_waiting_is_passing(bell: Bell) -> None:
    with pytest.raises(PassingError):
        heard(bell, b"+ idling\r\n* BYE Autologout; idle for too long\r\n", seconds=30)


def test_a_refusal_to_wait_is_told_apart_from_a_lost_connection(bell: Bell) -> None:
    with pytest.raises(PermanentError):
        heard(bell, b"NO not today\r\n", seconds=30)
