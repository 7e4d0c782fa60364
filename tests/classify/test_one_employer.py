"""One employer under several spellings stays one application; what goes to many opens none."""

from dataclasses import replace

from classify.placement import Placement, place
from store.records import Marks, StoredMessage
from store.vocabulary import Tag
from tests.classify.mails import received, sent, threads

BULK = Marks(precedence="bulk", list_unsubscribe="<https://lists.example/u>")


def placed(*mails: StoredMessage) -> Placement:
    return place(mails, threads(*mails), pinned={}, known=())


def companies(*mails: StoredMessage) -> list[str]:
    return [group.company for group in placed(*mails).groups]


def test_a_name_guessed_from_an_address_gives_way_to_the_written_one() -> None:
    apply = sent(
        1, "2026-03-02", "jobs@crumbandhall.example", "My CV", company="Crumbandhall", role="Baker", wants="application"
    )
    answer = received(
        2, "2026-03-04", Tag.ACKNOWLEDGEMENT, "Crumb & Hall", "Baker", sender="jobs@crumbandhall.example",
        answers="<1@mail.example>", text="Welcome to Crumb & Hall",
    )  # fmt: skip

    assert companies(apply, answer) == ["Crumb & Hall"]


def test_a_longer_name_in_the_same_thread_and_from_the_same_domain_is_the_same_employer() -> None:
    short = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Petal & Grove", "Planner", sender="s@petalandgrove.example",
                     text="Petal & Grove", automatic=False)  # fmt: skip
    long = received(2, "2026-03-20", Tag.REJECTION, "Petal & Grove Garden Centres", "Planner",
                    sender="s@petalandgrove.example", text="Petal & Grove Garden Centres",
                    answers="<1@mail.example>", automatic=False)  # fmt: skip

    assert companies(short, long) == ["Petal & Grove Garden Centres"]


def test_the_same_two_names_outside_a_thread_stay_apart() -> None:
    short = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Petal & Grove", "Planner", text="Petal & Grove")
    long = received(2, "2026-03-20", Tag.REJECTION, "Petal & Grove Garden Centres", "Planner",
                    text="Petal & Grove Garden Centres")  # fmt: skip

    assert len(placed(short, long).groups) == 2


def test_bulk_mail_without_a_role_opens_nothing() -> None:
    coach = received(1, "2026-03-02", Tag.INVITATION, "Second Wind", text="Schedule a call and ace your interview")
    bulk = replace(coach, message=replace(coach.message, marks=BULK))
    with_role = replace(bulk, reading=replace(bulk.reading, role="Planner"))

    assert placed(bulk).groups == ()
    assert len(placed(with_role).groups) == 1


def test_a_parcel_and_a_permit_open_nothing_and_join_nothing() -> None:
    job = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Holmwick Council", "Clerk", text="Holmwick Council")
    parcel = received(2, "2026-03-03", Tag.REJECTION, "Calder Parcels", text="Your parcel did not fit the letter box.")
    parcel = replace(parcel, message=replace(parcel.message, subject="Sorry we missed you"))
    permit = received(3, "2026-03-04", Tag.ACKNOWLEDGEMENT, "Holmwick Council", text="It is for a parking permit.")

    assert placed(job, parcel, permit).group_of == {1: 0}
