"""The chance of an answer over all applications, with figures that were kept, so that a listing need not reckon them.

Reckoning takes numpy, which takes longer to import than a listing takes. What was reckoned is kept in the store under a
mark of all that it rests on, so that it is found again as long as that is the same, and never otherwise.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from classify.chance import AnswerCurve, Counted, Moments, Reckoned
from classify.chanceprior import Step
from classify.waits import HORIZON, Wait, WaitEnd, mark_of, silent_days, tallies, times_of_day
from respond.outlook import Outlook
from store.codec import DamagedRecord, from_json, to_json
from store.database import Transaction

Since = tuple[Step, datetime]
"""A wait that runs: at which step, and since when."""
Lasted = tuple[tuple[Wait, ...], Since | None]
"""The waits of one application that have ended, and the one that runs."""
_FACT = "answers"


class _Kept(NamedTuple):
    """The mark of what the figures rest on, and those of each counting by step and whole day."""

    mark: str
    figures: tuple[tuple[Step, int, tuple[Reckoned, ...]], ...]


class _Shared:
    """What was reckoned last in this process: a page that is looked at all day asks for the same again and again."""

    def __init__(self) -> None:
        self._last: tuple[str, Moments] = ("", {})

    def of(self, mark: str) -> Moments:
        """Where the curves of this mark share what they reckon."""
        last = self._last
        if last[0] != mark:
            self._last = last = (mark, {})  # at once, since several threads may ask
        return last[1]


_shared = _Shared()


def running(since: Since, now: datetime, outlook: Outlook) -> Wait:
    """The wait that runs, as it has lasted by ``now``."""
    return Wait(since[0], silent_days(since[1], now, outlook.pause), WaitEnd.OPEN)


def waits_until(lasted: Iterable[Lasted], now: datetime, outlook: Outlook) -> list[Wait]:
    """All waits, those that run counted to ``now``."""
    return [wait for ended, since in lasted for wait in (*ended, *([running(since, now, outlook)] if since else []))]


def curve_of(transaction: Transaction, lasted: Iterable[Lasted], outlook: Outlook) -> AnswerCurve:
    """The chance of an answer, with what was kept of it where that still holds."""
    lasted = tuple(lasted)
    counted = _counted(lasted, outlook)
    (text,) = transaction.facts.get(_FACT)
    mark = _mark(counted, outlook)
    return AnswerCurve(
        waits_until(lasted, outlook.now, outlook),
        outlook.expected,
        counted=counted,
        kept=_figures(text, mark),
        shared=_shared.of(mark),
    )


def keep_answers(transaction: Transaction, lasted: Iterable[Lasted], outlook: Outlook) -> str:
    """What is to be kept for the listings of this day, as text; empty where it is kept already."""
    lasted = tuple(lasted)
    curve = curve_of(transaction, lasted, outlook)
    # A wait of so many days becomes one of a day more at some hour of this day, each at its own.
    times = [moment for moment, _ in times_of_day(outlook.now)]
    begun = (running(since, moment, outlook) for _, since in lasted if since is not None for moment in times)
    asked = {(wait.step, int(wait.days)) for wait in begun if wait.days < HORIZON}
    if all(curve.knows(*each) for each in asked):
        return ""
    mark = _mark(_counted(lasted, outlook), outlook)
    return to_json(_Kept(mark, tuple((step, day, curve.reckoned(step, day)) for step, day in sorted(asked))))


def note_answers(transaction: Transaction, text: str) -> None:
    """Keeps what ``keep_answers`` made."""
    transaction.digests.set_fact(_FACT, text)


def _counted(lasted: Iterable[Lasted], outlook: Outlook) -> Counted:
    """The waits counted to three times of the day, so that what is kept holds all day."""
    lasted = tuple(lasted)
    times = times_of_day(outlook.now)
    return tuple((waits_until(lasted, moment, outlook), weight) for moment, weight in times)


def _mark(counted: Counted, outlook: Outlook) -> str:
    return mark_of((tallies(waits) for waits, _ in counted), outlook.expected)


def _figures(text: str, mark: str) -> dict[tuple[Step, int], tuple[Reckoned, ...]]:
    try:
        kept = from_json(text, _Kept) if text else _Kept("", ())
    except DamagedRecord:
        # Another version's; it is reckoned anew.
        return {}
    return {(step, day): each for step, day, each in kept.figures} if kept.mark == mark else {}
