"""How pages hang into the application: ``view`` for looking, ``action`` for a form that changes something."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from heardback.web.desk import desk_of
from heardback.web.notices import Notice, Tone
from heardback.web.notices import Undo as Undo
from heardback.web.rendering import trouble
from heardback.web.signin import is_form_token
from store.errors import HeardbackError, UserError

MOST_BYTES = 256 * 1024
MOST_FIELDS = 200
MOST_PATH = 2000
READ_ONLY = "This is a view of an earlier moment, so nothing can be changed here: open the page without --now."
_OWN_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


class Form:
    """The fields of a posted form; of a name that came twice, ``all`` has every value and ``text`` the last."""

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._pairs = pairs
        self._last: Mapping[str, str] = dict(pairs)

    def text(self, name: str, default: str = "") -> str:
        """A field's text with the browser's line ends made plain."""
        return self._last.get(name, default).replace("\r\n", "\n").replace("\0", "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, as of a row of tick boxes."""
        return tuple(value for key, value in self._pairs if key == name)

    def number(self, name: str) -> int | None:
        """A field as a whole number, or None where there is none."""
        text = self.text(name).strip()
        return int(text) if re.fullmatch(r"[0-9]{1,15}", text) else None

    def has(self, name: str) -> bool:
        """Whether the field came with anything in it, as a ticked box does."""
        return bool(self._last.get(name))


class Number(IntegerConvertor):
    """A number in a path, no longer than the store's own numbers can be."""

    regex = "[0-9]{1,15}"


register_url_convertor("int", Number())

Show = Callable[[Request], Response]
Act = Callable[[Request, Form], Response]


class Refused(Exception):  # noqa: N818 - named for what it says
    """A request that is answered by a page with this status and sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


def view(path: str, show: Show) -> Route:
    """A page to look at; ``show`` must change nothing."""
    return Route(path, show, methods=["GET"])


def action(path: str, act: Act, *, changes: bool = True) -> Route:
    """A form's target, for signed-in browsers and their own forms. ``changes`` is refused in a read-only view."""

    async def answer(request: Request) -> Response:
        form = await _form(request)
        return await run_in_threadpool(_act, request, form, act, changes)

    return Route(path, answer, methods=["POST"], name=f"POST {path}")


def open_action(path: str, act: Act) -> Route:
    """A form's target before anybody is signed in; the guard has checked where it came from."""

    async def answer(request: Request) -> Response:
        form = await _form(request)
        return await run_in_threadpool(act, request, form)

    return Route(path, answer, methods=["POST"], name=f"POST {path}")


def done(request: Request, sentence: str, *, to: str = "", undo: Undo | None = None) -> Response:
    """Back to a page, which shows the sentence once.

    To the form's ``next`` field where it has one, else to ``to``, else to the page the form stood on.
    """
    form: Form = request.state.form
    places = (form.text("next"), to, form.text("came_from"))
    return _leave(request, Notice(sentence, undo=undo), places)


def refuse(request: Request, sentence: str, *, to: str = "", undo: Undo | None = None) -> Response:
    """Back to ``to``, else to where the form stood; that page says once why it was not done and what to do."""
    form: Form = request.state.form
    return _leave(request, Notice(sentence, Tone.PROBLEM, undo), (to, form.text("came_from")))


def own_path(text: str) -> str:
    """The text if it is a path on this page, else an empty one: nobody is sent elsewhere."""
    return text if len(text) <= MOST_PATH and _OWN_PATH.fullmatch(text) else ""


def _leave(request: Request, notice: Notice, places: tuple[str, ...]) -> Response:
    place = next((each for each in map(own_path, places) if each), "/")
    desk_of(request).notices.leave(request.state.session, notice)
    return RedirectResponse(place, status_code=303)


def _act(request: Request, form: Form, act: Act, changes: bool) -> Response:
    if not is_form_token(form.text("csrf"), request.state.session):
        return trouble(request, 403, "This form is no longer good: go back, reload the page, and send it once more.")
    request.state.form = form
    if changes and desk_of(request).read_only:
        return refuse(request, READ_ONLY)
    try:
        return act(request, form)
    except UserError as error:
        return refuse(request, " ".join(error.problems))
    except HeardbackError as error:
        return refuse(request, str(error))


async def _form(request: Request) -> Form:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise Refused(415, "A form of this page is sent in another shape: reload the page and try again.")
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > MOST_BYTES:
                raise Refused(413, "That is more text than this page takes: shorten it and send it again.")
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except (UnicodeDecodeError, ValueError) as error:
        raise Refused(400, "This form could not be read: reload the page and try again.") from error
    except ClientDisconnect as error:
        raise Refused(400, "The browser ended the connection before the form was whole: send it once more.") from error
    return Form(tuple(pairs))
