"""A person's own wordings stand in place of ours; a broken one never stops a reply, and is told with its line."""

from dataclasses import replace
from pathlib import Path

import pytest

from respond.compose import Composed, compose
from respond.templatecheck import check_templates
from respond.templatefolder import read_templates, template_problems
from store.vocabulary import DraftKind
from tests.respond.builders import mail, situation

MINE = "My name is on your list for {{ role }}{% if applied_on %} since {{ applied_on }}{% endif %}. Is it open?\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def written(folder: Path) -> Composed:
    given = replace(situation(DraftKind.FOLLOW_UP_APPLICATION, mail(4)), own=read_templates(folder))
    composed = compose(given)
    assert isinstance(composed, Composed)
    return composed


def test_an_own_wording_is_the_only_one_of_its_kind(tmp_path: Path) -> None:
    write(tmp_path, "en/follow_up_application/mine.txt.j2", MINE)

    composed = written(tmp_path)

    assert composed.wording == "own/en/follow_up_application/mine"
    assert "My name is on your list for the Data Analyst role. Is it open?" in composed.body
    assert composed.body.startswith("Dear Dana Whitfield,")


def test_another_language_or_kind_keeps_ours(tmp_path: Path) -> None:
    write(tmp_path, "de/follow_up_application/mine.txt.j2", MINE)
    write(tmp_path, "en/thank_you/mine.txt.j2", "I enjoyed {{ moment_gap }}.")

    assert written(tmp_path).wording.startswith("en/")


def test_a_changed_file_is_taken_up(tmp_path: Path) -> None:
    path = write(tmp_path, "en/follow_up_application/mine.txt.j2", MINE)
    before = written(tmp_path).body
    path.write_text("Something else about {{ role }}, at length.\n", encoding="utf-8")

    assert written(tmp_path).body != before


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("en/thank_you/a.txt.j2", "One\n\n{% if role %}two", "line 3"),
        ("en/thank_you/a.txt.j2", "One\nand {{ salary }}", "line 2: “salary” is not known there"),
        ("en/thank_you/a.txt.j2", "  \n", "the file is empty"),
        ("en/thank_yuo/a.txt.j2", "Hello", "did you mean thank_you?"),
        ("it/thank_you/a.txt.j2", "Ciao", "writes no language “it”"),
        ("en/words.toml", "x = 1", "wordings lie at LANGUAGE/KIND/NAME.txt.j2"),
        ("en/thank_you/a.txt.j2", "x" * 30_000, "larger than"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(tmp_path: Path, name: str, text: str, told: str) -> None:
    write(tmp_path, name, text)

    (problem,) = template_problems(tmp_path)
    assert str(tmp_path / name) in problem
    assert told in problem
    assert read_templates(tmp_path).files == ()


@pytest.mark.parametrize(
    "text",
    [
        "{{ role.upper.x.y }}",
        "{% for one in role %}{{ 1 / 0 }}{% endfor %}",
        "{% include 'en/thank_you/plain.txt.j2' %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ role | nosuchfilter }}",
    ],
)
def test_one_that_fails_while_it_is_filled_gives_way_to_ours(tmp_path: Path, text: str) -> None:
    write(tmp_path, "en/follow_up_application/mine.txt.j2", text)

    composed = written(tmp_path)

    assert composed.wording.startswith("en/")
    assert check_templates(tmp_path)[0].is_broken


def test_no_folder_is_no_problem(tmp_path: Path) -> None:
    assert template_problems(tmp_path / "none") == ()
    assert template_problems(None) == ()
    assert read_templates(None).files == ()


def test_the_check_names_the_rule_a_file_breaks(tmp_path: Path) -> None:
    text = "I hope this finds you well. Thank you for {{ role }}, thanks. Why did you not answer since 3 May?\n"
    path = write(tmp_path, "en/follow_up_application/mine.txt.j2", text)

    remarks = check_templates(tmp_path)

    assert {each.file for each in remarks} == {str(path)}
    assert not any(each.is_broken for each in remarks)
    told = " ".join(each.sentence for each in remarks)
    for rule in ("better left out", "thanks 2 times", "“3” stands in it", "blames"):
        assert rule in told


def test_style_is_told_and_never_refused(tmp_path: Path) -> None:
    write(tmp_path, "en/follow_up_application/mine.txt.j2", "I was just asking about {{ role }}!! Thanks, thanks.\n")

    assert written(tmp_path).wording == "own/en/follow_up_application/mine"


def test_a_good_file_has_no_remark(tmp_path: Path) -> None:
    write(tmp_path, "en/follow_up_application/mine.txt.j2", MINE)

    assert check_templates(tmp_path) == ()
