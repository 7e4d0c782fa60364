"""Every corpus row judged by a model that never saw its voice, with all, half and a quarter of the sentences."""

import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from bench.evaluation import baselines
from classify.corpus import Row, read_corpus, read_rows
from classify.evaluation import verdicts_on
from classify.fitting import voice_folds
from classify.modelfile import shipped_model_path
from classify.tagger import Tagger
from classify.training import train, version_of
from classify.views import Example
from store.errors import UserError
from store.records import Verdict

FOLDS = 4
SHARES = (1.0, 0.5, 0.25)
CORPUS = shipped_model_path().parent / "corpus"
OURS, PLAIN = "heardback", "plain TF-IDF"
_WORKERS = 2


@dataclass(frozen=True, slots=True)
class Job:
    """One fit and what it judges: a fold of the voices, or the evaluation file at ``path`` after seeing all voices."""

    system: str
    share: float
    fold: int | None
    path: Path | None
    corpus: str
    """The name of what the corpus holds, so that no process works on another one."""


Judged = dict[tuple[str, float], tuple[Verdict, ...]]
"""Verdicts by system and share of the sentences, in the order of the rows they judge."""


@cache
def corpus() -> tuple[Row, ...]:
    """The written corpus."""
    return read_corpus(CORPUS)


def judge(path: Path | None, told: Callable[[str], None]) -> tuple[Judged, Judged]:
    """What each fitted system makes of the corpus, by voices it did not see, and of the rows in ``path``.

    With all sentences the file is judged by the shipped model, elsewhere, as that is what people get.
    """
    name = version_of(corpus())
    jobs = [Job(OURS, share, fold, None, name) for share in SHARES for fold in range(FOLDS)]
    jobs += [Job(PLAIN, 1.0, fold, None, name) for fold in range(FOLDS)]
    if path is not None:
        jobs += [Job(OURS, share, None, path, name) for share in SHARES if share < 1.0]
        jobs.append(Job(PLAIN, 1.0, None, path, name))
    by_fold: dict[tuple[str, float], list[tuple[int, Verdict]]] = defaultdict(list)
    on_file: Judged = {}
    with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:
        for number, (job, verdicts) in enumerate(zip(jobs, pool.map(run, jobs), strict=True), start=1):
            told(f"{number} of {len(jobs)} fits")
            if job.fold is None:
                on_file[job.system, job.share] = verdicts
            else:
                by_fold[job.system, job.share] += zip(places_of(corpus())[job.fold], verdicts, strict=True)
    ordered = {key: tuple(verdict for _, verdict in sorted(found, key=_place)) for key, found in by_fold.items()}
    return ordered, on_file


def run(job: Job) -> tuple[Verdict, ...]:
    """Fits and judges; in a process of its own. Raises ``UserError`` when the corpus was changed meanwhile."""
    if version_of(corpus()) != job.corpus:
        raise UserError("The corpus was changed while it was measured: run this again.")
    if job.path is not None:
        seen, judged = corpus(), tuple(read_rows(job.path))
    else:
        assert job.fold is not None
        here = set(places_of(corpus())[job.fold])
        seen = tuple(row for at, row in enumerate(corpus()) if at not in here)
        judged = tuple(row for at, row in enumerate(corpus()) if at in here)
    if job.system == PLAIN:
        return baselines.TfIdf(seen).verdicts(judged)
    return verdicts_on(Tagger(train(thinned(seen, job.share))), judged)


def places_of(rows: Sequence[Row], folds: int = FOLDS) -> tuple[tuple[int, ...], ...]:
    """For each fold the places of its rows; a voice stands in one fold only, and each language is spread over all."""
    places: list[list[int]] = [[] for _ in range(folds)]
    for language in sorted({row.language for row in rows}):
        here = [(at, row) for at, row in enumerate(rows) if row.language == language]
        fold_of = voice_folds([Example(row, ()) for _, row in here], folds=folds)
        for at, row in here:
            places[fold_of[row.voice]].append(at)
    return tuple(tuple(sorted(each)) for each in places)


def thinned(rows: Sequence[Row], share: float) -> tuple[Row, ...]:
    """The rows with ``share`` of the deciding sentences of each language and tag, always the same ones."""
    sentences: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        sentences[row.language, row.tag].add(_sentence(row))
    kept = {key: set(sorted(each, key=_shuffled)[: math.ceil(share * len(each))]) for key, each in sentences.items()}
    return tuple(row for row in rows if _sentence(row) in kept[row.language, row.tag])


def _sentence(row: Row) -> str:
    return row.deciding or row.id


def _shuffled(sentence: str) -> str:
    return hashlib.sha256(sentence.encode()).hexdigest()


def _place(found: tuple[int, Verdict]) -> int:
    return found[0]
