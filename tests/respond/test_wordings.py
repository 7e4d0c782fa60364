"""Every wording with every combination of facts keeps the lengths of ``domain.md`` §2.3 and the tone of §2.4."""

import itertools
import re
from functools import cache

import pytest

from respond.language import language
from respond.wordings import choose, render, wordings_of
from store.vocabulary import DraftKind
from tests.respond.tongues import TONGUES, Tongue

ABOUT = ("frozen", "cancelled", "internal", "filled", "interviewed", "other")
RANGES = {
    DraftKind.FOLLOW_UP_APPLICATION: (60, 110),
    DraftKind.FOLLOW_UP_INTERVIEW: (50, 100),
    DraftKind.FINAL_FOLLOW_UP: (40, 80),
    DraftKind.STAY_CONNECTED: (60, 120),
    DraftKind.INVITATION_REPLY: (15, 150),
    DraftKind.THANK_YOU: (80, 150),
}


def slots_of(tongue: Tongue, kind: DraftKind) -> dict[str, tuple[object, ...]]:
    words, days = language(tongue.code), tongue.days
    match kind:
        case DraftKind.FOLLOW_UP_APPLICATION:
            own = {"applied_on": days, "reference": ("", "REQ-20418"), "acknowledged": (True, False)}
        case DraftKind.FOLLOW_UP_INTERVIEW:
            own = {"interview_on": days, "submitted_on": days, "promise_on": days}
        case DraftKind.FINAL_FOLLOW_UP:
            own = {"chased_on": days}
        case DraftKind.STAY_CONNECTED:
            own = {"told": (True, False), "interview_on": days, "about": ABOUT, "house": tongue.houses}
        case DraftKind.INVITATION_REPLY:
            own = {
                "when": ("", tongue.when),
                "place": tongue.places,
                "choices_gap": ("", words.word("gap.choice", choices=f"{tongue.when}; {tongue.when}")),
                "times_gap": (words.word("gap.times"),),
                "zone": (tongue.zone,),
            }
        case DraftKind.THANK_YOU:
            own = {"interview_on": days, "promise_on": days, "moment_gap": (words.word("gap.moment"),)}
    return {"role": tongue.roles, "informal": (False, True), **own}


@cache
def renderings(tongue: Tongue, kind: DraftKind) -> tuple[tuple[str, bool, str], ...]:
    """Wording, whether familiar, and text."""
    slots = slots_of(tongue, kind)
    combinations = [dict(zip(slots, values, strict=True)) for values in itertools.product(*slots.values())]
    return tuple(
        (wording, bool(one["informal"]), render(wording, one))
        for one in combinations
        for wording in wordings_of(tongue.code, kind)
    )


EVERY = pytest.mark.parametrize(
    ("tongue", "kind"),
    [pytest.param(tongue, kind, id=f"{tongue.code}-{kind}") for tongue in TONGUES for kind in DraftKind],
)


@EVERY
def test_there_are_three_wordings_or_more(tongue: Tongue, kind: DraftKind) -> None:
    assert len(wordings_of(tongue.code, kind)) >= 3


@EVERY
def test_every_wording_keeps_its_length(tongue: Tongue, kind: DraftKind) -> None:
    low, high = RANGES[kind]
    lengths = {(wording, len(re.findall(r"\w[^\s]*", text))) for wording, _, text in renderings(tongue, kind)}
    # Greeting and closing add five words or six; the range holds with them and without.
    off = sorted(one for one in lengths if not low * tongue.at_least <= one[1] <= high * tongue.at_most - 6)
    assert off == []


@EVERY
def test_no_wording_uses_a_banned_phrase(tongue: Tongue, kind: DraftKind) -> None:
    found = {(name, match[0]) for name, _, text in renderings(tongue, kind) if (match := tongue.banned.search(text))}
    assert found == set()


@EVERY
def test_no_wording_shouts_or_leaves_a_hole(tongue: Tongue, kind: DraftKind) -> None:
    for wording, _, text in renderings(tongue, kind):
        assert "!" not in text
        assert not tongue.artefacts.search(text), (wording, tongue.artefacts.search(text))


@EVERY
def test_every_wording_says_thanks_once(tongue: Tongue, kind: DraftKind) -> None:
    off = {(name, text) for name, _, text in renderings(tongue, kind) if len(tongue.thanks.findall(text)) != 1}
    assert off == set()


@EVERY
def test_every_sentence_begins_with_a_capital(tongue: Tongue, kind: DraftKind) -> None:
    for wording, _, text in renderings(tongue, kind):
        # A German letter goes on in lower case after its greeting; a date's full stop ends no sentence.
        begun = text[0].upper() + text[1:] if tongue.code == "de" else text
        for sentence in re.split(r"(?<=[.?])(?<!\d\.)\s+(?![;:?])|\n\n", begun):
            first = sentence.lstrip("¿")[0]
            assert first.isupper() or first == "[", (wording, sentence)


@EVERY
def test_a_wording_never_mixes_the_familiar_and_the_polite(tongue: Tongue, kind: DraftKind) -> None:
    for wording, informal, text in renderings(tongue, kind):
        other = tongue.polite if informal else tongue.familiar
        # "s'il vous plaît" and a sentence that opens with "Sie" are caught too: neither may stand in a familiar text.
        assert not other.search(text), (wording, other.search(text), text)


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize("tongue", TONGUES, ids=lambda one: one.code)
def test_a_stay_connected_note_asks_at_most_one_question(tongue: Tongue, about: str) -> None:
    for wording in wordings_of(tongue.code, DraftKind.STAY_CONNECTED):
        slots = {"role": tongue.roles[0], "told": True, "interview_on": "", "house": "Northwind", "about": about}
        assert render(wording, slots | {"informal": False}).count("?") <= 1


@EVERY
def test_no_wording_is_one_long_block_or_many_short_ones(tongue: Tongue, kind: DraftKind) -> None:
    most = 1 if kind is DraftKind.INVITATION_REPLY else 3
    assert {len(text.split("\n\n")) for _, _, text in renderings(tongue, kind)} <= {most - 1, most} - {0}


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


def test_line_breaks_in_a_fact_cannot_start_a_paragraph() -> None:
    slots = {"role": "{{ 7 * 7 }} role", "chased_on": ""}

    assert "{{ 7 * 7 }}" in render("en/final_follow_up/last_note", slots)


def test_paragraphs_stay_apart_after_a_clause_that_ends_a_line() -> None:
    slots = {"role": "the role", "applied_on": "", "reference": "", "acknowledged": True}

    for wording in wordings_of("en", DraftKind.FOLLOW_UP_APPLICATION):
        assert len(render(wording, slots).split("\n\n")) == 3
