"""Signing in with a code on another device (RFC 8628), and how long and how often it is asked about."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ingest import oauth_grants
from ingest.oauth import DeviceCode, Tokens
from ingest.oauth_grants import by_device
from ingest.oauth_web import Reply
from store.errors import PassingError, SignInRefused, UserError
from tests.ingest.signins import ACCOUNT, NOW, sign_in_at
from tests.servers.authority import Authority


class Watch:
    """A clock that moves by what is slept, and does something after each sleep."""

    def __init__(self) -> None:
        self.at, self.slept = NOW, list[float]()
        self.then: Iterator[object] = iter(())

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += timedelta(seconds=seconds)
        next(self.then, None)


@pytest.fixture
def watch() -> Watch:
    return Watch()


def signed_in(authority: Authority, watch: Watch, shown: list[DeviceCode]) -> Tokens:
    return by_device(sign_in_at(authority), ACCOUNT, shown.append, watch.now, watch.sleep)


def test_it_asks_until_the_code_was_typed_in(authority: Authority, watch: Watch) -> None:
    shown: list[DeviceCode] = []

    def later() -> Iterator[None]:
        yield None
        yield None
        yield authority.type_in(shown[0].user_code)

    watch.then = later()

    tokens = signed_in(authority, watch, shown)

    assert tokens.access in authority.access
    assert shown[0].page.endswith("/type-it-in")
    assert watch.slept == [1, 1, 1]
    (asked,) = authority.asked_for("/device")
    assert set(asked) == {"client_id", "scope"}


def test_a_server_that_is_asked_too_often_is_asked_less(authority: Authority, watch: Watch) -> None:
    authority.next_errors = ["slow_down", "authorization_pending", "slow_down"]
    shown: list[DeviceCode] = []
    watch.then = (authority.type_in(shown[0].user_code) if number == 3 else None for number in range(9))

    signed_in(authority, watch, shown)

    assert watch.slept == [1, 6, 6, 11]


@pytest.mark.parametrize(
    ("code", "words"), [("access_denied", "was declined"), ("expired_token", "not entered in time")]
)
def test_an_end_is_said(authority: Authority, watch: Watch, code: str, words: str) -> None:
    authority.next_errors = [code]

    with pytest.raises(SignInRefused, match=words):
        signed_in(authority, watch, [])


def test_a_code_nobody_types_in_runs_out(authority: Authority, watch: Watch) -> None:
    with pytest.raises(SignInRefused, match="heardback login home"):
        signed_in(authority, watch, [])

    assert watch.at - NOW >= timedelta(seconds=60)


def test_a_line_that_breaks_meanwhile_is_waited_out(
    authority: Authority, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[DeviceCode] = []
    real, broken = oauth_grants.post, iter([True, True])

    def post(url: str, *rest: object) -> Reply:
        if url.endswith("/token") and next(broken, False):
            raise PassingError("away")
        return real(url, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(oauth_grants, "post", post)
    watch.then = (authority.type_in(shown[0].user_code) if number == 2 else None for number in range(9))

    signed_in(authority, watch, shown)

    assert watch.slept == [1, 2, 4]


def test_a_provider_without_codes_names_the_other_way(authority: Authority, watch: Watch) -> None:
    sign_in = sign_in_at(authority)
    sign_in = replace(sign_in, server=replace(sign_in.server, device_url=""))

    with pytest.raises(UserError, match="--paste"):
        by_device(sign_in, ACCOUNT, lambda code: None, watch.now, watch.sleep)


def test_a_code_is_never_shown_by_its_value() -> None:
    code = DeviceCode("ABCD", "https://x.example", "", "very secret", NOW, 5)

    assert "secret" not in repr(code)
