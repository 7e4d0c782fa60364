"""What a picture on the page of insights is made of: charts, and the same numbers as a table beside them."""

from dataclasses import dataclass

from markupsafe import Markup

from heardback.web.published import Context


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart: a caption, the heads of the columns, and rows whose first cell names them."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    links: tuple[str, ...] = ()
    """Where the first cell of each row leads to, where it does."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its heading, a sentence that says what is to be seen, its table, and the context in words."""

    name: str
    heading: str
    lead: str
    charts: tuple[Markup, ...]
    table: Table
    context: tuple[Context, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    """The class of each colour and what it stands for."""
