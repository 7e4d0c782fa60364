"""Rows count as often as mail that says as much of jobs occurs in real mailboxes."""

import pytest

from classify.evidence import JOB_TERMS_FACT, RULE_FACT, cell_of, expected, real_weights
from store.vocabulary import MESSAGE_TAGS, Tag


def facts(terms: int, claim: Tag) -> dict[str, float]:
    return {f"{JOB_TERMS_FACT}{terms}": 1.0, f"{RULE_FACT}{claim.value}": 1.0}


PLAIN, ODD = facts(3, Tag.REJECTION), facts(0, Tag.OTHER)


def test_a_cell_is_how_many_terms_and_which_claim() -> None:
    assert cell_of(PLAIN) == (2, Tag.REJECTION)
    assert cell_of(ODD) == (0, Tag.OTHER)
    assert cell_of({}) == (0, Tag.OTHER)


@pytest.mark.parametrize("tag", MESSAGE_TAGS)
def test_what_is_expected_of_a_tag_sums_to_one(tag: Tag) -> None:
    assert sum(expected(tag, (terms, claim)) for terms in range(3) for claim in MESSAGE_TAGS) == pytest.approx(1.0)


def test_a_refusal_in_usual_words_outweighs_one_without_any() -> None:
    plain, odd = real_weights([Tag.REJECTION, Tag.REJECTION], [PLAIN, ODD])

    assert plain > 5 * odd


def test_ordinary_mail_without_a_word_of_jobs_outweighs_a_trap() -> None:
    dull, trap = real_weights([Tag.OTHER, Tag.OTHER], [ODD, PLAIN])

    assert dull > 5 * trap


def test_where_cues_are_less_proven_the_rows_are_more_alike() -> None:
    at_home = real_weights([Tag.REJECTION, Tag.REJECTION], [PLAIN, ODD])
    abroad = real_weights([Tag.REJECTION, Tag.REJECTION], [PLAIN, ODD], language="fr")

    assert abroad[1] > at_home[1]


def test_a_correction_counts_its_weight_and_the_tag_no_more_than_before() -> None:
    tags = [Tag.REJECTION, Tag.REJECTION, Tag.OTHER]
    before = real_weights(tags, [PLAIN, ODD, ODD])
    after = real_weights([*tags, Tag.REJECTION], [PLAIN, ODD, ODD, ODD], [0, 0, 0, 5.0])

    assert after[3] > after[0]
    assert after[[0, 1, 3]].sum() / after.sum() == pytest.approx(before[:2].sum() / before.sum())


def test_weights_have_mean_one() -> None:
    assert real_weights([Tag.REJECTION, Tag.OTHER], [PLAIN, ODD]).mean() == pytest.approx(1.0)
