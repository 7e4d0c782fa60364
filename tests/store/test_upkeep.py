"""What a round does by time alone is told apart from what anybody else writes."""

from pathlib import Path

import pytest

from store.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path)


def test_upkeep_is_not_counted_and_everything_else_is(database: Database, tmp_path: Path) -> None:
    before = database.changed_beside()
    with database.upkeep() as transaction:
        transaction.digests.set_fact("rounds", "1")
    assert database.changed_beside() == before

    with database.transaction() as transaction:
        transaction.digests.set_fact("rounds", "2")
    here = database.changed_beside()
    assert here != before

    other = Database.open(tmp_path)
    with other.upkeep() as transaction:
        transaction.digests.set_fact("rounds", "3")
    assert database.changed_beside() != here
    other.close()
    database.close()


def test_what_was_written_before_an_upkeep_began_is_counted_in_it(database: Database) -> None:
    before = database.changed_beside()
    with database.transaction() as transaction:
        transaction.digests.set_fact("rounds", "1")
    with database.upkeep():
        within = database.changed_beside()

    assert within != before
    assert database.changed_beside() == within
    database.close()


def test_upkeep_is_all_or_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError), database.upkeep() as transaction:
        transaction.digests.set_fact("rounds", "7")
        raise RuntimeError
    with database.upkeep() as transaction:
        assert transaction.digests.fact("rounds") == ""
    database.close()
