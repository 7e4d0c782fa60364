"""The reason a rejection gives (``domain.md`` §5.3): only what is written counts, and most give none."""

from classify.reasonwords import RULES
from classify.sentences import sentences
from store.vocabulary import RejectionReason

_LONGEST_TEXT = 12_000


def rejection_reason(text: str, language: str) -> RejectionReason:
    """The reason that ``text``, a rejection, states; the first of the ordered rules that a plain sentence fits.

    What only may be (a hedge) is no reason, and where nothing fits the honest answer is ``NOT_STATED``.
    """
    plain = [each for each in sentences(text[:_LONGEST_TEXT], language) if not each.is_conditional]
    for reason, pattern in RULES.get(language, ()):
        for sentence in plain:
            match = pattern.search(sentence.folded)
            if match and not sentence.is_hedged(match.start()):
                return reason
    return RejectionReason.NOT_STATED
