"""The facts of a week come from the last looks, and are the ones that deriving everything gives."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from bench import bigstore
from classify.silence import waiting_of
from heardback.settings import ChanceSettings, PersonSettings, Settings
from heardback.weekfacts import digest_facts
from heardback.wiring import House
from respond.digestfacts import DigestFacts
from respond.standings import standings
from store.clock import SetClock
from store.vocabulary import Direction, EventKind, NextAction, Status, Tag

PERSON = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
BEGIN = bigstore.NOW - timedelta(days=70)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A search of two and twenty applications."""
    yield from searching(tmp_path, ChanceSettings())


def searching(folder: Path, chance: ChanceSettings) -> Iterator[House]:
    built = House(Settings(person=PERSON, chance=chance), folder, SetClock(BEGIN))
    built.intake.begin_watch()
    with built.database.transaction() as transaction:
        bigstore.fill_at(transaction, 22, BEGIN, timedelta(days=90), 5)
    yield built
    built.close()


def weeks(house: House) -> Iterator[date]:
    """Six Wednesdays, each looked at as the service would."""
    clock = house.clock
    assert isinstance(clock, SetClock)
    for number in range(6):
        clock.at = BEGIN + timedelta(weeks=number, hours=3)
        house.rounds.draft()
        yield clock.at.date() + timedelta(days=1)


def anew(house: House, week_of: date) -> DigestFacts:
    """The facts with every look forgotten; afterwards the looks are as they were."""
    with house.database.transaction() as transaction:
        transaction.looks.wake_all()
    facts = digest_facts(house, week_of)
    house.rounds.draft()
    return facts


def test_the_facts_from_the_last_looks_are_those_derived_anew(house: House) -> None:
    for week_of in weeks(house):
        assert digest_facts(house, week_of) == anew(house, week_of)


def test_also_where_follow_ups_fall_due_by_the_chance_of_an_answer(tmp_path: Path) -> None:
    for house in searching(tmp_path, ChanceSettings(follow_up_when_chance_below=0.3)):
        for week_of in islice(weeks(house), 3, None, 2):
            assert digest_facts(house, week_of) == anew(house, week_of)


def test_they_are_what_the_states_of_all_applications_say(house: House) -> None:
    done = silent = declined = named = 0
    for week_of in weeks(house):
        facts = digest_facts(house, week_of)
        with house.database.reading() as transaction:
            found = standings(transaction, house.outlook)
            mails = transaction.mail.between(house.outlook.now - timedelta(days=9), house.outlook.now)
        start = datetime.combine(week_of - timedelta(days=7), datetime.min.time(), UTC)
        week = [(e, event) for e in found for event in e.events if start <= event.at < start + timedelta(days=7)]
        assert facts.done.follow_ups == sum(event.kind is EventKind.CHASED for _, event in week)
        assert facts.done.replies == sum(event.kind is EventKind.REPLIED for _, event in week)
        assert {each.application for each in facts.rejections} == {
            e.application.id
            for e, event in week
            if event.kind is EventKind.REJECTED and e.state.status is Status.REJECTED
        }
        came = Counter(
            mail.reading.verdict.tag
            for mail in mails
            if mail.direction is Direction.RECEIVED and mail.message.date >= start
        )
        assert dict(facts.came) == {tag: number for tag, number in came.items() if tag is not Tag.OTHER}
        clocks = [(e, waiting_of(e.state.history, house.outlook.workdays(""), e.limits)) for e in found]
        assert {each.application for each in facts.went_silent} == {
            e.application.id
            for e, clock in clocks
            if e.state.status is Status.SILENT and clock and start.date() <= clock.first_due < week_of
        }
        assert {each.application for each in facts.owed} == {
            e.application.id
            for e in found
            if e.state.next_action not in (NextAction.NONE, NextAction.RECONNECT)
            and not (e.state.status is Status.SILENT and (e.state.ghosted or not e.reply_to))
        }
        assert facts.weeks[-1].done == facts.done
        assert [each.start for each in facts.weeks] == [week_of - timedelta(weeks=back) for back in range(8, 0, -1)]
        done, silent = done + facts.done.total, silent + len(facts.went_silent)
        declined, named = declined + len(facts.rejections), named + sum(" " in each.who for each in facts.owed)
    assert done
    assert silent
    assert declined
    assert named


def test_the_first_week_says_when_it_began_and_later_ones_do_not(house: House) -> None:
    began = [digest_facts(house, week_of).began for week_of in weeks(house)]

    assert began[0] == BEGIN.date()
    assert set(began[1:]) == {None}
