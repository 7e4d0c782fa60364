"""How much a mail says of jobs, and how often real mail of each tag says so much.

The corpus is written to be various: many of its job mails do without any usual word, and half of its ordinary mail is
made to mislead. Real mail is dull. Fitted on the corpus as it stands, a model believes that any odd sentence may be a
refusal, and gives job tags to one ordinary mail in eight. So every row counts as often as mail that says as much or as
little of jobs, and claims as much, occurs in real mailboxes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from store.vocabulary import MESSAGE_TAGS, Tag

JOB_TERMS_FACT = "job terms:"
RULE_FACT = "rule:"
MOST_TERMS = 3
"""More different terms of hiring than this say no more."""

Cell = tuple[int, Tag]
"""How many different terms of hiring (0, 1, 2 and more), and the tag that the cues alone name."""

_TERMS: dict[Tag, tuple[float, float, float]] = {
    # Fewer than one job mail in twenty does without any term of hiring; most ordinary mail has none, and one in five
    # stands near the job tags, as in a job seeker's mailbox (our assumption).
    **dict.fromkeys(MESSAGE_TAGS, (0.04, 0.10, 0.86)),
    Tag.OUTREACH: (0.03, 0.12, 0.85),
    Tag.OTHER: (0.59, 0.24, 0.17),
}
_OWN_CLAIM, _NO_CLAIM = 0.85, 0.10
"""Decision phrases alone find 86 % of real rejections (``domain.md`` §3.2); some claim another job tag."""
_FALSE_CLAIMS: dict[Tag, float] = {
    # What cues claim in ordinary mail: field rules make 3 to 15 wrong claims in a thousand (tagger.md), ours are wider.
    Tag.REJECTION: 0.015, Tag.INVITATION: 0.02, Tag.OFFER: 0.01, Tag.ASSESSMENT: 0.015, Tag.ACKNOWLEDGEMENT: 0.05,
    Tag.OUTREACH: 0.05,
}  # fmt: skip
_OTHER_PRIOR = 3.0
"""Ordinary mail counts three times a job tag: it is most of any mailbox, and a wrong job tag does more harm than a
missed outreach."""
_TRUST, _TRUST_ABROAD = 0.95, 0.5
"""How much of the weights follows these tables, the rest being shared evenly. English cues were watched on much mail;
those of the other languages miss more, and held to the tables alone their models unlearn what no cue says: macro-F1 on
unseen writers .56 and .61 (German, French) against .77 and .77."""
_MOST_TIMES = 12.0
"""No row counts more than this times an average row of its tag."""


def cell_of(facts: Mapping[str, float]) -> Cell:
    """The cell of a mail with these ``facts``."""
    terms = next((n for n in range(MOST_TERMS + 1) if f"{JOB_TERMS_FACT}{n}" in facts), 0)
    return min(2, terms), next((tag for tag in MESSAGE_TAGS if f"{RULE_FACT}{tag.value}" in facts), Tag.OTHER)


def expected(tag: Tag, cell: Cell) -> float:
    """The share of the real mail of ``tag`` that lies in ``cell``."""
    terms, claim = cell
    return _TERMS[tag][terms] * _claims(tag, claim)


def real_weights(
    tags: Sequence[Tag],
    facts: Sequence[Mapping[str, float]],
    own: Sequence[float] | None = None,
    *,
    language: str = "en",
) -> NDArray[np.float64]:
    """What each of these mails counts, so that each tag's mails say as much of jobs as real mail of that tag does.

    ``own`` gives a person's corrections above 0: they are real mail already, each counts that many times an average
    row of its tag, and the tag no more than before. The weights have mean one.
    """
    corrected = np.zeros(len(tags)) if own is None else np.asarray(own, dtype=np.float64)
    trust = _TRUST if language == "en" else _TRUST_ABROAD
    weights = np.zeros(len(tags))
    labels = np.array([tag.value for tag in tags])
    for tag in dict.fromkeys(tags):
        of_tag = np.flatnonzero(labels == tag.value)
        written, mine = of_tag[corrected[of_tag] == 0], of_tag[corrected[of_tag] > 0]
        if len(written):
            shares = _within_tag(tag, [cell_of(facts[at]) for at in written])
            weights[written] = trust * shares + (1.0 - trust) / len(written)
        weights[mine] = corrected[mine] / max(1, len(written))
        weights[of_tag] *= (_OTHER_PRIOR if tag is Tag.OTHER else 1.0) / weights[of_tag].sum()
    scaled: NDArray[np.float64] = weights * len(weights) / weights.sum()
    return scaled


def _claims(tag: Tag, claim: Tag) -> float:
    """How often the cues of a real mail of ``tag`` name ``claim``."""
    if tag is Tag.OTHER:
        return _FALSE_CLAIMS.get(claim, 1.0 - sum(_FALSE_CLAIMS.values()))
    if claim is tag:
        return _OWN_CLAIM
    return _NO_CLAIM if claim is Tag.OTHER else (1.0 - _OWN_CLAIM - _NO_CLAIM) / (len(MESSAGE_TAGS) - 2)


def _within_tag(tag: Tag, cells: Sequence[Cell]) -> NDArray[np.float64]:
    """The weights of the written mails of one tag, with sum one."""
    held = Counter(cells)
    shares = np.array([expected(tag, cell) / held[cell] for cell in cells])
    shares = np.minimum(shares / shares.sum(), _MOST_TIMES / len(shares))
    scaled: NDArray[np.float64] = shares / shares.sum()
    return scaled
