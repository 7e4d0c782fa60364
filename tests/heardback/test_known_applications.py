"""An application that was open when a mail came helps to tell an invitation from an approach, whichever came first."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heardback import byhand
from heardback.correcting import correct_tag
from heardback.intake import Arrival
from heardback.rejudging import rejudge
from heardback.wiring import House
from store.vocabulary import EventKind, Tag
from tests.heardback.leaning import LeaningTagger, lean, letter, stored, take

TEAM, KIM = "Alder Talent Team <no-reply@alder.example>", "Kim Moss <kim.moss@alder.example>"
SIGNED = "Kind regards,\nKim Moss\nAlder"
APPLIED = letter(
    "applied", "2026-01-05", "Dear Alder team,\n\nI would like to apply for the position of Ward Clerk. My CV is "
    "attached.\n\nSam Reed", sender="Sam Reed <sam@home.example>", subject="Application for Ward Clerk at Alder",
)  # fmt: skip
RECEIPT = letter(
    "receipt", "2026-01-06", "Dear Sam,\n\nWe have received your application for the Ward Clerk position at Alder.\n\n"
    "Alder Talent Team", sender=TEAM, subject="Your application at Alder: Ward Clerk",
)  # fmt: skip
CALL = letter(
    "call", "2026-01-12", f"Dear Sam,\n\nWould you have time for a call about the Ward Clerk role at Alder?\n\n"
    f"{SIGNED}",
    sender=KIM, subject="Ward Clerk at Alder",
)  # fmt: skip
DECLINED = letter(
    "declined", "2026-01-09", "Dear Sam,\n\nUnfortunately you were not selected for the Ward Clerk role at Alder.\n\n"
    f"{SIGNED}", sender=KIM, subject="Your application at Alder: Ward Clerk",
)  # fmt: skip


@pytest.fixture
def tagger(house: House) -> LeaningTagger:
    return lean(house)


def test_without_an_application_it_is_an_approach(house: House, tagger: LeaningTagger) -> None:
    take(house, CALL)

    assert stored(house, "call").reading.verdict.tag is Tag.OUTREACH


@pytest.mark.parametrize("evidence", [RECEIPT, APPLIED])
def test_an_application_that_was_open_makes_it_an_invitation(
    house: House, tagger: LeaningTagger, evidence: Arrival
) -> None:
    take(house, evidence, CALL)
    call = stored(house, "call")

    assert (call.reading.verdict.tag, call.reading.verdict.unsure) == (Tag.INVITATION, False)
    assert call.reading.verdict.knows_application


@pytest.mark.parametrize("evidence", [RECEIPT, APPLIED])
def test_an_application_that_comes_to_be_known_later_counts_the_same(
    house: House, tagger: LeaningTagger, evidence: Arrival
) -> None:
    take(house, CALL, evidence)
    call = stored(house, "call")
    with house.database.reading() as transaction:
        (application,) = transaction.applications.all()
        events = transaction.applications.events([application.id])

    assert call.reading.verdict.tag is Tag.INVITATION
    assert call.application_id == application.id
    assert [event.kind for event in events][-1] is EventKind.INVITED


def test_in_one_batch_it_counts_too(house: House, tagger: LeaningTagger) -> None:
    house.intake.take([CALL, RECEIPT], "home")

    assert stored(house, "call").reading.verdict.tag is Tag.INVITATION


def test_an_application_entered_by_hand_counts(house: House, tagger: LeaningTagger) -> None:
    with house.database.transaction() as transaction:
        applied = datetime(2026, 1, 4, tzinfo=UTC)
        byhand.add(transaction, "Alder", "Ward Clerk", agency="", applied=applied, now=house.clock.now())
    take(house, CALL)

    assert stored(house, "call").reading.verdict.tag is Tag.INVITATION


def test_an_application_made_after_the_mail_does_not_count(house: House, tagger: LeaningTagger) -> None:
    with house.database.transaction() as transaction:
        applied = datetime(2026, 1, 20, tzinfo=UTC)
        byhand.add(transaction, "Alder", "Ward Clerk", agency="", applied=applied, now=house.clock.now())
    take(house, CALL)

    assert stored(house, "call").reading.verdict.tag is Tag.OUTREACH


def test_a_refusal_that_comes_to_be_known_later_takes_it_back(house: House, tagger: LeaningTagger) -> None:
    take(house, RECEIPT, CALL)
    assert stored(house, "call").reading.verdict.tag is Tag.INVITATION
    take(house, DECLINED)

    assert stored(house, "call").reading.verdict.tag is Tag.OUTREACH


def test_an_application_long_quiet_is_not_open(house: House, tagger: LeaningTagger) -> None:
    text = f"Dear Sam,\n\nWould you have time for a call about the Ward Clerk role at Alder?\n\n{SIGNED}"
    late = letter("late", "2026-09-01", text, sender=KIM, subject="Ward Clerk at Alder")
    take(house, RECEIPT, late)

    assert stored(house, "late").reading.verdict.tag is Tag.OUTREACH


def test_another_employer_learns_nothing_from_it(house: House, tagger: LeaningTagger) -> None:
    text = "Dear Sam,\n\nWould you have time for a call about the Ward Clerk role at Birch?\n\nLou Hart\nBirch"
    other = letter("other", "2026-01-12", text, sender="Lou Hart <lou@birch.example>", subject="Ward Clerk at Birch")
    take(house, RECEIPT, other)

    assert stored(house, "other").reading.verdict.tag is Tag.OUTREACH


def test_a_requisition_is_enough(house: House, tagger: LeaningTagger) -> None:
    receipt = letter(
        "numbered", "2026-01-06", "Dear Sam,\n\nWe have received your application for the Ward Clerk position at Alder "
        "(Job ID: R-20417).\n\nAlder Talent Team", sender=TEAM, subject="Your application at Alder: Ward Clerk",
    )  # fmt: skip
    text = (
        "Dear Sam,\n\nWould you have time for a call about the Ward Clerk role (Job ID: R-20417) at Alderbrook?\n\n"
        "Lou Hart\nAlderbrook"
    )
    sender, subject = "Lou Hart <lou@alderbrook.example>", "Ward Clerk at Alderbrook"
    take(house, letter("call", "2026-01-12", text, sender=sender, subject=subject), receipt)

    assert stored(house, "call").reading.verdict.tag is Tag.INVITATION


@pytest.mark.parametrize(("role", "tag"), [("Ward Clerk", Tag.INVITATION), ("Night Porter", Tag.OUTREACH)])
def test_an_agency_means_an_application_only_about_the_same_job(
    house: House, tagger: LeaningTagger, role: str, tag: Tag
) -> None:
    pat = "Pat Finch, Causeway Staffing <pat@causeway-staffing.example>"
    text = "Dear Sam,\n\n{} the {} role with our client.\n\nKind regards,\nPat Finch\nCauseway Staffing"
    receipt = text.format("We have received your application for", "Ward Clerk")
    call = text.format("Would you have time for a call about", role)
    take(
        house,
        letter("receipt", "2026-01-06", receipt, sender=pat, subject="Ward Clerk role"),
        letter("call", "2026-01-12", call, sender=pat, subject=f"{role} role"),
    )

    assert stored(house, "call").reading.verdict.tag is tag


def test_what_the_person_corrected_stays(house: House, tagger: LeaningTagger) -> None:
    take(house, CALL)
    correct_tag(house, stored(house, "call").id, Tag.OUTREACH)
    take(house, RECEIPT, APPLIED)
    call = stored(house, "call")

    assert call.corrected
    assert (call.reading.verdict.tag, call.reading.verdict.reasons) == (Tag.OUTREACH, ("You said so.",))


def test_a_new_model_is_told_the_same(house: House, tagger: LeaningTagger) -> None:
    take(house, RECEIPT, CALL)
    call = stored(house, "call")
    doubtful = replace(call.reading.verdict, unsure=True, model="earlier", tag=Tag.OUTREACH, knows_application=False)
    with house.database.transaction() as transaction:
        transaction.mail.judge(call.id, replace(call.reading, verdict=doubtful), at=house.clock.now())

    assert rejudge(house) == 1
    assert stored(house, "call").reading == call.reading


def test_only_mail_that_may_turn_on_it_is_read_again(house: House, tagger: LeaningTagger) -> None:
    text = f"Dear Sam,\n\nWe invite you to an interview for the Ward Clerk role at Alder.\n\n{SIGNED}"
    sure = letter("sure", "2026-01-13", text, sender=KIM, subject="Ward Clerk at Alder")
    take(house, sure, CALL, RECEIPT)

    assert tagger.asked == [f"<{name}@letters.example>" for name in ("sure", "call", "receipt", "call")]


def test_what_comes_later_is_no_reason_to_read_again(house: House, tagger: LeaningTagger) -> None:
    take(house, RECEIPT, CALL)
    before = len(tagger.asked)
    text = f"Dear Sam,\n\nWe invite you to an interview for the Ward Clerk role at Alder.\n\n{SIGNED}"
    take(house, letter("sure", "2026-01-13", text, sender=KIM, subject="Ward Clerk at Alder"))

    assert len(tagger.asked) == before + 1
