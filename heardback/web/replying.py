"""Replies a person asks for on the page: another one instead, one all the same, or one to a recruiter's approach."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback.asking import reply_on_demand, reply_to_mail
from heardback.redrafting import existing_draft
from heardback.web.desk import desk_of
from heardback.web.routing import Form, action, done
from heardback.web.words import words
from store.errors import UserError
from store.noted import Draft
from store.vocabulary import DraftKind


def instead(request: Request, form: Form) -> Response:
    """Writes another reply in place of a draft."""
    desk, number = desk_of(request), request.path_params["number"]
    draft = existing_draft(desk.house, number)
    if draft.application_id is None:
        raise UserError(
            "This draft belongs to no application, so no other reply can stand in its place: change its words, or "
            "discard it."
        )
    return _written(request, reply_on_demand(desk.house, draft.application_id, _kind(form), instead_of=number))


def reply(request: Request, form: Form) -> Response:
    """Writes a reply where none was due."""
    desk, number = desk_of(request), request.path_params["number"]
    return _written(request, reply_on_demand(desk.house, number, _kind(form)))


def answer(request: Request, form: Form) -> Response:
    """Writes a reply to a mail that belongs to no application."""
    desk, number = desk_of(request), request.path_params["number"]
    return _written(request, reply_to_mail(desk.house, number, _kind(form)))


def _written(request: Request, draft: Draft) -> Response:
    to = f"/conversation/{draft.application_id}#reply" if draft.application_id is not None else f"/drafts/{draft.id}"
    return done(request, f"Written: {words(draft.kind)}. Read it, change what you like; nothing is sent yet.", to=to)


def _kind(form: Form) -> DraftKind:
    text = form.text("kind")
    if text not in tuple(DraftKind):
        raise UserError("Choose one of the replies on the page.")
    return DraftKind(text)


ROUTES: tuple[Route, ...] = (
    action("/drafts/{number:int}/instead", instead),
    action("/conversation/{number:int}/reply", reply),
    action("/mail/{number:int}/reply", answer),
)
