"""What a section of the digest is made of, and what a list in it says of the rest that is not shown."""

from dataclasses import dataclass

from respond.digestfacts import DigestFacts
from respond.digestpicture import Picture
from respond.digestwords import number_word

SHOWN = 5
"""Lines in a list before the rest becomes a number: what can be taken in on a bad day."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a list: what, in smaller words why or when, and the path on the review page that shows it."""

    text: str
    detail: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the digest: heading, a sentence, a picture, a list, a closing remark; each but the heading may be
    missing. ``more`` is what a link leads to, and its path."""

    heading: str
    lead: str = ""
    lines: tuple[Line, ...] = ()
    note: str = ""
    picture: Picture | None = None
    more: tuple[str, str] | None = None


def shortened(lines: list[Line], facts: DigestFacts) -> tuple[Line, ...]:
    """The lines a list shows, and one more for all the others, which says their number where numbers are wanted."""
    if len(lines) <= SHOWN:
        return tuple(lines)
    more = len(lines) - SHOWN
    rest = "And others" if facts.muted_counts else f"And {number_word(more)} more"
    return (*lines[:SHOWN], Line(f"{rest}, whenever it suits you."))


def conversation(application: int) -> str:
    """The path of an application's page; empty where there is none."""
    return f"conversation/{application}" if application else ""
