"""Cue families found in a mail: what is said, how often, where first, and whether plainly or only as a hedge."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from classify.cuetables.jobwords import JOB_TERMS, JOB_WORDS
from classify.sentences import Sentence

LANGUAGES = ("en", "de", "fr", "es")


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of a family with the anchors of which at least one must be in the text for it to match."""

    family: str
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: its family, in which sentence, the matched words, and whether they are hypothetical."""

    family: str
    sentence: int
    words: str
    hedged: bool


@cache
def cue_table(language: str) -> tuple[Cue, ...]:
    """The compiled cues of ``language``, in the order of its table; empty for a language that has none."""
    if language not in LANGUAGES:
        return ()
    table: dict[str, tuple[tuple[str, str], ...]] = import_module(f"classify.cuetables.{language}").TABLE
    return tuple(
        Cue(family, tuple(anchors.split("|")), re.compile(pattern))
        for family, cues in table.items()
        for anchors, pattern in cues
    )


@cache
def _by_anchor(language: str) -> Mapping[str, tuple[int, ...]]:
    """Each anchor with the places of the cues that it may announce."""
    places: dict[str, list[int]] = {}
    for place, cue in enumerate(cue_table(language)):
        for anchor in cue.anchors:
            places.setdefault(anchor, []).append(place)
    return {anchor: tuple(each) for anchor, each in places.items()}


@cache
def job_words(language: str) -> re.Pattern[str]:
    """The words of ``language`` that tell that a claim beside them is about a job."""
    return re.compile(JOB_WORDS.get(language, JOB_WORDS["en"]))


@cache
def job_terms(language: str) -> re.Pattern[str]:
    """The words of ``language`` that belong to applying and hiring alone."""
    return re.compile(JOB_TERMS.get(language, JOB_TERMS["en"]))


def find_cues(sentences: Sequence[Sentence], language: str) -> tuple[Hit, ...]:
    """Every cue of ``language`` in ``sentences``, ordered by family; a family counts once per sentence and kind."""
    whole = "\n".join(sentence.folded for sentence in sentences)
    where: dict[int, set[int]] = {}
    for anchor, cues in _by_anchor(language).items():
        if anchor in whole:
            numbers = [number for number, sentence in enumerate(sentences) if anchor in sentence.folded]
            for place in cues:
                where.setdefault(place, set()).update(numbers)
    table = cue_table(language)
    hits: dict[tuple[str, int, bool], Hit] = {}
    for place in sorted(where):
        for number in sorted(where[place]):
            for hit in _hits(table[place], number, sentences[number]):
                hits.setdefault((hit.family, number, hit.hedged), hit)
    return tuple(hits.values())


def _hits(cue: Cue, number: int, sentence: Sentence) -> Iterator[Hit]:
    """The matches of one cue in one sentence."""
    for match in cue.pattern.finditer(sentence.folded):
        yield Hit(cue.family, number, match.group().strip(), sentence.is_hedged(match.start()))
