"""What a person is told when a mail server cannot be reached, and what is worth another try."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.accounts import Account, Security, Server
from ingest.imap import open_mailbox
from store.errors import HeardbackError, PassingError, PermanentError, SignInRefused, UserError
from tests.servers.boxes import PASSWORD, Box, account
from tests.servers.dovecot import Dovecot
from tests.servers.ports import free_port
from tests.servers.proxy import FaultProxy
from tests.servers.scripted import scripted


def refusal(who: Account, password: str = PASSWORD) -> HeardbackError:
    """The error of a sign-in that cannot work."""
    with pytest.raises(HeardbackError) as caught:
        open_mailbox(who, password)
    assert PASSWORD not in str(caught.value)
    assert str(caught.value).endswith(".")
    return caught.value


def test_a_wrong_password_is_refused_and_says_what_to_check(box: Box) -> None:
    error = refusal(box.account, "wrong horse")

    assert isinstance(error, SignInRefused)
    assert "accounts.home.username" in str(error)
    assert "wrong horse" not in str(error)


@pytest.mark.parametrize("reset", [False, True], ids=["FIN", "RST"])
def test_a_line_cut_during_the_sign_in_is_passing(dovecot_box: Box, reset: bool) -> None:
    with FaultProxy(dovecot_box.plain_port) as proxy:
        with open_mailbox(dovecot_box.through(proxy.port), PASSWORD):
            whole = proxy.received
        for cut in (whole // 2, whole - 200, whole - 1):
            proxy.cut_after, proxy.reset = cut, reset
            error = refusal(dovecot_box.through(proxy.port))

            assert isinstance(error, PassingError), cut


def test_a_silent_server_is_passing(dovecot_box: Box) -> None:
    with FaultProxy(dovecot_box.plain_port) as proxy:
        proxy.black_hole = True
        silent = dovecot_box.through(proxy.port, read_timeout=0.3)
        error = refusal(replace(silent, imap=replace(silent.imap, connect_timeout=0.3)))

    assert isinstance(error, PassingError)
    assert "imap_port" in str(error)


def test_an_unknown_host_names_its_key() -> None:
    error = refusal(with_server(Server("mail.nowhere.invalid", 993, Security.TLS)))

    assert isinstance(error, PassingError)
    assert "accounts.home.imap_host" in str(error)


def test_a_port_nobody_listens_on_names_its_key() -> None:
    error = refusal(with_server(Server("127.0.0.1", free_port(), Security.PLAIN)))

    assert isinstance(error, PassingError)
    assert "accounts.home.imap_port" in str(error)


def test_a_certificate_of_an_unknown_authority_is_not_trusted(dovecot: Dovecot) -> None:
    for port, security in ((dovecot.imaps_port, Security.TLS), (dovecot.imap_port, Security.STARTTLS)):
        error = refusal(account("user@dovecot.example", port, security))

        assert isinstance(error, PermanentError)
        assert "accounts.home.tls_ca_file" in str(error)


def test_a_certificate_for_another_host_is_not_trusted(dovecot: Dovecot) -> None:
    trusting = account("user@dovecot.example", dovecot.imaps_port, Security.TLS, dovecot.certificates.authority)

    error = refusal(replace(trusting, imap=replace(trusting.imap, host="127.0.0.1")))

    assert isinstance(error, PermanentError)
    assert "accounts.home.imap_host" in str(error)


def test_tls_on_a_plain_port_names_port_and_security(dovecot: Dovecot) -> None:
    error = refusal(account("user@dovecot.example", dovecot.imap_port, Security.TLS))

    assert isinstance(error, PermanentError)
    assert "accounts.home.imap_security" in str(error)
    assert "accounts.home.imap_port" in str(error)


def test_a_server_without_starttls_is_never_spoken_to_in_plain() -> None:
    greeting = b"* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n"
    with scripted(greeting, {b"CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"}) as (port, heard):
        error = refusal(account("user@dovecot.example", port, Security.STARTTLS))

    assert isinstance(error, PermanentError)
    assert "does not offer STARTTLS" in str(error)
    assert not any(b"AUTHENTICATE" in line or b"LOGIN" in line for line in heard)


@pytest.mark.parametrize(
    "words",
    [
        b"[UNAVAILABLE] Later",
        b"[ALERT] Too many simultaneous connections. (Failure)",
        b"[INUSE] Busy",
        b"[OVERQUOTA] No room left",
    ],
)
def test_a_server_that_says_later_is_not_a_wrong_password(words: bytes) -> None:
    with scripted(b"* OK ready\r\n", {b"LOGIN": b"NO " + words}) as (port, _):
        error = refusal(account("user@dovecot.example", port, Security.PLAIN))

    assert isinstance(error, PassingError)


@pytest.mark.parametrize("words", [b"[AUTHENTICATIONFAILED] Invalid credentials", b"LOGIN failed."])
def test_a_plain_no_is_a_wrong_password(words: bytes) -> None:
    with scripted(b"* OK ready\r\n", {b"LOGIN": b"NO " + words}) as (port, _):
        error = refusal(account("user@dovecot.example", port, Security.PLAIN))

    assert isinstance(error, SignInRefused)


def test_a_bad_to_the_sign_in_is_passing() -> None:
    with scripted(b"* OK ready\r\n", {b"LOGIN": b"BAD User is authenticated but not connected."}) as (port, _):
        error = refusal(account("user@dovecot.example", port, Security.PLAIN))

    assert isinstance(error, PassingError)


def test_a_user_name_with_a_space_is_quoted() -> None:
    with scripted(b"* OK ready\r\n", {}) as (port, heard):
        open_mailbox(account('jo "the" brook', port, Security.PLAIN), PASSWORD).__exit__(None, None, None)

    assert any(line.endswith(rb'LOGIN "jo \"the\" brook" "correct horse"') for line in heard)


@pytest.mark.parametrize("greeting", [b"220 mail.brook.example ESMTP\r\n", b"+OK POP3 ready\r\n"])
def test_another_kind_of_server_is_recognised(greeting: bytes) -> None:
    with scripted(greeting, {}) as (port, _):
        error = refusal(account("user@dovecot.example", port, Security.PLAIN))

    assert isinstance(error, PermanentError)
    assert "is not an IMAP server" in str(error)


def test_a_server_that_turns_away_is_passing() -> None:
    with scripted(b"* BYE Too many connections\r\n", {}) as (port, _):
        error = refusal(account("user@dovecot.example", port, Security.PLAIN))

    assert isinstance(error, PassingError)


def test_plain_text_is_for_this_machine_alone() -> None:
    error = refusal(with_server(Server("imap.brook.example", 143, Security.PLAIN)))

    assert isinstance(error, UserError)
    assert "accounts.home.imap_security" in str(error)


def test_a_missing_authority_file_is_named(tmp_path: Path) -> None:
    error = refusal(account("user@dovecot.example", 1, Security.TLS, tmp_path / "none.pem"))

    assert isinstance(error, UserError)
    assert "accounts.home.tls_ca_file" in str(error)


def test_a_password_with_a_line_end_is_no_command(dovecot_box: Box) -> None:
    error = refusal(dovecot_box.account, "a\r\nB DELETE INBOX")

    assert isinstance(error, UserError)


def with_server(server: Server) -> Account:
    return replace(account("user@dovecot.example", 1, Security.PLAIN), imap=server)
