"""What a sign-in server's answers mean, and which of them nobody gets to see."""

import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ingest import oauth_web
from ingest.accounts import PasswordSource, is_private
from ingest.oauth import NoTokens, ProviderRefused, Tokens, device_code_in, tokens_in
from ingest.oauth_errors import refused_by_provider
from ingest.oauth_grants import give_back, refreshed
from ingest.oauth_providers import GOOGLE, microsoft
from ingest.oauth_web import post
from store.errors import HeardbackError, PassingError, PermanentError, SignInRefused, UserError
from tests.ingest.signins import ACCOUNT, NOW, sign_in_at
from tests.servers.authority import SECRET, Authority
from tests.servers.ports import free_port

BODY = "refresh_token=hush"
OLD = Tokens("old access", "old refresh", NOW)


def test_a_renewal_takes_the_new_refresh_token(authority: Authority) -> None:
    access, grant = authority.grant("jo@home.example")
    before = grant.refresh

    tokens = refreshed(sign_in_at(authority), ACCOUNT, Tokens(access, before, NOW), NOW)

    assert tokens.access in authority.access
    assert tokens.access != access
    assert tokens.refresh == grant.refresh != before
    assert tokens.expires == NOW + timedelta(hours=1)


def test_a_provider_that_gives_no_new_refresh_token_keeps_the_old_one() -> None:
    tokens = tokens_in('{"access_token": "new", "token_type": "Bearer"}', NOW, replace(OLD, scopes=("mail",)))

    assert (tokens.access, tokens.refresh, tokens.scopes) == ("new", "old refresh", ("mail",))
    assert tokens.expires == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    "answer",
    ["", "<html>", "[]", "null", "7", '{"token_type": "Bearer"}', '{"access_token": "x", "expires_in": "soon"}'],
)
def test_what_is_no_answer_is_none(answer: str) -> None:
    with pytest.raises(NoTokens):
        tokens_in(answer, NOW)


def test_a_refused_renewal_asks_the_person_to_sign_in_again(authority: Authority) -> None:
    with pytest.raises(SignInRefused) as caught:
        refreshed(sign_in_at(authority), ACCOUNT, OLD, NOW)

    assert "sign in again with 'heardback login home'" in str(caught.value)
    assert "old refresh" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("code", "description", "words"),
    [
        ("invalid_grant", "AADSTS65001: The user or administrator has not consented", "Nobody has agreed yet"),
        ("access_denied", "AADSTS90094: The grant requires admin permission", "ask for that consent"),
        ("invalid_grant", "AADSTS700082: The refresh token has expired", "sign in again"),
        ("invalid_client", "AADSTS7000218: The request body must contain", "Allow public client flows"),
        ("unauthorized_client", "AADSTS700016: Application not found", "oauth_tenant"),
        ("admin_policy_enforced", "", "administrator"),
        ("invalid_scope", "", "oauth_scopes"),
        ("odd_code", "jo@home.example AADSTS99999 <b>", "odd_code, AADSTS99999"),
        ("<script>", "", "no known code"),
    ],
)
def test_each_refusal_has_its_remedy(code: str, description: str, words: str) -> None:
    error = refused_by_provider("home", code, description)

    assert isinstance(error, SignInRefused)
    assert words in str(error)
    assert "jo@" not in str(error)
    assert "<" not in str(error)


@pytest.mark.parametrize(
    ("code", "status"), [("temporarily_unavailable", 400), ("server_error", 400), ("", 503), ("", 429)]
)
def test_a_busy_provider_is_asked_again_later(code: str, status: int) -> None:
    assert isinstance(refused_by_provider("home", code, "", status), PassingError)


def test_a_client_secret_is_handed_over_where_there_is_one(authority: Authority, tmp_path: Path) -> None:
    authority.secret = SECRET
    file = tmp_path / "secret"
    file.write_text(SECRET)
    file.chmod(0o600)
    access, grant = authority.grant("jo@home.example")
    held = Tokens(access, grant.refresh, NOW)

    assert refreshed(sign_in_at(authority, client_secret=PasswordSource(file=file)), ACCOUNT, held, NOW).access
    with pytest.raises(SignInRefused, match="oauth_client_id"):
        refreshed(sign_in_at(authority), ACCOUNT, held, NOW)


