"""What is changed on the page holds in the store, and can be taken back there."""

from datetime import timedelta

import pytest

from heardback.web.desk import Desk
from heardback.web.glancing import overview_of
from respond.glances import Glance
from store.clock import SetClock
from store.records import Application
from store.vocabulary import NextAction, SearchPhase, Stage, Status
from tests.web.person import Person


def known(desk: Desk, company: str) -> Glance:
    return next(each for each in overview_of(desk).glances if each.application.company == company)


def stored(desk: Desk, number: int) -> Application | None:
    with desk.house.database.reading() as transaction:
        return transaction.applications.get(number)


def newest_change(desk: Desk) -> int:
    with desk.house.database.reading() as transaction:
        found = transaction.changes.newest()
    assert found is not None
    return found


def test_an_application_is_added_and_the_addition_taken_back(desk: Desk, client: Person) -> None:
    fields = {"company": "Oak School", "role": "Caretaker", "agency": "", "applied": "2026-05-01"}
    answer = client.press("/applications/add", fields)
    number = known(desk, "Oak School").application.id

    assert answer.headers["location"] == f"/applications/{number}"
    page = client.after(answer)
    assert f"Entered application {number} (Caretaker at Oak School)." in page
    assert "Take it back" in page

    back = client.press(f"/changes/{newest_change(desk)}/undo", came_from=f"/applications/{number}")

    assert back.headers["location"] == "/applications"
    assert stored(desk, number) is None


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"company": " "}, "needs the name of the employer"),
        ({"company": "Oak", "applied": "soon"}, "not a day such as"),
        ({"company": "Oak", "applied": "2026-12-24"}, "lies ahead"),
    ],
)
def test_what_cannot_be_added_is_told(client: Person, fields: dict[str, str], sentence: str) -> None:
    assert sentence in client.after(client.press("/applications/add", fields, came_from="/applications"))


def test_a_correction_names_only_what_changed(desk: Desk, client: Person) -> None:
    application = known(desk, "Kingsferry Water").application
    fields = {"company": "Kingsferry Water", "role": "Programme Lead", "agency": "", "country": application.country}

    page = client.after(client.press(f"/applications/{application.id}/edit", fields))

    assert "role “Programme Lead”." in page
    found = stored(desk, application.id)
    assert found is not None
    assert found.role == "Programme Lead"
    assert "Nothing was changed" in client.after(client.press(f"/applications/{application.id}/edit", fields))


def test_a_stage_is_moved_and_moved_back(desk: Desk, client: Person) -> None:
    number = known(desk, "Kingsferry Water").application.id

    client.press(f"/applications/{number}/move", {"stage": "final"})
    assert known(desk, "Kingsferry Water").state.stage is Stage.FINAL

    client.press(f"/changes/{newest_change(desk)}/undo")
    assert known(desk, "Kingsferry Water").state.stage is Stage.APPLIED
    assert "Choose the stage" in client.after(client.press(f"/applications/{number}/move", {"stage": "closed"}))


def test_closing_keeps_why_and_reopening_undoes_it(desk: Desk, client: Person) -> None:
    number = known(desk, "Kingsferry Water").application.id

    told = client.after(client.press(f"/applications/{number}/close", {"because": "gave_up"}))

    assert "you gave it up" in told
    assert known(desk, "Kingsferry Water").state.status is Status.WITHDRAWN
    assert "Take it up again" in told

    client.press(f"/applications/{number}/reopen")
    assert known(desk, "Kingsferry Water").state.stage is Stage.APPLIED


def test_two_are_joined_and_taken_apart_again(desk: Desk, client: Person) -> None:
    kept, gone = known(desk, "Kingsferry Water").application.id, known(desk, "Sable Telecare").application.id
    offered = client.get(f"/applications/{kept}?join=sable").text
    assert f'name="other" value="{gone}"' in offered

    client.press(f"/applications/{kept}/merge", {"other": str(gone)})
    assert stored(desk, gone) is None

    client.press(f"/changes/{newest_change(desk)}/undo")
    assert stored(desk, gone) is not None


