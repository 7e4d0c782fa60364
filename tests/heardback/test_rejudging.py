"""A new model judges again only what was in doubt and uncorrected; what that changes moves the application."""

from dataclasses import replace
from datetime import timedelta

import pytest

from classify.tagger import Tagger
from heardback.correcting import correct_tag
from heardback.rejudging import rejudge
from heardback.wiring import House
from store.vocabulary import EventKind, Tag
from tests.heardback.mailing import put, reading_of

DECLINED = "Dear Sam,\n\nUnfortunately we have decided to go with another candidate for the Porter role.\n\nKim"


@pytest.fixture
def newer(house: House) -> House:
    """Sam's house with a tagger that is certain of everything."""
    house.tagger = Tagger(None, "rules", unsure_below=0.0)
    return house


def test_only_doubtful_uncorrected_mail_is_judged_again(newer: House) -> None:
    doubtful = put(newer, DECLINED, Tag.ACKNOWLEDGEMENT, unsure=True)
    certain = put(newer, DECLINED, Tag.ACKNOWLEDGEMENT, unsure=False)
    corrected = put(newer, DECLINED, Tag.ACKNOWLEDGEMENT, unsure=True)
    correct_tag(newer, corrected, Tag.OFFER)
    kept = [reading_of(newer, number) for number in (certain, corrected)]

    assert rejudge(newer) == 1
    assert reading_of(newer, doubtful).verdict.tag is Tag.REJECTION
    assert reading_of(newer, doubtful).verdict.model == "rules"
    assert [reading_of(newer, number) for number in (certain, corrected)] == kept


def test_what_changed_moves_its_application(newer: House) -> None:
    put(newer, DECLINED, Tag.ACKNOWLEDGEMENT, unsure=True)
    rejudge(newer)

    with newer.database.reading() as transaction:
        (application,) = transaction.applications.all()
        events = transaction.applications.events([application.id])
    assert [event.kind for event in events] == [EventKind.REJECTED]


def test_a_tag_that_is_no_longer_in_doubt_counts_as_changed(newer: House) -> None:
    number = put(newer, DECLINED, Tag.REJECTION, unsure=True)

    assert rejudge(newer) == 1
    assert not reading_of(newer, number).verdict.unsure
    assert rejudge(newer) == 0


def test_mail_whose_text_was_dropped_is_left_alone(newer: House) -> None:
    number = put(newer, "Beans on Friday?", Tag.OTHER, unsure=False, when="2026-01-01")
    with newer.database.transaction() as transaction:
        assert transaction.mail.drop_old_text(newer.clock.now() - timedelta(days=30)) == 1
        stored = transaction.mail.get(number)
        assert stored is not None
        doubtful = replace(stored.reading, verdict=replace(stored.reading.verdict, unsure=True))
        transaction.mail.judge(number, doubtful, at=newer.clock.now())

    assert rejudge(newer) == 0
    assert reading_of(newer, number).verdict.model == "earlier"