def test_a_sign_in_can_be_given_back(authority: Authority) -> None:
    access, grant = authority.grant("jo@home.example")

    assert give_back(sign_in_at(authority), ACCOUNT, Tokens(access, grant.refresh, NOW))
    assert grant.refresh not in authority.grants


def test_google_and_microsoft_are_asked_privately() -> None:
    for server in (GOOGLE, microsoft("")):
        for url in (server.authorization_url, server.token_url):
            assert is_private(url)
    assert "/consumers/" in microsoft("consumers").token_url
    assert GOOGLE.device_url == ""
    assert "offline_access" in microsoft("").scopes


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("https://login.example/token", True),
        ("http://127.0.0.1:8000/token", True),
        ("http://localhost/token", True),
        ("http://[::1]:9/token", True),
        ("http://login.example/token", False),
        ("http://127.0.0.1.login.example/token", False),
        ("http://localhost.login.example/", False),
        ("file:///etc/passwd", False),
        ("ftp://127.0.0.1/x", False),
        ("https:///token", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_plain_text_is_for_this_machine_alone(url: str, fits: bool) -> None:
    assert is_private(url) is fits
    if not fits:
        with pytest.raises(UserError, match="https://"):
            post(url, "", ACCOUNT)


@contextmanager
def saying(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that answers every request in its own way."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            try:
                while True:
                    line, _ = listener.accept()
                    with line:
                        asked = b""
                        while BODY.encode() not in asked and b"grant_type" not in asked:
                            said = line.recv(65536)
                            if not said:
                                break
                            asked += said
                        answer(line)
            except OSError:
                return

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/token"
        listener.shutdown(socket.SHUT_RDWR)


def failure(url: str) -> HeardbackError:
    with pytest.raises(HeardbackError) as caught:
        post(url, BODY, ACCOUNT)
    assert "hush" not in "".join(traceback.format_exception(caught.value))
    return caught.value


def test_an_answer_without_end_is_given_up() -> None:
    with saying(lambda line: line.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 300_000)) as url:
        assert type(failure(url)) is PermanentError


def test_an_answer_that_trickles_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oauth_web, "SECONDS", 0.3)

    def trickle(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(50):
            threading.Event().wait(0.05)
            line.sendall(b" ")

    with saying(trickle) as url:
        assert type(failure(url)) is PassingError


def test_nobody_is_sent_elsewhere_with_a_secret() -> None:
    went: list[bool] = []
    with saying(lambda line: went.append(True)) as elsewhere:
        moved = f"HTTP/1.1 307 Moved\r\nLocation: {elsewhere}\r\nContent-Length: 0\r\n\r\n".encode()
        with saying(lambda line: line.sendall(moved)) as url:
            assert post(url, "refresh_token=hush", ACCOUNT).status == 307

    assert went == []


@pytest.mark.parametrize("answer", [b"", b"hello\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\xff\xfe\xfd"])
def test_what_is_no_sign_in_server_is_said(answer: bytes) -> None:
    with saying(lambda line: line.sendall(answer)) as url:
        assert "home" in str(failure(url))


def test_a_server_that_is_away_is_tried_later() -> None:
    assert type(failure(f"http://127.0.0.1:{free_port()}/token")) is PassingError


def test_an_error_page_of_the_provider_passes() -> None:
    page = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\n\r\n<html>"
    with saying(lambda line: line.sendall(page)) as url:
        sign_in = sign_in_at_url(url)
        with pytest.raises(PassingError):
            refreshed(sign_in, ACCOUNT, OLD, NOW)


def sign_in_at_url(url: str):  # type: ignore[no-untyped-def]
    with Authority() as authority:
        sign_in = sign_in_at(authority)
    return replace(sign_in, server=replace(sign_in.server, token_url=url))


@pytest.mark.parametrize("answer", ["", "[]", "{}", '{"user_code": "A", "device_code": "B"}'])
def test_a_broken_answer_to_the_question_for_a_code_is_none(answer: str) -> None:
    with pytest.raises(NoTokens):
        device_code_in(answer, NOW)


def test_a_refused_question_for_a_code_is_a_refusal() -> None:
    with pytest.raises(ProviderRefused):
        device_code_in('{"error": "invalid_client"}', NOW)


def test_tokens_keep_silent() -> None:
    assert "old" not in repr(OLD)
    assert "old" not in str(OLD)
