"""Which chart says what: each set of numbers as a picture, with the words and the table that go with it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from heardback.web.answercurves import AnswerTimes
from heardback.web.charts import Bar, Range, bars, described, ranges
from heardback.web.figures import Because, FromSource, FunnelStep, Ground, OpenOne, Reached
from heardback.web.figurewords import GROUND_WORDS, REACHED_WORDS, SOURCE_WORDS, STEP_WORDS
from heardback.web.picture import Picture, Table
from heardback.web.published import OF_REASONS, OF_SOURCES, OF_THE_WAY, OF_WAITING, Context
from heardback.web.shares import Share, per_cent, share_words
from heardback.web.waitcharts import answer_times, open_ones
from heardback.web.words import sentence_case, words

SHOWN_OPEN = 16
"""Applications in the picture of what is open before "show all"."""
MOST_OPEN = 200


@dataclass(frozen=True, slots=True)
class Pictures:
    """All pictures of the page; what has nothing to show is not there."""

    funnel: Picture | None
    times: tuple[Picture, ...]
    times_context: tuple[Context, ...]
    silent_steps: tuple[str, ...]
    """Steps of which there are too few waits to say anything."""
    open_now: Picture | None
    open_hidden: int
    reasons: Picture | None
    sources: Picture | None


def pictures(
    steps: Sequence[FunnelStep],
    times: Sequence[AnswerTimes],
    open_now: Sequence[OpenOne],
    reasons: Sequence[Because],
    sources: Sequence[FromSource],
    *,
    show_counts: bool,
    every: bool = False,
) -> Pictures:
    """Draws what there is; without ``show_counts`` shares are said in words alone."""
    shown = open_now[: MOST_OPEN if every else SHOWN_OPEN]
    return Pictures(
        funnel=_funnel(steps, show_counts=show_counts) if steps and steps[0].of_all.whole else None,
        times=tuple(answer_times(each, show_counts=show_counts) for each in times if each.says_something),
        times_context=OF_WAITING,
        silent_steps=tuple(STEP_WORDS[each.step] for each in times if not each.says_something),
        open_now=open_ones(shown, len(open_now), show_counts=show_counts) if shown else None,
        open_hidden=len(open_now) - len(shown),
        reasons=_reasons(reasons, show_counts=show_counts) if reasons else None,
        sources=_sources(sources, show_counts=show_counts) if sources else None,
    )


def _funnel(steps: Sequence[FunnelStep], *, show_counts: bool) -> Picture:
    rows: list[Bar] = []
    cells: list[tuple[str, ...]] = []
    for each in steps:
        name = REACHED_WORDS[each.reached]
        is_first = each.reached is Reached.APPLIED
        share = "all" if is_first else each.of_all.words(show_counts=show_counts)
        before = "" if is_first else each.of_before.words(show_counts=show_counts)
        rows.append(Bar(name, each.of_all.p, _short(each.of_all, show_counts=show_counts, is_first=is_first)))
        cells.append((name, *((str(each.of_all.part),) if show_counts else ()), share, before))
    heads = ("Step", *(("How many",) if show_counts else ()), "Of all applications", "Of those at the step before")
    return Picture(
        name="funnel",
        heading="How far applications came",
        lead="Each step holds all further ones. An answer is one a person wrote; a machine's mail is none.",
        charts=(bars("funnel", "How far applications came", described((row.label, row.value) for row in rows), rows),),
        table=Table("How far applications came", heads, tuple(cells)),
        context=OF_THE_WAY,
    )


def _reasons(reasons: Sequence[Because], *, show_counts: bool) -> Picture:
    rows = [
        Bar(
            sentence_case(words(each.reason)),
            each.share.p,
            _counted(each.share, show_counts=show_counts),
            f"ch-bar ch-bar-{each.ground.value}",
        )
        for each in reasons
    ]
    cells = tuple(
        (
            sentence_case(words(each.reason)),
            GROUND_WORDS[each.ground],
            *((str(each.share.part),) if show_counts else ()),
            each.share.words(show_counts=show_counts),
        )
        for each in reasons
    )
    return Picture(
        name="reasons",
        heading="What the rejections said",
        lead=_reasons_lead(reasons, show_counts=show_counts),
        charts=(bars("reasons", "What the rejections said", described((row.label, row.value) for row in rows), rows),),
        table=Table(
            "What the rejections said",
            ("Reason", "What it is about", *(("How many",) if show_counts else ()), "Share"),
            cells,
        ),
        context=OF_REASONS,
        legend=tuple(
            (f"ch-bar-{ground.value}", GROUND_WORDS[ground])
            for ground in Ground
            if any(each.ground is ground for each in reasons)
        ),
    )


def _reasons_lead(reasons: Sequence[Because], *, show_counts: bool) -> str:
    whole = reasons[0].share.whole
    role = sum(each.share.part for each in reasons if each.ground is Ground.ROLE)
    if not role:
        return "As far as the mails say; most say little."
    share = Share(role, whole)
    much = f"{role} of {whole}" if show_counts else share_words(share.p) if share.says_something else "some"
    return f"{sentence_case(much)} lay in the position itself and said nothing about you."


def _sources(sources: Sequence[FromSource], *, show_counts: bool) -> Picture:
    spoken = [each for each in sources if each.answered.says_something]
    rows = [
        Range(
            SOURCE_WORDS[each.source],
            each.answered.p,
            *each.answered.range,
            f"{each.answered.part} of {each.answered.whole}" if show_counts else "",
        )
        for each in spoken
    ]
    cells = tuple(
        (
            SOURCE_WORDS[each.source],
            *((str(each.answered.whole),) if show_counts else ()),
            each.answered.words(show_counts=show_counts),
            each.talked.words(show_counts=show_counts),
        )
        for each in sources
    )
    said = [(SOURCE_WORDS[each.source], each.answered.words(show_counts=show_counts)) for each in spoken]
    return Picture(
        name="sources",
        heading="From where answers come",
        lead="The share that a person answered, by the way the application began, as far as the senders tell."
        if rows
        else "There are too few of each way to say anything yet.",
        charts=(ranges("sources", "Answered by a person, by the way in", described(said), rows, marks=show_counts),)
        if rows
        else (),
        table=Table(
            "From where answers come",
            ("Way in", *(("Applications",) if show_counts else ()), "Answered by a person", "A call or an interview"),
            cells,
        ),
        context=OF_SOURCES,
    )


def _short(share: Share, *, show_counts: bool, is_first: bool) -> str:
    if not show_counts:
        return "" if is_first else share.words(show_counts=False)
    if is_first or not share.says_something:
        return str(share.part)
    return f"{share.part} · {per_cent(share.p)} %"


def _counted(share: Share, *, show_counts: bool) -> str:
    return str(share.part) if show_counts else share.words(show_counts=False)
