"""The model as plain arrays scores like the scikit-learn pipeline it was taken from."""

import numpy as np
import pytest

from classify.corpus import Row
from classify.fitting import TAGS, see
from classify.model import LanguageModel
from classify.pipeline import joined, learnt, rounded, scorer_of
from classify.training import train
from classify.views import examples_of


def test_scores_equal_those_of_the_pipeline(few_rows: tuple[Row, ...]) -> None:
    seen = see(examples_of(few_rows, seed=1))
    places = range(len(seen.rows))
    pipeline = joined(seen.columns, learnt(seen.matrix, seen.labels(places), seen.weights(places), strength=1.0))
    scorer = scorer_of(rounded(pipeline), TAGS)
    views = [example.views[view] for example, view in seen.rows]
    order = [list(pipeline.classes_).index(tag) for tag in TAGS]

    expected = pipeline.decision_function(views)[:, order]
    actual = np.stack([scorer.scores(LanguageModel(scorer, scorer, 1.0).weigh(view)) for view in views])

    assert np.abs(expected - actual).max() < 1e-9


def test_the_same_rows_and_seed_give_the_same_model(few_rows: tuple[Row, ...]) -> None:
    first, second = train(few_rows, seed=3), train(few_rows, seed=3)
    views = [example.views[0] for example in examples_of(few_rows, seed=3)]

    assert first.version == second.version
    assert first.thresholds == second.thresholds
    for view in views:
        assert first.probabilities(view) == pytest.approx(second.probabilities(view), abs=0)


def test_probabilities_sum_to_one_without_subject_or_sender(few_rows: tuple[Row, ...]) -> None:
    model = train(few_rows, seed=3)

    for example in examples_of(few_rows, seed=3):
        assert model.probabilities(example.views[-1]).sum() == pytest.approx(1.0)
