"""Fixtures of the tagger's tests: a written mail as a message, the shipped tagger, a small corpus."""

from collections.abc import Callable
from pathlib import Path

import pytest

from classify.corpus import Row, message_of, read_corpus
from classify.modelfile import shipped_model_path
from classify.tagger import Context, Tagger
from store.records import Message, Verdict
from store.vocabulary import MESSAGE_TAGS, Tag

WriteMail = Callable[..., Message]
CORPUS = Path(__file__).parents[2] / "models" / "corpus"


@pytest.fixture(scope="session")
def write_mail() -> WriteMail:
    """Makes the message that a written mail would arrive as; headers by their names, ``Calendar-Method`` for a part."""

    def write(body: str, *, subject: str = "", sender: str = "", headers: dict[str, str] | None = None) -> Message:
        lowered = {name.lower(): value for name, value in (headers or {}).items()}
        return message_of(Row("test", Tag.OTHER, subject, sender, body, headers=lowered))

    return write


@pytest.fixture(scope="session")
def shipped_tagger() -> Tagger:
    """The tagger on the committed model."""
    return Tagger.from_file(shipped_model_path())


@pytest.fixture(scope="session")
def tag_mail(shipped_tagger: Tagger, write_mail: WriteMail) -> Callable[..., Verdict]:
    """Tags a written mail with the committed model."""

    def tag(body: str, *, own: frozenset[str] = frozenset(), **rest: object) -> Verdict:
        return shipped_tagger.verdict(write_mail(body, **rest), Context(own))

    return tag


@pytest.fixture(scope="session")
def few_rows() -> tuple[Row, ...]:
    """Thirty English mails of each tag from the written corpus, for fits that take a second."""
    rows = [row for row in read_corpus(CORPUS) if row.language == "en"]
    return tuple(row for tag in MESSAGE_TAGS for row in [each for each in rows if each.tag is tag][::5][:30])
