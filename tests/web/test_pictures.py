"""The pictures of the README, taken of the real page and digest; ``make pictures`` puts them into ``docs/pictures``."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from heardback.weekly import rendered
from tests.web.conftest import Served

PAGES = {
    "today": "/",
    "conversation": "/conversation/{busiest}",
    "applications": "/applications",
    "insights": "/insights",
}
LARGEST = 250_000
"""Octets of one picture: the repository keeps them."""


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Where the pictures go."""
    named = os.environ.get("HEARDBACK_PICTURES")
    folder = Path(named) if named else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_its_picture(tab: Page, served: Served, album: Path, name: str, scheme: str) -> None:
    tab.set_viewport_size({"width": 1100, "height": 720})
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    tab.goto(PAGES[name].format(busiest=_busiest(served)))
    file = album / f"{name}-{scheme}.png"
    tab.screenshot(path=file)
    assert 10_000 < file.stat().st_size < LARGEST


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_digest_has_its_picture(browser: Browser, served: Served, album: Path, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 720, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    shown = context.new_page()
    shown.set_content(rendered(served.house)[1])
    file = album / f"digest-{scheme}.png"
    shown.screenshot(path=file)
    context.close()
    assert 10_000 < file.stat().st_size < LARGEST


def _busiest(served: Served) -> int:
    """The application with a waiting draft and the most mails."""
    with served.house.database.reading() as transaction:
        waiting = {each.application_id for each in transaction.drafts.all() if each.state.is_open} - {None}
        return max(waiting, key=lambda each: (len(transaction.mail.of_application(each or 0)), each or 0)) or 0
