"""Whether a draft still answers where its application stands: asked again at approval and before sending."""

from respond.drafting import draft_key, kind_of
from respond.resting import CHASING_DRAFTS
from respond.standings import Outlook, standings
from store.database import Database
from store.noted import Draft


def must_rest(draft: Draft, database: Database, outlook: Outlook) -> bool:
    """Whether a follow-up waits for the next business day of the employer's country (rule H)."""
    if draft.kind not in CHASING_DRAFTS or draft.application_id is None:
        return False
    with database.reading() as transaction:
        application = transaction.applications.get(draft.application_id)
    workdays = outlook.workdays(application.country if application else "")
    return not workdays.counts(workdays.local_day(outlook.now))


def still_fits(draft: Draft, database: Database, outlook: Outlook) -> bool:
    """False once an answer came, the person wrote by hand, or the moment for it has passed."""
    if draft.application_id is None:
        return True
    with database.reading() as transaction:
        found = standings(transaction, outlook, only=[draft.application_id], chances=False)
    for standing in found:
        kind = kind_of(standing.state)
        if kind is not None and draft_key(kind, standing) == draft.key:
            return True
    return False
