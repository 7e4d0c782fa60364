"""Lines a mail program broke are read as one."""

from classify.employer import company_and_agency
from classify.wrapping import unwrapped
from store.vocabulary import Direction
from tests.classify.arrivals import arrived

WRAPPED = """Dear Adaeze Nwosu,

I would like to apply for the role of Programme Coordinator at Northbridge
Reading Trust. I volunteered with a reading scheme and liked it.

Best wishes,
Robin"""


def test_a_line_that_was_full_is_joined_to_the_next() -> None:
    assert "at Northbridge Reading Trust. I volunteered" in unwrapped(WRAPPED)
    assert unwrapped(WRAPPED).endswith("Best wishes,\nRobin")


def test_lists_and_text_without_a_margin_stay_as_they_are() -> None:
    listed = (
        "We can offer the following times for the interview, which takes place in Hall\n- Monday at nine\n- Tuesday"
    )
    long = "x" * 130 + "\nshort"

    assert unwrapped(listed) == listed
    assert unwrapped(long) == long


def test_an_employer_broken_by_the_margin_is_read_whole() -> None:
    mail = arrived(unwrapped(WRAPPED), to="adaeze@northbridgereading.example", to_name="Adaeze Nwosu")

    assert company_and_agency(mail, mail.text, direction=Direction.SENT) == ("Northbridge Reading Trust", "")
