"""Which application a mail belongs to."""

from itertools import permutations

from classify.placement import Placement, place
from store.records import Application, StoredMessage
from store.vocabulary import Tag
from tests.classify.mails import OWN, received, sent, threads


def placed(
    *mails: StoredMessage, known: tuple[Application, ...] = (), pinned: dict[int, int | None] | None = None
) -> Placement:
    return place(mails, threads(*mails), pinned=pinned or {}, known=known)


def groups(placement: Placement) -> list[set[int]]:
    return sorted((set(group.members) for group in placement.groups), key=min)


def test_a_rejection_from_another_address_joins_its_receipt_by_employer_and_role() -> None:
    receipt = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor Hospital", "Ward Clerk")
    rejection = received(
        2, "2026-03-20", Tag.REJECTION, "Brightmoor Hospital Ltd", "Ward Clerk", sender="no-reply@ashbyhq.com"
    )

    assert groups(placed(receipt, rejection)) == [{1, 2}]


def test_two_roles_at_one_employer_are_kept_apart() -> None:
    clerk = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Ward Clerk")
    porter = received(2, "2026-03-03", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Night Porter")
    rejection = received(3, "2026-03-20", Tag.REJECTION, "Brightmoor", "Night Porter")

    assert groups(placed(clerk, porter, rejection)) == [{1}, {2, 3}]


def test_another_level_is_another_role() -> None:
    junior = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Junior Analyst")
    senior = received(2, "2026-03-03", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Senior Analyst")

    assert groups(placed(junior, senior)) == [{1}, {2}]


def test_where_two_fit_it_asks_instead_of_guessing() -> None:
    clerk = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Ward Clerk")
    porter = received(2, "2026-03-03", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Night Porter")
    rejection = received(3, "2026-03-20", Tag.REJECTION, "Brightmoor")

    result = placed(clerk, porter, rejection)
    assert 3 not in result.group_of
    assert [question.message for question in result.questions] == [3]


def test_another_requisition_of_the_same_shape_is_another_posting() -> None:
    north = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Porter", requisitions=("REQ-20711",))
    south = received(2, "2026-03-03", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Porter", requisitions=("REQ-20712",))
    linked = received(3, "2026-03-04", Tag.INVITATION, "Brightmoor", requisitions=("REQ-20712",))

    assert groups(placed(north, south, linked)) == [{1}, {2, 3}]


def test_a_posting_named_in_two_ways_is_one() -> None:
    number = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Porter", requisitions=("REQ-20711",))
    address = received(
        2, "2026-03-03", Tag.INVITATION, "Brightmoor", "Porter", requisitions=("brightmoor.breezy.hr/p/1",)
    )

    assert groups(placed(number, address)) == [{1, 2}]


def test_a_name_inside_another_name_never_matches() -> None:
    render = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Render", "Engineer")
    ender = received(2, "2026-03-20", Tag.REJECTION, "Ender", "Engineer")

    assert groups(placed(render, ender)) == [{1}, {2}]


def test_an_answer_belongs_to_its_thread_even_if_it_names_nothing() -> None:
    mine = sent(1, "2026-03-02", "dana@brightmoor.example", "I am applying for the post.", wants="application")
    answer = received(2, "2026-03-20", Tag.REJECTION, answers="<1@mail.example>", automatic=False)

    assert groups(placed(mine, answer)) == [{1, 2}]


def test_inside_a_thread_another_employer_that_is_named_wins() -> None:
    first = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Ward Clerk")
    other = received(2, "2026-03-05", Tag.INVITATION, "Calder Trust", "Porter", answers="<1@mail.example>")

    assert groups(placed(first, other)) == [{1}, {2}]


def test_the_same_recruiter_alone_ties_nothing_together() -> None:
    first = received(1, "2026-03-02", Tag.INVITATION, "Calder Trust", "Porter", sender="kim@agency.example")
    second = received(2, "2026-03-05", Tag.REJECTION, "Dovecote Inn", "Porter", sender="kim@agency.example")

    assert groups(placed(first, second)) == [{1}, {2}]


def test_own_mail_under_a_new_subject_goes_to_the_person_written_to() -> None:
    invited = received(
        1, "2026-03-02", Tag.INVITATION, "Calder Trust", "Porter", sender="kim@calder.example", automatic=False
    )
    mine = sent(2, "2026-03-03", "kim@calder.example", "Tuesday suits me well.")

    assert groups(placed(invited, mine)) == [{1, 2}]


def test_an_approach_becomes_an_application_when_the_person_is_interested() -> None:
    outreach = received(
        1, "2026-03-02", Tag.OUTREACH, "Calder Trust", "Porter", sender="kim@calder.example", automatic=False
    )
    yes = sent(
        2,
        "2026-03-03",
        "kim@calder.example",
        "I would like to hear more.",
        wants="interest",
        answers="<1@mail.example>",
    )
    no = sent(2, "2026-03-03", "kim@calder.example", "Not looking, thank you.", answers="<1@mail.example>")

    assert groups(placed(outreach)) == []
    assert groups(placed(outreach, no)) == []
    result = placed(outreach, yes)
    assert groups(result) == [{1, 2}]
    assert result.groups[0].company == "Calder Trust"


def test_ordinary_and_suspicious_mail_opens_nothing() -> None:
    shop = received(1, "2026-03-02", Tag.OTHER, "Tea House")
    scam = received(2, "2026-03-02", Tag.OFFER, "Amazing Ltd", scam_signs=("asks for money", "moves to a messenger"))
    unsure = received(3, "2026-03-02", Tag.OFFER)

    assert groups(placed(shop, scam, unsure)) == []


def test_the_persons_word_outranks_every_rule() -> None:
    known = Application(7, "Calder Trust", "Porter")
    receipt = received(1, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Ward Clerk")

    result = placed(receipt, known=(known,), pinned={1: 7})
    assert groups(result) == [{1}]
    assert result.groups[0].company == "Calder Trust"


def test_the_outcome_does_not_depend_on_the_order_of_arrival() -> None:
    mails = (
        sent(1, "2026-03-01", "jobs@brightmoor.example", "I am applying.", company="Brightmoor", wants="application"),
        received(2, "2026-03-02", Tag.ACKNOWLEDGEMENT, "Brightmoor", "Ward Clerk"),
        received(3, "2026-03-09", Tag.INVITATION, "Brightmoor", "Ward Clerk", automatic=False),
        received(4, "2026-03-20", Tag.REJECTION, "Brightmoor", answers="<3@mail.example>", automatic=False),
    )
    expected = groups(placed(*mails))

    assert expected == [{1, 2, 3, 4}]
    keys = threads(*mails)
    for order in permutations(mails):
        assert groups(place(order, keys, pinned={}, known=())) == expected
    assert OWN not in expected
