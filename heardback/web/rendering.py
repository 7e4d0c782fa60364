"""The one door from the pages to jinja2: templates in, responses out, everything escaped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from heardback.web import words
from heardback.web.assets import Assets
from heardback.web.desk import Desk, desk_of
from heardback.web.signin import form_token
from heardback.web.waiting import Call, calls_of, how_many_wait
from store.errors import HeardbackError

TEMPLATES = Path(__file__).parent / "templates"
NAVIGATION = (
    ("/", "Today"),
    ("/applications", "Applications"),
    ("/people", "People"),
    ("/lessons", "Lessons"),
    ("/insights", "Insights"),
    ("/health", "Health"),
    ("/settings", "Settings"),
)
_UNDER_TODAY = ("/conversation", "/mail", "/drafts")
_HEADINGS: Mapping[int, str] = {
    403: "That did not come from this page",
    404: "There is nothing here",
    405: "That is not how this page is used",
    413: "That is too much at once",
    500: "Something unforeseen happened",
    503: "Not just now",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A moment or a day for a ``<time>``: for programs, in short, and in full."""

    iso: str
    short: str
    full: str


def environment(desk: Desk, assets: Assets) -> Environment:
    """The templates with the filters and functions all of them know."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(words=words.words, sentence=words.sentence_case, lasting=words.lasting)
    made.globals.update(
        csrf=form_fields,
        assets=assets,
        moment=lambda value: said_moment(value, desk),
        calendar_day=lambda value: said_day(value, desk),
        navigation=NAVIGATION,
    )
    return made


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of ours; the notices that wait for this browser are shown on it and gone afterwards."""
    desk = desk_of(request)
    session = session_of(request)
    waiting, calls = 0, tuple[Call, ...]()
    if session:
        with desk.house.database.reading() as transaction:
            waiting = how_many_wait(transaction)
            calls = calls_of(transaction, [account.name for account in desk.house.accounts], desk.now)
    notices = desk.notices.take(session) if session else ()
    return _rendered(request, template, status, {"waiting": waiting, "calls": calls, "notices": notices, **values})


def trouble(request: Request, status: int, sentence: str) -> Response:
    """A calm page for what could not be shown; it needs no store."""
    heading = _HEADINGS.get(status, "That did not work")
    values = {"waiting": 0, "calls": (), "notices": (), "heading": heading, "sentence": sentence}
    return _rendered(request, "trouble.html.j2", status, values)


def unforeseen(request: Request, error: Exception) -> Response:
    """What a handler raised, as a page: our own errors with their sentence, others without any detail."""
    if isinstance(error, HeardbackError):
        return trouble(request, 503, str(error))
    return trouble(request, 500, "The page could not be made. What is stored is safe; try again, or look at Health.")


def form_fields(request: Request) -> Markup:
    """The hidden fields every form carries: whose it is, and where it stands."""
    query = f"?{request.url.query}" if request.url.query else ""
    fields = {"csrf": form_token(session_of(request)), "came_from": f"{request.url.path}{query}"}
    line = Markup('<input type="hidden" name="{}" value="{}">')
    return Markup("").join(line.format(name, value) for name, value in fields.items())


def session_of(request: Request) -> str:
    """The secret of the browser's session, or an empty text."""
    return str(getattr(request.state, "session", ""))


def said_moment(value: datetime, desk: Desk) -> Said:
    """A moment in the person's zone."""
    local = value.astimezone(desk.zone)
    full = f"{words.long_day(local.date())}, {local:%H:%M} ({desk.zone.key})"
    return Said(local.isoformat(), words.moment_words(value, desk.now, desk.zone), full)


def said_day(value: date, desk: Desk) -> Said:
    """A calendar day, seen from the person's today."""
    today = desk.now.astimezone(desk.zone).date()
    return Said(value.isoformat(), words.day_words(value, today), words.long_day(value))


def _rendered(request: Request, template: str, status: int, values: Mapping[str, Any]) -> HTMLResponse:
    path = request.url.path
    text = request.app.state.templates.get_template(template).render(
        request=request,
        signed_in=bool(session_of(request)),
        read_only=desk_of(request).read_only,
        seen_from=desk_of(request).now,
        here="/" if path.startswith(_UNDER_TODAY) else "/" + path[1:].partition("/")[0],
        **values,
    )
    return HTMLResponse(text, status_code=status)
