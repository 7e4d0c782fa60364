"""How long answers take in a simulated world: laws the program knows nothing of, in the employer's working days."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Times(Protocol):
    """Draws how many working days answers take."""

    def draw(self, random: np.random.Generator, number: int) -> Floats:
        """That many waits that are answered."""
        ...


@dataclass(frozen=True, slots=True)
class LogNormal:
    """Most in the middle, a few much later."""

    median: float
    spread: float

    def draw(self, random: np.random.Generator, number: int) -> Floats:
        """That many waits that are answered."""
        return np.asarray(self.median * np.exp(self.spread * random.standard_normal(number)))


@dataclass(frozen=True, slots=True)
class Weibull:
    """As likely on every day (shape 1), soon or very late (below), hardly at first (above)."""

    median: float
    shape: float = 1.0

    def draw(self, random: np.random.Generator, number: int) -> Floats:
        """That many waits that are answered."""
        return np.asarray(self.median * (random.standard_exponential(number) / np.log(2)) ** (1 / self.shape))


@dataclass(frozen=True, slots=True)
class LogLogistic:
    """A heavy tail: some come after many months."""

    median: float
    shape: float

    def draw(self, random: np.random.Generator, number: int) -> Floats:
        """That many waits that are answered."""
        share = random.uniform(1e-6, 1 - 1e-6, number)
        return np.asarray(self.median * (share / (1 - share)) ** (1 / self.shape))


@dataclass(frozen=True, slots=True)
class Either:
    """Two humps: some are sorted out at once, the others hear when the place is filled."""

    first: Times
    second: Times
    share: float

    def draw(self, random: np.random.Generator, number: int) -> Floats:
        """That many waits that are answered."""
        chosen = random.uniform(size=number) < self.share
        return np.where(chosen, self.first.draw(random, number), self.second.draw(random, number))


@dataclass(frozen=True, slots=True)
class Law:
    """One step of a world: the share ever answered, and the working days the answers take."""

    answered: float
    times: Times
