"""Reasons as natives write them, and words in a rejection that give none."""

import pytest

from classify.reasons import reason_given, rejection_reason
from store.vocabulary import RejectionReason


@pytest.mark.parametrize(
    ("language", "reason", "text"),
    [
        ("en", "other_candidate", "We have given the job to someone else."),
        ("en", "internal_candidate", "It went to one of our own supervisors, promoted to the post."),
        ("en", "role_frozen", "Leadership put a freeze on all hiring yesterday."),
        ("en", "compensation", "The most we can stretch to is 45."),
        ("en", "eligibility", "We can only hire people who live in Ireland."),
        ("en", "missing_requirement", "You don't have the ticket, and without it I can't let you on site."),
        ("en", "capacity", "All ten places on the course have been taken."),
        ("de", "internal_candidate", "Die Stelle wird mit einer Kollegin aus dem eigenen Haus besetzt."),
        ("de", "capacity", "Alle Praktikumsplätze sind vergeben."),
        ("de", "compensation", "Ihre Gehaltsvorstellung liegt über dem, was wir zahlen können."),
        ("de", "missing_requirement", "Uns fehlt bei Ihnen die Anerkennung der Ausbildung."),
        ("fr", "capacity", "Toutes nos places de stage sont prises."),
        ("fr", "eligibility", "Sans titre de séjour nous ne pouvons pas vous embaucher."),
        ("fr", "other_candidate", "Nous avons choisi une personne qui connaissait déjà le métier."),
        ("es", "role_filled", "La vacante ya ha sido cubierta."),
        ("es", "compensation", "Su expectativa salarial está por encima de lo presupuestado."),
        ("es", "other_candidate", "Hemos elegido a otra persona para el puesto."),
    ],
)
def test_a_reason_is_read_in_its_language(language: str, reason: str, text: str) -> None:
    assert rejection_reason(text, language) is RejectionReason(reason)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We carefully considered all candidates. If you would like feedback, do not hesitate to call."),
        ("en", "We are unable to share test scores."),
        ("en", "The number of applications was over 400."),
        ("en", "Each person gets a small thank-you, whichever way it went, because writing is work."),
        ("de", "Vielen Dank für das Gespräch mit meiner Kollegin, die sich sehr gefreut hat."),
        ("de", "Eine neue Mappe brauchst du nicht."),
        ("fr", "Nous n'avons pas retenu votre candidature."),
        ("fr", "Sauf demande contraire, votre dossier sera conservé, seuls nos recruteurs n'y ont pas accès."),
        ("es", "No ha sido seleccionado para la siguiente fase."),
        ("es", "No seguiremos adelante con tu candidatura."),
    ],
)
def test_a_bare_decision_gives_none(language: str, text: str) -> None:
    reason, sentence = reason_given(text, language)

    assert (reason, sentence) == (RejectionReason.NOT_STATED, "")
