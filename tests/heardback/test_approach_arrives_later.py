"""An approach that comes to be known after the answer to it: what is placed does not turn on the order of arrival."""

import pytest

from store.vocabulary import Tag
from tests.heardback.letters import Letter
from tests.heardback.test_any_history import Histories

APPLIED = Letter(1, day=50, minute=0, own="applies", person="lou@alderbrook.example", role="Ward Clerk")
ASKED = Letter(2, day=119, minute=0, own="chases", person="jo.tilley@gmail.com")


@pytest.fixture
def histories() -> Histories:
    return Histories()


@pytest.mark.parametrize("writer", ["jo.tilley@gmail.com", "pat@causeway.example"])
def test_an_approach_that_names_nobody_is_no_sign_of_an_application_elsewhere(
    histories: Histories, writer: str
) -> None:
    approach = Letter(3, day=14, minute=0, tag=Tag.OUTREACH, person=writer, role="Ward Clerk", answers=2)
    for letter in (APPLIED, ASKED, approach):
        histories.take([letter])
        histories.it_is_what_all_mails_at_once_say()
    with histories.database.reading() as transaction:
        placed = [stored.application_id for stored in transaction.mail.between(ASKED.at, ASKED.at.replace(year=2028))]
    assert placed == [None]
    histories.teardown()
