"""Every wording with every combination of facts keeps the lengths of ``domain.md`` §2.3 and the tone of §2.4."""

import itertools
import re

import pytest

from respond.language import language
from respond.wordings import choose, render, wordings_of
from store.vocabulary import DraftKind

WORDS = language("en")
ROLES = ("the role", "the Data Analyst role", "the Senior Regional Customer Operations Manager role at Harbour & Pine")
DAYS = ("", "Tuesday 17 November", "Wednesday 30 September 2026")
KINDS: dict[DraftKind, tuple[int, int, dict[str, tuple[object, ...]]]] = {
    DraftKind.FOLLOW_UP_APPLICATION: (
        60,
        110,
        {"applied_on": DAYS, "reference": ("", "REQ-20418"), "acknowledged": (True, False)},
    ),
    DraftKind.FOLLOW_UP_INTERVIEW: (50, 100, {"interview_on": DAYS, "submitted_on": DAYS, "promise_on": DAYS}),
    DraftKind.FINAL_FOLLOW_UP: (40, 80, {"chased_on": DAYS}),
    DraftKind.STAY_CONNECTED: (
        60,
        120,
        {
            "told": (True, False),
            "interview_on": DAYS,
            "about": ("frozen", "cancelled", "internal", "filled", "interviewed", "other"),
            "house": ("your organisation", "Harbour & Pine"),
        },
    ),
    DraftKind.INVITATION_REPLY: (
        15,
        150,
        {
            "when": ("", "Tuesday 24 November at 14:00 CET (UTC+1)"),
            "place": ("", "by video call", "at 12 Mill Lane, Leeds"),
            "choices_gap": ("", "[the one that suits you: Tuesday 24 November at 14:00 UTC; Friday]"),
            "times_gap": (WORDS.word("gap.times"),),
            "zone": ("Europe/Berlin time (UTC+1)",),
        },
    ),
    DraftKind.THANK_YOU: (
        80,
        150,
        {"interview_on": DAYS, "promise_on": DAYS, "moment_gap": (WORDS.word("gap.moment"),)},
    ),
}
BANNED = re.compile(
    r"hope this (mail |e-?mail )?finds|\bjust\b|checking in|touch(ing)? base|circl(e|ing) back|reach(ing)? out|asap|"
    r"as soon as possible|unfortunately|perfect (fit|match)|dream|passionate|thrilled|excited|honou?red|humbled|"
    r"why (you|did)|(have|has) not (answered|replied|heard)|haven't|still waiting|ignored|sorry to bother|kindly|"
    r"\bper my\b|at your earliest|deadline|\blegal|disappoint|better than|deserve|desperate|great company|amazing|"
    r"world-class|leading|\bI enjoyed|pleasure|Ms|Mr\b",
    re.IGNORECASE,
)
ARTEFACTS = re.compile(
    r"  | [.,;:?]|,\s*[.,]|\(\s*\)|\b(on|at|of|about|for|the|in|from)[.,;]|\{|\}|\bNone\.|undefined|\.\.|\bthe the\b"
)


def renderings(kind: DraftKind) -> list[tuple[str, str]]:
    slots = KINDS[kind][2]
    combinations = itertools.product(ROLES, *slots.values())
    return [
        (wording, render(wording, dict(zip(("role", *slots), values, strict=True))))
        for values in combinations
        for wording in wordings_of("en", kind)
    ]


@pytest.mark.parametrize("kind", DraftKind)
def test_there_are_three_wordings_or_more(kind: DraftKind) -> None:
    assert len(wordings_of("en", kind)) >= 3


@pytest.mark.parametrize("kind", DraftKind)
def test_every_wording_keeps_its_length(kind: DraftKind) -> None:
    low, high, _ = KINDS[kind]
    lengths = {(wording, len(text.split())) for wording, text in renderings(kind)}
    # Greeting and closing add five words or six; the range holds with them and without.
    off = sorted(one for one in lengths if not low <= one[1] <= high - 6)
    assert off == []


@pytest.mark.parametrize("kind", DraftKind)
def test_no_wording_uses_a_banned_phrase(kind: DraftKind) -> None:
    assert [match[0] for _, text in renderings(kind) if (match := BANNED.search(text))] == []


@pytest.mark.parametrize("kind", DraftKind)
def test_no_wording_shouts_or_leaves_a_hole(kind: DraftKind) -> None:
    for wording, text in renderings(kind):
        assert "!" not in text
        assert not ARTEFACTS.search(text), (wording, ARTEFACTS.search(text))


@pytest.mark.parametrize("kind", DraftKind)
def test_every_wording_says_thanks_once(kind: DraftKind) -> None:
    assert {len(re.findall(r"\bthank", text, re.IGNORECASE)) for _, text in renderings(kind)} == {1}


@pytest.mark.parametrize("kind", DraftKind)
def test_every_sentence_begins_with_a_capital(kind: DraftKind) -> None:
    for wording, text in renderings(kind):
        for sentence in re.split(r"(?<=[.?])\s+|\n\n", text):
            assert sentence[0].isupper() or sentence[0] == "[", (wording, sentence)


@pytest.mark.parametrize("about", ["frozen", "cancelled", "internal", "filled", "interviewed", "other"])
def test_a_stay_connected_note_asks_at_most_one_question(about: str) -> None:
    for wording in wordings_of("en", DraftKind.STAY_CONNECTED):
        slots = {"role": "the role", "told": True, "interview_on": "", "house": "Northwind", "about": about}
        assert render(wording, slots).count("?") <= 1


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


@pytest.mark.parametrize("kind", DraftKind)
def test_no_wording_is_one_long_block_or_many_short_ones(kind: DraftKind) -> None:
    most = 1 if kind is DraftKind.INVITATION_REPLY else 3
    assert {len(text.split("\n\n")) for _, text in renderings(kind)} <= {most - 1, most} - {0}
