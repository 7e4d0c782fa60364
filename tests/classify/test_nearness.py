"""A cue counts only near a word of applying or hiring."""

from classify.cues import find_cues
from classify.nearness import near_jobs, terms_of
from classify.sentences import sentences


def families(text: str) -> tuple[set[str], set[str]]:
    found = sentences(text, "en")
    kept, far = near_jobs(find_cues(found, "en"), terms_of(found, "en"))
    return {hit.family for hit in kept}, set(far)


def test_a_refusal_near_the_word_candidate_counts() -> None:
    kept, far = families("We have decided to move forward with another candidate.")

    assert "other_candidate" in kept
    assert not far


def test_the_same_words_about_a_bid_are_only_noted() -> None:
    kept, far = families("The committee has decided not to move forward with your offer for the roof.")

    assert "decision" not in kept
    assert "far:decision" in far


def test_a_term_two_sentences_away_still_tells_what_a_cue_is_about() -> None:
    kept, _ = families("Thank you for your application. It was good to meet. We decided not to proceed further.")

    assert "decision" in kept


def test_what_speaks_against_an_application_holds_anywhere() -> None:
    kept, _ = families("Your order has been shipped. Unsubscribe here.")

    assert {"trade", "promotion"} & kept
