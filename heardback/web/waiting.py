"""How much waits for the person's word: the number beside "Today"."""

from store.database import Transaction
from store.vocabulary import DraftState


def how_many_wait(transaction: Transaction) -> int:
    """Drafts that are neither approved nor done with."""
    return len(transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED))
