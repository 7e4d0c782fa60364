"""A conversation: the mails of one application in their order, where it stands, and the reply beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from heardback.remembering import lessons_before
from heardback.web.desk import Desk, desk_of
from heardback.web.draftcards import DraftCard
from heardback.web.glancing import overview_of
from heardback.web.mailcards import MailCard, mail_card
from heardback.web.needs import named
from heardback.web.outgoing import LIVE, cards_of
from heardback.web.rendering import page
from heardback.web.routing import Refused, view
from respond.choices import choices_for
from respond.standings import Standing, standings
from store.database import Transaction
from store.noted import Draft, Search
from store.records import Application
from store.vocabulary import MESSAGE_TAGS, DraftKind, NextAction, Stage, Status


@dataclass(frozen=True, slots=True)
class Place:
    """Where the application stands, in the line on top."""

    stage: Stage
    status: Status
    ghosted: bool
    why: str
    next_action: NextAction
    deadline: date | None
    rests_on: str
    chance: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What the person typed while the draft changed elsewhere; shown instead of the draft's own words."""

    draft: int
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Model:
    """The whole page; ``settled`` are drafts that are done with, the newest first."""

    application: Application | None
    who: str
    place: Place | None
    mails: tuple[MailCard, ...]
    drafts: tuple[DraftCard, ...]
    settled: tuple[DraftCard, ...]
    others: tuple[DraftKind, ...]
    no_draft: str
    lessons: tuple[str, ...]
    typed: Typed | None = None


def show(request: Request) -> Response:
    """The page of one application."""
    return render(request, request.path_params["number"])


def show_draft(request: Request) -> Response:
    """A draft that belongs to no application, alone; the others stand in their conversation."""
    desk = desk_of(request)
    number: int = request.path_params["number"]
    with desk.house.database.reading() as transaction:
        draft = transaction.drafts.get(number)
        if draft is None:
            raise Refused(404, "There is no such draft. Today shows those that wait.")
        if draft.application_id is not None:
            return RedirectResponse(f"/conversation/{draft.application_id}#reply", status_code=303)
        live, settled = _cards(desk, (draft,))
    model = Model(None, draft.to.name or draft.to.address, None, (), live, settled, (), "", ())
    return page(request, "conversation.html.j2", model=model, tags=MESSAGE_TAGS)


def render(request: Request, number: int, *, typed: Typed | None = None, status: int = 200) -> Response:
    """The page of one application; ``typed`` is kept in the box where it could not be saved."""
    model = gather(desk_of(request), number, typed)
    if model is None:
        raise Refused(404, "There is no such application. It may have been joined with another one: see Applications.")
    return page(request, "conversation.html.j2", status=status, model=model, tags=MESSAGE_TAGS)


def gather(desk: Desk, number: int, typed: Typed | None = None) -> Model | None:
    """Everything the page shows of an application; None where there is none."""
    overview, today = overview_of(desk), desk.now.astimezone(desk.zone).date()
    with desk.house.database.reading() as transaction:
        application = transaction.applications.get(number)
        if application is None:
            return None
        standing = next(iter(standings(transaction, desk.house.outlook, [number], chances=False)), None)
        stored = [each for each in transaction.mail.of_application(number) if each.message.date <= desk.now]
        with_html = transaction.bodies.which([each.id for each in stored])
        mails = tuple(
            mail_card(each, has_html=each.id in with_html, is_open=place == len(stored))
            for place, each in enumerate(stored, 1)
        )
        live, settled = _cards(desk, transaction.drafts.of_application(number))
        glance = overview.by_id.get(number)
        chance = glance.state.chance if glance else None
        return Model(
            application=application,
            who=named(application) or "an employer not named",
            place=_place(standing, chance.words if chance else "") if standing else None,
            mails=mails,
            drafts=live,
            settled=settled,
            others=_others(standing, live, transaction.search.at(desk.now, today), today),
            no_draft=_why_none(transaction, number, live),
            lessons=tuple(lessons_before(transaction, standing)) if standing else (),
            typed=typed,
        )


def _place(standing: Standing, chance: str) -> Place:
    state = standing.state
    return Place(
        stage=state.stage,
        status=state.status,
        ghosted=state.ghosted,
        why=state.why,
        next_action=state.next_action,
        deadline=state.deadline,
        rests_on=state.deadline_rests_on,
        chance=chance,
    )


def _cards(desk: Desk, drafts: Sequence[Draft]) -> tuple[tuple[DraftCard, ...], tuple[DraftCard, ...]]:
    """The drafts that something can be done with, and those that are done with; the newest first."""
    cards = cards_of(desk, reversed(drafts))
    return (
        tuple(each for each in cards if each.state in LIVE),
        tuple(each for each in cards if each.state not in LIVE),
    )


def _others(standing: Standing | None, live: Sequence[DraftCard], search: Search, today: date) -> tuple[DraftKind, ...]:
    """The replies that could be written instead of the open one, or all the same."""
    if standing is None or any(not each.is_open and not each.is_stuck for each in live):
        return ()
    shown = next((each.kind for each in live if each.is_open), None)
    return choices_for(standing, search, shown=shown, today=today)


def _why_none(transaction: Transaction, number: int, live: Sequence[DraftCard]) -> str:
    """Why there is no draft, where that was written down."""
    if live:
        return ""
    refusals = transaction.drafts.refusals(number)
    return refusals[0].reason if refusals else ""


ROUTES: tuple[Route, ...] = (
    view("/conversation/{number:int}", show),
    view("/drafts/{number:int}", show_draft),
)
