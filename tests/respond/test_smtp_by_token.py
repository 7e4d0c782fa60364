"""Sending by token through a real submission server, and what providers say when they will not have it."""

import logging
import socket
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from ingest.accounts import Security, Server
from respond.smtp.sender import SmtpSender
from store.errors import HeardbackError, PassingError, SignInRefused, UserError
from tests.ingest.signins import Bearing
from tests.servers.authority import Authority
from tests.servers.dovecot_oauth import OAuthDovecot
from tests.servers.smtpsink import SmtpSink

MAIL = b"From: a@morgan.example\r\nSubject: Hi\r\n\r\nOne\r\n"
DANA = "dana@northwind.example"


def sender(port: int, user: str, *tokens: str) -> tuple[SmtpSender, Bearing]:
    server = Server("127.0.0.1", port, Security.PLAIN, connect_timeout=5, read_timeout=5)
    bearing = Bearing(list(tokens))
    return SmtpSender(server, user, bearer=bearing, account="home"), bearing


def test_it_sends_by_token(oauth_dovecot: OAuthDovecot, oauth_authority: Authority, oauth_relay: SmtpSink) -> None:
    user = oauth_dovecot.new_user()
    token, _ = oauth_authority.grant(user)
    sends, _ = sender(oauth_dovecot.submission_port, user, token)

    sends.send(user, DANA, MAIL)

    assert oauth_relay.taken[-1].recipients == (DANA,)
    assert oauth_relay.taken[-1].sender == user


def test_a_token_that_ran_out_is_renewed_once(oauth_dovecot: OAuthDovecot, oauth_authority: Authority) -> None:
    user = oauth_dovecot.new_user()
    token, _ = oauth_authority.grant(user)
    sends, bearing = sender(oauth_dovecot.submission_port, user, "ran-out", token)

    sends.check()

    assert bearing.asked == ["ran-out"]


def test_a_second_refusal_is_the_end_and_shows_no_token(
    oauth_dovecot: OAuthDovecot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tokens = [f"{number}-hush" for number in range(2)]
    sends, _ = sender(oauth_dovecot.submission_port, oauth_dovecot.new_user(), *tokens)

    with pytest.raises(SignInRefused) as caught:
        sends.check()

    assert "heardback login home" in str(caught.value)
    assert "-hush" not in "".join(traceback.format_exception(caught.value)) + caplog.text + repr(sends)


@contextmanager
def saying(refusal: bytes, mechanisms: bytes = b"XOAUTH2 LOGIN PLAIN") -> Iterator[int]:
    """A submission server that answers every AUTH with the same words, echo included."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    line, _ = listener.accept()
                except OSError:
                    return
                with suppress(OSError), line, line.makefile("rwb") as stream:  # clients hang up
                    stream.write(b"220 hello\r\n")
                    stream.flush()
                    for command in stream:
                        word = command.split()[0].upper()
                        said = {b"EHLO": b"250-here\r\n250 AUTH " + mechanisms, b"AUTH": refusal, b"QUIT": b"221 bye"}
                        stream.write(said.get(word, b"250 ok") + b"\r\n")
                        stream.flush()

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def refused(refusal: bytes) -> HeardbackError:
    with saying(refusal) as port, pytest.raises(HeardbackError) as caught:
        sender(port, "jo@home.example", "t", "t")[0].check()
    return caught.value


TENANT = (
    b"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. "
    b"Visit https://aka.ms/smtp_auth_disabled for more information."
)


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (TENANT, "SMTP AUTH"),
        (TENANT.replace(b"Tenant", b"Mailbox"), "SMTP AUTH"),
        (b"535 5.7.3 Authentication unsuccessful", "lets mail programs in"),
        (b"535-5.7.8 Username and Password not accepted.\r\n535 5.7.8 Learn more", "heardback login home"),
    ],
)
def test_a_providers_own_reason_has_its_own_remedy(words: bytes, remedy: str) -> None:
    error = refused(words)

    assert isinstance(error, SignInRefused)
    assert remedy in str(error)


def test_a_busy_server_is_tried_later() -> None:
    assert type(refused(b"454 4.7.0 Temporary authentication failure")) is PassingError


def test_a_server_without_tokens_says_what_to_use_instead() -> None:
    with saying(b"", b"LOGIN PLAIN") as port, pytest.raises(UserError, match="password_file"):
        sender(port, "jo@home.example", "t")[0].check()


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (b"534-5.7.9 Application-specific password required.\r\n534 5.7.9 Learn more", "app password"),
        (b"535 5.7.139 Authentication unsuccessful, basic authentication is disabled.", "set accounts.home.oauth"),
    ],
)
def test_a_password_the_provider_no_longer_takes_is_explained(words: bytes, remedy: str) -> None:
    with saying(words) as port, pytest.raises(SignInRefused, match=remedy):
        server = Server("127.0.0.1", port, Security.PLAIN, connect_timeout=5, read_timeout=5)
        SmtpSender(server, "jo@home.example", lambda: "p", account="home").check()
