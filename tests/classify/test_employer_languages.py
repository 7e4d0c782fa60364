"""Whose job it is, as German, French and Spanish mail says it."""

import pytest

from classify.employer_phrases import clean, named_client, named_employers
from classify.employer_slugs import written_form


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("Pour l'un de nos clients, la Biscuiterie Keroual, nous recherchons un cariste.", "Biscuiterie Keroual"),
        ("Notre client, la société Keroual Bio, recrute.", "Keroual Bio"),
        ("Einer unserer Kunden, die Rheinwerk Turbinen AG, sucht Sie.", "Rheinwerk Turbinen AG"),
        ("Für einen unserer Kunden, die Rheinwerk Turbinen AG, suchen wir Sie.", "Rheinwerk Turbinen AG"),
        ("Para uno de nuestros clientes, Empaques Tolteca, buscamos personal.", "Empaques Tolteca"),
        ("A Empaques Tolteca le gustó tu perfil.", "Empaques Tolteca"),
        ("Bonne nouvelle : la Biscuiterie Keroual souhaite vous rencontrer.", "Biscuiterie Keroual"),
    ],
)
def test_an_agency_names_its_client(text: str, client: str) -> None:
    assert named_client("", text) == client


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Recursos Humanos de Hoteles Almadraba", "Hoteles Almadraba"),
        ("Departamento de Selección de Hoteles Almadraba", "Hoteles Almadraba"),
        ("Service RH de la Biscuiterie Keroual", "Biscuiterie Keroual"),
        ("Personalabteilung der Nordlicht GmbH", "Nordlicht GmbH"),
        ("Hoteles Almadraba", "Hoteles Almadraba"),
    ],
)
def test_the_department_in_front_is_no_part_of_the_name(written: str, name: str) -> None:
    assert clean(written) == name


def test_a_name_in_running_text_is_written_without_its_department() -> None:
    text = "Soy Pilar, de Recursos Humanos de Hoteles Almadraba. He visto tu candidatura."
    assert written_form("hotelesalmadraba", text) == "Hoteles Almadraba"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Stadtwerken Auental", "Stadtwerke Auental"),
        ("Städtischen Werken Auental", "Städtische Werke Auental"),
        ("Verkehrsbetrieben Holm", "Verkehrsbetriebe Holm"),
        ("Klinikums Auental", "Klinikum Auental"),
        ("Stadtwerke Auental", "Stadtwerke Auental"),
        ("Museum Werken", "Museum Werken"),
    ],
)
def test_a_declined_german_name_is_brought_back(written: str, name: str) -> None:
    assert clean(written) == name


def test_the_dative_of_a_relation_phrase_is_undone() -> None:
    text = "meine Bewerbung als Netzplanerin bei den Stadtwerken Auental"
    assert list(named_employers(text, "de")) == ["Stadtwerke Auental"]
