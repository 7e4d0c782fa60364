"""The list of applications, one in full, and the sheet to take away."""

import csv
import io

import pytest

from heardback import byhand
from heardback.web.desk import Desk
from heardback.web.glancing import overview_of
from store.vocabulary import Stage
from tests.web.person import Person


def number_of(desk: Desk, company: str) -> int:
    return next(each.application.id for each in overview_of(desk).glances if each.application.company == company)


def test_the_list_shows_every_application_with_its_state(desk: Desk, client: Person) -> None:
    text = client.get("/applications").text

    assert "Brightwater Rivers Trust" in text
    assert "Harbour Lights Film Festival" in text
    assert "Gone quiet" in text
    assert f'href="/applications/{number_of(desk, "Kingsferry Water")}"' in text


def test_the_board_has_a_column_for_each_stage(client: Person) -> None:
    text = client.get("/applications?view=board").text

    for heading in ("Applied", "First call", "Interviews", "Offer", "Closed"):
        assert f">{heading} <span" in text


def test_a_filter_leaves_the_others_out_and_keeps_itself_in_the_links(client: Person) -> None:
    text = client.get("/applications?status=rejected&q=council").text

    assert "Wexcombe City Council" in text
    assert "Brightwater" not in text
    assert "view=board&amp;q=council&amp;status=rejected" in text


def test_a_search_that_finds_nothing_says_what_to_do(client: Person) -> None:
    text = client.get("/applications?q=zzzz").text

    assert "Nothing fits that" in text
    assert "Show all applications" in text


@pytest.mark.parametrize(
    "query",
    [
        "status=none&stage=%00&sort=x",
        "page=-1",
        "page=99999999999",
        "page=²",
        "q=%27%22%3Cb%3E&view=x",
        "q=" + 900 * "a",
    ],
)
def test_an_odd_address_shows_a_list_all_the_same(client: Person, query: str) -> None:
    answer = client.get(f"/applications?{query}")

    assert answer.status_code == 200
    assert "<b>" not in answer.text


def test_the_sheet_has_what_was_asked_for_and_no_formula(desk: Desk, client: Person) -> None:
    with desk.house.database.transaction() as transaction:
        byhand.add(transaction, "=HYPERLINK(1)", "+Clerk", agency="", applied=desk.now, now=desk.now)

    answer = client.get("/applications.csv?q=clerk")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="applications.csv"'
    assert [(each["company"], each["role"]) for each in rows] == [("'=HYPERLINK(1)", "'+Clerk")]


def test_names_from_mail_are_shown_as_they_are_and_never_as_markup(desk: Desk, client: Person) -> None:
    name = "<script>alert(1)</script>"
    with desk.house.database.transaction() as transaction:
        number = byhand.add(transaction, name, '"><img src=x>', agency="", applied=desk.now, now=desk.now).application

    for path in ("/applications", "/applications?view=board", f"/applications/{number}", "/insights", "/search"):
        text = client.get(path).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
    assert "&lt;script&gt;" in client.get("/applications").text


def test_one_application_tells_its_course_with_the_mails(desk: Desk, client: Person) -> None:
    number = number_of(desk, "Northbridge Reading Trust")

    text = client.get(f"/applications/{number}").text

    assert "Programme Coordinator at Northbridge Reading Trust" in text
    assert "The interview is confirmed for Friday 8 May at 14:00" in text
    assert f'href="/conversation/{number}#mail-' in text
    assert "Chance of an answer" in text
    assert "Adaeze Nwosu" in text
    assert "Thank-you note" in text


def test_what_was_read_differently_before_is_struck_through(desk: Desk, client: Person) -> None:
    number = number_of(desk, "Kingsferry Water")
    with desk.house.database.transaction() as transaction:
        entry = byhand.move(transaction, number, Stage.SCREENING, now=desk.now)
    client.press(f"/changes/{entry.id}/undo")

    text = client.get(f"/applications/{number}").text

    assert "<s>Moved by hand to: first call</s>" in text
    assert "read differently since" in text


def test_an_application_that_is_not_there_is_told_calmly(client: Person) -> None:
    answer = client.get("/applications/4711")

    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def test_a_new_store_says_how_to_begin(bare: Desk) -> None:
    person = Person(bare)

    assert "No application yet" in person.get("/applications").text
    assert "Nobody yet" in person.get("/people").text
    assert "No note yet" in person.get("/lessons").text
    assert "Nothing to show yet" in person.get("/insights").text
    assert person.get("/search").status_code == 200


def test_a_view_of_an_earlier_moment_offers_no_forms(desk: Desk) -> None:
    person = Person(Desk(desk.house, read_only=True))
    number = number_of(desk, "Kingsferry Water")

    for path in ("/applications", f"/applications/{number}", "/search", "/people", "/people/2"):
        assert '<form method="post"' not in person.get(path).text
    assert "earlier moment" in person.after(person.press(f"/applications/{number}/close"))
