"""Drafts out of the store as cards: with when an approved one goes out, and why it stays longer where it does."""

from collections.abc import Iterable

from heardback.approving import outgoing
from heardback.web.desk import Desk
from heardback.web.draftcards import DraftCard, draft_card
from respond.departures import Departure
from store.noted import Draft
from store.vocabulary import DraftState

LIVE = (
    DraftState.PROPOSED,
    DraftState.EDITED,
    DraftState.APPROVED,
    DraftState.SENDING,
    DraftState.FAILED,
    DraftState.UNKNOWN,
)
"""The states of drafts that something can still be done with."""

NO_WAY_OUT = (
    "It cannot go out from here, because its account has no smtp_host: send it from your Drafts folder, or set that in "
    "the config."
)


def cards_of(desk: Desk, drafts: Iterable[Draft]) -> list[DraftCard]:
    """The drafts as cards, in their order."""
    drafts = tuple(drafts)
    approved = any(each.state is DraftState.APPROVED for each in drafts)
    leaving = outgoing(desk.house) if approved else {}
    return [_card(desk, each, leaving.get(each.id)) for each in drafts]


def _card(desk: Desk, draft: Draft, departure: Departure | None) -> DraftCard:
    if departure is None:
        return draft_card(draft, now=desk.now)
    if desk.house.posting.sender_of(draft.account) is None:
        return draft_card(draft, now=desk.now, waits=NO_WAY_OUT)
    return draft_card(draft, now=desk.now, goes_out=departure.at, waits=_why_it_waits(desk, draft, departure))


def _why_it_waits(desk: Desk, draft: Draft, departure: Departure) -> str:
    """Why an approved draft stays longer than its undo window, or an empty text."""
    if departure.is_full:
        return f"{desk.house.settings.replies.most_per_day} mails within a day are the most."
    if departure.rests:
        return "It waits for the next business day there."
    return draft.failure
