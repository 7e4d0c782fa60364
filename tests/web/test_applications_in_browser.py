"""The lists and figures in a real browser: accessible in light and dark, no wider than a phone, without scripts too."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Check = Callable[["Page"], None]
PATHS = (
    "/applications",
    "/applications?view=board",
    "/applications?q=zzzz&status=silent",
    "/applications/2",
    "/applications/28?join=trust",
    "/search",
    "/people",
    "/people/2",
    "/lessons",
    "/lessons/28",
    "/insights",
)


@pytest.mark.parametrize("path", PATHS)
def test_the_pages_are_accessible(tab: "Page", check_access: Check, path: str) -> None:
    tab.goto(path)
    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    check_access(tab)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_phone(tab: "Page", path: str) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.goto(path)
    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_labels_of_the_charts_never_lie_on_each_other(tab: "Page") -> None:
    for width in (360, 1180):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto("/insights")
        overlaps = tab.evaluate(
            """() => [...document.querySelectorAll('svg.chart')].flatMap(chart => {
                const texts = [...chart.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                return texts.flatMap(([a, one], i) => texts.slice(i + 1)
                    .filter(([, two]) => one.left < two.right && two.left < one.right
                        && one.top + 3 < two.bottom && two.top + 3 < one.bottom)
                    .map(([b]) => `${a} | ${b}`));
            })"""
        )
        assert overlaps == []


def test_letters_of_the_charts_can_be_read_on_a_phone(tab: "Page") -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.goto("/insights")

    scales = tab.evaluate(
        """() => [...document.querySelectorAll('svg.chart')]
            .map(chart => chart.getBoundingClientRect().width / chart.viewBox.baseVal.width)"""
    )
    assert min(scales) * 13 >= 10.5


def test_an_application_is_moved_and_moved_back_without_scripts(browser: "Browser", served: Served) -> None:
    context = browser.new_context(base_url=served.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(served.link())
    page.get_by_role("button").first.click()
    page.goto("/applications?q=kingsferry")
    page.get_by_role("link", name="Kingsferry Water").click()
    page.get_by_text("Move it to another stage").click()
    page.get_by_label("Final round").check()
    page.get_by_role("button", name="Move it", exact=True).click()

    notice = page.get_by_role("status").filter(has_text="to final.")
    notice.get_by_role("button", name="Take it back").click()
    page.get_by_role("status").filter(has_text="Taken back: Moved application").wait_for()
    context.close()
