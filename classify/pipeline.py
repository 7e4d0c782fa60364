"""The scikit-learn pipelines behind the model, and their translation into plain arrays.

scikit-learn is imported inside the functions: tagging mail never needs it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from classify.features import Features, SentenceFeatures
from classify.model import LinearScorer, TextBlock

if TYPE_CHECKING:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import FeatureUnion, Pipeline

TEXT_SCALE = 8.0
"""How much longer the n-gram blocks are than the facts': a block has length one however long the mail, so without this
the regularisation holds its words down and lets the facts decide alone. Chosen on writers held out whole. A power of
two, so that folding it in is exact."""
_UNMET = 3.0
_DIGITS = 3
"""Decimals kept of every weight: more than the scores need, few enough that all machines agree on the file."""


def body_grams(item: Features) -> list[str]:
    """Analyzer of the body block."""
    return item.body_grams


def subject_grams(item: Features) -> Sequence[str]:
    """Analyzer of the subject block."""
    return item.subject_grams


def sentence_grams(item: SentenceFeatures) -> Sequence[str]:
    """Analyzer of the sentence block."""
    return item.grams


def facts_of(items: Iterable[Features | SentenceFeatures]) -> list[dict[str, float]]:
    """The facts of each item, for the fact block."""
    return [dict(item.facts) for item in items]


def mail_columns(vocabularies: Sequence[Sequence[str]]) -> FeatureUnion:
    """Whole mails as columns: n-grams of body and subject apart, and facts."""
    return _columns((("body", body_grams), ("subject", subject_grams)), vocabularies)


def sentence_columns(vocabulary: Sequence[str]) -> FeatureUnion:
    """Single sentences as columns: n-grams and facts."""
    return _columns((("words", sentence_grams),), (vocabulary,))


def _columns(
    blocks: Sequence[tuple[str, Callable[[Any], Sequence[str]]]], vocabularies: Sequence[Sequence[str]]
) -> FeatureUnion:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import FeatureUnion, Pipeline
    from sklearn.preprocessing import FunctionTransformer

    texts: list[tuple[str, Any]] = [
        (name, TfidfVectorizer(analyzer=analyzer, vocabulary=list(vocabulary), sublinear_tf=True))
        for (name, analyzer), vocabulary in zip(blocks, vocabularies, strict=True)
    ]
    facts = Pipeline([("listed", FunctionTransformer(facts_of)), ("columns", DictVectorizer())])
    return FeatureUnion([*texts, ("facts", facts)], transformer_weights={name: TEXT_SCALE for name, _ in texts})


def learnt(matrix: Any, labels: Sequence[str], weights: NDArray[np.float64], *, strength: float) -> LogisticRegression:
    """A multinomial logistic regression on ``matrix``; ``strength`` is the inverse of the regularisation.

    On one thread: small products split over threads take ten times as long, and one order of sums gives one result.
    """
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # it ships no types

    regression = LogisticRegression(C=strength, max_iter=400, tol=1e-3)
    with threadpool_limits(1):
        regression.fit(matrix, list(labels), sample_weight=weights)
    return regression


def decisions(regression: LogisticRegression, matrix: Any, labels: Sequence[str]) -> NDArray[np.float64]:
    """Scores (rows × ``labels``); a label it never met gets the least that any other does, and three less."""
    scores = regression.decision_function(matrix)
    known = {str(label): column for column, label in enumerate(regression.classes_)}
    floor = scores.min(axis=1) - _UNMET
    found: NDArray[np.float64] = np.column_stack(
        [scores[:, known[label]] if label in known else floor for label in labels]
    )
    return found


def joined(columns: FeatureUnion, regression: LogisticRegression) -> Pipeline:
    """Fitted columns and regression as the one pipeline they are."""
    from sklearn.pipeline import Pipeline

    return Pipeline([("features", columns), ("regression", regression)])


def vocabulary_of(
    documents: Iterable[tuple[str, Iterable[str]]], *, least_documents: int, largest: int
) -> tuple[str, ...]:
    """Terms in at least ``least_documents`` documents of at least two voices, the ``largest`` commonest, sorted.

    ``documents`` are (voice, terms); a term of one voice only is a mannerism, not the language.
    """
    counts: Counter[str] = Counter()
    said: dict[str, set[str]] = {}
    for voice, terms in documents:
        unique = set(terms)
        counts.update(unique)
        said.setdefault(voice, set()).update(unique)
    voices: Counter[str] = Counter()
    for terms_of_voice in said.values():
        voices.update(terms_of_voice)
    kept = [term for term, count in voices.items() if count > 1 and counts[term] >= least_documents]
    kept.sort(key=lambda term: (-counts[term], term))
    return tuple(sorted(kept[:largest]))


def rounded(pipeline: Pipeline) -> Pipeline:
    """The same pipeline with its figures rounded to what the file keeps, so that both give the same scores."""
    union = pipeline.named_steps["features"]
    for name, block in union.transformer_list:
        if name != "facts":
            block.idf_ = _short(block.idf_).astype(np.float64)
    regression = pipeline.named_steps["regression"]
    regression.coef_ = _short(regression.coef_).astype(np.float64)
    regression.intercept_ = _short(regression.intercept_).astype(np.float64)
    return pipeline


def scorer_of(pipeline: Pipeline, labels: Sequence[str]) -> LinearScorer:
    """The fitted, rounded pipeline as plain arrays, its labels brought into the order of ``labels``."""
    union = pipeline.named_steps["features"]
    regression = pipeline.named_steps["regression"]
    texts: list[TextBlock] = []
    facts: dict[str, int] = {}
    offset = 0
    for name, block in union.transformer_list:
        if name == "facts":
            names = block.named_steps["columns"].feature_names_
            facts = {fact: offset + column for column, fact in enumerate(names)}
            offset += len(names)
        else:
            rows = {term: offset + int(column) for term, column in sorted(block.vocabulary_.items(), key=itemgetter(1))}
            texts.append(TextBlock(rows, block.idf_.astype(np.float32), offset, tuple(rows)))
            offset += len(rows)
    order = [list(regression.classes_).index(label) for label in labels]
    weights = np.ascontiguousarray(regression.coef_[order].T, dtype=np.float32)
    for block in texts:
        weights[block.offset : block.offset + len(block.rows)] *= np.float32(TEXT_SCALE)
    return LinearScorer(
        labels=tuple(labels),
        texts=tuple(texts),
        facts=facts,
        weights=weights,
        intercept=regression.intercept_[order].astype(np.float32),
    )


def _short(values: NDArray[np.float64]) -> NDArray[np.float32]:
    return np.round(values, _DIGITS).astype(np.float32)
