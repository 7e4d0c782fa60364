"""What the figures are reckoned from: the waits of the last looks, and who wrote."""

from heardback.web.desk import Desk
from respond.glances import glances, waits_so_far
from respond.standings import standings
from store.vocabulary import Direction


def test_the_waits_are_those_of_every_application(desk: Desk) -> None:
    with desk.house.database.reading() as transaction:
        outlook = desk.house.outlook
        glances(transaction, outlook)
        kept = waits_so_far(transaction, outlook)
        derived = [wait for each in standings(transaction, outlook) for wait in each.waits]

    assert sorted(kept, key=repr) == sorted(derived, key=repr)


def test_who_wrote_is_told_once_for_each_application_and_tag(desk: Desk) -> None:
    with desk.house.database.reading() as transaction:
        found = list(transaction.mail.writers(desk.now))
        mails = [each for each in transaction.mail.with_text() if each.direction is Direction.RECEIVED]

    expected = {
        (each.application_id, each.message.sender.address, each.reading.verdict.tag)
        for each in mails
        if each.application_id is not None
    }
    assert {each[:3] for each in found} == expected
    assert len(found) == len(expected)
