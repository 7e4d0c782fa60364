"""Which cues of a mail are about a job: those that stand near a term of applying or hiring.

"We decided to go with another", "are you interested" and "please confirm the time" are said in every kind of mail. In
real ordinary mail five cues in six have no term of hiring near them, in real job mail hardly any (``domain.md`` §3.3
no. 23).
"""

from collections.abc import Collection, Sequence

from classify.cues import Hit, job_terms, may_hold_job_terms
from classify.sentences import Sentence

_ANYWHERE = frozenset(
    "incomplete account job_alert survey promotion trade other_world withdrawal own_words employed away scam".split()
)
"""Families that say that a mail is not a step of an application: they hold wherever they stand."""
_NEAR = 2
"""Sentences to either side in which a term of hiring still tells what a cue is about."""
FAR = "far:"
_NONE: frozenset[str] = frozenset()


def terms_of(sentences: Sequence[Sentence], language: str) -> tuple[frozenset[str], ...]:
    """The terms of applying and hiring in each sentence."""
    if not may_hold_job_terms("\n".join([sentence.folded for sentence in sentences]), language):
        return (_NONE,) * len(sentences)
    pattern = job_terms(language)
    return tuple(
        frozenset(pattern.findall(sentence.folded)) if may_hold_job_terms(sentence.folded, language) else _NONE
        for sentence in sentences
    )


def near_jobs(hits: Sequence[Hit], terms: Sequence[Collection[str]]) -> tuple[tuple[Hit, ...], dict[str, float]]:
    """The ``hits`` that are about a job, given the terms in each sentence, and the rest as facts."""
    places = {at for at, found in enumerate(terms) if found}
    near = {at + step for at in places for step in range(-_NEAR, _NEAR + 1)}
    kept = tuple(hit for hit in hits if hit.sentence in near or hit.family in _ANYWHERE)
    return kept, {f"{FAR}{hit.family}": 1.0 for hit in hits if hit not in kept and not hit.hedged}
