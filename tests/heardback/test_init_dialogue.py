"""``init`` at a terminal, with a real mailbox and a real way out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from heardback.config import read_settings
from tests.heardback.terminal import Terminal
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtpsink import SmtpSink


class Desk:
    """Jo at the terminal, with servers on this machine."""

    def __init__(self, folder: Path, dovecot: Dovecot, sink: SmtpSink) -> None:
        self.folder, self.dovecot, self.sink = folder, dovecot, sink
        self.user = dovecot.new_user()
        self.config = folder / "made" / "config.toml"
        self.data = folder / "data"

    def init(self, *more: str) -> Terminal:
        return Terminal("--config", str(self.config), "--data", str(self.data), "init", *more, home=self.folder)

    @property
    def servers(self) -> tuple[str, ...]:
        """The servers, as options."""
        authority = str(self.dovecot.certificates.authority)
        imap = ("--imap-host", "localhost", "--imap-port", str(self.dovecot.imaps_port))
        smtp = ("--smtp-host", "localhost", "--smtp-port", str(self.sink.port))
        return (*imap, *smtp, "--ca-file", authority)


@pytest.fixture
def desk(tmp_path: Path, dovecot: Dovecot) -> Iterator[Desk]:
    with SmtpSink(users={"nobody": ""}, certificates=dovecot.certificates, implicit=True) as sink:
        made = Desk(tmp_path, dovecot, sink)
        sink._users[made.user] = PASSWORD
        yield made


def everything_in(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes()


def test_a_first_mailbox_from_the_first_question_to_the_config(desk: Desk) -> None:
    with desk.init(*desk.servers) as terminal:
        terminal.asked("Your name", "Jo Reed")
        terminal.asked("Your mail address", "not an address")
        terminal.saw("not a mail address")
        terminal.asked("Your mail address", desk.user)
        terminal.asked("Further addresses", "jo@old.example, Jo@Older.example")
        terminal.asked("Your time zone", "Nowhere/Land")
        terminal.saw("not a time zone")
        terminal.asked("Your time zone", "Europe/Vienna")
        terminal.asked("Your country, as in DE or US (for public holidays) [AT]", "")
        terminal.asked("User name", "")
        terminal.asked("Where shall the password be kept", "1")
        terminal.asked("Password", "wrong horse")
        terminal.saw("refused the sign-in")
        terminal.asked("What now?", "1")
        seen = terminal.command_line()
        terminal.asked("Password", PASSWORD)
        terminal.saw("takes mail from you")
        terminal.saw("service install")
        assert terminal.ended() == 0

    settings = read_settings(desk.config)
    assert settings.person.name == "Jo Reed"
    assert settings.person.other_addresses == ("jo@old.example", "jo@older.example")
    assert (settings.person.country, settings.person.timezone) == ("AT", "Europe/Vienna")
    (account,) = settings.accounts.values()
    assert account.password_file is not None
    assert account.password_file.read_text() == f"{PASSWORD}\n"
    assert [path for path, content in everything_in(desk.folder) if PASSWORD.encode() in content] == [
        account.password_file
    ]
    assert PASSWORD not in terminal.shown + seen
    assert "wrong horse" not in terminal.shown
    assert all(path.stat().st_mode & 0o077 == 0 for path, _ in everything_in(desk.folder))
    assert "# How often the service looks for mail." in desk.config.read_text()


def test_stopping_writes_nothing(desk: Desk) -> None:
    with desk.init(
        *desk.servers, "--address", desk.user, "--name", "Jo", "--timezone", "", "--country", ""
    ) as terminal:
        terminal.asked("Further addresses", "")
        terminal.asked("User name", "")
        terminal.asked("Where shall the password be kept", "1")
        terminal.asked("Password", "wrong horse")
        terminal.asked("What now?", "4")
        assert terminal.ended() == 1

    assert list(everything_in(desk.folder)) == []


def test_servers_that_were_wrong_can_be_changed(desk: Desk) -> None:
    wrong = ("--imap-host", "localhost", "--imap-port", str(desk.dovecot.lmtp_port), "--no-sending")
    whom = ("--address", desk.user, "--name", "", "--timezone", "", "--country", "", "--username", desk.user)
    authority = str(desk.dovecot.certificates.authority)
    with desk.init(*wrong, *whom, "--ca-file", authority) as terminal:
        terminal.asked("Further addresses", "")
        terminal.asked("Where shall the password be kept", "1")
        terminal.asked("Password", PASSWORD)
        terminal.asked("What now?", "2")
        terminal.asked("The IMAP server", "localhost")
        terminal.asked("How is it reached?", "1")
        terminal.asked("Port", str(desk.dovecot.imaps_port))
        terminal.saw("Signed in")
        assert terminal.ended() == 0

    (account,) = read_settings(desk.config).accounts.values()
    assert account.imap_port == desk.dovecot.imaps_port
    assert account.smtp_host == ""


def test_a_second_run_adds_a_mailbox_and_shows_what_changes(desk: Desk) -> None:
    first = ("--address", "jo@home.example", "--name", "Jo", "--timezone", "", "--country", "", "--untested")
    more = ("--imap-host", "imap.home.example", "--no-sending", "--password-env", "X", "--username", "jo")
    with desk.init(*first, *more) as terminal:
        terminal.asked("Further addresses", "")
        assert terminal.ended() == 0
    before = desk.config.read_text()
    with desk.init(*desk.servers) as terminal:
        terminal.asked("The address of this mailbox", desk.user)
        terminal.asked("User name", "")
        terminal.asked("Where shall the password be kept", "1")
        terminal.asked("Password", PASSWORD)
        terminal.saw("+[accounts.dovecot]")
        terminal.asked("Write this?", "y")
        assert terminal.ended() == 0

    settings = read_settings(desk.config)
    assert list(settings.accounts) == ["home", "dovecot"]
    assert settings.accounts["dovecot"].address == desk.user
    assert desk.config.read_text().startswith(before.rstrip())


def test_a_mailbox_that_is_there_is_not_written_anew_without_a_yes(desk: Desk) -> None:
    options = ("--address", "jo@home.example", "--name", "Jo", "--timezone", "", "--country", "", "--untested")
    options += ("--no-sending", "--username", "jo", "--password-env")
    with desk.init(*options, "X", "--imap-host", "imap.home.example") as terminal:
        terminal.asked("Further addresses", "")
        assert terminal.ended() == 0
    before = desk.config.read_text()
    with desk.init(*options, "Y", "--imap-host", "other.home.example") as terminal:
        terminal.saw("+imap_host")
        terminal.asked("Write it anew?", "")
        assert terminal.ended() == 1

    assert desk.config.read_text() == before
