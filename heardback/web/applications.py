"""The list of applications as a table or a board, as a sheet to take away, and the form for one that no mail shows."""

from collections import defaultdict
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback import byhand
from heardback.sheets import csv_text
from heardback.views import APPLICATION_COLUMNS, application_row, flat
from heardback.web.choosing import Haystack, chosen
from heardback.web.desk import Desk, desk_of
from heardback.web.glancing import Overview, overview_of
from heardback.web.listing import board, listing
from heardback.web.rendering import page
from heardback.web.routing import Form, action, view
from heardback.web.tellings import told
from heardback.web.wanted import ORDER_WORDS, Order, Wanted
from respond.resting import search_words
from respond.standings import search_of
from store.errors import UserError
from store.vocabulary import RejectionReason, Stage, Status

MOST_TEXT = 200
_Choice = TypeVar("_Choice", bound=StrEnum)


def show(request: Request) -> Response:
    """The list as it was asked for."""
    desk = desk_of(request)
    overview, wanted = overview_of(desk), wanted_of(request)
    found = chosen(overview.glances, wanted, haystack_of(desk, overview))
    with desk.house.database.reading() as transaction:
        resting = search_words(search_of(transaction, desk.house.outlook))
    return page(
        request,
        "applications.html.j2",
        wanted=wanted,
        listing=None if wanted.board else listing(found, wanted, desk.zone),
        columns=board(found, wanted, desk.zone) if wanted.board else (),
        found=len(found),
        known=len(overview.glances),
        resting=resting,
        choices=CHOICES,
        link=lambda **changes: _link(wanted, **changes),
        today=desk.now.astimezone(desk.zone).date(),
    )


def sheet(request: Request) -> Response:
    """The same applications as CSV, all pages of them."""
    desk = desk_of(request)
    overview = overview_of(desk)
    found = chosen(overview.glances, wanted_of(request), haystack_of(desk, overview))
    text = csv_text((flat(application_row(each)) for each in found), APPLICATION_COLUMNS)
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    return Response(
        text.encode("utf-8-sig"),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="applications.csv"'},
    )


def add(request: Request, form: Form) -> Response:
    """Enters an application that no mail shows."""
    desk = desk_of(request)
    company, role, agency = (form.text(name).strip()[:MOST_TEXT] for name in ("company", "role", "agency"))
    if not company:
        raise UserError("An application needs the name of the employer: fill it in, the rest may stay empty.")
    applied = _applied(form.text("applied").strip(), desk)
    with desk.house.database.transaction() as transaction:
        entry = byhand.add(transaction, company, role, agency=agency, applied=applied, now=desk.now)
    return told(request, entry, to=f"/applications/{entry.application}")


def wanted_of(request: Request) -> Wanted:
    """What the address asks for; what it cannot mean is left out, so that an old link still shows something."""
    asked = request.query_params
    page_number = asked.get("page", "1")
    return Wanted(
        text=asked.get("q", "").strip()[:MOST_TEXT],
        status=one_of(Status, asked.get("status", "")),
        stage=one_of(Stage, asked.get("stage", "")),
        reason=one_of(RejectionReason, asked.get("reason", "")),
        needs_me=asked.get("needs") == "me",
        ghosted=asked.get("ghosted") == "yes",
        order=one_of(Order, asked.get("sort", "")) or Order.URGENCY,
        page=int(page_number) if page_number.isascii() and page_number.isdigit() and len(page_number) < 6 else 1,
        board=asked.get("view") == "board",
        whole=one_of(Stage, asked.get("whole", "")),
    )


def haystack_of(desk: Desk, overview: Overview) -> Haystack:
    """What a search looks through, made once for each state of the store."""

    def gathered() -> Haystack:
        people: dict[int, list[str]] = defaultdict(list)
        with desk.house.database.reading() as transaction:
            contacts = transaction.applications.contacts()
        names = {each.address: each.name for each in contacts}
        for each in contacts:
            if each.met_through is not None:
                people[each.met_through] += (each.name, each.address)
        for glance in overview.glances:
            if glance.reply_to in names:
                people[glance.application.id].append(names[glance.reply_to])
        return Haystack.of(overview.glances, people)

    return overview.reckoned("haystack", gathered)


CHOICES = {
    "status": tuple(Status),
    "stage": tuple(Stage),
    "reason": tuple(RejectionReason),
    "order": tuple(ORDER_WORDS.items()),
}


def _link(wanted: Wanted, **changes: str) -> str:
    """The address of the same list with something changed; a change leads back to the first page."""
    query = wanted.query(**({"page": ""} | changes))
    return f"/applications?{urlencode(query)}" if query else "/applications"


def one_of(kind: type[_Choice], text: str) -> _Choice | None:
    """The member of a closed set with this value, or None."""
    return next((each for each in kind if each.value == text), None)


def _applied(text: str, desk: Desk) -> datetime:
    """Noon of the day that was named, or now; a day ahead is none on which one has applied."""
    if not text:
        return desk.now
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UserError("The day you applied is not a day such as 2026-03-02: choose it again.") from error
    if day > desk.now.astimezone(desk.zone).date():
        raise UserError("The day you applied lies ahead: choose today or an earlier day.")
    return min(datetime.combine(day, time(12), desk.zone).astimezone(UTC), desk.now)


ROUTES: tuple[Route, ...] = (
    view("/applications", show),
    view("/applications.csv", sheet),
    action("/applications/add", add),
)
