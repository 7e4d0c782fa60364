"""Mail that comes to be known late changes what earlier mail means, and says so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from heardback.intake import Arrival, ties_of
from heardback.tracking import track
from heardback.views import taken_back
from heardback.wiring import House
from store.database import Database
from store.records import Event, Message
from store.vocabulary import EventKind, Tag
from tests.heardback.letters import ME, Letter, message_of, reading_of

RECEIPT = Letter(1, 3, 0, tag=Tag.ACKNOWLEDGEMENT, company="Alder", role="Ward Clerk", person="no-reply@alder.example")
EARLIER = replace(RECEIPT, number=2, day=1)
SENT = Letter(3, 0, 0, own="applies", company="Alder", role="Ward Clerk", person="kim@alder.example")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database.open(tmp_path)
    yield made
    made.close()


def _take(database: Database, *letters: Letter) -> None:
    with database.transaction() as transaction:
        new = []
        for letter in letters:
            message, reading = message_of(letter), reading_of(letter)
            ties = ties_of(message, reading, letter.direction)
            number, _ = transaction.mail.add(
                message, reading, direction=letter.direction, account="home", ties=ties, at=letter.at
            )
            new.append(number)
        track(transaction, new, frozenset({ME}))


def _events(database: Database, number: int) -> tuple[Event, ...]:
    with database.reading() as transaction:
        return transaction.applications.events([number])


def test_an_earlier_receipt_makes_the_later_one_a_notice_and_the_first_reading_stays_on_record(
    database: Database,
) -> None:
    _take(database, RECEIPT)
    _take(database, EARLIER)

    events = _events(database, 1)
    assert [event.kind for event in events] == [EventKind.RECEIPT, EventKind.NOTICE]
    with database.reading() as transaction:
        before = transaction.applications.taken_back(1)
    assert [(each.kind, each.at) for each in taken_back(events, before)] == [(EventKind.RECEIPT, RECEIPT.at)]


def test_what_only_gains_a_detail_is_no_other_reading(database: Database) -> None:
    _take(database, RECEIPT)
    _take(database, SENT)

    with database.reading() as transaction:
        before = transaction.applications.taken_back(1)
    assert taken_back(_events(database, 1), before) == []


def test_what_was_noted_by_hand_follows_the_mails_to_the_application_they_turn_out_to_belong_to(
    database: Database,
) -> None:
    agency = {"person": "pat@causeway.example", "agency": "Causeway Staffing", "role": "Ward Clerk"}
    invited = Letter(2, 5, 0, tag=Tag.INVITATION, answers=3, **agency)
    _take(database, RECEIPT, invited)
    with database.transaction() as transaction:
        assert len(transaction.applications.all()) == 2
        transaction.applications.record([Event(2, EventKind.CLOSED, invited.at, by="hand")])
    # The mail between the two, which the invitation answers and which answers the receipt.
    _take(database, Letter(3, 4, 0, tag=Tag.OTHER, answers=1, company="Alder", **agency))

    with database.reading() as transaction:
        (only,) = transaction.applications.all()
    assert EventKind.CLOSED in {event.kind for event in _events(database, only.id)}


def test_an_answer_is_read_again_once_the_own_mail_it_answers_is_known(house: House) -> None:
    sent, answer = message_of(SENT), replace(message_of(RECEIPT), in_reply_to=(message_of(SENT).message_id,))
    told: list[bool] = []
    read_all = house.reader.read_all

    def listening(messages: list[Message], **rest: list[bool]) -> object:
        told.extend(rest["answers"])
        return read_all(messages, **rest)  # type: ignore[arg-type]

    house.reader.read_all = listening  # type: ignore[method-assign,assignment]
    house.intake.take([Arrival(answer)], "home")
    house.intake.take([Arrival(sent, sent=True)], "home")

    assert told[0] is False
    assert told[-1] is True
