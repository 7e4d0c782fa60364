"""One person's search in a world: applications, what comes of them and when, as the events heardback would read."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import holidays
import numpy as np
from numpy.typing import NDArray

from bench.silence.laws import Floats, Law
from bench.silence.worlds import Day, World
from classify.chanceprior import Step
from classify.chancewaits import Wait, waits_of
from store.records import Event
from store.vocabulary import EventKind

ORIGIN = date(2018, 1, 1)
YEARS = range(2018, 2033)
PAUSE: tuple[Day, Day] = ((12, 20), (1, 3))
"""The year-end pause of the program's own settings."""
LONGEST = 300
"""Working days after which every answer has come, so that all ends before ``FAR``."""
FAR = datetime(2032, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days employers work: ``worked`` counts working days up to each day, ``days`` lists them."""

    worked: NDArray[np.int64]
    days: NDArray[np.int64]

    def after(self, starts: Floats, working_days: Floats) -> Floats:
        """When that many working days have passed; moments are days since ``ORIGIN``, answers come by day."""
        working_days = np.minimum(working_days, LONGEST)
        gone = self.worked[starts.astype(int)]
        index = gone + np.floor(working_days).astype(int)
        return np.asarray(np.maximum(self.days[index] + 0.38 + 0.33 * (working_days % 1), starts + 0.02))


@lru_cache
def calendar_of(world: World) -> Calendar:
    """Weekends, public holidays and the times in which the world is shut."""
    free = holidays.country_holidays(world.country, years=list(YEARS))
    days = [ORIGIN + timedelta(days=number) for number in range((date(YEARS[-1], 12, 31) - ORIGIN).days)]
    open_days = np.array([day.weekday() < 5 and day not in free and not _is_shut(day, world) for day in days])
    return Calendar(np.cumsum(open_days) - open_days, np.flatnonzero(open_days))


def _is_shut(day: date, world: World) -> bool:
    here = (day.month, day.day)
    return any(a <= here <= b if a <= b else here >= a or here <= b for a, b in world.shut)


@dataclass(frozen=True, slots=True)
class Search:
    """A person in a world, whose employers answer a little more or less, sooner or later than others'."""

    world: World
    laws: dict[Step, Law]
    pace: dict[Step, float]
    start: float

    @classmethod
    def drawn(cls, world: World, random: np.random.Generator) -> "Search":
        """A search that begins on some day of four years."""
        level, speed = world.level * random.standard_normal(), world.speed * random.standard_normal()
        laws, pace = {}, {}
        for step, law in world.laws.items():
            odds = np.log(law.answered / (1 - law.answered)) + level + world.level / 2 * random.standard_normal()
            laws[step] = Law(float(1 / (1 + np.exp(-odds))), law.times)
            pace[step] = float(np.exp(speed + world.speed / 2 * random.standard_normal()))
        return cls(world, laws, pace, float(random.uniform(400, 1860)))

    def ends(self, step: Step, starts: Floats, random: np.random.Generator) -> Floats:
        """When waits that began at ``starts`` are answered; infinity for never."""
        law, number = self.laws[step], len(starts)
        ends = calendar_of(self.world).after(starts, law.times.draw(random, number) * self.pace[step])
        return np.where(random.uniform(size=number) < law.answered, ends, np.inf)

    def applications(self, number: int, random: np.random.Generator) -> tuple[tuple[Event, ...], ...]:
        """That many applications, one after the other, each with all that ever comes of it."""
        gaps = random.exponential(7 / self.world.weekly, number)
        return tuple(self._one(float(at), random) for at in self.start + np.cumsum(gaps))

    def _one(self, at: float, random: np.random.Generator) -> tuple[Event, ...]:
        made = _Making([Event(1, EventKind.APPLIED, moment(at), None)])
        step = Step.APPLIED
        if random.uniform() < self.world.receipts:
            at += float(random.exponential(0.3)) + 0.001
            made.add(EventKind.RECEIPT, at)
            step = Step.RECEIPT
        forward = self.world.forward[0]
        while True:
            end = float(self.ends(step, np.array([at]), random)[0])
            given_up = at + float(random.exponential(2500))
            if min(end, given_up) == np.inf or given_up < end:
                # Now and then a person withdraws while waiting.
                made.add(EventKind.WITHDREW, given_up)
                return tuple(made.events)
            if step is Step.ARRANGING:
                at, step = made.booked(end, random)
            elif random.uniform() > forward or step is Step.FINAL:
                made.add(EventKind.REJECTED, end)
                return tuple(made.events)
            else:
                at, step = made.forward(step, end, random)
                forward = self.world.forward[1]


@dataclass(slots=True)
class _Making:
    """The events of one application as they come about."""

    events: list[Event]
    talks: int = 0

    def add(self, kind: EventKind, at: float, **detail: object) -> None:
        self.events.append(Event(1, kind, moment(at), None, detail, id=len(self.events) + 1))

    def forward(self, step: Step, at: float, random: np.random.Generator) -> tuple[float, Step]:
        """A test to do, a talk to agree on, or one with its date already."""
        if step in (Step.APPLIED, Step.RECEIPT) and random.uniform() < 0.25:
            self.add(EventKind.ASSESSMENT, at)
            at += float(random.uniform(1, 6))
            self.add(EventKind.SUBMITTED, at)
            return at, Step.ASSESSMENT
        if random.uniform() < 0.5:
            self.add(EventKind.INVITED, at, stage=self._stage)
            at += float(random.uniform(0.05, 1.5))
            self.add(EventKind.REPLIED, at)
            return at, Step.ARRANGING
        return self.booked(at, random)

    def booked(self, at: float, random: np.random.Generator) -> tuple[float, Step]:
        """The date stands; the next wait begins when the talk is over."""
        start = at + float(random.uniform(2, 9))
        end, stage = start + 1 / 24, self._stage
        detail = {"start": moment(start).isoformat(), "end": moment(end).isoformat(), "uid": f"{self.talks}"}
        self.add(EventKind.BOOKED, at, stage=stage, confirmed=True, **detail)
        self.talks += 1
        return end, {"screening": Step.SCREENING, "interviewing": Step.INTERVIEW, "final": Step.FINAL}[stage]

    @property
    def _stage(self) -> str:
        return ("screening", "interviewing", "final")[min(self.talks, 2)]


def moment(days: float) -> datetime:
    """Days since ``ORIGIN`` as a moment."""
    return datetime(ORIGIN.year, 1, 1, tzinfo=UTC) + timedelta(days=days)


def waits_at(applications: tuple[tuple[Event, ...], ...], now: datetime) -> tuple[tuple[Wait, ...], ...]:
    """The waits of every application as the program reads them at ``now``."""
    return tuple(waits_of(events, now, PAUSE) for events in applications)
