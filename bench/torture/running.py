"""The parts of the torture: each runs, and tells what it saw and what was wrong."""

from dataclasses import dataclass, field

from bench.torture.suites import Trouble, all_troubles
from tests.faults.anyweeks import live_any_weeks
from tests.faults.cells import PHASES, Cell, Line, Outcome, cells, counted, run
from tests.faults.grounds import Grounds
from tests.faults.killing import Killer
from tests.servers.phaseproxy import Fault

OFTEN = (Fault.FIN, Fault.LOST, Fault.NO)
"""What strikes at every further time that a phase is come to."""


@dataclass
class Run:
    """One part: a few words on how much it was, what was seen, what was wrong (a line each), and on which day."""

    heading: str = ""
    outcomes: list[Outcome] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    tally: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    day: str = ""


def matrix(grounds: Grounds) -> Run:
    """Every fault at the first time that each phase is come to."""
    return _cells([cell for line in Line for cell in cells(line)], grounds)


def later_cells(grounds: Grounds) -> Run:
    """Some faults at every later time."""
    found: list[Cell] = []
    for line in Line:
        counts = counted(line, grounds)
        places = [(phase, nth) for phase in PHASES[line] for nth in range(2, counts[phase] + 1)]
        known = set(cells(line))
        found += [
            Cell(line, phase, fault, nth)
            for phase, nth in places
            for fault in OFTEN
            if Cell(line, phase, fault) in known
        ]
    return _cells(found, grounds)


def deaths(grounds: Grounds) -> Run:
    """SIGKILL right before and right after every commit of a week."""
    done = Run()
    with Killer(grounds) as killer:
        points = [(number, after) for number in range(1, killer.commits() + 1) for after in (False, True)]
        for number, after in points:
            wrong = killer.wrong_after(number, after=after)
            done.wrong += [f"killed {'after' if after else 'before'} commit {number}: {each}" for each in wrong]
    done.tally["deaths"] = len(points)
    done.heading = f"killed at {len(points)} points of a week with {len(points) // 2} commits"
    return done


def suite() -> Run:
    """The troubles of store and mailbox, all of them."""
    troubles = all_troubles()
    tally = {ended: sum(each.ended == ended for each in troubles) for ended in ("passed", "skipped", "failed")}
    wrong = [f"{each.file}: {each.name}" for each in troubles if each.ended == "failed"]
    tried = len(troubles) - tally["skipped"]
    untried = f", {tally['skipped']} not tried here" if tally["skipped"] else ""
    return Run(f"{tried} troubles of store and mailbox{untried}", troubles=troubles, tally=tally, wrong=wrong)


def weeks(grounds: Grounds, steps: int) -> Run:
    """Any weeks of any people."""
    lived = live_any_weeks(grounds, steps)
    heading = f"{lived.tally['steps']:,} steps in {lived.tally['lives']} lives"
    return Run(heading, tally=dict(lived.tally), wrong=list(lived.wrong))


def _cells(which: list[Cell], grounds: Grounds) -> Run:
    done = Run()
    for cell in which:
        outcome = run(cell, grounds)
        done.outcomes.append(outcome)
        done.wrong += [f"{cell.name}: {each}" for each in outcome.wrong]
        rests = "rests" if outcome.rests else ""
        print(f"{cell.name:50} {outcome.step:7} {outcome.last:8} {rests:6}{'; '.join(outcome.wrong)}", flush=True)
    struck = sum(bool(outcome.step) for outcome in done.outcomes)
    done.tally["cells"] = struck
    done.heading = f"{struck} cells"
    return done
