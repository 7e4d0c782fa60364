"""The tagger: form first, then the model (or the rules where there is none), then doubt and reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from classify import explanation, forms, kinds
from classify.calibration import thresholds
from classify.features import Features, features_of
from classify.model import LanguageModel, TaggerModel, Vector, log_softmax
from classify.modelfile import load
from classify.rules import rule_tag
from store.records import Message, Verdict
from store.vocabulary import MESSAGE_TAGS, Tag

_CERTAIN = 0.994
"""Probability of a tag that the form alone gives; the rest is shared by the others."""
_RULE_FITS, _NO_RULE_FITS = 0.7, 0.5
_DEFAULT_FLOOR = 0.6
_KNOWN_APPLICATION, _NO_APPLICATION = -1.5, 1.0
"""Log-odds for outreach against the rest where an application with that company is open, or surely is not: a call
proposed without an application is outreach (``domain.md`` §3.4)."""
_OPEN_APPLICATION = "An application with this employer was open, which speaks against outreach."
RULES_ONLY = "rules"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a message: the person's own addresses, whether it answers a mail of theirs, and whether an
    application with this company is open (None: not known)."""

    own_addresses: frozenset[str]
    is_answer_to_own: bool = False
    has_open_application: bool | None = None


@dataclass(frozen=True, slots=True)
class Tagger:
    """Tags messages. ``model`` is None where no model file could be loaded: then ``without_model`` says why.

    ``unsure_below`` is the person's own threshold for every tag, in place of those the model brings.
    """

    model: TaggerModel | None
    without_model: str = ""
    unsure_below: float | None = None

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """A tagger on the model in ``path``. Raises ``ModelFileError``."""
        return cls(load(path))

    @classmethod
    def from_rules(cls, why: str = "") -> Self:
        """A tagger on the cue rules alone; ``why`` is one sentence on why there is no model."""
        return cls(None, why or "No model is loaded: tagged by simple rules.")

    @property
    def version(self) -> str:
        """The model's name, or "rules"."""
        return self.model.version if self.model else RULES_ONLY

    def verdict(self, message: Message, context: Context) -> Verdict:
        """What ``message`` says, how surely, and why."""
        finding = forms.finding_of(message, context.own_addresses)
        if finding is not None:
            return self._by_form(finding)
        features = features_of(message, is_answer_to_own=context.is_answer_to_own)
        part = self.model.languages.get(features.language) if self.model else None
        return self._by_model(part, features, context) if part else self._by_rules(features)

    def verdicts(self, messages: Sequence[Message], contexts: Sequence[Context]) -> tuple[Verdict, ...]:
        """A verdict for each message, in order."""
        return tuple(self.verdict(message, context) for message, context in zip(messages, contexts, strict=True))

    def _by_form(self, finding: forms.Finding) -> Verdict:
        return Verdict(
            tag=finding.tag,
            probabilities=_spread(finding.tag, _CERTAIN),
            unsure=False,
            reasons=(finding.reason,),
            model=self.version,
            kind=finding.kind,
        )

    def _by_model(self, part: LanguageModel, features: Features, context: Context) -> Verdict:
        item = part.weigh(features)
        odds = part.log_odds_of(item) + _context_odds(context)
        probabilities = np.exp(log_softmax(odds))
        tag = MESSAGE_TAGS[int(probabilities.argmax())]
        needed = self._needed(tag)
        reasons, deciding = explanation.reasons_of(part, features, item, probabilities, needed)
        knows = bool(context.has_open_application) and not context.is_answer_to_own
        return Verdict(
            tag=tag,
            probabilities=tuple(float(each) for each in probabilities),
            unsure=float(probabilities.max()) < needed,
            reasons=(*reasons, *((_OPEN_APPLICATION,) if knows else ())),
            model=self.version,
            kind=kinds.kind_of(tag, features),
            language=features.language or "en",
            deciding=deciding,
            knows_application=knows,
        )

    def _by_rules(self, features: Features) -> Verdict:
        """Where no model serves this language, its cues alone; "other" is then only the lack of any."""
        tag = rule_tag(features.hits, features.subject_hits)
        sure = _RULE_FITS if tag is not Tag.OTHER else _NO_RULE_FITS
        why = self.without_model or f"The model does not know this language ({features.language or 'unknown'})."
        places = [hit.sentence for hit in features.hits if not hit.hedged]
        deciding = features.sentences[places[0]].text if places and tag is not Tag.OTHER else ""
        return Verdict(
            tag=tag,
            probabilities=_spread(tag, sure),
            unsure=sure < self._needed(tag),
            reasons=(why, *((f"It says: {explanation.quoted(deciding)}",) if deciding else ())),
            model=self.version if self.model is None else f"{self.version}+{RULES_ONLY}",
            kind=kinds.kind_of(tag, features),
            language=features.language or "en",
            deciding=deciding,
        )

    def _needed(self, tag: Tag) -> float:
        if self.unsure_below is not None:
            return self.unsure_below
        return (self.model.thresholds if self.model else thresholds(_DEFAULT_FLOOR))[tag]


def turns_on_application(verdict: Verdict) -> bool:
    """Whether an open application may change what a mail was found to say when read by itself.

    It makes outreach less likely and all other tags likelier alike, so that one of those, once certain, stays.
    """
    return verdict.tag is Tag.OUTREACH or verdict.unsure


def _spread(tag: Tag, sure: float) -> tuple[float, ...]:
    rest = (1.0 - sure) / (len(MESSAGE_TAGS) - 1)
    return tuple(sure if each is tag else rest for each in MESSAGE_TAGS)


def _context_odds(context: Context) -> Vector:
    """What the store knows, as log-odds for outreach."""
    odds = np.zeros(len(MESSAGE_TAGS))
    if context.has_open_application is not None and not context.is_answer_to_own:
        shift = _KNOWN_APPLICATION if context.has_open_application else _NO_APPLICATION
        odds[MESSAGE_TAGS.index(Tag.OUTREACH)] = shift
    return odds
