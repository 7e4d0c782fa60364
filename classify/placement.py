"""Which application a mail belongs to: thread, calendar entry, requisition, then employer and role (rule I).

All mails that share a thread or an employer are placed together, in order of time, so that the outcome depends on the
set of mails and not on the order they arrived in. Where two applications fit, the person is asked; nothing is guessed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from classify.country import Place, Sign
from classify.grouping import Group, employer_keys_of_recipient, is_evidence, is_over, is_same_employer, learn, locate
from classify.names import company_key, role_words, same_role
from classify.requisition import is_other_posting
from store.records import Application, StoredMessage
from store.vocabulary import Direction, Tag

OPENING_TAGS = frozenset({Tag.ACKNOWLEDGEMENT, Tag.INVITATION, Tag.ASSESSMENT, Tag.OFFER, Tag.REJECTION})
"""Tags that tell of an application even when nothing of it was seen before."""


@dataclass(frozen=True, slots=True)
class Question:
    """Several applications fit a mail: indices into ``Placement.groups``, and why."""

    message: int
    candidates: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where each mail belongs. ``group_of`` maps message ids to indices of ``groups``; unplaced ones are missing."""

    groups: tuple[Group, ...]
    group_of: Mapping[int, int]
    questions: tuple[Question, ...]
    reasons: Mapping[int, str]


def place(
    messages: Iterable[StoredMessage],
    threads: Mapping[int, int],
    *,
    pinned: Mapping[int, int | None],
    known: Iterable[Application],
) -> Placement:
    """Places mails that may have to do with one another.

    ``threads`` gives the thread key of each message; ``pinned`` the placements made by hand, which outrank every rule;
    ``known`` the applications the person entered or edited, which exist whatever the mails say.
    """
    placing = _Placing(threads, pinned, known)
    for stored in sorted(messages, key=lambda each: (each.message.date, each.message.identity)):
        placing.take(stored)
    return placing.result()


