"""One application on a page: its course, its facts, its people and drafts, and what may be done about it by hand."""

from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback.people import Known, people_in_some
from heardback.remembering import lessons_before
from heardback.web.applications import MOST_TEXT, haystack_of
from heardback.web.choosing import chosen
from heardback.web.course import ENDINGS, STAGES, course
from heardback.web.desk import Desk, desk_of
from heardback.web.glancing import Overview, overview_of
from heardback.web.listing import Row, row
from heardback.web.rendering import page
from heardback.web.routing import view
from heardback.web.wanted import Wanted
from respond.standings import standings
from store.vocabulary import SearchPhase

CANDIDATES = 10
"""Applications offered for joining two into one."""


def show(request: Request) -> Response:
    """One application in full."""
    desk, number = desk_of(request), int(request.path_params["number"])
    outlook = desk.house.outlook
    overview = overview_of(desk)
    with desk.house.database.reading() as transaction:
        found = standings(transaction, outlook, [number], chances=False)
        if not found:
            raise HTTPException(404)
        standing = found[0]
        ledger = transaction.applications
        view_of_it = course(
            standing,
            [each for each in ledger.taken_back(number) if each.at <= outlook.now],
            transaction.drafts.of_application(number),
            transaction.drafts.refusals(number),
            transaction.changes.all(),
            desk.zone,
        )
        people = people_in_some(transaction, outlook, [number])
        lesson = transaction.lessons.of(number)
        ahead = lessons_before(transaction, standing)
        search = transaction.search.at(desk.now, desk.now.astimezone(desk.zone).date())
    glance = overview.by_id.get(number)
    query = request.query_params.get("join", "").strip()[:MOST_TEXT]
    return page(
        request,
        "application.html.j2",
        course=view_of_it,
        chance=glance.state.chance if glance else None,
        people=_of_this(people, number),
        lesson=lesson,
        ahead=ahead,
        stages=STAGES,
        endings=ENDINGS,
        join=query,
        candidates=_candidates(desk, overview, query, number),
        is_hired=search.phase is SearchPhase.HIRED,
    )


def _of_this(people: Sequence[Known], number: int) -> list[Known]:
    return [each for each in people if any(one.application == number for one in each.person.met)]


def _candidates(desk: Desk, overview: Overview, query: str, number: int) -> tuple[Row, ...]:
    """What may be joined with this one: by the words asked for, else others at the same employer."""
    others = [each for each in overview.glances if each.application.id != number]
    if query:
        found = chosen(others, Wanted(text=query), haystack_of(desk, overview))
    else:
        own = overview.by_id.get(number)
        names = {own.application.company, own.application.agency} - {""} if own else set()
        found = [each for each in others if names & {each.application.company, each.application.agency}]
    return tuple(row(each, desk.zone) for each in found[:CANDIDATES])


ROUTES: tuple[Route, ...] = (view("/applications/{number:int}", show),)
