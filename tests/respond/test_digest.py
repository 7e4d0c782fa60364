"""The digest says first what is owed, then what the person did, then what came (``domain.md`` §6.4)."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from classify.state import Chance
from respond.digest import Digest, digest_of
from respond.digestfacts import (
    AccountHealth,
    Declined,
    DigestFacts,
    Done,
    Owed,
    ServiceReport,
    WaitingDraft,
    WentSilent,
)
from respond.digestmail import digest_text
from store.vocabulary import NextAction, RejectionReason, Tag
from tests.respond.builders import BERLIN, EMPTY_WEEK, FULL_WEEK


def headings(digest: Digest) -> list[str]:
    return [section.heading for section in digest.sections]


def section(facts: DigestFacts, heading: str) -> str:
    found = next(one for one in digest_of(facts).sections if one.heading == heading)
    return f"{found.lead} {found.note}".strip()


def test_what_is_owed_comes_first_then_ones_own_doing_then_what_came() -> None:
    assert headings(digest_of(FULL_WEEK)) == [
        "Waiting for you",
        "Drafts to read",
        "Conversations ahead",
        "What you did",
        "What came",
        "Closed",
        "Gone quiet",
        "People to keep",
    ]


def test_what_is_most_urgent_stands_on_top_with_the_human_it_is_owed_to() -> None:
    first, second = digest_of(FULL_WEEK).sections[0].lines

    assert first.text == "Answer Dana Whitfield’s invitation: Northwind Textiles, Data Analyst"
    assert second.text == "Follow up: Harbour & Pine, Operations Lead"


def test_a_draft_for_what_is_owed_is_told_beside_it_and_not_again() -> None:
    owed, drafts, *_ = digest_of(FULL_WEEK).sections

    assert owed.lines[0].detail.endswith("A draft is ready to read.")
    assert [line.text for line in drafts.lines] == ["To Priya Raman"]
    assert digest_text(digest_of(FULL_WEEK)).count("Nothing is sent before you have said so.") == 1


def test_a_draft_that_could_not_be_sent_stands_first_among_drafts() -> None:
    stuck = WaitingDraft("Kim Alder", "Calder Trust", "Re: Archivist", problem="It could not be sent.")

    (section,) = digest_of(replace(EMPTY_WEEK, drafts=(*FULL_WEEK.drafts, stuck))).sections
    assert [line.text for line in section.lines] == ["To Kim Alder", "To Dana Whitfield", "To Priya Raman"]
    assert section.lines[0].detail == "Re: Archivist. It could not be sent."
    assert section.lines[2].detail == "Re: Your application. Something in it is left for you to fill in."


def test_a_long_list_is_cut_where_a_bad_day_ends() -> None:
    owed = tuple(Owed(f"House {number}", "Cook", NextAction.FOLLOW_UP) for number in range(9))

    lines = digest_of(replace(EMPTY_WEEK, owed=owed)).sections[0].lines
    assert len(lines) == 6
    assert lines[-1].text == "And four more, whenever it suits you."
    assert (
        digest_of(replace(EMPTY_WEEK, owed=owed, muted_counts=True)).sections[0].lines[-1].text
        == "And others, whenever it suits you."
    )


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


def test_a_note_on_a_rejection_is_offered_once_by_link_or_by_command() -> None:
    rejections = tuple(replace(one, application=number) for number, one in enumerate(FULL_WEEK.rejections, 20))
    linked = digest_of(replace(FULL_WEEK, rejections=rejections))
    told = digest_of(replace(FULL_WEEK, rejections=rejections, page=""))

    assert next(one for one in linked.sections if one.heading == "Closed").more == (
        "Keep a line for the next time, if you like",
        "lessons/20",
    )
    assert digest_text(told).count("heardback lessons add 20") == 1
    assert "lessons add" not in digest_text(linked)


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (Chance(0.62, 0.4, 0.8, ""), "An answer is still more likely than not: about 62\xa0%, between 40 and 80\xa0%."),
        (Chance(0.32, 0.12, 0.58, ""), "An answer is still quite possible: about 32\xa0%, between 12 and 58\xa0%."),
        (
            Chance(0.32, 0.01, 0.8, ""),
            "An answer is still quite possible: about 32\xa0%, though little is known of such waits yet "
            "(1 to 80\xa0%).",
        ),
        (Chance(0.0, 0.0, 0.0, "after half a year, a new beginning"), "After half a year, a new beginning."),
        (None, ""),
    ],
)
def test_silence_says_how_likely_an_answer_still_is_and_makes_none_up(chance: Chance | None, words: str) -> None:
    facts = replace(EMPTY_WEEK, went_silent=(WentSilent("Quillon Press", "Editor", FULL_WEEK.start, chance),))

    (quiet,) = digest_of(facts).sections
    assert quiet.lines[0].detail == f"Quiet since Monday 16 November. {words}".strip()
    assert "about a third in North America" in quiet.note


def test_muted_counts_leave_numbers_out() -> None:
    facts = replace(FULL_WEEK, muted_counts=True)

    assert section(facts, "What you did").startswith("Applications, follow-ups, one thank-you note")
    assert section(facts, "Closed").startswith("Applications ended with a no")
    quiet = next(one for one in digest_of(facts).sections if one.heading == "Gone quiet")
    assert quiet.lines[0].detail == "Quiet since Tuesday 3 November. An answer is still quite possible."
    assert "%" not in digest_text(digest_of(facts))
    assert digest_of(facts).picture is None


def test_a_failing_mailbox_is_said_before_everything_else() -> None:
    digest = digest_of(FULL_WEEK)

    assert digest.subject.endswith("a mailbox needs you")
    assert "old" in digest.alarms[0]
    assert digest.preview == digest.alarms[0]
    assert digest_text(digest).index("PLEASE LOOK") < digest_text(digest).index("WAITING FOR YOU")


def test_a_mailbox_that_was_not_reached_for_days_is_told_about() -> None:
    tired = ServiceReport(600, (AccountHealth("main", datetime(2026, 11, 18, 9, 0, tzinfo=BERLIN)),))

    (alarm,) = digest_of(replace(EMPTY_WEEK, service=tired)).alarms
    assert "not reached lately" in alarm
    assert "Wednesday 18 November at 09:00" in alarm


def test_a_service_that_did_not_run_says_so() -> None:
    assert "did not run" in digest_of(replace(EMPTY_WEEK, service=ServiceReport(0))).alarms[0]


def test_it_reports_that_it_ran_since_when_and_what_it_could_not_read() -> None:
    service = " ".join(digest_of(FULL_WEEK).service)

    assert "looked for mail 664 times since Monday 16 November." in service
    assert "Mailbox “main” was last read on Sunday 22 November at 17:45." in service
    assert "could not be read: two mails" in service


def test_the_preview_names_what_is_first() -> None:
    well = replace(FULL_WEEK, service=EMPTY_WEEK.service)

    assert digest_of(well).preview == "First: Answer Dana Whitfield’s invitation, Northwind Textiles, Data Analyst."
    assert digest_of(EMPTY_WEEK).preview == digest_of(EMPTY_WEEK).opening


def test_what_came_leaves_out_ordinary_mail() -> None:
    facts = replace(EMPTY_WEEK, came=((Tag.OTHER, 40), (Tag.OUTREACH, 2)), done=Done())

    assert section(facts, "What came") == "Two recruiters who wrote first."


def test_a_week_over_the_turn_of_the_year_is_named_by_both_months() -> None:
    facts = replace(EMPTY_WEEK, start=date(2026, 12, 28), end=date(2027, 1, 3))

    assert digest_of(facts).week == "28 December to 3 January 2027"
