"""One mail over a real server, and what each kind of failure means for trying again."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.accounts import Security, Server
from respond.smtp.handing_over import SendUnknown
from respond.smtp.sender import SmtpSender
from store.errors import HeardbackError, PassingError, PermanentError, SignInRefused
from tests.servers.certificates import Certificates
from tests.servers.ports import free_port
from tests.servers.smtpsink import SmtpSink

MAIL = b"From: a@morgan.example\r\nSubject: Hi\r\n\r\nOne\r\n.\r\n..two\r\nend"
ALEX, DANA = "alex@morgan.example", "dana@northwind.example"


def server_at(port: int, security: Security = Security.PLAIN, ca_file: Path | None = None) -> Server:
    return Server("127.0.0.1", port, security, ca_file, connect_timeout=30, read_timeout=30)


def failure_at(port: int) -> HeardbackError:
    with pytest.raises(HeardbackError) as caught:
        SmtpSender(server_at(port)).send(ALEX, DANA, MAIL)
    return caught.value


def test_the_server_gets_the_very_octets_once(smtp_sink: SmtpSink) -> None:
    SmtpSender(server_at(smtp_sink.port)).send(ALEX, DANA, MAIL)

    (taken,) = smtp_sink.taken
    assert (taken.sender, taken.recipients, taken.raw) == (ALEX, (DANA,), MAIL + b"\r\n")


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_it_signs_in_over_a_private_line(security: Security, certificates: Certificates) -> None:
    implicit = security is Security.TLS
    with SmtpSink(users={"alex": "s3cret"}, certificates=certificates, implicit=implicit) as sink:
        server = server_at(sink.port, security, certificates.authority)
        SmtpSender(server, "alex", lambda: "s3cret").send(ALEX, DANA, MAIL)

        (taken,) = sink.taken
        assert (taken.user, taken.private) == ("alex", True)


def test_a_wrong_password_stops_and_is_not_repeated_in_the_message(certificates: Certificates) -> None:
    with SmtpSink(users={"alex": "s3cret"}, certificates=certificates) as sink:
        server = server_at(sink.port, Security.STARTTLS, certificates.authority)
        with pytest.raises(SignInRefused) as caught:
            SmtpSender(server, "alex", lambda: "wr0ng").send(ALEX, DANA, MAIL)

    assert "wr0ng" not in str(caught.value)


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_an_unknown_certificate_is_refused(security: Security, certificates: Certificates) -> None:
    with SmtpSink(certificates=certificates, implicit=security is Security.TLS) as sink:
        with pytest.raises(PermanentError, match="certificate"):
            SmtpSender(server_at(sink.port, security)).send(ALEX, DANA, MAIL)

        assert sink.taken == []


def test_a_missing_starttls_is_never_made_up_for_in_the_clear(smtp_sink: SmtpSink) -> None:
    with pytest.raises(PermanentError, match="STARTTLS"):
        SmtpSender(server_at(smtp_sink.port, Security.STARTTLS)).send(ALEX, DANA, MAIL)

    assert smtp_sink.taken == []


def test_plain_is_for_this_machine_only() -> None:
    server = replace(server_at(25), host="mail.morgan.example")

    with pytest.raises(PermanentError, match="unencrypted"):
        SmtpSender(server).send(ALEX, DANA, MAIL)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("450 4.2.0 busy", PassingError), ("550 5.7.1 not here", PermanentError), ("421 4.3.2 bye", PassingError)],
)
@pytest.mark.parametrize("step", ["mail", "recipient", "data"])
def test_the_first_digit_says_whether_to_try_again(
    smtp_sink: SmtpSink, step: str, answer: str, kind: type[HeardbackError]
) -> None:
    if step == "recipient":
        smtp_sink.script.recipients[DANA] = answer
    else:
        setattr(smtp_sink.script, step, answer)

    failure = failure_at(smtp_sink.port)

    assert type(failure) is kind
    assert answer.split(" ", 2)[2] in str(failure)


def test_the_servers_words_are_one_cut_line_without_addresses(smtp_sink: SmtpSink) -> None:
    smtp_sink.script.recipients[DANA] = f"550 5.1.1 <{DANA}> is unknown {'x' * 400}"

    words = str(failure_at(smtp_sink.port))

    assert "\n" not in words
    assert DANA not in words
    assert len(words) < 250


def test_a_server_that_is_away_is_tried_later() -> None:
    assert type(failure_at(free_port())) is PassingError


def test_a_connection_that_dies_after_the_text_leaves_it_unknown(smtp_sink: SmtpSink) -> None:
    smtp_sink.script.drop_after_data = True

    failure = failure_at(smtp_sink.port)

    assert type(failure) is SendUnknown
    assert len(smtp_sink.taken) == 1


@pytest.mark.parametrize("step", [b"EHLO", b"MAIL", b"RCPT", b"DATA"])
def test_a_connection_that_dies_before_the_text_is_tried_later(dying_at: Callable[[bytes], int], step: bytes) -> None:
    assert type(failure_at(dying_at(step))) is PassingError


def test_an_answer_nobody_understands_leaves_it_unknown(dying_at: Callable[[bytes], int]) -> None:
    assert type(failure_at(dying_at(b"."))) is SendUnknown


@pytest.mark.parametrize("address", ["x@y.example>\r\nRCPT TO:<z@y.example", "x y@z.example", "none", "zoë@y.example"])
def test_an_address_cannot_carry_a_command(smtp_sink: SmtpSink, address: str) -> None:
    with pytest.raises(PermanentError):
        SmtpSender(server_at(smtp_sink.port)).send(ALEX, address, MAIL)


@pytest.fixture
def dying_at() -> Iterator[Callable[[bytes], int]]:
    """Starts a server that ends the connection when it reads a line that begins with the given word."""
    listeners: list[socket.socket] = []

    def start(word: bytes) -> int:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)
        threading.Thread(target=_serve, args=(listener, word), daemon=True).start()
        return int(listener.getsockname()[1])

    yield start
    for listener in listeners:
        listener.close()


def _serve(listener: socket.socket, word: bytes) -> None:
    connection, _ = listener.accept()
    with suppress(OSError), connection, connection.makefile("rb") as lines:  # clients hang up
        connection.sendall(b"220 ready\r\n")
        in_text = False
        for line in lines:
            if line.upper().startswith(word) and not (in_text and line != b".\r\n"):
                if word == b".":
                    connection.sendall(b"what is this\r\n")
                return
            if line.upper().startswith(b"DATA"):
                in_text = True
                connection.sendall(b"354 go on\r\n")
            elif not in_text:
                connection.sendall(b"250 OK\r\n")
