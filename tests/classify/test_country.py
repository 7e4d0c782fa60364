"""In which country an employer sits, from what its mails say."""

import pytest

from classify.country import Place, Sign, place_of, settled, with_region
from store.records import Address
from store.vocabulary import Direction
from tests.classify.arrivals import arrived


def _code(text: str = "", *, address: str = "kim@northlight.example", signature: str = "") -> str:
    return place_of(arrived(text, address=address, signature=signature), Direction.RECEIVED).code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Location: Toronto, ON", "CA-ON"),
        ("Location: Berlin, Germany", "DE-BE"),
        ("Standort: München", "DE-BY"),
        ("Lieu de travail : Lyon, France", "FR"),
        ("Ubicación: Sevilla (España)", "ES-AN"),
        ("Job location: London, Ontario, Canada", "CA-ON"),
        ("Location: Remote", ""),
        ("Location: Cambridge, United Kingdom", "GB"),
    ],
)
def test_a_line_that_says_where_the_job_is(line: str, code: str) -> None:
    assert code == _code(f"Hello,\n\n{line}\nStart: soon\n\nKim")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("200 Quayside Lane, Toronto, ON M5V 2T6", "CA-ON"),
        ("Hafenstraße 4, 20095 Hamburg", "DE-HH"),
        ("Calle del Molino 4, 28013 Madrid", "ES-MD"),
        ("4 Mill Lane, Leeds LS1 4AP, United Kingdom", "GB"),
        ("Tel. +49 30 23125 012", "DE"),
        ("Tél. +33 1 99 00 12 34", "FR"),
        ("T +1 (416) 555-0142", "CA-ON"),
        ("T +1 (514) 555-0142", "CA-QC"),
        ("T +1 (212) 555-0142", ""),
        ("In 2026 we were 4000 people", ""),
    ],
)
def test_a_signature_says_where_they_are(lines: str, code: str) -> None:
    assert code == _code("Hello", signature=f"Kim Alder\nNorthlight\n{lines}")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("kim@northlight.de", "DE"),
        ("kim@northlight.co.uk", "GB"),
        ("kim@northlight.scot", "GB-SCT"),
        ("kim@northlight.io", ""),
        ("kim@northlight.com", ""),
        ("no-reply@smartrecruiters.de", "DE"),
        ("northlight@gmx.de", ""),
        ("no-reply@eu.greenhouse-mail.io", ""),
    ],
)
def test_the_last_label_of_their_own_domain_tells(address: str, code: str) -> None:
    assert code == _code(address=address)


def test_of_own_mail_only_the_address_written_to_tells() -> None:
    mail = arrived("Location: Toronto, ON", address="sam@home.example", to="jobs@northlight.at")

    assert place_of(mail, Direction.SENT) == Place("AT", Sign.ADDRESS)


def test_the_stronger_sign_wins_and_a_region_is_kept() -> None:
    canada, ontario = Place("CA", Sign.ADDRESS), Place("CA-ON", Sign.TELEPHONE)

    assert settled(canada, ontario).code == "CA-ON"
    assert settled(ontario, Place("CA", Sign.WORKPLACE)).code == "CA-ON"
    assert settled(ontario, Place("FR", Sign.WORKPLACE)).code == "FR"
    assert settled(Place("FR", Sign.WORKPLACE), ontario).code == "FR"
    assert settled(Place("AT", Sign.BY_HAND), Place("FR", Sign.WORKPLACE)).code == "AT"


def test_the_employers_holidays_count_and_the_persons_region_where_it_is_the_same_country() -> None:
    assert with_region("", "DE-BY") == "DE-BY"
    assert with_region("DE", "DE-BY") == "DE-BY"
    assert with_region("DE-HH", "DE-BY") == "DE-HH"
    assert with_region("FR", "DE-BY") == "FR"


def test_an_unknown_address_tells_nothing() -> None:
    assert place_of(arrived("", to=""), Direction.SENT) == Place()
    assert Address("", "").domain == ""
