"""Two plots as SVG: how honest the certainty is, and what leaving the doubtful to the person brings.

Plain shapes and text with their own colours for light and for dark surroundings; each curve is named where it ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np

from bench.evaluation.weighed import Weighed
from classify.calibration import reliability

Points = Sequence[tuple[float, float]]
_WIDTH, _HEIGHT = 640, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 150, 52, 56
_FEWEST = 5
"""Mails below which a point would be noise."""
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #3b4048 }
  .title { font-size: 16px; font-weight: 600; fill: #1d2127 }
  .quiet { fill: #6a717c }
  .grid { stroke: #d9dde3; stroke-width: 1 }
  .ideal { stroke: #9aa2ad; stroke-width: 1.5; stroke-dasharray: 2 4; fill: none }
  .line { fill: none; stroke-width: 2.5; stroke-linejoin: round }
  .a { stroke: #2166ac } .fa { fill: #2166ac } .b { stroke: #b35806 } .fb { fill: #b35806 }
  .plain { stroke-dasharray: 6 4; stroke-width: 1.75; opacity: .75 }
  @media (prefers-color-scheme: dark) {
    text { fill: #c6ccd4 } .title { fill: #eef1f5 } .quiet { fill: #949ca8 }
    .grid { stroke: #343a43 } .ideal { stroke: #6d7682 }
    .a { stroke: #74add1 } .fa { fill: #74add1 } .b { stroke: #fdae61 } .fb { fill: #fdae61 }
  }
"""


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of a plot: its name, its colour ("a" or "b"), its points, and how heavy each is (0: no mark)."""

    name: str
    colour: str
    points: Points
    sizes: Sequence[float] = ()
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the plane that is shown; both axes carry a mark every ``step``."""

    low: tuple[float, float]
    high: tuple[float, float]
    step: tuple[float, float]

    def x(self, value: float) -> float:
        share = (value - self.low[0]) / (self.high[0] - self.low[0])
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        share = (value - self.low[1]) / (self.high[1] - self.low[1])
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def reliability_diagram(sets: Sequence[tuple[str, str, Weighed]]) -> str:
    """Certainty against being right, tenth by tenth; ``sets`` are (name, colour, figures)."""
    curves = []
    for name, colour, seen in sets:
        bins = [each for each in reliability(seen.probabilities, seen.truth) if each.size >= _FEWEST]
        points = [(each.confidence, each.accuracy) for each in bins]
        curves.append(Curve(name, colour, points, [each.size / len(seen.truth) for each in bins]))
    frame = _Frame((0.2, 0.2), (1.0, 1.0), (0.2, 0.2))
    ideal = f'<path class="ideal" d="{_path(frame, ((0.2, 0.2), (1.0, 1.0)))}"/>'
    about = "How often the tagger is right when it says how sure it is; on the dotted line both agree."
    return _plot("When it says so sure, is it right?", about, ("certainty it states", "share right"), frame,
                 curves, ideal)  # fmt: skip


def risk_coverage_plot(sets: Sequence[tuple[str, str, Weighed, bool]]) -> str:
    """Accuracy on what is acted on, against how much that is; ``sets`` are (name, colour, figures, is plain)."""
    curves = [Curve(name, colour, _covering(seen), (), plain) for name, colour, seen, plain in sets]
    lowest = min((accuracy for curve in curves for _, accuracy in curve.points), default=0.5)
    floor = max(0.0, np.floor(lowest * 10) / 10)
    frame = _Frame((0.0, float(floor)), (1.0, 1.0), (0.2, 0.1))
    about = "Accuracy on the mails it is surest of, from the surest few on the left to all of them on the right."
    return _plot("What leaving the doubtful to you brings", about, ("share of mails acted on", "share right"),
                 frame, curves, "")  # fmt: skip


def _covering(seen: Weighed) -> Points:
    """Accuracy on the surest part, from a twentieth of the mails to all of them."""
    order = np.argsort(-seen.probabilities.max(axis=1), kind="stable")
    right = (seen.truth == seen.given)[order].cumsum()
    sizes = sorted({max(1, round(len(order) * part / 40)) for part in range(2, 41)})
    return [(size / len(order), float(right[size - 1]) / size) for size in sizes]


def _plot(title: str, about: str, axes: tuple[str, str], frame: _Frame, curves: Sequence[Curve], behind: str) -> str:
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        f' aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(about)}</desc>",
        f"<style>{_STYLE}</style>",
        f'<text class="title" x="{_LEFT}" y="28">{escape(title)}</text>',
        *_grid(frame, axes),
        behind,
        *(part for curve in curves for part in _curve(frame, curve)),
        *_labels(frame, curves),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _grid(frame: _Frame, axes: tuple[str, str]) -> list[str]:
    left, right, bottom, top = _LEFT, _WIDTH - _RIGHT, _HEIGHT - _BOTTOM, _TOP
    parts = []
    for value in _marks(frame.low[0], frame.high[0], frame.step[0]):
        across = f"{frame.x(value):.1f}"
        parts.append(f'<path class="grid" d="M{across} {top}V{bottom}"/>')
        parts.append(f'<text class="quiet" x="{across}" y="{bottom + 20}" text-anchor="middle">{value:.0%}</text>')
    for value in _marks(frame.low[1], frame.high[1], frame.step[1]):
        at = frame.y(value)
        parts.append(f'<path class="grid" d="M{left} {at:.1f}H{right}"/>')
        parts.append(f'<text class="quiet" x="{left - 8}" y="{at + 4:.1f}" text-anchor="end">{value:.0%}</text>')
    middle = (left + right) / 2
    parts.append(f'<text x="{middle:.0f}" y="{bottom + 42}" text-anchor="middle">{escape(axes[0])}</text>')
    parts.append(f'<text class="quiet" x="{left}" y="{top - 8}" text-anchor="middle">{escape(axes[1])}</text>')
    return parts


def _marks(low: float, high: float, step: float) -> list[float]:
    return [round(low + number * step, 3) for number in range(round((high - low) / step) + 1)]


def _curve(frame: _Frame, curve: Curve) -> list[str]:
    kind = f"line {curve.colour}{' plain' if curve.is_plain else ''}"
    parts = [f'<path class="{kind}" d="{_path(frame, curve.points)}"/>']
    for (x, y), size in zip(curve.points, curve.sizes, strict=bool(curve.sizes)):
        radius = 3 + 9 * float(np.sqrt(size))
        parts.append(
            f'<circle class="f{curve.colour}" fill-opacity=".8" cx="{frame.x(x):.1f}" cy="{frame.y(y):.1f}"'
            f' r="{radius:.1f}"/>'
        )
    return parts


def _labels(frame: _Frame, curves: Sequence[Curve]) -> list[str]:
    """The name of each curve beside its last point, pushed apart where they would touch."""
    ends = sorted(((frame.y(curve.points[-1][1]), curve) for curve in curves if curve.points), key=lambda end: end[0])
    parts: list[str] = []
    free = 0.0
    for at, curve in ends:
        place = max(at, free)
        free = place + 17
        x = _WIDTH - _RIGHT + 12
        parts.append(f'<text class="f{curve.colour}" x="{x}" y="{place + 4:.1f}">{escape(curve.name)}</text>')
    return parts


def _path(frame: _Frame, points: Points) -> str:
    return "M" + "L".join(f"{frame.x(x):.1f} {frame.y(y):.1f}" for x, y in points)
