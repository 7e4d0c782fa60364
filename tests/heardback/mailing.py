"""Puts mails into Sam's store as a round with some model would have left them there."""

from dataclasses import replace

from heardback.correcting import correct_tag
from heardback.wiring import House
from store.records import Reading
from store.vocabulary import Tag
from tests.classify.mails import received, verdict

PLACES = "Oak Elm Ash Birch Cedar Hazel Rowan Alder".split()
MAGPIE = "The magpie list is full and your feather stays with us as a keepsake."


def put(house: House, text: str, tag: Tag, *, unsure: bool, when: str = "2026-03-01") -> int:
    """Stores one mail with a verdict of an earlier model; each comes from another employer. Returns its id."""
    with house.database.transaction() as transaction:
        number = transaction.mail.counts()[0] + 1
        place = PLACES[number % len(PLACES)]
        mail = received(number, when, tag, text=text, sender=f"kim{number}@{place.lower()}.example")
        reading = Reading(replace(verdict(tag, unsure=unsure), model="earlier", deciding=""), company=f"{place} Works")
        return transaction.mail.add(
            mail.message, reading, direction=mail.direction, account="home", ties=(), at=house.clock.now()
        )[0]


def correct_magpies(house: House, count: int) -> None:
    """Sam corrects rejections in words that nobody else uses, each from another employer."""
    for number in range(count):
        text = f"Hello Sam,\n\n{MAGPIE}\n\n{PLACES[number]}"
        correct_tag(house, put(house, text, Tag.OTHER, unsure=False), Tag.REJECTION)


def reading_of(house: House, message: int) -> Reading:
    """What the store says of a mail."""
    with house.database.reading() as transaction:
        stored = transaction.mail.get(message)
    assert stored is not None
    return stored.reading
