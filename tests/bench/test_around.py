"""How what is read around the tag is counted, and that its sets are whole."""

import json
from collections import Counter

import pytest

from bench.evaluation import aroundsets
from bench.evaluation.around import SETS, TIMES, Case, Origin, Tally, cases, corpus_table
from classify.corpus import Row
from store.vocabulary import RejectionReason, Tag

ABOUT = ("company", "scam", "reason")
LEAST_WRITTEN = {"en": 60, "de": 30, "fr": 30, "es": 30}
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


@pytest.mark.parametrize("language", LEAST_WRITTEN)
@pytest.mark.parametrize("about", aroundsets.ABOUT)
def test_each_written_set_is_large_enough_and_a_third_of_it_is_held(about: str, language: str) -> None:
    here = [each for each in aroundsets.read(SETS) if each.about == about and each.mail.language == language]

    assert len({each.mail.id for each in here}) == len(here) >= LEAST_WRITTEN[language]
    assert 0.25 <= sum(each.held for each in here) / len(here) <= 0.37


def test_scams_and_reasons_have_as_many_mails_that_are_none() -> None:
    written = list(aroundsets.read(SETS))
    scams = [each.is_scam for each in written if each.about == "scams"]
    stated = [each.mail.reason is not RejectionReason.NOT_STATED for each in written if each.about == "reasons"]

    assert 0.4 <= sum(scams) / len(scams) <= 0.6
    assert 0.4 <= sum(stated) / len(stated) <= 0.62


def test_what_is_read_around_the_tag_keeps_its_precision() -> None:
    found = [each for each in cases(()) if each.origin is not Origin.CORPUS]
    least = {"reason": (0.9, 0.8), "company": (0.93, 0.85), "role": (0.93, 0.8), "scam": (0.95, 0.8)}
    for what, (precision, recall) in least.items():
        tally = Tally.of(each for each in found if each.what == what)

        assert tally.precision >= precision, what
        assert tally.recall >= recall, what


def test_a_mail_of_the_corpus_is_read_with_its_tag_given() -> None:
    body = "Thank you for applying to Brightmoor. The position has been filled internally."
    mail = Row(
        "r", Tag.REJECTION, "", "Brightmoor <jobs@brightmoor.example>", body, "en",
        reason=RejectionReason.INTERNAL_CANDIDATE, company="Brightmoor",
    )  # fmt: skip
    found = {each.what: each for each in cases((mail,)) if each.origin is Origin.CORPUS and each.what in ABOUT}

    assert found["company"].said == found["company"].expected == {"brightmoor"}
    assert found["scam"].said == found["scam"].expected == frozenset()
    assert corpus_table(list(found.values()))[2][0] == "company, to the letter"
