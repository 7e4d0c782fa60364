"""What stands in the list of applications, and in which order."""

from datetime import UTC, date, timedelta

import pytest

from heardback.web.choosing import Haystack, chosen, plain, since
from heardback.web.listing import COLUMN, PAGE, board, listing, row
from heardback.web.wanted import Order, Wanted
from respond.glances import Glance
from store.vocabulary import NextAction, RejectionReason, Stage, Status
from tests.web.glanced import NOW, glance

ALL = (
    glance(1, "Café Ørsted", "Chef", chance=0.2, at=NOW - timedelta(days=3)),
    glance(2, "Alder Press", "Editor", stage=Stage.CLOSED, status=Status.REJECTED, reason=RejectionReason.ROLE_FROZEN),
    glance(3, "Birch Bay", "Planner", next_action=NextAction.FOLLOW_UP, status=Status.SILENT, chance=0.6),
    glance(4, "Calder Labs", "Analyst", status=Status.SILENT, ghosted=True, next_action=NextAction.FOLLOW_UP),
    glance(5, "", "Writer", agency="Quay Recruitment", reply_to="dana@quay.example", stage=Stage.OFFER,
           status=Status.OFFER, next_action=NextAction.REPLY_TO_OFFER, at=NOW + timedelta(days=1)),
)  # fmt: skip
PEOPLE = {3: ("Dana Whitfield", "dana@birch.example")}


def numbers(wanted: Wanted, found: tuple[Glance, ...] = ALL) -> list[int]:
    return [each.application.id for each in chosen(found, wanted, Haystack.of(found, PEOPLE))]


def test_what_needs_the_person_comes_first_and_what_is_over_last() -> None:
    assert numbers(Wanted()) == [3, 5, 1, 4, 2]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(status=Status.REJECTED), [2]),
        (Wanted(stage=Stage.OFFER), [5]),
        (Wanted(reason=RejectionReason.ROLE_FROZEN), [2]),
        (Wanted(needs_me=True), [3, 5]),
        (Wanted(ghosted=True), [4]),
        (Wanted(ghosted=True, status=Status.OFFER), []),
    ],
)
def test_each_filter_leaves_what_fits_it(wanted: Wanted, expected: list[int]) -> None:
    assert numbers(wanted) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cafe", [1]),
        ("ØRSTED chef", [1]),
        ("chef alder", []),
        ("quay", [5]),
        ("dana", [3, 5]),
        ("whitfield", [3]),
        ("%", []),
        ("", [3, 5, 1, 4, 2]),
    ],
)
def test_a_search_looks_at_employer_role_agency_and_people(text: str, expected: list[int]) -> None:
    assert numbers(Wanted(text=text)) == expected


def test_the_orders_are_what_they_say() -> None:
    assert numbers(Wanted(order=Order.CHANCE))[:2] == [3, 1]
    assert numbers(Wanted(order=Order.NEWEST))[0] == 5
    assert numbers(Wanted(order=Order.WAITING))[0] == 1
    assert numbers(Wanted(order=Order.EMPLOYER))[:3] == [2, 3, 1]


def test_a_page_holds_fifty_and_a_page_too_far_is_the_last_one() -> None:
    many = tuple(glance(number) for number in range(1, 2 * PAGE + 8))

    first = listing(many, Wanted(), UTC)
    last = listing(many, Wanted(page=99), UTC)

    assert (len(first.rows), first.pages, first.found, first.first) == (50, 3, 107, 1)
    assert (len(last.rows), last.page, last.first) == (7, 3, 101)
    assert listing((), Wanted(page=4), UTC).pages == 1


def test_a_column_shows_twenty_cards_until_it_is_asked_for_whole() -> None:
    many = tuple(glance(number) for number in range(1, COLUMN + 6))

    applied = board(many, Wanted(board=True), UTC)[0]
    whole = board(many, Wanted(board=True, whole=Stage.APPLIED), UTC)[0]

    assert (len(applied.cards), applied.found, applied.hidden) == (20, 25, 5)
    assert (len(whole.cards), whole.hidden) == (25, 0)
    assert [each.stage for each in board(many, Wanted(), UTC)] == list(Stage)


def test_since_when_is_the_day_of_what_it_stands_by() -> None:
    silent = glance(1, status=Status.SILENT, silent_since=date(2026, 4, 1))
    rejected = glance(2, status=Status.REJECTED, at=NOW - timedelta(days=2))

    assert since(silent, UTC) == date(2026, 4, 1)
    assert since(rejected, UTC) == date(2026, 5, 2)


def test_a_row_says_the_chance_in_hundredths_and_the_agency_only_beside_an_employer() -> None:
    assert row(glance(1, chance=0.314), UTC).chance == "31 %"
    assert row(glance(1, chance=0.002), UTC).chance == "under 1 %"
    assert row(glance(1, agency="Quay"), UTC).through == "Quay"
    assert (row(ALL[4], UTC).employer, row(ALL[4], UTC).through) == ("Quay Recruitment", "")


def test_an_address_asks_for_the_same_again() -> None:
    wanted = Wanted(text="oak", status=Status.SILENT, needs_me=True, order=Order.CHANCE, page=3)

    assert wanted.query() == {"q": "oak", "status": "silent", "needs": "me", "sort": "chance", "page": "3"}
    assert wanted.query(page="", q="") == {"status": "silent", "needs": "me", "sort": "chance"}
    assert Wanted().query() == {}


def test_letters_lose_their_accents_for_a_search() -> None:
    assert plain("Ångström Müller") == "angstrom muller"
