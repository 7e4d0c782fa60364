"""What the model sees of a message: words of body and subject apart, cue families, and the form it came in.

By ``tagger.md``: digits, addresses and links are masked; hypothetical sentences keep their words but leave the cue
counts (their cues are counted apart); n-grams never reach over the border of a sentence.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice, pairwise

from classify.cues import Hit, find_cues
from classify.evidence import JOB_TERMS_FACT, MOST_TERMS, RULE_FACT
from classify.form_features import form_facts
from classify.joint_facts import joint_facts
from classify.language import language_of
from classify.nearness import near_jobs, terms_of
from classify.rules import rule_tag
from classify.sentences import Sentence, sentences
from store.records import Message

_MASKS = re.compile(
    r"(?P<link>(?:https?://|www\.)\S+|\b[\w-]{2,}\.(?:com|org|net|io|example|co|de|fr|es|eu|uk)(?:/\S*)?\b)"
    r"|(?P<mail>[\w.+-]{1,64}@[\w.-]{1,80})|(?P<name>\[[^\]\n]{1,30}\]|<[^>\n]{1,30}>|\{\{?[^}\n]{1,30}\}\}?)"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_REPLY_MARK = re.compile(r"^(?:\s*(?:re|aw|fw|fwd|wg|tr|rv|rif|antw)\s*:\s*)+", re.IGNORECASE)
_LONGEST_TEXT = 12_000
"""Characters of a mail that are read; what decides stands before that."""
_FEW_WORDS = 4
PIECE = "~"
"""Begins the name of a piece of a word, so that it is never shown to people as a word."""
_PIECE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """One sentence as the sentence scorer sees it: its words, their language, its facts (cues, hedge, question)."""

    words: tuple[str, ...]
    language: str
    facts: Mapping[str, float] = field(hash=False)

    @property
    def grams(self) -> tuple[str, ...]:
        """The n-grams of the words."""
        return grams(self.words, self.language)


@dataclass(frozen=True, slots=True)
class Features:
    """One message as the model sees it, with the sentences and cues its reasons are told from."""

    language: str
    sentences: tuple[Sentence, ...]
    hits: tuple[Hit, ...]
    subject_hits: tuple[Hit, ...]
    headline: tuple[tuple[str, ...], ...]
    """The words of each sentence of the subject."""
    parts: tuple[SentenceFeatures, ...]
    facts: Mapping[str, float] = field(hash=False)

    @property
    def body_grams(self) -> list[str]:
        """The n-grams of all sentences."""
        return [gram for part in self.parts for gram in part.grams]

    @property
    def subject_grams(self) -> tuple[str, ...]:
        """The n-grams of the subject."""
        return tuple(gram for words in self.headline for gram in grams(words, self.language))


def features_of(message: Message, *, is_answer_to_own: bool = False, language: str = "") -> Features:
    """The features of ``message``; the language is found unless it is given.

    A mail without a body is read by its subject, one without a subject by its body alone: nothing here needs a header.
    """
    subject = _REPLY_MARK.sub("", message.subject).strip()
    text = newest_words(message)
    language = language or language_of(text if len(text) > 40 else f"{subject}\n{text}")
    found = sentences(text, language)
    headline = sentences(subject, language)
    terms, headline_terms = terms_of(found, language), terms_of(headline, language)
    hits, far = near_jobs(find_cues(found, language), terms)
    subject_hits = find_cues(headline, language)
    if not any(headline_terms) and not any(terms):
        subject_hits = near_jobs(subject_hits, headline_terms)[0]
    facts = far | _cue_facts(hits, subject_hits, len(found))
    facts |= form_facts(message, found, is_answer=is_answer_to_own)
    facts[f"{JOB_TERMS_FACT}{min(MOST_TERMS, len(frozenset().union(*terms, *headline_terms)))}"] = 1.0
    facts |= joint_facts(hits, found, language)
    facts[f"{RULE_FACT}{rule_tag(hits, subject_hits).value}"] = 1.0
    return Features(
        language=language,
        sentences=found,
        hits=hits,
        subject_hits=subject_hits,
        headline=tuple(tuple(tokens(part.folded)) for part in headline),
        parts=_parts(found, hits, language),
        facts=facts,
    )


def newest_words(message: Message) -> str:
    """The text that is judged: what was written newly, or, where almost nothing is left of it, what else there is."""
    text = message.text[:_LONGEST_TEXT]
    if _has_words(text):
        return text
    extra = [event.summary for event in message.calendar] + [message.footer, message.signature, message.quoted]
    more = "\n\n".join([text, *(piece for piece in extra if piece)]).strip()
    return more[:_LONGEST_TEXT] if _has_words(more) else f"{message.subject}\n\n{more}".strip()


def grams(words: Sequence[str], language: str) -> tuple[str, ...]:
    """Words, pairs and triples of words, and pieces of them.

    English has few endings and compounds: without pieces its model does as well on unseen writers and better on
    ordinary mail, the others lose .02 to .03 of macro-F1.
    """
    found = [
        *words,
        *map(" ".join, pairwise(words)),
        *map(" ".join, zip(words, words[1:], words[2:], strict=False)),
    ]
    if has_pieces(language):
        found.extend(chain.from_iterable(map(pieces, words)))
    return tuple(found)


def has_pieces(language: str) -> bool:
    """Whether the n-grams of ``language`` have the pieces of its words among them."""
    return language != "en"


@lru_cache(maxsize=4_096)
def pieces(word: str) -> tuple[str, ...]:
    """The runs of five signs in a word with its borders: endings and compounds then share what they have in common."""
    framed = f" {word} "
    return tuple({f"{PIECE}{framed[at : at + _PIECE_LENGTH]}": None for at in range(len(word) - 2)})


def tokens(sentence: str) -> list[str]:
    """The words of a folded sentence; numbers become ``0``, links ``xlink``, addresses ``xmail``, blanks ``xname``."""
    if _may_be_masked(sentence):
        sentence = _MASKS.sub(lambda match: f" x{match.lastgroup} ", sentence)
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(sentence)]


def _may_be_masked(sentence: str) -> bool:
    """Whether a sign is there without which no mask fits: a bracket, ``@``, or a dot behind which a link or a domain
    goes on; one before a blank or at the end is a full stop."""
    if "@" in sentence or "[" in sentence or "<" in sentence or "{" in sentence:
        return True
    dots = sentence.count(".")
    return dots > 0 and ("://" in sentence or dots > sentence.count(". ") + sentence.endswith("."))


def _has_words(text: str) -> bool:
    """Whether the text begins with more than a word or two."""
    found = _WORD.finditer(text[:400])
    return sum(1 for _ in islice(found, _FEW_WORDS)) == _FEW_WORDS


def _parts(found: Sequence[Sentence], hits: Iterable[Hit], language: str) -> tuple[SentenceFeatures, ...]:
    facts: list[dict[str, float]] = [{} for _ in found]
    for hit in hits:
        facts[hit.sentence][f"{'hedged' if hit.hedged else 'cue'}:{hit.family}"] = 1.0
    for sentence, named in zip(found, facts, strict=True):
        if sentence.is_conditional:
            named["conditional"] = 1.0
        if sentence.text.endswith("?"):
            named["question"] = 1.0
    return tuple(
        SentenceFeatures(tuple(tokens(sentence.folded)), language, named)
        for sentence, named in zip(found, facts, strict=True)
    )


def _cue_facts(hits: Sequence[Hit], subject_hits: Sequence[Hit], length: int) -> dict[str, float]:
    """Presence, count and place of the plain cues, presence of the hedged ones, presence in the subject."""
    facts: dict[str, float] = {f"subject:{hit.family}": 1.0 for hit in subject_hits}
    plain: dict[str, list[int]] = {}
    for hit in hits:
        if hit.hedged:
            facts[f"hedged:{hit.family}"] = 1.0
        else:
            plain.setdefault(hit.family, []).append(hit.sentence)
    for family, places in plain.items():
        facts[f"cue:{family}"] = 1.0
        facts[f"count:{family}"] = math.log2(1 + len(places)) / 2
        facts[f"early:{family}"] = 1.0 - min(places) / length
    return facts
