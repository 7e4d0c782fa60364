"""Numbers and addresses of postings."""

import pytest

from classify.requisition import requisitions_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ward Clerk (R-12345)", ("R-12345",)),
        ("REQ12345 and JR 123456", ("REQ-12345", "JR-123456")),
        ("posting 123456BR", ("123456BR",)),
        ("Job ID: 2024-00087", ("2024-00087",)),
        ("Kennziffer: 4711-20", ("4711-20",)),
        (
            "see https://jobs.smartrecruiters.com/Brightmoor/7439999?src=mail",
            ("jobs.smartrecruiters.com/brightmoor/7439999",),
        ),
    ],
)
def test_it_reads_requisitions(text: str, found: tuple[str, ...]) -> None:
    assert requisitions_of(text) == found


@pytest.mark.parametrize(
    "text",
    ["the class of 2024", "Candidate ID: 0048812", "Applicant no: R-12345", "Job start: 2024", "call 0117 496 0100"],
)
def test_years_candidates_and_telephones_are_none(text: str) -> None:
    assert requisitions_of(text) == ()
