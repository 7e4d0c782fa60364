"""What the person took from each rejection, in their own words."""

from dataclasses import asdict

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from store.noted import Lesson
from store.schema import lessons


class LessonLedger:
    """One lesson an application at most."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Lesson, ...]:
        """Every lesson, newest first."""
        rows = self._connection.execute(select(lessons).order_by(lessons.c.at.desc(), lessons.c.id.desc()))
        return tuple(Lesson(**row._mapping) for row in rows)

    def of(self, application: int) -> Lesson | None:
        """The lesson of an application, or None."""
        row = self._connection.execute(select(lessons).where(lessons.c.application == application)).one_or_none()
        return None if row is None else Lesson(**row._mapping)

    def keep(self, lesson: Lesson) -> None:
        """Writes a lesson down, in place of an earlier one of the same application."""
        values = {key: value for key, value in asdict(lesson).items() if key != "id"}
        statement = insert(lessons).values(values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["application"], set_=values))

    def remove(self, application: int) -> bool:
        """Forgets the lesson of an application; False if there was none."""
        return self._connection.execute(lessons.delete().where(lessons.c.application == application)).rowcount == 1
