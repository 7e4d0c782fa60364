"""The whole way, on real servers: a mail comes in, and in the end the answer has gone out, once."""

from datetime import UTC, datetime

from respond.outbox import Sending
from store.vocabulary import DraftKind, DraftState, NextAction, Status, Tag
from tests.journey.world import World, mail

KIM = "Kim Alder <kim.alder@calder-trust.example>"


def _reject(world: World, at: datetime) -> str:
    rejection = mail(
        KIM,
        world.me,
        "Your application as Museum Coordinator",
        "Dear Sam,\n\nThank you for coming to talk to us about the Museum Coordinator role at Calder Trust. We have "
        "decided to go with another candidate whose experience was closer to what we need. It was a close call.\n\n"
        "Best wishes,\nKim Alder\nHead of Operations, Calder Trust\n",
        at,
    )
    world.deliver(rejection)
    return str(rejection["Message-ID"])


def _approve_all(world: World) -> tuple[Sending, ...]:
    with world.house() as house:
        with house.database.reading() as transaction:
            waiting = transaction.drafts.in_state(DraftState.PROPOSED)
        for draft in waiting:
            house.outbox.approve(draft.id)
        world.later(minutes=2)
        return house.posting.send_due()


def test_a_rejection_is_read_answered_sent_once_and_told_in_the_digest(world: World) -> None:
    rejected_id = _reject(world, datetime(2026, 3, 2, 8, tzinfo=UTC))
    before = world.box.flags("INBOX")

    with world.house() as house:
        report = house.rounds.run_once()
        assert (report.taken.new, report.failures) == (1, {})
        with house.database.reading() as transaction:
            (stored,) = transaction.mail.by_message_id(rejected_id)
            (draft,) = transaction.drafts.all()
    assert stored.reading.verdict.tag is Tag.REJECTION
    assert (draft.kind, draft.state, draft.to.address) == (
        DraftKind.STAY_CONNECTED,
        DraftState.PROPOSED,
        "kim.alder@calder-trust.example",
    )

    # Another mail program sees it in Drafts, in the thread.
    with world.box.observer() as observer:
        observer.select("Drafts", readonly=True)
        (found,) = observer.search(None, "HEADER", "In-Reply-To", rejected_id)[1][0].split()
        lying = observer.fetch(found, "(FLAGS BODY.PEEK[HEADER])")[1][0]
    assert isinstance(lying, tuple)
    assert rb"\Draft" in lying[0]
    assert f"References: {rejected_id}".encode() in lying[1]

    (sending,) = _approve_all(world)
    assert sending.state is DraftState.SENT
    assert world.sink is not None
    (taken,) = world.sink.taken
    assert taken.recipients == ("kim.alder@calder-trust.example",)
    assert f"In-Reply-To: {rejected_id}".encode() in taken.raw

    # Sent holds it once, however often things are looked at again; Drafts is tidy.
    with world.house() as house:
        house.rounds.run_once()
        house.posting.send_due()
        house.rounds.run_once()
        (standing,) = _standings(house)
        assert (standing.state.status, standing.state.next_action) == (Status.REJECTED, NextAction.NONE)
    with world.box.observer() as observer:
        observer.select("Sent", readonly=True)
        assert len(observer.search(None, "HEADER", "Message-ID", draft.message_id)[1][0].split()) == 1
        observer.select("Drafts", readonly=True)
        assert observer.search(None, "ALL")[1][0].split() == []
    assert len(world.sink.taken) == 1

    # A week later the digest arrives in the inbox, by SMTP.
    world.go_to(datetime(2026, 3, 9, 9, tzinfo=UTC))
    with world.house() as house:
        assert house.digest_posting.digest_if_due() == "The weekly digest is sent."
        assert house.digest_posting.digest_if_due() is None
        house.rounds.run_once()
    digest = world.sink.taken[-1]
    assert digest.recipients == (world.me,)
    assert b"Calder Trust" in digest.raw
    assert len(world.sink.taken) == 2

    # The person's own mail is as it was: not a flag has changed.
    assert world.box.flags("INBOX")[: len(before)] == before


def _standings(house):  # type: ignore[no-untyped-def]
    from respond.standings import standings

    with house.database.reading() as transaction:
        return standings(transaction, house.outlook)
