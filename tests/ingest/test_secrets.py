"""Where passwords come from, and that none is ever shown."""

import sys
from pathlib import Path

import keyring
import keyring.backend
import pytest

from ingest import secrets
from ingest.accounts import PasswordSource
from ingest.secrets import password_of
from store.errors import UserError

SECRET = "correct horse"


def complaint(source: PasswordSource) -> str:
    with pytest.raises(UserError) as caught:
        password_of(source, "home", "jo@home.example")
    (sentence,) = caught.value.problems
    assert SECRET not in sentence
    assert "jo@home.example" not in sentence
    return sentence


def command(code: str) -> PasswordSource:
    return PasswordSource(command=(sys.executable, "-c", code))


def test_a_command_gives_its_first_line() -> None:
    source = command(f"print({SECRET!r} + '\\r\\nuser: jo')")

    assert password_of(source, "home", "jo@home.example") == SECRET


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (f"import sys; print({SECRET!r}); sys.exit(3)", "exit code 3"),
        ("pass", "empty first line"),
        (r"import sys; sys.stdout.buffer.write(b'\xff\xfe')", "not UTF-8"),
    ],
)
def test_a_command_that_fails_is_explained_without_its_output(code: str, words: str) -> None:
    sentence = complaint(command(code))

    assert "accounts.home.password_command" in sentence
    assert words in sentence


def test_a_command_that_is_not_there_is_named_by_its_key() -> None:
    assert "was not found" in complaint(PasswordSource(command=("/nowhere/pass", SECRET)))


def test_a_command_that_waits_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "COMMAND_SECONDS", 0.2)

    assert "no answer" in complaint(command("import time; time.sleep(30)"))


def test_a_private_file_gives_its_first_line(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{SECRET}\nmore\n")
    file.chmod(0o600)

    assert password_of(PasswordSource(file=file), "home", "jo@home.example") == SECRET


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_file_others_can_touch_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "password"
    file.write_text(SECRET)
    file.chmod(mode)

    assert f"chmod 600 {file}" in complaint(PasswordSource(file=file))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in complaint(PasswordSource(file=tmp_path / "none"))


def test_the_environment_gives_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME_PASSWORD", SECRET)

    assert password_of(PasswordSource(environment="HOME_PASSWORD"), "home", "jo@home.example") == SECRET


def test_a_variable_that_is_not_set_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME_PASSWORD", raising=False)

    assert "HOME_PASSWORD" in complaint(PasswordSource(environment="HOME_PASSWORD"))


class OwnKeyring(keyring.backend.KeyringBackend):
    """A keyring in memory that knows one password, or is locked."""

    priority = 1.0
    locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise keyring.errors.KeyringLocked(SECRET)
        return SECRET if (service, username) == ("heardback", "jo@home.example") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError


@pytest.fixture
def own_keyring() -> OwnKeyring:
    before = keyring.get_keyring()
    own = OwnKeyring()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


def test_the_keyring_gives_it(own_keyring: OwnKeyring) -> None:
    assert password_of(PasswordSource(keyring=True), "home", "jo@home.example") == SECRET


def test_a_keyring_without_it_says_how_to_store_it(own_keyring: OwnKeyring) -> None:
    with pytest.raises(UserError, match="keyring set heardback"):
        password_of(PasswordSource(keyring=True), "home", "someone@home.example")


def test_a_locked_keyring_is_explained(own_keyring: OwnKeyring) -> None:
    own_keyring.locked = True

    assert "unlock it" in complaint(PasswordSource(keyring=True))


def test_no_source_at_all_names_the_settings() -> None:
    assert "accounts.home.password_command" in complaint(PasswordSource())
