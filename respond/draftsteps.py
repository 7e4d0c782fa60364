"""What is to be done with the copy of a draft in the person's Drafts folder: decided here, done elsewhere. Pure.

Three texts are held against each other: what heardback put there last (the base), what lies there now (theirs), and
what the draft says now (ours). Whoever changed theirs is the person; what they wrote is taken over and never removed.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from respond.draftmail import mail_of
from respond.editedmail import BY_WORDS, EditedMail, fingerprint_of, read_edited, same_words
from store.draftcopies import COPY_GONE, DraftCopy
from store.noted import Draft
from store.records import Message
from store.vocabulary import DraftState

ROUNDS_UNTIL_DISCARDED = 2
CHANGEABLE = (DraftState.PROPOSED, DraftState.EDITED, DraftState.APPROVED, DraftState.FAILED)
"""States in which a change made in the Drafts folder becomes the draft."""
ON_ITS_WAY = (DraftState.SENDING, DraftState.UNKNOWN)
"""States in which nobody knows what has gone out: the copy stays as it is."""
CLOCKS_APART = timedelta(minutes=5)


class Step(StrEnum):
    """What is to be done with one copy."""

    LEAVE = "leave"
    NOTE = "note"
    TAKE_OVER = "take over"
    TAKE_BOTH = "take both"
    PUT = "put"
    REPLACE = "replace"
    REMOVE = "remove"
    MISSING = "missing"
    DISCARD = "discard"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Seen:
    """What lies in a folder for a draft."""

    folder: str
    uid: int
    mail: EditedMail


def decide(copy: DraftCopy, seen: Seen | None) -> Step:
    """What to do with the copy of one draft that lies there as ``seen``, or not at all.

    Raises:
        PermanentError: the draft itself cannot become a mail.
    """
    draft = copy.draft
    if draft.state in ON_ITS_WAY:
        return Step.LEAVE
    if seen is None:
        return _without_copy(copy)
    if draft.state not in CHANGEABLE:
        return Step.REMOVE if is_untouched(copy, seen) else Step.FORGET
    theirs, ours = seen.mail.fingerprint, fingerprint_now(draft)
    if theirs == ours:
        known = theirs == copy.sha256 and draft.folder_copy is not None
        return Step.LEAVE if known and seen.mail.message_id == draft.message_id else Step.NOTE
    if theirs in written(copy):
        return Step.REPLACE if draft.state.is_open and not copy.is_theirs else Step.LEAVE
    if draft.state is DraftState.APPROVED and differs_in_layout_alone(draft, seen.mail):
        return Step.NOTE
    changed_here = copy.sha256.startswith(BY_WORDS) and ours != written(copy)[0]
    return Step.TAKE_BOTH if changed_here else Step.TAKE_OVER


def written(copy: DraftCopy) -> tuple[str, ...]:
    """The words heardback itself has put there, and those it was about to put when a round died."""
    return tuple(copy.sha256.split())


def is_begun(copy: DraftCopy) -> bool:
    """Whether a first copy was about to be put there, and nobody knows whether it was."""
    return copy.draft.folder_copy is None and copy.sha256.startswith(BY_WORDS)


def _without_copy(copy: DraftCopy) -> Step:
    draft = copy.draft
    if draft.state not in CHANGEABLE:
        return Step.FORGET
    if copy.sha256 == COPY_GONE or not draft.state.is_open:
        # Before an approved draft goes out, the folder is looked into once more (``respond.lastlook``).
        return Step.LEAVE
    if is_begun(copy):
        return Step.PUT
    return Step.DISCARD if copy.missing_rounds + 1 >= ROUNDS_UNTIL_DISCARDED else Step.MISSING


def is_untouched(copy: DraftCopy, seen: Seen) -> bool:
    """Whether what lies there is heardback's own and says what heardback wrote."""
    if copy.is_theirs:
        return False
    return seen.mail.fingerprint in (*written(copy), fingerprint_now(copy.draft))


def differs_in_layout_alone(draft: Draft, mail: EditedMail) -> bool:
    """Whether a program only wrapped the lines anew, so that an approval still means these words."""
    same_frame = (mail.subject, mail.to.address, mail.beyond) == (
        draft.subject,
        draft.to.address,
        draft.only_by_hand,
    )
    return same_frame and same_words(mail.body, draft.body)


def fingerprint_now(draft: Draft) -> str:
    """The hash of the draft's words as they come back from a mail of it (``EditedMail.fingerprint``)."""
    made = read_edited(mail_of(draft, now=draft.created))
    return fingerprint_of(made.subject, made.body, made.to.address, draft.only_by_hand)


def succeeds(draft: Draft, mail: Message) -> bool:
    """Whether a mail in Drafts is this draft, saved as a new message.

    The same answer to the same person, or, where a program dropped the thread or the person changed the addressee, the
    same subject or the same words.
    """
    same_person = draft.to.address in {each.address for each in mail.to}
    answers = bool(draft.in_reply_to) and draft.in_reply_to in (*mail.in_reply_to, *mail.references)
    if same_person:
        return answers or (not mail.in_reply_to and bare_subject(mail.subject) == bare_subject(draft.subject))
    return answers and is_like(draft.body, mail.text)


def is_sent_form_of(draft: Draft, mail: Message) -> bool:
    """Whether a mail the person sent is this draft: under its own Message-ID, or its words to the same person."""
    if mail.message_id == draft.message_id:
        return True
    if mail.date < draft.created - CLOCKS_APART:
        return False
    return draft.to.address in {each.address for each in (*mail.to, *mail.cc)} and is_like(draft.body, mail.text)


def bare_subject(subject: str) -> str:
    """The subject without marks of answering, for comparing."""
    bare = " ".join(subject.split()).casefold()
    while (head := bare.partition(":"))[1] and len(head[0]) <= 4 and " " not in head[0]:
        bare = head[2].strip()
    return bare


def is_like(body: str, text: str) -> bool:
    """Whether at least half of the draft's runs of three words stand in a text: edited, and still the same mail."""
    wanted, found = _runs(body), _runs(text)
    return bool(wanted) and len(wanted & found) * 2 >= len(wanted)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.casefold().split()
    return frozenset(zip(words, words[1:], words[2:], strict=False))
