"""What goes wrong with servers, notifications and services is told with what to do."""

import errno
import smtplib
import ssl
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from heardback import installing, notifying
from heardback.config import checked
from heardback.demo import server as demo
from heardback.installing import Wanted
from heardback.servers import _wrong_host, _wrong_port
from heardback.settings import Settings
from heardback.starting import _wrong_address, _wrong_zone
from heardback.unitfile import _plain
from heardback.web import serving
from ingest import imap_errors, oauth_grants
from ingest.accounts import Account, OAuthServer, OAuthSignIn, PasswordSource, Security, Server
from ingest.folders import find_sent, missing
from ingest.oauth import Tokens
from ingest.oauth_web import Reply
from ingest.ports import Folder
from respond.draftmail import _one_id, header_address, safe_field
from respond.smtp.answers import before_the_text
from respond.smtp.connecting import connected
from respond.smtp.handing_over import give_text
from respond.smtp.signing_in import sign_in
from store.errors import FolderMissing, HeardbackError, PassingError, PermanentError, UserError
from store.records import Address

HOME = Account("home", "sam@home.example", "sam", Server("imap.home.example", 993, Security.TLS), PasswordSource())


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ConnectionRefusedError(), "Nothing answers at imap.home.example:993; check"),
        (TimeoutError(), "gave no answer in time; check"),
        (ConnectionResetError(), "broke off before the sign-in; check"),
        (ssl.SSLError(), "does not speak TLS as"),
    ],
)
def test_a_connection_that_does_not_come_about(error: Exception, told: str) -> None:
    assert told in str(imap_errors.no_connection(HOME, error))


def test_what_an_imap_server_may_answer() -> None:
    assert "is not an IMAP server; check" in str(imap_errors.not_imap(HOME))
    assert "takes no connections at present; heardback tries again later" in str(imap_errors.turned_away(HOME))
    assert "does not offer STARTTLS; set" in str(imap_errors.no_starttls(HOME))
    assert "answered unintelligibly while looking; heardback tries again" in str(imap_errors.garbled(HOME, "looking"))


def test_a_folder_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(FolderMissing, match="to one of those it has: “Inbox”"):
        find_sent([Folder("Inbox", (), "/")], "Gone")
    assert "none at all" in str(missing("Gone", (), "accounts.home.folders"))


class Refusing:
    """A mail server that answers as it is told."""

    def __init__(self, code: int, words: bytes = b"") -> None:
        self.code, self.words = code, words

    def send(self, _text: bytes) -> None:
        """Takes it."""

    def getreply(self) -> tuple[int, bytes]:
        return self.code, self.words


def test_what_a_mail_server_says_to_a_mail() -> None:
    with pytest.raises(PermanentError, match="550 no such user; mend what it names, then try again"):
        give_text(Refusing(550, b"no such user"), b"a")  # type: ignore[arg-type]
    with pytest.raises(PassingError, match="450 busy; it is tried again later"):
        give_text(Refusing(450, b"busy"), b"a")  # type: ignore[arg-type]
    with pytest.raises(HeardbackError, match="could not be understood; look whether"):
        give_text(Refusing(99), b"a")  # type: ignore[arg-type]


def server(host: str = "127.0.0.1", security: Security = Security.PLAIN, ca_file: Path | None = None) -> Server:
    return Server(host, 25, security, ca_file, connect_timeout=1, read_timeout=1)


def test_a_sending_side_that_cannot_be_used(tmp_path: Path) -> None:
    untrusted = ssl.SSLCertVerificationError()
    untrusted.verify_message = "unable to get local issuer certificate"
    with pytest.raises(PermanentError, match="check tls_ca_file"):
        connected(server(security=Security.TLS, ca_file=tmp_path / "none.pem"))
    with pytest.raises(PermanentError, match="would be reached unencrypted; set smtp_security"):
        connected(server("smtp.home.example"))
    with pytest.raises(PermanentError, match="cannot be asked with these characters"), before_the_text("ü"):
        raise UnicodeError
    with pytest.raises(PermanentError, match="so nothing was sent: check smtp_host"), before_the_text("a"):
        raise untrusted

    def no_way(_user: str, _password: str) -> None:
        raise smtplib.SMTPNotSupportedError

    with pytest.raises(PermanentError, match="offers no sign-in we know; remove smtp_username"):
        sign_in(SimpleNamespace(login=no_way), server(), "", "sam", "x")  # type: ignore[arg-type]


def test_what_may_stand_in_no_header() -> None:
    with pytest.raises(PermanentError, match="holds a line break"):
        safe_field("The subject", "a\nb")
    with pytest.raises(PermanentError, match="no address a mail server accepts; correct it"):
        header_address("To", Address("", "nobody"))
    with pytest.raises(PermanentError, match="discard the draft and have it written again"):
        _one_id("In-Reply-To", "no identifier")


