"""The reason a rejection gives (``domain.md`` §5.3): only what is written counts, and most give none."""

import re
from functools import cache

from classify.reasontables import de, en, es, fr
from classify.reasontables.words import ANOTHER, PAPER, ROLE
from classify.sentences import sentences
from store.vocabulary import RejectionReason

_LONGEST_TEXT = 12_000
_RULES = {"en": en.RULES, "de": de.RULES, "fr": fr.RULES, "es": es.RULES}
_SHARED = {"ROLE": ROLE, "ANOTHER": ANOTHER, "PAPER": PAPER}
_SHARED_WORD = re.compile("|".join(_SHARED))


def rejection_reason(text: str, language: str) -> RejectionReason:
    """The reason that ``text``, a rejection, states."""
    return reason_given(text, language)[0]


def reason_given(text: str, language: str) -> tuple[RejectionReason, str]:
    """The reason and its sentence: the first of the ordered rules that a plain sentence fits.

    What only may be (a hedge) is no reason, and where nothing fits the honest answer is ``NOT_STATED``.
    """
    plain = [each for each in sentences(text[:_LONGEST_TEXT], language) if not each.is_conditional]
    for reason, pattern in _rules(language):
        for sentence in plain:
            match = pattern.search(sentence.folded)
            if match and not sentence.is_hedged(match.start()):
                return reason, sentence.text
    return RejectionReason.NOT_STATED, ""


@cache
def _rules(language: str) -> tuple[tuple[RejectionReason, re.Pattern[str]], ...]:
    """The ordered rules of a language, made ready when they are first asked for."""
    listed = _RULES.get(language, ())
    return tuple((reason, re.compile("|".join(map(_spelt_out, patterns)))) for reason, patterns in listed)


def _spelt_out(pattern: str) -> str:
    return _SHARED_WORD.sub(lambda found: _SHARED[found.group()], pattern)
