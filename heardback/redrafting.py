"""What a person does to a draft, for the terminal and the page alike: changes it, puts it off, takes it up again."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from store.errors import UserError
from store.noted import Draft
from store.vocabulary import DraftState

if TYPE_CHECKING:
    from heardback.wiring import House


def existing_draft(house: "House", number: int) -> Draft:
    """The draft of that number. Raises ``UserError``."""
    with house.database.reading() as transaction:
        draft = transaction.drafts.get(number)
    if draft is None:
        raise UserError(f"There is no draft {number}: 'heardback review list' shows those that wait.")
    return draft


def rewrite(house: "House", number: int, *, subject: str, body: str) -> bool:
    """Takes over the person's words; False where nothing is different.

    Raises ``UserError`` where the draft is no longer open, or the text came back empty.
    """
    draft = existing_draft(house, number)
    if not draft.state.is_open:
        raise UserError(
            f"Draft {number} is {draft.state}; only a waiting draft can be changed: 'heardback review list' shows "
            "those."
        )
    subject, body = " ".join(subject.split()), body.strip("\n") + "\n"
    if not body.strip():
        raise UserError("The draft came back empty, so nothing was changed; discard it if it is not wanted.")
    changed = replace(draft, subject=subject or draft.subject, body=body)
    if changed == draft:
        return False
    with house.database.transaction() as transaction:
        if not transaction.drafts.rewrite(changed, state=DraftState.EDITED, at=house.clock.now()):
            raise UserError(f"Draft {number} has changed meanwhile: look at it again and edit once more.")
    return True


def put_off(house: "House", number: int, until: datetime | None) -> None:
    """Leaves a draft for later, or takes it up again with None. Raises ``UserError`` where it no longer waits."""
    draft = existing_draft(house, number)
    with house.database.transaction() as transaction:
        if not transaction.drafts.put_off(number, until):
            raise UserError(
                f"Draft {number} is {draft.state}; only a waiting draft can be put off: 'heardback review list' shows "
                "those."
            )


def restore(house: "House", number: int) -> None:
    """Takes a discarded draft up again while it still answers where things stand. Raises ``UserError``."""
    draft = existing_draft(house, number)
    if draft.state is DraftState.DISCARDED and not house.outbox_fits(draft):
        raise UserError(
            "Something has happened in this conversation since, so this draft no longer fits: read what came."
        )
    with house.database.transaction() as transaction:
        moved = transaction.drafts.move(
            number, from_states=(DraftState.DISCARDED,), to=DraftState.EDITED, at=house.clock.now()
        )
    if not moved:
        raise UserError(
            f"Draft {number} is {draft.state}; only a discarded draft can be taken up again: 'heardback review list' "
            "shows the others."
        )
