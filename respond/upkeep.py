"""Whether a waiting draft still fits, whatever it rests on: asked by every round, at approval and before sending."""

from respond.approaches import FRESH, is_answerable, mail_in_key, own_mails_to, wrote_since
from respond.approaches import KINDS as APPROACHED
from respond.choices import why_not
from respond.due import draft_key, kind_of
from respond.humans import is_from_person
from respond.standings import Outlook, Standing, search_of, standings
from store.database import Transaction
from store.noted import Draft
from store.vocabulary import Direction, DraftKind, DraftState, SearchPhase

NO_LONGER_FITS = "Something has happened in this conversation since; the draft no longer fits."
WAITING_STATES = (DraftState.PROPOSED, DraftState.EDITED, DraftState.APPROVED)
_TO_BE_ANSWERED_FIRST = frozenset(
    {DraftKind.FOLLOW_UP_APPLICATION, DraftKind.FOLLOW_UP_INTERVIEW, DraftKind.FINAL_FOLLOW_UP, DraftKind.RECONNECT}
)
"""What is pointless once they write."""


def stands_alone(draft: Draft) -> bool:
    """Whether a draft rests on something else than what its application calls for by itself."""
    is_approach = draft.application_id is None and draft.kind in APPROACHED
    return draft.asked or is_approach or draft.kind is DraftKind.HIRED_THANKS


def why_outdated(transaction: Transaction, draft: Draft, outlook: Outlook) -> str:
    """Why a draft cannot go out any more, in a sentence; empty where it can."""
    if draft.application_id is None and draft.kind in APPROACHED:
        return _why_approach_settled(transaction, draft, outlook)
    if draft.application_id is None and not draft.asked and draft.kind is not DraftKind.HIRED_THANKS:
        return ""
    standing = _standing_of(transaction, draft, outlook)
    if draft.kind is DraftKind.HIRED_THANKS:
        return _why_thanked(transaction, draft, outlook)
    if standing is None:
        return NO_LONGER_FITS
    search = search_of(transaction, outlook)
    if not draft.asked:
        kind = kind_of(standing, search)
        fits = kind is not None and draft_key(kind, standing, search) == draft.key
        return "" if fits else NO_LONGER_FITS
    if _moved_on(draft, standing):
        return NO_LONGER_FITS
    return why_not(draft.kind, standing, search, today=outlook.now.astimezone(outlook.zone).date())


def settle_alone(transaction: Transaction, outlook: Outlook) -> tuple[Draft, ...]:
    """Ends the drafts that stand alone and can no longer be sent."""
    gone: list[Draft] = []
    for draft in transaction.drafts.in_state(*WAITING_STATES):
        reason = why_outdated(transaction, draft, outlook) if stands_alone(draft) else ""
        if reason and transaction.drafts.move(
            draft.id, from_states=WAITING_STATES, to=DraftState.WITHDRAWN, at=outlook.now, failure=reason
        ):
            gone.append(draft)
    return tuple(gone)


def _standing_of(transaction: Transaction, draft: Draft, outlook: Outlook) -> Standing | None:
    if draft.application_id is None:
        return None
    return next(iter(standings(transaction, outlook, only=[draft.application_id], chances=False)), None)


def _moved_on(draft: Draft, standing: Standing) -> bool:
    """Whether the person wrote there since, or they wrote what makes asking them pointless."""
    since = [each for each in standing.messages if each.message.date > draft.created]
    if any(each.direction is Direction.SENT for each in since):
        return True
    return draft.kind in _TO_BE_ANSWERED_FIRST and any(is_from_person(each) for each in since)


def _why_approach_settled(transaction: Transaction, draft: Draft, outlook: Outlook) -> str:
    stored = transaction.mail.get(mail_in_key(draft.key))
    if stored is None or stored.application_id is not None or not is_answerable(stored):
        return NO_LONGER_FITS
    if wrote_since(transaction, stored, outlook.now):
        return NO_LONGER_FITS
    if draft.asked:
        return ""
    if search_of(transaction, outlook).phase is not SearchPhase.ON:
        return "Your search is at rest, so nothing new is taken up; an answer of your own is still possible."
    is_old = outlook.now - stored.message.date > FRESH
    return "That approach is more than two weeks old; 'review write' still answers it." if is_old else ""


def _why_thanked(transaction: Transaction, draft: Draft, outlook: Outlook) -> str:
    search = search_of(transaction, outlook)
    if search.phase is not SearchPhase.HIRED or search.since is None:
        return "Your search goes on, so there is no job to tell of yet."
    note = transaction.contact_notes.of(draft.to.address)
    if note.dropped and not draft.asked:
        return "You chose not to write to them again."
    written = own_mails_to(transaction, draft.to.address, search.since, outlook.now)
    return "You have written to them since." if written else ""
