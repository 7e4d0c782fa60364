"""Employers that are easily taken for something else: people, places, programmes, boards, agencies on free mail."""

import pytest

from classify.employer import company_and_agency
from store.vocabulary import Direction
from tests.classify.arrivals import arrived


def read(text: str, language: str = "en", **more: object) -> tuple[str, str]:
    mail = arrived(text, **more)  # type: ignore[arg-type]
    return company_and_agency(mail, text, direction=Direction.RECEIVED, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thank you for applying to our Spring Insight Programme.", "en"),
        ("We invite you to a final interview with our VP of Stores.", "en"),
        ("Your application has been received. Regards,\nUniversity Recruiting", "en"),
        ("Bleiben Sie gesund!\nIhr Ausbildungsteam", "de"),
        ("Tengo ahora un puesto de contable para usted, indefinido desde el primer día. Es una empresa familiar con "
         "buenas condiciones y un horario que permite conciliar, en Navarra.", "es"),
    ],
)  # fmt: skip
def test_programmes_places_and_departments_are_no_employers(text: str, language: str) -> None:
    assert read(text, language) == ("", "")


def test_the_writer_behind_a_relay_is_no_employer() -> None:
    text = "Would you be open to a chat?\nDeirdre"

    assert read(text, name="Deirdre Foley via LinkedIn", address="hit-reply@linkedin.com",
                subject="Deirdre sent you a message") == ("", "")  # fmt: skip


def test_a_free_mail_address_of_one_name_is_a_person() -> None:
    assert read("sorry, gone already. Kike", name="Kike", address="kike.88@gmail.com") == ("", "")


def test_a_free_mail_address_made_of_a_name_in_the_text_is_that_employer() -> None:
    text = "Du kannst am Ersten bei uns in der Osteria Luna anfangen. Gino"

    assert read(text, "de", name="Gino", address="gino.osterialuna@gmail.com") == ("Osteria Luna", "")


def test_a_recruiter_without_a_domain_is_the_agency() -> None:
    text = "I am a recruiter with Corvane IT Staffing. We have a requirement with our client for a developer."

    assert read(text) == ("", "Corvane IT Staffing")


def test_a_shortened_domain_is_spelt_as_the_mail_has_it() -> None:
    german = read("Leider nein. Kreissparkasse Aue", "de", address="karriere@ksk-aue.example")
    french = read("Refusé. Banque de l'Arve", "fr", address="rh@banque-arve.example")

    assert german == ("Kreissparkasse Aue", "")
    assert french == ("Banque de l'Arve", "")


@pytest.mark.parametrize("signed", ["Robin Alder\nTalent Acquisition, Alder", "Robin Alder\nTalent Acquisition"])
def test_somebody_called_like_their_firm_is_not_the_firm(signed: str) -> None:
    text = f"Unfortunately we decided against your application at Alder.\n\nKind regards,\n{signed}"

    assert read(text, name="Robin Alder", address="robin@alder.example") == ("Alder", "")


def test_a_firm_with_the_whole_name_of_its_founder_keeps_it() -> None:
    text = "Unfortunately we decided against your application.\n\nKind regards,\nRobin Alder\nRobin Alder Joinery"

    assert read(text, name="Robin Alder", address="robin@robinalder.example")[0].startswith("Robin Alder")
