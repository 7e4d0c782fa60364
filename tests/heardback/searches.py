"""Pausing and ending Sam's search as the commands do, and what there is to see of it."""

from datetime import date

from heardback import searching
from heardback.farewell import Farewell, farewell_of
from heardback.undoing import undo
from heardback.wiring import House
from respond.standings import standings
from store.noted import Draft


def pause(house: House, until: date | None) -> None:
    with house.database.transaction() as transaction:
        searching.pause(transaction, until=until, now=house.clock.now(), today=today(house))
    house.rounds.draft()


def hired(house: House, number: int) -> None:
    with house.database.transaction() as transaction:
        searching.hired(transaction, number, now=house.clock.now(), today=today(house))
    house.rounds.draft()


def undo_newest(house: House) -> None:
    with house.database.transaction() as transaction:
        undo(transaction, None, house.own_addresses, now=house.clock.now())


def today(house: House) -> date:
    return house.clock.now().astimezone(house.zone).date()


def drafts(house: House) -> tuple[Draft, ...]:
    with house.database.reading() as transaction:
        return transaction.drafts.all()


def farewell(house: House) -> Farewell:
    with house.database.reading() as transaction:
        return farewell_of(transaction, standings(transaction, house.outlook), house.outlook)
