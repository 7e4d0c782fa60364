"""The same employer never gets the same sentence twice: sentences are compared without dates, roles and names."""

from dataclasses import replace

from respond.compose import Composed, compose
from respond.sentences import paragraphs_of, plain_sentences
from respond.situation import Situation
from store.noted import Fact
from store.vocabulary import DraftKind
from tests.respond.builders import mail, situation


def written(given: Situation) -> Composed:
    composed = compose(given)
    assert isinstance(composed, Composed)
    return composed


def sentences(composed: Composed) -> frozenset[str]:
    return plain_sentences(paragraphs_of(composed.body), composed.facts, composed.gaps)


def test_a_date_or_a_role_makes_no_other_sentence() -> None:
    spring = plain_sentences(
        "I wrote on 3 May about the Clerk role.", [Fact("d", "3 May", ""), Fact("r", "the Clerk role", "")]
    )
    summer = plain_sentences(
        "I wrote on 9 July about the Cook role.", [Fact("d", "9 July", ""), Fact("r", "the Cook role", "")]
    )

    assert spring == summer != frozenset()


def test_short_words_of_courtesy_are_no_sentence() -> None:
    assert plain_sentences("Thank you. Until then.", []) == frozenset()


def test_a_wording_that_repeats_a_sentence_gives_way_to_one_that_does_not() -> None:
    given = situation(DraftKind.FINAL_FOLLOW_UP, mail(4))
    first = written(given)

    # The sentences alone are known, as when the wording of another kind had one in common.
    second = written(replace(given, used_sentences=sentences(first)))

    assert second.wording != first.wording
    assert not sentences(second) & sentences(first)


def test_where_all_repeat_something_the_one_that_repeats_least_is_taken() -> None:
    given = situation(DraftKind.FINAL_FOLLOW_UP, mail(4))
    first = written(given)
    second = written(replace(given, used_wordings=frozenset({first.wording})))
    third = written(replace(given, used_wordings=frozenset({first.wording, second.wording})))
    one_of_third = frozenset(sorted(sentences(third))[:1])

    taken = written(replace(given, used_sentences=sentences(first) | sentences(second) | one_of_third))

    assert taken.wording == third.wording


def test_used_wordings_still_come_last() -> None:
    given = situation(DraftKind.FINAL_FOLLOW_UP, mail(4))
    first = written(given)
    others = {"en/final_follow_up/closing_the_loop", "en/final_follow_up/good_wishes", "en/final_follow_up/last_note"}

    assert written(replace(given, used_wordings=frozenset(others - {first.wording}))).wording == first.wording
