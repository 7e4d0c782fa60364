"""Whom to write to this week is found without reading everybody's mail, and it is the same people."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from heardback import byhand
from heardback.people import people_due, people_known
from heardback.peopledue import Due, due_people
from heardback.wiring import House
from respond.glances import glances
from respond.standings import standings
from store.clock import SetClock
from store.noted import ContactNote
from store.records import Address, Interview, StoredMessage
from store.vocabulary import Tag
from tests.classify.mails import received, sent
from tests.heardback.caldermail import deliver
from tests.heardback.conftest import SETTINGS

BEGIN = date(2025, 1, 6)
HOUSES = ("Calder Trust", "Oak School", "Northwind Textiles", "Heron Foods")
PHONE = "M: +44 7700 900123"
PEOPLE = (
    Address("Kim Alder", "kim.alder@calder-trust.example"),
    Address("Kim Alder", "kalder@calder-trust.example"),
    Address("Rose Hart", "rose.hart@oak-school.example"),
    Address("Dana Whitfield", "dana.whitfield@northwind.example"),
    Address("Dana Whitfield", "dana.whitfield@gmail.com"),
    Address("Jonas Berg", "jonas.berg@northwind.example"),
    Address("Jonas Berg", "jonas.berg@heron.example"),
    Address("Ivo Moran", "ivo.moran@larchtalent.example"),
)
ROBOT = Address("Jobs", "no-reply@mail.example")


def mails(chance: random.Random) -> Iterator[StoredMessage]:
    """Fourteen applications as they run: several people, two addresses of one, words before and after a rejection."""
    number = 0
    for application in range(14):
        house, role = chance.choice(HOUSES), f"Role {chr(65 + application)}"
        day = BEGIN + timedelta(days=chance.randrange(250))
        people = chance.sample(PEOPLE, 2)
        for kind in _course(chance):
            number, day = number + 1, day + timedelta(days=chance.choice((1, 3, 9)))
            yield _mail(number, day, kind, house, role, people, chance)


def _course(chance: random.Random) -> list[str]:
    before = ["receipt", *chance.choices(("asked", "met", "wrote", "answered"), k=chance.randrange(4))]
    refused = chance.random() < 0.8
    after = chance.choices(("answered", "answered", "wrote"), k=chance.randrange(4)) if refused else []
    return [*before, *(["refused"] if refused else []), *after]


def _mail(
    number: int, day: date, kind: str, house: str, role: str, people: list[Address], chance: random.Random
) -> StoredMessage:
    when = f"{day} 10:00"
    who, other = people if chance.random() < 0.8 else people[::-1]
    if kind == "answered":
        return sent(number, when, who.address, "Thank you very much.", company=house, role=role)
    tags = {"receipt": Tag.ACKNOWLEDGEMENT, "asked": Tag.INVITATION, "met": Tag.INVITATION, "refused": Tag.REJECTION}
    automatic = kind == "receipt" or (kind == "refused" and chance.random() < 0.3)
    talk = Interview(datetime.combine(day + timedelta(days=2), datetime.min.time(), UTC), None, "interviewing")
    made = received(
        number,
        when,
        tags.get(kind, Tag.OTHER),
        house,
        role,
        sender=(ROBOT if automatic else who).address,
        automatic=automatic,
        interviews=(replace(talk, confirmed=True),) if kind == "met" else (),
    )
    signature = f"{who.name}\n{PHONE}" if chance.random() < 0.3 and not automatic else ""
    message = replace(
        made.message,
        sender=ROBOT if automatic else who,
        cc=(other,) if chance.random() < 0.4 else (),
        reply_to=(chance.choice(PEOPLE),) if chance.random() < 0.1 else (),
        signature=signature,
    )
    return replace(made, message=message)


def change_something(house: House, chance: random.Random) -> None:
    """What a person writes down about somebody, or closes by hand."""
    with house.database.transaction() as transaction:
        person, day = chance.choice(PEOPLE), house.clock.now().date() + timedelta(days=chance.randrange(60))
        transaction.contact_notes.keep(
            chance.choice(
                (
                    ContactNote(person.address, next_on=day, reason="Send the paper."),
                    ContactNote(person.address, snoozed_until=day),
                    ContactNote(person.address, dropped=True),
                    ContactNote(person.address),
                )
            )
        )
        known = transaction.applications.all()
        if known and chance.random() < 0.4:
            byhand.close(transaction, chance.choice(known).id, now=house.clock.now())


@pytest.mark.parametrize("seed", range(3))
def test_it_finds_whom_a_look_at_everybody_finds(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    clock = SetClock(datetime.combine(BEGIN, datetime.min.time(), UTC))
    house = House(SETTINGS, tmp_path, clock)
    house.remember_own_addresses(["sam@home.example"])
    waiting = sorted(mails(chance), key=lambda mail: mail.message.date)
    found = looked = 0
    while clock.at.date() < BEGIN + timedelta(days=430):
        clock.at += timedelta(days=chance.randrange(9, 33), hours=chance.randrange(24))
        arrived = [mail for mail in waiting if mail.message.date <= clock.at]
        waiting = waiting[len(arrived) :]
        deliver(house, *arrived)
        change_something(house, chance)
        house.rounds.draft()
        today = clock.at.date() + timedelta(days=1)
        with house.database.reading() as transaction:
            outlook = house.outlook
            told = glances(transaction, outlook)
            everybody = people_known(transaction, standings(transaction, outlook, chances=False), outlook)
            due = people_due(everybody, today)
            assert _in_order(due_people(transaction, told, outlook, today)) == _in_order(due)
        found, looked = found + len(due), looked + sum(each.people is not None for each in told)
    assert found
    assert looked
    house.close()


def _in_order(due: tuple[Due, ...]) -> list[Due]:
    """Those due, in an order of which equals have none of their own."""
    return sorted(due, key=lambda one: (one[1].day, one[0].addresses))
