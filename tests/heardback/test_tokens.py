"""Tokens kept in a file or the keyring, renewed by one process at a time, and shown to nobody."""

import json
import stat
import threading
import traceback
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from heardback import files
from heardback.tokens import AccountBearer, TokenStore, is_signed_in
from ingest.accounts import Account
from ingest.oauth import Tokens
from store.clock import SetClock
from store.errors import PassingError, SignInRefused, UserError
from tests.heardback.memorykeyring import Memory, in_memory
from tests.ingest.signins import NOW, token_account
from tests.servers.authority import Authority, Grant

LATER = timedelta(minutes=30)


@pytest.fixture
def account(authority: Authority) -> Account:
    return token_account(authority, "jo@home.example", 143)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOW)


def signed_in(account: Account, data: Path, authority: Authority) -> tuple[TokenStore, Grant]:
    """An account whose token is good for an hour."""
    store = TokenStore(account, data)
    access, grant = authority.grant(account.username)
    store.keep(Tokens(access, grant.refresh, NOW + timedelta(hours=1)))
    return store, grant


def test_what_is_kept_is_read_again_by_its_owner_alone(account: Account, tmp_path: Path, authority: Authority) -> None:
    store, grant = signed_in(account, tmp_path / "data", authority)

    assert store.read().refresh == grant.refresh
    for path in (tmp_path / "data").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_good_token_is_used_without_asking(
    account: Account, tmp_path: Path, authority: Authority, clock: SetClock
) -> None:
    store, _ = signed_in(account, tmp_path, authority)
    clock.at += LATER

    assert AccountBearer("home", store, clock).token() == store.read().access
    assert authority.asked_for("/token") == []


def test_one_that_runs_out_is_renewed_and_the_new_refresh_token_kept(
    account: Account, tmp_path: Path, authority: Authority, clock: SetClock
) -> None:
    store, grant = signed_in(account, tmp_path, authority)
    before = store.read()
    clock.at += timedelta(hours=1)

    token = AccountBearer("home", store, clock).token()

    after = store.read()
    assert token == after.access != before.access
    assert after.refresh == grant.refresh != before.refresh
    clock.at += timedelta(hours=1)
    assert AccountBearer("home", store, clock).token() != token


def test_one_that_was_refused_is_renewed_before_its_time(
    account: Account, tmp_path: Path, authority: Authority, clock: SetClock
) -> None:
    store, _ = signed_in(account, tmp_path, authority)
    refused = store.read().access

    assert AccountBearer("home", store, clock).renewed(refused) != refused


def test_what_another_process_renewed_is_taken_as_it_is(
    account: Account, tmp_path: Path, authority: Authority, clock: SetClock
) -> None:
    store, _ = signed_in(account, tmp_path, authority)
    refused = store.read().access
    got: list[str] = []
    bearers = [AccountBearer("home", TokenStore(account, tmp_path), clock) for _ in range(5)]
    threads = [threading.Thread(target=lambda each=each: got.append(each.renewed(refused))) for each in bearers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(got) == 5
    assert set(got) == {store.read().access}
    assert len(authority.asked_for("/token")) == 1


def test_a_write_that_fails_leaves_the_old_tokens(
    account: Account, tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = signed_in(account, tmp_path, authority)
    before = store.read()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(UserError):
        store.keep(Tokens("new", "new", NOW))
    assert store.read() == before
    assert [path.suffix for path in (tmp_path / "sign-in").iterdir()] == [".json"]


def test_a_provider_that_is_away_changes_nothing(account: Account, tmp_path: Path, clock: SetClock) -> None:
    with Authority() as authority:
        gone = token_account(authority, account.username, 143)
    store = TokenStore(gone, tmp_path)
    store.keep(Tokens("a", "r", NOW))

    with pytest.raises(PassingError):
        AccountBearer("home", store, clock).token()
    assert store.read().refresh == "r"


def test_nobody_signed_in_is_told_how(account: Account, tmp_path: Path, clock: SetClock) -> None:
    with pytest.raises(SignInRefused, match="heardback login home"):
        AccountBearer("home", TokenStore(account, tmp_path), clock).token()
    assert not is_signed_in(account, tmp_path)


@pytest.mark.parametrize("kept", ["", "{", "[]", "{}", '{"client_id": 7}', '{"access": "hush"}'])
def test_damaged_tokens_are_told_without_their_text(account: Account, tmp_path: Path, kept: str) -> None:
    (tmp_path / "sign-in").mkdir()
    (tmp_path / "sign-in" / "home.json").write_text(kept)

    with pytest.raises(SignInRefused) as caught:
        TokenStore(account, tmp_path).read()
    assert "hush" not in "".join(traceback.format_exception(caught.value))


def test_tokens_of_another_program_are_not_used(account: Account, tmp_path: Path, authority: Authority) -> None:
    signed_in(account, tmp_path, authority)
    assert account.oauth is not None
    other = replace(account, oauth=replace(account.oauth, client_id="another"))

    assert not is_signed_in(other, tmp_path)


def test_an_accounts_name_cannot_lead_elsewhere(account: Account, tmp_path: Path, authority: Authority) -> None:
    signed_in(replace(account, name="../../x"), tmp_path / "data", authority)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


@pytest.fixture
def memory() -> Iterator[Memory]:
    with in_memory() as own:
        yield own


def test_the_keyring_keeps_them_where_it_is_asked_to(
    account: Account, tmp_path: Path, authority: Authority, memory: Memory
) -> None:
    assert account.oauth is not None
    held = replace(account, oauth=replace(account.oauth, keyring=True))

    store, _ = signed_in(held, tmp_path, authority)

    (kept,) = memory.kept.values()
    assert json.loads(kept)["access"] == store.read().access
    assert list(tmp_path.rglob("*.json")) == []
    store.forget()
    assert memory.kept == {}


def test_nothing_shows_a_token(account: Account, tmp_path: Path, authority: Authority, clock: SetClock) -> None:
    store, grant = signed_in(account, tmp_path, authority)
    tokens = store.read()

    shown = f"{store!r} {AccountBearer('home', store, clock)!r} {tokens!r} {tokens} {account!r}"
    assert tokens.access not in shown
    assert grant.refresh not in shown
