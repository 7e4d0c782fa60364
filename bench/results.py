"""What one run of the benchmarks found, and the same as JSON: figures, pairs, bounds, and what each row keeps."""

import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from bench.growing import Growth
from bench.rows import Bounds, By, Row, Skipped, Unit

Found = Row | Growth | Skipped


@dataclass(frozen=True, slots=True)
class Results:
    """One run: when, where, in how many seconds, and what was found, in the order of the table."""

    at: datetime
    machine: str
    seconds: float
    found: tuple[Found, ...]

    @classmethod
    def of(cls, found: Iterable[Found], seconds: float) -> Self:
        """A run on this machine that has ended now."""
        return cls(datetime.now(UTC).replace(microsecond=0), this_machine(), seconds, tuple(found))

    @property
    def rows(self) -> tuple[Row, ...]:
        """What was held against something, or shown beside it."""
        return tuple(each for each in self.found if isinstance(each, Row))

    @property
    def growths(self) -> tuple[Growth, ...]:
        """What was seen at several sizes."""
        return tuple(each for each in self.found if isinstance(each, Growth))

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What could not be measured."""
        return tuple(each for each in self.found if isinstance(each, Skipped))

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "at": self.at.isoformat(),
            "machine": self.machine,
            "seconds": round(self.seconds, 1),
            "rows": [asdict(each) | {"compared": each.compared, "keeps": each.keeps} for each in self.rows],
            "growth": [asdict(each) | {"exponent": each.exponent, "keeps": each.keeps} for each in self.growths],
            "skipped": [asdict(each) for each in self.skipped],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """The same back from JSON."""
        found: list[Found] = [_row(each) for each in plain["rows"]]
        found += [
            Growth(each["what"], tuple(each["sizes"]), tuple(each["values"]), Unit(each["unit"]))
            for each in plain["growth"]
        ]
        found += [Skipped(**each) for each in plain["skipped"]]
        return cls(datetime.fromisoformat(plain["at"]), plain["machine"], plain["seconds"], tuple(found))


def _row(plain: Mapping[str, Any]) -> Row:
    fields = {name: value for name, value in plain.items() if name not in ("compared", "keeps")}
    bounds = Bounds(**fields["bounds"]) if fields["bounds"] else None
    pairs = tuple((ours, theirs) for ours, theirs in fields["pairs"])
    return Row(**{**fields, "bounds": bounds, "pairs": pairs, "unit": Unit(fields["unit"]), "by": By(fields["by"])})


def this_machine() -> str:
    """Cores, what they are, system and Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores ({_processor()}), {platform.system()}, Python {platform.python_version()}"


def _processor() -> str:
    """What the processor calls itself, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())
