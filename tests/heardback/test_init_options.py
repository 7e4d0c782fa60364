"""``init`` by options alone, as in a script: nothing is asked, and what would be is wrong usage."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from heardback.cli import options
from heardback.commands import register
from heardback.config import read_settings
from store.errors import UserError
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtpsink import SmtpSink

HOME = ("--imap-host", "imap.home.example", "--no-sending", "--untested")


@dataclass(frozen=True, slots=True)
class Done:
    """How a run ended."""

    returncode: int
    stdout: str
    stderr: str


class Script:
    """Runs the program in a pipe, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = folder / "config.toml"
        self._options = ["--config", str(self.config), "--data", str(folder / "data")]
        self._home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}

    def run(self, *arguments: str, stdin: str = "") -> Done:
        """In this process, as fast as can be."""
        app = typer.Typer(pretty_exceptions_enable=False)
        app.callback()(options)
        register(app)
        done = CliRunner(env=self._home).invoke(app, [*self._options, "init", *arguments], input=stdin)
        if isinstance(done.exception, UserError):
            return Done(1, done.stdout, "\n".join([done.stderr, *done.exception.problems]))
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return Done(done.exit_code, done.stdout, done.stderr)

    def run_alone(self, *arguments: str, stdin: str = "") -> Done:
        """As a process of its own, as a script would."""
        line = [sys.executable, "-m", "heardback", *self._options, *arguments]
        done = subprocess.run(
            line, input=stdin, capture_output=True, text=True, env={**os.environ, **self._home}, timeout=60
        )
        return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def script(tmp_path: Path) -> Script:
    return Script(tmp_path)


@pytest.fixture
def private_sink(dovecot: Dovecot) -> Iterator[SmtpSink]:
    with SmtpSink(users={"nobody": ""}, certificates=dovecot.certificates, implicit=True) as sink:
        yield sink


def test_everything_given_needs_no_terminal(script: Script, dovecot: Dovecot, private_sink: SmtpSink) -> None:
    user = dovecot.new_user()
    private_sink._users[user] = PASSWORD
    imap = ("--imap-host", "localhost", "--imap-port", str(dovecot.imaps_port))
    smtp = ("--smtp-host", "localhost", "--smtp-port", str(private_sink.port))
    private = ("--ca-file", str(dovecot.certificates.authority), "--password-stdin")

    done = script.run_alone("init", "--address", user, "--name", "Jo", *imap, *smtp, *private, stdin=f"{PASSWORD}\n")

    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert PASSWORD not in done.stderr + script.config.read_text()
    doctor = script.run_alone("doctor")
    assert f"Signed in to localhost as {user}." in doctor.stdout


def test_a_refused_sign_in_writes_nothing(script: Script, dovecot: Dovecot) -> None:
    imap = ("--imap-host", "localhost", "--imap-port", str(dovecot.imaps_port), "--no-sending")
    private = ("--ca-file", str(dovecot.certificates.authority), "--password-stdin")

    done = script.run_alone("init", "--address", dovecot.new_user(), *imap, *private, stdin="wrong horse\n")

    assert done.returncode == 1
    assert "refused the sign-in" in done.stderr
    assert "Nothing was written" in done.stderr
    assert "wrong horse" not in done.stderr
    assert not script.config.exists()
    assert list((script.folder / "data").rglob("*")) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--address"),
        (("--address", "jo@home.example", *HOME), "--password-stdin"),
        (("--address", "jo@gmail.com", "--untested"), "--oauth or --password-stdin"),
        (("--address", "jo@outlook.com", "--untested"), "--client-id"),
        (("--address", "jo@home.example", *HOME, "--password-stdin"), "no password in its first line"),
        (("--address", "jo@home.example", "--device", "--paste"), "--device and --paste"),
    ],
)
def test_what_would_have_to_be_asked_is_wrong_usage(script: Script, arguments: tuple[str, ...], words: str) -> None:
    done = script.run(*arguments)

    assert done.returncode == 2, done.stderr
    assert words in " ".join(done.stderr.replace("│", " ").split())
    assert not script.config.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--address", "nonsense", *HOME, "--password-env", "X"), "not a mail address"),
        (("--address", "jo@tuta.com"), "Tuta has no IMAP"),
        (("--address", "a@home.example", *HOME, "--password-env", "X", "--password-command", "y"), "one way"),
        (("--address", "a@home.example", *HOME, "--password-command", "'open"), "quotes closed"),
        (("--address", "a@home.example", *HOME, "--password-env", "X", "--account", "a b"), "--account"),
        (("--address", "a@home.example", *HOME, "--password-env", "X", "--timezone", "X/Y"), "person.timezone"),
        (("--address", "a@home.example", *HOME, "--oauth", "other", "--client-id", "x"), "by hand"),
        (
            ("--address", "a@home.example", *HOME, "--oauth", "microsoft", "--client-id", "x", "--tenant", "a/b"),
            "tenant",
        ),
    ],
)
def test_what_cannot_work_is_said_and_nothing_written(script: Script, arguments: tuple[str, ...], words: str) -> None:
    done = script.run(*arguments)

    assert done.returncode == 1, done.stderr
    assert words in done.stderr
    assert not script.config.exists()


