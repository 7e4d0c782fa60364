"""However many programs have answered before, in whatever language, the subject carries one "Re:"."""

import pytest

from respond.compose import Composed, compose
from store.vocabulary import DraftKind, Status, Tag
from tests.respond.builders import DANA, mail, situation, state


@pytest.mark.parametrize(
    "marks",
    [
        "",
        "Re: ",
        "RE: re: ",
        "AW: ",
        "Re: AW: SV: ",
        "R: ",
        "RE : ",
        "Re[2]: ",
        "Re^3: ",
        "[EXTERNAL] Re: ",
        "回复：",
        "Ynt: ",
        "Відп: ",
    ],
)
def test_an_answer_carries_one_re(marks: str) -> None:
    rejection = mail(1, DANA, Tag.REJECTION, days_ago=1, subject=f"{marks}Your application: Zürich – 面接")

    composed = compose(
        situation(
            DraftKind.STAY_CONNECTED,
            rejection,
            state=state(Status.REJECTED),
        )
    )

    assert isinstance(composed, Composed), composed
    assert composed.subject == "Re: Your application: Zürich – 面接"


def test_a_word_that_only_looks_like_a_mark_stays() -> None:
    rejection = mail(1, DANA, Tag.REJECTION, days_ago=1, subject="Ref: 4711 Data Analyst")

    composed = compose(situation(DraftKind.STAY_CONNECTED, rejection, state=state(Status.REJECTED)))

    assert isinstance(composed, Composed), composed
    assert composed.subject == "Re: Ref: 4711 Data Analyst"
