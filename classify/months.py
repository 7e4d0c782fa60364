"""Calendar months counted on, as people count them: a month after 31 January is the last day of February."""

from datetime import date, timedelta


def months_after(day: date, number: int) -> date:
    """The same day of the month, ``number`` months later; the last one where that month is shorter."""
    months = day.year * 12 + day.month - 1 + number
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def next_quarter(day: date) -> date:
    """The first day of the quarter after the one ``day`` lies in."""
    month = (day.month - 1) // 3 * 3 + 4
    return date(day.year + (month > 12), (month - 1) % 12 + 1, 1)


def _length(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