def test_what_is_typed_into_init() -> None:
    assert _wrong_host("a b").endswith("enter one such as imap.home.example.")
    assert _wrong_port("0").endswith("enter a number from 1 to 65535.")
    assert _wrong_address("sam").endswith("enter one such as sam@home.example.")
    assert _wrong_zone("Nowhere/At_All").endswith("enter one such as Europe/Berlin.")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"person": {"address": "sam"}}, "must be a mail address"),
        ({"person": {"timezone": "Nowhere"}}, "must be a time zone"),
        ({"silence": {"pause_from": "20 December"}}, "must be a month and a day"),
        ({"digest": {"at": "23:00"}}, "must lie between 06:00 and 21:00"),
        ({"notify": {"urls_env": "A", "urls_file": "b"}}, "needs only one of urls_command"),
        ({"replies": {"free_windows": ["tuesday"]}}, "must be a weekday and two times"),
        ({"replies": {"free_windows": ["tue 12:00-09:00"]}}, "must end later than it begins"),
        ({"accounts": {"a": {"imap_host": "h"}}}, "needs exactly one of password_command"),
        (
            {"accounts": {"a": {"imap_host": "h", "oauth": "google"}}},
            "needs oauth_client_id, the program you registered",
        ),
        (
            {
                "accounts": {
                    "a": {
                        "imap_host": "h", "oauth": "google", "oauth_client_id": "c",
                        "oauth_client_secret_command": ["s"], "oauth_client_secret_file": "f",
                    }
                }
            },
            "needs only one of oauth_client_secret_command",
        ),
        (
            {"accounts": {"a": {"imap_host": "h", "oauth_client_id": "c", "oauth_token_url": "https://a.example"}}},
            "needs oauth_authorization_url or oauth_device_url",
        ),
        (
            {"accounts": {"a": {"imap_host": "h", "oauth_client_id": "c", "oauth_token_url": "http://a.example"}}},
            "must begin with https://",
        ),
    ],
)  # fmt: skip
def test_what_may_not_stand_in_the_config(keys: dict[str, Any], told: str) -> None:
    with pytest.raises(UserError) as refused:
        checked(keys, Path("config.toml"))
    assert told in str(refused.value)
    assert Settings() is not None


def test_a_key_nobody_knows_is_told() -> None:
    with pytest.raises(UserError, match="is not a key heardback knows; remove it") as refused:
        checked({"zzzzqqqq": {}, "person": {"nmae": "Sam"}, "accounts": {"a": {}}}, Path("config.toml"))
    assert "did you mean person.name?" in str(refused.value)
    assert "is missing; config.example.toml says" in str(refused.value)


def test_a_notification_that_does_not_get_through(monkeypatch: pytest.MonkeyPatch) -> None:
    import apprise

    with pytest.raises(UserError, match="1 of 1 addresses for notifications cannot be used: check"):
        notifying.notify(("nothing://",), "a")

    def breaks(*_: object, **__: object) -> bool:
        raise RuntimeError

    monkeypatch.setattr(apprise.Apprise, "notify", breaks)
    with pytest.raises(PassingError, match=r"could not be sent \(RuntimeError\): check"):
        notifying.notify(("json://127.0.0.1",), "a")
    monkeypatch.setattr(apprise.Apprise, "notify", lambda *_, **__: False)
    with pytest.raises(PassingError, match="was not taken by every address"):
        notifying.notify(("json://127.0.0.1",), "a")
    monkeypatch.setattr(notifying, "is_installed", lambda: False)
    with pytest.raises(UserError, match="Notifications need apprise: install it"):
        notifying.notify((), "a")


def test_a_provider_that_cannot_end_a_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oauth_grants, "post", lambda *_: Reply(500, ""))
    there = OAuthSignIn(OAuthServer("", "https://a.example/token", revocation_url="https://a.example"), "client")
    with pytest.raises(PassingError, match="in your account's security page"):
        oauth_grants.give_back(there, "home", Tokens("a", "r", datetime(2026, 3, 2, 9, tzinfo=UTC)))


def test_a_service_that_cannot_be_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    wanted = Wanted(tmp_path / "config.toml", tmp_path / "data")
    installing.place().mkdir(parents=True)
    monkeypatch.setattr(installing, "has_manager", lambda: False)
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"")

    with pytest.raises(UserError, match="make its folder yours"):
        installing.install(wanted)
    with pytest.raises(UserError, match="remove it yourself"):
        installing.uninstall()
    with pytest.raises(UserError, match="take a path without line breaks"):
        _plain("a\nb")
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(UserError, match="neither systemd nor launchd"):
        installing.install(wanted)


def test_a_port_that_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    class Shut:
        def __init__(self, *_: object) -> None: ...
        def setsockopt(self, *_: object) -> None: ...
        def close(self) -> None: ...
        def bind(self, _place: object) -> None:
            raise OSError(errno.EACCES, "no")

    monkeypatch.setattr("heardback.web.serving.socket.socket", Shut)
    with pytest.raises(UserError, match="above 1023 in the config"):
        serving._bound(80)


def test_a_demo_that_cannot_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "pip install 'heardback[demo]'" in str(demo._said(ImportError()))
    monkeypatch.setattr(demo, "START_SECONDS", 0.0)
    monkeypatch.setattr(threading.Thread, "start", lambda _: None)
    with pytest.raises(UserError, match="close other programs and try again"):
        demo.DemoServer({}).__enter__()
