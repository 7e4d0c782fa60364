"""Days by which the law asks an employer to answer, shown as a date to know of, never as a threat.

Ontario: since 1 January 2026 an employer with 25 or more employees tells everybody it interviewed for a publicly
advertised job, within 45 days of the last interview, whether it has decided; "not yet" is an answer, and a screening
does not count (``domain.md`` §1.2, last paragraph; §1.5). Whether the employer is that large and the job was advertised
is not in any mail, so the sentence says it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from classify.state import History
from classify.workdays import Workdays

_ONTARIO = "CA-ON"
_IN_FORCE = date(2026, 1, 1)
_WITHIN = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class LegalDate:
    """The local day by which an answer is due by law, and the sentence that says so."""

    day: date
    words: str


def legal_date(history: History, employer_in: str, workdays: Workdays) -> LegalDate | None:
    """The day for an application that waits on an employer in ``employer_in`` (ISO 3166-2); None where none applies."""
    if employer_in != _ONTARIO or history.last_full_interview is None:
        return None
    held = workdays.local_day(history.last_full_interview)
    if held < _IN_FORCE:
        return None
    day = held + _WITHIN
    words = (
        "In Ontario an employer with 25 or more people tells everybody it interviewed for an advertised job within 45 "
        f"days whether it has decided; that would be by {day.day} {day:%B %Y}."
    )
    return LegalDate(day, words)
