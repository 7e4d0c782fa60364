"""Applications; what happened in them is in ``events``, who was met through them in ``acquaintances``."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, Integer, Row, bindparam, cast, func, select, update
from sqlalchemy.dialects.sqlite import insert

from store.acquaintances import Acquaintances
from store.events import Events
from store.records import Application
from store.schema import applications, contacts, drafts, events, meta, no_drafts, search

_HIGHEST = "highest_application"
# The statements of every mail's way, built once: to put one together costs more than to run it.
_HIGHEST_EVER = select(
    func.max(
        func.coalesce(select(func.max(applications.c.id)).scalar_subquery(), 0),
        func.coalesce(select(cast(meta.c.value, Integer)).where(meta.c.key == _HIGHEST).scalar_subquery(), 0),
    )
)
_NEW_NOTE = insert(meta)
_NOTE_HIGHEST = _NEW_NOTE.on_conflict_do_update(index_elements=["key"], set_={"value": _NEW_NOTE.excluded.value})
_ADD = insert(applications)
_DESCRIBE = (
    update(applications)
    .where(applications.c.id == bindparam("number"))
    .values({name: bindparam(name) for name in ("company", "company_key", "role", "agency", "requisitions", "country")})
)
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_BY_HAND = select(applications.c.id).where(applications.c.id.in_(_IDS), applications.c.by == "hand")
_AT_COMPANIES = (
    select(applications)
    .where(applications.c.company_key.in_(bindparam("keys", expanding=True)))
    .order_by(applications.c.id)
)


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known of an application when it comes to be known, and by whom: "mail" or "hand"."""

    company: str
    company_key: str
    role: str
    agency: str = ""
    by: str = "mail"


class ApplicationLedger(Events, Acquaintances):
    """One row an application; what state it is in follows from its events alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, company: str, company_key: str, role: str, *, agency: str = "", by: str = "mail") -> int:
        """A new application; returns its id, which none had before: a removed one may come back."""
        (number,) = self.add_all([Opened(company, company_key, role, agency, by)])
        return number

    def add_all(self, new: Sequence[Opened]) -> tuple[int, ...]:
        """Several new applications; their ids, in the same order."""
        if not new:
            return ()
        first = int(self._connection.execute(_HIGHEST_EVER).scalar_one()) + 1
        numbers = tuple(range(first, first + len(new)))
        self._connection.execute(
            _ADD, [{"id": number} | asdict(each) for number, each in zip(numbers, new, strict=True)]
        )
        self._connection.execute(_NOTE_HIGHEST, {"key": _HIGHEST, "value": str(numbers[-1])})
        return numbers

    def describe(self, application: Application, company_key: str) -> None:
        """Brings company, role, agency and requisitions of an application up to what is known now."""
        self.describe_all([(application, company_key)])

    def describe_all(self, known: Iterable[tuple[Application, str]]) -> None:
        """The same for several, each with its company's key."""
        rows = [
            {
                "number": application.id,
                "company": application.company,
                "company_key": company_key,
                "role": application.role,
                "agency": application.agency,
                "requisitions": json.dumps(application.requisitions),
                "country": application.country,
            }
            for application, company_key in known
        ]
        if rows:
            self._connection.execute(_DESCRIBE, rows)

    def get(self, application: int) -> Application | None:
        """One application, or None."""
        row = self._connection.execute(select(applications).where(applications.c.id == application)).one_or_none()
        return None if row is None else _application(row)

    def all(self) -> tuple[Application, ...]:
        """Every application, by id."""
        return tuple(_application(row) for row in self._connection.execute(select(applications)))

    def some(self, ids: Iterable[int]) -> tuple[Application, ...]:
        """These applications, as far as they are there, by id."""
        found = select(applications).where(applications.c.id.in_(set(ids))).order_by(applications.c.id)
        return tuple(_application(row) for row in self._connection.execute(found))

    def of_companies(self, keys: Iterable[str]) -> tuple[Application, ...]:
        """The applications at these companies."""
        asked = sorted(set(keys))
        return tuple(map(_application, self._connection.execute(_AT_COMPANIES, {"keys": asked}))) if asked else ()

    def at_company_of(self, application: int) -> tuple[Application, ...]:
        """The applications at the same employer as this one, itself included."""
        key = select(applications.c.company_key).where(applications.c.id == application).scalar_subquery()
        rows = self._connection.execute(select(applications).where(applications.c.company_key == key))
        return tuple(_application(row) for row in rows)

    def with_neighbours(self, ids: Iterable[int]) -> frozenset[int]:
        """These applications and all others at the same employers."""
        given = frozenset(ids)
        key = applications.c.company_key
        keys = select(key).where(applications.c.id.in_(given), key != "")
        return given | frozenset(self._connection.scalars(select(applications.c.id).where(key.in_(keys))))

    def made_by_hand(self, ids: Iterable[int]) -> set[int]:
        """Which of these the person entered or edited themselves; those are never removed or renamed by a mail."""
        asked = list(set(ids))
        return set(self._connection.scalars(_BY_HAND, {"ids": asked})) if asked else set()

    def take_over(self, application: int) -> None:
        """The person edited it: what they wrote outranks what mails say."""
        self._connection.execute(update(applications).where(applications.c.id == application).values(by="hand"))

    def remove(self, application: int) -> None:
        """Removes an application no mail and no hand stands for any more; its mail-made events go with it."""
        self._connection.execute(applications.delete().where(applications.c.id == application))

    def hand_over(self, source: int, target: int) -> None:
        """Gives all that belongs to one application but its mails to another, when the two turn out to be one."""
        self.hand_over_drafts(source, target)
        self._connection.execute(update(events).where(events.c.application_id == source).values(application_id=target))
        self._connection.execute(update(contacts).where(contacts.c.met_through == source).values(met_through=target))
        self._connection.execute(update(search).where(search.c.application == source).values(application=target))

    def hand_over_drafts(self, source: int, target: int) -> None:
        """Gives the drafts of one application, and why there are none, to another."""
        for table in (drafts, no_drafts):
            own = table.c.application_id == source
            self._connection.execute(update(table).where(own).values(application_id=target))


def _application(row: Row[Any]) -> Application:
    return Application(
        id=row.id,
        company=row.company,
        role=row.role,
        agency=row.agency,
        requisitions=tuple(json.loads(row.requisitions)),
        country=row.country,
    )
