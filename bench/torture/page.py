"""``docs/torture.md``: what was made to fail, and what was seen of it."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version

from bench.torture.running import Run
from bench.torture.sentences import Sentences, word_of
from bench.torture.suites import DAMAGE, MAILBOX, STORE, Trouble
from bench.torture.words import (
    DAMAGE_HEAD,
    DEATHS,
    FURTHER,
    HEAD,
    LIVED,
    MAILBOX_HEAD,
    NAMES,
    STORE_HEAD,
    TOLD_HEAD,
    WEEKS,
    WORDS,
)
from store.vocabulary import DraftState
from tests.faults.cells import PHASES, Outcome
from tests.servers.dovecot import executable
from tests.servers.phaseproxy import Fault

ESCAPED_BAR = "\\|"


def written(runs: Mapping[str, Run]) -> str:
    """The whole page."""
    told = Sentences()
    matrix, troubles = runs["matrix"], runs["suite"].troubles
    parts = [
        _head(runs),
        *_tables(matrix.outcomes, told),
        _later(runs["later"]),
        _store(troubles, told),
        DAMAGE_HEAD + _listed(DAMAGE, troubles, told),
        MAILBOX_HEAD + _listed(MAILBOX, troubles, told),
        DEATHS.format(points=runs["deaths"].tally["deaths"], commits=runs["deaths"].tally["deaths"] // 2),
        WEEKS + _weeks(runs["weeks"]),
        TOLD_HEAD + _table(["", "sentence"], [[str(number), words] for number, words in told.numbered()]),
        _wrong(runs),
    ]
    return "\n".join(part.rstrip() + "\n" for part in parts if part)


def _head(runs: Mapping[str, Run]) -> str:
    days = list(dict.fromkeys(run.day for run in runs.values()))
    rows = [[name, run.heading, f"{run.seconds / 60:.0f}", str(len(run.wrong))] for name, run in runs.items()]
    return (
        HEAD.format(days=" and ".join(days), dovecot=_dovecot(), aiosmtpd=version("aiosmtpd"), cores=os.cpu_count())
        + _table(["part", "how much", "minutes", "found wrong"], rows)
        + WORDS
    )


def _dovecot() -> str:
    program = executable()
    assert program is not None, "the parts have run on it"
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[0]


def _tables(outcomes: Sequence[Outcome], told: Sentences) -> Iterator[str]:
    for line, name in NAMES.items():
        found = {(each.cell.phase, each.cell.fault): _cell(each, told) for each in outcomes if each.cell.line is line}
        faults = [fault for fault in Fault if any(key[1] is fault for key in found)]
        phases = PHASES[line]
        rows = [[fault, *(found.get((phase, fault), "·") for phase in phases)] for fault in faults]
        yield f"## {name}\n\n" + _table(["", *phases], rows)


def _cell(outcome: Outcome, told: Sentences) -> str:
    if not outcome.step:
        return "·"
    if outcome.wrong:
        return "**wrong**"
    last = DraftState(outcome.last) if outcome.last != "none" else None
    return _said(word_of(outcome.said, last, rests=outcome.rests), outcome.said, told)


def _said(word: str, said: str, told: Sentences) -> str:
    return f"{word} {told.number(said)}".rstrip()


def _later(run: Run) -> str:
    """How often each word was the outcome of a fault at a later time."""
    seen: dict[str, dict[str, int]] = {}
    for each in run.outcomes:
        if each.step:
            last = DraftState(each.last) if each.last != "none" else None
            word = "**wrong**" if each.wrong else word_of(each.said, last, rests=each.rests)
            row = seen.setdefault(f"{NAMES[each.cell.line]}: {each.cell.fault}", {})
            row[word] = row.get(word, 0) + 1
    words = list(dict.fromkeys(word for row in seen.values() for word in row))
    rows = [[name, *(str(row.get(word, "·")) for word in words)] for name, row in seen.items()]
    return FURTHER.format(cells=run.tally["cells"]) + _table(["", *words], rows)


def _store(troubles: Sequence[Trouble], told: Sentences) -> str:
    mine = [each for each in troubles if each.file == STORE]
    kinds = list(dict.fromkeys(each.happened for each in mine if each.happened))
    moments = list(dict.fromkeys(each.moment for each in mine if each.happened))
    found = {(each.happened, each.moment): _trouble(each, told) for each in mine}
    rows = [[kind, *(found.get((kind, moment), "·") for moment in moments)] for kind in kinds]
    rest = [f"- {each.name}: {_trouble(each, told)}\n" for each in mine if each.ended != "passed"]
    return STORE_HEAD + _table(["", *moments], rows) + ("\n" + "".join(rest) if rest else "")


def _trouble(trouble: Trouble, told: Sentences) -> str:
    if trouble.ended != "passed":
        return "**wrong**" if trouble.ended == "failed" else "not tried"
    last = DraftState(trouble.last) if trouble.last else None
    return _said(word_of(trouble.said, last), trouble.said, told)


def _listed(file: str, troubles: Iterable[Trouble], told: Sentences) -> str:
    """A row for what happened, with the moments and what was seen, alike ones together."""
    rows: dict[tuple[str, str], dict[str, int]] = {}
    for each in troubles:
        if each.file == file:
            row = rows.setdefault((each.happened or each.name, _trouble(each, told)), {})
            row[each.moment] = row.get(each.moment, 0) + 1
    lines = [
        [
            happened,
            ", ".join(f"{moment} ({times} times)" if times > 1 else moment for moment, times in row.items()),
            seen,
        ]
        for (happened, seen), row in rows.items()
    ]
    return _table(["what happens", "when", "what was seen"], lines)


def _weeks(run: Run) -> str:
    rows = [[words, f"{run.tally.get(name, 0):,}"] for name, words in LIVED.items()]
    rows.append(["minutes", f"{run.seconds / 60:.0f}"])
    rows.append(["lives that went wrong", str(len(run.wrong))])
    return _table(["", ""], rows)


def _wrong(runs: Mapping[str, Run]) -> str:
    lines = [each.partition("\n")[0] for run in runs.values() for each in run.wrong]
    return "## Found wrong\n\n" + ("\n".join(f"- {each}" for each in lines) if lines else "Nothing in this run.\n")


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(heading), "|" + "---|" * len(heading), *map(_row, rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(each.replace('|', ESCAPED_BAR) for each in cells)} |"
