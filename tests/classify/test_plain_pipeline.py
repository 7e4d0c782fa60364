"""Tagging gives the probabilities of the plain scikit-learn pipeline, on a sample of the corpus and on odd texts."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from classify.corpus import message_of, read_corpus
from classify.features import features_of
from classify.model import LinearScorer, log_softmax, sentence_log_probabilities
from classify.modelfile import shipped_model_path
from classify.pipeline import TEXT_SCALE, mail_columns, sentence_columns
from classify.tagger import Context, Tagger
from store.records import Message

SAMPLE = [message_of(row) for row in read_corpus(shipped_model_path().parent / "corpus")[::40]]
ODD = (
    "",
    "\n\n",
    "?",
    "x" * 30_000,
    "We regret to tell you that another candidate was chosen. " * 400,
    "İ ſ ﬁ ½ Ⅳ ١٢٣ 𝔘nfortunately \u0000\u2028 e\u0301te\u0301",
    "Ihre Bewerbung; votre candidature; su solicitud, your application",
)


def matrix_of(scorer: LinearScorer, columns: Any, items: list[Any]) -> Any:
    """The matrix that the vectorizers of scikit-learn make, with the terms, idf and facts of ``scorer``."""
    blocks = iter(scorer.texts)
    for name, made in columns.transformer_list:
        if name == "facts":
            names = sorted(scorer.facts, key=scorer.facts.__getitem__)
            listed = made.named_steps["columns"]
            listed.feature_names_, listed.vocabulary_ = names, {fact: at for at, fact in enumerate(names)}
        else:
            made.idf_ = next(blocks).idf.astype(np.float64)
    return columns.transform(items)


def weights_of(scorer: LinearScorer) -> Any:
    """The weights as a regression holds them, with the scale of the text blocks in the columns again."""
    weights = scorer.weights.astype(np.float64)
    for block in scorer.texts:
        weights[block.offset : block.offset + len(block.rows)] /= TEXT_SCALE
    return weights


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    odd = [replace(SAMPLE[0], text=text, subject=text[:60], signature="", footer="", quoted="") for text in ODD]
    return [*SAMPLE, *odd]


def test_probabilities_are_those_of_the_pipeline(shipped_tagger: Tagger, messages: list[Message]) -> None:
    assert shipped_tagger.model is not None
    verdicts = shipped_tagger.verdicts(messages, [Context(frozenset())] * len(messages))
    every = [features_of(message) for message in messages]
    compared = 0
    for language, part in shipped_tagger.model.languages.items():
        places = [
            at
            for at, each in enumerate(every)
            if each.language == language and not verdicts[at].kind.startswith("auto")
        ]
        columns = mail_columns([block.terms for block in part.mail.texts])
        matrix = matrix_of(part.mail, columns, [every[at] for at in places])
        decided = matrix @ weights_of(part.mail) + part.mail.intercept
        expected = np.exp(log_softmax(log_softmax(np.asarray(decided)) / part.temperature))

        assert np.abs(expected - np.array([verdicts[at].probabilities for at in places])).max() < 1e-9
        compared += len(places)
    assert compared > 0.9 * len(messages)


def test_rows_and_values_are_those_of_the_vectorizers(shipped_tagger: Tagger, messages: list[Message]) -> None:
    assert shipped_tagger.model is not None
    for language, part in shipped_tagger.model.languages.items():
        seen = [each for each in map(features_of, messages) if each.language == language]
        columns = mail_columns([block.terms for block in part.mail.texts])
        matrix = matrix_of(part.mail, columns, seen).tocsr()
        scale = np.ones(matrix.shape[1])
        for block in part.mail.texts:
            scale[block.offset : block.offset + len(block.rows)] = TEXT_SCALE
        for row, features in enumerate(seen):
            item = part.weigh(features)
            values = np.zeros(matrix.shape[1])
            values[item.rows] = item.values

            assert np.abs(matrix[row].toarray()[0] - values * scale).max() < 1e-9


def test_sentences_are_scored_as_by_their_own_vectorizer(shipped_tagger: Tagger, messages: list[Message]) -> None:
    assert shipped_tagger.model is not None
    for language, part in shipped_tagger.model.languages.items():
        seen = [each for each in map(features_of, messages) if each.language == language]
        sentences = [sentence for each in seen for sentence in each.parts][:600]
        matrix = matrix_of(part.sentence, sentence_columns(part.sentence.texts[0].terms), sentences)
        expected = log_softmax(np.asarray(matrix @ weights_of(part.sentence) + part.sentence.intercept))

        assert np.abs(expected - sentence_log_probabilities(part.sentence, sentences)).max() < 1e-9


def test_nothing_is_scored_of_nothing(shipped_tagger: Tagger) -> None:
    assert shipped_tagger.verdicts((), ()) == ()
