"""Lessons and notes on people: one of each, kept until they are taken away."""

from datetime import UTC, date, datetime

from store.database import Database
from store.noted import ContactNote, Lesson

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_one_lesson_an_application(database: Database) -> None:
    with database.transaction() as transaction:
        number = transaction.applications.add("Northwind", "northwind", "Analyst")
        transaction.lessons.keep(Lesson(number, NOW, change_next="Sleep"))
        transaction.lessons.keep(Lesson(number, NOW, change_next="Sleep more"))

        (lesson,) = transaction.lessons.all()
        assert lesson.change_next == "Sleep more"
        assert transaction.lessons.of(number) == lesson
        assert transaction.lessons.remove(number)
        assert not transaction.lessons.remove(number)


def test_a_note_on_somebody_is_replaced_as_a_whole(database: Database) -> None:
    note = ContactNote("dana@northwind.example", "Kind.", date(2026, 4, 1), "News", dropped=True)
    with database.transaction() as transaction:
        assert transaction.contact_notes.of(note.contact) == ContactNote(note.contact)
        transaction.contact_notes.keep(ContactNote(note.contact, "Old."))
        transaction.contact_notes.keep(note)

        assert transaction.contact_notes.all() == {note.contact: note}


def test_every_table_gives_its_rows_as_plain_values(database: Database) -> None:
    with database.transaction() as transaction:
        transaction.contact_notes.keep(ContactNote("dana@northwind.example", next_on=date(2026, 4, 1)))

        (row,) = transaction.tables.rows("contact_notes")
        assert (row["contact"], row["next_on"], row["dropped"]) == ("dana@northwind.example", "2026-04-01", False)
