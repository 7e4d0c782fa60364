"""What tagging is compared to is the very model that is shipped, as scikit-learn would run it."""

import numpy as np

from bench.mailmix import mails
from bench.reading import plain_pipeline, tagged_plainly
from classify.features import features_of
from classify.model import log_softmax
from classify.modelfile import load, shipped_model_path
from ingest.parse import parse
from store.records import Message


def test_the_plain_pipeline_gives_the_shipped_models_probabilities() -> None:
    model = load(shipped_model_path())
    pipelines = {language: plain_pipeline(part.mail) for language, part in model.languages.items()}
    parsed = [parse(raw, source="mix") for raw, _ in mails(80, with_files=False)]
    messages = [each for each in parsed if isinstance(each, Message)]
    actual = tagged_plainly(pipelines, messages)

    assert sorted(actual) == list(range(len(messages)))
    for place, message in enumerate(messages):
        features = features_of(message)
        part = model.languages.get(features.language) or model.languages["en"]
        expected = np.exp(log_softmax(part.mail.scores(part.weigh(features))))

        assert np.abs(actual[place] - expected).max() < 1e-9
