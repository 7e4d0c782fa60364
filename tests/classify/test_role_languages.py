"""Job titles in German, French and Spanish: ordinary occupations, both genders, the employer left out."""

import pytest

from classify.names import same_role
from classify.role import role_of, without_employer
from tests.classify.arrivals import arrived


@pytest.mark.parametrize(
    ("language", "subject", "text", "role"),
    [
        ("fr", "", "Merci pour votre candidature au poste de Conseiller en assurance.", "Conseiller en assurance"),
        ("fr", "", "Nous recherchons un responsable logistique en CDI.", "responsable logistique"),
        ("fr", "Candidature – dessinateur en menuiserie", "", "dessinateur en menuiserie"),
        ("fr", "Votre candidature : dessinatrice (h/f)", "", "dessinatrice"),
        ("fr", "", "Votre candidature au poste de technicien·ne de maintenance.", "technicien·ne de maintenance"),
        ("fr", "Responsable logistique chez Biscuiterie Keroual", "", "Responsable logistique"),
        ("es", "Candidatura: delineante", "", "delineante"),
        ("es", "", "Hemos recibido tu solicitud para el puesto de Técnico/a de proyectos.", "Técnico/a de proyectos"),
        ("es", "Vacante: Coordinadora de Calidad en Empaques Tolteca", "", "Coordinadora de Calidad"),
        ("es", "", "Buscamos una gerocultora en plantilla.", "gerocultora"),
        ("de", "", "Wir suchen per sofort oder nach Vereinbarung einen Automatiker in Festanstellung.", "Automatiker"),
        ("de", "Ihre Bewerbung als Sachbearbeiter:in (m/w/d)", "", "Sachbearbeiter:in"),
        ("de", "Ihre Bewerbung als Polymechanikerin", "", "Polymechanikerin"),
        ("de", "Automatiker bei der Rheinwerk Turbinen AG", "", "Automatiker"),
    ],
)
def test_the_title_is_found(language: str, subject: str, text: str, role: str) -> None:
    assert role_of(arrived(text, subject=subject), text, language) == role


@pytest.mark.parametrize(
    ("role", "company", "bare"),
    [
        ("Recepcionista de Hoteles Almadraba", "Hoteles Almadraba", "Recepcionista"),
        ("Recepcionista en los Hoteles Almadraba", "Hoteles Almadraba", "Recepcionista"),
        ("Chargée de clientèle à la Banque Ventadour", "Banque Ventadour", "Chargée de clientèle"),
        ("Chargée de clientèle de la Banque Ventadour", "Banque Ventadour", "Chargée de clientèle"),
        ("Netzplanerin bei den Stadtwerken Auental", "Stadtwerke Auental", "Netzplanerin"),
        ("Koch der Bäckerei Holm", "Bäckerei Holm", "Koch"),
        ("Responsable de Tienda", "Tienda Verde", "Responsable de Tienda"),
    ],
)
def test_the_employer_behind_a_title_is_no_part_of_it(role: str, company: str, bare: str) -> None:
    assert without_employer(role, company) == bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Netzplanerin", "Netzplaner (m/w/d)"),
        ("Sachbearbeiter:in", "Sachbearbeiterin"),
        ("Bürokauffrau", "Bürokaufmann"),
        ("Ärztin", "Arzt"),
        ("chargée de clientèle", "Chargé de clientèle (h/f)"),
        ("dessinatrice", "dessinateur"),
        ("técnica de proyectos", "Técnico/a de Proyectos"),
        ("enfermera", "Enfermero/a"),
    ],
)
def test_both_genders_name_one_role(one: str, other: str) -> None:
    assert same_role(one, other)


def test_other_words_still_tell_roles_apart() -> None:
    assert not same_role("Netzplanerin", "Energieberaterin")
    assert not same_role("técnica de proyectos", "técnica de calidad")
