"""``login`` and ``logout``: what is typed is kept privately, and nothing of it shows."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from heardback.cli import options
from heardback.commands import register
from heardback.config import read_settings
from heardback.meaning import account_of
from heardback.tokens import TokenStore
from ingest.oauth import Tokens
from store.database import Database
from store.errors import UserError
from tests.heardback.memorykeyring import Memory, in_memory
from tests.heardback.terminal import Terminal
from tests.ingest.signins import visit
from tests.servers.authority import CLIENT, Authority
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.dovecot_oauth import OAuthDovecot


class Desk:
    """Jo's config, with one mailbox on a real server."""

    def __init__(self, folder: Path, user: str, port: int, *keys: str) -> None:
        self.folder, self.user = folder, user
        self.config, self.data = folder / "config.toml", folder / "data"
        self.options = ("--config", str(self.config), "--data", str(self.data))
        server = f'imap_host = "127.0.0.1"\nimap_port = {port}\nimap_security = "plain"\n'
        self.config.write_text(f'[person]\naddress = "{user}"\n[accounts.home]\n{server}' + "\n".join(keys))

    def run(self, *arguments: str, stdin: str = "") -> Result:
        app = typer.Typer(pretty_exceptions_enable=False)
        app.callback()(options)
        register(app)
        return CliRunner().invoke(app, [*self.options, *arguments], input=stdin)

    def problem(self, *arguments: str, stdin: str = "") -> str:
        error = self.run(*arguments, stdin=stdin).exception
        assert isinstance(error, UserError), error
        return str(error)


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    return tmp_path / "secrets" / "mail"


@pytest.fixture
def desk(tmp_path: Path, dovecot: Dovecot, password_file: Path) -> Desk:
    return Desk(tmp_path, dovecot.new_user(), dovecot.imap_port, f'password_file = "{password_file}"')


def test_a_typed_password_is_tried_and_kept_unseen(desk: Desk, password_file: Path) -> None:
    with Terminal(*desk.options, "login", "home", home=desk.folder) as terminal:
        terminal.asked("Password (not shown)", PASSWORD)
        terminal.saw("Signed in to 127.0.0.1")
        seen = terminal.command_line()
        assert terminal.ended() == 0

    assert password_file.read_text() == f"{PASSWORD}\n"
    assert password_file.stat().st_mode & 0o077 == 0
    assert PASSWORD not in terminal.shown + seen + desk.config.read_text()


def test_a_wrong_password_is_not_kept(desk: Desk, password_file: Path) -> None:
    assert "refused the sign-in" in desk.problem("login", "home", "--stdin", stdin="wrong horse\n")
    assert not password_file.exists()


def test_it_can_be_kept_without_being_tried(desk: Desk, password_file: Path) -> None:
    done = desk.run("login", "home", "--stdin", "--untested", stdin="later right\n")

    assert done.exit_code == 0
    assert "later right" not in done.output
    assert password_file.read_text() == "later right\n"


def test_in_a_pipe_it_is_asked_for_by_its_option(desk: Desk) -> None:
    done = desk.run("login", "home")

    assert done.exit_code == 2
    assert "--stdin" in done.output


def test_a_stopped_account_is_taken_up_again(desk: Desk) -> None:
    with Database.open(desk.data).transaction() as transaction:
        transaction.folders.record_failure("home", datetime(2026, 3, 2, tzinfo=UTC), "refused", stop=True)

    assert desk.run("login", "home", "--stdin", stdin=f"{PASSWORD}\n").exit_code == 0

    with Database.open(desk.data).reading() as transaction:
        health = transaction.folders.health_of("home")
    assert health is not None
    assert not health.stopped


def test_logging_out_takes_the_password_away(desk: Desk, password_file: Path) -> None:
    desk.run("login", "home", "--stdin", stdin=f"{PASSWORD}\n")

    assert desk.run("logout", "home").exit_code == 0
    assert not password_file.exists()
    assert desk.run("logout", "home").exit_code == 0


