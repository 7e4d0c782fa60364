"""Today: what needs the person, most urgent first; calm, paged, and empty when there is nothing."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from heardback.web.desk import Desk
from heardback.web.draftcards import DraftCard, draft_card
from heardback.web.mailcards import mail_card
from heardback.web.need import Group, Need
from heardback.web.needs import Waiting, asking_of, going_out, needs_of, put_off
from heardback.web.today import AT_ONCE, decisions_words
from heardback.weekfacts import digest_facts
from respond.glances import glances
from store.noted import Draft
from store.records import Address, Application
from store.vocabulary import DraftKind, DraftState, NextAction
from tests.web.arriving import REJECTION, arrive, mail
from tests.web.drafts import ready, waiting, with_gap
from tests.web.person import Person

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOMES = {1: Application(1, "Calder", "Writer"), 2: Application(2, "Northwind", "Engineer")}


def _draft(number: int, home: int | None = 1, *, body: str = "Dear Kim,\n", **fields: object) -> DraftCard:
    draft = Draft(
        id=number,
        key=f"k{number}",
        kind=DraftKind.FOLLOW_UP_APPLICATION,
        state=DraftState.PROPOSED,
        application_id=home,
        account="home",
        to=Address("Kim", "kim@calder.example"),
        subject="Re: yours",
        body=body,
        message_id="<1@x.example>",
        in_reply_to="",
        references=(),
        language="en",
        facts=(),
        gaps=("[your reason]",),
        why=("They have been quiet.",),
        created=NOW,
        changed=NOW,
    )
    from dataclasses import replace

    return draft_card(replace(draft, **fields), now=NOW)  # type: ignore[arg-type]


def _waiting(*drafts: DraftCard) -> Waiting:
    return Waiting((), {}, drafts, HOMES, (), (), NOW, ZoneInfo("UTC"))


def test_what_failed_comes_first_then_ready_then_gaps() -> None:
    needs = needs_of(
        _waiting(
            _draft(1, body="Dear Kim, [your reason]\n"),
            _draft(2),
            _draft(3, 2, state=DraftState.FAILED, failure="It was not sent."),
        )
    )

    assert [(need.group, need.draft and need.draft.id) for need in needs] == [
        (Group.STUCK, 3),
        (Group.READY, 2),
        (Group.GAPS, 1),
    ]


def test_what_is_put_off_is_not_among_the_needs_until_then() -> None:
    rests, back = _draft(1, later_until=NOW + timedelta(days=1)), _draft(2, later_until=NOW - timedelta(hours=1))

    assert [need.draft and need.draft.id for need in needs_of(_waiting(rests, back))] == [2]
    assert [need.draft and need.draft.id for need in put_off(_waiting(rests, back))] == [1]


def test_an_approved_one_is_on_its_way() -> None:
    leaving = _draft(1, state=DraftState.APPROVED, approved=NOW)

    assert needs_of(_waiting(leaving)) == ()
    assert [need.anchor for need in going_out(_waiting(leaving))] == ["draft-1"]


def test_a_draft_of_no_application_has_a_page_of_its_own() -> None:
    (need,) = needs_of(_waiting(_draft(9, None)))

    assert need.link == "/drafts/9"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["Calder"], "Calder decided for somebody or something else this week."),
        (["Calder", "Calder", "Elm"], "Calder and Elm decided for somebody or something else this week."),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 more decided for somebody or something else this week."),
    ],
)
def test_rejections_are_one_line(names: list[str], words: str) -> None:
    assert decisions_words(names) == words


def test_an_invitation_whose_day_has_passed_stands_above_an_offer_with_time_and_both_above_ones_own(desk: Desk) -> None:
    with desk.house.database.reading() as transaction:
        found = glances(transaction, desk.house.outlook)
    drafts = [draft_card(each, now=desk.now) for each in waiting(desk.house)]
    names = {each.application.id: each.application for each in found}

    standing = {each.application.id: each for each in found}
    needs = needs_of(Waiting(asking_of(found), standing, drafts, names, (), (), desk.now, desk.zone))

    theirs = [need for need in needs if need.group is Group.THEIRS]
    assert [need.title for need in theirs][:2] == ["Answer the invitation", "Answer the offer"]
    assert theirs[1].draft is not None
    assert [need.by for need in theirs][:2] == [date(2026, 5, 7), date(2026, 5, 14)]
    assert needs[: len(theirs)] == tuple(theirs)
    shown = [need.draft.id for need in needs if need.draft]
    assert sorted(shown) == sorted(each.id for each in drafts)  # each draft once


def test_what_is_only_fitting_for_days_stands_above_what_can_wait() -> None:
    needs = needs_of(_waiting(_draft(1), _draft(2, kind=DraftKind.THANK_YOU), _draft(3, kind=DraftKind.STAY_CONNECTED)))

    assert [need.draft and need.draft.id for need in needs] == [2, 3, 1]


def test_who_dropped_a_follow_up_is_not_asked_for_it_again(desk: Desk, client: Person) -> None:
    follow_up = next(each for each in waiting(desk.house) if each.kind is DraftKind.FOLLOW_UP_APPLICATION)

    client.press(f"/drafts/{follow_up.id}/discard")

    assert f'id="application-{follow_up.application_id}"' not in client.get("/").text
    week = digest_facts(desk.house, desk.now.date())
    assert follow_up.application_id not in {each.application for each in week.owed}


def test_the_page_shows_the_text_that_is_approved(desk: Desk, client: Person) -> None:
    page = client.get("/").text

    draft = ready(desk.house)
    assert draft.body.split("\n")[2].split("'")[0][:40] in page
    assert f'action="/drafts/{draft.id}/approve"' in page
    gap = with_gap(desk.house)
    assert f'action="/drafts/{gap.id}/approve"' not in page
    assert '<mark class="gap">' in page


def test_a_doubtful_tag_is_a_question_with_the_two_likeliest_answers(desk: Desk, client: Person) -> None:
    page = client.get("/").text
    with desk.house.database.reading() as transaction:
        card = mail_card(transaction.mail.unsure(1)[0], has_html=False, is_open=True)

    assert card.asks in page
    assert f"Yes, {card.named}" in page
    assert f'action="/mail/{card.id}/correct"' in page
    assert card.certainty.startswith("not sure")

    client.press(f"/mail/{card.id}/correct", {"tag": card.tag})
    assert f'id="mail-{card.id}"' not in client.get("/").text


def test_decisions_are_told_calmly_and_never_listed(desk: Desk, client: Person) -> None:
    arrive(desk.house, mail(REJECTION))

    page = client.get("/").text

    assert "Calder Trust" in page.partition('class="soft decisions"')[2].partition("</p>")[0]
    assert page.count("decisions") == 1


def test_done_today_tells_what_was_changed_with_a_way_back(desk: Desk, client: Person) -> None:
    number = arrive(desk.house, mail(REJECTION))
    client.press(f"/mail/{number}/correct", {"tag": "other"})

    done = client.get("/").text.partition('id="done"')[2]

    assert f"Corrected the tag of mail {number}" in done
    assert 'action="/changes/' in done
    assert "read and sorted" in done


def test_many_needs_come_in_pages(desk: Desk, client: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(
        Need(Group.DUE, f"application-{n}", f"Thing {n:03}", "Kim", "", "", "/", order=(n,)) for n in range(60)
    )
    monkeypatch.setattr("heardback.web.today.needs_of", lambda _waiting: many)

    first, second, last = (client.get(f"/?from={start}").text for start in (0, 25, 50))

    assert (first.count("data-item"), second.count("data-item"), last.count("data-item")) == (AT_ONCE, AT_ONCE, 10)
    assert "Show the next 25 of 35 more" in first
    assert "Show the next 10 of 10 more" in second
    assert "Show the next" not in last
    assert client.get("/?from=900").status_code == client.get("/?from=x").status_code == 200


def test_nothing_to_do_says_so_and_lets_go(desk: Desk, client: Person) -> None:
    for draft in waiting(desk.house):
        client.press(f"/drafts/{draft.id}/discard")
    with desk.house.database.reading() as transaction:
        doubts = transaction.mail.unsure()
        found = glances(transaction, desk.house.outlook)
    for each in doubts:
        client.press(f"/mail/{each.id}/correct", {"tag": "other"})
    asked = [each for each in found if each.state.next_action is not NextAction.NONE]
    assert asked
    from heardback import byhand

    for each in asked:
        with desk.house.database.transaction() as transaction:
            byhand.close(transaction, each.application.id, now=desk.now)

    assert "Nothing needs you right now" in client.get("/").text
