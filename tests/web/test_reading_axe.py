"""Today, a conversation and a mail stand axe's rules, in light and dark, and fit a narrow screen."""

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from store.vocabulary import DraftKind, DraftState
from tests.web.arriving import REJECTION, arrive, mail
from tests.web.conftest import Served
from tests.web.drafts import left_as, of_kind, ready, with_gap

if TYPE_CHECKING:
    from playwright.sync_api import Page

HTML = '<h1>Calder Trust</h1><p style="color:#333">Dear Robin, <a href="http://x.example/">here</a></p><img alt="Logo">'


@pytest.fixture
def paths(served: Served) -> list[str]:
    """Pages with all there can be on them."""
    house = served.house
    shaped = arrive(house, mail(REJECTION, html=HTML))
    left_as(house, ready(house), DraftState.FAILED, "It was not sent: no such address.")
    house.outbox.approve(ready(house).id)
    invited, gap = of_kind(house, DraftKind.INVITATION_REPLY), with_gap(house)
    with house.database.reading() as transaction:
        approved = transaction.drafts.in_state(DraftState.APPROVED)[0]
        stored = transaction.mail.get(shaped)
    assert stored is not None
    homes = [invited.application_id, gap.application_id, approved.application_id, stored.application_id]
    return ["/", *(f"/conversation/{each}" for each in homes), f"/mail/{shaped}?html=1"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(tab: "Page", served: Served, paths: list[str], scheme: str) -> None:
    tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in paths:
        tab.goto(path)
        for summary in tab.locator("main details:not([open]) > summary").all():
            if summary.is_visible():
                summary.click()

        found = Axe().run(tab).response["violations"]

        assert [(path, each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


def test_a_narrow_screen_needs_no_sideways_scrolling(tab: "Page", served: Served, paths: list[str]) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    for path in paths:
        tab.goto(path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_list_of_keys_stands_the_rules_too(tab: "Page", served: Served) -> None:
    tab.keyboard.press("?")

    assert Axe().run(tab).response["violations"] == []
