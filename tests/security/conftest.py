"""Sam's world of the journey tests, for what has to be seen of a whole journey."""

from tests.journey.conftest import sink, world

__all__ = ["sink", "world"]
