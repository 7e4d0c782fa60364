"""Replies a person asks for: made in place of the one that waits, kept for as long as they make sense, sent once."""

from datetime import UTC, datetime, timedelta

import pytest

from heardback import byhand
from heardback.asking import reply_on_demand
from heardback.wiring import House
from respond.choices import choices_for
from respond.standings import Standing, standings
from store.clock import SetClock
from store.errors import UserError
from store.noted import Draft
from store.records import Interview, StoredMessage
from store.vocabulary import DraftKind, DraftState, NextAction, Tag
from tests.classify.mails import received, sent
from tests.heardback.caldermail import ALL, KIM, ROSE, deliver, signed
from tests.heardback.searches import drafts, hired

TALK_AT = datetime(2026, 3, 6, 14, tzinfo=UTC)


def invitation(number: int, when: str, start: datetime = TALK_AT, text: str = "Would this suit you?") -> StoredMessage:
    stored = received(
        number, when, Tag.INVITATION, "Oak School", "Caretaker", sender=ROSE, automatic=False, text=text,
        interviews=(Interview(start, None, "interviewing"),), wants="confirmation",
    )  # fmt: skip
    return signed(stored, "Rose Hart")


@pytest.fixture
def invited(house: House) -> House:
    """Oak School (application 3) proposed a talk this morning, and the yes to it waits."""
    deliver(house, *ALL, invitation(40, "2026-03-02 08:00"))
    house.rounds.draft()
    return house


def standing_of(house: House, number: int) -> Standing:
    with house.database.reading() as transaction:
        (found,) = standings(transaction, house.outlook, only=[number], chances=False)
    return found


def waiting(house: House, number: int) -> list[Draft]:
    return [each for each in drafts(house) if each.application_id == number and each.state.is_open]


def state_of(house: House, draft: Draft) -> DraftState:
    return next(each.state for each in drafts(house) if each.id == draft.id)


def test_it_stands_in_place_of_the_one_that_waited(invited: House) -> None:
    (yes,) = waiting(invited, 3)

    asked = reply_on_demand(invited, 3, DraftKind.OTHER_TIMES, instead_of=yes.id)

    assert (yes.kind, asked.kind, asked.asked) == (DraftKind.INVITATION_REPLY, DraftKind.OTHER_TIMES, True)
    assert asked.key.endswith("/asked-1")
    assert asked.in_reply_to == "<40@mail.example>"
    assert [each.id for each in waiting(invited, 3)] == [asked.id]
    assert state_of(invited, yes) is DraftState.DISCARDED


def test_rounds_leave_it_alone_and_put_nothing_beside_it(invited: House, clock: SetClock) -> None:
    asked = reply_on_demand(invited, 3, DraftKind.OTHER_TIMES, instead_of=waiting(invited, 3)[0].id)
    for _ in range(3):
        clock.at += timedelta(hours=20)
        invited.rounds.draft()

    assert [each.id for each in waiting(invited, 3)] == [asked.id]
    assert invited.outbox_fits(asked)


def test_it_goes_once_the_proposed_time_is_over(invited: House, clock: SetClock) -> None:
    asked = reply_on_demand(invited, 3, DraftKind.OTHER_TIMES, instead_of=waiting(invited, 3)[0].id)
    clock.at = TALK_AT + timedelta(hours=2)

    assert not invited.outbox_fits(asked)
    invited.rounds.draft()
    assert state_of(invited, asked) is DraftState.WITHDRAWN


def test_it_goes_once_the_person_wrote_by_hand(invited: House, clock: SetClock) -> None:
    asked = reply_on_demand(invited, 3, DraftKind.OTHER_TIMES, instead_of=waiting(invited, 3)[0].id)
    clock.at += timedelta(hours=5)
    deliver(invited, sent(41, "2026-03-02 12:00", ROSE, "Tuesday would suit me better.", answers="<40@mail.example>"))
    invited.rounds.draft()

    assert state_of(invited, asked) in (DraftState.WITHDRAWN, DraftState.SENT)
    assert waiting(invited, 3) == []


def test_the_yes_can_be_had_back(invited: House) -> None:
    first = waiting(invited, 3)[0]
    other = reply_on_demand(invited, 3, DraftKind.OTHER_TIMES, instead_of=first.id)

    again = reply_on_demand(invited, 3, DraftKind.INVITATION_REPLY, instead_of=other.id)

    assert [each.id for each in waiting(invited, 3)] == [again.id]
    twice = reply_on_demand(invited, 3, DraftKind.OTHER_TIMES, instead_of=again.id)
    assert twice.key.endswith("/asked-2")


