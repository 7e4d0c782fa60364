"""The plainest refusals must be certain: what most people get is a formula, not literature."""

from collections.abc import Callable

import pytest

from store.records import Verdict
from store.vocabulary import Tag

TagMail = Callable[..., Verdict]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        (
            "Your application as Gallery Assistant",
            "Thank you for applying for the Gallery Assistant role at Thornbury Arts. We have decided to go with "
            "another candidate.",
        ),
        (
            "Application update",
            "Unfortunately we will not be progressing your application for Store Manager on this occasion.",
        ),
        ("Update", "Thanks for applying to the Baker job. We have chosen another applicant."),
    ],
)
def test_a_formula_of_refusal_leaves_no_doubt(tag_mail: TagMail, subject: str, body: str) -> None:
    verdict = tag_mail(body, subject=subject)

    assert verdict.tag is Tag.REJECTION
    assert not verdict.unsure


def test_reasons_never_show_pieces_of_words(tag_mail: TagMail) -> None:
    verdict = tag_mail("Thank you for applying. Sadly the warehouse post has been filled by another candidate.")

    assert not any("~" in reason for reason in verdict.reasons)
