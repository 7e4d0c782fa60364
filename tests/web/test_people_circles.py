"""In which applications somebody takes part, who stands on which page, and whom to write to."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from heardback.meaning import limits_of
from heardback.people import Known
from heardback.settings import SilenceSettings
from heardback.web.acquainted import PAGE, addresses_to_ask, noted_addresses, of_page, person_row, roll, to_write
from heardback.web.circles import Circles
from respond.acquaintances import How
from respond.glances import Glance
from respond.people import Acquaintance, Met
from respond.standings import Outlook
from respond.staying import NextTime
from store.noted import ContactNote
from store.records import Contact
from store.vocabulary import NextAction, Stage, Status
from tests.web.glanced import NOW, glance

TODAY = date(2026, 5, 4)
OUTLOOK = Outlook(NOW, ZoneInfo("Europe/London"), "GB", None, limits_of(SilenceSettings()), frozenset())


def contact(number: int, name: str, through: int | None = None) -> Contact:
    return Contact(number, name, f"{name.split()[0].lower()}@birch.example", "Birch Bay", met_through=through)


def known(number: int, name: str = "Dana Cole", time: NextTime | None = None, **fields: object) -> Known:
    values: dict[str, object] = {
        "ids": (number,), "addresses": (f"person{number}@birch.example",), "name": name, "title": "", "phone": "",
        "company": "Birch Bay", "agency": "", "met": (Met(1, "Birch Bay", "Planner", How.INVITED, NOW),),
        "first_seen": NOW, "last_seen": NOW, "last_written": None, "note": ContactNote("x"),
    }  # fmt: skip
    return Known(Acquaintance(**(values | fields)), time)  # type: ignore[arg-type]


def test_a_shared_key_leads_to_every_application_of_a_person() -> None:
    found = (
        glance(1, people=(("dana@birch.example", "dana cole at birch.example"),)),
        glance(2, people=(("d.cole@birch.example", "dana cole at birch.example"),)),
        glance(3, people=(("milo@birch.example",),)),
    )
    circles = Circles(found, ())

    assert circles.applications(["dana@birch.example"]) == {1, 2}
    assert circles.applications(["d.cole@birch.example", "milo@birch.example"]) == {1, 2, 3}
    assert circles.applications(["nobody@birch.example"]) == frozenset()
    assert circles.members(["dana@birch.example"]) == {"dana@birch.example", "d.cole@birch.example"}
    assert circles.members(["nobody@birch.example"]) == {"nobody@birch.example"}


def test_where_no_look_has_told_the_contact_does() -> None:
    circles = Circles(
        (glance(1, people=None), glance(2, people=None, reply_to="milo@birch.example")), (contact(1, "Dana Cole", 1),)
    )

    assert circles.applications(["dana@birch.example"]) == {1}
    assert circles.applications(["milo@birch.example"]) == {2}


def test_a_mailbox_for_answers_that_is_nobodys_joins_nobody() -> None:
    found = tuple(
        glance(number, people=((f"person{number}@birch.example", "answers@birch.example"),)) for number in (1, 2)
    )

    assert Circles(found, ()).applications(["person1@birch.example"]) == {1}


def test_everybody_stands_by_name_some_on_a_page() -> None:
    many = [contact(number, f"Person{number:03d} Cole") for number in range(1, 2 * PAGE + 3)]

    first, last = roll(many, "", 1), roll(many, "", 9)

    assert [each.id for each in first.contacts] == list(range(1, PAGE + 1))
    assert ([each.id for each in last.contacts], last.page, last.pages) == ([2 * PAGE + 1, 2 * PAGE + 2], 3, 3)
    assert [each.id for each in roll(many, "PERSON007 birch", 1).contacts] == [7]
    assert roll(many, "nobody", 1).found == 0


def test_a_person_of_two_addresses_stands_where_the_first_of_them_would() -> None:
    page = roll([contact(1, "Zoe Abbot"), contact(2, "Ada Frost"), contact(3, "Ada Frost")], "", 1)

    rows = of_page([known(1, "Zoe Abbot"), known(3, "Ada Frost", ids=(3, 2))], page, TODAY)

    assert [(each.number, each.name) for each in rows] == [(3, "Ada Frost"), (1, "Zoe Abbot")]


def test_what_fell_due_last_comes_first_then_what_is_soon_and_nothing_that_has_lapsed() -> None:
    people = [
        known(1, time=NextTime(TODAY - timedelta(days=9), "long due", "rule")),
        known(2, time=NextTime(TODAY, "due", "rule")),
        known(3, time=NextTime(TODAY + timedelta(days=30), "soon", "rule")),
        known(4, time=NextTime(TODAY + timedelta(days=300), "far", "rule")),
        known(5, time=NextTime(TODAY - timedelta(days=40), "lapsed", "rule", until=TODAY)),
        known(6),
    ]

    assert [each.number for each in to_write(people, TODAY)] == [2, 1, 3]


def test_a_title_that_names_the_house_stands_alone() -> None:
    assert person_row(known(1, title="Partner, Birch Bay"), TODAY).position == "Partner, Birch Bay"
    assert person_row(known(1, title="Partner"), TODAY).position == "Partner, Birch Bay"


def test_only_those_are_thought_of_whom_one_may_write_to_before_long() -> None:
    def rejected(number: int, at: datetime, action: NextAction) -> Glance:
        address = f"person{number}@birch.example"
        state = glance(number, stage=Stage.CLOSED, status=Status.REJECTED, at=at, next_action=action).state
        return replace(glance(number, reply_to=address, people=((address,),)), state=state)

    found = (
        rejected(1, NOW - timedelta(days=2), NextAction.STAY_CONNECTED_REPLY),
        rejected(2, NOW - timedelta(days=90), NextAction.STAY_CONNECTED_REPLY),
        rejected(3, NOW - timedelta(days=2), NextAction.NONE),
        glance(4, people=(("person4@birch.example",),)),
        glance(5, stage=Stage.CLOSED, status=Status.WITHDRAWN, people=(("person5@birch.example",),)),
        glance(6, stage=Stage.CLOSED, status=Status.WITHDRAWN, people=(("person6@birch.example",),)),
        glance(7, stage=Stage.CLOSED, status=Status.WITHDRAWN, people=(("person7@birch.example",),)),
    )
    wanted = addresses_to_ask(found, OUTLOOK, frozenset({4, 5}), frozenset({"person6@birch.example"}))

    assert sorted(wanted) == ["person1@birch.example", "person5@birch.example", "person6@birch.example"]


def test_a_day_of_ones_own_counts_unless_they_were_dropped() -> None:
    notes = (
        ContactNote("a", next_on=TODAY),
        ContactNote("b", note="words alone"),
        ContactNote("c", snoozed_until=TODAY),
        ContactNote("d", next_on=TODAY, dropped=True),
    )

    assert noted_addresses(notes) == {"a", "c"}
