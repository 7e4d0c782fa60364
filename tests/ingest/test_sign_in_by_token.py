"""Signing in to a real server by token, each way it can be offered, and what a refusal leads to."""

import io
import logging
import socket
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from ingest.accounts import Security
from ingest.bearer import Answer, Mechanism, first_word, mechanism_of, read_answer
from ingest.imap import open_mailbox
from ingest.oauth_errors import TokenRefused
from store.errors import HeardbackError, PassingError, PermanentError, SignInRefused, UserError
from tests.ingest.signins import Bearing, token_account
from tests.servers.authority import Authority
from tests.servers.boxes import account
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.dovecot_oauth import OAuthDovecot
from tests.servers.scripted import scripted


@pytest.fixture(scope="module", params=["xoauth2", "oauthbearer"])
def one_way(
    request: pytest.FixtureRequest, oauth_authority: Authority, oauth_dovecot: object
) -> Iterator[OAuthDovecot]:
    """A server that offers one mechanism alone."""
    with OAuthDovecot(oauth_authority, request.param) as server:
        yield server


def test_it_signs_in_by_either_mechanism(one_way: OAuthDovecot, oauth_authority: Authority) -> None:
    user = one_way.new_user()
    token, _ = oauth_authority.grant(user)

    with open_mailbox(token_account(oauth_authority, user, one_way.imap_port), Bearing([token])) as mailbox:
        assert "INBOX" in [folder.name for folder in mailbox.folders()]


def test_a_token_that_ran_out_is_renewed_once(one_way: OAuthDovecot, oauth_authority: Authority) -> None:
    user = one_way.new_user()
    fresh, _ = oauth_authority.grant(user)
    bearing = Bearing(["ran-out", fresh])

    with open_mailbox(token_account(oauth_authority, user, one_way.imap_port), bearing) as mailbox:
        assert mailbox.examine("INBOX").exists == 0
    assert bearing.asked == ["ran-out"]


def test_a_second_refusal_is_the_end_and_shows_no_token(
    one_way: OAuthDovecot, oauth_authority: Authority, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    held = token_account(oauth_authority, one_way.new_user(), one_way.imap_port)
    bearing = Bearing(["first-hush", "second-hush"])

    with pytest.raises(SignInRefused) as caught:
        open_mailbox(held, bearing)

    assert bearing.asked == ["first-hush"]
    assert "sign in again with 'heardback login home'" in str(caught.value)
    assert "hush" not in "".join(traceback.format_exception(caught.value)).replace('first-hush", "second-hush', "")
    assert "hush" not in caplog.text


def test_a_token_for_another_mailbox_is_refused(one_way: OAuthDovecot, oauth_authority: Authority) -> None:
    token, _ = oauth_authority.grant("somebody@else.example")

    with pytest.raises(TokenRefused, match="username"):
        open_mailbox(token_account(oauth_authority, one_way.new_user(), one_way.imap_port), Bearing([token, token]))


def test_a_server_without_tokens_says_what_to_use_instead(dovecot: Dovecot, authority: Authority) -> None:
    with pytest.raises(UserError, match="password_keyring"):
        open_mailbox(token_account(authority, dovecot.new_user(), dovecot.imap_port), Bearing(["x"]))


def test_passwords_still_work_beside_tokens(one_way: OAuthDovecot) -> None:
    user = one_way.new_user()

    with open_mailbox(account(user, one_way.imap_port, Security.PLAIN), PASSWORD) as mailbox:
        assert mailbox.examine("INBOX").exists == 0


CAPABLE = b"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n"


@contextmanager
def refusing(answer: bytes, challenge: bytes = b"") -> Iterator[int]:
    """A server that asks for the token, explains its refusal if it is to, and refuses; again and again."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def talk(stream: io.BufferedRWPair) -> None:
            def say(words: bytes) -> None:
                stream.write(words)
                stream.flush()

            say(b"* OK hello\r\n")
            while line := stream.readline():
                tag, command = line.split()[:2]
                if command == b"AUTHENTICATE":
                    say(b"+ \r\n")
                    stream.readline()
                    if challenge:
                        say(challenge)
                        assert stream.readline() == b"\r\n"
                    say(tag + b" " + answer + b"\r\n")
                else:
                    say((CAPABLE if command == b"CAPABILITY" else b"") + tag + b" OK done\r\n")

        def serve() -> None:
            with suppress(OSError):
                while True:
                    line, _ = listener.accept()
                    with line, line.makefile("rwb") as stream, suppress(OSError):
                        talk(stream)

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def refusal(answer: bytes, authority: Authority, challenge: bytes = b"") -> HeardbackError:
    """What a server's answer to a token turns into."""
    with refusing(answer, challenge) as port, pytest.raises(HeardbackError) as caught:
        open_mailbox(token_account(authority, "jo@home.example", port), Bearing(["t", "t"]))
    return caught.value


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"NO [ALERT] Your account is not enabled for IMAP use. (Failure)", "switch it on"),
        (b"NO [ALERT] IMAP access is disabled for your domain.", "ask your administrator"),
        (b"NO [AUTHENTICATIONFAILED] AUTHENTICATE failed.", "lets mail programs in"),
    ],
)
def test_providers_own_reasons_have_their_own_remedy(answer: bytes, words: str, authority: Authority) -> None:
    error = refusal(answer, authority)

    assert isinstance(error, SignInRefused)
    assert words in str(error)


