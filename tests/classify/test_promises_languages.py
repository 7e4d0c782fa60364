"""Promised days and reasons in German, French and Spanish."""

from datetime import date

import pytest

from classify.folding import folded
from classify.meetingwords import SCREENING
from classify.promises import promise_of
from classify.reasons import rejection_reason
from store.vocabulary import RejectionReason as R

SENT = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("language", "text", "due"),
    [
        ("fr", "Je vous donne une réponse lundi 9 novembre au plus tard.", date(2026, 11, 9)),
        ("fr", "Nous vous tenons au courant d'ici vendredi.", date(2026, 11, 6)),
        ("de", "Sie hören bis Freitag von uns.", date(2026, 11, 6)),
        ("de", "Bescheid geben wir Ihnen am Montag.", date(2026, 11, 9)),
        ("de", "Wir entscheiden bis zum 15. November.", date(2026, 11, 15)),
        ("es", "Te digo algo el lunes.", date(2026, 11, 9)),
        ("es", "Tendrás noticias nuestras antes del 12 de noviembre.", date(2026, 11, 12)),
    ],
)
def test_the_present_tense_promises_too(language: str, text: str, due: date) -> None:
    promise = promise_of(text, SENT, language)
    assert promise is not None
    assert promise.due == due


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Merci de nous donner une réponse avant vendredi."),
        ("fr", "Je vous confirme l'entretien le mardi 10 novembre à 10h."),
        ("de", "Bitte geben Sie mir bis Freitag Bescheid."),
        ("es", "¿Me dices algo antes del viernes?"),
        ("es", "Te confirmo la entrevista el martes 10 de noviembre a las 10:00."),
    ],
)
def test_what_is_asked_or_booked_is_no_promise(language: str, text: str) -> None:
    assert promise_of(text, SENT, language) is None


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("de", "Wegen eines Einstellungsstopps wird die Stelle bis auf Weiteres nicht besetzt.", R.ROLE_FROZEN),
        ("de", "Die Stelle wird bis auf Weiteres nicht besetzt.", R.ROLE_FROZEN),
        ("de", "Die Stelle ist bereits besetzt.", R.ROLE_FILLED),
        ("de", "Wir haben uns für eine Kollegin aus unserem Haus entschieden.", R.INTERNAL_CANDIDATE),
        ("fr", "Suite à un gel des recrutements, le poste ne sera pas pourvu.", R.ROLE_FROZEN),
        ("fr", "Le poste est désormais pourvu.", R.ROLE_FILLED),
        ("fr", "Nous avons retenu une candidature interne.", R.INTERNAL_CANDIDATE),
        ("es", "La vacante ya ha sido cubierta.", R.ROLE_FILLED),
        ("es", "Hemos tenido que paralizar el proceso de selección.", R.ROLE_FROZEN),
        ("es", "El proceso ha quedado congelado.", R.ROLE_FROZEN),
        ("es", "Hemos decidido cubrir la plaza con una persona de la casa.", R.INTERNAL_CANDIDATE),
    ],
)
def test_the_reason_is_read(language: str, text: str, reason: R) -> None:
    assert rejection_reason(text, language) is reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Dann telefonieren wir am Mittwoch."),
        ("de", "Ich rufe Sie am Mittwoch um 10 Uhr an."),
        ("fr", "Je vous confirme l'entrevue téléphonique."),
        ("fr", "J'aimerais vous parler au téléphone."),
        ("es", "Me gustaría tener una llamada telefónica contigo."),
    ],
)
def test_a_talk_by_telephone_is_a_screening(language: str, text: str) -> None:
    assert SCREENING.search(folded(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En cas d'empêchement, vous pouvez me joindre par téléphone."),
        ("de", "Bei Fragen können Sie mich jederzeit anrufen."),
        ("es", "Si surge algo, llámame por teléfono."),
    ],
)
def test_a_number_for_questions_is_no_screening(language: str, text: str) -> None:
    assert not SCREENING.search(folded(text, language))
