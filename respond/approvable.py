"""Which drafts can be approved, taken back or dropped, and why one cannot be approved as it stands. Pure."""

from respond.gaps import open_gaps
from store.errors import UserError
from store.noted import Draft
from store.vocabulary import DraftState

APPROVABLE = (DraftState.PROPOSED, DraftState.EDITED, DraftState.FAILED)
"""A failed one was certainly not sent."""
DISCARDABLE = (*APPROVABLE, DraftState.APPROVED, DraftState.UNKNOWN)
WITHDRAWABLE = (DraftState.APPROVED, DraftState.FAILED, DraftState.UNKNOWN)
"""An unknown one waits again only because the person says so, having looked."""


def check_approvable(draft: Draft | None, number: int) -> None:
    """Raises ``UserError`` where it cannot be approved, with what there is to do first."""
    if draft is None:
        raise UserError(f"There is no draft {number}: 'heardback review list' shows those that wait.")
    if draft.state not in APPROVABLE:
        raise UserError(
            f"Draft {number} is {draft.state}; only a waiting draft can be approved: 'heardback review list' shows "
            "those."
        )
    gaps = open_gaps(draft)
    if gaps:
        raise UserError(
            f"Draft {number} has a place only you can fill, {gaps[0]}: fill it with 'heardback review edit {number}'."
        )
    if not draft.body.strip():
        raise UserError(f"Draft {number} has no text: write it with 'heardback review edit {number}', or discard it.")
    if draft.only_by_hand:
        raise UserError(
            f"You gave draft {number} {draft.only_by_hand} in your mail program, which heardback would not send along: "
            "send it from there."
        )
    if not draft.account:
        raise UserError(f"Draft {number} belongs to no mail account: copy its text into your mail program instead.")
