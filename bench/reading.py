"""Parsing and tagging on one core, against the standard library's parser and against the plain scikit-learn pipeline.

Both sides read the same octets, the small messages that are left of mails without their files. Each measurement is made
in a copy of the process that ends with it, so that no side profits from what the other one or an earlier turn left in
memory.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.policy import default
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.ground import Ground
from bench.growing import Growth
from bench.mailmix import ME, mails
from bench.rows import Bounds, By, Row, paired
from bench.timing import apart, by_turns, in_copies, one_core, processor
from classify.features import Features, features_of
from classify.modelfile import load, shipped_model_path
from classify.pipeline import TEXT_SCALE, mail_columns
from classify.tagger import Context, Tagger
from ingest.parse import parse
from store.records import Message, Verdict

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

    from classify.model import LinearScorer

READING = Bounds(must=2.5, aim=1.2)
TAGGING = Bounds(must=1.3, aim=0.8)
_NOBODY = Context(frozenset({ME}))
_STREAMS = 2
_CHUNK = 500
"""Mails that are held at once where growth is measured."""


def rows(ground: Ground) -> Iterator[Row]:
    """Both rows, and the parser again with what a reader needs of it."""
    count, turns = ground.scale.read, ground.scale.turns
    ground.say(f"parsing and tagging {count:,} mails, {turns} times …")
    raws = [raw for raw, _ in mails(count, with_files=False)]
    tagger = Tagger(load(shipped_model_path()))
    with one_core():
        _warm_up(tagger, raws[: count // 10])

        def ours() -> float:
            return apart(lambda: _read(tagger, raws))

        read = by_turns(
            turns, ours, lambda: apart(lambda: _parsed_plainly(raws)), lambda: apart(lambda: _made_usable(raws))
        )
        messages = [_message(raw) for raw in raws]
        pipelines = {name: plain_pipeline(part.mail) for name, part in _parts(tagger).items()}
        tagged_plainly(pipelines, messages[: count // 10])
        ground.say(f"tagging {count:,} mails, {turns} times …")
        tagged = by_turns(
            turns,
            lambda: apart(lambda: _tag(tagger, messages)),
            lambda: apart(lambda: tagged_plainly(pipelines, messages)),
        )
    what = f"parse, text and tag, {count:,} mails, one core"
    yield paired(what, "email (policy.default), parsing alone", [each[:2] for each in read], READING)
    usable = [(ours, theirs) for ours, _, theirs in read]
    yield paired("– with what a reader needs of it", "the same, subject and text asked for", usable)
    yield Row("– of reading, a mail", statistics.median(each[0] for each in read) / count, by=By.ITSELF)
    yield paired("tagging alone, with doubt and reasons", "the same scikit-learn pipeline, in batch", tagged, TAGGING)


def growth(ground: Ground) -> Iterator[Growth]:
    """Streams of mail, one on each core: the processor time by which so many were parsed and tagged in all."""
    sizes = ground.scale.sizes
    ground.say(f"parsing and tagging {max(sizes):,} mails …")
    tagger = Tagger(load(shipped_model_path()))
    _warm_up(tagger, [raw for raw, _ in mails(200, seed=5, with_files=False)])
    ends = [size // _STREAMS for size in sizes]
    seen = in_copies([partial(_stream, tagger, ends, number) for number in range(_STREAMS)])
    yield Growth("parse, text and tag", sizes, tuple(map(sum, zip(*seen, strict=True))))


def _stream(tagger: Tagger, ends: Sequence[int], number: int) -> list[float]:
    """Seconds until as many mails of one stream were read as each of the ``ends`` says."""
    coming = (raw for raw, _ in mails(max(ends), seed=11 + number, with_files=False))
    seen: list[float] = []
    took, done = 0.0, 0
    for end in ends:
        while done < end:
            batch = list(islice(coming, min(_CHUNK, end - done)))
            took += processor(partial(_read, tagger, batch))
            done += len(batch)
        seen.append(took)
    return seen


def _read(tagger: Tagger, raws: Sequence[bytes]) -> tuple[Verdict, ...]:
    return _tag(tagger, [_message(raw) for raw in raws])


def _tag(tagger: Tagger, messages: Sequence[Message]) -> tuple[Verdict, ...]:
    return tagger.verdicts(messages, [_NOBODY] * len(messages))


def _message(raw: bytes) -> Message:
    found = parse(raw, source="bench")
    assert isinstance(found, Message)
    return found


def _parsed_plainly(raws: Sequence[bytes]) -> None:
    for raw in raws:
        message_from_bytes(raw, policy=default)


def _made_usable(raws: Sequence[bytes]) -> None:
    for raw in raws:
        made = message_from_bytes(raw, policy=default)
        str(made["subject"])
        body = made.get_body()
        assert body is not None
        body.get_content()


def _warm_up(tagger: Tagger, raws: Sequence[bytes]) -> None:
    """First uses of tables and libraries on both sides."""
    _read(tagger, raws)
    _made_usable(raws)


def _parts(tagger: Tagger) -> Any:
    assert tagger.model is not None
    return tagger.model.languages


def plain_pipeline(scorer: LinearScorer) -> Pipeline:
    """The scikit-learn pipeline of the shipped model, fitted: features made of messages, columns, regression."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline

    columns = mail_columns([block.terms for block in scorer.texts])
    texts = dict(zip(("body", "subject"), scorer.texts, strict=True))
    weights = scorer.weights.astype(np.float64).T.copy()
    for name, made in columns.transformer_list:
        if name in texts:
            block = texts[name]
            made.idf_ = block.idf.astype(np.float64)
            weights[:, block.offset : block.offset + len(block.rows)] /= TEXT_SCALE
        else:
            names = sorted(scorer.facts, key=scorer.facts.__getitem__)
            listed = made.named_steps["columns"]
            listed.feature_names_, listed.vocabulary_ = names, {fact: at for at, fact in enumerate(names)}
    regression = LogisticRegression()
    regression.classes_ = np.array(scorer.labels)
    regression.coef_, regression.intercept_ = weights, scorer.intercept.astype(np.float64)
    regression.n_features_in_ = weights.shape[1]
    return Pipeline([("features", columns), ("regression", regression)])


def tagged_plainly(pipelines: dict[str, Pipeline], messages: Sequence[Message]) -> dict[int, Any]:
    """Probabilities by the plain pipelines, all mails of a language at once; by place in ``messages``."""
    by_language: dict[str, list[tuple[int, Features]]] = defaultdict(list)
    for place, message in enumerate(messages):
        features = features_of(message)
        by_language[features.language if features.language in pipelines else "en"].append((place, features))
    found: dict[int, Any] = {}
    for language, listed in by_language.items():
        shares = pipelines[language].predict_proba([features for _, features in listed])
        found |= zip((place for place, _ in listed), shares, strict=True)
    return found
