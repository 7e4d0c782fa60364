"""Charts are images with words, inside their frame, with nothing of a mail in them but text."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from heardback.web.charts import (
    WIDTH,
    Band,
    Bar,
    Line,
    Range,
    bars,
    described,
    ranges,
    shares_over_days,
    shortened,
)

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "\"><script>alert('x')</script><img src=x onerror=y> & Sons"


def drawn(chart: Markup) -> ElementTree.Element:
    return ElementTree.fromstring(str(chart))


def texts(root: ElementTree.Element, look: str) -> list[str]:
    return [each.text or "" for each in root.iter(f"{SVG}text") if each.get("class") == look]


def curve(points: list[tuple[float, float]], band: Band | None = None) -> Markup:
    return shares_over_days("c", "Title", "Words", until=84, lines=[Line(points, "ch-own", steps=True)], band=band)


CHARTS = {
    "bars": bars("b", "Bars", "Words", [Bar("One", 0.5, "5"), Bar("Two", 0.0)]),
    "no bars": bars("b", "Bars", "Words", []),
    "one range": ranges("r", "Ranges", "Words", [Range("One", 0.5, 0.2, 0.9, "50 %")]),
    "no ranges": ranges("r", "Ranges", "Words", []),
    "many ranges": ranges("r", "Ranges", "Words", [Range(f"Row {n}", 1.0, 0.0, 1.0) for n in range(200)]),
    "curve": curve([(0, 0), (3, 0.5), (84, 1.0)], Band([(0, 0, 0.2), (3, 0.3, 0.7), (84, 0.9, 1)])),
    "one point": curve([(0, 0.0)], Band([(0, 0.0, 0.1)])),
    "no points": curve([], Band([])),
    "past the end": curve([(0, -1), (500, 3)]),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_an_image_with_title_and_description(name: str) -> None:
    root = drawn(CHARTS[name])

    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert title.text
    assert description.text == "Words"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@pytest.mark.parametrize("name", CHARTS)
def test_everything_lies_inside_the_frame(name: str) -> None:
    root = drawn(CHARTS[name])
    _, _, width, height = map(float, (root.get("viewBox") or "").split())

    assert width == WIDTH
    for each in root.iter():
        for key, value in each.attrib.items():
            if key in ("x", "x1", "x2", "cx"):
                assert 0 <= float(value) <= width
            elif key in ("y", "y1", "y2", "cy"):
                assert 0 <= float(value) <= height
        right = float(each.get("x", 0)) + float(each.get("width", 0)) if each.tag == f"{SVG}rect" else 0
        assert right <= width
        for x in re.findall(r"H([\d.]+)", each.get("d", "")):
            assert 0 <= float(x) <= width


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_no_style_script_or_address(name: str) -> None:
    text = str(CHARTS[name])

    assert "style" not in text
    assert "<script" not in text
    assert "href" not in text
    assert not re.search(r"\son\w+=", text)
    assert "NaN" not in text
    assert "nan" not in text


def test_names_from_mail_are_text() -> None:
    for chart in (
        bars("b", HOSTILE, HOSTILE, [Bar(HOSTILE, 0.5, HOSTILE)]),
        ranges("r", HOSTILE, HOSTILE, [Range(HOSTILE, 0.5, 0, 1)]),
    ):
        root = drawn(chart)
        assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
            "svg", "title", "desc", "text", "rect", "line", "circle",
        }  # fmt: skip
        title = root.find(f"{SVG}title")
        assert title is not None
        assert title.text == HOSTILE


def test_bars_are_as_long_as_their_share_and_a_little_is_seen() -> None:
    root = drawn(bars("b", "T", "D", [Bar("All", 1), Bar("Half", 0.5), Bar("Little", 0.001), Bar("None", 0)]))

    widths = [float(each.get("width", 0)) for each in root.iter(f"{SVG}rect") if each.get("class") == "ch-bar"]
    assert widths == [336, 168, 10]


def test_labels_stand_on_lines_of_their_own_and_never_meet_their_value() -> None:
    root = drawn(
        bars("b", "T", "D", [Bar("A very long employer's name that goes on and on and on", 0.5, "1,234 · 56 %")] * 3)
    )

    lines = [float(each.get("y", 0)) for each in root.iter(f"{SVG}text") if each.get("class") == "ch-label"]
    assert [b - a for a, b in pairwise(lines)] == [42, 42]
    for label, value in zip(texts(root, "ch-label"), texts(root, "ch-value"), strict=True):
        assert len(label) + len(value) <= 46
    # Whoever points at it, or reads it out, gets the whole name.
    assert str(bars("b", "T", "D", [Bar(50 * "x", 0.5)])).count(50 * "x") == 1


@pytest.mark.parametrize(
    ("text", "letters", "shown"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("a b c d", 4, "a b…"),
        ("株式会社日本", 8, "株式会…"),
        ("", 3, ""),
    ],
)
def test_a_text_is_cut_by_how_wide_it_is(text: str, letters: int, shown: str) -> None:
    assert shortened(text, letters) == shown


def test_weeks_are_marked_apart_from_each_other() -> None:
    root = drawn(curve([(0, 0)]))
    weeks = [each for each in root.iter(f"{SVG}text") if each.get("y") == "184"]

    assert [each.text for each in weeks] == ["0", "4", "8", "12 weeks"]
    places = [float(each.get("x", 0)) for each in weeks]
    assert places[3] - 55 > places[2] + 10


def test_a_curve_goes_in_steps_to_its_last_point() -> None:
    path = next(each for each in drawn(curve([(0, 0), (42, 0.5)])).iter(f"{SVG}path"))

    assert path.get("d") == "M42 164H187V87"


def test_the_area_runs_along_both_edges() -> None:
    band = Band([(0, 0.0, 0.5), (42, 0.25, 0.75), (84, 0.5, 1.0)])
    path = next(each for each in drawn(curve([(0, 0)], band)).iter(f"{SVG}path"))

    assert path.get("d") == "M42 87H187V48.5H332V10V87V87H187V125.5H42V164Z"


def test_a_description_says_the_numbers() -> None:
    assert described([("A", "1"), ("B", "2")]) == "A: 1; B: 2."
    assert described([]) == ""
