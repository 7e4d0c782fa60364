"""``lessons``: what you took from rejections, in your own words, for the next time."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from heardback.options import house_of
from heardback.printing import as_json, say, table
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.wiring import House
    from store.noted import Lesson

app = typer.Typer(
    invoke_without_command=True, help="What you took from rejections: short, optional, and for your eyes alone."
)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Number = Annotated[int, typer.Argument(help="The application's number.")]


@app.callback()
def listing(context: typer.Context, json: Json = False) -> None:
    """What you took from rejections, newest first."""
    if context.invoked_subcommand is not None:
        return
    with house_of(context) as house:
        now = house.clock.now()
        with house.database.reading() as transaction:
            lessons = [each for each in transaction.lessons.all() if each.at <= now]
            names = {each.id: (each.company or each.agency, each.role) for each in transaction.applications.all()}
        if json:
            as_json([_row(each, names) for each in lessons])
        elif not lessons:
            say("No lesson is noted: 'heardback lessons add NUMBER' keeps one, if you like, after a rejection.")
        else:
            _show(lessons, names)


@app.command()
def add(
    context: typer.Context,
    number: Number,
    guess: Annotated[str | None, typer.Option(help="What you guess was behind it.")] = None,
    went_well: Annotated[str | None, typer.Option(help="One thing that went well.")] = None,
    better: Annotated[str | None, typer.Option(help="One question you would answer differently.")] = None,
    match: Annotated[str | None, typer.Option(help="Whether the role fitted what you must have.")] = None,
    stay_in_touch: Annotated[str | None, typer.Option(help="Somebody to stay in touch with.")] = None,
    change: Annotated[str | None, typer.Option(help="One thing to try next, or: none, luck or timing.")] = None,
) -> None:
    """Notes what you take from a rejection. On a terminal you are asked; Enter skips a question."""
    given: Mapping[str, str | None] = {
        "reason_guessed": guess,
        "went_well": went_well,
        "answer_better": better,
        "was_a_match": match,
        "stay_in_touch": stay_in_touch,
        "change_next": change,
    }
    from respond.lessons import answered, says_something

    with house_of(context, writes=True) as house:
        begun, aside = _begun(house, number)
        if all(each is None for each in given.values()):
            given = _asked(begun, aside)
        lesson = answered(begun, given)
        if not says_something(lesson):
            say("Nothing was noted, and that is fine.")
            return
        with house.database.transaction() as transaction:
            transaction.lessons.keep(lesson)
    say(f"Noted. It is shown again before your next talk of this kind; 'heardback lessons remove {number}' forgets it.")


@app.command()
def remove(context: typer.Context, number: Number) -> None:
    """Forgets the lesson of an application."""
    with house_of(context, writes=True) as house, house.database.transaction() as transaction:
        if not transaction.lessons.remove(number):
            raise UserError(f"No lesson is noted for application {number}: 'heardback lessons' lists them.")
    say("Forgotten.")


def _begun(house: "House", number: int) -> "tuple[Lesson, str]":
    """The lesson so far, or a new one with what the mails say; and what of it lay in the role."""
    from heardback.byhand import existing
    from heardback.remembering import lesson_begun

    with house.database.reading() as transaction:
        existing(transaction, number)
        return lesson_begun(transaction, number, house.outlook)


def _asked(begun: "Lesson", aside: str) -> "Mapping[str, str | None]":
    """Asks each question on the terminal; Enter skips it. Raises ``UserError`` where nobody can be asked."""
    from respond.lessons import QUESTIONS

    if not is_terminal():
        raise UserError("Say what to note with --went-well, --better, --change and the like, or run it on a terminal.")
    say("A short note on this one application, as much or as little as you like. Enter skips a question.")
    if begun.reason_written:
        say(f"They wrote: “{begun.reason_written}”")
    if aside:
        say(f"That part was not about you: {aside}.")
    answers: dict[str, str | None] = {}
    for question in QUESTIONS:
        before = getattr(begun, question.field)
        answers[question.field] = typer.prompt(question.words, default=before, show_default=bool(before), err=True)
    return answers


def is_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty()


def _row(lesson: "Lesson", names: Mapping[int, tuple[str, str]]) -> dict[str, object]:
    company, role = names.get(lesson.application, ("", ""))
    return {
        "application": lesson.application,
        "company": company,
        "role": role,
        "at": lesson.at,
        "stage": lesson.stage,
        "reason_written": lesson.reason_written,
        "reason_guessed": lesson.reason_guessed,
        "went_well": lesson.went_well,
        "answer_better": lesson.answer_better,
        "was_a_match": lesson.was_a_match,
        "stay_in_touch": lesson.stay_in_touch,
        "change_next": lesson.change_next,
    }


def _show(lessons: "list[Lesson]", names: Mapping[int, tuple[str, str]]) -> None:
    table(
        "",
        ("#", "Employer", "Step", "Went well", "Answer differently", "To try"),
        (
            (
                each.application,
                names.get(each.application, ("", ""))[0],
                each.stage,
                each.went_well,
                each.answer_better,
                each.change_next,
            )
            for each in lessons
        ),
        shrinking=("Employer", "Went well", "Answer differently", "To try"),
    )
