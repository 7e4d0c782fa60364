"""How a reply reads: every case of a kind in every wording, on invented situations."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from respond.compose import compose
from respond.examples import examples
from respond.kindwords import LANGUAGE_WORDS
from respond.ownwordings import OwnWordings
from respond.situation import Composed
from respond.wordings import wordings_of
from store.errors import UserError
from store.vocabulary import DraftKind


@dataclass(frozen=True, slots=True)
class Preview:
    """One reply as it would be written."""

    stage: str
    case: str
    wording: str
    subject: str
    body: str


def previews(kind: DraftKind, language: str, *, informal: bool, own: OwnWordings) -> tuple[Preview, ...]:
    """Every case in every wording; the person's own where they have some.

    Raises:
        UserError: heardback does not write this language.
    """
    if language not in LANGUAGE_WORDS:
        raise UserError(f"heardback writes no language {language!r}: choose {', '.join(LANGUAGE_WORDS)}.")
    return tuple(_all(kind, language, informal=informal, own=own))


def _all(kind: DraftKind, language: str, *, informal: bool, own: OwnWordings) -> Iterator[Preview]:
    wordings = own.of(language, kind) or wordings_of(language, kind)
    for example in examples(language, informal=informal, own=own):
        if example.kind is not kind:
            continue
        for wording in wordings:
            others = frozenset(wordings) - {wording}
            composed = compose(replace(example.situation, used_wordings=others))
            if isinstance(composed, Composed):
                yield Preview(example.stage, example.case, composed.wording, composed.subject, composed.body)
