"""The page of figures: each picture with its numbers, and words alone where counts are muted."""

import re
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest

from heardback.settings import DigestSettings
from heardback.web import insights
from heardback.web.desk import Desk
from heardback.web.figures import OpenOne
from heardback.web.insightcharts import SHOWN_OPEN, pictures
from heardback.wiring import House
from tests.web.person import Person


def main_of(text: str) -> str:
    return text.partition("<main")[2].partition("</main>")[0]


def without_published(text: str) -> str:
    return re.sub(r'<details class="published">.*?</details>', "", text, flags=re.S)


def test_every_picture_has_its_numbers_as_a_table(client: Person) -> None:
    text = main_of(client.get("/insights").text)

    assert "How far applications came" in text
    assert "What is open now" in text
    assert "After a receipt" in text
    assert "From where answers come" in text
    assert "What the rejections said" in text
    figures = re.findall(r"<figure.*?</figure>", text, flags=re.S)
    assert len(figures) >= 6
    for figure in figures:
        assert "<table" in figure
        assert 'scope="row"' in figure


def test_what_is_not_about_the_person_is_named_so(client: Person) -> None:
    assert "lay in the position itself and said nothing about you" in client.get("/insights").text


def test_published_figures_come_with_their_source_and_are_no_target(client: Person) -> None:
    text = client.get("/insights").text

    assert "(CandE, 2023)" in text
    assert "not something to reach" in text


def test_muted_counts_leave_words_alone(desk: Desk, tmp_path: Path) -> None:
    settings = desk.house.settings.with_changes(digest=DigestSettings(show_counts=False))
    with closing(House(settings, desk.house.data, desk.house.clock)) as house:
        text = unescape(without_published(main_of(Person(Desk(house)).get("/insights").text).partition(">")[2]))

    shown = re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", " ", text, flags=re.S))
    drawn = " ".join(re.findall(r"<(?:text|desc|title)[^>]*>([^<]*)<", text))
    assert "%" not in shown + drawn
    assert "about" in shown
    assert not re.findall(r"\b\d+\b", re.sub(r"\d+ (?:days|weeks)|\b[048]\b", "", shown + drawn))


def test_what_is_open_is_cut_to_the_best_chances_until_all_is_asked_for() -> None:
    many = [OpenOne(n, f"Employer {n}", "", 0.5, 0.2, 0.8, "about half") for n in range(40)]

    def hidden(*, every: bool) -> int:
        return pictures((), (), many, (), (), show_counts=True, every=every).open_hidden

    assert hidden(every=False) == 40 - SHOWN_OPEN
    assert hidden(every=True) == 0


def test_it_is_reckoned_once_for_a_state_of_the_store(client: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get("/insights").text
    monkeypatch.setattr(insights, "insights_of", None)
    monkeypatch.setattr(insights, "drawn_of", None)

    assert main_of(client.get("/insights").text) == main_of(first)


def test_one_application_alone_says_that_it_is_too_few(bare: Desk) -> None:
    person = Person(bare)
    person.press("/applications/add", {"company": "<b>Oak</b> School", "role": "Caretaker"})

    text = main_of(person.get("/insights").text)

    assert "too few to say" in text
    assert "<b>Oak" not in text
