"""Small charts as SVG, drawn on the server: bars, ranges, and shares over days.

Pure: numbers in, markup out. Colours and fonts are classes of ``lists.css``, so that light and dark are the reader's
own; places are attributes, since the page allows no inline style. Each chart is 340 units wide and shown at about that
many pixels, so that its words can be read on a telephone; every row has its label on a line of its own, so that labels
never meet. A chart is an image with a title and a description; the same numbers stand beside it as a table.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

WIDTH = 340
EDGE = 2
"""Room at the sides, so that nothing is cut off."""
_LABEL = 46
"""Letters of a label that fit into the width at 13 pixels."""
_ROW = 42
_LEFT, _RIGHT, _TOP, _BOTTOM = 42, 8, 10, 26
_HEIGHT = 190


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its length from 0 to 1, words at the right of its label, and the class that colours it."""

    label: str
    length: float
    value: str = ""
    look: str = "ch-bar"


@dataclass(frozen=True, slots=True)
class Range:
    """A dot with the range around it, from 0 to 1."""

    label: str
    p: float
    low: float
    high: float
    value: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line over days: (day, share) pairs in order, drawn in steps or straight."""

    points: Sequence[tuple[float, float]]
    look: str
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The area between two lines in steps: (day, low, high) in order."""

    points: Sequence[tuple[float, float, float]]


def bars(name: str, title: str, description: str, rows: Sequence[Bar]) -> Markup:
    """Bars below one another, each under its label."""
    drawn = [_bar(place, each) for place, each in enumerate(rows)]
    return _svg(name, title, description, _ROW * max(len(rows), 1), drawn, look="bars")


def ranges(name: str, title: str, description: str, rows: Sequence[Range], *, marks: bool = True) -> Markup:
    """Dots with their ranges below one another, over a scale from 0 to 100 %; ``marks`` writes the scale."""
    height = _ROW * max(len(rows), 1)
    drawn = [_grid(height)] if rows else []
    drawn += [_range(place, each) for place, each in enumerate(rows)]
    if marks and rows:
        drawn.append(_scale(height))
    return _svg(name, title, description, height + (22 if marks and rows else 0), drawn, look="ranges")


def shares_over_days(
    name: str,
    title: str,
    description: str,
    *,
    until: int,
    lines: Iterable[Line],
    band: Band | None = None,
    show_scale: bool = True,
) -> Markup:
    """Shares from 0 to 100 % over the days up to ``until``, a mark for every fourth week."""
    drawn = [_axes(until, show_scale=show_scale)]
    if band is not None and len(band.points) > 1:
        drawn.append(_band(band, until))
    drawn += [_line(each, until) for each in lines if each.points]
    return _svg(name, title, description, _HEIGHT, drawn, look="curve")


def shortened(text: str, letters: int) -> str:
    """The text cut to so many letters; a wide letter counts as two (Unicode, East Asian Width)."""
    width = 0
    for place, sign in enumerate(text):
        width += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        if width > letters:
            return f"{text[: max(place - 1, 0)].rstrip()}…"
    return text


def described(rows: Iterable[tuple[str, str]]) -> str:
    """The numbers of a chart as a sentence for its description."""
    said = "; ".join(f"{label}: {value}" if value else label for label, value in rows)
    return f"{said}." if said else ""


def _svg(name: str, title: str, description: str, height: float, drawn: Iterable[Markup], *, look: str) -> Markup:
    return Markup(
        '<svg class="chart chart-{look}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        'aria-labelledby="{name}-title {name}-desc" xmlns="http://www.w3.org/2000/svg" focusable="false">'
        '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>{inside}</svg>'
    ).format(
        look=look,
        width=WIDTH,
        height=_n(height),
        name=name,
        title=title,
        description=description,
        inside=Markup("").join(drawn),
    )


def _bar(place: int, row: Bar) -> Markup:
    top = place * _ROW
    whole = WIDTH - 2 * EDGE
    length = _within(row.length) * whole
    track = Markup('<rect class="ch-track" x="{}" y="{}" width="{}" height="10" rx="5"/>').format(
        EDGE, _n(top + 22), _n(whole)
    )
    # What is not nothing is seen, however little it is.
    filled = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="10" rx="5"/>').format(
        row.look, EDGE, _n(top + 22), _n(max(length, 10.0))
    )
    return _label(top, row.label, row.value) + track + (filled if row.length > 0 else Markup(""))


