"""A tag from cue families alone: a fact for the model, and all there is while no model file can be loaded.

The order is that of ``domain.md`` §3.1, rejection > offer > invitation > assessment > acknowledgement, after what shows
that a mail is not about an application at all.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from classify.cues import Hit
from store.vocabulary import Tag

Found = Counter[str]
"""How many sentences say plainly what each family stands for."""


def rule_tag(hits: Iterable[Hit], subject_hits: Iterable[Hit] = ()) -> Tag:
    """The tag the first fitting rule gives; ``other`` when none fits."""
    found = Counter(hit.family for hit in (*hits, *subject_hits) if not hit.hedged)
    return next((tag for tag, fits in RULES if fits(found)), Tag.OTHER)


def _is_elsewhere(found: Found) -> bool:
    """Out of office, of another world (loans, schools, manuscripts), a withdrawal, a scam."""
    if found["scam"] >= 2 or found["other_world"] >= 2 or (found["away"] and not found["receipt"]):
        return True
    return bool(found["withdrawal"]) and not (found["decision"] or found["role_closed"])


def _is_rejection(found: Found) -> bool:
    if found["decision"] or found["other_candidate"]:
        return not (found["incomplete"] or found["reschedule"])
    return bool(found["role_closed"]) and not found["job_alert"]


def _sells(found: Found) -> bool:
    """Whether promotion or trade is what the mail is about, not a line at its foot."""
    return found["promotion"] >= 2 or found["trade"] >= 2


def _is_offer(found: Found) -> bool:
    return bool(found["offer"]) and not (_sells(found) or found["profile_seen"])


def _is_cold(found: Found) -> bool:
    """Whether somebody speaks of a profile and not of an application."""
    signs = sum(bool(found[family]) for family in ("profile_seen", "open_to", "job_pitch", "put_forward"))
    is_answer = found["receipt"] or found["thanks"]
    return signs + (found["job_sheet"] >= 2) >= 2 and not is_answer and found["job_alert"] < 2


def _is_invitation(found: Found) -> bool:
    arranges = found["invite"] or found["scheduling"] or found["booking"] or found["reschedule"]
    about = found["interview"] or found["time_slot"] or found["invite"] >= 2
    return bool(arranges and about) and not _sells(found)


def _is_assessment(found: Found) -> bool:
    return found["assessment"] + bool(found["test_terms"]) >= 2 and not (found["survey"] or found["receipt"])


def _is_notice(found: Found) -> bool:
    """A notice about an account, alerts, an unfinished form, a survey, an order."""
    notices = ("incomplete", "account", "job_alert", "survey", "trade", "employed", "own_words", "other_world")
    return any(found[family] for family in notices) and not found["receipt"]


def _is_acknowledgement(found: Found) -> bool:
    return bool(found["receipt"] or found["thanks"])


def _is_outreach(found: Found) -> bool:
    """One clear sign, or nothing but a job description."""
    return bool(found["profile_seen"] or found["job_pitch"] >= 2 or found["job_sheet"] >= 3)


RULES: tuple[tuple[Tag, Callable[[Found], bool]], ...] = (
    (Tag.OTHER, _is_elsewhere),
    (Tag.REJECTION, _is_rejection),
    (Tag.OFFER, _is_offer),
    (Tag.OUTREACH, _is_cold),
    (Tag.INVITATION, _is_invitation),
    (Tag.ASSESSMENT, _is_assessment),
    (Tag.OTHER, _is_notice),
    (Tag.ACKNOWLEDGEMENT, _is_acknowledgement),
    (Tag.OUTREACH, _is_outreach),
)