def test_an_earlier_change_is_not_taken_back_under_a_later_one(desk: Desk, client: Person) -> None:
    number = known(desk, "Kingsferry Water").application.id
    client.press(f"/applications/{number}/move", {"stage": "screening"})
    first = newest_change(desk)
    client.press(f"/applications/{number}/move", {"stage": "final"})

    refused = client.after(client.press(f"/changes/{first}/undo", came_from="/search"))

    assert f"Change {first} lies under change {first + 1}" in refused
    assert known(desk, "Kingsferry Water").state.stage is Stage.FINAL


def test_mails_are_split_off_but_never_all_of_them(desk: Desk, client: Person) -> None:
    number = known(desk, "Northbridge Reading Trust").application.id
    with desk.house.database.reading() as transaction:
        mails = [each.id for each in transaction.mail.of_application(number)]

    def split(**fields: object) -> str:
        return client.after(client.press(f"/applications/{number}/split", fields))

    assert "leave at least one here" in split(mail=[str(each) for each in mails])
    assert "Tick the mails" in split()
    page = split(mail=str(mails[0]), company="", role="Clerk")
    assert "Split one mail off" in page
    assert "Clerk at Northbridge Reading Trust" in page


def test_the_search_rests_and_goes_on(desk: Desk, client: Person) -> None:
    assert "choose a later day" in client.after(client.press("/search/pause", {"until": "2026-05-01"}))

    resting = client.after(client.press("/search/pause", {"until": "2026-06-01"}, came_from="/search"))
    assert "Your search is paused until 1 June 2026" in resting
    assert "paused until" in client.get("/applications").text
    follow_ups = [each for each in overview_of(desk).glances if each.state.next_action is NextAction.FOLLOW_UP]
    assert follow_ups == []

    assert "going on" in client.after(client.press("/search/resume", came_from="/search"))


def test_a_job_ends_the_search_and_names_whom_to_thank(desk: Desk, client: Person) -> None:
    number = known(desk, "Brightwater Rivers Trust").application.id
    assert f'action="/applications/{number}/hired"' in client.get("/search").text

    client.press(f"/applications/{number}/hired", {"next": "/search"})
    page = client.get("/search").text

    with desk.house.database.reading() as transaction:
        assert transaction.search.at(desk.now, desk.now.date()).phase is SearchPhase.HIRED
    assert "Your search has ended with a job" in page
    assert "People who may like to hear from you" in page
    assert "Still open elsewhere" in page

    client.press(f"/changes/{newest_change(desk)}/undo", came_from="/search")
    assert "Your search is going on" in client.get("/search").text


def test_the_journal_lists_the_newest_first_and_strikes_through_what_is_undone(desk: Desk, client: Person) -> None:
    clock = desk.house.clock
    assert isinstance(clock, SetClock)
    number = known(desk, "Kingsferry Water").application.id
    client.press(f"/applications/{number}/move", {"stage": "screening"})
    clock.at += timedelta(minutes=5)
    client.press(f"/applications/{number}/move", {"stage": "final"})
    client.press(f"/changes/{newest_change(desk)}/undo")

    text = client.get("/search").text.partition('id="changes"')[2]

    assert text.index("to final.") < text.index("to screening.")
    assert f"<s>Moved application {number} (Programme Support Officer at Kingsferry Water) to final.</s>" in text
    assert text.count("/undo") == 1


def test_another_ones_form_changes_nothing(desk: Desk, client: Person) -> None:
    number = known(desk, "Kingsferry Water").application.id

    answer = client.post(f"/applications/{number}/close", data={"csrf": "guessed"})

    assert answer.status_code == 403
    assert known(desk, "Kingsferry Water").state.stage is Stage.APPLIED
