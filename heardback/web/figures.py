"""The numbers of one's own search: how far applications came, from where answers come, why they were turned down.

Pure. Own numbers only: nobody is compared with anybody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from heardback.web.shares import Share
from ingest.senders import sender_kind
from respond.digestcame import ABOUT_THE_ROLE
from respond.glances import Glance
from store.events import Milestone
from store.records import Address
from store.vocabulary import EventKind, RejectionReason, SenderKind, Stage, Status, Tag


class Reached(IntEnum):
    """The steps of the funnel; each holds all further ones."""

    APPLIED = 0
    ANSWERED = 1
    TALKED = 2
    FINAL = 3
    OFFERED = 4


class Source(StrEnum):
    """By what way an application began, as far as the senders tell."""

    DIRECT = "direct"
    BOARD = "board"
    OUTREACH = "outreach"
    AGENCY = "agency"


_WORDS_TO_US = frozenset({EventKind.ANSWER, EventKind.REQUEST, EventKind.ASSESSMENT, EventKind.REJECTED})
_TALKS = frozenset({EventKind.INVITED, EventKind.BOOKED})
_STAGES = {
    Stage.SCREENING: Reached.TALKED,
    Stage.INTERVIEWING: Reached.TALKED,
    Stage.FINAL: Reached.FINAL,
    Stage.OFFER: Reached.OFFERED,
}
_ABOUT_THE_MATCH = frozenset(
    {
        RejectionReason.OTHER_CANDIDATE,
        RejectionReason.FIT_GENERAL,
        RejectionReason.MISSING_REQUIREMENT,
        RejectionReason.INTERVIEW_OUTCOME,
    }
)


class Ground(StrEnum):
    """What kind of reason a rejection gave."""

    ROLE = "role"
    """The position itself: filled, frozen, dropped. Not about the person."""
    TERMS = "terms"
    """Place, permit, pay."""
    MATCH = "match"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step: how many came this far, of all and of those that came to the step before."""

    reached: Reached
    of_all: Share
    of_before: Share


@dataclass(frozen=True, slots=True)
class Because:
    """One reason and how many rejections gave it."""

    reason: RejectionReason
    ground: Ground
    share: Share


@dataclass(frozen=True, slots=True)
class FromSource:
    """One way of beginning: how many a person answered, and how many led to a talk."""

    source: Source
    answered: Share
    talked: Share


@dataclass(frozen=True, slots=True)
class OpenOne:
    """An application one waits on, with how likely an answer still is."""

    number: int
    employer: str
    role: str
    p: float
    low: float
    high: float
    words: str


def reached_of(milestones: Iterable[Milestone]) -> dict[int, Reached]:
    """How far each application came. An answer is one that a person wrote; a machine's no is none."""
    furthest: dict[int, Reached] = {}
    for each in milestones:
        before = furthest.get(each.application, Reached.APPLIED)
        furthest[each.application] = max(before, _reached(each))
    return furthest


def funnel(reached: Mapping[int, Reached], begun: Iterable[int]) -> tuple[FunnelStep, ...]:
    """The steps, the first one with all that were begun."""
    numbers = tuple(begun)
    counts = [sum(reached.get(each, Reached.APPLIED) >= step for each in numbers) for step in Reached]
    return tuple(
        FunnelStep(step, Share(counts[step], counts[0]), Share(counts[step], counts[max(step - 1, 0)]))
        for step in Reached
    )


def sources_of(found: Iterable[Glance], writers: Iterable[tuple[int, str, Tag, datetime]]) -> dict[int, Source]:
    """By what way each application began: an agency in between, a recruiter who wrote first, a job board, else direct.

    ``writers`` are application, address, tag and first date of what was received.
    """
    first: dict[int, datetime] = {}
    approached: dict[int, datetime] = {}
    boards: set[int] = set()
    kinds: dict[str, SenderKind] = {}
    for number, sender, tag, at in writers:
        if tag is Tag.OUTREACH:
            approached[number] = min(at, approached.get(number, at))
        else:
            first[number] = min(at, first.get(number, at))
        if sender not in kinds:
            kinds[sender] = sender_kind(Address("", sender))
        if kinds[sender] is SenderKind.JOB_BOARD:
            boards.add(number)
    return {each.application.id: _source(each, approached.get(each.application.id), first, boards) for each in found}


def by_source(sources: Mapping[int, Source], reached: Mapping[int, Reached]) -> tuple[FromSource, ...]:
    """How each way of beginning fared; ways nobody took are left out."""
    held: dict[Source, list[Reached]] = defaultdict(list)
    for number, source in sources.items():
        held[source].append(reached.get(number, Reached.APPLIED))
    return tuple(
        FromSource(
            source,
            Share(sum(each >= Reached.ANSWERED for each in held[source]), len(held[source])),
            Share(sum(each >= Reached.TALKED for each in held[source]), len(held[source])),
        )
        for source in Source
        if held[source]
    )


def reasons(found: Iterable[Glance]) -> tuple[Because, ...]:
    """Why applications were turned down, as their mails say: by ground, the most frequent first."""
    counted = Counter(
        each.state.rejection_reason or RejectionReason.NOT_STATED
        for each in found
        if each.state.history.rejection is not None
    )
    whole = sum(counted.values())
    listed = [Because(reason, ground_of(reason), Share(count, whole)) for reason, count in counted.items()]
    order = tuple(Ground)
    return tuple(sorted(listed, key=lambda one: (order.index(one.ground), -one.share.part, one.reason)))


def ground_of(reason: RejectionReason) -> Ground:
    """What kind of reason it is."""
    if reason in ABOUT_THE_ROLE:
        return Ground.ROLE
    if reason in _ABOUT_THE_MATCH:
        return Ground.MATCH
    return Ground.UNSAID if reason is RejectionReason.NOT_STATED else Ground.TERMS


def open_now(found: Iterable[Glance]) -> tuple[OpenOne, ...]:
    """What one waits on, the best chance first."""
    waiting = [
        OpenOne(
            each.application.id,
            each.application.company or each.application.agency,
            each.application.role,
            each.state.chance.p,
            each.state.chance.low,
            each.state.chance.high,
            each.state.chance.words,
        )
        for each in found
        if each.state.chance is not None and each.state.status in (Status.WAITING_ON_THEM, Status.SILENT)
    ]
    return tuple(sorted(waiting, key=lambda one: (-one.p, one.number)))


def _reached(each: Milestone) -> Reached:
    if each.kind is EventKind.OFFERED:
        return Reached.OFFERED
    if each.kind in _TALKS:
        return _stage(each.stage, Reached.TALKED)
    if each.kind is EventKind.MOVED:
        return _stage(each.stage, Reached.APPLIED)
    if each.kind in _WORDS_TO_US and each.human:
        return Reached.ANSWERED
    return Reached.APPLIED


def _stage(name: str, otherwise: Reached) -> Reached:
    return next((reached for stage, reached in _STAGES.items() if stage.value == name), otherwise)


def _source(glance: Glance, approached: datetime | None, first: Mapping[int, datetime], boards: set[int]) -> Source:
    number = glance.application.id
    applied = glance.state.history.applied
    earliest = min([each for each in (first.get(number), applied.at if applied else None) if each], default=None)
    if approached is not None and (earliest is None or approached <= earliest):
        return Source.OUTREACH
    if glance.application.agency:
        return Source.AGENCY
    return Source.BOARD if number in boards else Source.DIRECT
