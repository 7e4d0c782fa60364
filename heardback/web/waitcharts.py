"""The pictures of waiting: how long answers took, and whether one still comes where something is open. Pure."""

from collections.abc import Sequence

from markupsafe import Markup

from heardback.web.answercurves import DAYS_SHOWN, MARKS, AnswerTimes
from heardback.web.charts import Band, Line, Range, described, ranges, shares_over_days
from heardback.web.figures import OpenOne
from heardback.web.figurewords import STEP_WORDS
from heardback.web.picture import Picture, Table
from heardback.web.shares import TOO_FEW, per_cent, share_words
from heardback.web.words import sentence_case

ONE_COLUMN = 5
"""Rows of a chart before a second one stands beside it."""


def answer_times(times: AnswerTimes, *, show_counts: bool) -> Picture:
    """How many of the waits at one step had an answer, by weeks of silence, beside what was expected beforehand."""
    name, heading = f"times-{times.step.value}", STEP_WORDS[times.step]
    lead = _times_lead(times, show_counts=show_counts)
    own = Line([(each.day, each.share) for each in times.firm], "ch-own", steps=True)
    rest = [(each.day, each.share) for each in times.points[max(len(times.firm) - 1, 0) :]]
    expected = Line([(day, share) for day, share in enumerate(times.expected)], "ch-expected")
    chart = shares_over_days(
        name,
        f"{heading}: the share answered, by weeks of silence",
        lead,
        until=DAYS_SHOWN,
        lines=(expected, Line(rest, "ch-own ch-few", steps=True), own),
        band=Band([(each.day, each.low, each.high) for each in times.points]),
        show_scale=show_counts,
    )
    return Picture(name, heading, lead, (chart,), _times_table(times, heading, show_counts=show_counts))


def _times_lead(times: AnswerTimes, *, show_counts: bool) -> str:
    counted = f"{times.waits} waits, {times.answered} answered so far. " if show_counts else ""
    if times.half is not None:
        return f"{counted}Half of them had an answer by {_by(times.half)}."
    last = times.points[-1]
    share = f"{per_cent(last.share)} %" if show_counts else share_words(last.share)
    return f"{counted}By {_by(last.day)}, {share} had an answer."


def _times_table(times: AnswerTimes, heading: str, *, show_counts: bool) -> Table:
    rows: list[tuple[str, ...]] = []
    for day in MARKS:
        point, expected = times.at(day), times.expected[day]
        if point is None:
            own = TOO_FEW
        elif show_counts:
            own = f"{per_cent(point.share)} %, between {per_cent(point.low)} and {per_cent(point.high)}"
        else:
            own = share_words(point.share)
        usual = f"{per_cent(expected)} %" if show_counts else share_words(expected)
        still = (str(point.waiting) if point else "none",) if show_counts else ()
        rows.append((_by(day), own, usual, *still))
    heads = ("By", "Answered", "Expected beforehand", *(("Waited that long",) if show_counts else ()))
    return Table(f"{heading}: the share answered", heads, tuple(rows))


def open_ones(shown: Sequence[OpenOne], known: int, *, show_counts: bool) -> Picture:
    """The chance of an answer of each application that is open; ``known`` is how many there are in all."""
    rows = [
        Range(
            f"{each.employer} · {each.role}" if each.role else each.employer,
            each.p,
            each.low,
            each.high,
            f"{per_cent(each.p)} %" if show_counts else "",
        )
        for each in shown
    ]
    cells = tuple(
        (
            row.label,
            sentence_case(each.words) if show_counts else sentence_case(share_words(each.p)),
        )
        for row, each in zip(rows, shown, strict=True)
    )
    is_cut = known > len(shown)
    lead = "The dot is the chance that an answer still comes, the line where it may lie, nine times in ten."
    return Picture(
        name="open",
        heading="What is open now",
        lead=f"{lead} {'The best chances come first.' if is_cut else ''}".strip(),
        charts=_in_columns(rows, show_counts=show_counts),
        table=Table(
            "The chance of an answer, of what is open",
            ("Application", "Chance of an answer"),
            cells,
            tuple(f"/applications/{each.number}" for each in shown),
        ),
    )


def _in_columns(rows: Sequence[Range], *, show_counts: bool) -> tuple[Markup, ...]:
    """One chart, or two beside each other where the list is long."""
    half = len(rows) if len(rows) <= ONE_COLUMN else -(-len(rows) // 2)
    drawn: list[Markup] = []
    for place, part in enumerate((rows[:half], rows[half:])):
        said = [(row.label, f"{per_cent(row.p)} %" if show_counts else share_words(row.p)) for row in part]
        title = "The chance of an answer, of what is open" if not place else "The chance of an answer, continued"
        if part:
            drawn.append(ranges(f"open-{place}", title, described(said), part, marks=show_counts))
    return tuple(drawn)


def _by(day: int) -> str:
    """A day as one says it: in weeks where it is whole ones."""
    if day >= 14 and day % 7 == 0:
        return f"{day // 7} weeks"
    return "one day" if day == 1 else "the same day" if day == 0 else f"{day} days"
