"""The health page: how each mailbox is doing and what was set aside; and ``/healthz``, for a monitor."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from heardback.learning import ENOUGH
from heardback.taking import pass_over, take_in
from heardback.web.desk import desk_of
from heardback.web.healthfacts import fails, health_of
from heardback.web.rendering import page
from heardback.web.routing import Form, action, done, view
from heardback.web.wellbeing import overall
from store.errors import HeardbackError

LOOKED_THROUGH = "/health#looked-through"


def show(request: Request) -> Response:
    """The page."""
    health = health_of(desk_of(request))
    return page(request, "health.html.j2", health=health, overall=overall(health.accounts), enough=ENOUGH)


def pulse(request: Request) -> Response:
    """For a monitor: "ok" or "failing", and nothing else."""
    try:
        failing = fails(desk_of(request))
    except HeardbackError:
        failing = True
    return PlainTextResponse("failing\n" if failing else "ok\n", 503 if failing else 200)


def take(request: Request, _form: Form) -> Response:
    """Takes in a mail that lies where nobody reads."""
    return done(request, take_in(desk_of(request).house, int(request.path_params["number"])), to=LOOKED_THROUGH)


def leave(request: Request, _form: Form) -> Response:
    """Leaves it where it lies."""
    return done(request, pass_over(desk_of(request).house, int(request.path_params["number"])), to=LOOKED_THROUGH)


ROUTES: tuple[Route, ...] = (
    view("/health", show),
    view("/healthz", pulse),
    action("/health/lying/{number:int}/take", take),
    action("/health/lying/{number:int}/pass", leave),
)
