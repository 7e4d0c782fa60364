"""Which job a mail is about."""

import pytest

from classify.role import role_of, without_employer
from tests.classify.arrivals import arrived


@pytest.mark.parametrize(
    ("language", "subject", "text", "role"),
    [
        ("en", "Your application", "Thank you for applying for the Ward Clerk position at Brightmoor.", "Ward Clerk"),
        ("en", "Application for Senior Test Engineer at Brightmoor", "", "Senior Test Engineer"),
        ("en", "Night Porter – application received", "", "Night Porter"),
        ("en", "Update", "Role: Data Analyst (R-12345)\nOutcome: closed", "Data Analyst"),
        ("en", "Asset Manager, Logistics", "Dear Sam, news.", "Asset Manager, Logistics"),
        (
            "en",
            "Offer",
            "We are pleased to offer you the position of Tool Crib Attendant, first shift.",
            "Tool Crib Attendant",
        ),
        ("en", "", "We are looking for warehouse managers with experience.", "warehouse manager"),
        ("en", "Summer Intern 2026 interview", "", "Summer Intern"),
        ("de", "Ihre Bewerbung als Sachbearbeiterin (m/w/d)", "", "Sachbearbeiterin"),
        ("de", "Bewerbung", "Ihre Bewerbung um die Stelle als Pflegefachkraft in Ulm", "Pflegefachkraft"),
        ("fr", "Votre candidature au poste de chargée de clientèle", "", "chargée de clientèle"),
        ("fr", "", "Vous avez postulé au poste d'ingénieur système chez Ondalia.", "ingénieur système"),
        (
            "es",
            "",
            "Gracias por tu candidatura al puesto de técnico de laboratorio en Bionerva.",
            "técnico de laboratorio",
        ),
    ],
)
def test_it_reads_the_title(language: str, subject: str, text: str, role: str) -> None:
    assert role_of(arrived(text, subject=subject), text, language) == role


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        ("en", "Thank you for your interest", "We will review the application and be in touch."),
        ("en", "Next steps", "Our hiring manager will call you about the role."),
        ("en", "Five soups for a wet week", "A recipe from our chef."),
        ("en", "Your application", "Thanks for applying to Brightmoor."),
        ("de", "Eingangsbestätigung", "Vielen Dank für Ihre Bewerbung."),
        ("fr", "Votre candidature", "Nous avons bien reçu votre candidature."),
        ("es", "Tu candidatura", "Hemos recibido tu candidatura."),
    ],
)
def test_it_says_nothing_when_no_title_is_told(language: str, subject: str, text: str) -> None:
    assert role_of(arrived(text, subject=subject), text, language) == ""


def test_an_answer_may_speak_of_another_role_than_its_subject() -> None:
    text = "A word about the Sample Coordinator position: it has been filled."
    mail = arrived(text, subject="Re: Application for Lab Technician", in_reply_to=("<0@mail.example>",))
    same = "We liked your application for the Lab Technician position and want you to meet the Site Manager."

    assert role_of(mail, text, "en") == "Sample Coordinator"
    assert role_of(mail, same, "en") == "Lab Technician"


@pytest.mark.parametrize(
    ("role", "bare"),
    [
        ("Data Analyst", "Data Analyst"),
        ("Marlpit Energy Data Analyst", "Data Analyst"),
        ("Data Analyst at Marlpit Energy", "Data Analyst"),
        ("Recepcionista de Marlpit Energy", "Recepcionista"),
        ("Marlpit Energy", "Marlpit Energy"),
    ],
)
def test_the_employer_is_no_part_of_the_title(role: str, bare: str) -> None:
    assert without_employer(role, "Marlpit Energy") == bare


def test_german_titles_end_with_their_last_noun() -> None:
    assert role_of(arrived(), "Wir laden Sie für die Stelle als Museumspädagogin herzlich ein.", "de") == (
        "Museumspädagogin"
    )
