"""The digest reads well on a bad day (``domain.md`` §6.4): what it never says, and how it ends."""

import re
from dataclasses import replace
from datetime import date

import pytest

from respond.digest import digest_of
from respond.digestfacts import AtRest, DigestFacts, Done, ToThank, ToWithdraw
from respond.digestmail import digest_html, digest_text
from store.vocabulary import NextAction, Tag
from tests.respond.builders import EMPTY_WEEK, FULL_WEEK

WELL = replace(FULL_WEEK, service=EMPTY_WEEK.service)
DONE_ALONE = replace(WELL, owed=(), drafts=(), interviews=(), people=())
PAUSED = replace(EMPTY_WEEK, rest=AtRest(False, date(2026, 12, 20)))
HIRED = replace(
    EMPTY_WEEK,
    rest=AtRest(
        True, None, (ToThank("Priya Raman", "Bluefin Logistics", "Tell her."),), (ToWithdraw("Harbour & Pine", "Cook"),)
    ),
)
WEEKS = {
    "full": FULL_WEEK,
    "empty": EMPTY_WEEK,
    "long": replace(FULL_WEEK, weeks_searching=14),
    "long and empty": replace(EMPTY_WEEK, weeks_searching=14, people=FULL_WEEK.people),
    "weeks of no": replace(WELL, owed=(), weeks_of_no=4, came=((Tag.REJECTION, 3),), done=Done(applications=2)),
    "muted": replace(FULL_WEEK, muted_counts=True),
    "a no alone": replace(EMPTY_WEEK, rejections=FULL_WEEK.rejections[:1], came=((Tag.REJECTION, 1),)),
    "one application": replace(EMPTY_WEEK, done=Done(applications=1)),
    "first": replace(EMPTY_WEEK, began=date(2026, 11, 17)),
    "paused": PAUSED,
    "hired": HIRED,
}
BAD = re.compile(
    r"\b0\b|!|\bno (interviews|replies|applications|answers)\b|streak|other (users|people)|everybody else|average|"
    r"\bonly\b|\bgoal\b|\btarget\b|\bscore\b|failed|should have|None|\bmust\b|urgently|rejected|"
    r"\b(more|less|fewer|better|worse) than (last|the week|before|others)",
    re.IGNORECASE,
)
RED = re.compile(r"#(?:[a-f9]\w)[0-3]\w[0-3]\w\b|\bred\b", re.IGNORECASE)


def every_week(test: object) -> object:
    return pytest.mark.parametrize("facts", WEEKS.values(), ids=WEEKS)(test)


def without_links(facts: DigestFacts) -> str:
    text = digest_text(digest_of(facts))
    # The footer promises that links only show: that "only" is about the links.
    return re.sub(r"http\S+", "", text)


@every_week
def test_it_never_counts_nothing_shouts_compares_or_keeps_score(facts: DigestFacts) -> None:
    assert BAD.search(without_links(facts)) is None


@every_week
def test_no_colour_of_it_is_red(facts: DigestFacts) -> None:
    html = digest_html(digest_of(facts), picture_at="cid:x")

    assert RED.findall(" ".join(re.findall(r"#[0-9a-fA-F]{6}\b", html))) == []


@every_week
def test_there_is_exactly_one_small_step(facts: DigestFacts) -> None:
    assert digest_text(digest_of(facts)).count("ONE SMALL STEP") == 1
    assert digest_of(facts).step.endswith(".")


def test_an_empty_week_suggests_a_break_and_one_contact() -> None:
    digest = digest_of(replace(EMPTY_WEEK, people=FULL_WEEK.people))

    assert "break" in digest.step
    assert "Priya Raman" in digest.step
    assert digest.opening.startswith("A quiet week.")


def test_after_a_good_week_one_small_thing_keeps_it_going() -> None:
    digest = digest_of(replace(DONE_ALONE, people=FULL_WEEK.people))

    assert digest.step == (
        "It was a good week, and one small thing keeps it going. Write two lines to Priya Raman (Bluefin Logistics)."
    )


def test_what_is_owed_is_the_step_and_the_rest_can_wait() -> None:
    assert digest_of(WELL).step == (
        "Answer Dana Whitfield’s invitation, for Northwind Textiles. The rest can wait until that is done."
    )
    nameless = replace(WELL, owed=(replace(WELL.owed[0], next_action=NextAction.FOLLOW_UP, company="", role=""),))
    assert digest_of(nameless).step == "Follow up."


def test_after_ten_weeks_it_is_softer_and_offers_what_the_person_chose() -> None:
    support = ("Sam, Thursday evenings",)
    before = digest_of(replace(WELL, weeks_searching=9, support=support))
    after = digest_of(replace(WELL, weeks_searching=10, support=support))

    assert before.support == ()
    assert after.support == support
    assert "tiring for anyone" in after.opening


def test_after_weeks_of_no_it_is_softer_too_and_calls_no_week_good() -> None:
    support = ("Sam, Thursday evenings",)
    two = digest_of(replace(DONE_ALONE, weeks_of_no=2, support=support))
    three = digest_of(replace(DONE_ALONE, weeks_of_no=3, support=support))

    assert (two.support, three.support) == ((), support)
    assert "wears on anyone" in three.opening
    assert "good week" not in three.step


def test_the_first_week_says_when_it_began_and_asks_for_nothing() -> None:
    digest = digest_of(WEEKS["first"])

    assert digest.opening.startswith("heardback began on Tuesday 17 November, so this is its first week with you")
    assert digest.step.startswith("Let it run for a few days.")


def test_a_mailbox_that_cannot_be_read_is_not_called_a_quiet_week() -> None:
    facts = replace(EMPTY_WEEK, service=FULL_WEEK.service)

    assert "as far as heardback could read it" in digest_of(facts).opening
    first = digest_of(replace(facts, began=date(2026, 11, 17)))
    assert "Nothing is waiting" not in first.opening


def test_a_paused_week_asks_for_nothing_and_says_when_it_resumes() -> None:
    digest = digest_of(PAUSED)

    assert digest.opening == "Your search is paused, and nothing is waiting for you here. Rest well."
    assert digest.sections[0].lead == "No follow-ups are asked of you meanwhile. It resumes on Sunday 20 December."
    assert "applying" in digest.step
    asked = digest_of(replace(PAUSED, owed=WELL.owed[1:]))
    assert "What others wait for stands below." in asked.sections[0].lead


def test_the_week_after_a_hire_names_whom_to_thank() -> None:
    digest = digest_of(HIRED)

    assert "Congratulations" in digest.opening
    assert digest.sections[0].lines[0].text == "Thank Priya Raman (Bluefin Logistics)"
    assert digest.step == "Write two lines of thanks to Priya Raman (Bluefin Logistics)."
