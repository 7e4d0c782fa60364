"""The digest's HTML holds in mail programs: rows in tables, styles in place, readable in light and in dark."""

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

import pytest

from respond.digest import digest_of
from respond.digestfacts import DigestFacts
from respond.digestmail import digest_html
from tests.respond.builders import FULL_WEEK
from tests.respond.colours import contrast
from tests.respond.test_digest_tone import every_week

CHROMIUM = Path("/usr/bin/chromium")
VOID = {"meta", "img", "br", "hr"}
INSIDE = {
    "tr": {"table"},
    "td": {"tr"},
    "h1": {"td"},
    "h2": {"td"},
    "p": {"td"},
    "a": {"p"},
    "strong": {"p"},
    "span": {"p"},
    "img": {"td"},
    "table": {"td", "body"},
    "head": {"html"},
    "body": {"html"},
    "div": {"body"},
}
"""What each element may lie in here; anything else would be mended by each mail program in its own way."""
GROUNDS = {"page", "card", "step", "alarm"}


class Nesting(HTMLParser):
    """Notes every element that is not closed where it should be, or lies where it should not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else ""
        if tag in INSIDE and parent not in INSIDE[tag]:
            self.faults.append(f"<{tag}> in <{parent}>")
        if len({name for name, _ in attrs}) != len(attrs):
            self.faults.append(f"<{tag}> names an attribute twice")
        self.attributes.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def read(facts: DigestFacts) -> Nesting:
    parser = Nesting()
    parser.feed(digest_html(digest_of(facts)))
    parser.close()
    return parser


@every_week
def test_every_element_is_closed_and_lies_where_it_may(facts: DigestFacts) -> None:
    found = read(facts)

    assert found.faults == []
    assert found.open == []


@every_week
def test_it_is_laid_out_by_tables_alone(facts: DigestFacts) -> None:
    html = digest_html(digest_of(facts))

    assert not re.search(r"display:\s*(flex|grid|inline-block)|float:|position:|calc\(|var\(", html)
    for tag, attributes in read(facts).attributes:
        if tag == "table":
            assert attributes["role"] == "presentation"
            assert attributes["width"]


def test_every_ground_has_its_colour_as_an_attribute_too() -> None:
    grounds = [attributes for _, attributes in read(FULL_WEEK).attributes if attributes.get("class") in GROUNDS]

    assert len(grounds) >= 5
    for attributes in grounds:
        assert f"background-color:{attributes['bgcolor']}" in str(attributes["style"])


def test_it_tells_its_language_its_colours_and_its_width() -> None:
    html = digest_html(digest_of(FULL_WEEK))

    assert html.startswith('<!doctype html>\n<html lang="en"')
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "max-width:600px" in html


def test_the_picture_has_words_and_a_size() -> None:
    (picture,) = (attributes for tag, attributes in read(FULL_WEEK).attributes if tag == "img")

    assert str(picture["alt"]).startswith("What you did, week by week.")
    assert (picture["width"], picture["height"]) == ("420", "96")


def pairs(html: str) -> Iterator[tuple[str, str, str]]:
    """Every colour of text with every ground it may stand on, in light and in dark."""
    dark = html[html.index("prefers-color-scheme: dark") :]
    body = html[html.index("<body") :]
    for scheme, source, form in (
        ("light", body, r'class="{0}"[^>]*[;"]{1}:(#[0-9a-f]{{6}})'),
        ("dark", dark, r"\.{0} \{{ {1}: (#[0-9a-f]{{6}})"),
    ):

        def colour(name: str, what: str, form: str = form, source: str = source) -> str:
            found = re.search(form.format(name, what), source)
            assert found, f"{name} has no {what}"
            return found[1]

        for text in ("ink", "soft", "head"):
            for ground in ("card", "step", "alarm") if text == "ink" else ("card", "step"):
                yield scheme, colour(text, "color"), colour(ground, "background-color")


def test_all_text_is_readable_in_light_and_in_dark() -> None:
    found = list(pairs(digest_html(digest_of(FULL_WEEK))))

    assert len(found) == 14
    for scheme, text, ground in found:
        assert contrast(text, ground) >= 4.5, f"{text} on {ground} ({scheme})"


@pytest.mark.parametrize(
    ("name", "width", "scheme"), [("light", 720, "light"), ("dark", 720, "dark"), ("phone", 360, "light")]
)
def test_in_a_browser_nothing_runs_over_and_all_is_readable(tmp_path: Path, name: str, width: int, scheme: str) -> None:
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("Chromium is not installed")
    page_file = tmp_path / "digest.html"
    page_file.write_text(digest_html(digest_of(FULL_WEEK)), encoding="utf-8")
    # In a thread of its own: another test of the same process may have a browser open in this one.
    with ThreadPoolExecutor(1) as thread:
        faults = thread.submit(look, page_file, width, scheme, tmp_path / f"{name}.png").result()
    assert faults == []


def look(file: Path, width: int, scheme: str, picture: Path) -> list[str]:
    """What is wrong with a page in a window of that width; leaves a picture of it."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        page.screenshot(path=picture, full_page=True)
        faults = [f"loads {url}" for url in asked if not url.startswith(("file:", "data:"))]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append("runs over")
        if not page.evaluate("[...document.images].every(each => each.naturalWidth > 0)"):
            faults.append("a picture is missing")
        # Landmarks are for pages of a site; a mail has none.
        rules = {"region": {"enabled": False}, "landmark-one-main": {"enabled": False}}
        faults += [each["id"] for each in Axe().run(page, options={"rules": rules}).response["violations"]]
        browser.close()
    return faults
