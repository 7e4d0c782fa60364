"""What is taken from a rejection, and when it is worth reading again (``domain.md`` §6.1).

A note is offered, never asked for twice, and says nothing about the person: it is about one application, one moment,
and what part of it lay elsewhere. The reason that was written and the one that is guessed are kept apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from classify.reasons import reason_given
from respond.digestwords import reason_words
from respond.standings import Standing
from store.noted import Lesson
from store.vocabulary import RejectionReason, Stage

SHOWN = 3
"""Lessons shown before an interview: a few are read, many are not."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the note; ``field`` is the field of ``Lesson`` its answer goes to."""

    field: str
    words: str


QUESTIONS: tuple[Question, ...] = (
    Question("reason_guessed", "What do you guess was behind it? Your guess is kept apart from what they wrote."),
    Question("went_well", "One thing that went well this time"),
    Question("answer_better", "One question you would answer differently next time"),
    Question("was_a_match", "Did the role fit what you must have? (yes, partly, no)"),
    Question("stay_in_touch", "Somebody you would like to stay in touch with"),
    Question("change_next", "One thing to try in the next application, or: none, it was luck or timing"),
)


def lesson_from(standing: Standing, now: datetime) -> Lesson | None:
    """A lesson begun with what the mails say: the step reached and the reason as written; None without a rejection."""
    history = standing.state.history
    if history.rejection is None:
        return None
    return Lesson(
        application=standing.application.id,
        at=now,
        stage=(history.reached or Stage.APPLIED).value,
        reason_written=_reason_written(standing),
    )


def answered(lesson: Lesson, answers: Mapping[str, str | None]) -> Lesson:
    """The lesson with these answers, by the fields of ``QUESTIONS``; what is not answered stays."""

    def said(field: str, before: str) -> str:
        words = answers.get(field)
        return before if words is None else words.strip()

    return replace(
        lesson,
        reason_guessed=said("reason_guessed", lesson.reason_guessed),
        went_well=said("went_well", lesson.went_well),
        answer_better=said("answer_better", lesson.answer_better),
        was_a_match=said("was_a_match", lesson.was_a_match),
        stay_in_touch=said("stay_in_touch", lesson.stay_in_touch),
        change_next=said("change_next", lesson.change_next),
    )


def says_something(lesson: Lesson) -> bool:
    """Whether the person wrote anything down in it."""
    return any(getattr(lesson, question.field) for question in QUESTIONS)


def _reason_written(standing: Standing) -> str:
    """The sentence that gives a reason, or an empty text where none is given."""
    rejection = standing.state.history.rejection
    for stored in standing.messages:
        if rejection is not None and stored.id == rejection.message_id:
            text = f"{stored.message.subject}\n{stored.message.text}"
            return reason_given(text, stored.reading.verdict.language)[1]
    return ""


def about_the_role(standing: Standing) -> str:
    """What of the reason lay in the role and not in the person, in words; empty where nothing says so."""
    return reason_words(standing.state.rejection_reason or RejectionReason.NOT_STATED)


def lessons_ahead(standing: Standing, lessons: Sequence[Lesson]) -> tuple[Lesson, ...]:
    """The lessons worth reading before the talk an application leads to next: those from the same kind of step.

    Newest first, and only those that say something to use.
    """
    state = standing.state
    arranging = state.history.my_turn is not None and state.stage is not Stage.APPLIED
    if state.stage is Stage.CLOSED or (state.interview_at is None and not arranging):
        return ()
    useful = (each for each in lessons if each.went_well or each.answer_better or each.change_next)
    same = [each for each in useful if each.stage == state.stage and each.application != standing.application.id]
    return tuple(sorted(same, key=lambda each: each.at, reverse=True)[:SHOWN])


def lesson_words(lesson: Lesson, company: str) -> str:
    """A lesson in a line: what to use again first, then what to try."""
    parts = [
        f"what went well: {lesson.went_well}" if lesson.went_well else "",
        f"to answer differently: {lesson.answer_better}" if lesson.answer_better else "",
        f"to try: {lesson.change_next}" if lesson.change_next else "",
    ]
    said = "; ".join(part.rstrip(". ") for part in parts if part)
    return f"From {company}: {said}." if company else f"{said[:1].upper()}{said[1:]}."
