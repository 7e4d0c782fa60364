"""Mails in the store: once each, threaded whatever the order, tied, corrected, and their text let go."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from store.database import Database
from store.records import Location, Message, Promise, Reading, StoredMessage, Unreadable
from store.vocabulary import Direction, Tag
from tests.classify.mails import received, sent, verdict

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def add(database: Database, stored: StoredMessage, *ties: str, location: Location | None = None) -> tuple[int, bool]:
    with database.transaction() as transaction:
        return transaction.mail.add(
            stored.message,
            stored.reading,
            direction=stored.direction,
            account=stored.account,
            ties=ties,
            at=NOW,
            location=location,
        )


def test_a_mail_met_twice_is_stored_once(database: Database) -> None:
    mail = received(1, "2026-03-01", Tag.REJECTION, "Calder")

    assert add(database, mail, location=Location("home", "INBOX", 1, 7)) == (1, True)
    assert add(database, mail, location=Location("home", "Archive", 3, 1)) == (1, False)


def test_what_goes_in_comes_out(database: Database) -> None:
    mail = received(1, "2026-03-01", Tag.REJECTION, "Calder", promise=Promise(NOW.date(), "By Monday."))
    add(database, mail)

    with database.reading() as transaction:
        found = transaction.mail.get(1)
    assert found is not None
    assert found.message == mail.message
    assert found.reading == mail.reading
    assert hash(found.message) == hash(mail.message)


@pytest.mark.parametrize("order", list(permutations((1, 2, 3))))
def test_a_thread_is_one_whatever_the_order_of_arrival(tmp_path: Path, order: tuple[int, ...]) -> None:
    mails = {
        1: received(1, "2026-03-01", Tag.OTHER),
        2: received(2, "2026-03-02", Tag.OTHER, answers="<1@mail.example>"),
        3: received(3, "2026-03-03", Tag.OTHER, answers="<2@mail.example>"),
    }
    database = Database.open(tmp_path)
    ids = [add(database, mails[number])[0] for number in order]

    with database.reading() as transaction:
        assert len(set(transaction.mail.threads(ids).values())) == 1
    database.close()


def test_related_mails_share_a_thread_or_a_tie(database: Database) -> None:
    add(database, received(1, "2026-03-01", Tag.OTHER), "company:calder")
    add(database, received(2, "2026-03-02", Tag.OTHER, answers="<1@mail.example>"))
    add(database, received(3, "2026-03-03", Tag.OTHER), "company:calder")
    add(database, received(4, "2026-03-03", Tag.OTHER), "company:dovecote")

    with database.reading() as transaction:
        assert [stored.id for stored in transaction.mail.related([2])] == [1, 2, 3]


def test_an_unreadable_mail_is_kept_once_with_its_bytes(database: Database) -> None:
    broken = Unreadable(b"\xff\xfe", "it has no header", "home/INBOX/1/9")

    with database.transaction() as transaction:
        assert transaction.mail.set_aside(broken, at=NOW)
        assert not transaction.mail.set_aside(broken, at=NOW)
    with database.reading() as transaction:
        assert transaction.mail.counts() == (0, 1)
        assert transaction.mail.set_aside_list() == (("home/INBOX/1/9", "it has no header", NOW),)


def test_a_correction_holds_and_is_remembered(database: Database) -> None:
    mail = received(1, "2026-03-01", Tag.REJECTION, "Calder")
    add(database, mail)
    right = Reading(verdict(Tag.INVITATION), company="Calder")

    with database.transaction() as transaction:
        transaction.mail.correct(1, right, was=Tag.REJECTION, at=NOW)
    with database.reading() as transaction:
        (found,) = transaction.mail.corrected()
    assert found.corrected
    assert found.reading.verdict.tag is Tag.INVITATION


def test_corrections_are_counted_by_mail_after_a_given_one(database: Database) -> None:
    for number in (1, 2):
        add(database, received(number, "2026-03-01", Tag.REJECTION, "Calder"))
    right = Reading(verdict(Tag.INVITATION), company="Calder")

    with database.transaction() as transaction:
        assert transaction.mail.last_correction() == 0
        transaction.mail.correct(1, right, was=Tag.REJECTION, at=NOW)
        first = transaction.mail.last_correction()
        transaction.mail.correct(2, right, was=Tag.REJECTION, at=NOW)
        transaction.mail.correct(2, right, was=Tag.INVITATION, at=NOW)
        assert transaction.mail.corrected_after(0) == 2
        assert transaction.mail.corrected_after(first) == 1
        assert transaction.mail.corrected_after(transaction.mail.last_correction()) == 0


def test_only_doubtful_received_mail_that_nobody_corrected_is_judged_again(database: Database) -> None:
    doubtful = Reading(verdict(Tag.OTHER, unsure=True))
    for number in (1, 2, 3):
        add(database, replace(received(number, "2026-03-01", Tag.OTHER), reading=doubtful))
    add(database, received(4, "2026-03-01", Tag.OTHER))
    add(database, replace(sent(5, "2026-03-01", "kim@calder.example", "Hello"), reading=doubtful))

    with database.transaction() as transaction:
        transaction.mail.correct(3, Reading(verdict(Tag.OFFER, unsure=True)), was=Tag.OTHER, at=NOW)
        assert [stored.id for stored in transaction.mail.to_judge_again()] == [1, 2]
        assert [stored.id for stored in transaction.mail.to_judge_again([2, 3, 4])] == [2]


def test_a_correction_whose_text_was_dropped_teaches_no_more(database: Database) -> None:
    add(database, received(1, "2026-01-01", Tag.REJECTION, text="private"))

    with database.transaction() as transaction:
        transaction.mail.correct(1, Reading(verdict(Tag.OTHER)), was=Tag.REJECTION, at=NOW)
        assert len(transaction.mail.corrected()) == 1
        transaction.mail.drop_old_text(NOW - timedelta(days=30))
        assert transaction.mail.corrected() == ()


def test_old_ordinary_text_is_dropped_and_the_rest_is_not(database: Database) -> None:
    add(database, received(1, "2026-01-01", Tag.OTHER, text="private"))
    add(database, received(2, "2026-01-01", Tag.REJECTION, "Calder", text="job"))
    add(database, received(3, "2026-03-01", Tag.OTHER, text="recent"))

    with database.transaction() as transaction:
        assert transaction.mail.drop_old_text(NOW - timedelta(days=30)) == 1
        texts = [found.message.text for found in (transaction.mail.get(number) for number in (1, 2, 3)) if found]
        assert transaction.mail.known("identity-0001")
    assert texts == ["", "job", "recent"]


def test_nothing_of_a_failed_transaction_stays(database: Database) -> None:
    mail = received(1, "2026-03-01", Tag.OTHER)

    with pytest.raises(RuntimeError), database.transaction() as transaction:
        transaction.mail.add(mail.message, mail.reading, direction=Direction.RECEIVED, account="home", ties=(), at=NOW)
        raise RuntimeError
    with database.reading() as transaction:
        assert transaction.mail.counts() == (0, 0)


def test_messages_are_values(database: Database) -> None:
    one = received(1, "2026-03-01", Tag.OTHER).message
    other: Message = replace(one)

    assert one == other
    assert len({one, other}) == 1
