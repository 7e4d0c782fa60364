"""What the person noted after earlier talks: begun from the mails, brought back before the next one."""

from dataclasses import replace

from respond.lessons import about_the_role, lesson_from, lesson_words, lessons_ahead
from respond.standings import Outlook, Standing, standings
from store.database import Transaction
from store.errors import UserError
from store.noted import Lesson


def lesson_begun(transaction: Transaction, number: int, outlook: Outlook) -> tuple[Lesson, str]:
    """The lesson so far, or a new one with what the mails say; and what of the reason lay in the role.

    Raises ``UserError`` for an application that was not turned down.
    """
    kept = transaction.lessons.of(number)
    found = standings(transaction, outlook, only=[number], chances=False)
    begun = lesson_from(found[0], outlook.now) if found else None
    if begun is None:
        raise UserError(f"Application {number} was not turned down, so there is nothing to note yet.")
    aside = about_the_role(found[0])
    if kept is None:
        return begun, aside
    return replace(kept, at=begun.at, stage=begun.stage, reason_written=begun.reason_written), aside


def lessons_before(transaction: Transaction, standing: Standing) -> list[str]:
    """The lessons worth reading before the talk this application leads to next, in a line each."""
    words: list[str] = []
    for lesson in lessons_ahead(standing, transaction.lessons.all()):
        application = transaction.applications.get(lesson.application)
        company = (application.company or application.agency) if application else ""
        words.append(lesson_words(lesson, company))
    return words
