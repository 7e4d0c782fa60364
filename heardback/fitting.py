"""Whether a draft still answers where its application stands: asked again at approval and before sending."""

from respond.drafting import draft_key, kind_of
from respond.standings import Outlook, standings
from store.database import Database
from store.records import Draft


def still_fits(draft: Draft, database: Database, outlook: Outlook) -> bool:
    """False once an answer came, the person wrote by hand, or the moment for it has passed."""
    if draft.application_id is None:
        return True
    with database.reading() as transaction:
        found = standings(transaction, outlook, only=[draft.application_id])
    for standing in found:
        kind = kind_of(standing.state)
        if kind is not None and draft_key(kind, standing) == draft.key:
            return True
    return False
