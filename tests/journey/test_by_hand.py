"""Beside a person who also writes mail: what they do by hand counts, and what answers make pointless goes."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from heardback.wiring import House
from respond.standings import Standing, standings
from store.vocabulary import DraftKind, DraftState, NextAction, Stage, Status, Tag
from tests.journey.world import World, mail

KIM = "Kim Alder <kim.alder@calder-trust.example>"
MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)


def _look(house: House) -> tuple[Standing, ...]:
    with house.database.reading() as transaction:
        return standings(transaction, house.outlook)


def _states(house: House) -> dict[DraftKind, DraftState]:
    with house.database.reading() as transaction:
        return {draft.kind: draft.state for draft in transaction.drafts.all()}


def _in_drafts(world: World) -> int:
    with world.box.observer() as observer:
        observer.select("Drafts", readonly=True)
        return len(observer.search(None, "ALL")[1][0].split())


def _rejection(world: World, at: datetime) -> EmailMessage:
    made = mail(
        KIM,
        world.me,
        "Your application as Museum Coordinator",
        "Dear Sam,\n\nThank you for coming to talk to us about the Museum Coordinator role at Calder Trust. "
        "Unfortunately we have decided to offer the position to another candidate.\n\nBest wishes,\nKim Alder\n",
        at,
    )
    world.deliver(made)
    return made


def _application(world: World, at: datetime) -> EmailMessage:
    made = mail(
        f"Sam Reed <{world.me}>",
        KIM,
        "Application as Museum Coordinator",
        "Dear Kim Alder,\n\nI would like to apply for the Museum Coordinator position at Calder Trust. My CV is "
        "attached.\n\nKind regards,\nSam Reed\n",
        at,
    )
    world.deliver(made, "Sent")
    return made


def test_a_draft_sent_from_the_mail_program_counts_as_sent(world: World) -> None:
    rejection = _rejection(world, MONDAY)
    with world.house() as house:
        house.rounds.run_once()
        assert _states(house) == {DraftKind.STAY_CONNECTED: DraftState.PROPOSED}
        assert _in_drafts(world) == 1
        world.later(hours=3)
        own = mail(
            f"Sam Reed <{world.me}>",
            KIM,
            "Re: Your application as Museum Coordinator",
            "Dear Kim,\n\nThank you for telling me. I would be glad to hear of other openings.\n\nSam\n",
            world.clock.now(),
            answers=str(rejection["Message-ID"]),
        )
        world.deliver(own, "Sent")
        house.rounds.run_once()

        assert _states(house) == {DraftKind.STAY_CONNECTED: DraftState.SENT}
        (standing,) = _look(house)
        assert standing.state.next_action is NextAction.NONE
    assert _in_drafts(world) == 0
    assert world.sink is not None
    assert world.sink.taken == []


def test_silence_falls_due_is_drafted_and_an_answer_takes_the_draft_away(world: World) -> None:
    application = _application(world, MONDAY)
    with world.house() as house:
        house.rounds.run_once()
        assert _states(house) == {}

        # Seven business days later, without any mail: the sweep alone.
        world.go_to(datetime(2026, 3, 11, 9, tzinfo=UTC))
        house.rounds.run_once()
        (standing,) = _look(house)
        assert (standing.state.status, standing.state.tag) == (Status.SILENT, Tag.SILENCE_TIMEOUT)
        assert _states(house) == {DraftKind.FOLLOW_UP_APPLICATION: DraftState.PROPOSED}
        assert _in_drafts(world) == 1

        world.later(hours=1)
        world.deliver(
            mail(
                KIM,
                world.me,
                "Re: Application as Museum Coordinator",
                "Dear Sam,\n\nI was away and am only now going through the applications. More soon.\n\nKim Alder\n",
                world.clock.now(),
                answers=str(application["Message-ID"]),
            )
        )
        house.rounds.run_once()
        (standing,) = _look(house)
        assert standing.state.status is Status.WAITING_ON_THEM
        assert _states(house) == {DraftKind.FOLLOW_UP_APPLICATION: DraftState.WITHDRAWN}
    assert _in_drafts(world) == 0


def test_an_approved_draft_is_not_sent_when_an_answer_came_first(world: World) -> None:
    application = _application(world, MONDAY)
    world.go_to(datetime(2026, 3, 11, 9, tzinfo=UTC))
    with world.house() as house:
        house.rounds.run_once()
        with house.database.reading() as transaction:
            (draft,) = transaction.drafts.all()
        house.outbox.approve(draft.id)
        world.deliver(
            mail(
                KIM,
                world.me,
                "Re: Application as Museum Coordinator",
                "Dear Sam,\n\nWe would like to invite you to an interview on Tuesday 17 March at 10:00 in our office. "
                "Could you confirm that this suits you?\n\nKim Alder\n",
                world.clock.now() + timedelta(seconds=30),
                answers=str(application["Message-ID"]),
            )
        )
        world.later(minutes=5)
        house.rounds.run_once()
        house.posting.send_due()

        states = _states(house)
        assert states[DraftKind.FOLLOW_UP_APPLICATION] is DraftState.WITHDRAWN
        assert states[DraftKind.INVITATION_REPLY] is DraftState.PROPOSED
        (standing,) = _look(house)
        assert (standing.state.stage, standing.state.status) == (Stage.INTERVIEWING, Status.WAITING_ON_ME)
    assert world.sink is not None
    assert world.sink.taken == []


def test_a_follow_up_sent_by_hand_is_counted_and_not_doubled(world: World) -> None:
    _application(world, MONDAY)
    with world.house() as house:
        world.go_to(datetime(2026, 3, 10, 9, tzinfo=UTC))
        house.rounds.run_once()
        world.deliver(
            mail(
                f"Sam Reed <{world.me}>",
                KIM,
                "Museum Coordinator",
                "Dear Kim Alder,\n\nI wanted to ask whether there is any news about my application.\n\nSam Reed\n",
                world.clock.now(),
            ),
            "Sent",
        )
        world.go_to(datetime(2026, 3, 12, 9, tzinfo=UTC))
        house.rounds.run_once()

        (standing,) = _look(house)
        assert (standing.state.follow_ups_sent, standing.state.next_action) == (1, NextAction.NONE)
        assert _states(house) == {}


def test_a_rejection_nobody_reads_answers_to_gets_a_reason_instead_of_a_draft(world: World) -> None:
    world.deliver(
        mail(
            "Calder Trust Hiring Team <no-reply@us.greenhouse-mail.io>",
            world.me,
            "Your application to Calder Trust",
            "Dear Sam,\n\nThank you for applying for the Museum Coordinator role at Calder Trust. After careful "
            "consideration we have decided to move forward with other candidates. Please do not reply to this "
            "message.\n\nCalder Trust\n",
            MONDAY,
        )
    )
    with world.house() as house:
        house.rounds.run_once()
        assert _states(house) == {}
        with house.database.reading() as transaction:
            (refusal,) = transaction.drafts.refusals()
    assert refusal.kind is DraftKind.STAY_CONNECTED
    assert "take what it teaches" in refusal.reason
