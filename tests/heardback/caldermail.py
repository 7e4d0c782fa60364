"""Sam's mail with Calder Trust and a few others, put into the store without a tagger: readings come with the mails."""

from dataclasses import replace
from typing import Any

from heardback.intake import ties_of
from heardback.tracking import track
from heardback.views import application_row
from heardback.wiring import House
from respond.standings import standings
from store.records import Address, StoredMessage
from store.rowlog import WATCHED
from store.vocabulary import Tag
from tests.classify.mails import received, sent

KIM, ROSE = "kim.alder@calder-trust.example", "rose.hart@oak-school.example"


def signed(mail: StoredMessage, name: str) -> StoredMessage:
    """The mail with its sender's name, as a person writes."""
    sender = Address(name, mail.message.sender.address)
    return replace(mail, message=replace(mail.message, sender=sender))


NOBODY = "no-reply@calder-trust.example"
MUSEUM = received(1, "2026-02-02", Tag.ACKNOWLEDGEMENT, "Calder Trust", "Museum Coordinator", sender=NOBODY)
ARCHIVE = received(2, "2026-02-03", Tag.ACKNOWLEDGEMENT, "Calder Trust", "Archivist", sender=NOBODY)
TALK = signed(
    received(
        3,
        "2026-02-05",
        Tag.INVITATION,
        "Calder Trust",
        "Museum Coordinator",
        sender=KIM,
        automatic=False,
        wants="times",
    ),
    "Kim Alder",
)
YES = sent(4, "2026-02-05 14:00", KIM, "Tuesday suits me well.", answers="<3@mail.example>")
SCHOOL = received(5, "2026-02-06", Tag.ACKNOWLEDGEMENT, "Oak School", "Caretaker", sender="no-reply@oak-school.example")
WHICH = received(6, "2026-02-20", Tag.REJECTION, "Calder Trust", text="We will not be taking your application further.")
FROM_ROSE = signed(
    received(7, "2026-02-09", Tag.OTHER, "Oak School", "Caretaker", sender=ROSE, automatic=False), "Rose Hart"
)
ALL = (MUSEUM, ARCHIVE, TALK, YES, SCHOOL, WHICH, FROM_ROSE)


def deliver(house: House, *mails: StoredMessage) -> list[int]:
    """Takes mails in as a round would, one after the other; returns their numbers."""
    numbers: list[int] = []
    for mail in mails:
        with house.database.transaction() as transaction:
            number, is_new = transaction.mail.add(
                mail.message,
                mail.reading,
                direction=mail.direction,
                account="home",
                ties=ties_of(mail.message, mail.reading, mail.direction),
                at=house.clock.now(),
            )
            assert is_new
            track(transaction, [number], house.own_addresses)
            numbers.append(number)
    return numbers


def rows(house: House) -> list[dict[str, Any]]:
    """What ``applications --json`` shows."""
    with house.database.reading() as transaction:
        return [application_row(each) for each in standings(transaction, house.outlook)]


def tables(house: House) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that holds, of all that a change by hand may touch.

    Events in their order but without their numbers: those of a removed application may have gone to later ones, and
    nothing refers to them.
    """
    with house.database.reading() as transaction:
        run = transaction.changes._connection.exec_driver_sql
        found = {
            each.name: sorted(map(tuple, run(f'SELECT * FROM "{each.name}"')), key=repr)
            for each in WATCHED
            if each.name != "events"
        }
        standing = run("SELECT * FROM events WHERE NOT superseded ORDER BY application_id, at, id")
        return found | {"events": [tuple(row)[1:] for row in standing]}
