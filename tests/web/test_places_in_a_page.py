"""A link to another place in a page goes there and keeps what was typed; only back to another page asks for it anew."""

from typing import TYPE_CHECKING

from tests.web.conftest import Served
from tests.web.drafts import beside, now, waiting

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = {"width": 360, "height": 740}
_MARK = "document.body.dataset.marked = 'yes'"
_MARKED = "body[data-marked]"


def test_a_link_within_the_page_does_not_reload_it(tab: "Page") -> None:
    tab.goto("/health")
    tab.evaluate(_MARK)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")

    tab.locator("#main:focus").wait_for()
    assert tab.url.endswith("/health#main")
    assert tab.locator(_MARKED).count() == 1


def test_what_was_typed_outlives_a_link_within_the_page_and_the_way_back(tab: "Page", served: Served) -> None:
    draft = next(each for each in waiting(served.house) if each.application_id)
    tab.set_viewport_size(PHONE)  # type: ignore[arg-type]
    tab.goto(f"/conversation/{draft.application_id}")
    box = tab.locator("[data-edit] [data-body]").first
    box.fill("Dear Kim,\n\nnot done yet")
    tab.locator(".to-reply a").click()
    tab.wait_for_url("**#reply")
    tab.evaluate("history.back()")
    tab.wait_for_url(f"**/conversation/{draft.application_id}")

    assert box.input_value() == "Dear Kim,\n\nnot done yet"


def test_saving_one_reply_keeps_what_was_typed_in_another(tab: "Page", served: Served) -> None:
    one, other = beside(served.house)
    tab.goto(f"/conversation/{one.application_id}")
    tab.locator(f"#body-{other.id}").fill("Typed, not saved")
    tab.locator(f"#body-{one.id}").fill("Saved words")
    tab.locator(f"[data-draft='{one.id}'] button:visible", has_text="Save").click()
    tab.locator(".notices", has_text="Your words are kept").wait_for()

    assert now(served.house, one).body == "Saved words\n"
    assert tab.locator(f"#body-{other.id}").input_value() == "Typed, not saved"


def test_back_after_a_form_that_led_elsewhere_shows_the_page_before(tab: "Page") -> None:
    tab.goto("/applications")
    tab.locator("summary", has_text="Add one by hand").click()
    tab.get_by_label("Employer").fill("Hazel Press")
    tab.locator("#add button").click()
    tab.wait_for_url("**/applications/*")
    assert tab.evaluate("document.querySelector('h1').textContent").strip() != "Applications"
    tab.evaluate("history.back()")
    tab.wait_for_url("**/applications")

    tab.get_by_role("heading", level=1, name="Applications").wait_for()
