"""Servers whose replies are none, or that are busy at EHLO: before the text it is tried again, after it is unknown."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from ingest.accounts import Security, Server
from respond.smtp.handing_over import SendUnknown
from respond.smtp.sender import SmtpSender
from store.errors import HeardbackError, PassingError

MAIL = b"Subject: Hi\r\n\r\nHi\r\n"


@contextmanager
def answering(answers: dict[bytes, bytes], greeting: bytes = b"220 ready\r\n") -> Iterator[tuple[int, list[bytes]]]:
    """A server that says 250 to everything but this; yields its port and what it heard, complete once it has ended."""
    listener = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []

    def serve() -> None:
        connection, _ = listener.accept()
        with suppress(OSError), connection, connection.makefile("rb") as lines:  # clients hang up
            connection.sendall(greeting)
            is_text = False
            for line in lines:
                word = line[:4].upper().strip()
                if is_text and line != b".\r\n":
                    continue
                heard.append(word)
                is_text = word == b"DATA"
                answer = answers.get(word, b"354 go on\r\n" if is_text else b"250 OK\r\n")
                connection.sendall(answer)
                if not answer.endswith(b"\r\n"):
                    return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        listener.close()
        thread.join(30)


def failure(port: int) -> HeardbackError:
    with pytest.raises(HeardbackError) as caught:
        sender = SmtpSender(Server("127.0.0.1", port, Security.PLAIN, connect_timeout=30, read_timeout=30))
        sender.send("sam@home.example", "kim@calder.example", MAIL)
    return caught.value


@pytest.mark.parametrize("broken", [b"what is this\r\n", b"250 " + b"x" * 20_000 + b"\r\n", b"250 O"])
@pytest.mark.parametrize("word", [b"EHLO", b"MAIL", b"RCPT", b"DATA"])
def test_a_reply_that_is_none_before_the_text_is_tried_later(word: bytes, broken: bytes) -> None:
    with answering({word: broken}) as (port, _):
        assert type(failure(port)) is PassingError


@pytest.mark.parametrize("greeting", [b"hello there\r\n", b"220 " + b"x" * 20_000 + b"\r\n"])
def test_a_greeting_that_is_none_is_tried_later(greeting: bytes) -> None:
    with answering({}, greeting) as (port, _):
        assert type(failure(port)) is PassingError


@pytest.mark.parametrize("broken", [b"250 " + b"x" * 20_000 + b"\r\n", b"250 O", b"!!\r\n"])
def test_a_reply_that_is_none_after_the_text_leaves_it_unknown(broken: bytes) -> None:
    with answering({b".": broken}) as (port, _):
        assert type(failure(port)) is SendUnknown


def test_a_server_that_is_busy_at_ehlo_is_not_asked_by_the_older_word() -> None:
    with answering({b"EHLO": b"451 4.3.0 later\r\n"}) as (port, heard):
        assert type(failure(port)) is PassingError
    assert b"HELO" not in heard


def test_a_server_that_does_not_know_ehlo_is_asked_by_the_older_word() -> None:
    with answering({b"EHLO": b"500 what\r\n"}) as (port, heard):
        sender = SmtpSender(Server("127.0.0.1", port, Security.PLAIN, connect_timeout=30, read_timeout=30))
        sender.send("sam@home.example", "kim@calder.example", MAIL)
    assert heard[:2] == [b"EHLO", b"HELO"]


def test_a_good_bye_that_is_not_answered_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("respond.smtp.connecting._GOODBYE_SECONDS", 0.2)
    began = time.monotonic()
    with answering({b"QUIT": b""}) as (port, heard):
        sender = SmtpSender(Server("127.0.0.1", port, Security.PLAIN, connect_timeout=30, read_timeout=30))
        sender.send("sam@home.example", "kim@calder.example", MAIL)
        took = time.monotonic() - began
    assert heard[-1] == b"QUIT"
    assert took < 30
