"""What is measured, in the order of the table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench import firstrun, pages, reading, service, starting, tracking
from bench.ground import Ground
from bench.results import Found


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that are measured together. Those ``alone`` have the machine for themselves; the others count what a busy
    machine hardly changes."""

    name: str
    measure: Callable[[Ground], Iterator[Found]]
    alone: bool = False
    needs_stores: bool = False
    needs_mail: bool = False


PARTS = (
    Part("first-run", firstrun.rows, alone=True, needs_mail=True),
    Part("reading", reading.rows),
    Part("quiet-round", service.quiet, alone=True, needs_mail=True),
    Part("ten-new", tracking.rows, needs_stores=True, alone=True),
    Part("push", service.push, alone=True),
    Part("commands", starting.rows, needs_stores=True, alone=True),
    Part("memory", service.memory),
    Part("idle-day", service.idle_day),
    Part("store-size", service.store_size),
    Part("pages", pages.rows, needs_stores=True, alone=True),
    Part("first-run-growth", firstrun.growth, alone=True, needs_mail=True),
    Part("reading-growth", reading.growth, alone=True),
    Part("quiet-round-growth", service.quiet_growth, alone=True, needs_mail=True),
    Part("ten-new-growth", tracking.growth, needs_stores=True, alone=True),
    Part("listing-growth", starting.growth, needs_stores=True, alone=True),
    Part("pages-growth", pages.growth, needs_stores=True, alone=True),
)
