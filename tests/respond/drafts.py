"""A draft to send or to keep in a folder, for tests of both."""

from dataclasses import replace
from datetime import UTC, datetime

from store.database import Database
from store.noted import Draft
from store.records import Address
from store.vocabulary import DraftKind, DraftState

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

DRAFT = Draft(
    id=0,
    key="thank_you/mail-1/1",
    kind=DraftKind.THANK_YOU,
    state=DraftState.PROPOSED,
    application_id=None,
    account="home",
    to=Address("Kim Alder", "kim@calder.example"),
    subject="Re: Museum Coordinator",
    body="Dear Kim,\n\nThank you for the talk.\n\nSam\n",
    message_id="<draft.1@home.example>",
    in_reply_to="<1@mail.example>",
    references=("<1@mail.example>",),
    language="en",
    facts=(),
    gaps=(),
    why=("You spoke with them.",),
    created=NOW,
    changed=NOW,
    sender=Address("Sam", "sam@home.example"),
)


def put(database: Database, draft: Draft = DRAFT, number: int = 1) -> Draft:
    """Stores a draft; ``number`` tells several apart."""
    made = replace(draft, key=f"{draft.key}-{number}", message_id=f"<draft.{number}@home.example>")
    with database.transaction() as transaction:
        stored = transaction.drafts.add(made, "plain")
    assert stored is not None
    return replace(made, id=stored)


def state_of(database: Database, number: int) -> DraftState:
    """The state of a stored draft."""
    with database.reading() as transaction:
        draft = transaction.drafts.get(number)
    assert draft is not None
    return draft.state
