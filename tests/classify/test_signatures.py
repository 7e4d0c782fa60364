"""Signatures in four languages: who signs, in which office, for which house, under which number."""

import pytest

from classify.signatures import Card, card_of
from ingest.quotes import split_body
from store.records import Address
from tests.respond.builders import mail


def read(language: str, sender: str, signature: str) -> Card:
    parts = split_body(f"Hello Sam,\n\nThat is all for today.\n\n{signature}")
    stored = mail(1, Address(sender, "someone@northwind.example"), text=parts.text, signature=parts.signature)
    return card_of(stored.message, language)


SIGNED = [
    (
        "en",
        "Dana Whitfield",
        "Kind regards,\nDana Whitfield\nSenior Talent Partner | Northwind Textiles Ltd\nT: +44 20 7946 0018 | "
        "M: +44 7700 900123\ndana.whitfield@northwind.example | www.northwind.example\n12 Mill Lane, Leeds LS1 4AB",
        Card(
            "Dana Whitfield",
            "Senior Talent Partner",
            "Northwind Textiles Ltd",
            "+44 7700 900123",
            "dana.whitfield@northwind.example",
        ),
    ),
    (
        "en",
        "Dana Whitfield",
        "Best,\nDana\n\n--\nDana Whitfield (she/her)\nRecruiter, Northwind Textiles\nMobile 07700 900123",
        Card("Dana Whitfield", "Recruiter", "Northwind Textiles", "07700 900123"),
    ),
    (
        "de",
        "Jana Krüger",
        "Mit freundlichen Grüßen\n\ni. A. Jana Krüger\nPersonalreferentin\n\nNordlicht Energie GmbH & Co. KG\n"
        "Hafenstraße 12\n20457 Hamburg\nTel.: +49 40 123456-78\nFax: +49 40 123456-99\n"
        "E-Mail: jana.krueger@nordlicht.example\nAmtsgericht Hamburg HRB 123456",
        Card(
            "Jana Krüger",
            "Personalreferentin",
            "Nordlicht Energie GmbH & Co. KG",
            "+49 40 123456-78",
            "jana.krueger@nordlicht.example",
        ),
    ),
    (
        "de",
        "Recruiting Team",
        "Beste Grüße\nMira Vogt\nTalent Acquisition Managerin\nFeldmann SE",
        Card("Mira Vogt", "Talent Acquisition Managerin", "Feldmann SE"),
    ),
    (
        "fr",
        "Claire Dubois",
        "Cordialement,\n\nClaire DUBOIS\nChargée de recrutement\nAtelier Lumière SAS\n14 rue des Lilas, 69003 Lyon\n"
        "Tél. : 04 72 00 11 22 - Port. : 06 12 34 56 78",
        Card("Claire Dubois", "Chargée de recrutement", "Atelier Lumière SAS", "06 12 34 56 78"),
    ),
    (
        "fr",
        "Marc Petit",
        "Bien cordialement\nMarc Petit | Responsable Ressources Humaines | Groupe Solenne\n+33 1 70 00 11 22",
        Card("Marc Petit", "Responsable Ressources Humaines", "Groupe Solenne", "+33 1 70 00 11 22"),
    ),
    (
        "es",
        "Lucía Herrera",
        "Un saludo,\n\nLucía Herrera Gómez\nTécnica de Selección\nAurora Energía, S.L.\n"
        "Tel. 912 345 678 | Móvil: +34 612 345 678\nC/ Mayor 12, 28013 Madrid",
        Card("Lucía Herrera Gómez", "Técnica de Selección", "Aurora Energía, S.L.", "+34 612 345 678"),
    ),
    (
        "es",
        "Javier Ruiz",
        "Atentamente,\nJavier Ruiz\nDirector de Ingeniería, Molino Digital",
        Card("Javier Ruiz", "Director de Ingeniería", "Molino Digital"),
    ),
]


@pytest.mark.parametrize(("language", "sender", "signature", "card"), SIGNED)
def test_a_signature_gives_name_office_house_and_number(language: str, sender: str, signature: str, card: Card) -> None:
    assert read(language, sender, signature) == card


def test_a_team_is_nobody() -> None:
    assert read("en", "Acme Careers", "Kind regards,\nThe Acme Recruiting Team") == Card()


def test_a_house_without_an_office_is_not_guessed() -> None:
    assert read("en", "Ruth Amadi", "Kind regards,\nRuth Amadi\nGreywell Hospice") == Card("Ruth Amadi")


def test_register_numbers_faxes_and_postcodes_are_no_telephone() -> None:
    signature = "Kind regards,\nRuth Amadi\nFax: +44 20 7946 0018\nRegistered in England No. 01234567\nLondon 1012345"

    assert read("en", "Ruth Amadi", signature).phone == ""


def test_the_letter_itself_is_not_read() -> None:
    stored = mail(1, text="Hello Sam,\n\nPlease ask Jonas Berg, Head of Sales at Oak Ltd, on +44 7700 900123.")

    assert card_of(stored.message, "en") == Card()
