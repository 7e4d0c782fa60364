"""Whether a draft still answers where its application stands: asked again at approval and before sending."""

from datetime import UTC, datetime, time

from respond.resting import CHASING_DRAFTS
from respond.standings import Outlook
from respond.upkeep import why_outdated
from store.database import Database
from store.noted import Draft
from store.vocabulary import DraftKind

MORNING = time(8, 0)
"""When mail that had to rest goes out, by the person's clock: not in the first minute of the day."""


def may_go_from(draft: Draft, database: Database, outlook: Outlook, moment: datetime) -> datetime:
    """The first moment from ``moment`` on at which a draft may go.

    A follow-up waits for the morning of the next business day of the employer's country (rule H).
    """
    unasked = draft.kind in CHASING_DRAFTS or draft.kind is DraftKind.RECONNECT
    if not unasked or draft.application_id is None:
        return moment
    with database.reading() as transaction:
        application = transaction.applications.get(draft.application_id)
    workdays = outlook.workdays(application.country if application else "")
    day = workdays.local_day(moment)
    if workdays.counts(day):
        return moment
    return datetime.combine(workdays.after(day, 1), MORNING, outlook.zone).astimezone(UTC)


def must_rest(draft: Draft, database: Database, outlook: Outlook) -> bool:
    """Whether an approved draft waits for the next business day."""
    now = outlook.now
    approved = min(draft.approved or now, now)
    return any(may_go_from(draft, database, outlook, moment) > now for moment in (approved, now))


def still_fits(draft: Draft, database: Database, outlook: Outlook) -> bool:
    """False once an answer came, the person wrote by hand, or the moment for it has passed.

    A reply the person asked for fits for as long as it can be written at all.
    """
    with database.reading() as transaction:
        return not why_outdated(transaction, draft, outlook)