@pytest.mark.parametrize(
    ("key", "words"),
    [('password_command = "pass mail"', "password_command"), ('password_env = "MAIL"', "variable MAIL")],
)
def test_a_password_from_elsewhere_is_changed_there(tmp_path: Path, key: str, words: str) -> None:
    desk = Desk(tmp_path, "jo@home.example", 143, key)

    for command in ("login", "logout"):
        assert words in desk.problem(command, "home")


def test_an_account_that_is_not_there_is_named(desk: Desk) -> None:
    assert "there is: home" in desk.problem("login", "work")


@pytest.fixture
def memory() -> Iterator[Memory]:
    with in_memory() as own:
        yield own


def test_the_keyring_keeps_it_where_the_config_says_so(tmp_path: Path, dovecot: Dovecot, memory: Memory) -> None:
    desk = Desk(tmp_path, dovecot.new_user(), dovecot.imap_port, "password_keyring = true")

    assert desk.run("login", "home", "--stdin", stdin=f"{PASSWORD}\n").exit_code == 0
    assert memory.kept == {("heardback", desk.user): PASSWORD}
    assert desk.run("poll").exit_code == 0
    assert desk.run("logout", "home").exit_code == 0
    assert memory.kept == {}


@pytest.fixture
def token_desk(tmp_path: Path, oauth_dovecot: OAuthDovecot, oauth_authority: Authority) -> Desk:
    user = oauth_authority.user = oauth_dovecot.new_user()
    base = oauth_authority.base
    keys = [f'oauth_{what}_url = "{base}/{path}"' for what, path in PATHS.items()]
    scopes = 'oauth_scopes = ["https://mail.authority.example/imap"]'
    return Desk(tmp_path, user, oauth_dovecot.imap_port, f'oauth_client_id = "{CLIENT}"', scopes, *keys)


PATHS = {"authorization": "authorize", "token": "token", "device": "device", "revocation": "revoke"}


def test_a_browser_signs_in_and_the_mailbox_is_tried(
    token_desk: Desk, oauth_authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    def browse(link: str) -> bool:
        threading.Thread(target=visit, args=(link,), daemon=True).start()
        return True

    monkeypatch.setattr("webbrowser.open", browse)

    done = token_desk.run("login", "home")

    assert done.exit_code == 0, done.output
    assert "Signed in to 127.0.0.1" in done.output
    kept = (token_desk.data / "sign-in" / "home.json").read_text()
    assert not [token for token in (*oauth_authority.access, *oauth_authority.grants) if token in done.output]
    assert token_desk.run("poll").exit_code == 0

    (refresh,) = [token for token in oauth_authority.grants if token in kept]
    assert "ended, here and at the provider" in token_desk.run("logout", "home").output
    assert refresh not in oauth_authority.grants
    assert "login home" in token_desk.problem("poll")


def test_a_code_on_another_device_signs_in(
    token_desk: Desk, oauth_authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sleep(_seconds: float) -> None:
        (user_code,) = oauth_authority.devices
        oauth_authority.type_in(user_code)

    monkeypatch.setattr("ingest.oauth_grants.time.sleep", sleep)
    monkeypatch.setattr("ingest.oauth_grants.by_device.__defaults__", (sleep,))

    done = token_desk.run("login", "home", "--device")

    assert done.exit_code == 0, done.output
    assert "type in this code" in done.output


def test_only_one_way_at_a_time(token_desk: Desk) -> None:
    assert token_desk.run("login", "home", "--device", "--paste").exit_code == 2


def test_debug_shows_no_token_either(
    token_desk: Desk, oauth_authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = account_of("home", read_settings(token_desk.config).accounts["home"], token_desk.user)
    TokenStore(account, token_desk.data).keep(Tokens("hush-access", "hush-refresh", datetime(2036, 1, 1, tzinfo=UTC)))

    with Terminal("--debug", *token_desk.options, "poll", home=token_desk.folder) as terminal:
        assert terminal.ended() == 1

    assert "Traceback" in terminal.shown
    assert "login home" in terminal.shown
    assert "hush" not in terminal.shown