def test_a_proposal_nobody_touched_gives_way_by_itself(invited: House) -> None:
    asked = reply_on_demand(invited, 3, DraftKind.DECLINE_INVITATION)

    assert [each.id for each in waiting(invited, 3)] == [asked.id]
    with pytest.raises(UserError, match="waits there"):
        reply_on_demand(invited, 3, DraftKind.WITHDRAWAL)


def test_one_on_its_way_is_not_replaced(invited: House) -> None:
    yes = waiting(invited, 3)[0]
    with invited.database.transaction() as transaction:
        transaction.drafts.move(yes.id, from_states=(DraftState.PROPOSED,), to=DraftState.APPROVED, at=yes.created)

    with pytest.raises(UserError, match="take it back first"):
        reply_on_demand(invited, 3, DraftKind.OTHER_TIMES, instead_of=yes.id)


@pytest.mark.parametrize(
    ("application", "kind", "instead", "told"),
    [
        (9, DraftKind.WITHDRAWAL, None, "no application 9"),
        (3, DraftKind.OFFER_REPLY, None, "No offer waits"),
        (3, DraftKind.ASSESSMENT_REPLY, None, "No task"),
        (3, DraftKind.FOLLOW_UP_INTERVIEW, None, "not their turn"),
        (3, DraftKind.HIRED_THANKS, None, "applications hired"),
        (3, DraftKind.RECONNECT, None, "A word again"),
        (3, DraftKind.OUTREACH_LATER, None, "no person's approach"),
        (3, DraftKind.OTHER_TIMES, 77, "Draft 77 does not wait there"),
        (1, DraftKind.INVITATION_REPLY, None, "no talk that waits"),
        (2, DraftKind.WITHDRAWAL, None, "."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    invited: House, application: int, kind: DraftKind, instead: int | None, told: str
) -> None:
    before = drafts(invited)

    with pytest.raises(UserError, match=told):
        reply_on_demand(invited, application, kind, instead_of=instead)
    assert drafts(invited) == before


def test_a_follow_up_may_be_early_but_not_a_third_time(house: House, clock: SetClock) -> None:
    deliver(house, *ALL)
    clock.at = datetime(2026, 2, 11, 9, tzinfo=UTC)
    house.rounds.draft()
    assert standing_of(house, 3).state.next_action is NextAction.NONE

    asked = reply_on_demand(house, 3, DraftKind.FOLLOW_UP_APPLICATION)
    clock.at = datetime(2026, 2, 25, 9, tzinfo=UTC)
    house.rounds.draft()
    # It is due by itself now, and still there is but one.
    assert [each.id for each in waiting(house, 3)] == [asked.id]

    deliver(house, sent(50, "2026-02-25 10:00", ROSE, "Is there any news?", answers="<7@mail.example>"))
    clock.at = datetime(2026, 2, 26, 9, tzinfo=UTC)
    with pytest.raises(UserError, match="final_follow_up"):
        reply_on_demand(house, 3, DraftKind.FOLLOW_UP_APPLICATION)
    house.rounds.draft()
    reply_on_demand(house, 3, DraftKind.FINAL_FOLLOW_UP)
    deliver(house, sent(51, "2026-02-26 10:00", ROSE, "Is there any news?", answers="<7@mail.example>"))
    clock.at = datetime(2026, 2, 27, 9, tzinfo=UTC)
    with pytest.raises(UserError, match="Two follow-ups"):
        reply_on_demand(house, 3, DraftKind.FINAL_FOLLOW_UP)


def test_an_early_follow_up_is_pointless_once_they_write(house: House, clock: SetClock) -> None:
    deliver(house, *ALL)
    clock.at = datetime(2026, 2, 11, 9, tzinfo=UTC)
    asked = reply_on_demand(house, 3, DraftKind.FOLLOW_UP_APPLICATION)
    clock.at = datetime(2026, 2, 12, 9, tzinfo=UTC)
    word = received(52, "2026-02-11 15:00", Tag.OTHER, "Oak School", "Caretaker", sender=ROSE, automatic=False)
    deliver(house, signed(word, "Rose Hart"))

    assert not house.outbox_fits(asked)
    house.rounds.draft()
    assert state_of(house, asked) is DraftState.WITHDRAWN


def test_more_time_is_asked_before_the_day_and_of_a_person(house: House, clock: SetClock) -> None:
    due = datetime(2026, 3, 5, tzinfo=UTC).date()
    task = received(
        60, "2026-03-01", Tag.ASSESSMENT, "Oak School", "Caretaker", sender=ROSE, automatic=False,
        wants="assessment", due=due,
    )  # fmt: skip
    deliver(house, *ALL, signed(task, "Rose Hart"))
    house.rounds.draft()
    (word,) = waiting(house, 3)
    assert word.kind is DraftKind.ASSESSMENT_REPLY
    assert word.gaps == ()

    asked = reply_on_demand(house, 3, DraftKind.ASSESSMENT_REPLY, instead_of=word.id)

    assert len(asked.gaps) == 1
    clock.at = datetime(2026, 3, 6, 9, tzinfo=UTC)
    assert not house.outbox_fits(asked)
    with pytest.raises(UserError, match="is over"):
        reply_on_demand(house, 3, DraftKind.ASSESSMENT_REPLY)


def test_a_task_already_answered_gets_no_second_word(house: House) -> None:
    task = received(
        62, "2026-02-27", Tag.ASSESSMENT, "Oak School", "Caretaker", sender=ROSE, automatic=False, wants="assessment"
    )
    mine = sent(63, "2026-02-28", ROSE, "Thank you, it has arrived.", answers="<62@mail.example>")
    deliver(house, *ALL, signed(task, "Rose Hart"), mine)
    house.rounds.draft()

    assert standing_of(house, 3).state.next_action is NextAction.COMPLETE_ASSESSMENT
    assert waiting(house, 3) == []


def test_a_platforms_task_is_acted_on_not_answered(house: House) -> None:
    robot = "no-reply@codesignal.com"
    task = received(64, "2026-02-27", Tag.ASSESSMENT, "Oak School", "Caretaker", sender=robot, wants="assessment")
    deliver(house, *ALL, task)
    house.rounds.draft()

    assert standing_of(house, 3).state.next_action is NextAction.COMPLETE_ASSESSMENT
    assert waiting(house, 3) == []
    # More time is asked of the person who is known there.
    assert reply_on_demand(house, 3, DraftKind.ASSESSMENT_REPLY).to.address == ROSE


def test_a_withdrawal_lasts_whatever_they_write_and_ends_with_the_application(invited: House, clock: SetClock) -> None:
    asked = reply_on_demand(invited, 3, DraftKind.WITHDRAWAL)
    clock.at += timedelta(days=1)
    deliver(invited, invitation(61, "2026-03-02 15:00", text="Or would Monday suit you?"))
    invited.rounds.draft()
    assert [each.id for each in waiting(invited, 3)] == [asked.id]

    with invited.database.transaction() as transaction:
        byhand.close(transaction, 3, now=clock.at)
    invited.rounds.draft()
    assert state_of(invited, asked) is DraftState.WITHDRAWN


def test_the_choices_are_those_that_make_sense(invited: House) -> None:
    assert choices_for(standing_of(invited, 3)) == (
        DraftKind.OTHER_TIMES,
        DraftKind.DECLINE_INVITATION,
        DraftKind.WITHDRAWAL,
    )
    shown = choices_for(standing_of(invited, 3), shown=DraftKind.OTHER_TIMES)
    assert shown[0] is DraftKind.INVITATION_REPLY
    # Nobody is known there by mail.
    assert choices_for(standing_of(invited, 2)) == ()
    # The follow-up there is due by itself.
    assert choices_for(standing_of(invited, 1)) == (DraftKind.WITHDRAWAL,)


def test_every_choice_can_be_made(invited: House) -> None:
    for number in (1, 3):
        for kind in choices_for(standing_of(invited, number)):
            last = [each.id for each in waiting(invited, number)]
            made = reply_on_demand(invited, number, kind, instead_of=last[0] if last else None)
            assert made.to.address in (KIM, ROSE)


def test_thanks_can_be_asked_for_after_a_hire(invited: House) -> None:
    hired(invited, 1)

    made = reply_on_demand(invited, 1, DraftKind.HIRED_THANKS)

    assert made.to.address == KIM
    assert made.kind is DraftKind.HIRED_THANKS
