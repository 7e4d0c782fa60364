"""Settings, health and the pages around signing in: accessible in light and dark, and none too wide for a phone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from starlette.requests import Request
from starlette.responses import Response

from heardback.web.routing import view
from tests.web.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Check = Callable[["Page"], None]
PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("path", ["/settings", "/health", "/nothing"])
def test_the_pages_are_accessible(tab: "Page", check_access: Check, path: str) -> None:
    tab.goto(path)

    check_access(tab)
    assert tab.locator("h1").count() == 1


def test_open_settings_are_accessible(tab: "Page", check_access: Check) -> None:
    tab.goto("/settings")
    tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    check_access(tab)


def test_the_page_for_the_unforeseen_is_accessible(tab: "Page", served: Served, check_access: Check) -> None:
    def boom(_request: Request) -> Response:
        raise ValueError("x")

    served.serving.page.app.router.routes.append(view("/boom", boom))
    tab.goto("/boom")

    assert tab.locator("h1").inner_text() == "Something unforeseen happened"
    check_access(tab)


@pytest.mark.parametrize("path", ["/", "/sign-in"])
def test_the_way_in_is_accessible(browser: "Browser", served: Served, check_access: Check, path: str) -> None:
    context = browser.new_context(base_url=served.url)
    shown = context.new_page()
    shown.goto(path)

    check_access(shown)
    context.close()


def test_the_button_of_a_link_is_accessible_without_scripts(
    browser: "Browser", served: Served, check_access: Check
) -> None:
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(served.link())
    shown.get_by_role("button", name="Sign in").click()

    assert shown.url == f"{served.url}/"
    context.close()


@pytest.mark.parametrize("path", ["/settings", "/health", "/nothing"])
def test_nothing_is_wider_than_a_phone(tab: "Page", path: str) -> None:
    tab.set_viewport_size(PHONE)  # type: ignore[arg-type]
    tab.goto(path)
    tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")

    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_keyboard_reaches_the_content_first(tab: "Page") -> None:
    tab.goto("/health")
    tab.keyboard.press("Tab")

    assert tab.evaluate("document.activeElement.textContent") == "To the content"
    tab.keyboard.press("Enter")
    tab.locator("#main:focus").wait_for()


def test_buttons_are_large_enough_for_a_thumb(browser: "Browser", served: Served) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    shown = context.new_page()
    shown.goto(served.link())
    shown.wait_for_url(f"{served.url}/")
    shown.goto(f"{served.url}/settings")

    boxes = [each.bounding_box() for each in shown.locator("button, nav a, summary").all()]
    assert boxes
    assert all(box is None or box["height"] >= 44 for box in boxes)
    context.close()