@pytest.mark.parametrize("answer", [b"NO [UNAVAILABLE] try later", b"BAD what", b"NO [LIMIT] Too many connections"])
def test_what_passes_does_not_ask_for_a_new_token(answer: bytes, authority: Authority) -> None:
    assert isinstance(refusal(answer, authority), PassingError)


def test_a_mailbox_that_stays_shut_after_the_sign_in_is_explained() -> None:
    shut = {b"LIST": b"BAD User is authenticated but not connected."}
    with (
        scripted(b"* OK hello\r\n", shut) as (port, _),
        open_mailbox(account("jo", port, Security.PLAIN), "p") as mailbox,
        pytest.raises(PermanentError, match="username to the mailbox you signed in for"),
    ):
        mailbox.folders()


def test_the_mechanism_that_is_better_known_comes_first() -> None:
    assert mechanism_of(lambda each: True) is Mechanism.XOAUTH2
    assert mechanism_of(lambda each: each == "OAUTHBEARER") is Mechanism.OAUTHBEARER
    assert mechanism_of(lambda each: False) is None


def test_a_user_name_cannot_end_its_field() -> None:
    assert first_word(Mechanism.OAUTHBEARER, "a=b,c", "t", "h", 993).startswith(
        "n,a=a=3Db=2Cc,\x01host=h\x01port=993\x01"
    )
    for breaking in ("a\x01auth=x", "a\r\nb", "a\0"):
        with pytest.raises(UserError):
            first_word(Mechanism.XOAUTH2, breaking, "t", "h", 993)


@pytest.mark.parametrize(
    ("challenge", "answer"),
    [
        (b'{"status":"401","schemes":"bearer","scope":"mail"}', Answer("401", "mail")),
        (b'{"status":"insufficient_scope"}', Answer("insufficient_scope", "")),
        (b"[]", Answer()),
        (b"\xff", Answer()),
        (b"", Answer()),
    ],
)
def test_the_explanation_of_a_refusal_is_read(challenge: bytes, answer: Answer) -> None:
    assert read_answer(challenge) == answer


def test_a_token_that_is_good_but_not_for_mail_is_said_so(authority: Authority) -> None:
    challenge = b"+ eyJzdGF0dXMiOiI0MDMifQ==\r\n"  # {"status":"403"}

    error = refusal(b"NO [AUTHENTICATIONFAILED] no", authority, challenge)

    assert isinstance(error, SignInRefused)
    assert "does not cover its mail" in str(error)


@pytest.mark.parametrize(("wants", "introduced"), [(("localhost",), True), ((".163.com",), False)])
def test_the_programs_name_is_said_where_it_is_wanted_and_nowhere_else(
    wants: tuple[str, ...], introduced: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.imap.signing_in.WANT_A_NAME", wants)
    capable = {b"CAPABILITY": b"* CAPABILITY IMAP4rev1 ID\r\n"}

    with (
        scripted(b"* OK hello\r\n", capable) as (port, heard),
        open_mailbox(account("jo", port, Security.PLAIN), "p"),
    ):
        assert any(b'ID ("name" "heardback")' in line for line in heard) is introduced
