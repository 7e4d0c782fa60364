"""What several cues say together: a refusal next to an order number is a shop's, next to "your application" it is not.

A linear model adds its cues up; only these facts let it tell a decision about an application for a job from one about
a tender, a flat or a loan (``domain.md`` §3.3 no. 23), and a receipt from a draft that was never sent (no. 21).
"""

from collections.abc import Iterable, Sequence

from classify.cues import Hit, job_words
from classify.sentences import Sentence

_AGAINST = frozenset({"decision", "other_candidate", "role_closed", "sorry_no"})
_TALK = frozenset({"invite", "scheduling", "booking", "reschedule"})
_CLAIMS = {
    **dict.fromkeys(_AGAINST, "refusal"),
    **dict.fromkeys(_TALK, "talk"),
    "offer": "offer",
    "receipt": "receipt",
    "assessment": "test",
    "profile_seen": "approach",
    "open_to": "approach",
    "job_pitch": "approach",
    "put_forward": "approach",
}
"""What a mail may claim, by the family that says it."""
_SURROUNDINGS = (
    "other_world", "trade", "promotion", "withdrawal", "own_words", "incomplete", "account", "job_alert", "survey",
    "employed", "scam", "away", "receipt", "thanks", "interview", "good_luck", "pay_and_start", "will_review",
)  # fmt: skip
_NEAR = 1
"""Sentences to either side that still belong to a claim."""


def joint_facts(hits: Sequence[Hit], sentences: Sequence[Sentence], language: str) -> dict[str, float]:
    """Which plain claims a mail makes, each with what else it speaks of and with whether it speaks of a job there."""
    plain = [hit for hit in hits if not hit.hedged]
    present = {hit.family for hit in plain}
    claims = sorted({_CLAIMS[family] for family in present if family in _CLAIMS})
    facts = {f"with:{claim}+{other}": 1.0 for claim in claims for other in _SURROUNDINGS if other in present}
    facts |= {f"with:{one}+{two}": 1.0 for one in claims for two in claims if one < two}
    for claim in claims:
        places = {hit.sentence for hit in plain if _CLAIMS.get(hit.family) == claim}
        near = _speaks_of_jobs(places, sentences, language)
        facts[f"near:{claim} {'of a job' if near else 'of something else'}"] = 1.0
    if not claims:
        facts["with:no claim"] = 1.0
    return facts


def _speaks_of_jobs(places: Iterable[int], sentences: Sequence[Sentence], language: str) -> bool:
    """Whether one of the sentences at ``places``, or a neighbour of it, has a word about jobs."""
    pattern = job_words(language)
    around = {near for place in places for near in range(place - _NEAR, place + _NEAR + 1)}
    return any(pattern.search(sentences[place].folded) for place in around if 0 <= place < len(sentences))
