"""The judging of voices by models that did not see them, and the thinning of the corpus."""

from bench.evaluation.voices import places_of, thinned
from classify.corpus import Row
from store.vocabulary import Tag


def mail(number: int, voice: str, language: str = "en", deciding: str = "") -> Row:
    return Row(f"{language}-{number}", Tag.OFFER, "", "", "", language, voice=voice, deciding=deciding or str(number))


MAILS = tuple(mail(number, f"voice-{number % 7}", "en" if number % 3 else "de") for number in range(60))


def test_each_mail_is_judged_once() -> None:
    places = places_of(MAILS)

    assert sorted(place for fold in places for place in fold) == list(range(60))


def test_no_voice_of_a_language_stands_in_two_folds() -> None:
    voices = [{(MAILS[place].language, MAILS[place].voice) for place in fold} for fold in places_of(MAILS)]

    assert sum(map(len, voices)) == len(set.union(*voices))


def test_a_quarter_of_the_sentences_is_the_same_quarter_each_time() -> None:
    english = tuple(row for row in MAILS if row.language == "en")

    assert len(thinned(english, 0.25)) == len(english) // 4
    assert thinned(MAILS, 0.25) == thinned(MAILS, 0.25)
    assert set(thinned(MAILS, 0.25)) <= set(thinned(MAILS, 0.5)) <= set(thinned(MAILS, 1.0)) == set(MAILS)


def test_mails_with_one_deciding_sentence_stay_together() -> None:
    alike = tuple(mail(number, "voice", deciding="same" if number < 5 else "") for number in range(9))

    assert sum(row.deciding == "same" for row in thinned(alike, 0.5)) in (0, 5)
