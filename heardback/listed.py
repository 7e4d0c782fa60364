"""The rows of ``applications`` straight from what the last looks saw, which is all a listing needs on most days.

Everything here is read as plain values: the rules that made them, and the mails they were made from, stay unread
(``docs/decisions/0016``). Where anything has to be derived anew there is no answer, and ``respond.glances`` has it.
"""

from datetime import date, datetime
from typing import Any, NotRequired, TypedDict

from classify.waits import Wait
from respond.answers import Since, curve_of, running
from respond.outlook import Outlook, mark_of
from store.codec import from_json
from store.database import Transaction
from store.looks import Shown
from store.vocabulary import Status

_WAITING = (Status.WAITING_ON_THEM, Status.SILENT)


class _State(TypedDict):
    """What a listing shows of ``classify.state.ApplicationState``, under the same names."""

    stage: str
    status: str
    tag: str | None
    ghosted: bool
    silent_since: date | None
    deadline: date | None
    deadline_rests_on: str
    follow_ups_sent: int
    next_action: str
    why: str
    rejection_reason: str | None
    interview_at: datetime | None


class _Seen(TypedDict):
    """What is needed here of ``respond.glances.Seen``."""

    state: _State
    waits: tuple[Wait, ...]
    since: NotRequired[Since | None]
    """Left out where nothing is waited for."""


def listed(transaction: Transaction, outlook: Outlook) -> list[dict[str, Any]] | None:
    """Every application as ``views.application_row`` shows it, by id; None where a look or a chance is not at hand."""
    by_whom = transaction.facts.get("looked_by")[0].partition(" ")[0]
    if outlook.follow_up_below or by_whom != mark_of(outlook):
        return None
    found: list[tuple[Shown, _Seen]] = []
    for shown in transaction.looks.shown(outlook.now):
        if shown.glance is None:
            return None
        found.append((shown, from_json(shown.glance, _Seen)))
    curve = curve_of(transaction, ((seen["waits"], seen.get("since")) for _, seen in found), outlook)
    rows = []
    for shown, seen in found:
        since = seen.get("since")
        wait = running(since, outlook.now, outlook) if since else None
        chance = None
        if wait is not None and seen["state"]["status"] in _WAITING:
            if not curve.knows(wait.step, wait.days):
                return None
            (p, low, high), words = curve.told(wait.step, wait.days)
            chance = {"p": p, "low": low, "high": high, "words": words}
        rows.append(_row(shown, seen["state"], chance))
    return rows


def _row(shown: Shown, state: _State, chance: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "id": shown.id,
        "company": shown.company,
        "agency": shown.agency,
        "role": shown.role,
        "stage": state["stage"],
        "status": state["status"],
        "tag": state["tag"],
        "ghosted": state["ghosted"],
        "silent_since": state["silent_since"],
        "deadline": state["deadline"],
        "deadline_rests_on": state["deadline_rests_on"],
        "chance_of_answer": chance,
        "follow_ups_sent": state["follow_ups_sent"],
        "next_action": state["next_action"],
        "why": state["why"],
        "rejection_reason": state["rejection_reason"],
        "reply_to": shown.reply_to or None,
        "interview_at": state["interview_at"],
    }
