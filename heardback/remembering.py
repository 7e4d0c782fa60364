"""What the person noted after earlier talks, brought back before the next one of that kind."""

from respond.lessons import lesson_words, lessons_ahead
from respond.standings import Standing
from store.database import Transaction


def lessons_before(transaction: Transaction, standing: Standing) -> list[str]:
    """The lessons worth reading before the talk this application leads to next, in a line each."""
    words: list[str] = []
    for lesson in lessons_ahead(standing, transaction.lessons.all()):
        application = transaction.applications.get(lesson.application)
        company = (application.company or application.agency) if application else ""
        words.append(lesson_words(lesson, company))
    return words
