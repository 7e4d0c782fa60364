"""When to write again to people after a rejection, and with what reason (``domain.md`` §6.2).

The first answer to a rejection is rule C of ``silence.md``; this is what comes after it. Each step says what it rests
on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from classify.limits import Cadence
from classify.months import months_after, next_quarter
from classify.state import History
from classify.workdays import Workdays
from store.records import Event
from store.vocabulary import RejectionReason

ENOUGH = 2
"""Words again without an answer, after which one stops (recruiter.com, ``domain.md`` §6.2)."""
SAME_EXCHANGE = timedelta(days=14)
FIRST = "at least a month after a rejection, to one person and briefly"
FROZEN = "a role on hold may come back with the next quarter"
FROZEN_IN_DECEMBER = "what is put on hold in December is looked at again in February"
ONE_MORE = "a word without an answer is followed by one more after a few weeks, and then by none"
WARM = "every few months, and only with a reason: news, thanks, something useful to them"


@dataclass(frozen=True, slots=True)
class Word:
    """One word to write: the business day it fits on, the day from which it is no longer asked for, and why.

    ``rests_on`` is the rule or the sentence of the mail behind the day. ``is_warm`` marks the step that needs a reason
    of the person's own.
    """

    day: date
    until: date
    rests_on: str
    is_warm: bool = False

    def is_due(self, today: date) -> bool:
        """Whether the word is asked for on this day."""
        return self.day <= today < self.until


def next_word(history: History, workdays: Workdays, cadence: Cadence) -> Word | None:
    """The next word after a rejection that has been answered; None before the answer, and once it is enough."""
    rejection = history.rejection
    if rejection is None or not history.notes or not cadence.first_months:
        return None
    local = workdays.local_day
    farewell, *again = _exchanges(history.notes)
    heard = history.heard
    if not again:
        last = farewell if heard is None else max(farewell, heard, key=lambda each: each.at)
        day, rests_on = _first(rejection, last, local, cadence)
        return _word(_obeyed(rejection, day, rests_on), workdays, cadence)
    unanswered = [each for each in again if heard is None or each.at > heard.at]
    if len(unanswered) >= ENOUGH:
        return None
    if unanswered:
        day = local(unanswered[0].at) + timedelta(weeks=cadence.last_weeks)
        return _word(_obeyed(rejection, day, ONE_MORE), workdays, cadence)
    assert heard is not None
    day = months_after(max(local(heard.at), local(again[-1].at)), cadence.warm_months)
    return _word(_obeyed(rejection, day, WARM), workdays, cadence)


def wait_asked(rejection: Event) -> tuple[date, str] | None:
    """The day before which the rejection asks not to be written to, and its sentence."""
    day = rejection.detail.get("not_before")
    return (date.fromisoformat(day), rejection.detail.get("not_before_sentence", "")) if day else None


def _exchanges(notes: Sequence[Event]) -> list[Event]:
    """The last note of each exchange: what follows within two weeks is still the same conversation."""
    ends: list[Event] = []
    for note in notes:
        if ends and note.at - ends[-1].at <= SAME_EXCHANGE:
            ends[-1] = note
        else:
            ends.append(note)
    return ends


def _first(rejection: Event, last: Event, local: Callable[..., date], cadence: Cadence) -> tuple[date, str]:
    """A month after the last word between the two; a role on hold waits for its season."""
    refused = local(rejection.at)
    earliest = months_after(max(refused, local(last.at)), cadence.first_months)
    if rejection.detail.get("reason") != RejectionReason.ROLE_FROZEN:
        return earliest, FIRST
    if refused.month == 12:
        return max(earliest, date(refused.year + 1, 2, 1)), FROZEN_IN_DECEMBER
    return max(earliest, next_quarter(refused)), FROZEN


def _obeyed(rejection: Event, day: date, rests_on: str) -> tuple[date, str]:
    """No word before the day they named."""
    asked = wait_asked(rejection)
    if asked is None or asked[0] <= day:
        return day, rests_on
    return asked[0], f"they wrote: “{asked[1]}”" if asked[1] else "a day they named"


def _word(when: tuple[date, str], workdays: Workdays, cadence: Cadence) -> Word:
    day = workdays.after(when[0] - timedelta(days=1), 1)
    return Word(day, day + timedelta(days=cadence.lapses), when[1], is_warm=when[1] == WARM)
