"""Drafts and their lives. Every step that cannot be undone is claimed by a conditional update first."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Float, Select, bindparam, case, func, or_, select, type_coerce, update
from sqlalchemy.dialects.sqlite import insert

from store.codec import to_json
from store.draftcopies import Copies
from store.noted import Draft, NoDraft
from store.schema import Moment, drafts, no_drafts
from store.storeddraft import draft_of
from store.vocabulary import DraftKind, DraftState

_OPEN = (DraftState.PROPOSED, DraftState.EDITED)


class DraftLedger(Copies):
    """Drafts, and the reasons why there is none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, draft: Draft, wording: str) -> int | None:
        """A new draft; None if one of this key was ever made."""
        statement = insert(drafts).values(**_columns(draft), wording=wording)
        result = self._connection.execute(statement.on_conflict_do_nothing(index_elements=["key"]))
        if result.rowcount != 1:
            return None
        self._connection.execute(no_drafts.delete().where(no_drafts.c.key == draft.key))
        return int(self._connection.execute(select(drafts.c.id).where(drafts.c.key == draft.key)).scalar_one())

    def has(self, key: str) -> bool:
        """Whether a draft of this key was ever made."""
        found = self._connection.execute(select(drafts.c.id).where(drafts.c.key == key))
        return found.scalar_one_or_none() is not None

    def revive(self, key: str, *, at: datetime) -> bool:
        """A withdrawn draft waits again when its reason has come back: a pause is over, a change was undone."""
        withdrawn = (drafts.c.key == key, drafts.c.state == DraftState.WITHDRAWN)
        values = {"state": DraftState.PROPOSED, "changed": at, "failure": "", "approved": None, "not_before": None}
        return self._connection.execute(update(drafts).where(*withdrawn).values(values)).rowcount == 1

    def refuse(self, refusal: NoDraft, *, at: datetime) -> bool:
        """Records why there is no draft; returns whether that is news."""
        before = self._connection.execute(
            select(no_drafts.c.reason).where(no_drafts.c.key == refusal.key)
        ).scalar_one_or_none()
        values = {
            "key": refusal.key,
            "kind": refusal.kind,
            "application_id": refusal.application_id,
            "reason": refusal.reason,
            "at": at,
        }
        if before != refusal.reason:
            statement = insert(no_drafts).values(values)
            self._connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=values))
        return before != refusal.reason

    def refusals(self, application: int | None = None) -> tuple[NoDraft, ...]:
        """Every recorded reason for not drafting, newest first; or those of one application."""
        found = select(no_drafts).order_by(no_drafts.c.at.desc(), no_drafts.c.key)
        if application is not None:
            found = found.where(no_drafts.c.application_id == application)
        rows = self._connection.execute(found)
        return tuple(NoDraft(row.key, DraftKind(row.kind), row.application_id, row.reason) for row in rows)

    def get(self, draft: int) -> Draft | None:
        """One draft, or None."""
        return next(iter(self._select(select(drafts).where(drafts.c.id == draft))), None)

    def by_message_id(self, message_id: str) -> Draft | None:
        """The draft that is or was sent under this Message-ID."""
        return next(iter(self._select(select(drafts).where(drafts.c.message_id == message_id))), None)

    def in_state(self, *states: DraftState) -> tuple[Draft, ...]:
        """Drafts in one of these states, oldest first."""
        return self._select(select(drafts).where(drafts.c.state.in_(states)).order_by(drafts.c.id))

    def settled_since(self, moment: datetime, *states: DraftState) -> tuple[Draft, ...]:
        """Drafts that came into one of these states from ``moment`` on, oldest first."""
        since = select(drafts).where(drafts.c.state.in_(states), drafts.c.changed >= moment)
        return self._select(since.order_by(drafts.c.changed, drafts.c.id))

    def of_applications(self, ids: Iterable[int], *states: DraftState) -> tuple[Draft, ...]:
        """Drafts of these applications, and of none, that are in one of these states, oldest first."""
        theirs = or_(drafts.c.application_id.in_(set(ids)), drafts.c.application_id.is_(None))
        return self._select(select(drafts).where(theirs, drafts.c.state.in_(states)).order_by(drafts.c.id))

    def of_application(self, application: int) -> tuple[Draft, ...]:
        """All drafts of an application, oldest first."""
        return self._select(select(drafts).where(drafts.c.application_id == application).order_by(drafts.c.id))

    def all(self) -> tuple[Draft, ...]:
        """Every draft, oldest first."""
        return self._select(select(drafts).order_by(drafts.c.id))

    def wordings_used(self, applications: Iterable[int]) -> frozenset[str]:
        """Wordings already used in these applications, so that nobody gets the same sentences twice."""
        found = select(drafts.c.wording).where(drafts.c.application_id.in_(set(applications)))
        return frozenset(self._connection.scalars(found)) - {""}

    def move(
        self,
        draft: int,
        *,
        from_states: Iterable[DraftState],
        to: DraftState,
        at: datetime,
        failure: str = "",
        not_before: datetime | None = None,
    ) -> bool:
        """Claims a step of a draft's life; False if it was in none of ``from_states`` any more.

        ``not_before`` is the end of the undo window of an approval.
        """
        values: dict[str, Any] = {"state": to, "changed": at, "failure": failure}
        if to is DraftState.APPROVED:
            values |= {"approved": at, "tries": 0, "not_before": not_before}
        if to is DraftState.SENT:
            values["sent"] = at
        result = self._connection.execute(
            update(drafts).where(drafts.c.id == draft, drafts.c.state.in_(tuple(from_states))).values(values)
        )
        return result.rowcount == 1

    def postpone(self, draft: int, *, until: datetime, failure: str, at: datetime) -> None:
        """A sending failed in passing: back to approved, to be tried again at ``until``."""
        self._connection.execute(
            update(drafts)
            .where(drafts.c.id == draft, drafts.c.state == DraftState.SENDING)
            .values(state=DraftState.APPROVED, changed=at, failure=failure, not_before=until, tries=drafts.c.tries + 1)
        )

    def due(self, now: datetime) -> tuple[tuple[Draft, int], ...]:
        """Approved drafts whose time has come, with how often sending them was tried."""
        found = (
            select(drafts)
            .where(
                drafts.c.state == DraftState.APPROVED, or_(drafts.c.not_before.is_(None), drafts.c.not_before <= now)
            )
            .order_by(drafts.c.approved, drafts.c.id)
        )
        return tuple((draft_of(row), row.tries) for row in self._connection.execute(found))

    def sent_times(self, moment: datetime) -> tuple[datetime, ...]:
        """When drafts were sent after ``moment``, or may have been, oldest first."""
        at = func.coalesce(drafts.c.sent, drafts.c.changed)
        states = (DraftState.SENT, DraftState.SENDING, DraftState.UNKNOWN)
        found = select(at).where(drafts.c.state.in_(states), at > moment).order_by(at)
        return tuple(self._connection.scalars(found))

    def outgoing(self) -> tuple[tuple[Draft, datetime], ...]:
        """Approved drafts with the moment from which on each may go, in the order in which they are sent."""
        found = select(drafts).where(drafts.c.state == DraftState.APPROVED).order_by(drafts.c.approved, drafts.c.id)
        return tuple((draft_of(row), row.not_before or row.changed) for row in self._connection.execute(found))

    def hold(self, draft: int, *, until: datetime, failure: str, at: datetime) -> bool:
        """Keeps an approved draft back until a later moment, without counting it as a try."""
        held = update(drafts).where(drafts.c.id == draft, drafts.c.state == DraftState.APPROVED)
        return self._connection.execute(held.values(changed=at, failure=failure, not_before=until)).rowcount == 1

    def without_sent_copy(self) -> tuple[Draft, ...]:
        """Sent drafts whose copy is not known to lie in Sent yet."""
        found = select(drafts).where(drafts.c.state == DraftState.SENT, drafts.c.in_sent.is_(False))
        return self._select(found.order_by(drafts.c.id))

    def note_in_sent(self, draft: int) -> None:
        """Its copy lies in Sent, or the server has none."""
        self._connection.execute(update(drafts).where(drafts.c.id == draft).values(in_sent=True))

    def rewrite(
        self,
        draft: Draft,
        *,
        state: DraftState,
        at: datetime,
        from_states: Iterable[DraftState] = _OPEN,
        as_read: datetime | None = None,
        failure: str = "",
    ) -> bool:
        """Takes over a changed text; only while the draft is still in one of ``from_states``.

        With ``as_read``, only if nothing has changed it since that moment of ``Draft.changed``.
        """
        changed = replace(draft, state=state, changed=at)
        statement = update(drafts).where(drafts.c.id == draft.id, drafts.c.state.in_(tuple(from_states)))
        if as_read is not None:
            statement = statement.where(drafts.c.changed == as_read)
        values = {"state": state, "changed": at, "message_id": changed.message_id, "failure": failure}
        result = self._connection.execute(statement.values(**values, content=to_json(changed)))
        return result.rowcount == 1

    def put_off(self, draft: int, until: datetime | None) -> bool:
        """Leaves an open draft for later, or takes it up again with None; False if it is not open."""
        statement = update(drafts).where(drafts.c.id == draft, drafts.c.state.in_(_OPEN)).values(later_until=until)
        return self._connection.execute(statement).rowcount == 1

    def pulse(self, now: datetime) -> tuple[float, ...]:
        """Numbers that differ once a draft was made, has changed, was missed in its folder, or was put off till now."""
        return tuple(float(number) for number in self._connection.execute(_PULSE, {"now": now}).one())

    def _select(self, statement: Select[Any]) -> tuple[Draft, ...]:
        return tuple(draft_of(row) for row in self._connection.execute(statement))


_SUMS = (
    drafts.c.changed,
    drafts.c.missing_rounds,
    case((drafts.c.later_until > bindparam("now", type_=Moment), 1), else_=0),
)
_PULSE = select(func.count(), *(func.total(type_coerce(each, Float)) for each in _SUMS)).select_from(drafts)


def _columns(draft: Draft) -> dict[str, Any]:
    return {
        "key": draft.key,
        "kind": draft.kind,
        "state": draft.state,
        "application_id": draft.application_id,
        "message_id": draft.message_id,
        "created": draft.created,
        "changed": draft.changed,
        "content": to_json(draft),
    }
