"""The traps of domain.md §3.3 and §3.6 in German, French and Spanish, each mail written for this test."""

from collections.abc import Callable

import pytest

from store.records import Verdict
from store.vocabulary import Tag

TagMail = Callable[..., Verdict]

MAILS = {
    "a German receipt that tells how a refusal would come": (
        "Guten Tag Frau Lindner,\n\nvielen Dank für Ihre Bewerbung, die wir heute erhalten haben. Wir prüfen Ihre "
        "Unterlagen und melden uns in zwei Wochen. Sollten wir Sie nicht berücksichtigen können, erhalten Sie eine "
        "Absage per E-Mail.\n\nPersonalabteilung",
        Tag.ACKNOWLEDGEMENT,
    ),
    "a German refusal with umlauts spelt out": (
        "Sehr geehrter Herr Moeller,\n\nvielen Dank fuer Ihre Bewerbung als Maler. Leider koennen wir Sie bei der "
        "Besetzung der Stelle nicht beruecksichtigen.\n\nMit freundlichen Gruessen",
        Tag.REJECTION,
    ),
    "a German conditional that is a real invitation": (
        "Hallo Mirko,\n\nwir würden dich gern zu einem Vorstellungsgespräch einladen. Passt dir Dienstag um 10 Uhr?"
        "\n\nViele Grüße\nJana",
        Tag.INVITATION,
    ),
    "a German appointment called off": (
        "Hallo Frau Aydin,\n\nleider muss ich unser Vorstellungsgespräch am Mittwoch verschieben, die Kollegin ist "
        "erkrankt. Passt Ihnen stattdessen Freitag um 9 Uhr?\n\nBeste Grüße",
        Tag.INVITATION,
    ),
    "a French refusal without regret": (
        "Bonjour Claire,\n\nNous vous remercions de votre candidature au poste de comptable. Après examen, nous avons "
        "décidé de ne pas donner suite à votre candidature.\n\nCordialement",
        Tag.REJECTION,
    ),
    "a French receipt that hedges": (
        "Bonjour,\n\nNous avons bien reçu votre candidature et nous vous en remercions. Sans réponse de notre part "
        "sous quatre semaines, veuillez considérer que votre candidature n'a pas été retenue.\n\nLe service RH",
        Tag.ACKNOWLEDGEMENT,
    ),
    "a Spanish refusal without accents": (
        "Hola Marta:\n\nGracias por tu interes en el puesto de camarera. Lamentamos informarte de que no has sido "
        "seleccionada para continuar en el proceso.\n\nUn saludo",
        Tag.REJECTION,
    ),
    "a Spanish booking that could not be made": (
        "Estimado cliente: lamentamos informarle de que no hemos podido confirmar su reserva de hotel para el 3 de "
        "mayo. El importe pagado le será reembolsado en cinco días.",
        Tag.OTHER,
    ),
}


@pytest.mark.parametrize(("body", "tag"), MAILS.values(), ids=[name.replace(" ", "-") for name in MAILS])
def test_a_trap_in_another_language_gets_its_true_tag(tag_mail: TagMail, body: str, tag: Tag) -> None:
    assert tag_mail(body).tag is tag