def test_known_providers_need_an_address_and_a_way_in(script: Script) -> None:
    done = script.run("--address", "Jo@Fastmail.com", "--password-command", "pass show 'my mail'", "--untested")

    assert done.returncode == 0, done.stderr
    assert "app password" in done.stderr
    account = read_settings(script.config).accounts["fastmail"]
    assert (account.imap_host, account.smtp_host) == ("imap.fastmail.com", "smtp.fastmail.com")
    assert account.password_command == ("pass", "show", "my mail")


def test_tokens_are_set_up_the_same_way(script: Script) -> None:
    done = script.run("--address", "jo@outlook.com", "--client-id", "0f-1", "--tenant", "consumers", "--untested")

    assert done.returncode == 0, done.stderr
    account = read_settings(script.config).accounts["outlook"]
    assert (account.oauth, account.oauth_client_id, account.oauth_tenant) == ("microsoft", "0f-1", "consumers")
    assert (account.smtp_host, account.smtp_security) == ("smtp-mail.outlook.com", "starttls")


def test_several_mailboxes_are_added_one_by_one(script: Script) -> None:
    for address in ("jo@home.example", "jo@work.example", "jo.reed@home.example"):
        done = script.run("--address", address, *HOME, "--password-env", "X")
        assert done.returncode == 0, done.stderr

    settings = read_settings(script.config)
    assert {name: account.address for name, account in settings.accounts.items()} == {
        "home": "",
        "work": "jo@work.example",
        "home-2": "jo.reed@home.example",
    }


def test_writing_a_mailbox_anew_takes_force_and_keeps_what_the_person_set(script: Script) -> None:
    whom = ("--address", "jo@home.example", *HOME, "--password-env")
    script.run(*whom, "X")
    text = script.config.read_text().replace('# folders = ["INBOX"]', 'folders = ["INBOX", "Jobs"]')
    script.config.write_text(text + "\n# a line of my own\n")

    refused = script.run(*whom, "Y")
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert script.run(*whom, "Y", "--force").returncode == 0

    account = read_settings(script.config).accounts["home"]
    assert account.password_env == "Y"
    assert account.folders == ("INBOX", "Jobs")
    assert script.config.read_text().endswith("# a line of my own\n")


def test_a_config_behind_a_link_stays_behind_it(script: Script) -> None:
    real = script.folder / "dotfiles" / "heardback.toml"
    real.parent.mkdir()
    real.write_text('[person]\nname = "Jo"\n')
    script.config.symlink_to(real)

    done = script.run("--address", "jo@home.example", *HOME, "--password-env", "X")

    assert done.returncode == 0, done.stderr
    assert script.config.is_symlink()
    assert read_settings(real).person.address == "jo@home.example"


def test_a_broken_config_is_not_built_upon(script: Script) -> None:
    script.config.write_text("[person\n")

    done = script.run("--address", "jo@home.example", *HOME, "--password-env", "X")

    assert done.returncode == 1
    assert "not valid TOML" in done.stderr
    assert script.config.read_text() == "[person\n"
