"""How fast every page answers with 5,000 applications, 50,000 mails and everybody who wrote in the store.

``python -m bench --only pages`` builds the store (invented, from a seed, in about a minute) and asks for each page in
this process, forty times, each time about another application, person or word where the page takes one. Milliseconds
are of the processor, so that a busy machine does not slow what is measured; the last column is by the clock.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from starlette.testclient import TestClient

from bench.bigstore import MAILS_EACH, NOW, Size, fill
from heardback.settings import PersonSettings, Settings
from heardback.web.app import application
from heardback.web.desk import Desk
from heardback.web.threshold import cookie_name
from heardback.wiring import House
from ingest.senders import is_no_reply
from store.clock import SetClock
from store.records import Address

APPLICATIONS = 5000
TIMES = 40
MUST_MS = 100.0
HEADING = ("Page", "First", "p50", "p95", "Must", "Keeps", "p95 by the clock")
_PERSON = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
_WORDS = "alder birch quay press lead planner dana cole analytics zzz".split()


@dataclass(frozen=True, slots=True)
class Timing:
    """One page: seconds of the first request of all, of the processor and by the clock of the others."""

    page: str
    first: float
    processor: tuple[float, ...]
    clock: tuple[float, ...]

    @property
    def p95(self) -> float:
        """Of the processor, in milliseconds."""
        return 1e3 * _percentile(self.processor, 95)

    @property
    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        return (
            self.page,
            f"{1e3 * self.first:.0f} ms",
            f"{1e3 * statistics.median(self.processor):.0f} ms",
            f"{self.p95:.0f} ms",
            f"≤ {MUST_MS:g} ms",
            "must" if self.p95 <= MUST_MS else "missed",
            f"{1e3 * _percentile(self.clock, 95):.0f} ms",
        )


def measured(applications: int = APPLICATIONS, times: int = TIMES) -> tuple[Timing, ...]:
    """Every page in turn, on one store."""
    with tempfile.TemporaryDirectory() as name, closing(_house(Path(name))) as house:
        _build(house, applications)
        return tuple(timings(house, times))


def timings(house: House, times: int = TIMES) -> Iterator[Timing]:
    """The pages on the store of this house, signed in."""
    desk = Desk(house)
    client = TestClient(application(desk), base_url=desk.address, headers={"Sec-Fetch-Site": "same-origin"})
    session = desk.keys.sign_in(desk.keys.new_link())
    assert session
    client.cookies.set(cookie_name(desk.port), session, domain="127.0.0.1")
    with house.database.reading() as transaction:
        numbers = [each.id for each in transaction.applications.all()]
        people = [each.id for each in transaction.applications.contacts()]
    for page, path in _pages(numbers, people):
        yield _timed(client, page, path, times)


def _pages(numbers: list[int], people: list[int]) -> Iterator[tuple[str, Callable[[int], str]]]:
    """Each page's name and its address the n-th time; another one each time where there are many."""

    def among(ids: list[int], place: int) -> int:
        return ids[place * 7919 % len(ids)]

    yield "Today", lambda _: "/"
    yield "Applications", lambda place: f"/applications?page={1 + place}"
    yield "Applications, searched", lambda place: f"/applications?q={_WORDS[place % len(_WORDS)]}"
    yield "Applications, by stage", lambda _: "/applications?view=board"
    yield "Applications as a sheet", lambda place: f"/applications.csv?q={_WORDS[place % len(_WORDS)]}"
    yield "One application", lambda place: f"/applications/{among(numbers, place)}"
    yield "One conversation", lambda place: f"/conversation/{among(numbers, place)}"
    if people:
        yield "People", lambda place: f"/people?page={1 + place}"
        yield "People, searched", lambda place: f"/people?q={_WORDS[place % len(_WORDS)]}"
        yield "One person", lambda place: f"/people/{among(people, place)}"
    yield "Lessons", lambda _: "/lessons"
    yield "A note", lambda place: f"/lessons/{among(numbers, place)}"
    yield "Insights", lambda _: "/insights"
    yield "Your search", lambda _: "/search"
    yield "Health", lambda _: "/health"
    yield "Settings", lambda _: "/settings"


def _timed(client: TestClient, page: str, path: Callable[[int], str], times: int) -> Timing:
    processor: list[float] = []
    clock: list[float] = []
    for place in range(times + 1):
        used, seen = time.process_time(), time.perf_counter()
        answer = client.get(path(place))
        processor.append(time.process_time() - used)
        clock.append(time.perf_counter() - seen)
        assert answer.status_code == 200, f"{path(place)} answered {answer.status_code}"
    return Timing(page, clock[0], tuple(processor[1:]), tuple(clock[1:]))


def _house(folder: Path) -> House:
    return House(Settings(person=_PERSON), folder, SetClock(NOW))


def _build(house: House, applications: int) -> None:
    fill(house.database, Size(applications, applications * MAILS_EACH))
    _meet(house)
    house.intake.begin_watch()
    house.rounds.draft()


def _meet(house: House) -> None:
    """Remembers everybody who wrote, as an intake would."""
    with house.database.reading() as transaction:
        found = list(transaction.mail.writers(NOW))
        known = {each.id: each for each in transaction.applications.all()}
    with house.database.transaction() as transaction:
        for number, sender, _, first in found:
            if not is_no_reply(Address("", sender)):
                given, _, family = sender.partition("@")[0].partition(".")
                at = known[number]
                name = f"{given} {family}".title()
                transaction.applications.meet(sender, name, at.agency or at.company, on=first, through=number)


def _percentile(values: tuple[float, ...], share: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]
