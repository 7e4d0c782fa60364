"""Whether a mail has the shape of job mail, for one who looks where nobody reads: in Junk, in archives, in the bin.

What the tagger is sure of counts by itself. What it doubts counts where something else speaks for it: a hiring
platform, somebody the person is in touch with, an employer they applied to, or words that belong to work alone.
"""

from dataclasses import dataclass

from classify.forms import AUTOMATIC_REPLY, OWN_MAIL
from classify.jobtalk import is_bulk, may_mean_a_job
from classify.names import company_key
from classify.reading import SCAM
from store.records import Message, Reading
from store.vocabulary import Tag

_NEVER = frozenset((SCAM, OWN_MAIL, AUTOMATIC_REPLY))


@dataclass(frozen=True, slots=True)
class Known:
    """Who is known from applications: people by address, employers by the key of their name."""

    people: frozenset[str] = frozenset()
    employers: frozenset[str] = frozenset()


def is_job_shaped(message: Message, reading: Reading, known: Known) -> bool:
    """Whether it would be a loss if this received mail were never read."""
    verdict = reading.verdict
    if verdict.kind in _NEVER:
        return False
    if verdict.tag not in (Tag.OTHER, Tag.OUTREACH) and not verdict.unsure:
        return True
    if is_bulk(message):
        return False
    if message.sender.address in known.people:
        return True
    if verdict.tag is not Tag.OTHER and not verdict.unsure:
        return True
    employer = company_key(reading.company or reading.agency)
    return verdict.unsure and (employer in known.employers or may_mean_a_job(message))


def is_doubtful(message: Message, reading: Reading, known: Known) -> bool:
    """Whether a mail that is taken for ordinary, with doubt, may be job mail after all."""
    verdict = reading.verdict
    return verdict.tag is Tag.OTHER and verdict.unsure and is_job_shaped(message, reading, known)
