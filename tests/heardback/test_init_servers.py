"""What ``init`` asks about servers: nothing where they are known, a yes where only DNS says so, else all of it."""

import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from heardback.commands.dialogue import Nobody
from heardback.config import read_settings
from heardback.starting import Start, Surroundings
from heardback.wayin import Wanted
from ingest import oauth_providers
from ingest.accounts import Security
from ingest.discovery import Services
from ingest.providers import Place
from store.clock import SystemClock
from store.errors import UserError
from tests.heardback.scripted import Scripted
from tests.ingest.signins import visit
from tests.servers.authority import CLIENT, SECRET, Authority
from tests.servers.dovecot_oauth import OAuthDovecot

WHO = Wanted(name="Jo", others=(), country="", timezone="", password_env="X", untested=True)
ELSEWHERE = Place("imap.host.example", 993, Security.TLS)


@dataclass
class Directory:
    """DNS as a test has it."""

    mx: tuple[str, ...] = ()
    srv: Services = field(default_factory=Services)

    def exchangers(self, domain: str) -> tuple[str, ...]:
        return self.mx

    def services(self, domain: str) -> Services:
        return self.srv


def start(
    folder: Path, wanted: Wanted, asking: Scripted | Nobody, directory: Directory | None = None, *up: str
) -> Start:
    around = Surroundings(
        folder / "config.toml",
        folder / "data",
        SystemClock(),
        directory or Directory(),
        lambda place: place.host in up,
        lambda link: not threading.Thread(target=visit, args=(link,), daemon=True).start(),
    )
    return Start(wanted, asking, around)


def account_in(folder: Path, name: str):  # type: ignore[no-untyped-def]
    return read_settings(folder / "config.toml").accounts[name]


def test_a_known_provider_is_not_asked_about(tmp_path: Path) -> None:
    asking = Scripted()

    assert start(tmp_path, replace(WHO, address="jo@posteo.de"), asking).run() == "posteo"

    assert account_in(tmp_path, "posteo").imap_host == "posteo.de"
    assert "Posteo: posteo.de (port 993) to read, and posteo.de (port 465) to send." in asking.said


def test_an_own_domain_with_a_known_provider_is_shown_and_confirmed(tmp_path: Path) -> None:
    asking = Scripted(("These are not under reed.example", "y"))
    wanted = replace(WHO, address="jo@reed.example", password_env="", client_id="0f-1")

    start(tmp_path, wanted, asking, Directory(mx=("reed-example.mail.protection.outlook.com",))).run()

    account = account_in(tmp_path, "reed")
    assert (account.imap_host, account.oauth) == ("outlook.office365.com", "microsoft")
    assert any("says DNS" in sentence for sentence in asking.said)
    assert any("administrator's consent" in sentence for sentence in asking.said)


def test_a_stranger_that_dns_names_is_not_trusted_without_a_yes(tmp_path: Path) -> None:
    asking = Scripted(
        ("These are not under reed.example", ""),
        ("The IMAP server", "imap.reed.example"),
        ("How is it reached?", "starttls"),
        ("Port", ""),
        ("Send from here", "n"),
        ("User name", "jo"),
    )

    start(tmp_path, replace(WHO, address="jo@reed.example"), asking, Directory(srv=Services((ELSEWHERE,)))).run()

    account = account_in(tmp_path, "reed")
    assert (account.imap_host, account.imap_security, account.username) == ("imap.reed.example", "starttls", "jo")
    assert account.smtp_host == ""


def test_in_a_pipe_a_stranger_is_wrong_usage(tmp_path: Path) -> None:
    directory = Directory(srv=Services((ELSEWHERE,)))

    with pytest.raises(Exception, match=r"--imap-host imap\.host\.example"):
        start(tmp_path, replace(WHO, address="jo@reed.example"), Nobody(), directory).run()
    assert not (tmp_path / "config.toml").exists()


def test_the_own_domains_servers_need_no_yes(tmp_path: Path) -> None:
    own = Services((Place("mx.reed.example", 143, Security.STARTTLS),), (Place("mx.reed.example", 465, Security.TLS),))

    start(tmp_path, replace(WHO, address="jo@reed.example"), Nobody(), Directory(srv=own)).run()

    account = account_in(tmp_path, "reed")
    assert (account.imap_host, account.imap_security, account.smtp_host) == (
        "mx.reed.example",
        "starttls",
        "mx.reed.example",
    )


def test_the_usual_names_are_tried_last(tmp_path: Path) -> None:
    asking = Scripted(("User name", ""))

    start(tmp_path, replace(WHO, address="jo@reed.example"), asking, None, "mail.reed.example").run()

    assert account_in(tmp_path, "reed").imap_host == "mail.reed.example"


def test_a_provider_without_imap_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="heardback import"):
        start(tmp_path, replace(WHO, address="jo@reed.example"), Scripted(), Directory(mx=("mail.tutanota.de",))).run()


def test_signing_in_by_token_from_the_first_question_to_a_mailbox_that_works(
    tmp_path: Path, oauth_dovecot: OAuthDovecot, oauth_authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oauth_providers, "GOOGLE", oauth_authority.described())
    oauth_authority.user = oauth_dovecot.new_user()
    monkeypatch.setattr(oauth_authority, "secret", SECRET)
    asking = Scripted(("The client ID", CLIENT), ("Its client secret", SECRET), ("User name", ""))
    wanted = replace(
        WHO,
        address=oauth_authority.user,
        password_env="",
        untested=False,
        imap_host="127.0.0.1",
        imap_port=oauth_dovecot.imap_port,
        imap_security=Security.PLAIN,
        sends=False,
        oauth="google",
    )

    name = start(tmp_path, wanted, asking).run()

    assert any("Signed in to 127.0.0.1" in sentence for sentence in asking.said)
    account = account_in(tmp_path, name)
    assert account.oauth_client_secret_file.read_text().strip() == SECRET
    kept = (tmp_path / "data" / "sign-in" / f"{name}.json").read_text()
    tokens = [token for token in oauth_authority.access if token in kept]
    assert len(tokens) == 1
    everything = " ".join([*asking.said, *asking.questions, (tmp_path / "config.toml").read_text()])
    assert tokens[0] not in everything
    assert SECRET not in everything


def test_a_token_sign_in_that_leads_nowhere_is_taken_back(
    tmp_path: Path, oauth_dovecot: OAuthDovecot, oauth_authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oauth_providers, "GOOGLE", oauth_authority.described())
    oauth_authority.user = "stray@else.example"
    asking = Scripted(("User name", ""), ("What now?", "stop"))
    wanted = replace(
        WHO,
        address=oauth_dovecot.new_user(),
        password_env="",
        untested=False,
        imap_host="127.0.0.1",
        imap_port=oauth_dovecot.imap_port,
        imap_security=Security.PLAIN,
        sends=False,
        oauth="google",
        client_id=CLIENT,
        client_secret_command="printf ''",
    )
    monkeypatch.setattr("ingest.oauth._secret", lambda sign_in, account: {})

    with pytest.raises(UserError, match="Nothing was written"):
        start(tmp_path, wanted, asking).run()

    assert list((tmp_path / "data").rglob("*.json")) == []
    assert not [grant for grant in oauth_authority.grants.values() if grant.user == "stray@else.example"]
