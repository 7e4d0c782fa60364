"""Takes back what a person changed by hand: every row as it was, and what came since placed anew.

The newest change is taken back first where two concern the same application. What would leave a later mail or note
without a home is refused, so that nothing is ever lost.
"""

from datetime import datetime

from classify.names import company_key
from heardback.tracking import track
from store.changes import Undoing
from store.database import Transaction
from store.errors import UserError
from store.noted import Change


def undo(transaction: Transaction, number: int | None, own_addresses: frozenset[str], *, now: datetime) -> Change:
    """Takes back the change of that number, or the newest one; returns it. Raises ``UserError`` where it cannot be."""
    undoing = _found(transaction, number)
    _refuse_under_later_ones(transaction, undoing)
    for made in undoing.made:
        _refuse_what_would_be_orphaned(transaction, undoing, made)
    later = _came_since(transaction, undoing)
    untouched = transaction.changes.is_untouched(undoing)
    for made in undoing.made:
        _give_back_drafts(transaction, undoing, made)
    transaction.changes.restore(undoing, at=now)
    # What the change had taken away is back now, and later mail may belong there.
    later |= _came_since(transaction, undoing)
    if later or not untouched:
        track(transaction, sorted(later | undoing.messages), own_addresses)
        _clear_away_empty(transaction, undoing)
    return undoing.change


def _found(transaction: Transaction, number: int | None) -> Undoing:
    number = transaction.changes.newest() if number is None else number
    if number is None:
        raise UserError("There is no change to undo: 'heardback applications changes' lists what you changed.")
    undoing = transaction.changes.get(number)
    if undoing is None:
        raise UserError(f"There is no change {number}: 'heardback applications changes' lists them.")
    if undoing.change.undone_at is not None:
        raise UserError(f"Change {number} is undone already: 'heardback applications changes' shows what stands.")
    return undoing


def _refuse_under_later_ones(transaction: Transaction, undoing: Undoing) -> None:
    for later in transaction.changes.later_than(undoing.change.id):
        if later.shares(undoing):
            raise UserError(
                f"Change {undoing.change.id} lies under change {later.change.id} ({later.change.words.rstrip('.')}): "
                f"undo that first, with 'heardback applications undo {later.change.id}'."
            )


def _refuse_what_would_be_orphaned(transaction: Transaction, undoing: Undoing, made: int) -> None:
    """An application that the change made goes with it, unless something has come there since."""
    strangers = {stored.id for stored in transaction.mail.of_application(made)} - undoing.messages
    if strangers:
        raise UserError(
            f"Mail has come for application {made} since, so change {undoing.change.id} cannot be undone: use "
            "'applications merge' or 'applications close' instead."
        )
    if transaction.lessons.of(made) is not None:
        raise UserError(
            f"You have written a note on application {made} since, so change {undoing.change.id} cannot be undone: "
            "use 'applications merge' or 'applications close' instead."
        )


def _came_since(transaction: Transaction, undoing: Undoing) -> frozenset[int]:
    """Mails that came after the change and may have been placed otherwise because of it."""
    here = transaction.mail.of_applications(sorted(undoing.applications))
    ids = {stored.id for mails in here.values() for stored in mails} | undoing.messages
    related = {stored.id for stored in transaction.mail.related(ids)} if ids else set()
    touched = [each for each in map(transaction.applications.get, undoing.applications) if each is not None]
    keys = {company_key(name) for each in touched for name in (each.company, each.agency)} - {""}
    tied = transaction.mail.tied((f"company:{key}" for key in keys), after=undoing.mails)
    return frozenset(number for number in related if number > undoing.mails) | tied


def _give_back_drafts(transaction: Transaction, undoing: Undoing, made: int) -> None:
    """What was drafted since for an application that goes belongs to the one its mails return to."""
    before = [
        row.before for row in undoing.rows if row.table == "messages" and (row.after or {})["application_id"] == made
    ]
    homes = {values["application_id"] for values in before if values is not None} - {None}
    if len(homes) == 1:
        transaction.applications.hand_over_drafts(made, int(homes.pop()))


def _clear_away_empty(transaction: Transaction, undoing: Undoing) -> None:
    """Removes what neither mail nor hand stands for once later mail has been placed anew."""
    by_hand = transaction.applications.made_by_hand(undoing.applications)
    for number in undoing.applications - by_hand:
        if not transaction.mail.of_application(number) and not transaction.applications.events([number]):
            transaction.applications.remove(number)
