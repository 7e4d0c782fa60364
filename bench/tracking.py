"""Whether what a round and a listing cost grows with the store: 5,000 applications and 50,000 mails beside none.

``python -m bench --only tracking`` builds the stores (invented, from a seed, in about a minute) and prints two tables;
with ``--json FILE`` it writes them too. Seconds are medians, of the processor, so that a busy machine does not slow
what is measured; both stores of a pair are measured by turns.
"""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bench.bigstore import MAILS_EACH, NOW, Size, fill, new_mails
from heardback.intake import Arrival
from heardback.settings import PersonSettings, Settings
from heardback.weekly import digest_facts, this_week
from heardback.wiring import House
from respond.glances import glances
from respond.standings import standings
from store.clock import SetClock

LARGEST = 5000
SIZES = (100, 1000, LARGEST)
ROUNDS = 9
_TIMES = 3
_PERSON = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
_CONFIG = '[person]\nname = "Sam Reed"\naddress = "sam@home.example"\ncountry = "GB"\ntimezone = "Europe/London"\n'


@dataclass(frozen=True, slots=True)
class Beside:
    """Seconds a round takes after fetching, with much in the store and with nothing."""

    what: str
    much: float
    nothing: float
    must: float
    aim: float

    @property
    def ratio(self) -> float:
        """How many times as long it takes with much in the store."""
        return self.much / self.nothing

    @property
    def cells(self) -> tuple[str, ...]:
        """What, both times, the ratio, both bounds, which is kept."""
        keeps = "aim" if self.ratio <= self.aim else "must" if self.ratio <= self.must else "missed"
        times = (f"{1e3 * self.much:.1f} ms", f"{1e3 * self.nothing:.1f} ms", f"{self.ratio:.2f}")
        return (self.what, *times, f"≤ {self.must:g}", f"≤ {self.aim:g}", keeps)


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds something takes at each of ``SIZES``, and the exponent with which it grows from the smaller ones on."""

    what: str
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """The slope of a straight line through the logarithms (least squares): 1 is in proportion to the store."""
        points = [(math.log(size), math.log(each)) for size, each in zip(SIZES, self.seconds, strict=True)]
        middle, height = (statistics.fmean(column) for column in zip(*points, strict=True))
        above = sum((x - middle) * (y - height) for x, y in points)
        return above / sum((x - middle) ** 2 for x, _ in points)

    @property
    def cells(self) -> tuple[str, ...]:
        """What, the time at each size, the exponent."""
        return (self.what, *(f"{1e3 * each:,.0f} ms" for each in self.seconds), f"{self.exponent:.2f}")


HEADING = ("After fetching", f"{LARGEST:,} applications", "Empty store", "Ratio", "Must", "Aim", "Keeps")
GROWTH_HEADING = ("Applications in the store", *(f"{size:,}" for size in SIZES), "Exponent")


def measured() -> tuple[tuple[Beside, ...], tuple[Growth, ...]]:
    """Both tables."""
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / str(size) for size in SIZES]
        for size, folder in zip(SIZES, folders, strict=True):
            _build(folder, size)
        columns = [_listings(folder) for folder in folders]
        growth = tuple(Growth(what, tuple(column[what] for column in columns)) for what in columns[0])
        return tuple(_rounds(folders[-1], Path(name) / "nothing")), growth


def as_json(beside: Sequence[Beside], growth: Sequence[Growth]) -> str:
    """The figures for programs."""
    rows = [asdict(each) | {"ratio": each.ratio} for each in beside]
    grown = [asdict(each) | {"sizes": SIZES, "exponent": each.exponent} for each in growth]
    return json.dumps({"rounds": rows, "growth": grown}, indent=2, ensure_ascii=False)


def _build(folder: Path, size: int) -> None:
    """A store with a search of that size, looked at once: what a first import leaves."""
    with _house(folder) as house:
        fill(house.database, Size(size, size * MAILS_EACH))
        house.intake.begin_watch()
        house.rounds.draft()


def _rounds(much: Path, nothing: Path) -> Iterator[Beside]:
    """Rounds that bring ten mails each, by turns; the first two of each warm up and are not counted."""
    taken: list[tuple[float, float]] = []
    decided: list[tuple[float, float]] = []
    idle: list[tuple[float, float]] = []
    with _house(much) as full, _house(nothing) as empty:
        empty.intake.begin_watch()
        for number in range(ROUNDS + 2):
            moment = NOW + timedelta(minutes=10 * (number + 1))
            times = [_round(house, number, moment) for house in ((full, empty) if number % 2 else (empty, full))]
            (mine, theirs) = times if number % 2 else reversed(times)
            if number >= 2:
                for table, one, other in zip((taken, decided, idle), mine, theirs, strict=True):
                    table.append((one, other))
    whole = [(a + c, b + d) for (a, b), (c, d) in zip(taken, decided, strict=True)]
    for what, rows, must, aim in (
        ("a round that brings ten mails", whole, 1.5, 1.05),
        ("– read, placed and tracked", taken, 1.5, 1.05),
        ("– silence and drafts decided", decided, 1.5, 1.05),
        ("a round with nothing new", idle, 1.5, 1.05),
    ):
        yield Beside(what, *(statistics.median(column) for column in zip(*rows, strict=True)), must, aim)


def _round(house: House, number: int, moment: datetime) -> tuple[float, float, float]:
    clock = house.clock
    assert isinstance(clock, SetClock)
    clock.at = moment
    arrivals = [Arrival(mail) for mail in new_mails(number, moment)]
    taken = _seconds(lambda: house.intake.take(arrivals, "home"))
    decided = _seconds(house.rounds.draft)
    clock.at = moment + timedelta(minutes=5)
    return taken, decided, _seconds(house.rounds.draft)


def _listings(folder: Path) -> dict[str, float]:
    """What a person or a digest asks for, each the median of a few times."""
    config = folder / "config.toml"
    config.write_text(_CONFIG, encoding="utf-8")
    words = [
        sys.executable,
        "-m",
        "heardback",
        "--config",
        str(config),
        "--data",
        str(folder),
        "--now",
        NOW.isoformat(),
    ]
    with _house(folder) as house:

        def derived() -> None:
            with house.database.reading() as transaction:
                standings(transaction, house.outlook)

        def glanced() -> None:
            with house.database.reading() as transaction:
                glances(transaction, house.outlook)

        asked: dict[str, Callable[[], object]] = {
            "heardback applications --json": lambda: _run([*words, "applications", "--json"]),
            "heardback review list": lambda: _run([*words, "review", "list"]),
            "the digest's facts": lambda: digest_facts(house, this_week(house)),
            "all states, from the last looks": glanced,
            "all states, derived anew": derived,
        }
        return {what: statistics.median(_seconds(work) for _ in range(_TIMES)) for what, work in asked.items()}


@contextmanager
def _house(folder: Path) -> Iterator[House]:
    house = House(Settings(person=_PERSON), folder, SetClock(NOW))
    try:
        yield house
    finally:
        house.close()


def _run(words: Sequence[str]) -> None:
    subprocess.run(words, check=True, capture_output=True)


def _seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process and of the commands it runs."""
    start = _used()
    work()
    return _used() - start


def _used() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system
