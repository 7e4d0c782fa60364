"""A server that answers without end, or lies about lengths, costs a connection and no more."""

from dataclasses import replace

import pytest

import ingest.imap.bounds as bounds
from ingest.accounts import Security, Server
from ingest.bodystructure import read_structure
from ingest.imap import open_mailbox
from respond.smtp.sender import SmtpSender
from store.errors import PassingError
from tests.security.test_private_lines import in_plain, listening
from tests.servers.boxes import PASSWORD, account
from tests.servers.scripted import scripted


def opened(port: int) -> None:
    with open_mailbox(account("sam@home.example", port, Security.PLAIN), PASSWORD) as mailbox:
        mailbox.folders()


def test_a_literal_of_many_gigabytes_is_not_waited_for() -> None:
    answers = {b"LIST": b'* LIST () "/" {99999999999}\r\n'}
    with scripted(b"* OK ready\r\n", answers) as (port, _), pytest.raises(PassingError):
        opened(port)


def test_answers_without_end_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_ANSWER", 100_000)
    answers = {b"LIST": b'* LIST () "/" "folder"\r\n' * 10_000}
    with scripted(b"* OK ready\r\n", answers) as (port, _), pytest.raises(PassingError):
        opened(port)


def test_each_command_has_its_own_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_ANSWER", 100_000)
    answers = {b"LIST": b'* LIST () "/" "folder"\r\n' * 2_000}
    with (
        scripted(b"* OK ready\r\n", answers) as (port, _),
        open_mailbox(account("sam@home.example", port, Security.PLAIN), PASSWORD) as mailbox,
    ):
        for _ in range(4):
            assert len(mailbox.folders()) == 2_000


def test_an_endless_reply_to_a_sending_is_given_up() -> None:
    lines = {b"EHLO": b"250-x\r\n" * 5_000}
    server = Server("127.0.0.1", 0, Security.PLAIN, connect_timeout=5, read_timeout=5)
    with listening(in_plain(lines, b"220 mail.example\r\n")) as (port, _), pytest.raises(PassingError):
        SmtpSender(replace(server, port=port)).send("a@b.example", "c@d.example", b"Subject: x\r\n\r\nx\r\n")


def test_a_structure_of_a_hundred_thousand_parts_is_read_in_a_blink() -> None:
    leaf = (b"TEXT", b"PLAIN", None, None, None, b"7BIT", 1, 1)

    assert len(read_structure((*([leaf] * 100_000), b"MIXED")).children) == 1_000
    read_structure((b"TEXT", b"PLAIN", None, None, None, b"7BIT", 1, 1, None, b"attachment; " + b"*" * 1_000_000))
