"""The wordings as files: how many, chosen how, rendered how. What they say is held by ``test_wordings_*``."""

import pytest

from respond.language import language
from respond.wordings import choose, render, wordings_of
from store.vocabulary import DraftKind
from tests.respond.tongues import TONGUES, Tongue

ABOUT = ("frozen", "cancelled", "internal", "filled", "interviewed", "other")
EVERY = pytest.mark.parametrize(
    ("tongue", "kind"),
    [pytest.param(tongue, kind, id=f"{tongue.code}-{kind}") for tongue in TONGUES for kind in DraftKind],
)


@EVERY
def test_there_are_three_wordings_or_more(tongue: Tongue, kind: DraftKind) -> None:
    assert len(wordings_of(tongue.code, kind)) >= 3


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize("tongue", TONGUES, ids=lambda one: one.code)
def test_a_stay_connected_note_asks_at_most_one_question(tongue: Tongue, about: str) -> None:
    for wording in wordings_of(tongue.code, DraftKind.STAY_CONNECTED):
        slots = {"role": tongue.roles[0], "told": True, "interview_on": "", "house": "Northwind", "about": about}
        assert render(wording, slots | {"informal": False}).count("?") <= 1


def test_every_language_has_the_words_of_english() -> None:
    optional = {"clock_of_twelve"}
    english = {key for key, _ in language("en").words} - optional
    assert {tongue.code: english - {key for key, _ in language(tongue.code).words} for tongue in TONGUES} == {
        tongue.code: set() for tongue in TONGUES
    }


def test_the_choice_is_the_same_every_time_and_spares_used_wordings() -> None:
    wordings = ("a", "b", "c")
    first = choose(wordings, frozenset(), "7/1")

    assert choose(wordings, frozenset(), "7/1") == first
    second = choose(wordings, frozenset({first}), "7/1")
    third = choose(wordings, frozenset({first, second}), "7/1")
    assert {first, second, third} == set(wordings)
    assert choose(wordings, frozenset(wordings), "7/1") == first
    assert choose(wordings, frozenset(), "7/1", lambda wording: int(wording == first)) == second


def test_line_breaks_in_a_fact_cannot_start_a_paragraph() -> None:
    slots = {"role": "{{ 7 * 7 }} role", "chased_on": ""}

    assert "{{ 7 * 7 }}" in render("en/final_follow_up/last_note", slots)


def test_paragraphs_stay_apart_after_a_clause_that_ends_a_line() -> None:
    slots = {"role": "the role", "applied_on": "", "reference": "", "acknowledged": True}

    for wording in wordings_of("en", DraftKind.FOLLOW_UP_APPLICATION):
        assert len(render(wording, slots).split("\n\n")) == 3
