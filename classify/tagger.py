"""The tagger: form first, then the model (or the rules where there is none), then doubt and reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Self

import numpy as np

from classify import explanation, forms, kinds
from classify.calibration import thresholds
from classify.features import Features, features_of
from classify.model import LanguageModel, TaggerModel, log_softmax
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
_TOGETHER = 64
"""Mails that are weighed at once; more need more memory and save nothing."""


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
        return self.verdicts((message,), (context,))[0]

    def verdicts(self, messages: Sequence[Message], contexts: Sequence[Context]) -> tuple[Verdict, ...]:
        """A verdict for each message, in order; the same as of each alone."""
        each = list(zip(messages, contexts, strict=True))
        found = (self._together(each[at : at + _TOGETHER]) for at in range(0, len(each), _TOGETHER))
        return tuple(chain.from_iterable(found))

    def _together(self, mails: Sequence[tuple[Message, Context]]) -> list[Verdict]:
        """What numpy reckons for many mails of a language at once costs little more than for one."""
        verdicts: dict[int, Verdict] = {}
        by_language: dict[str, list[tuple[int, Features, Context]]] = {}
        for place, (message, context) in enumerate(mails):
            if (finding := forms.finding_of(message, context.own_addresses)) is not None:
                verdicts[place] = self._by_form(finding)
                continue
            features = features_of(message, is_answer_to_own=context.is_answer_to_own)
            if self.model is not None and self.model.knows(features.language):
                by_language.setdefault(features.language, []).append((place, features, context))
            else:
                verdicts[place] = self._by_rules(features)
        for language, listed in by_language.items():
            places, seen, contexts = zip(*listed, strict=True)
            assert self.model is not None
            verdicts |= zip(places, self._by_model(self.model.languages[language], seen, contexts), strict=True)
        return [verdicts[place] for place in range(len(mails))]

    def _by_form(self, finding: forms.Finding) -> Verdict:
        return Verdict(
            tag=finding.tag,
            probabilities=_spread(finding.tag, _CERTAIN),
            unsure=False,
            reasons=(finding.reason,),
            model=self.version,
            kind=finding.kind,
        )

    def _by_model(
        self, part: LanguageModel, mails: Sequence[Features], contexts: Sequence[Context]
    ) -> Iterator[Verdict]:
        items = part.weigh_all(mails)
        odds = part.log_odds_of(items)
        odds[:, MESSAGE_TAGS.index(Tag.OUTREACH)] += [odds_of_outreach(context) for context in contexts]
        probabilities = np.exp(log_softmax(odds))
        every = explanation.reasons_of(
            part, mails, items, probabilities, {tag: self._needed(tag) for tag in MESSAGE_TAGS}
        )
        for features, context, shares, reasons in zip(mails, contexts, probabilities.tolist(), every, strict=True):
            sure = max(shares)
            tag = MESSAGE_TAGS[shares.index(sure)]
            knows = bool(context.has_open_application) and not context.is_answer_to_own
            yield Verdict(
                tag=tag,
                probabilities=tuple(shares),
                unsure=sure < self._needed(tag),
                reasons=(*reasons.told, *((_OPEN_APPLICATION,) if knows else ())),
                model=self.version,
                kind=kinds.kind_of(tag, features),
                language=features.language or "en",
                deciding=reasons.deciding,
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


def odds_of_outreach(context: Context) -> float:
    """What the store knows, as log-odds for outreach."""
    if context.has_open_application is None or context.is_answer_to_own:
        return 0.0
    return _KNOWN_APPLICATION if context.has_open_application else _NO_APPLICATION
