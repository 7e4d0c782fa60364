"""The plot of how things grow: each one's cost at several sizes, as so many times its cost at the smallest.

Plain shapes and text with their own colours for light and for dark surroundings; each line is named where it ends, and
the dotted one is what grows just as the mail does.
"""

import math
from collections.abc import Sequence
from xml.sax.saxutils import escape

from bench.growing import Growth

_WIDTH, _HEIGHT = 800, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 290, 56, 56
_APART = 18
_LIGHT = ("#2166ac", "#b35806", "#1b7837", "#762a83", "#a6611a", "#01665e", "#c51b7d", "#4d4d4d")
_DARK = ("#74add1", "#fdae61", "#7fbf7b", "#c2a5cf", "#dfc27d", "#5ab4ac", "#f1b6da", "#bababa")
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #3b4048 }
  .title { font-size: 16px; font-weight: 600; fill: #1d2127 }
  .quiet { fill: #6a717c }
  .grid { stroke: #d9dde3; stroke-width: 1 }
  .ideal { stroke: #9aa2ad; stroke-width: 1.5; stroke-dasharray: 2 4; fill: none }
  .lead { stroke: #9aa2ad; stroke-width: 1; fill: none }
  .line { fill: none; stroke-width: 2.5; stroke-linejoin: round }"""
_STYLE_DARK = """
    text { fill: #c6ccd4 } .title { fill: #eef1f5 } .quiet { fill: #949ca8 }
    .grid { stroke: #343a43 } .ideal, .lead { stroke: #6d7682 }"""
TITLE = "Ten times the mail, how many times the cost"


def plot(growths: Sequence[Growth]) -> str:
    """The SVG. All must have been measured at the same sizes."""
    sizes = growths[0].sizes
    frame = _Frame(sizes[0], sizes[-1])
    straight = f"M{frame.at(sizes[0], 1.0)}L{frame.at(sizes[-1], sizes[-1] / sizes[0])}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{TITLE}">',
        f"<title>{TITLE}</title>",
        f"<desc>{escape(_about(growths))}</desc>",
        f"<style>{_style(len(growths))}</style>",
        f'<text class="title" x="{_LEFT}" y="26">{TITLE}</text>',
        *_grid(frame, sizes),
        f'<path class="ideal" d="{straight}"/>',
        *(_line(frame, growth, number) for number, growth in enumerate(growths)),
        *_names(frame, growths),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class _Frame:
    """The part of the plane that is shown; both axes by powers of ten, up to growth in proportion and somewhat more."""

    def __init__(self, smallest: int, largest: int) -> None:
        self._smallest = smallest
        self._span = math.log10(largest / smallest)

    def x(self, size: float) -> float:
        return _LEFT + math.log10(size / self._smallest) / self._span * (_WIDTH - _LEFT - _RIGHT)

    def y(self, times: float) -> float:
        low, high = -0.3, self._span + 0.2
        share = (min(max(math.log10(times), low), high) - low) / (high - low)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)

    def at(self, size: float, times: float) -> str:
        return f"{self.x(size):.1f} {self.y(times):.1f}"


def _about(growths: Sequence[Growth]) -> str:
    told = (f"{each.what}: {', '.join(map(each.unit.shown, each.values))}" for each in growths)
    sizes = ", ".join(f"{size:,}" for size in growths[0].sizes)
    return f"At {sizes} mails. {'; '.join(told)}."


def _style(lines: int) -> str:
    def rules(colours: Sequence[str]) -> str:
        listed = ((number, colours[number % len(colours)]) for number in range(lines))
        return " ".join(
            f".c{number} {{ stroke: {colour} }} .f{number} {{ fill: {colour} }}" for number, colour in listed
        )

    dark = f"\n  @media (prefers-color-scheme: dark) {{{_STYLE_DARK} {rules(_DARK)}\n  }}\n"
    return f"{_STYLE}\n  {rules(_LIGHT)}{dark}"


def _grid(frame: _Frame, sizes: Sequence[int]) -> list[str]:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    parts = []
    for size in sizes:
        across = f"{frame.x(size):.1f}"
        parts.append(f'<path class="grid" d="M{across} {_TOP}V{bottom}"/>')
        parts.append(f'<text class="quiet" x="{across}" y="{bottom + 20}" text-anchor="middle">{size:,}</text>')
    for power in range(math.floor(math.log10(sizes[-1] / sizes[0])) + 1):
        at = frame.y(10.0**power)
        parts.append(f'<path class="grid" d="M{_LEFT} {at:.1f}H{right}"/>')
        parts.append(f'<text class="quiet" x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10**power} ×</text>')
    middle = (_LEFT + right) / 2
    parts.append(f'<text x="{middle:.0f}" y="{bottom + 42}" text-anchor="middle">mails</text>')
    return parts


def _line(frame: _Frame, growth: Growth, number: int) -> str:
    times = (value / growth.values[0] for value in growth.values)
    points = [frame.at(size, each) for size, each in zip(growth.sizes, times, strict=True)]
    return f'<path class="line c{number}" d="M{"L".join(points)}"/>'


def _names(frame: _Frame, growths: Sequence[Growth]) -> list[str]:
    """Each line's name and exponent beside its end, pushed apart where they would touch."""
    ends = sorted((frame.y(each.values[-1] / each.values[0]), number) for number, each in enumerate(growths))
    right = _WIDTH - _RIGHT
    parts: list[str] = []
    free = float(_TOP - _APART)
    lowest = _HEIGHT - _BOTTOM - _APART * (len(ends) - 1)
    for place, (at, number) in enumerate(ends):
        free = max(min(at, lowest + _APART * place), free + _APART)
        name = escape(f"{growths[number].what} ({growths[number].exponent:.2f})")
        parts.append(f'<path class="lead" d="M{right + 2} {at:.1f}L{right + 14} {free:.1f}"/>')
        parts.append(f'<text class="f{number}" x="{right + 18}" y="{free + 4:.1f}">{name}</text>')
    return parts
