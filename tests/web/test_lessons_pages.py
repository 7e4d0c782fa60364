"""Notes after rejections: written, read, filtered; and never more than offered."""

import pytest

from heardback.web.desk import Desk
from heardback.web.glancing import overview_of
from heardback.web.lessonlist import lessons, returning_words
from store.noted import Lesson
from store.vocabulary import RejectionReason, Stage, Status
from tests.web.glanced import glance, lesson
from tests.web.person import Person


def declined(desk: Desk) -> int:
    return next(
        each.application.id for each in overview_of(desk).glances if each.application.company == "Hartwell Quill Press"
    )


def kept(desk: Desk, number: int) -> Lesson | None:
    with desk.house.database.reading() as transaction:
        return transaction.lessons.of(number)


def test_the_form_begins_with_what_they_wrote_and_keeps_the_guess_apart(desk: Desk, client: Person) -> None:
    number = declined(desk)
    page = client.get(f"/lessons/{number}").text
    assert "Ewan and I went back and forth" in page

    written = "we have chosen another candidate"
    fields = {"stage": "final", "reason_written": written, "reason_guessed": "Experience", "went_well": "The talk"}
    told = client.after(client.press(f"/lessons/{number}", fields))

    assert "Noted." in told
    found = kept(desk, number)
    assert found is not None
    assert (found.stage, found.reason_written, found.reason_guessed) == ("final", written, "Experience")
    assert "The talk" in client.get("/lessons").text
    assert "The talk" in client.get(f"/applications/{number}").text
    assert f'value="{number}"' not in client.get("/lessons").text


def test_nothing_filled_in_is_fine(desk: Desk, client: Person) -> None:
    number = declined(desk)

    assert "Nothing was noted, and that is fine." in client.after(
        client.press(f"/lessons/{number}", {"went_well": " "})
    )
    assert kept(desk, number) is None


def test_a_note_emptied_or_taken_away_is_gone(desk: Desk, client: Person) -> None:
    number = declined(desk)
    client.press(f"/lessons/{number}", {"went_well": "The talk"})
    client.press(f"/lessons/{number}", {"went_well": ""})
    assert kept(desk, number) is None

    client.press(f"/lessons/{number}", {"change_next": "Ask about the team"})
    client.press(f"/lessons/{number}/forget")
    assert kept(desk, number) is None
    assert "no note" in client.after(client.press(f"/lessons/{number}/forget"))


def test_an_application_without_a_no_has_nothing_to_note(desk: Desk, client: Person) -> None:
    open_one = next(each.application.id for each in overview_of(desk).glances if each.state.status is Status.OFFER)

    assert "has not said no" in client.get(f"/lessons/{open_one}").text
    answer = client.press(f"/lessons/{open_one}", {"went_well": "All"}, came_from="/lessons")
    assert "was not turned down" in client.after(answer)
    assert client.get("/lessons/4711").status_code == 404


def test_a_reason_that_lay_in_the_role_is_named_so(desk: Desk, client: Person) -> None:
    frozen = next(
        each.application.id
        for each in overview_of(desk).glances
        if each.state.rejection_reason is RejectionReason.ROLE_FROZEN
    )

    assert "That part was not about you: hiring was put on hold." in client.get(f"/lessons/{frozen}").text


def test_hostile_words_are_shown_as_words(desk: Desk, client: Person) -> None:
    number = declined(desk)
    client.press(f"/lessons/{number}", {"went_well": "<script>x</script>", "was_a_match": '"><b>'})

    for path in ("/lessons", f"/lessons/{number}", f"/applications/{number}"):
        text = client.get(path).text
        assert "<script>x" not in text
        assert "<b>" not in text


FOUND = {
    1: glance(1, stage=Stage.CLOSED, status=Status.REJECTED, reason=RejectionReason.OTHER_CANDIDATE),
    2: glance(2, stage=Stage.CLOSED, status=Status.REJECTED, reason=RejectionReason.ROLE_FROZEN),
    3: glance(3, stage=Stage.CLOSED, status=Status.REJECTED),
    4: glance(4),
}


@pytest.mark.parametrize(
    ("stage", "reason", "numbers"),
    [
        (None, None, [1, 2, 9]),
        (Stage.SCREENING, None, [1, 2, 9]),
        (Stage.FINAL, None, []),
        (None, RejectionReason.ROLE_FROZEN, [2]),
        (Stage.SCREENING, RejectionReason.OTHER_CANDIDATE, [1]),
    ],
)
def test_notes_are_filtered_by_step_and_reason(
    stage: Stage | None, reason: RejectionReason | None, numbers: list[int]
) -> None:
    noted = (lesson(1), lesson(2), lesson(9))

    found = lessons(noted, FOUND, stage=stage, reason=reason)

    assert [each.lesson.application for each in found.notes] == numbers
    assert found.known == 3
    assert [each.number for each in found.unnoted] == [3]


def test_only_words_of_three_notes_come_back_and_each_note_counts_once() -> None:
    noted = (
        lesson(1, "The portfolio, the Portfolio and salary"),
        lesson(2, "portfolio again", reason_written="salary salary"),
        lesson(3, answer_better="Show the portfolio; say the salary"),
        lesson(4, change_next="Ask about the role and the interview", stay_in_touch="portfolio"),
    )

    found = returning_words(noted)

    assert [(each.word, each.notes) for each in found] == [("portfolio", 3)]
    assert returning_words(noted[:2]) == ()
