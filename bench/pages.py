"""How fast every page answers with 5,000 applications, 50,000 mails and everybody who wrote in the store.

Each page is asked for in this process, forty times, each time about another application, person or word where the page
takes one; seconds are by the clock. What is handed out as a file is timed too, but is no page.
"""

import shutil
import statistics
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from bench.bigstore import MAILS_EACH
from bench.ground import Ground
from bench.growing import Growth
from bench.rows import Bounds, By, Row
from bench.stores import house_on
from heardback.web.app import application
from heardback.web.desk import Desk
from heardback.web.threshold import cookie_name
from heardback.wiring import House

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would have another library beneath it, which makes no difference here
    from starlette.testclient import TestClient

BOUNDS = Bounds(must=0.1, aim=0.04)
_FILES_TIMED = 3
"""Files that are taken along now and then may take seconds."""
_WORDS = "alder birch quay press lead planner dana cole analytics zzz".split()


@dataclass(frozen=True, slots=True)
class Timing:
    """One page: seconds of the first request of all, and of the others."""

    page: str
    first: float
    seconds: tuple[float, ...]
    is_file: bool = False

    @property
    def p95(self) -> float:
        """So long do 95 of 100 requests take at the most."""
        return statistics.quantiles(self.seconds, n=100, method="inclusive")[94]


def rows(ground: Ground) -> Iterator[Row]:
    """The slowest page, and what takes longer than a page."""
    mails = ground.scale.store
    ground.say(f"every page with {mails // MAILS_EACH:,} applications …")
    timed = _timed_on(ground, mails, "pages", ground.scale.pages)
    pages = [each for each in timed if not each.is_file]
    slowest = max(pages, key=lambda each: each.p95)
    what = f"the slowest page, p95, {mails // MAILS_EACH:,} applications"
    yield Row(what, slowest.p95, f"{slowest.page}, of {len(pages)} pages", bounds=BOUNDS, by=By.ITSELF)
    middle = statistics.median(each.p95 for each in pages)
    yield Row("– the page in the middle of them", middle, by=By.ITSELF)
    yield Row("– the first page after the start", timed[0].first, by=By.ITSELF)
    longest = max((each for each in timed if each.is_file), key=lambda each: each.p95)
    yield Row("– the slowest file that can be had", longest.p95, longest.page, by=By.ITSELF)


def growth(ground: Ground) -> Iterator[Growth]:
    """The mean of all pages at each size."""
    seen = []
    for mails in ground.scale.sizes:
        timed = _timed_on(ground, mails, f"pages-{mails}", max(2, ground.scale.pages // 2))
        seen.append(statistics.fmean(each.p95 for each in timed if not each.is_file))
    yield Growth("a page (p95, mean of all)", ground.scale.sizes, tuple(seen))


def _timed_on(ground: Ground, mails: int, name: str, times: int) -> Sequence[Timing]:
    data = ground.data(name)
    shutil.copytree(ground.stores.of(mails), data, dirs_exist_ok=True)
    with closing(house_on(data)) as house:
        return tuple(timings(house, times))


def timings(house: House, times: int) -> Iterator[Timing]:
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
        yield _timed(client, page, path, times, is_file=False)
    for page, path in _files():
        yield _timed(client, page, path, min(times, _FILES_TIMED), is_file=True)


def _pages(numbers: list[int], people: list[int]) -> Iterator[tuple[str, Callable[[int], str]]]:
    """Each page's name and its address the n-th time; another one each time where there are many."""

    def among(ids: list[int], place: int) -> int:
        return ids[place * 7919 % len(ids)]

    yield "Today", lambda _: "/"
    yield "Applications", lambda place: f"/applications?page={1 + place}"
    yield "Applications, searched", lambda place: f"/applications?q={_WORDS[place % len(_WORDS)]}"
    yield "Applications, by stage", lambda _: "/applications?view=board"
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


def _files() -> Iterator[tuple[str, Callable[[int], str]]]:
    """The same for what the page hands out to be kept."""
    yield "Applications as a sheet", lambda place: f"/applications.csv?q={_WORDS[place % len(_WORDS)]}"
    yield "People as cards", lambda _: "/people.vcf"


def _timed(client: TestClient, page: str, path: Callable[[int], str], times: int, *, is_file: bool) -> Timing:
    seconds: list[float] = []
    for place in range(times + 1):
        began = time.perf_counter()
        answer = client.get(path(place))
        seconds.append(time.perf_counter() - began)
        assert answer.status_code == 200, f"{path(place)} answered {answer.status_code}"
    return Timing(page, seconds[0], tuple(seconds[1:]), is_file)
