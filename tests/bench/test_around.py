"""How what is read around the tag is counted, and that its sets are whole."""

import json
from collections import Counter

import pytest

from bench.evaluation.around import SETS, TIMES, Case, Tally, cases, table
from classify.corpus import Row
from store.vocabulary import RejectionReason, Tag

LEAST = {"en": 40, "de": 20, "fr": 15, "es": 15}


def case(expected: str, said: str) -> Case:
    return Case("promise", "en", frozenset(expected.split()), frozenset(said.split()))


def test_right_wrong_missing_and_needless_are_counted() -> None:
    tally = Tally.of([case("a", "a"), case("a b", "b c"), case("a", ""), case("", "a"), case("", "")])

    assert (tally.right, tally.said, tally.expected) == (2, 4, 4)
    assert (tally.precision, tally.recall) == (0.5, 0.5)
    assert (tally.negatives, tally.false_alarms) == (2, 1)


def test_nothing_said_has_no_precision() -> None:
    assert Tally.of([case("a", "")]).precision == 0.0


@pytest.mark.parametrize("language", LEAST)
def test_each_set_is_large_enough_and_half_of_it_names_nothing(language: str) -> None:
    lines = (SETS / f"times.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]

    assert len({row["id"] for row in rows}) == len(rows) >= LEAST[language]
    assert set(Counter(row["what"] for row in rows)) == set(TIMES)
    assert 0.4 <= sum(not row["expected"] for row in rows) / len(rows) <= 0.6


def test_a_mail_of_the_corpus_is_read_with_its_tag_given() -> None:
    body = "Thank you for applying to Brightmoor. The position has been filled internally."
    mail = Row(
        "r", Tag.REJECTION, "", "Brightmoor <jobs@brightmoor.example>", body, "en",
        reason=RejectionReason.INTERNAL_CANDIDATE, company="Brightmoor",
    )  # fmt: skip
    found = {each.what: each for each in cases((mail,)) if each.what in ("company", "scam", "reason")}

    assert found["company"].said == found["company"].expected == {"brightmoor"}
    assert found["scam"].said == found["scam"].expected == frozenset()
    assert table(list(found.values()))[2][0] == "company, to the letter"
