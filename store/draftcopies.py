"""The copies of drafts in the Drafts folder: where each lies, and what it was when heardback last saw it."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, select, update

from store.codec import from_json, to_json
from store.noted import Draft
from store.records import Location
from store.schema import drafts
from store.storeddraft import draft_of

COPY_GONE = "gone"
"""In place of a copy's hash: the person took it out of the folder, and no other is put there."""


@dataclass(frozen=True, slots=True)
class DraftCopy:
    """The copy of a draft in the Drafts folder.

    ``sha256`` tells what lay there last (``respond.editedmail.fingerprint_of``; older stores hold a hash of its bytes),
    or ``COPY_GONE``. While a copy is being put there, what is about to lie there stands behind it, or alone where the
    draft has no place yet: a round that dies in between is told from the person's edit by that. ``is_theirs`` from the
    moment the person edited it: then it is never touched.
    """

    draft: Draft
    sha256: str
    missing_rounds: int
    is_theirs: bool = False


class Copies:
    """What is known of the copies; a part of the ledger of drafts."""

    _connection: Connection

    def note_copy(self, draft: Draft, location: Location | None, sha256: str, *, is_theirs: bool = False) -> None:
        """Remembers where the copy in the Drafts folder lies, what it was, and whether it is the person's own now.

        Nothing else of the draft is written: its text may have been changed since ``draft`` was read.
        """
        held = self._connection.scalar(select(drafts.c.content).where(drafts.c.id == draft.id))
        if held is None:
            return
        content = to_json(replace(from_json(held, Draft), folder_copy=location))
        values = {"content": content, "copy_sha256": sha256, "copy_is_theirs": is_theirs, "missing_rounds": 0}
        self._connection.execute(update(drafts).where(drafts.c.id == draft.id).values(values))

    def note_missing(self, draft: int, rounds: int) -> None:
        """For how many rounds the copy has not been found."""
        self._connection.execute(update(drafts).where(drafts.c.id == draft).values(missing_rounds=rounds))

    def copies(self) -> tuple[DraftCopy, ...]:
        """Every draft with a copy in a Drafts folder."""
        rows = self._connection.execute(select(drafts).where(drafts.c.copy_sha256 != "").order_by(drafts.c.id))
        return tuple(DraftCopy(draft_of(row), row.copy_sha256, row.missing_rounds, row.copy_is_theirs) for row in rows)
