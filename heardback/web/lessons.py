"""What was noted after rejections, and the form for a note: offered, short, and for the person's eyes alone."""

from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback.byhand import existing
from heardback.remembering import lesson_begun
from heardback.web.applications import one_of
from heardback.web.desk import desk_of
from heardback.web.glancing import overview_of
from heardback.web.lessonlist import OFFERED, lessons
from heardback.web.rendering import page
from heardback.web.routing import Form, action, done, view
from respond.lessons import QUESTIONS, answered, says_something
from store.errors import UserError
from store.noted import Lesson
from store.vocabulary import RejectionReason, Stage

MOST_TEXT = 2000
STAGES = (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEWING, Stage.FINAL, Stage.OFFER)
"""The steps an application can have reached."""
MATCHES = ("", "yes", "partly", "no")


def show(request: Request) -> Response:
    """The notes, those of a stage or reason where one is asked for."""
    desk = desk_of(request)
    stage = one_of(Stage, request.query_params.get("stage", ""))
    reason = one_of(RejectionReason, request.query_params.get("reason", ""))
    with desk.house.database.reading() as transaction:
        kept = [each for each in transaction.lessons.all() if each.at <= desk.now]
    found = lessons(kept, overview_of(desk).by_id, stage=stage, reason=reason)
    every = request.query_params.get("unnoted") == "all"
    return page(
        request,
        "lessons.html.j2",
        lessons=found,
        unnoted=found.unnoted if every else found.unnoted[:OFFERED],
        stage=stage,
        reason=reason,
        stages=STAGES,
        reasons=tuple(RejectionReason),
        show_counts=desk.house.settings.digest.show_counts,
    )


def write(request: Request) -> Response:
    """The form for one application, begun with what the mails say."""
    desk, number = desk_of(request), int(request.path_params["number"])
    with desk.house.database.reading() as transaction:
        application = transaction.applications.get(number)
        if application is None:
            raise HTTPException(404)
        kept = transaction.lessons.of(number)
        try:
            lesson, aside = lesson_begun(transaction, number, desk.house.outlook)
        except UserError:
            # Not turned down, or not any more: an earlier note may still be read and changed.
            if kept is None:
                return page(request, "lesson_none.html.j2", application=application)
            lesson, aside = kept, ""
    return page(
        request,
        "lesson.html.j2",
        application=application,
        lesson=kept or lesson,
        written=lesson.reason_written,
        is_kept=kept is not None,
        aside=aside,
        questions=QUESTIONS,
        stages=STAGES,
        matches=MATCHES,
    )


def keep(request: Request, form: Form) -> Response:
    """Keeps what was filled in; a note whose every answer was emptied is forgotten."""
    desk, number = desk_of(request), int(request.path_params["number"])
    with desk.house.database.transaction() as transaction:
        existing(transaction, number)
        kept = transaction.lessons.of(number)
        try:
            begun, _ = lesson_begun(transaction, number, desk.house.outlook)
        except UserError:
            if kept is None:
                raise
            begun = kept
        lesson = _filled(begun, form)
        if says_something(lesson):
            transaction.lessons.keep(lesson)
            sentence = "Noted. It is shown again before your next talk of this kind."
        elif transaction.lessons.remove(number):
            sentence = "The note is taken away."
        else:
            sentence = "Nothing was noted, and that is fine."
    return done(request, sentence, to="/lessons")


def forget(request: Request, form: Form) -> Response:
    """Takes a note away."""
    number = int(request.path_params["number"])
    with desk_of(request).house.database.transaction() as transaction:
        if not transaction.lessons.remove(number):
            raise UserError("There is no note on this application any more, so there is nothing to take away.")
    return done(request, "The note is taken away.", to="/lessons")


def _filled(begun: Lesson, form: Form) -> Lesson:
    answers = {each.field: form.text(each.field)[:MOST_TEXT] for each in QUESTIONS}
    stage = one_of(Stage, form.text("stage"))
    return replace(
        answered(begun, answers),
        stage=stage.value if stage in STAGES and stage is not None else begun.stage,
        reason_written=form.text("reason_written", begun.reason_written).strip()[:MOST_TEXT],
    )


ROUTES: tuple[Route, ...] = (
    view("/lessons", show),
    view("/lessons/{number:int}", write),
    action("/lessons/{number:int}", keep),
    action("/lessons/{number:int}/forget", forget),
)
