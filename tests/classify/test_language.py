"""Finding the language of a mail."""

import pytest

from classify.language import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you for your application. We will be in touch with you soon."),
        ("de", "Vielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen heute mitteilen, dass die Stelle besetzt ist."),
        ("fr", "Nous vous remercions de votre candidature mais nous ne pouvons pas y donner une suite favorable."),
        ("es", "Gracias por tu interés en el puesto, pero hemos decidido continuar con otros candidatos."),
        ("en", "Interview Tuesday"),
        ("en", ""),
        ("de", "vielen dank fuer ihre bewerbung wir melden uns bei ihnen"),
    ],
)
def test_stop_words_tell_the_language(language: str, text: str) -> None:
    assert language_of(text) == language


def test_a_list_of_places_is_not_taken_for_french() -> None:
    assert language_of("Junior Developer\nLa Jolla, California\nSenior Tester\nDes Moines, Iowa\nLas Cruces") == "en"


def test_a_language_it_does_not_know_is_none() -> None:
    assert language_of("Благодарим вас за отклик на вакансию, мы свяжемся с вами в ближайшее время.") == ""
