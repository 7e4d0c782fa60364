"""What is claimed for good is written through to the disk before anything else happens."""

import pytest

from store.database import Database, Transaction
from store.errors import UserError


def synchronous(transaction: Transaction) -> int:
    return int(transaction.digests._connection.exec_driver_sql("PRAGMA synchronous").scalar_one())


def test_only_a_durable_transaction_waits_for_the_disk(database: Database) -> None:
    with database.transaction(durable=True) as transaction:
        assert synchronous(transaction) == 2
    with database.transaction() as transaction:
        assert synchronous(transaction) == 1


def test_a_durable_transaction_that_fails_leaves_no_trace(database: Database) -> None:
    with pytest.raises(UserError), database.transaction(durable=True) as transaction:
        transaction.digests.set_fact("kept", "no")
        raise UserError("Not this time.")
    with database.transaction() as transaction:
        assert synchronous(transaction) == 1
        assert transaction.digests.fact("kept") == ""
