"""The stay-connected calendar of one person: the next day to write to them, and why (``domain.md`` §6.2)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from classify.cadence import next_word, wait_asked
from classify.months import months_after
from respond.acquaintances import How
from respond.people import Acquaintance
from respond.recipients import Recipient
from respond.standings import Outlook, Standing
from store.vocabulary import NextAction, Stage

GRACIOUS = timedelta(days=2)
"""A kind answer to a rejection goes out within 48 hours (``domain.md`` §2.3, R4)."""
_WARM_AFTER = (How.INTERVIEWED, How.REFERRED, How.INTRODUCED, How.OFFERED, How.ARRANGED)
"""Whom one really met; to others a warm word has no ground."""


@dataclass(frozen=True, slots=True)
class NextTime:
    """When to write to somebody next, why, and the rule, sentence or own note it rests on.

    ``until`` is the day from which it is no longer asked for, None for what the person noted themselves.
    """

    day: date
    why: str
    rests_on: str
    until: date | None = None

    def is_due(self, today: date) -> bool:
        """Whether it is asked for on this day."""
        return self.day <= today and (self.until is None or today < self.until)


def next_time(person: Acquaintance, outlook: Outlook) -> NextTime | None:
    """The next time to write to somebody; None while a conversation runs, when it is enough, or nothing is known."""
    note = person.note
    if note.dropped:
        return None
    found = _by_hand(person) or _by_rule(person, outlook)
    if found is None or note.snoozed_until is None or note.snoozed_until <= found.day:
        return found
    until = None if found.until is None else found.until + (note.snoozed_until - found.day)
    return NextTime(note.snoozed_until, found.why, "you put it off until then", until)


def _by_hand(person: Acquaintance) -> NextTime | None:
    if person.note.next_on is None:
        return None
    return NextTime(person.note.next_on, person.note.reason or "You wanted to write to them.", "your own note")


def _by_rule(person: Acquaintance, outlook: Outlook) -> NextTime | None:
    if any(each.state.stage is not Stage.CLOSED for each in person.standings):
        return None
    ended = [each for each in person.standings if _is_for(person, each)]
    refused = [each for each in ended if each.state.history.rejection is not None]
    if refused:
        newest = max(refused, key=lambda each: _rejected_at(each))
        return _after_rejection(newest, outlook)
    return _warm(person, outlook)


def _is_for(person: Acquaintance, standing: Standing) -> bool:
    """Whether they are the one person of this application to write to."""
    return isinstance(standing.recipient, Recipient) and standing.recipient.address.address in person.addresses


def _rejected_at(standing: Standing) -> datetime:
    rejection = standing.state.history.rejection
    assert rejection is not None
    return rejection.at


def _after_rejection(standing: Standing, outlook: Outlook) -> NextTime | None:
    history, role = standing.state.history, standing.application.role
    about = f" about {role}" if role else ""
    workdays = outlook.workdays(standing.application.country)
    if standing.state.next_action is NextAction.STAY_CONNECTED_REPLY:
        day = workdays.local_day(_rejected_at(standing)) + GRACIOUS
        why = f"Answer their decision{about}: a short, kind word within two days keeps the door open."
        return NextTime(day, why, "a gracious reply goes out within 48 hours", day + timedelta(days=14))
    word = next_word(history, workdays, standing.limits.cadence)
    if word is None:
        return None
    if word.is_warm:
        why = "They answered last time. Write only with a reason: news of yours, thanks, something useful to them."
    elif len(history.notes) > 1:
        why = f"Your last word{about} had no answer: one more, and then no further."
    else:
        why = f"A short word again, after their decision{about}."
    return NextTime(word.day, why, word.rests_on, word.until)


def _warm(person: Acquaintance, outlook: Outlook) -> NextTime | None:
    """A word every few months to people one really met, where nothing was refused: withdrawn, or never answered."""
    how = person.how
    if how is None or how.how not in _WARM_AFTER or person.last_written is None:
        return None
    standing = person.standings[0]
    cadence, workdays = standing.limits.cadence, outlook.workdays(standing.application.country)
    last = workdays.local_day(max(person.last_seen, person.last_written))
    day = workdays.after(months_after(last, cadence.warm_months) - timedelta(days=1), 1)
    why = "A few months have passed. Write only with a reason: news of yours, thanks, something useful to them."
    return NextTime(day, why, "every few months, and only with a reason", day + timedelta(days=cadence.lapses))


def apply_again(standing: Standing) -> tuple[date, str] | None:
    """The day from which a rejection would hear from the person again, and its sentence."""
    rejection = standing.state.history.rejection
    return None if rejection is None else wait_asked(rejection)
