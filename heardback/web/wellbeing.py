"""How heardback is doing, told from what the store knows: pure, without a look at any server."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from heardback.checkup import missed_rounds
from store.folders import AccountHealth
from store.records import Watermark

LATE_AFTER_ROUNDS = 3
LATE_AT_LEAST = timedelta(minutes=15)
"""A round may take a while, and a laptop that woke up a moment ago has not looked yet (own choice)."""


class Condition(StrEnum):
    """How a mailbox is doing."""

    WELL = "well"
    NEW = "new"
    LATE = "late"
    TROUBLED = "troubled"
    STOPPED = "stopped"
    FORMER = "former"

    @property
    def needs_the_person(self) -> bool:
        """Whether it will not mend by itself."""
        return self in (Condition.STOPPED, Condition.LATE)

    @property
    def said(self) -> str:
        """The condition in a word or two."""
        return _SAID[self]


_SAID: Mapping[Condition, str] = {
    Condition.WELL: "all is well",
    Condition.NEW: "not looked into yet",
    Condition.LATE: "nobody is looking",
    Condition.TROUBLED: "out of reach",
    Condition.STOPPED: "needs you",
    Condition.FORMER: "not in the config",
}


@dataclass(frozen=True, slots=True)
class FolderLine:
    """One folder: when it was last read, how many rounds it missed since, and back to when its history is in."""

    name: str
    last_read: datetime | None
    missed: int
    back_to: datetime | None
    is_whole: bool


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One mailbox, what is the matter with it if anything, and what the person can do."""

    name: str
    condition: Condition
    last_round: datetime | None
    lag: timedelta | None
    problem: str
    remedy: str
    failing_since: datetime | None
    folders: tuple[FolderLine, ...]


def account_lines(
    configured: Iterable[str],
    known: Iterable[AccountHealth],
    marks: Iterable[Watermark],
    *,
    now: datetime,
    every: timedelta,
) -> tuple[AccountLine, ...]:
    """Every mailbox of the config, then those that only the store remembers."""
    health = {each.name: each for each in known}
    folders: dict[str, list[FolderLine]] = {}
    for mark in marks:
        missed = missed_rounds(now - mark.last_success, every) if mark.last_success else 0
        line = FolderLine(mark.folder, mark.last_success, missed, mark.read_back_to, mark.is_whole)
        folders.setdefault(mark.account, []).append(line)
    names = list(dict.fromkeys(configured))
    former = sorted(set(health) - set(names))
    return tuple(
        _line(name, health.get(name), tuple(folders.get(name, ())), now, every, is_former=name in former)
        for name in (*names, *former)
    )


def late_after(every: timedelta) -> timedelta:
    """How old the last round may be before it is worth a word."""
    return max(LATE_AFTER_ROUNDS * every, LATE_AT_LEAST)


def is_failing(lines: Iterable[AccountLine], *, now: datetime, every: timedelta) -> bool:
    """Whether a watched mailbox is not looked after: stopped, late, or troubled for longer than a few rounds."""
    return any(
        line.condition.needs_the_person
        or (line.condition is Condition.TROUBLED and _has_lasted(line.failing_since, now, every))
        for line in lines
    )


def overall(lines: Sequence[AccountLine]) -> str:
    """How it goes as a whole, the most pressing first, in a sentence or two."""
    of = {condition: [line.name for line in lines if line.condition is condition] for condition in Condition}
    if of[Condition.STOPPED]:
        names = " and ".join(of[Condition.STOPPED])
        return f"{names} needs you: its server refused the sign-in. Everything else goes on."
    if of[Condition.LATE]:
        return "No mail is being looked for at the moment. What was read so far is all here."
    if of[Condition.TROUBLED]:
        names = " and ".join(of[Condition.TROUBLED])
        return f"{names} is out of reach just now. It is tried again by itself, and nothing is lost."
    if of[Condition.WELL]:
        return "All is well: mail is being looked for, and there is nothing you need to do."
    return "No mailbox is being watched from here so far."


def _has_lasted(since: datetime | None, now: datetime, every: timedelta) -> bool:
    return since is not None and now - since > late_after(every)


def _line(
    name: str,
    health: AccountHealth | None,
    folders: tuple[FolderLine, ...],
    now: datetime,
    every: timedelta,
    *,
    is_former: bool,
) -> AccountLine:
    last = health.last_success if health else None
    lag = max(now - last, timedelta(0)) if last else None
    condition = Condition.FORMER if is_former else _condition(health, lag, every)
    problem = health.problem if health and condition is not Condition.FORMER else ""
    since = health.failing_since if health else None
    return AccountLine(name, condition, last, lag, problem, _remedy(condition, name), since, folders)


def _condition(health: AccountHealth | None, lag: timedelta | None, every: timedelta) -> Condition:
    if health is None:
        return Condition.NEW
    if health.stopped:
        return Condition.STOPPED
    if health.failing_since is not None:
        return Condition.TROUBLED
    return Condition.LATE if lag is not None and lag > late_after(every) else Condition.WELL


def _remedy(condition: Condition, name: str) -> str:
    match condition:
        case Condition.STOPPED:
            return (
                f"This mailbox rests until you act. Check the password of [accounts.{name}], then restart "
                "'heardback run' or look once with 'heardback poll'."
            )
        case Condition.TROUBLED:
            return (
                "It is tried again by itself, at the latest within the hour; nothing is lost meanwhile. "
                "'heardback doctor' looks closer."
            )
        case Condition.LATE:
            return "Nobody is looking for mail at the moment: start the service with 'heardback run'."
        case Condition.NEW:
            return "Nobody has looked into it yet: 'heardback run' starts the service."
        case Condition.FORMER:
            return "It stands in no config of this page; what was read from it stays."
        case Condition.WELL:
            return ""