class _Placing:
    """The groups so far, while mails are taken in order of time."""

    def __init__(
        self, threads: Mapping[int, int], pinned: Mapping[int, int | None], known: Iterable[Application]
    ) -> None:
        self._threads, self._pinned = threads, pinned
        self._groups = [
            Group(
                each.id,
                True,
                each.company,
                each.agency,
                each.role,
                set(each.requisitions),
                place=Place(each.country, Sign.BY_HAND if each.country else Sign.NONE),
            )
            for each in known
        ]
        self._by_thread: dict[int, list[int]] = {}
        self._by_message_id: dict[str, int] = {}
        self._waiting: dict[int, list[StoredMessage]] = {}
        self._group_of: dict[int, int] = {}
        self._questions: list[Question] = []
        self._reasons: dict[int, str] = {}

    def take(self, stored: StoredMessage) -> None:
        if stored.id in self._pinned:
            target = self._pinned[stored.id]
            index = next((i for i, group in enumerate(self._groups) if group.id == target), None)
            if target is not None and index is not None:
                self._put(stored, index, "You put it there.")
            return
        if len(stored.reading.scam_signs) >= 2 and stored.direction is Direction.RECEIVED:
            return
        index, reason = self._find(stored)
        if index is None and self._opens(stored):
            index, reason = self._open(stored), "It is the first mail about this employer and role."
        if index is not None:
            self._put(stored, index, reason)
        else:
            self._waiting.setdefault(self._threads[stored.id], []).append(stored)

    def result(self) -> Placement:
        return Placement(tuple(self._groups), self._group_of, tuple(self._questions), self._reasons)

    def _find(self, stored: StoredMessage) -> tuple[int | None, str]:
        """The group of an existing application, by the strongest tie there is."""
        in_thread = self._in_thread(stored)
        if in_thread is not None and not self._names_another(stored, self._groups[in_thread]):
            return in_thread, "It answers a mail of this application."
        for index, group in enumerate(self._groups):
            if group.calendar_uids & {event.uid for event in stored.message.calendar if event.uid}:
                return index, "It is about the same calendar entry."
        same_job = [i for i, group in enumerate(self._groups) if group.requisitions & set(stored.reading.requisitions)]
        if len(same_job) == 1:
            return same_job[0], "It names the same requisition."
        if stored.direction is not Direction.SENT:
            return self._by_name(stored)
        approach = self._approach_answered(stored)
        return self._by_approach(approach) if approach is not None else self._by_recipient(stored)

    def _in_thread(self, stored: StoredMessage) -> int | None:
        for reference in reversed((*stored.message.references, *stored.message.in_reply_to)):
            if reference in self._by_message_id:
                return self._by_message_id[reference]
        groups = self._by_thread.get(self._threads[stored.id], [])
        return groups[-1] if groups else None

    def _names_another(self, stored: StoredMessage, group: Group) -> bool:
        """Whether a mail inside a thread clearly speaks of another employer or another role there."""
        if stored.direction is Direction.SENT:
            return False
        reading = stored.reading
        if not is_same_employer(stored, group):
            return True
        if not reading.role or not group.role or same_role(reading.role, group.role):
            return False
        return self._of(group.key, reading.role) is not None or not role_words(reading.role) & role_words(group.role)

    def _of(self, key: str, role: str) -> int | None:
        for index, group in enumerate(self._groups):
            if group.key == key and same_role(group.role, role):
                return index
        return None

    def _by_name(self, stored: StoredMessage) -> tuple[int | None, str]:
        """By employer and role; an employer alone is enough only where there is one application there."""
        reading = stored.reading
        key = company_key(self._employer_of_thread(stored) or reading.company or reading.agency)
        if not key or not (reading.verdict.tag in OPENING_TAGS or self._is_human_answer(stored)):
            return None, ""
        if not reading.role and not is_evidence(stored):
            return None, ""
        here = [i for i, group in enumerate(self._groups) if key in (group.key, company_key(group.agency))]
        here = [i for i in here if not is_other_posting(self._groups[i].requisitions, reading.requisitions)]
        if reading.verdict.tag is Tag.ACKNOWLEDGEMENT:
            here = [i for i in here if not is_over(self._groups[i], stored)]
        if reading.role:
            fitting = [i for i in here if same_role(self._groups[i].role, reading.role)]
            exact = [i for i in fitting if role_words(self._groups[i].role) == role_words(reading.role)]
            fitting = exact or fitting
            if not fitting:
                unnamed = [i for i in here if not self._groups[i].role]
                fitting = unnamed if len(unnamed) == 1 else []
        else:
            fitting = here
        if len(fitting) == 1:
            return fitting[0], "It names this employer" + (" and this role." if reading.role else ".")
        if len(fitting) > 1:
            self._ask(stored, fitting, f"{len(fitting)} applications at {reading.company or reading.agency} fit.")
        return None, ""

    def _employer_of_thread(self, stored: StoredMessage) -> str:
        """What the employer is called in the conversation this mail is part of; "" where the mail means another."""
        in_thread = self._in_thread(stored)
        if in_thread is None or not stored.reading.company:
            return ""
        group = self._groups[in_thread]
        return group.company if is_same_employer(stored, group) else ""

    @staticmethod
    def _is_human_answer(stored: StoredMessage) -> bool:
        return not stored.reading.automatic and bool(stored.reading.role)

    def _approach_answered(self, stored: StoredMessage) -> StoredMessage | None:
        """The approach in this conversation that names a job and has become no application yet."""
        earlier = self._waiting.get(self._threads[stored.id], [])
        named = (each for each in reversed(earlier) if each.reading.role or each.reading.company)
        return next((each for each in named if each.reading.verdict.tag is Tag.OUTREACH), None)

    def _by_approach(self, approach: StoredMessage) -> tuple[int | None, str]:
        """The application about the very job of an approach; another job of the same recruiter is another one."""
        reading = approach.reading
        key = company_key(reading.company or reading.agency)
        # One that names nobody is known by who wrote it: a title alone would fit applications anywhere.
        writer = {approach.message.sender.address} - {""}
        here = [
            group
            for group in self._groups
            if (key in (group.key, company_key(group.agency)) if key else group.addresses & writer)
        ]
        fitting = [self._groups.index(group) for group in here if same_role(group.role, reading.role)]
        return (fitting[0], "It answers an approach about this job.") if len(fitting) == 1 else (None, "")

    def _by_recipient(self, stored: StoredMessage) -> tuple[int | None, str]:
        """Own mail under a new subject (rule D): the person written to tells which application is meant."""
        reached = {each.address for each in (*stored.message.to, *stored.message.cc)}
        fitting = [i for i, group in enumerate(self._groups) if group.addresses & reached]
        if stored.reading.role:
            named = [i for i in fitting if same_role(self._groups[i].role, stored.reading.role)]
            if stored.reading.wants == "application":
                # To apply for another job, though to the same person, is another application.
                fitting = named or [i for i in fitting if not self._groups[i].role]
            elif len(fitting) > 1:
                fitting = named or fitting
        if len(fitting) == 1:
            return fitting[0], "You wrote to the person of this application."
        if len(fitting) > 1:
            subject_words = role_words(stored.message.subject)
            named = [i for i in fitting if role_words(self._groups[i].role) <= subject_words]
            if len(named) == 1:
                return named[0], "You wrote to the person of this application and named the role."
            self._ask(stored, fitting, "You wrote to somebody who belongs to several applications.")
            return None, ""
        keys = employer_keys_of_recipient(stored.message, stored.reading)
        here = [i for i, group in enumerate(self._groups) if group.key in keys]
        if stored.reading.wants == "application":
            here = [i for i in here if not is_over(self._groups[i], stored)]
        if stored.reading.role:
            here = [i for i in here if same_role(self._groups[i].role, stored.reading.role) or not self._groups[i].role]
        return (here[0], "You wrote to this employer.") if len(here) == 1 else (None, "")

    def _opens(self, stored: StoredMessage) -> bool:
        """Whether a mail that fits nothing is the first sign of an application."""
        if any(question.message == stored.id for question in self._questions):
            return False
        reading = stored.reading
        if stored.direction is Direction.SENT:
            earlier = self._waiting.get(self._threads[stored.id], [])
            answers_outreach = any(each.reading.verdict.tag is Tag.OUTREACH for each in earlier)
            opening = ("application", "interest", "approach") if answers_outreach else ("application",)
            return reading.wants in opening
        if reading.verdict.tag not in OPENING_TAGS or not company_key(reading.company or reading.agency):
            return False
        if not is_evidence(stored):
            return False
        return not reading.verdict.unsure or reading.verdict.tag is Tag.ACKNOWLEDGEMENT

    def _open(self, stored: StoredMessage) -> int:
        self._groups.append(Group(company=self._employer_of_thread(stored)))
        index = len(self._groups) - 1
        for earlier in self._waiting.pop(self._threads[stored.id], []):
            if earlier.reading.verdict.tag is Tag.OUTREACH:
                self._put(earlier, index, "Your answer turned this approach into an application.")
        return index

    def _ask(self, stored: StoredMessage, candidates: list[int], reason: str) -> None:
        self._questions.append(Question(stored.id, tuple(candidates), reason))

    def _put(self, stored: StoredMessage, index: int, reason: str) -> None:
        group, message, reading = self._groups[index], stored.message, stored.reading
        self._group_of[stored.id] = index
        self._reasons[stored.id] = reason
        group.members.append(stored.id)
        self._by_thread.setdefault(self._threads[stored.id], []).append(index)
        if message.message_id:
            self._by_message_id[message.message_id] = index
        if not group.by_hand:
            learn(group, stored)
        locate(group, stored)
        group.last = message.date
        if reading.verdict.tag in OPENING_TAGS and not reading.verdict.unsure:
            group.closed = reading.verdict.tag is Tag.REJECTION or (
                group.closed and reading.verdict.tag is Tag.ACKNOWLEDGEMENT
            )
        group.requisitions |= set(reading.requisitions)
        group.calendar_uids |= {event.uid for event in message.calendar if event.uid}
        if stored.direction is Direction.RECEIVED and not reading.automatic:
            group.addresses |= {message.sender.address} - {""}
        if stored.direction is Direction.SENT:
            group.addresses |= {each.address for each in message.to}
