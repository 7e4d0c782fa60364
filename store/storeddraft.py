"""A draft as it is stored: its content, and the columns that are newer."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from store.codec import from_json
from store.noted import Draft
from store.vocabulary import DraftState


def draft_of(row: Row[Any]) -> Draft:
    """A row of ``drafts``, whose columns are newer than what stands in its content."""
    return replace(
        from_json(row.content, Draft),
        id=row.id,
        key=row.key,
        state=DraftState(row.state),
        application_id=row.application_id,
        changed=row.changed,
        approved=row.approved,
        sent=row.sent,
        failure=row.failure,
        later_until=row.later_until,
    )
