"""The digest's small picture: what the person did in the last weeks. Drawn by us as SVG, made a PNG here.

It shows what is in the person's own hands and nothing else: no answers, no rejections, no goal and no line to stay
above (``domain.md`` §6.4). It holds no letters, so that it needs no fonts and is the same on every machine; the dates
stand below it in the mail. Its colours are of middle brightness on no ground of its own, so that it sits on a white
card and on a dark one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from respond.digestfacts import DigestFacts, Done, Week
from respond.digestwords import DONE_WORDS, counted, joined, short_day
from respond.language import language

COLUMN, HEIGHT = 60, 96
"""Width of a week and height of the picture in pixels of CSS; it has twice as many itself, for sharp screens."""
ACCENT, GROUND = "#579180", "#8d9893"
"""At least three to one against both cards (WCAG 2.2, 1.4.11); the line under the bars is mere ornament."""
SHARPNESS = 2
MOST_WEEKS = 8
_BAR = 26
_FLOOR = HEIGHT - 4
_HEAD = 14
"""Room above the bars for the dots."""
_STEP = 9.0
"""The height of one thing done, where there are few."""
_DOT = 8.0


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, the dates below it, the marks it uses with their meaning, and all of it in words."""

    weeks: tuple[Week, ...]
    labels: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    alt: str
    told: tuple[str, ...] = ()
    """The same, a line for each week, where there is no picture."""

    @property
    def width(self) -> int:
        """In pixels of CSS."""
        return COLUMN * len(self.weeks)


def picture_of(facts: DigestFacts) -> Picture | None:
    """The picture of a week, or None where it would show little: nothing done, or nothing to set it beside."""
    weeks = _from_the_first(facts.weeks[-MOST_WEEKS:])
    told = [week for week in weeks if week.done.total]
    if facts.muted_counts or facts.rest is not None or not facts.done.total or len(told) < 2:
        return None
    sentences = [f"{_begin(week, weeks)}: {_shown_words(week.done)}." for week in told]
    alt = f"What you did, week by week. {' '.join(sentences)}"
    return Picture(weeks, _labels(weeks), _legend(told), alt, tuple(sentences))


def done_words(done: Done, *, muted: bool) -> str:
    """What was done, in words; what was not is left out."""
    counts = (done.applications, done.follow_ups, done.thank_yous, done.replies, done.conversations)
    pairs = zip(counts, DONE_WORDS, strict=True)
    return joined([counted(count, words, muted=muted) for count, words in pairs if count])


def _shown_words(done: Done) -> str:
    """What a column shows: all that was written to people counts as notes."""
    counts = (done.applications, done.letters, done.conversations)
    words = (("one application", "applications"), ("one note", "notes"), ("one conversation", "conversations"))
    return joined([counted(count, each, muted=False) for count, each in zip(counts, words, strict=True) if count])


def drawn(picture: Picture) -> bytes:
    """The picture as PNG bytes; the same for the same weeks, on every machine."""
    import resvg_py

    # No fonts are looked for: there is nothing to write.
    return bytes(resvg_py.svg_to_bytes(svg_string=svg(picture), zoom=SHARPNESS, skip_system_fonts=True))


def svg(picture: Picture) -> str:
    """The picture as SVG: a solid bar for applications, a hollow one for what was written, a dot a conversation."""
    most = max(week.done.applications + week.done.letters for week in picture.weeks)
    step = min(_STEP, (_FLOOR - _HEAD - 4) / max(1, most))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{picture.width}" height="{HEIGHT}">',
        f'<rect x="0" y="{_FLOOR + 1}" width="{picture.width}" height="1" fill="{GROUND}"/>',
    ]
    for number, week in enumerate(picture.weeks):
        parts.extend(_column(number * COLUMN + COLUMN / 2, week.done, step))
    return "".join([*parts, "</svg>"])


def _column(middle: float, done: Done, step: float) -> Iterator[str]:
    left, top = middle - _BAR / 2, float(_FLOOR)
    if done.applications:
        height = done.applications * step
        top -= height
        yield f'<rect x="{left:.2f}" y="{top:.2f}" width="{_BAR}" height="{height:.2f}" rx="2" fill="{ACCENT}"/>'
        top -= 2
    if done.letters:
        height = max(2.0, done.letters * step - 2)
        top -= height
        within = f'width="{_BAR - 1.5}" height="{max(0.5, height - 1.5):.2f}" rx="2"'
        ink = f'fill="none" stroke="{ACCENT}" stroke-width="1.5"'
        yield f'<rect x="{left + 0.75:.2f}" y="{top + 0.75:.2f}" {within} {ink}/>'
        top -= 2
    size = min(_DOT, (COLUMN - 4) / max(1, done.conversations) - 2)
    first = middle - (done.conversations - 1) * (size + 2) / 2
    for number in range(done.conversations):
        x = first + number * (size + 2)
        yield f'<circle cx="{x:.2f}" cy="{top - size / 2 - 1:.2f}" r="{size / 2:.2f}" fill="{ACCENT}"/>'


def _from_the_first(weeks: tuple[Week, ...]) -> tuple[Week, ...]:
    """Without what lies before anything was done: a search has a beginning."""
    first = next((number for number, week in enumerate(weeks) if week.done.total), len(weeks))
    return weeks[first:]


def _begin(week: Week, weeks: tuple[Week, ...]) -> str:
    return "This week" if week is weeks[-1] else f"From {short_day(week.start)}"


def _labels(weeks: tuple[Week, ...]) -> tuple[str, ...]:
    """Each week's first day; the month stands where it is new."""
    months = language("en").months
    before = (None, *(week.start.month for week in weeks))
    return tuple(
        str(week.start.day) if week.start.month == month else f"{week.start.day} {months[week.start.month - 1][:3]}"
        for week, month in zip(weeks, before, strict=False)
    )


def _legend(weeks: list[Week]) -> tuple[tuple[str, str], ...]:
    marks = (
        ("■", "applications", any(week.done.applications for week in weeks)),
        ("□", "notes you wrote", any(week.done.letters for week in weeks)),
        ("●", "conversations", any(week.done.conversations for week in weeks)),
    )
    return tuple((mark, words) for mark, words, is_there in marks if is_there)
