"""The application: the routes of all pages, what becomes of errors, and the guard before it."""

from types import ModuleType

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback.web import (
    applications,
    assets,
    changing,
    conversation,
    courses,
    drafting,
    health,
    insights,
    lessons,
    mailview,
    people,
    replying,
    search,
    settings,
    threshold,
    today,
)
from heardback.web.desk import Desk
from heardback.web.guard import Guard
from heardback.web.rendering import environment, trouble, unforeseen
from heardback.web.routing import Refused
from heardback.web.signin import Attempts
from store.errors import HeardbackError

PAGES: tuple[ModuleType, ...] = (
    threshold,
    assets,
    health,
    settings,
    today,
    conversation,
    drafting,
    replying,
    mailview,
    applications,
    courses,
    changing,
    search,
    people,
    lessons,
    insights,
)


def application(desk: Desk) -> Guard:
    """The page of one desk, ready to be served."""
    routes: list[Route] = [route for module in PAGES for route in module.ROUTES]
    handlers = {
        Refused: _refused,
        HTTPException: _not_found,
        HeardbackError: unforeseen,
        Exception: unforeseen,
    }
    app = Starlette(routes=routes, exception_handlers=handlers)  # type: ignore[arg-type]
    app.state.desk = desk
    app.state.assets = assets.Assets()
    app.state.templates = environment(desk, app.state.assets)
    app.state.attempts = Attempts()
    return Guard(app, desk)


def _refused(request: Request, error: Refused) -> Response:
    return trouble(request, error.status, error.sentence)


def _not_found(request: Request, error: HTTPException) -> Response:
    if error.status_code == 405:
        sentence = "This address takes a form of ours and nothing else: go back and use the button there."
    else:
        sentence = "It may have been removed or joined with something else. Today shows what there is."
    return trouble(request, error.status_code, sentence)
