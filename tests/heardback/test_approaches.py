"""A recruiter's own fresh mail gets a draft by itself; it begins no application before the person answers it."""

from datetime import UTC, datetime, timedelta

import pytest

from heardback.asking import reply_to_mail
from heardback.wiring import House
from respond.choices import choices_for_mail
from store.clock import SetClock
from store.errors import UserError
from store.noted import Draft
from store.records import StoredMessage
from store.vocabulary import DraftKind, DraftState, Tag
from tests.classify.mails import received, sent
from tests.heardback.caldermail import deliver, rows, signed
from tests.heardback.searches import drafts, hired, pause

PRIYA = "priya.raman@lark-search.example"
WORDS = "We look for a Porter at a client's. Could we have a call this week? Please send me your CV."


def approach(
    number: int, when: str, sender: str = PRIYA, name: str = "Priya Raman", **reading: object
) -> StoredMessage:
    stored = received(
        number, when, Tag.OUTREACH, "", "Porter", sender=sender, text=WORDS, automatic=False, agency="Lark Search",
        **reading,
    )  # fmt: skip
    return signed(stored, name)


@pytest.fixture
def watching(house: House) -> House:
    house.intake.begin_watch()
    return house


def answers(house: House) -> list[Draft]:
    return [each for each in drafts(house) if each.kind in (DraftKind.OUTREACH_INTERESTED, DraftKind.OUTREACH_LATER)]


def test_it_is_answered_with_questions_and_opens_nothing(watching: House) -> None:
    deliver(watching, approach(1, "2026-03-01"))
    watching.rounds.draft()
    watching.rounds.draft()

    (draft,) = answers(watching)
    assert (draft.kind, draft.to.address, draft.application_id) == (DraftKind.OUTREACH_INTERESTED, PRIYA, None)
    assert draft.in_reply_to == "<1@mail.example>"
    assert "CV" in draft.body
    assert rows(watching) == []
    assert watching.outbox_fits(draft)


@pytest.mark.parametrize(
    "mail",
    [
        approach(1, "2026-03-01", sender="messages-noreply@linkedin.com", name="LinkedIn"),
        approach(1, "2026-03-01", sender="jobs@indeed.com", name="Indeed"),
        approach(1, "2026-03-01", scam_signs=("asks for a fee", "moves to a messenger")),
        approach(1, "2026-02-10"),
    ],
    ids=["platform", "job board", "scam", "old"],
)
def test_platforms_scams_and_old_mail_are_left_alone(watching: House, mail: StoredMessage) -> None:
    deliver(watching, mail)
    watching.rounds.draft()

    assert answers(watching) == []


def test_of_two_mails_by_one_recruiter_the_newer_is_answered(watching: House) -> None:
    deliver(watching, approach(1, "2026-02-27"), approach(2, "2026-03-01"))
    watching.rounds.draft()

    assert [each.in_reply_to for each in answers(watching)] == ["<2@mail.example>"]


def test_not_now_can_be_said_instead(watching: House) -> None:
    (number,) = deliver(watching, approach(1, "2026-03-01"))
    watching.rounds.draft()
    (proposed,) = answers(watching)

    later = reply_to_mail(watching, number, DraftKind.OUTREACH_LATER, instead_of=proposed.id)
    watching.rounds.draft()

    assert [(each.kind, each.state) for each in answers(watching)] == [
        (DraftKind.OUTREACH_INTERESTED, DraftState.DISCARDED),
        (DraftKind.OUTREACH_LATER, DraftState.PROPOSED),
    ]
    assert watching.outbox_fits(later)


def test_an_old_one_is_answered_when_asked_for(watching: House, clock: SetClock) -> None:
    (number,) = deliver(watching, approach(1, "2026-01-10"))

    made = reply_to_mail(watching, number, DraftKind.OUTREACH_INTERESTED)
    clock.at += timedelta(days=20)
    watching.rounds.draft()

    assert [each.id for each in answers(watching) if each.state.is_open] == [made.id]


def test_it_is_settled_by_an_answer_of_ones_own(watching: House, clock: SetClock) -> None:
    deliver(watching, approach(1, "2026-03-01"))
    watching.rounds.draft()
    (draft,) = answers(watching)
    clock.at = datetime(2026, 3, 3, 9, tzinfo=UTC)
    deliver(watching, sent(2, "2026-03-02 18:00", PRIYA, "Let me think about it.", answers="<1@mail.example>"))

    assert not watching.outbox_fits(draft)
    watching.rounds.draft()
    assert [each.state.is_open for each in answers(watching)] == [False]


def test_it_lapses_after_two_weeks(watching: House, clock: SetClock) -> None:
    deliver(watching, approach(1, "2026-03-01"))
    watching.rounds.draft()
    clock.at += timedelta(days=20)
    watching.rounds.draft()

    (draft,) = answers(watching)
    assert draft.state is DraftState.WITHDRAWN
    assert "two weeks" in draft.failure


def test_nothing_new_is_taken_up_while_the_search_rests(watching: House) -> None:
    pause(watching, None)
    deliver(watching, approach(1, "2026-03-01"))
    watching.rounds.draft()

    assert answers(watching) == []


def test_after_a_hire_a_waiting_one_goes(watching: House) -> None:
    school = received(
        9, "2026-02-20", Tag.ACKNOWLEDGEMENT, "Oak School", "Caretaker", sender="no-reply@oak-school.example"
    )
    deliver(watching, school, approach(1, "2026-03-01"))
    watching.rounds.draft()
    hired(watching, 1)

    assert [each.state for each in answers(watching)] == [DraftState.WITHDRAWN]


def test_only_an_approach_is_offered_these_answers(watching: House) -> None:
    numbers = deliver(watching, approach(1, "2026-03-01"), received(2, "2026-03-01", Tag.OTHER))
    with watching.database.reading() as transaction:
        mails = [transaction.mail.get(each) for each in numbers]
    offered = [choices_for_mail(each) for each in mails if each is not None]

    assert offered == [(DraftKind.OUTREACH_INTERESTED, DraftKind.OUTREACH_LATER), ()]
    with pytest.raises(UserError, match="no person's approach"):
        reply_to_mail(watching, numbers[1], DraftKind.OUTREACH_LATER)
    with pytest.raises(UserError, match="no person's approach"):
        reply_to_mail(watching, numbers[0], DraftKind.WITHDRAWAL)
    with pytest.raises(UserError, match="There is no mail 99"):
        reply_to_mail(watching, 99, DraftKind.OUTREACH_LATER)
