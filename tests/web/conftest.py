"""A store with the demo's ten weeks, and the review page on it: in this process, really served, and in a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from heardback.demo import story
from heardback.demo.play import house_after
from heardback.settings import PersonSettings, Settings
from heardback.web.desk import Desk
from heardback.web.serving import Serving
from heardback.wiring import House
from store.clock import SetClock
from tests.demo.run import DemoRun
from tests.web.person import Person

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")


@dataclass(frozen=True)
class Served:
    """A page that really runs."""

    serving: Serving
    house: House

    @property
    def url(self) -> str:
        return self.serving.desk.address

    def link(self) -> str:
        """A fresh one-time link."""
        return f"{self.url}/sign-in?key={self.serving.desk.keys.new_link()}"


@pytest.fixture(scope="session")
def demo_store(request: pytest.FixtureRequest) -> Path:
    """A data folder with the demo's ten weeks, made once; copy it before changing anything in it.

    HEARDBACK_DEMO_STORE may name one that is there already, to save its half minute while writing tests.
    """
    ready = os.environ.get("HEARDBACK_DEMO_STORE")
    if ready:
        return Path(ready)
    run: DemoRun = request.getfixturevalue("demo_run")
    assert run.code == 0, run.said
    return Path(run.data)


@pytest.fixture
def desk(demo_store: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a copy of the demo's store that may be changed; the clock stands at the story's end."""
    with closing(_house(demo_store, tmp_path, story.END)) as house:
        yield Desk(house)


@pytest.fixture
def client(desk: Desk) -> Person:
    """A signed-in browser in this process, at http://127.0.0.1:8425."""
    return Person(desk)


@pytest.fixture
def stranger(desk: Desk) -> Person:
    """A browser that has not signed in."""
    return Person(desk, signed_in=False)


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Desk]:
    """A desk on a store with nothing in it, for what does not depend on mail."""
    person = PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone="Europe/London")
    with closing(House(Settings(person=person), tmp_path / "bare", SetClock(story.END))) as house:
        yield Desk(house)


@pytest.fixture
def served(demo_store: Path, tmp_path: Path) -> Iterator[Served]:
    """A page that runs on a free port."""
    with closing(_house(demo_store, tmp_path, story.END)) as house, Serving(house, 0) as serving:
        yield Served(serving, house)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium, Debian's or playwright's own. Skips where there is none, except in CI, where that is a failure."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        program = CHROMIUM if CHROMIUM.exists() else Path(playwright.chromium.executable_path)
        if not program.exists():
            if os.environ.get("CI") == "true":
                pytest.fail("Chromium is missing: scripts/servers.sh installs it")
            pytest.skip("no Chromium on this machine: scripts/servers.sh installs it")
        launched = playwright.chromium.launch(executable_path=str(program), args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def tab(browser: "Browser", served: Served) -> Iterator["Page"]:
    """A signed-in page of the browser, showing Today. What its console complains of fails the test."""
    context = browser.new_context(base_url=served.url, timezone_id="Europe/London", locale="en-GB")
    shown = context.new_page()
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text) if _is_complaint(message) else None)
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.goto(served.link())
    shown.wait_for_url(f"{served.url}/")
    yield shown
    context.close()
    assert not complaints


@pytest.fixture
def check_access() -> Callable[["Page"], None]:
    """Runs axe over what the tab shows, in light and in dark, and fails with what it found."""
    from axe_playwright_python.sync_playwright import Axe

    def check(shown: "Page") -> None:
        for scheme in ("light", "dark"):
            shown.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            found = Axe().run(shown)
            assert found.violations_count == 0, f"{shown.url} ({scheme}): {found.generate_report()}"

    return check


def _is_complaint(message: Any) -> bool:
    """Scripts that fail and things the policy refuses; an answer's status is the business of the test."""
    return message.type == "error" and "the server responded with a status of" not in message.text


def _house(demo_store: Path, tmp_path: Path, now: datetime) -> House:
    folder = tmp_path / "store"
    shutil.copytree(demo_store, folder)
    return house_after(folder, now)
