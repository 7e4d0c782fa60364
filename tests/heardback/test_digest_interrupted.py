"""A digest that is cut off: it comes once, or is told as unknown; what certainly did not go is made good."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heardback.digestposting import DigestPosting
from heardback.settings import AccountSettings, PersonSettings, Settings
from heardback.wiring import House
from ingest.accounts import Security
from ingest.imap import ImapMailbox
from respond.smtp.sender import SmtpSender
from store.clock import SetClock
from store.errors import HeardbackError, PassingError
from tests.journey.world import ENVIRONMENT
from tests.servers.boxes import PASSWORD, Box

MONDAY = datetime(2026, 3, 9, 9, tzinfo=UTC)


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def build(dovecot_box: Box, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., House]]:
    """Makes Sam's heardback; ``port`` is that of a way to send."""
    monkeypatch.setenv(ENVIRONMENT, PASSWORD)
    built: list[House] = []

    def make(port: int = 0) -> House:
        account = AccountSettings(
            address=dovecot_box.account.username,
            imap_host="127.0.0.1",
            imap_port=dovecot_box.plain_port,
            imap_security=Security.PLAIN,
            password_env=ENVIRONMENT,
            smtp_host="127.0.0.1" if port else "",
            smtp_port=port,
            smtp_security=Security.PLAIN,
        )
        person = PersonSettings(name="Sam Reed", country="GB", timezone="Europe/London")
        clock = SetClock(MONDAY - timedelta(days=7))
        house = House(Settings(person=person, accounts={"home": account}), tmp_path / "data", clock)
        house.intake.begin_watch()
        clock.at = MONDAY
        built.append(house)
        return house

    yield make
    for house in built:
        house.close()


def states(house: House) -> list[str]:
    with house.database.reading() as transaction:
        return [each.state for each in transaction.digests.all()]


def lying(box: Box) -> int:
    with box.observer() as observer:
        observer.select("INBOX", readonly=True)
        return len(observer.search(None, "ALL")[1][0].split())


def test_one_whose_putting_there_got_no_answer_is_found_there(
    build: Callable[..., House], dovecot_box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, works = build(), ImapMailbox.append

    def cut(self: ImapMailbox, *arguments: object) -> object:
        works(self, *arguments)  # type: ignore[arg-type]
        raise PassingError("The connection was lost.")

    with monkeypatch.context() as patched:
        patched.setattr(ImapMailbox, "append", cut)
        with pytest.raises(PassingError):
            house.digest_posting.digest_if_due()
    assert states(house) == []
    house.digest_posting.digest_if_due()

    assert (states(house), lying(dovecot_box)) == (["placed"], 1)


@pytest.mark.parametrize("after", [False, True])
def test_one_to_be_put_there_by_a_run_that_died_is_put_there_once(
    build: Callable[..., House], dovecot_box: Box, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    house, works = build(), ImapMailbox.append

    def dies(self: ImapMailbox, *arguments: object) -> object:
        if after:
            works(self, *arguments)  # type: ignore[arg-type]
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(ImapMailbox, "append", dies)
        with pytest.raises(Killed):
            house.digest_posting.digest_if_due()
    again = build()
    again.digest_posting.digest_if_due()

    assert lying(dovecot_box) == 1
    assert states(again) in (["placed"], ["sent"])


def test_one_that_was_being_sent_by_a_run_that_died_is_never_sent_again(
    build: Callable[..., House], dovecot_box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[bytes] = []

    def dies(_self: SmtpSender, _sender: str, _recipient: str, raw: bytes) -> None:
        handed.append(raw)
        raise Killed

    monkeypatch.setattr(SmtpSender, "send", dies)
    with pytest.raises(Killed):
        build(port=9).digest_posting.digest_if_due()
    again = build(port=9)
    again.digest_posting.digest_if_due()

    assert (states(again), len(handed)) == (["unknown"], 1)
    dovecot_box.put("INBOX", [(handed[0], MONDAY)])


def test_one_that_was_being_sent_and_lies_in_the_inbox_was_sent(
    build: Callable[..., House], dovecot_box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    def arrives(_self: SmtpSender, _sender: str, _recipient: str, raw: bytes) -> None:
        dovecot_box.put("INBOX", [(raw, MONDAY)])
        raise Killed

    monkeypatch.setattr(SmtpSender, "send", arrives)
    with pytest.raises(Killed):
        build(port=9).digest_posting.digest_if_due()
    again = build(port=9)
    again.digest_posting.digest_if_due()

    assert states(again) == ["sent"]


def test_one_that_could_not_be_made_is_made_later(
    build: Callable[..., House], dovecot_box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = build()

    def busy(*_: object) -> None:
        raise PassingError("The store is in use by another heardback; this is tried again.")

    with monkeypatch.context() as patched:
        patched.setattr("heardback.digestposting.digest_facts", busy)
        with pytest.raises(HeardbackError):
            house.digest_posting.digest_if_due()
    house.digest_posting.digest_if_due()

    assert (states(house), lying(dovecot_box)) == (["placed"], 1)


def test_what_is_half_sent_waits_for_a_mailbox_that_is_away(
    build: Callable[..., House], monkeypatch: pytest.MonkeyPatch
) -> None:
    house = build(port=9)
    with house.database.transaction() as transaction:
        transaction.digests.claim(MONDAY.date(), MONDAY, "<half@home.example>")
    monkeypatch.setattr(DigestPosting, "_digest_account", lambda self: self._accounts["home"])
    with monkeypatch.context() as patched:
        patched.setattr("heardback.rounds.open_mailbox", _away)
        house.digest_posting.digest_if_due()
        assert states(house) == ["sending"]
        assert any("looked up later" in note for note in house.notes)
    house.digest_posting.digest_if_due()

    assert states(house) == ["unknown"]


def _away(*_: object) -> ImapMailbox:
    raise PassingError("The connection was lost.")
