"""Cue families found in a mail: what is said, how often, where first, and whether plainly or only as a hedge."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from itertools import chain

from classify.cuetables.jobwords import JOB_ANCHORS, JOB_TERMS, JOB_WORDS
from classify.sentences import Sentence

LANGUAGES = ("en", "de", "fr", "es")
_START = 3
_REMEMBERED = 16_384
"""Words of a language of which it is remembered what they announce: more than a month of one person's mail has."""
_Announced = tuple[tuple[int, ...], tuple[tuple[str, tuple[int, ...]], ...]]
"""Places of cues, and longer anchors that are to be looked for, each with the places of its cues."""


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


@dataclass(frozen=True, slots=True)
class _Anchors:
    """The anchors of a language, each by the one word of it that is looked for.

    ``starts`` holds these words by their first three letters, ``short`` those that have fewer; ``words`` and
    ``phrases`` hold what a word stands for: itself, with the places of its cues, and anchors of several words.
    """

    starts: Mapping[str, tuple[str, ...]] = field(hash=False)
    short: tuple[str, ...]
    words: Mapping[str, tuple[int, ...]] = field(hash=False)
    phrases: Mapping[str, tuple[tuple[str, tuple[int, ...]], ...]] = field(hash=False)


@cache
def _anchors(language: str) -> _Anchors:
    places: dict[str, list[int]] = {}
    for place, cue in enumerate(cue_table(language)):
        for anchor in cue.anchors:
            places.setdefault(anchor, []).append(place)
    words: dict[str, tuple[int, ...]] = {}
    phrases: dict[str, tuple[tuple[str, tuple[int, ...]], ...]] = {}
    for anchor, cues in places.items():
        if " " in anchor:
            longest = max(anchor.split(), key=len)
            phrases[longest] = (*phrases.get(longest, ()), (anchor, tuple(cues)))
        else:
            words[anchor] = tuple(cues)
    looked_for = sorted({*words, *phrases})
    starts: dict[str, tuple[str, ...]] = {}
    for word in looked_for:
        if len(word) >= _START:
            starts[word[:_START]] = (*starts.get(word[:_START], ()), word)
    return _Anchors(starts, tuple(word for word in looked_for if len(word) < _START), words, phrases)


class _Announcing(dict[str, _Announced | None]):
    """What a word of a text, which has no blank, announces by the anchors in it; None for most words.

    It is found out when the word is first met.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._anchors = _anchors(language)

    def __missing__(self, word: str) -> _Announced | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        announced = self[word] = self._of(word)
        return announced

    def _of(self, word: str) -> _Announced | None:
        anchors = self._anchors
        found = [anchor for anchor in anchors.short if anchor in word]
        for at in range(len(word) - _START + 1):
            for anchor in anchors.starts.get(word[at : at + _START], ()):
                if word.startswith(anchor, at):
                    found.append(anchor)
        if not found:
            return None
        cues = tuple({place for anchor in found for place in anchors.words.get(anchor, ())})
        return cues, tuple(chain.from_iterable(anchors.phrases.get(anchor, ()) for anchor in found))


_announcing = cache(_Announcing)
"""By language."""


@cache
def job_words(language: str) -> re.Pattern[str]:
    """The words of ``language`` that tell that a claim beside them is about a job."""
    return re.compile(JOB_WORDS.get(language, JOB_WORDS["en"]))


@cache
def job_terms(language: str) -> re.Pattern[str]:
    """The words of ``language`` that belong to applying and hiring alone."""
    return re.compile(JOB_TERMS.get(language, JOB_TERMS["en"]))


def may_hold_job_terms(folded: str, language: str) -> bool:
    """Whether a match of ``job_terms`` can be in the folded text at all."""
    return any(map(folded.__contains__, JOB_ANCHORS.get(language, JOB_ANCHORS["en"])))


def find_cues(sentences: Sequence[Sentence], language: str) -> tuple[Hit, ...]:
    """Every cue of ``language`` in ``sentences``, ordered by family; a family counts once per sentence and kind."""
    announcing = _announcing(language)
    announced = [
        (place, number) for number, sentence in enumerate(sentences) for place in _places(sentence.folded, announcing)
    ]
    table = cue_table(language)
    hits: dict[tuple[str, int, bool], Hit] = {}
    for place, number in sorted(announced):
        cue, sentence = table[place], sentences[number]
        for match in cue.pattern.finditer(sentence.folded):
            hedged = sentence.is_hedged(match.start())
            key = cue.family, number, hedged
            if key not in hits:
                hits[key] = Hit(cue.family, number, match.group().strip(), hedged)
    return tuple(hits.values())


def _places(folded: str, announcing: _Announcing) -> set[int]:
    """The places of the cues of which an anchor is in the words of a sentence.

    An anchor without a blank that is in the sentence is in one of its words; of a longer one, each word of it is.
    """
    found: set[int] = set()
    for cues, phrases in filter(None, map(announcing.__getitem__, folded.split(" "))):
        found.update(cues)
        for phrase, more in phrases:
            if phrase in folded:
                found.update(more)
    return found
