"""A round looks at what has changed or fallen due, and that comes to the same as looking at everything."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bench import bigstore
from heardback import byhand, joining, searching
from heardback.settings import ChanceSettings, PersonSettings, ReplySettings, Settings, SilenceSettings
from heardback.wiring import House
from respond.glances import Glance, glances
from respond.standings import standings
from store.clock import SetClock
from store.database import Transaction
from store.records import Reading
from store.vocabulary import Direction, Tag

SETTINGS = Settings(
    person=PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
)
BEGIN = bigstore.NOW - timedelta(days=70)


class Pair:
    """Two stores of the same history: one looks as a round does, the other is made to look at everything each time."""

    def __init__(self, folder: Path, settings: Settings, applications: int = 20, seed: int = 3) -> None:
        self.clock = SetClock(BEGIN)
        self.quick, self.plain = (House(settings, folder / name, self.clock) for name in ("quick", "plain"))
        for house in self.both:
            house.intake.begin_watch()
            with house.database.transaction() as transaction:
                bigstore.fill_at(transaction, applications, BEGIN, timedelta(days=120), seed)

    @property
    def both(self) -> tuple[House, House]:
        return self.quick, self.plain

    def look(self, at: datetime) -> None:
        self.clock.at = at
        self.quick.rounds.draft()
        with self.plain.database.transaction() as transaction:
            transaction.looks.wake_all()
        self.plain.rounds.draft()

    def change(self, how: Callable[[Transaction], object]) -> None:
        """The same change in both; drafts have other Message-IDs, but everything has the same number."""
        for house in self.both:
            with house.database.transaction() as transaction:
                how(transaction)

    def check(self) -> None:
        """Both stores hold the same drafts and refusals, and a listing tells what full derivation tells."""
        assert _drafts(self.quick) == _drafts(self.plain)
        assert _refusals(self.quick) == _refusals(self.plain)
        with self.quick.database.reading() as transaction:
            outlook = self.quick.outlook
            told = tuple(Glance(e.application, e.state, e.reply_to) for e in standings(transaction, outlook))
            assert glances(transaction, outlook) == told
            assert glances(transaction, outlook, once=True) == told

    def close(self) -> None:
        for house in self.both:
            house.close()


def _drafts(house: House) -> list[tuple[object, ...]]:
    with house.database.reading() as transaction:
        return [(e.id, e.key, e.state, e.application_id, e.subject, e.body) for e in transaction.drafts.all()]


def _refusals(house: House) -> set[tuple[str, str]]:
    with house.database.reading() as transaction:
        return {(each.key, each.reason) for each in transaction.drafts.refusals()}


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path, SETTINGS)
    yield made
    made.close()


@pytest.mark.parametrize(("steps", "days"), [((3, 9, 24, 60), 45), ((24 * 9, 24 * 31), 420)])
def test_weeks_and_months_of_rounds_make_the_same_drafts(pair: Pair, steps: tuple[int, ...], days: int) -> None:
    chance = random.Random(1)
    at = BEGIN
    while at < BEGIN + timedelta(days=days):
        pair.look(at)
        pair.check()
        at += timedelta(hours=chance.choice(steps))
    assert _drafts(pair.quick)


def test_what_a_person_changes_by_hand_is_looked_at(pair: Pair) -> None:
    at = BEGIN + timedelta(days=30)
    pair.look(at)
    for number, change in enumerate(_changes(at)):
        pair.change(change)
        pair.check()
        pair.look(at + timedelta(hours=number))
        pair.check()


def _changes(now: datetime) -> Iterator[Callable[[Transaction], object]]:
    yield lambda transaction: byhand.close(transaction, 3, now=now)
    yield lambda transaction: byhand.edit(transaction, 5, byhand.Edits(country="DE", role="Baker"), stage=None, now=now)
    yield lambda transaction: joining.merge(transaction, 7, 9, frozenset({"sam@home.example"}), now=now)
    yield lambda transaction: byhand.add(transaction, "Oak School", "Cook", agency="", applied=now, now=now)
    yield lambda transaction: _correct(transaction, 11, Tag.REJECTION)
    yield lambda transaction: transaction.mail.place(40, None, pinned=True)
    yield lambda transaction: searching.pause(transaction, until=None, now=now, today=now.date())
    yield lambda transaction: searching.resume(transaction, now=now + timedelta(hours=6), today=now.date())


def _correct(transaction: Transaction, number: int, tag: Tag) -> None:
    stored = next(e for e in transaction.mail.of_application(number) if e.direction is Direction.RECEIVED)
    reading = Reading(bigstore.verdict(tag), stored.reading.company, stored.reading.agency, stored.reading.role)
    transaction.mail.correct(stored.id, reading, was=stored.reading.verdict.tag, at=stored.message.date)


@pytest.mark.parametrize(
    "settings",
    [
        SETTINGS.with_changes(silence=SilenceSettings(receipt_nudge=3)),
        SETTINGS.with_changes(replies=ReplySettings(kinds=())),
        SETTINGS.with_changes(person=PersonSettings(name="Sam Reed", address="s@home.example", country="DE")),
    ],
)
def test_other_settings_are_taken_up_at_once(pair: Pair, settings: Settings) -> None:
    pair.look(BEGIN + timedelta(days=20))
    for house in pair.both:
        house.close()
        house.settings = settings
        for name in ("database", "limits", "drafting_rules", "person", "own_addresses", "zone"):
            house.__dict__.pop(name, None)
    pair.look(BEGIN + timedelta(days=20, hours=1))
    pair.check()


def test_a_clock_that_was_set_back_is_noticed(pair: Pair) -> None:
    pair.look(BEGIN + timedelta(days=60))
    pair.look(BEGIN + timedelta(days=10))
    pair.check()


def test_dates_that_rest_on_the_chance_of_an_answer_move_with_it(tmp_path: Path) -> None:
    below = SETTINGS.with_changes(chance=ChanceSettings(follow_up_when_chance_below=0.3))
    pair = Pair(tmp_path, below)
    for day in range(0, 25, 5):
        pair.look(BEGIN + timedelta(days=day))
        pair.check()
    pair.close()


def test_a_round_in_which_nothing_changed_looks_at_nothing(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    at = BEGIN + timedelta(days=20)
    pair.look(at)
    looked: list[object] = []
    monkeypatch.setattr("heardback.deciding.standings", lambda _, __, ids, **___: looked.extend(ids) or ())
    pair.clock.at = at + timedelta(minutes=5)
    pair.quick.rounds.draft()

    assert looked == []
