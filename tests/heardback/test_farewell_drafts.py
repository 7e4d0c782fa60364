"""After a hire: a withdrawal for all that is still open, thanks to those who helped, to each one word and once."""

from datetime import UTC, datetime

from heardback.wiring import House
from store.clock import SetClock
from store.noted import ContactNote, Draft
from store.records import Interview
from store.vocabulary import DraftKind, DraftState, Tag
from tests.classify.mails import received, sent
from tests.heardback.caldermail import ROSE, deliver, signed
from tests.heardback.searches import drafts, hired, undo_newest

TOM = "tom.finch@harbour.example"
HELD = datetime(2026, 2, 12, 10, tzinfo=UTC)


def refused_after_a_talk() -> list:  # type: ignore[type-arg]
    """Harbour & Pine met Sam and then took somebody else; Sam answered."""
    talk = received(
        80, "2026-02-10", Tag.INVITATION, "Harbour Pine", "Operations Lead", sender=TOM, automatic=False,
        interviews=(Interview(HELD, None, "interviewing", confirmed=True),),
    )  # fmt: skip
    refusal = received(
        81, "2026-02-20", Tag.REJECTION, "Harbour Pine", "Operations Lead", sender=TOM, automatic=False,
        answers="<80@mail.example>",
    )  # fmt: skip
    note = sent(82, "2026-02-21", TOM, "Thank you for telling me.", answers="<81@mail.example>")
    return [signed(talk, "Tom Finch"), signed(refusal, "Tom Finch"), note]


def of_kind(house: House, kind: DraftKind) -> list[Draft]:
    return [each for each in drafts(house) if each.kind is kind]


def test_what_is_open_is_withdrawn_and_the_job_is_not(busy: House) -> None:
    hired(busy, 1)

    (withdrawal,) = of_kind(busy, DraftKind.WITHDRAWAL)
    assert (withdrawal.application_id, withdrawal.to.address) == (3, ROSE)
    assert "accepted" in withdrawal.body
    assert "Calder" not in withdrawal.body
    assert busy.outbox_fits(withdrawal)


def test_where_nobody_is_known_the_reason_is_kept(busy: House) -> None:
    hired(busy, 1)

    with busy.database.reading() as transaction:
        refusals = transaction.drafts.refusals()
    told = [(each.application_id, each.reason) for each in refusals if each.kind is DraftKind.WITHDRAWAL]
    assert told == [(2, "Nobody of this application is known by mail.")]


def test_who_helped_is_thanked_and_told(busy: House) -> None:
    deliver(busy, *refused_after_a_talk())
    hired(busy, 1)

    (thanks,) = of_kind(busy, DraftKind.HIRED_THANKS)
    assert thanks.to.address == TOM
    assert thanks.in_reply_to == "<81@mail.example>"
    assert busy.outbox_fits(thanks)
    # Kim works where Sam will, and Rose has her withdrawal, which says thanks.
    assert {each.to.address for each in drafts(busy) if each.state.is_open} == {TOM, ROSE}


def test_nobody_is_thanked_twice(busy: House, clock: SetClock) -> None:
    deliver(busy, *refused_after_a_talk())
    hired(busy, 1)
    (thanks,) = of_kind(busy, DraftKind.HIRED_THANKS)
    clock.at = datetime(2026, 3, 4, 9, tzinfo=UTC)
    deliver(busy, sent(83, "2026-03-03 20:00", TOM, "I have found a job; thank you for your time."))

    assert not busy.outbox_fits(thanks)
    busy.rounds.draft()
    busy.rounds.draft()
    assert [each.state.is_open for each in of_kind(busy, DraftKind.HIRED_THANKS)] == [False]


def test_who_is_not_to_be_written_to_is_left_out(busy: House) -> None:
    with busy.database.transaction() as transaction:
        transaction.contact_notes.keep(ContactNote(TOM, dropped=True))
    deliver(busy, *refused_after_a_talk())
    hired(busy, 1)

    assert of_kind(busy, DraftKind.HIRED_THANKS) == []


def test_undoing_the_hire_takes_both_back(busy: House) -> None:
    deliver(busy, *refused_after_a_talk())
    hired(busy, 1)
    undo_newest(busy)
    busy.rounds.draft()

    gone = [*of_kind(busy, DraftKind.HIRED_THANKS), *of_kind(busy, DraftKind.WITHDRAWAL)]
    assert [each.state for each in gone] == [DraftState.WITHDRAWN, DraftState.WITHDRAWN]


def test_an_invitation_elsewhere_is_answered_with_the_withdrawal(busy: House) -> None:
    talk = received(
        84, "2026-03-01", Tag.INVITATION, "Oak School", "Caretaker", sender=ROSE, automatic=False, wants="times"
    )
    deliver(busy, signed(talk, "Rose Hart"))
    busy.rounds.draft()
    hired(busy, 1)

    waiting = [each for each in drafts(busy) if each.application_id == 3 and each.state.is_open]
    assert [each.kind for each in waiting] == [DraftKind.WITHDRAWAL]
    assert waiting[0].in_reply_to == "<84@mail.example>"
