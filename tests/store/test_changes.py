"""The journal of changes by hand: what a change touched is noted by the store itself, whatever set it off."""

from datetime import timedelta

import pytest

from store.changes import Entry
from store.database import Database, Transaction
from store.noted import Search
from store.records import Event
from store.vocabulary import ChangeKind, EventKind, SearchPhase
from tests.store.conftest import NOW


def _add(transaction: Transaction, company: str) -> Entry:
    with transaction.changes.recording(ChangeKind.ADD, NOW) as entry:
        number = transaction.applications.add(company, company.lower(), "Porter", by="hand")
        transaction.applications.record([Event(number, EventKind.APPLIED, NOW, by="hand")])
        entry.say(f"Entered {company}.", number)
    return entry


def _undo(transaction: Transaction, entry: Entry) -> None:
    assert entry.id is not None
    undoing = transaction.changes.get(entry.id)
    assert undoing is not None
    transaction.changes.restore(undoing, at=NOW)


def test_a_change_is_kept_with_its_sentence(database: Database) -> None:
    with database.transaction() as transaction:
        _add(transaction, "Oak School")
        _add(transaction, "Elm Hospital")

    with database.reading() as transaction:
        assert [(each.words, each.application) for each in transaction.changes.all()] == [
            ("Entered Elm Hospital.", 2),
            ("Entered Oak School.", 1),
        ]
        assert transaction.changes.newest() == 2


def test_what_changes_nothing_is_no_change(database: Database) -> None:
    with database.transaction() as transaction, transaction.changes.recording(ChangeKind.EDIT, NOW) as entry:
        entry.say("Nothing at all.")

    assert entry.id is None
    with database.reading() as transaction:
        assert transaction.changes.all() == ()


def test_a_removed_application_comes_back_with_what_it_took_along(database: Database) -> None:
    with database.transaction() as transaction:
        _add(transaction, "Oak School")
    with database.transaction() as transaction:
        before = transaction.applications.all(), transaction.applications.events()
        with transaction.changes.recording(ChangeKind.MERGE, NOW) as entry:
            transaction.applications.remove(1)
        assert transaction.applications.events() == ()
        _undo(transaction, entry)

        found = transaction.applications.events()
        assert (transaction.applications.all(), found) == before
        assert transaction.changes.newest() == 1


def test_a_freed_number_of_an_event_is_left_to_whoever_has_it_now(database: Database) -> None:
    with database.transaction() as transaction:
        _add(transaction, "Oak School")
        _add(transaction, "Elm Hospital")
        with transaction.changes.recording(ChangeKind.MERGE, NOW) as entry:
            transaction.applications.remove(2)
        transaction.applications.record([Event(1, EventKind.CLOSED, NOW, by="hand")])
        _undo(transaction, entry)

        kinds = sorted((each.application_id, each.kind) for each in transaction.applications.events())
        assert kinds == [(1, EventKind.APPLIED), (1, EventKind.CLOSED), (2, EventKind.APPLIED)]


def test_the_number_of_a_removed_application_is_never_given_again(database: Database) -> None:
    with database.transaction() as transaction:
        _undo(transaction, _add(transaction, "Oak School"))
        entry = _add(transaction, "Elm Hospital")

    assert entry.application == 2


def test_a_change_that_fails_leaves_no_trace(database: Database) -> None:
    with (
        pytest.raises(ValueError, match="no"),
        database.transaction() as transaction,
        transaction.changes.recording(ChangeKind.ADD, NOW),
    ):
        transaction.applications.add("Oak School", "oak school", "", by="hand")
        raise ValueError("no")

    with database.transaction() as transaction:
        assert transaction.applications.all() == ()
        assert _add(transaction, "Oak School").id == 1


def test_fractions_of_a_second_survive(database: Database) -> None:
    at = NOW + timedelta(microseconds=123457)
    with database.transaction() as transaction:
        _add(transaction, "Oak School")
        transaction.applications.record([Event(1, EventKind.CLOSED, at, by="hand")])
        with transaction.changes.recording(ChangeKind.MERGE, NOW) as entry:
            transaction.applications.remove(1)
        _undo(transaction, entry)

        assert transaction.applications.events()[-1].at == at


def test_a_pause_holds_until_its_day_and_not_before_it_began(database: Database) -> None:
    today = NOW.date()
    with database.transaction() as transaction:
        transaction.search.enter(SearchPhase.PAUSED, at=NOW, until=today + timedelta(days=3))

        assert transaction.search.at(NOW - timedelta(minutes=1), today) == Search()
        assert transaction.search.at(NOW, today).phase is SearchPhase.PAUSED
        assert transaction.search.at(NOW, today + timedelta(days=2)).phase is SearchPhase.PAUSED
        assert transaction.search.at(NOW, today + timedelta(days=3)).phase is SearchPhase.ON
