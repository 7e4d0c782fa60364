"""The numbers of one's own search as pictures with their tables: how far, how soon, how likely, why, and from where."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from heardback.web.answercurves import AnswerTimes, answer_times
from heardback.web.desk import Desk, desk_of
from heardback.web.figures import (
    Because,
    FromSource,
    FunnelStep,
    OpenOne,
    by_source,
    funnel,
    open_now,
    reached_of,
    reasons,
    sources_of,
)
from heardback.web.glancing import Overview, overview_of
from heardback.web.insightcharts import Pictures, pictures
from heardback.web.rendering import page
from heardback.web.routing import view
from respond.glances import waits_so_far


@dataclass(frozen=True, slots=True)
class Insights:
    """Everything the page shows."""

    applications: int
    funnel: tuple[FunnelStep, ...]
    times: tuple[AnswerTimes, ...]
    open_now: tuple[OpenOne, ...]
    reasons: tuple[Because, ...]
    sources: tuple[FromSource, ...]


def show(request: Request) -> Response:
    """The page; what it shows is reckoned once for each state of the store."""
    desk = desk_of(request)
    overview = overview_of(desk)
    show_counts = desk.house.settings.digest.show_counts
    insights = overview.reckoned("insights", lambda: insights_of(desk, overview))
    every = request.query_params.get("open") == "all"
    drawn: Pictures = overview.reckoned(
        f"pictures {show_counts} {every}", lambda: drawn_of(insights, show_counts=show_counts, every=every)
    )
    return page(request, "insights.html.j2", insights=insights, pictures=drawn, show_counts=show_counts, every=every)


def insights_of(desk: Desk, overview: Overview) -> Insights:
    """Reckons everything from the last looks and two sums over events and mails."""
    outlook = overview.outlook
    with desk.house.database.reading() as transaction:
        waits = waits_so_far(transaction, outlook)
        milestones = tuple(transaction.applications.milestones(outlook.now))
        writers = tuple(transaction.mail.writers(outlook.now))
    reached = reached_of(milestones)
    numbers = [each.application.id for each in overview.glances]
    return Insights(
        applications=len(numbers),
        funnel=funnel(reached, numbers),
        times=answer_times(waits, outlook.expected),
        open_now=open_now(overview.glances),
        reasons=reasons(overview.glances),
        sources=by_source(sources_of(overview.glances, writers), reached),
    )


def drawn_of(insights: Insights, *, show_counts: bool, every: bool) -> Pictures:
    """The charts of these numbers."""
    return pictures(
        insights.funnel,
        insights.times,
        insights.open_now,
        insights.reasons,
        insights.sources,
        show_counts=show_counts,
        every=every,
    )


ROUTES: tuple[Route, ...] = (view("/insights", show),)
