"""What the store knows around a mail: whether it answers own mail, and whether an application was open when it came.

A mail is read by itself first. Where an open application with its employer may decide (``domain.md`` §3.4), it is read
once more with that known. Only what lies before a mail in time counts, so that the outcome depends on the set of mails
and not on the order they arrived in.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from classify.grouping import QUIET_FOR_GOOD
from classify.names import company_key, same_role
from classify.reading import Reader
from classify.tagger import turns_on_application
from classify.timeline import histories_of
from store.database import Transaction
from store.records import Event, Message, Reading, StoredMessage
from store.vocabulary import Direction, Stage, Tag


@dataclass(frozen=True, slots=True)
class _Course:
    """When something happened in an application, and its stage before each of these moments and after the last."""

    moments: tuple[datetime, ...]
    stages: tuple[Stage, ...]

    def is_open(self, at: datetime) -> bool:
        """Whether it had begun before ``at``, and was neither over then nor long quiet."""
        past = bisect_left(self.moments, at)
        if not past or at - self.moments[past - 1] > QUIET_FOR_GOOD:
            return False
        return self.stages[past] is not Stage.CLOSED


def answers_own(by_message_id: Callable[[str], Iterable[StoredMessage]], mail: Message) -> bool:
    """Whether ``mail`` answers one that the person sent."""
    return any(
        stored.direction is Direction.SENT for reference in mail.in_reply_to for stored in by_message_id(reference)
    )


def judged_otherwise(
    transaction: Transaction,
    reader: Reader,
    *,
    new: Collection[int],
    retagged: Collection[int],
    applications: Collection[int],
) -> list[tuple[StoredMessage, Reading]]:
    """Mails that say something else by what is known now, each with its new reading.

    ``new`` are mails read by themselves only, ``retagged`` those read differently now, ``applications`` those that both
    have touched. Nothing is said of mail that the person corrected, or that another model judged (``rejudging.py``).
    """
    found = transaction.doubts.turning_on(applications, new=new, retagged=retagged)
    mails = [stored for stored in transaction.mail.with_text_of(found) if not stored.corrected]
    known = _told(transaction, [_as_named(reader, stored) for stored in mails])
    changed = [stored for stored in mails if (stored.id in known) is not stored.reading.verdict.knows_application]
    told = [stored for stored in changed if stored.id in known]
    alone = [stored for stored in changed if stored.id not in known]
    answers = [answers_own(transaction.mail.by_message_id, stored.message) for stored in alone]
    pairs = [
        *zip(told, _read(reader, told, [False] * len(told), knows=True), strict=True),
        *zip(alone, _read(reader, alone, answers, knows=False), strict=True),
    ]
    return [(old, new) for old, new in pairs if new != old.reading and _is_same_model(old.reading, new)]


def in_context(transaction: Transaction, reader: Reader, mails: Sequence[StoredMessage]) -> list[Reading]:
    """The readings of received ``mails``, each of which comes as it reads by itself, with what is known around them."""
    known = _told(transaction, mails)
    told = [stored for stored in mails if stored.id in known]
    again = _read(reader, told, [False] * len(told), knows=True)
    readings = {stored.id: reading for stored, reading in zip(told, again, strict=True)}
    return [readings.get(stored.id, stored.reading) for stored in mails]


def _read(reader: Reader, mails: Sequence[StoredMessage], answers: Sequence[bool], *, knows: bool) -> list[Reading]:
    return reader.read_all(
        [stored.message for stored in mails],
        directions=[stored.direction for stored in mails],
        answers=answers,
        has_open_application=knows or None,
    )


def _as_named(reader: Reader, stored: StoredMessage) -> StoredMessage:
    """The mail with the names it gives when read by itself: what has become ordinary mail by context drops some."""
    verdict = stored.reading.verdict
    if verdict.tag is not Tag.OTHER or not verdict.knows_application:
        return stored
    return replace(stored, reading=_read(reader, [stored], [False], knows=False)[0])


def _is_same_model(one: Reading, other: Reading) -> bool:
    return one.verdict.model == other.verdict.model


def _told(transaction: Transaction, mails: Sequence[StoredMessage]) -> frozenset[int]:
    """Those of the mails that are judged in the knowledge of an application that was open just before them.

    The employer is the one ``placement`` goes by. An answer to own mail needs no such knowledge.
    """
    asked = {stored.id: stored for stored in mails if _employer(stored) and _may_turn(stored)}
    if not asked:
        return frozenset()
    homes = _homes(transaction, asked)
    courses = _courses(transaction, set().union(*homes.values()))
    return frozenset(
        number
        for number, stored in asked.items()
        if any(
            courses[home].is_open(stored.message.date) and not _is_another_job(transaction, home, stored)
            for home in homes[number] & courses.keys()
        )
        and not answers_own(transaction.mail.by_message_id, stored.message)
    )


def _may_turn(stored: StoredMessage) -> bool:
    return turns_on_application(stored.reading.verdict) or stored.reading.verdict.knows_application


def _employer(stored: StoredMessage) -> str:
    return company_key(stored.reading.company or stored.reading.agency)


def _homes(transaction: Transaction, mails: Mapping[int, StoredMessage]) -> dict[int, set[int]]:
    """The applications that each mail may concern: by the ties and threads of earlier mails, or entered by hand."""
    threads = transaction.mail.threads(list(mails))
    ties = {
        number: {f"company:{_employer(stored)}", *(f"requisition:{each}" for each in stored.reading.requisitions)}
        for number, stored in mails.items()
    }
    begun = transaction.doubts.homes(set().union(*ties.values()), set(threads.values()))
    entered = _entered(transaction, {_employer(stored) for stored in mails.values()})
    found: dict[int, set[int]] = {}
    for number, stored in mails.items():
        near = [begun.get(tie, {}) for tie in (*ties[number], f"thread:{threads[number]}")]
        earlier = {home for each in near for home, first in each.items() if first < stored.message.date}
        found[number] = earlier | entered.get(_employer(stored), set())
    return found


def _entered(transaction: Transaction, keys: Collection[str]) -> dict[str, set[int]]:
    """The applications with these employers that the person entered or edited, by the employer's key."""
    here = {each.id: each for each in transaction.applications.of_companies(keys)}
    found: dict[str, set[int]] = {}
    for number in transaction.applications.made_by_hand(here):
        found.setdefault(company_key(here[number].company or here[number].agency), set()).add(number)
    return found


def _courses(transaction: Transaction, applications: Collection[int]) -> dict[int, _Course]:
    events: dict[int, list[Event]] = {}
    for event in transaction.applications.events(sorted(applications)):
        events.setdefault(event.application_id, []).append(event)
    found: dict[int, _Course] = {}
    for number, held in events.items():
        steps = list(histories_of(tuple(held), held[-1].at))
        moments = tuple(event.at for event, _ in steps if event is not None)
        found[number] = _Course(moments, tuple(history.stage for _, history in steps))
    return found


def _is_another_job(transaction: Transaction, home: int, stored: StoredMessage) -> bool:
    """Whether an agency that names no employer writes about another job than that application's: it fills many."""
    role = stored.reading.role
    if stored.reading.company or not role:
        return False
    mails = transaction.mail.of_application(home)
    named = {each.reading.role for each in mails if each.message.date < stored.message.date}
    if not named and (application := transaction.applications.get(home)) is not None:
        named = {application.role}
    return bool(named - {""}) and not any(same_role(role, each) for each in named)
