"""A person whose mailbox is opened by token: rounds, sending, and what happens when the sign-in ends."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heardback.config import read_settings
from heardback.tokens import TokenStore
from heardback.wiring import House
from ingest.oauth import Tokens
from store.clock import SetClock
from tests.servers.authority import CLIENT, Authority, Grant
from tests.servers.dovecot_oauth import OAuthDovecot
from tests.servers.smtpsink import SmtpSink

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MAIL = (
    b"From: Rose <rose@northwind.example>\r\nTo: jo@home.example\r\nSubject: Your application\r\n"
    b"Date: Mon, 02 Mar 2026 08:00:00 +0000\r\nMessage-ID: <%d@northwind.example>\r\n\r\nThank you for applying.\r\n"
)


class Person:
    """Jo, with a mailbox that takes tokens."""

    def __init__(self, folder: Path, dovecot: OAuthDovecot, authority: Authority) -> None:
        self.dovecot, self.authority, self.folder = dovecot, authority, folder
        self.user = dovecot.new_user()
        self.clock = SetClock(NOW)
        self.config = folder / "config.toml"
        self.config.write_text(
            f'[person]\nname = "Jo"\naddress = "{self.user}"\ntimezone = "Europe/London"\n[accounts.home]\n'
            f'imap_host = "127.0.0.1"\nimap_port = {dovecot.imap_port}\nimap_security = "plain"\n'
            f'smtp_host = "127.0.0.1"\nsmtp_port = {dovecot.submission_port}\nsmtp_security = "plain"\n'
            f'oauth_client_id = "{CLIENT}"\noauth_authorization_url = "{authority.base}/authorize"\n'
            f'oauth_token_url = "{authority.base}/token"\noauth_scopes = ["https://mail.authority.example/imap"]\n'
        )

    @contextmanager
    def house(self) -> Iterator[House]:
        house = House(read_settings(self.config), self.folder / "data", self.clock)
        try:
            yield house
        finally:
            house.close()

    def sign_in(self, house: House) -> Grant:
        access, grant = self.authority.grant(self.user)
        TokenStore(house.accounts[0], house.data).keep(Tokens(access, grant.refresh, NOW + timedelta(hours=1)))
        return grant

    def deliver(self, number: int) -> None:
        self.dovecot.deliver(self.user, MAIL % number)


@pytest.fixture
def jo(tmp_path: Path, oauth_dovecot: OAuthDovecot, oauth_authority: Authority) -> Person:
    return Person(tmp_path, oauth_dovecot, oauth_authority)


def test_a_round_reads_by_token(jo: Person) -> None:
    jo.deliver(1)
    with jo.house() as house:
        jo.sign_in(house)

        report = house.rounds.run_once()

    assert report.failures == {}
    assert report.taken.new == 1


def test_a_token_taken_back_while_connected_is_renewed_by_the_next_round(jo: Person) -> None:
    with jo.house() as house:
        jo.sign_in(house)
        with house.rounds.mailbox(house.accounts[0]) as mailbox:
            jo.authority.revoke_access()
            jo.dovecot.end_sessions()
            with pytest.raises(Exception, match="lost"):
                mailbox.folders()
        jo.deliver(1)

        report = house.rounds.run_once()

    assert report.failures == {}
    assert report.taken.new == 1


def test_an_hour_later_it_is_renewed_without_being_refused_first(jo: Person) -> None:
    with jo.house() as house:
        jo.sign_in(house)
        house.rounds.run_once()
        asked = len(jo.authority.asked_for("/token"))
        jo.clock.at += timedelta(hours=2)
        jo.deliver(1)

        assert house.rounds.run_once().taken.new == 1
        assert len(jo.authority.asked_for("/token")) == asked + 1


def test_a_sign_in_that_was_taken_back_stops_the_account_once(jo: Person, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with jo.house() as house:
        grant = jo.sign_in(house)
        jo.authority.revoke_access()
        del jo.authority.grants[grant.refresh]

        first, second = house.rounds.run_once(), house.rounds.run_once()

        assert "sign in again with 'heardback login home'" in first.failures["home"]
        assert first.news == {"home"}
        assert second.failures == {}
        with house.database.reading() as transaction:
            health = transaction.folders.health_of("home")
        assert health is not None
        assert health.stopped
        assert grant.refresh not in caplog.text + first.failures["home"]


def test_signing_in_anew_takes_it_up_again(jo: Person) -> None:
    with jo.house() as house:
        assert "heardback login home" in house.rounds.run_once().failures["home"]
        jo.sign_in(house)
        with house.database.transaction() as transaction:
            transaction.folders.let_try_again("home")
        jo.deliver(1)

        assert house.rounds.run_once().taken.new == 1


def test_a_provider_that_is_away_does_not_stop_the_account(jo: Person) -> None:
    with jo.house() as house:
        jo.sign_in(house)
        jo.authority.revoke_access()
        jo.authority.next_errors = ["temporarily_unavailable"]

        assert "tries again later" in house.rounds.run_once().failures["home"]
        assert house.rounds.run_once().failures == {}


def test_it_sends_by_the_same_token(jo: Person, oauth_relay: SmtpSink) -> None:
    with jo.house() as house:
        jo.sign_in(house)
        jo.authority.revoke_access()

        house.posting.check_sending("home")
        sender = house.posting.sender_of("home")
        assert sender is not None
        sender.send(jo.user, "dana@northwind.example", b"Subject: Hi\r\n\r\nHello\r\n")

    assert oauth_relay.taken[-1].sender == jo.user
