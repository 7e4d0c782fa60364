"""What others have published of how searches go, as context in words: with who counted and when, never a target.

All of it from ``domain.md`` §6.3 and §1.2, leaving out what has no primary source.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """One published finding and where it is from."""

    words: str
    source: str


OF_THE_WAY: tuple[Context, ...] = (
    Context(
        "A first conversation came of 13 in 100 direct applications and of 57 in 100 referrals, at small firms.",
        "Lever, 2017",
    ),
    Context(
        "Once somebody was on site, an offer was expected in 30 to 40 of 100 cases.",
        "Lever, 2019",
    ),
    Context(
        "Of students who were interviewed, about 45 in 100 were offered the job.",
        "NACE, 2023",
    ),
    Context(
        "Thirty people in demand, in technology, went through 144 full rounds of interviews; 21 of them had found "
        "a job by then.",
        "K. Snyder, 2025",
    ),
)
"""Beside the funnel."""
OF_SOURCES: tuple[Context, ...] = (
    Context(
        "One in 152 direct applicants was hired, and one in 16 of those whom somebody referred.",
        "Lever, four million candidates, 2016",
    ),
    Context(
        "Sending more is not simply better: people who had sent more than eighty applications had offers less often "
        "than those with 21 to 80, most likely because their searches were the harder ones.",
        "US Current Population Survey, 2018, by way of a reprint",
    ),
)
"""Beside the ways in."""
OF_WAITING: tuple[Context, ...] = (
    Context(
        "One to two months after applying, about a third in North America and about 70 in 100 in Europe, the Middle "
        "East and Africa had heard nothing.",
        "CandE, 2023",
    ),
    Context(
        "After full rounds of interviews, about a third never heard again.",
        "K. Snyder, 144 rounds of 30 people, 2025",
    ),
)
"""Beside the times of answers."""
OF_REASONS: tuple[Context, ...] = (
    Context(
        "In a third to two thirds of rejections no reason stands at all, and for late rounds nobody has counted.",
        "152 public rejection mails",
    ),
)
"""Beside the reasons."""
