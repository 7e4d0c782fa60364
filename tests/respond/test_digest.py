"""The digest reads well on a bad day (``domain.md`` §6.4)."""

import re
from dataclasses import replace

import pytest

from respond.digest import Digest, digest_of
from respond.digestfacts import Declined, DigestFacts, Done, ServiceReport, WentSilent
from respond.digestmail import digest_text
from store.vocabulary import RejectionReason, Tag
from tests.respond.builders import EMPTY_WEEK, FULL_WEEK

WEEKS = [
    FULL_WEEK,
    EMPTY_WEEK,
    replace(FULL_WEEK, weeks_searching=14),
    replace(EMPTY_WEEK, weeks_searching=14, people=FULL_WEEK.people),
    replace(FULL_WEEK, muted_counts=True),
    replace(EMPTY_WEEK, rejections=FULL_WEEK.rejections[:1], came=((Tag.REJECTION, 1),)),
    replace(EMPTY_WEEK, done=Done(applications=1)),
]

BAD = re.compile(
    r"\b0\b|!|\bno (interviews|replies|applications)\b|streak|other users|average|\bonly\b|failed|should have|None",
    re.IGNORECASE,
)


def headings(digest: Digest) -> list[str]:
    return [section.heading for section in digest.sections]


def section(facts: DigestFacts, heading: str) -> str:
    found = next(one for one in digest_of(facts).sections if one.heading == heading)
    return f"{found.lead} {found.note}".strip()


def test_what_is_owed_comes_first_then_ones_own_doing_then_what_came() -> None:
    assert headings(digest_of(FULL_WEEK)) == [
        "Waiting for you",
        "Conversations ahead",
        "Drafts to read",
        "What you did",
        "What came",
        "Closed",
        "Gone quiet",
        "People to keep",
    ]


def test_what_is_most_urgent_stands_on_top() -> None:
    assert digest_of(FULL_WEEK).sections[0].lines[0].text == "Answer the invitation: Northwind Textiles, Data Analyst"


@pytest.mark.parametrize("facts", WEEKS)
def test_it_never_counts_nothing_shouts_compares_or_keeps_score(facts: DigestFacts) -> None:
    text = digest_text(digest_of(facts)).replace(facts.page or "-", "")

    assert BAD.search(text) is None


@pytest.mark.parametrize("facts", WEEKS)
def test_there_is_exactly_one_small_step(facts: DigestFacts) -> None:
    assert digest_text(digest_of(facts)).count("ONE SMALL STEP") == 1
    assert digest_of(facts).step.endswith(".")


def test_rejections_are_one_calm_line_and_what_was_not_about_the_person_is_named() -> None:
    assert section(FULL_WEEK, "Closed") == (
        "Three applications ended with a no (Bluefin Logistics, Tallow Street Bakery and Kestrel Optics). "
        "Two were about the role and not about you: hiring was put on hold and someone from inside got it."
    )


def test_one_rejection_that_was_about_the_role_says_so() -> None:
    facts = replace(EMPTY_WEEK, rejections=(Declined("Kestrel Optics", "Analyst", RejectionReason.ROLE_CANCELLED),))

    assert section(facts, "Closed") == (
        "One application ended with a no (Kestrel Optics). "
        "It was about the role and not about you: the position was withdrawn."
    )


def test_silence_comes_with_its_base_rate_and_no_chance_is_made_up() -> None:
    facts = replace(EMPTY_WEEK, went_silent=(WentSilent("Quillon Press", "Editor", FULL_WEEK.start),))

    (quiet,) = digest_of(facts).sections
    assert quiet.lines[0].detail == "Quiet since Monday 16 November."
    assert "about a third in North America" in quiet.note


def test_an_empty_week_suggests_a_break_and_one_contact() -> None:
    digest = digest_of(replace(EMPTY_WEEK, people=FULL_WEEK.people))

    assert "break" in digest.step
    assert "Priya Raman" in digest.step
    assert digest.opening.startswith("A quiet week.")


def test_after_ten_weeks_it_is_softer_and_offers_what_the_person_chose() -> None:
    support = ("Sam, Thursday evenings",)
    before = digest_of(replace(FULL_WEEK, weeks_searching=9, support=support))
    after = digest_of(replace(FULL_WEEK, weeks_searching=10, support=support))

    assert before.support == ()
    assert after.support == support
    assert after.opening != before.opening


def test_muted_counts_leave_numbers_out() -> None:
    facts = replace(FULL_WEEK, muted_counts=True)

    assert section(facts, "What you did").startswith("Applications, follow-ups, one thank-you note")
    assert section(facts, "Closed").startswith("Applications ended with a no")


def test_a_failing_mailbox_is_said_before_everything_else() -> None:
    digest = digest_of(FULL_WEEK)

    assert digest.subject.endswith("a mailbox needs you")
    assert "old" in digest.alarms[0]
    assert digest_text(digest).index("PLEASE LOOK") < digest_text(digest).index("WAITING FOR YOU")


def test_a_mailbox_that_cannot_be_read_is_not_called_a_quiet_week() -> None:
    facts = replace(EMPTY_WEEK, service=FULL_WEEK.service)

    assert "as far as heardback could read it" in digest_of(facts).opening


def test_a_service_that_did_not_run_says_so() -> None:
    assert "did not run" in digest_of(replace(EMPTY_WEEK, service=ServiceReport(0))).alarms[0]


def test_it_reports_that_it_ran_and_what_it_could_not_read() -> None:
    service = " ".join(digest_of(FULL_WEEK).service)

    assert "looked for mail 664 times" in service
    assert "could not be read: two mails" in service
