"""A pattern fits nowhere without its pieces: on a sample of the corpus, on odd texts, and on what it finds itself."""

import re
from collections.abc import Iterator

import pytest

from classify import agencies, automatic, form_features, promises, rolepatterns, scamsigns
from classify.corpus import read_corpus
from classify.folding import folded
from classify.modelfile import shipped_model_path
from classify.pieces import Guarded, in_small_letters, needed
from classify.requisition import _DIGITS, _LABELLED, _SHAPES

ROWS = read_corpus(shipped_model_path().parent / "corpus")[::25]
ODD = (
    "",
    "ıNTERVıEW ſTELLE İNTERVİEW",
    "Verkäufer:in (m/w/d) H/F, the Harbour Pilot position; Bewerbung als Hafenlotse",
    "İf we do not reply, the ſtelle iſ filled. Do NOT reply to this message.",
)
TEXTS = tuple(text for row in ROWS for text in (row.subject, row.body, row.body.upper())) + ODD
MODULES = (agencies, automatic, form_features, promises, rolepatterns, scamsigns)


def patterns_in(value: object) -> Iterator[Guarded]:
    if isinstance(value, Guarded):
        yield value
    elif isinstance(value, dict):
        yield from patterns_in(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from patterns_in(each)
    elif isinstance(value, scamsigns.Sign):
        yield from value.patterns


GUARDED = tuple(guarded for module in MODULES for value in vars(module).values() for guarded in patterns_in(value))


def test_no_pattern_fits_without_its_pieces() -> None:
    fits = 0
    for text in TEXTS:
        for said in (text, folded(text, "en")):
            small = in_small_letters(said)
            for guarded in GUARDED:
                if guarded.pattern.search(said):
                    fits += 1
                    assert guarded.may_fit(small), (guarded.pattern.pattern, said)
    assert len(GUARDED) > 60
    assert fits > 4_000


@pytest.mark.parametrize(
    ("pattern", "fits", "never"),
    [
        (r"\b(?:cats?|dogs?)\b", ("cat", "dogs"), ("bird",)),
        (r"(?:good|bad) (?:day|night)", ("good night",), ("good", "night", "good bird")),
        (r"(?i:Hello) W[oö]rld", ("HELLO Wörld",), ("hello",)),
        (r"a{2,}bc?d*", ("aab",), ()),
        (r"(?<!not )selected(?! for)", ("selected",), ("elected",)),
        (r"(?:\(m/w/d\)|H/F)", ("(m/w/d)", "H/F"), ("mwd",)),
        (r"(?:one|two)?(?:three)+", ("three",), ("one", "two")),
    ],
)
def test_pieces_are_read_off_the_pattern(pattern: str, fits: tuple[str, ...], never: tuple[str, ...]) -> None:
    guarded = Guarded(pattern)

    assert all(guarded.search(text, in_small_letters(text)) for text in fits)
    assert not any(map(guarded.may_fit, never))


@pytest.mark.parametrize("pattern", [r"\d+", r"(?:word|\w+)", r"(?:word)?", r"x*"])
def test_a_pattern_that_can_do_without_pieces_is_always_asked(pattern: str) -> None:
    assert needed(re.compile(pattern)) == ()
    assert Guarded(pattern).may_fit("")


def test_a_posting_without_three_figures_in_a_row_has_no_number() -> None:
    for text in TEXTS:
        if any(pattern.search(text) for pattern in (*_SHAPES, _LABELLED)):
            assert _DIGITS.search(text)
