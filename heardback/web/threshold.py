"""Coming in and going out: the pages around the one-time link."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from heardback.web.desk import desk_of
from heardback.web.rendering import page
from heardback.web.routing import Form, action, open_action, view
from heardback.web.signin import SESSION_LASTS, Attempts

MOST_KEY_LETTERS = 200


def ask(request: Request) -> Response:
    """Shows one button; a link that was fetched ahead is not used up by it."""
    key = request.query_params.get("key", "")[:MOST_KEY_LETTERS]
    return page(request, "signin.html.j2", key=key) if key else refused(request)


def sign_in(request: Request, form: Form) -> Response:
    """Uses the link up and remembers the browser."""
    desk = desk_of(request)
    attempts: Attempts = request.app.state.attempts
    if attempts.are_too_many:
        return page(request, "signin_refused.html.j2", status=429, too_many=True)
    session = desk.keys.sign_in(form.text("key")[:MOST_KEY_LETTERS])
    if session is None:
        attempts.failed()
        return refused(request, status=403)
    answer = RedirectResponse("/", status_code=303)
    # No Secure: the page is plain HTTP on loopback, and some browsers keep Secure cookies for HTTPS alone.
    answer.set_cookie(
        cookie_name(desk.port),
        session,
        max_age=int(SESSION_LASTS.total_seconds()),
        path="/",
        httponly=True,
        samesite="strict",
    )
    return answer


def sign_out(request: Request, form: Form) -> Response:
    """Forgets this browser, or all of them."""
    desk = desk_of(request)
    if form.text("where") == "everywhere":
        desk.keys.sign_out_everywhere()
    else:
        desk.keys.sign_out(request.state.session)
    answer = page(request, "signed_out.html.j2", everywhere=form.text("where") == "everywhere")
    answer.delete_cookie(cookie_name(desk.port), path="/", httponly=True, samesite="strict")
    return answer


def refused(request: Request, *, status: int = 401) -> Response:
    """Says calmly how to come in."""
    return page(request, "signin_refused.html.j2", status=status, too_many=False)


def cookie_name(port: int) -> str:
    """Cookies know no ports, so the name does: two stores on one machine do not mix."""
    return f"heardback-{port}"


ROUTES: tuple[Route, ...] = (
    view("/sign-in", ask),
    open_action("/sign-in", sign_in),
    action("/sign-out", sign_out, changes=False),
)
