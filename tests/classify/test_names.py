"""When two names mean one employer, and two titles one role."""

import pytest

from classify.names import company_key, same_role


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brightmoor Hospital", "BRIGHTMOOR HOSPITAL LTD."),
        ("Käserei Möller GmbH & Co. KG", "Kaserei Moller"),
        ("Société du Pont S.A.", "Societe du Pont"),
        ("The Calder Trust", "Calder Trust"),
        ("O'Shea & Sons", "OShea and Sons"),
    ],
)
def test_form_and_spelling_do_not_tell_employers_apart(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


@pytest.mark.parametrize(("one", "other"), [("Render", "Ender"), ("North", "North Sons"), ("Acme Labs", "Acme")])
def test_a_name_inside_another_is_another(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ward Clerk", "ward clerk (m/w/d)", True),
        ("Data Analyst", "Analyst", True),
        ("Senior Data Analyst", "Data Analyst", False),
        ("Sr. Data Analyst", "Senior Data Analyst", True),
        ("Ward Clerk", "Night Porter", False),
        ("Engineer II", "Engineer III", False),
        ("", "Porter", False),
    ],
)
def test_roles(one: str, other: str, same: bool) -> None:
    assert same_role(one, other) is same
