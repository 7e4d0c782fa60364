"""Whatever the order in which mails arrive, and in whatever batches: each gets the same verdict."""

import shutil
import tempfile
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heardback.intake import Arrival
from heardback.settings import PersonSettings, Settings
from heardback.wiring import House
from store.clock import SetClock
from store.vocabulary import Tag
from tests.emptystore import empty_store
from tests.heardback.conftest import NOW
from tests.heardback.leaning import lean, letter, verdicts

SAM = "Sam Reed <sam@home.example>"
TEAM, KIM = "Alder Talent Team <no-reply@alder.example>", "Kim Moss <kim.moss@alder.example>"
PAT, LOU = "Pat Finch <pat@causeway.example>", "Lou Hart <lou@birch.example>"


def _from(name: str, day: str, sender: str, words: str, *, role: str = "Ward Clerk", answers: str = "") -> Arrival:
    who, _, home = sender.partition(" <")
    employer = home.partition("@")[2].partition(".")[0].title()
    text = f"Dear Sam,\n\n{words} for the {role} role at {employer}.\n\nKind regards,\n{who}\n{employer}"
    return letter(name, day, text, sender=sender, subject=f"{role} at {employer}", answers=answers)


CALL, DOUBTFUL_END = "Would you have time for a call", "Sadly we have chosen somebody with more experience"
HISTORY = (
    _from("before", "2026-01-02", KIM, CALL),
    letter(
        "applied", "2026-01-05", "Dear Alder team,\n\nI would like to apply for the position of Ward Clerk. My CV is "
        "attached.\n\nSam Reed", sender=SAM, subject="Application for Ward Clerk at Alder",
    ),
    _from("receipt", "2026-01-06", TEAM, "We have received your application"),
    _from("call", "2026-01-12", KIM, CALL),
    letter("yes", "2026-01-12", "Yes, Tuesday at ten suits me well.\n\nSam", sender=SAM, subject="Re", answers="call"),
    _from("answer", "2026-01-13", KIM, CALL, answers="yes"),
    _from("doubtful-end", "2026-01-20", KIM, DOUBTFUL_END),
    _from("after", "2026-02-02", KIM, CALL),
    _from("elsewhere", "2026-01-14", LOU, CALL),
    _from("no-more-than-doubtful", "2026-01-15", LOU, DOUBTFUL_END),
)  # fmt: skip


@given(st.permutations(HISTORY), st.lists(st.integers(1, 4), min_size=len(HISTORY), max_size=len(HISTORY)))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_gives_the_same_verdicts(order: list[Arrival], sizes: list[int]) -> None:
    assert _verdicts_in(order, sizes) == _in_order_of_time()


@pytest.mark.parametrize("order", tuple(permutations(HISTORY[2:4] + HISTORY[6:8])))
def test_one_by_one_in_any_order_an_end_ends_it(order: tuple[Arrival, ...]) -> None:
    found = _verdicts_in(list(order), [1] * len(order))

    assert {name: tag for name, (tag, _, _) in found.items()} == {
        "<receipt@letters.example>": Tag.ACKNOWLEDGEMENT,
        "<call@letters.example>": Tag.INVITATION,
        "<doubtful-end@letters.example>": Tag.REJECTION,
        "<after@letters.example>": Tag.OUTREACH,
    }
    assert not found["<doubtful-end@letters.example>"][1]


def test_the_history_has_mail_that_turns_on_it_and_mail_that_does_not() -> None:
    told = {name.strip("<>").partition("@")[0]: (tag, unsure) for name, (tag, unsure, _) in _in_order_of_time().items()}

    assert told["before"] == told["elsewhere"] == told["after"] == (Tag.OUTREACH, True)
    assert told["call"] == (Tag.INVITATION, False)
    assert (told["doubtful-end"], told["no-more-than-doubtful"]) == ((Tag.REJECTION, False), (Tag.REJECTION, True))


@cache
def _in_order_of_time() -> dict[str, tuple[Tag, bool, tuple[float, ...]]]:
    return _verdicts_in(list(HISTORY), [1] * len(HISTORY))


def _verdicts_in(order: list[Arrival], sizes: list[int]) -> dict[str, tuple[Tag, bool, tuple[float, ...]]]:
    """The verdicts after the mails arrived in this order, in batches of these sizes."""
    with tempfile.TemporaryDirectory(prefix="heardback-arrivals-") as folder:
        shutil.copy(empty_store(), folder)
        house = House(Settings(person=PersonSettings(address="sam@home.example")), Path(folder), SetClock(NOW))
        lean(house)
        left = list(order)
        for size in sizes:
            house.intake.take(left[:size], "home")
            left = left[size:]
        found = verdicts(house, HISTORY)
        house.close()
    return found
