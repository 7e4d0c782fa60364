"""The HTML of mails in the store: kept for what concerns a search, gone with the text."""

from datetime import UTC, datetime, timedelta

from store.bodies import LONGEST
from store.database import Database, Transaction
from store.records import Address, Message, Reading, Verdict
from store.vocabulary import MESSAGE_TAGS, Direction, Tag

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _add(transaction: Transaction, name: str, tag: Tag, *, unsure: bool = False) -> int:
    message = Message(
        identity=name,
        message_id=f"<{name}@calder.example>",
        in_reply_to=(),
        references=(),
        sender=Address("Kim", "kim@calder.example"),
        reply_to=(),
        to=(),
        cc=(),
        subject="",
        date=NOW,
        text="words",
        html="<p>words</p>",
    )
    sure = tuple(float(each is tag) for each in MESSAGE_TAGS)
    reading = Reading(Verdict(tag, sure, unsure, (), "test"))
    number, _ = transaction.mail.add(message, reading, direction=Direction.RECEIVED, account="home", ties=(), at=NOW)
    return number


def test_what_concerns_a_search_is_kept_and_ordinary_mail_is_not(database: Database) -> None:
    with database.transaction() as transaction:
        ordinary = _add(transaction, "ordinary", Tag.OTHER)
        tagged = _add(transaction, "tagged", Tag.REJECTION)
        doubtful = _add(transaction, "doubtful", Tag.OTHER, unsure=True)
        placed = _add(transaction, "placed", Tag.OTHER)
        home = transaction.applications.add("Calder", "calder", "Writer")
        transaction.mail.place(placed, home)
        everything = (ordinary, tagged, doubtful, placed)

        transaction.bodies.keep_what_is_shown(dict.fromkeys(everything, "<p>words</p>"))

        assert transaction.bodies.which(everything) == {tagged, doubtful, placed}
        assert transaction.bodies.html_of(tagged) == "<p>words</p>"
        assert transaction.bodies.html_of(ordinary) == ""


def test_html_is_not_kept_twice_nor_without_end(database: Database) -> None:
    with database.transaction() as transaction:
        number = _add(transaction, "tagged", Tag.REJECTION)
        transaction.bodies.keep_what_is_shown({number: "x" * (LONGEST + 1)})
        assert transaction.bodies.which([number]) == frozenset()
        transaction.bodies.keep_what_is_shown({number: "<p>first</p>"})
        transaction.bodies.keep_what_is_shown({number: "<p>second</p>"})

        assert transaction.bodies.html_of(number) == "<p>first</p>"


def test_it_goes_with_the_text(database: Database) -> None:
    with database.transaction() as transaction:
        number = _add(transaction, "ordinary", Tag.OTHER)
        transaction.bodies.keep(number, "<p>words</p>")

        transaction.mail.drop_old_text(NOW + timedelta(days=40))

        assert transaction.bodies.which([number]) == frozenset()


def test_the_record_of_a_mail_does_not_carry_it(database: Database) -> None:
    with database.transaction() as transaction:
        number = _add(transaction, "tagged", Tag.REJECTION)
        stored = transaction.mail.get(number)

    assert stored is not None
    assert stored.message.html == ""
