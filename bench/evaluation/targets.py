"""What the tagger is held to, and what was seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.evaluation.weighed import Weighed
from classify.evaluation import GRAVE
from store.vocabulary import MESSAGE_TAGS, Tag

Row = tuple[str, ...]
HEADING: Row = ("", "must", "aim")
_FEWEST = 5
"""Mails of a tag below which a figure says nothing, and none is shown."""


@dataclass(frozen=True, slots=True)
class Target:
    """One figure with its two bounds; ``is_least`` where more is better. ``tag`` is the one it speaks of, if any."""

    name: str
    must: float
    aim: float
    seen: Callable[[Weighed], float]
    is_least: bool = True
    tag: Tag | None = None
    per: float = 1.0

    def verdict(self, value: float) -> str:
        """Which bound ``value`` keeps: "aim", "must" or "missed"."""
        if self._keeps(value, self.aim):
            return "aim"
        return "must" if self._keeps(value, self.must) else "missed"

    def _keeps(self, value: float, bound: float) -> bool:
        return value >= bound if self.is_least else value <= bound

    def shown(self, value: float) -> str:
        """A value in the target's own manner of writing."""
        return f"{value:.1f}" if self.per > 1 else f"{value:.3f}"

    def bound(self, value: float) -> str:
        """A bound, with its direction."""
        return f"{'≥' if self.is_least else '≤'} {value:g}"


TARGETS: tuple[Target, ...] = (
    Target("macro-F1 of the five tags", 0.88, 0.93, Weighed.macro_f1),
    Target("rejection precision", 0.96, 0.99, lambda seen: seen.precision(Tag.REJECTION), tag=Tag.REJECTION),
    Target("rejection recall", 0.95, 0.97, lambda seen: seen.recall(Tag.REJECTION), tag=Tag.REJECTION),
    Target("acknowledgement F1", 0.88, 0.93, lambda seen: seen.f1(Tag.ACKNOWLEDGEMENT), tag=Tag.ACKNOWLEDGEMENT),
    Target("outreach F1", 0.88, 0.92, lambda seen: seen.f1(Tag.OUTREACH), tag=Tag.OUTREACH),
    Target("invitation F1", 0.70, 0.85, lambda seen: seen.f1(Tag.INVITATION), tag=Tag.INVITATION),
    Target("share left `unsure`", 0.10, 0.05, Weighed.unsure, is_least=False),
    Target("accuracy on the rest", 0.94, 0.96, Weighed.covered_accuracy),
    Target("calibration error (ECE)", 0.04, 0.02, Weighed.calibration_error, is_least=False),
    Target(
        "wrong job tags per 1,000 other mails",
        5, 2, lambda seen: seen.wrong_per_thousand(MESSAGE_TAGS, only_sure=True),
        is_least=False, tag=Tag.OTHER, per=1000,
    ),
    Target(
        "of them rejection, invitation or offer",
        1, 0.3, lambda seen: seen.wrong_per_thousand(GRAVE, only_sure=True),
        is_least=False, tag=Tag.OTHER, per=1000,
    ),
)  # fmt: skip
OTHER_LANGUAGES = Target("macro-F1 of the five tags", 0.75, 0.88, Weighed.macro_f1)
"""For French and German (and, held to the same, Spanish)."""


def table(columns: Sequence[tuple[str, Weighed]]) -> list[Row]:
    """Heading and one row a target, with a cell for each of the ``columns``."""
    rows: list[Row] = [(*HEADING, *(name for name, _ in columns))]
    for target in TARGETS:
        cells = (cell(target, seen) for _, seen in columns)
        rows.append((target.name, target.bound(target.must), target.bound(target.aim), *cells))
    return rows


def cell(target: Target, seen: Weighed) -> str:
    """What was seen and which bound it keeps; too few mails to tell are said to be."""
    if target.tag is not None and seen.support(target.tag) < _FEWEST:
        return f"only {seen.support(target.tag)} mails"
    value = target.seen(seen)
    return f"{target.shown(value)} {target.verdict(value)}"
