"""Whose job a mail is about."""

import json
from email.utils import parseaddr
from pathlib import Path

import pytest

from classify.employer import company_and_agency
from classify.employer_names import is_persons_name, is_vendor
from classify.employer_slugs import relates, written_form
from classify.names import company_key
from classify.role import role_of
from store.records import Message
from store.vocabulary import Direction
from tests.classify.arrivals import arrived

CORPUS = Path(__file__).parents[2] / "models" / "corpus"


def company(message: Message, language: str = "en") -> str:
    return company_and_agency(message, message.text, direction=Direction.RECEIVED, language=language)[0]


@pytest.mark.parametrize(
    ("subject", "text", "name", "address", "expected"),
    [
        ("Thank you for applying to Brightmoor Care", "", "", "no-reply@us.greenhouse-mail.io", "Brightmoor Care"),
        ("Update", "", "Brightmoor Care", "no-reply@hire.lever.co", "Brightmoor Care"),
        ("Update", "", "Workday @ Brightmoor", "brightmoor@myworkday.com", "Brightmoor"),
        ("Update", "", "Brightmoor Care @ icims", "brightmoorcare+autoreply@talent.icims.com", "Brightmoor Care"),
        ("Update", "", "Kim Park", "kim@brightmoor-care.teamtailor-mail.com", "Brightmoor Care"),
        ("Update", "", "", "brightmoor-care-jobs@m.personio.de", "Brightmoor Care"),
        ("", "Hello", "Ines Ford", "ines.ford@brightmoor-care.example", "Brightmoor Care"),
        ("", "Sea View Rest Home is glad.", "Derek", "derek@seaviewresthome.example", "Sea View Rest Home"),
        ("", "Hi", "Careers, Wexholme University", "jobs@wexholme-uni.example", "Wexholme University"),
        ("Brightmoor has invited you to a test", "", "HackerRank", "support@hackerrankforwork.com", "Brightmoor"),
        (
            "Sam, your application was sent to Foxline Couriers",
            "",
            "LinkedIn",
            "jobs-noreply@linkedin.com",
            "Foxline Couriers",
        ),
        ("", "Hi", "Annelise from Gullholm Wind", "no-reply@hire.lever.co", "Gullholm Wind"),
    ],
)
def test_it_reads_the_employer(subject: str, text: str, name: str, address: str, expected: str) -> None:
    assert company(arrived(text, subject=subject, name=name, address=address)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Ihre Bewerbung bei der Brightmoor Pflege ist eingegangen.", "Brightmoor Pflege"),
        ("fr", "Merci pour votre candidature chez Fonderies Mézerac.", "Fonderies Mézerac"),
        ("es", "Gracias por tu interés en trabajar en Ondalia Telecom.", "Ondalia Telecom"),
    ],
)
def test_it_reads_the_employer_in_other_languages(language: str, text: str, expected: str) -> None:
    assert company(arrived(text, address="no-reply@eu.greenhouse-mail.io"), language) == expected


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("HackerRank", "support@hackerrankforwork.com"),
        ("Calendly", "notifications@calendly.com"),
        ("Greenhouse", "no-reply@greenhouse.io"),
        ("Indeed Apply", "indeedapply@indeed.com"),
        ("Anna Ford", "anna.ford@gmail.com"),
        ("Harriet Swann via LinkedIn", "hit-reply@linkedin.com"),
    ],
)
def test_a_vendor_or_a_person_is_never_the_employer(name: str, address: str) -> None:
    assert company(arrived("Hello, your test waits.", name=name, address=address)) == ""


def test_an_agency_is_kept_apart_from_its_client() -> None:
    mail = arrived(
        "Our client, Wellmarch Mutual, would like to meet you.",
        name="Keith Tarrant",
        address="keith@tarrant-recruitment.example",
    )

    assert company_and_agency(mail, mail.text, direction=Direction.RECEIVED) == (
        "Wellmarch Mutual",
        "Tarrant Recruitment",
    )


def test_an_agency_that_names_no_client_leaves_the_employer_empty() -> None:
    mail = arrived("A role you may like has come in.", name="Keith", address="keith@kestrelstaffing.example")

    assert company_and_agency(mail, mail.text, direction=Direction.RECEIVED) == ("", "Kestrel Staffing")


def test_of_own_mail_the_recipients_side_is_meant() -> None:
    mail = arrived("I am applying.", address="sam@gmail.com", to="jobs@brightmoor-care.example")

    assert company_and_agency(mail, mail.text, direction=Direction.SENT) == ("Brightmoor Care", "")


def test_a_name_inside_another_does_not_count() -> None:
    assert not relates("Ender", "render")
    assert not relates("Render", "ender")
    assert relates("Cedar Flats Unified School District", "cedarflats-usd")
    assert relates("Tütenweise", "tuetenweise")


def test_people_and_vendors_are_told_from_employers() -> None:
    assert is_persons_name("Dr. Petra Lohse")
    assert is_persons_name("Xiu Ling Tan", "xltan")
    assert not is_persons_name("Gullholm Wind")
    assert is_vendor("HireVue")
    assert not is_vendor("Brightmoor")


def test_a_slug_is_written_as_the_mail_writes_it() -> None:
    assert written_form("merrittstamping", "Merritt Stamping Company hires.") == "Merritt Stamping Company"
    assert written_form("merrittstamping", "no name here") == "Merritt Stamping"


@pytest.mark.skipif(not (CORPUS / "en").exists(), reason="the written corpus is not there")
def test_what_is_said_of_employers_and_roles_is_mostly_right() -> None:
    rows = [json.loads(line) for path in (CORPUS / "en").glob("*.jsonl") for line in path.read_text().splitlines()]
    said = {"company": [0, 0], "role": [0, 0]}
    for row in rows:
        if row["tag"] == "other" or not (row.get("company") or row.get("role")):
            continue
        name, address = parseaddr(row["sender"].replace(",", ""))
        mail = arrived(row["body"], subject=row["subject"], name=name, address=address.lower())
        found = {"company": company(mail), "role": role_of(mail, mail.text, "en")}
        for field, value in found.items():
            if value and row.get(field):
                said[field][0] += _alike(value, row[field])
                said[field][1] += 1

    assert said["company"][0] >= 0.85 * said["company"][1]
    assert said["role"][0] >= 0.85 * said["role"][1]


def _alike(found: str, written: str) -> bool:
    """The same words, or one name the shorter form of the other."""
    first, second = company_key(found), company_key(written)
    return first in second or second in first or relates(written, found.replace(" ", "-"))


def test_a_date_behind_a_name_is_no_part_of_it() -> None:
    text = "I applied for the post of Tree Officer at Northolme Council in September."
    mail = arrived(text, to="recruitment@northolmecouncil.example")

    assert company_and_agency(mail, text, direction=Direction.SENT) == ("Northolme Council", "")


def test_a_test_platform_reminds_on_behalf_of_the_employer() -> None:
    text = "This is a reminder to complete the Data Analyst test from Marlpit Energy by 24 September 2026."
    mail = arrived(text, name="HackerRank Team", address="support@hackerrankforwork.com")

    assert company_and_agency(mail, text, direction=Direction.RECEIVED) == ("Marlpit Energy", "")
