"""The search as a whole: resting, going on or over; what is owed once it is over; and all that was changed by hand."""

from collections.abc import Sequence
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback import searching
from heardback.farewell import Farewell, farewell_of
from heardback.web.desk import Desk, desk_of
from heardback.web.glancing import Overview, overview_of
from heardback.web.listing import row
from heardback.web.rendering import page
from heardback.web.routing import Form, action, view
from heardback.web.tellings import told
from respond.glances import Glance
from respond.resting import search_words
from respond.standings import standings
from store.errors import UserError
from store.vocabulary import SearchPhase, Stage

CHANGES = 50
"""Changes on a page."""
THANKED_AMONG = 300
"""Of how many applications, the latest first, the people are thought of; reading more of them takes its time."""


def show(request: Request) -> Response:
    """How the search stands, and the journal of changes."""
    desk = desk_of(request)
    overview = overview_of(desk)
    with desk.house.database.reading() as transaction:
        search = transaction.search.at(desk.now, _today(desk))
        changes = [each for each in transaction.changes.all() if each.at <= desk.now]
    every = request.query_params.get("changes") == "all"
    return page(
        request,
        "search.html.j2",
        search=search,
        words=search_words(search),
        job=overview.by_id.get(search.application) if search.application else None,
        offers=[row(each, desk.zone) for each in overview.glances if each.state.stage is Stage.OFFER],
        owed=_owed(desk, overview, search.phase),
        changes=changes if every else changes[:CHANGES],
        hidden=0 if every else max(0, len(changes) - CHANGES),
        today=_today(desk),
    )


def pause(request: Request, form: Form) -> Response:
    """Rests the search, until a day or until it is taken up again."""
    desk, text = desk_of(request), form.text("until").strip()
    try:
        until = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError("That is not a day such as 2026-03-02: choose it again, or leave it empty.") from error
    if until is not None and until <= _today(desk):
        raise UserError("A pause until then would be over already: choose a later day.")
    with desk.house.database.transaction() as transaction:
        entry = searching.pause(transaction, until=until, now=desk.now, today=_today(desk))
    return told(request, entry, to="/search")


def resume(request: Request, form: Form) -> Response:
    """Goes on with the search."""
    desk = desk_of(request)
    with desk.house.database.transaction() as transaction:
        entry = searching.resume(transaction, now=desk.now, today=_today(desk))
    return told(request, entry, to="/search")


def _owed(desk: Desk, overview: Overview, phase: SearchPhase) -> Farewell:
    """Thanks and withdrawals once the search is over."""
    if phase is not SearchPhase.HIRED:
        return Farewell()
    latest = sorted(overview.glances, key=_last_moved, reverse=True)[:THANKED_AMONG]
    open_still = [each for each in overview.glances if each.state.stage is not Stage.CLOSED and not each.state.ghosted]
    numbers: Sequence[int] = sorted({each.application.id for each in (*latest, *open_still[:THANKED_AMONG])})
    with desk.house.database.reading() as transaction:
        outlook = desk.house.outlook
        return farewell_of(transaction, standings(transaction, outlook, numbers, chances=False), outlook)


def _last_moved(glance: Glance) -> float:
    moved = glance.state.history.moved_by
    return moved.at.timestamp() if moved else 0.0


def _today(desk: Desk) -> date:
    return desk.now.astimezone(desk.zone).date()


ROUTES: tuple[Route, ...] = (
    view("/search", show),
    action("/search/pause", pause),
    action("/search/resume", resume),
)
