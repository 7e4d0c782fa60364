"""The addresses that are the person's: those the config names, and those an import was told, kept in the store."""

from collections.abc import Iterable

from heardback.meaning import address_of
from heardback.settings import Settings
from store.database import Database

_FACT = "own_addresses"


def written(settings: Settings) -> frozenset[str]:
    """Those of the config, in small letters."""
    person = settings.person
    # Of the mailboxes no more than their addresses: a listing needs no more of them.
    accounts = (address_of(each, person.address) for each in settings.accounts.values())
    return frozenset({person.address, *person.other_addresses, *accounts}) - {""}


def told(database: Database) -> list[str]:
    """Those an import was told, in their order."""
    with database.reading() as transaction:
        return transaction.facts.get(_FACT)[0].split()


def remember(database: Database, addresses: Iterable[str]) -> None:
    """Keeps more of them, for every later command on this store."""
    known = dict.fromkeys([*told(database), *(each.strip().lower() for each in addresses)])
    with database.transaction() as transaction:
        transaction.digests.set_fact(_FACT, " ".join(known))
