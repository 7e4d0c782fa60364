"""One person, several jobs: each application stays its own (rule I)."""

from classify.placement import place
from store.records import StoredMessage
from store.vocabulary import Tag
from tests.classify.mails import received, sent, threads

KIM = "kim@tidemark.example"


def groups(*mails: StoredMessage) -> list[set[int]]:
    placement = place(mails, threads(*mails), pinned={}, known=())
    return sorted((set(group.members) for group in placement.groups), key=min)


def approach(number: int, when: str, company: str, role: str) -> StoredMessage:
    return received(
        number, when, Tag.OUTREACH, company, role, sender=KIM, automatic=False, agency="Tidemark Resourcing"
    )


def answer(number: int, when: str, to: int, role: str, wants: str) -> StoredMessage:
    return sent(number, when, KIM, "Yes, please.", role=role, wants=wants, answers=f"<{to}@mail.example>")


def test_a_second_application_to_the_same_person_is_another_one() -> None:
    porter = sent(1, "2026-03-02", KIM, "I am applying.", company="Tidemark", role="Porter", wants="application")
    clerk = sent(2, "2026-03-02 11:00", KIM, "I am applying.", company="Tidemark", role="Clerk", wants="application")

    assert groups(porter, clerk) == [{1}, {2}]


def test_an_answer_to_an_approach_opens_one_also_where_it_hands_in_the_papers() -> None:
    first = approach(1, "2026-03-02", "Osprey Coaches", "Fleet Manager")

    assert groups(first, answer(2, "2026-03-03", 1, "Fleet Manager", "application")) == [{1, 2}]


def test_the_second_client_of_a_recruiter_has_its_own_application() -> None:
    first = approach(1, "2026-03-02", "Osprey Coaches", "Fleet Manager")
    yes = answer(2, "2026-03-03", 1, "Fleet Manager", "interest")
    second = approach(3, "2026-03-04", "", "Production Planner")

    assert groups(first, yes, second, answer(4, "2026-03-05", 3, "Production Planner", "interest")) == [{1, 2}, {3, 4}]


def test_the_client_named_later_takes_the_place_of_the_agency() -> None:
    first = received(1, "2026-03-02", Tag.INVITATION, "Tidemark", "Fleet Manager", sender=KIM, automatic=False)
    named = received(
        2,
        "2026-03-03",
        Tag.INVITATION,
        "Osprey Coaches",
        "Fleet Manager at Osprey Coaches",
        sender=KIM,
        automatic=False,
        agency="Tidemark",
        answers="<1@mail.example>",
        text="Osprey Coaches would like to meet you.",
    )

    (group,) = place((first, named), threads(first, named), pinned={}, known=()).groups
    assert (group.company, group.role) == ("Osprey Coaches", "Fleet Manager")
