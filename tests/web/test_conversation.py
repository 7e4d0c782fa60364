"""A conversation: mails in their order, where it stands, and the reply beside them."""

from heardback.web.desk import Desk
from heardback.web.mailtext import Piece, letter, linked, with_gaps
from store.vocabulary import DraftKind
from tests.web.arriving import REJECTION, arrive, mail
from tests.web.drafts import of_kind, ready, with_gap
from tests.web.person import Person


def test_mails_stand_in_their_order_the_newest_open(desk: Desk, client: Person) -> None:
    draft = of_kind(desk.house, DraftKind.INVITATION_REPLY)
    with desk.house.database.reading() as transaction:
        stored = transaction.mail.of_application(draft.application_id or 0)

    page = client.get(f"/conversation/{draft.application_id}").text

    places = [page.index(f'id="mail-{each.id}"') for each in stored]
    assert places == sorted(places)
    openings = [page[place:].partition(">")[0] for place in places]
    assert [" open" in each for each in openings] == [False] * (len(stored) - 1) + [True]
    assert 'class="card letter item own"' in page


def test_it_says_where_the_application_stands_and_by_when(desk: Desk, client: Person) -> None:
    draft = of_kind(desk.house, DraftKind.INVITATION_REPLY)

    page = client.get(f"/conversation/{draft.application_id}").text

    place = page.partition('class="card place"')[2].partition("</section>")[0]
    assert "Your turn" in place
    assert "wait for your yes" in place
    assert "7 May" in place
    assert f'href="/applications/{draft.application_id}"' in page


def test_a_tag_comes_with_its_reasons_and_what_else_it_could_be(desk: Desk, client: Person) -> None:
    with desk.house.database.reading() as transaction:
        doubtful = next(each for each in transaction.mail.unsure() if each.application_id)

    page = client.get(f"/conversation/{doubtful.application_id}").text

    judged = page[page.index(f'id="mail-{doubtful.id}"') :].partition("</form>")[0]
    assert "not sure" in judged
    assert "It could also be" in judged
    assert judged.count('name="tag"') == 7


def test_facts_lead_to_the_mail_they_came_from(desk: Desk, client: Person) -> None:
    arrive(desk.house, mail(REJECTION))
    draft = next(
        each
        for each in (of_kind(desk.house, DraftKind.STAY_CONNECTED), ready(desk.house))
        if each.facts and each.application_id
    )

    page = client.get(f"/conversation/{draft.application_id}").text

    assert "Where its facts come from" in page
    assert "Why this reply" in page


def test_gaps_are_listed_beside_the_text(desk: Desk, client: Person) -> None:
    draft = with_gap(desk.house)

    page = client.get(f"/conversation/{draft.application_id}").text

    assert "only you can fill" in page
    assert f'href="#body-{draft.id}" data-gap=' in page


def test_everything_that_can_be_done_stands_there(desk: Desk, client: Person) -> None:
    draft = of_kind(desk.house, DraftKind.INVITATION_REPLY)

    page = client.get(f"/conversation/{draft.application_id}").text

    for what in ("edit", "approve", "later", "discard", "instead"):
        assert f"/drafts/{draft.id}/{what}" in page
    assert page.count("<h1>") == 1


def test_a_draft_leads_to_its_conversation(desk: Desk, client: Person) -> None:
    draft = ready(desk.house)

    answer = client.get(f"/drafts/{draft.id}")

    assert answer.headers["location"] == f"/conversation/{draft.application_id}#reply"


def test_an_unknown_conversation_is_told_calmly(client: Person) -> None:
    answer = client.get("/conversation/4711")

    assert answer.status_code == 404
    assert "There is no such application" in answer.text


def test_web_addresses_become_links_that_show_their_host() -> None:
    text = "See <https://calder.example/a_b>, or https://x.example/" + "y" * 90 + ". (http://z.example)"

    pieces = linked(text)

    assert [each.href for each in pieces if each.href] == [
        "https://calder.example/a_b",
        "https://x.example/" + "y" * 90,
        "http://z.example",
    ]
    assert "".join(each.text for each in pieces if not each.href) == "See <>, or . ()"
    assert next(each for each in pieces if "x.example" in each.href).text.startswith("https://x.example/yyy")
    assert linked("javascript:alert(1) http:// https://") == (Piece("javascript:alert(1) http:// https://"),)


def test_a_long_text_is_cut_at_a_line() -> None:
    shown = letter("word\n" * 1000, 100)

    assert shown.is_cut
    assert "".join(each.text for each in shown.pieces).endswith("word")
    assert not letter("", 100)


def test_gaps_are_set_apart_in_the_text() -> None:
    pieces = with_gaps("Dear Kim, [your reason] and [day].", ("[your reason]", "[day]", "[gone]"))

    assert [each.text for each in pieces if each.is_gap] == ["[your reason]", "[day]"]
    assert "".join(each.text for each in pieces) == "Dear Kim, [your reason] and [day]."