def _range(place: int, row: Range) -> Markup:
    top = place * _ROW
    y = top + 27
    low, high, p = (_across(each) for each in (row.low, row.high, row.p))
    span = Markup('<line class="ch-span" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(_n(low), _n(high), _n(y), _n(y))
    dot = Markup('<circle class="ch-dot" cx="{}" cy="{}" r="5"/>').format(_n(p), _n(y))
    return _label(top, row.label, row.value) + span + dot


def _label(top: float, label: str, value: str) -> Markup:
    room = _LABEL - (len(value) + 2 if value else 0)
    shown = shortened(label, room)
    whole = Markup("<title>{}</title>").format(label) if shown != label else Markup("")
    words = Markup('<text class="ch-label" x="{}" y="{}">{}{}</text>').format(EDGE, _n(top + 14), shown, whole)
    if not value:
        return words
    return words + Markup('<text class="ch-value" x="{}" y="{}" text-anchor="end">{}</text>').format(
        WIDTH - EDGE, _n(top + 14), value
    )


def _grid(height: float) -> Markup:
    lines = Markup('<line class="ch-grid" x1="{0}" x2="{0}" y1="0" y2="{1}"/>')
    return Markup("").join(lines.format(_n(_across(share)), _n(height)) for share in (0, 0.25, 0.5, 0.75, 1))


def _scale(height: float) -> Markup:
    word = Markup('<text class="ch-tick" x="{}" y="{}" text-anchor="{}">{}</text>')
    ends = {0.0: "start", 1.0: "end"}
    return Markup("").join(
        word.format(_n(_across(share)), _n(height + 15), ends.get(share, "middle"), f"{share:.0%}".replace("%", " %"))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    )


def _axes(until: int, *, show_scale: bool) -> Markup:
    line = Markup('<line class="ch-grid" x1="{}" x2="{}" y1="{}" y2="{}"/>')
    word = Markup('<text class="ch-tick" x="{}" y="{}" text-anchor="{}">{}</text>')
    drawn: list[Markup] = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        y = _up(share)
        drawn.append(line.format(_LEFT, WIDTH - _RIGHT, _n(y), _n(y)))
        if show_scale and share in (0.0, 0.5, 1.0):
            drawn.append(word.format(_LEFT - 5, _n(y + 4), "end", f"{share * 100:.0f} %"))
    weeks = range(0, until // 7 + 1, 4)
    for week in weeks:
        x = _along(7 * week, until)
        # The unit stands at the last one, which is flush with the edge; the others have the room between them.
        last = week == weeks[-1]
        shown = f"{week} weeks" if last else str(week)
        drawn.append(word.format(_n(WIDTH - EDGE if last else x), _HEIGHT - 6, "end" if last else "middle", shown))
    return Markup("").join(drawn)


def _line(line: Line, until: int) -> Markup:
    first, *rest = ((_along(day, until), _up(share)) for day, share in line.points)
    path = [f"M{_n(first[0])} {_n(first[1])}"]
    for x, y in rest:
        path.append(f"H{_n(x)}V{_n(y)}" if line.steps else f"L{_n(x)} {_n(y)}")
    return Markup('<path class="{}" d="{}"/>').format(line.look, "".join(path))


def _band(band: Band, until: int) -> Markup:
    """Along the upper edge in steps, and back along the lower one."""
    points = [(_along(day, until), _up(high), _up(low)) for day, low, high in band.points]
    path = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    path += [f"H{_n(x)}V{_n(top)}" for x, top, _ in points[1:]]
    path.append(f"V{_n(points[-1][2])}")
    for before, here in zip(points[-2::-1], points[:0:-1], strict=True):
        path.append(f"V{_n(here[2])}H{_n(before[0])}")
    path.append(f"V{_n(points[0][2])}Z")
    return Markup('<path class="ch-band" d="{}"/>').format("".join(path))


def _along(day: float, until: int) -> float:
    return _LEFT + (WIDTH - _LEFT - _RIGHT) * min(max(day / until, 0.0), 1.0)


def _up(share: float) -> float:
    return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * _within(share)


def _across(share: float) -> float:
    """The dots have room for their radius at both ends."""
    return 6 + (WIDTH - 12) * _within(share)


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _n(number: float) -> str:
    """A number as short as it can be said."""
    return f"{number:.1f}".removesuffix(".0")
