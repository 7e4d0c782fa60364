"""The look at a week that all parts of the digest's facts are gathered from."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from respond.glances import Glance
from respond.standings import Outlook, Standing
from store.database import Transaction

Span = tuple[datetime, datetime]
"""From a moment on, and before another."""


@dataclass(frozen=True, slots=True)
class WeekLook:
    """Everything as it stands at the moment of ``outlook``, and the seven days before ``week_of``."""

    transaction: Transaction
    outlook: Outlook
    told: tuple[Glance, ...]
    start: date
    week_of: date

    @property
    def span(self) -> Span:
        """The week as moments."""
        return self.midnight(self.start), self.midnight(self.week_of)

    def midnight(self, day: date) -> datetime:
        """The beginning of a day where the person lives."""
        return datetime.combine(day, time.min, self.outlook.zone).astimezone(UTC)


def name_words(of: Glance | Standing) -> str:
    """What an application goes by: its employer, else the agency."""
    return of.application.company or of.application.agency
