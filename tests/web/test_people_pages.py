"""The people on the page: everybody, one in full, and what is noted about them."""

from datetime import date

import pytest

from heardback.people import people_known
from heardback.web.acquainted import AHEAD
from heardback.web.desk import Desk
from respond.standings import standings
from store.noted import ContactNote
from tests.web.person import Person


def number_of(desk: Desk, name: str) -> int:
    with desk.house.database.reading() as transaction:
        return next(each.id for each in transaction.applications.contacts() if each.name == name)


def note_on(desk: Desk, name: str) -> ContactNote:
    with desk.house.database.reading() as transaction:
        address = next(each.address for each in transaction.applications.contacts() if each.name == name)
        return transaction.contact_notes.of(address)


def test_it_shows_whom_the_terminal_would_name_and_no_other(desk: Desk, client: Person) -> None:
    with desk.house.database.reading() as transaction:
        outlook = desk.house.outlook
        known = people_known(transaction, standings(transaction, outlook), outlook)
    today = outlook.now.date()
    due = [each for each in known if each.next is not None and each.next.is_due(today)]
    soon = [
        each
        for each in known
        if each.next is not None and today < each.next.day <= today + AHEAD and not each.person.note.dropped
    ]

    text = client.get("/people?next=all").text
    first, _, rest = text.partition('id="everybody"')
    rest += client.get("/people?page=2").text

    assert len(known) > 15
    for each in known:
        assert f'href="/people/{each.person.ids[0]}">{each.person.name}' in rest.replace("&#39;", "'")
    assert due
    assert first.count("<strong>Now</strong>") == len(due)
    assert first.count("<strong>From ") == len(soon) > 0
    for each in (*due, *soon):
        assert f'href="/people/{each.person.ids[0]}"' in first


def test_one_person_shows_how_you_met_and_where(desk: Desk, client: Person) -> None:
    text = client.get(f"/people/{number_of(desk, 'Imogen Farrow')}").text

    assert "Interviewed you for Exhibitions Coordinator at Saltmarsh Museum" in text
    assert "Head of Exhibitions" in text
    assert "A word now would be a good idea" in text


def test_a_search_finds_by_name_or_employer_and_says_when_nobody_fits(client: Person) -> None:
    assert "Imogen Farrow" in client.get("/people?q=saltmarsh").text.partition('id="everybody"')[2]
    assert "Nobody goes by that" in client.get("/people?q=zzzz").text


def test_a_note_is_kept_and_shown_as_it_was_written(desk: Desk, client: Person) -> None:
    number = number_of(desk, "Imogen Farrow")

    client.press(f"/people/{number}/note", {"note": "Met at <b>the fair</b>\r\n& liked it"})

    assert note_on(desk, "Imogen Farrow").note == "Met at <b>the fair</b>\n& liked it"
    assert "Met at &lt;b&gt;the fair&lt;/b&gt;" in client.get(f"/people/{number}").text


def test_a_day_of_ones_own_goes_first_and_can_be_taken_away(desk: Desk, client: Person) -> None:
    number = number_of(desk, "Adaeze Nwosu")

    told = client.after(client.press(f"/people/{number}/day", {"day": "2026-05-20", "because": "The new season"}))

    assert "heardback reminds you on 20 May 2026." in told
    assert "The new season" in client.get("/people").text.partition('id="everybody"')[0]

    client.press(f"/people/{number}/day", {"day": ""})
    assert note_on(desk, "Adaeze Nwosu").next_on is None
    assert "The new season" not in client.get("/people").text


def test_reminders_are_put_off_ended_and_taken_up_again(desk: Desk, client: Person) -> None:
    number = number_of(desk, "Imogen Farrow")

    client.press(f"/people/{number}/snooze", {"weeks": "4"})
    assert note_on(desk, "Imogen Farrow").snoozed_until == date(2026, 6, 7)
    assert "A word now" not in client.get(f"/people/{number}").text

    client.press(f"/people/{number}/drop")
    assert "You chose not to be reminded of them" in client.get(f"/people/{number}").text

    client.press(f"/people/{number}/keep")
    assert "A word now would be a good idea" in client.get(f"/people/{number}").text


@pytest.mark.parametrize(
    ("what", "fields", "sentence"),
    [("snooze", {"weeks": "0"}, "Choose for how many weeks"), ("day", {"day": "soon"}, "not a day such as")],
)
def test_what_cannot_be_kept_is_told(
    desk: Desk, client: Person, what: str, fields: dict[str, str], sentence: str
) -> None:
    number = number_of(desk, "Imogen Farrow")

    answer = client.press(f"/people/{number}/{what}", fields, came_from=f"/people/{number}")

    assert sentence in client.after(answer)
    assert note_on(desk, "Imogen Farrow").snoozed_until is None


def test_cards_can_be_taken_away_for_one_and_for_everybody(desk: Desk, client: Person) -> None:
    one = client.get(f"/people/{number_of(desk, 'Imogen Farrow')}.vcf")
    every = client.get("/people.vcf")

    assert one.headers["content-type"] == "text/vcard; charset=utf-8"
    assert one.text.count("BEGIN:VCARD") == 1
    assert "FN:Imogen Farrow" in one.text
    assert every.text.count("BEGIN:VCARD") > 15


def test_somebody_who_is_not_there_is_told_calmly(client: Person) -> None:
    assert client.get("/people/4711").status_code == 404
    assert client.get("/people/4711.vcf").status_code == 404
    assert client.press("/people/4711/drop").status_code == 404


def test_a_word_again_can_be_written_where_it_would_go_to_them(desk: Desk, client: Person) -> None:
    text = client.get(f"/people/{number_of(desk, 'Imogen Farrow')}").text

    assert 'name="kind" value="reconnect"' in text
    assert 'name="kind" value="reconnect"' not in client.get(f"/people/{number_of(desk, 'Adaeze Nwosu')}").text
