"""Applications and drafts as the rows that programs and people read (``design.md`` §4, ``silence.md``)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from store.vocabulary import NextAction, Stage

if TYPE_CHECKING:
    from classify.state import ApplicationState
    from respond.glances import Glance
    from respond.standings import Standing
    from store.noted import Draft
    from store.records import Event, StoredMessage

APPLICATION_COLUMNS = (
    "id",
    "company",
    "agency",
    "role",
    "stage",
    "status",
    "tag",
    "ghosted",
    "silent_since",
    "deadline",
    "deadline_rests_on",
    "chance_of_answer",
    "follow_ups_sent",
    "next_action",
    "why",
    "rejection_reason",
    "reply_to",
    "interview_at",
)


def application_row(standing: "Standing | Glance") -> dict[str, Any]:
    """One application; the keys are what other programs rely on."""
    application, state = standing.application, standing.state
    chance = state.chance
    return {
        "id": application.id,
        "company": application.company,
        "agency": application.agency,
        "role": application.role,
        "stage": state.stage,
        "status": state.status,
        "tag": state.tag,
        "ghosted": state.ghosted,
        "silent_since": state.silent_since,
        "deadline": state.deadline,
        "deadline_rests_on": state.deadline_rests_on,
        "chance_of_answer": chance and {"p": chance.p, "low": chance.low, "high": chance.high, "words": chance.words},
        "follow_ups_sent": state.follow_ups_sent,
        "next_action": state.next_action,
        "why": state.why,
        "rejection_reason": state.rejection_reason,
        "reply_to": standing.reply_to or None,
        "interview_at": state.interview_at,
    }


def needs_person(state: "ApplicationState") -> bool:
    """Whether there is a next step for the person; what was given up as ghosted waits for nobody."""
    return state.next_action is not NextAction.NONE and not state.ghosted


def urgency(standing: "Standing | Glance") -> tuple[bool, bool, int]:
    """What needs the person first, then what is open, then what is over; by number within each."""
    state = standing.state
    return (not needs_person(state), state.stage is Stage.CLOSED, standing.application.id)


def row_urgency(row: dict[str, Any]) -> tuple[bool, bool, int]:
    """The same of an application's row."""
    needs = row["next_action"] != NextAction.NONE and not row["ghosted"]
    return (not needs, row["stage"] == Stage.CLOSED, row["id"])


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """An application's row for a sheet, where a chance is one number."""
    chance = row["chance_of_answer"]
    return row | {"chance_of_answer": chance["p"] if chance else None}


def employer_row(standing: "Standing") -> dict[str, Any]:
    """Where the employer sits, "" where unknown, and by when the law asks it for an answer, where it does."""
    return {"country": standing.application.country, "answer_due_by_law": standing.state.legal_day}


def taken_back(events: "Sequence[Event]", before: "Sequence[Event]") -> "list[Event]":
    """What was held to have happened once and is not any more: another mail or the person's word changed it.

    ``before`` are the events that were replaced; those that only gained or lost a detail are left out.
    """
    holds = {(event.kind, event.at, event.message_id) for event in events}
    last = {(event.kind, event.at, event.message_id): event for event in before}
    return [event for face, event in last.items() if face not in holds]


def event_row(event: "Event") -> dict[str, Any]:
    """One event of a timeline."""
    return {
        "at": event.at,
        "kind": event.kind,
        "message_id": event.message_id,
        "sentence": event.sentence,
        "by": event.by,
        "detail": dict(event.detail),
    }


def timeline_rows(standing: "Standing") -> list[dict[str, Any]]:
    """What happened in an application, oldest first, each with the words that say so."""
    return [event_row(event) for event in standing.events]


def message_row(stored: "StoredMessage") -> dict[str, Any]:
    """One mail of an application, without its text."""
    verdict = stored.reading.verdict
    return {
        "id": stored.id,
        "date": stored.message.date,
        "direction": stored.direction,
        "from": stored.message.sender.address,
        "subject": stored.message.subject,
        "tag": verdict.tag,
        "unsure": verdict.unsure,
        "corrected": stored.corrected,
        "reasons": list(verdict.reasons),
    }


def draft_row(draft: "Draft") -> dict[str, Any]:
    """One draft, whole."""
    return {
        "id": draft.id,
        "kind": draft.kind,
        "state": draft.state,
        "application": draft.application_id,
        "account": draft.account,
        "from": draft.sender.address,
        "to": draft.to.address,
        "subject": draft.subject,
        "body": draft.body,
        "gaps": [gap for gap in draft.gaps if gap in draft.body],
        "why": list(draft.why),
        "facts": [{"slot": fact.slot, "value": fact.value, "source": fact.source} for fact in draft.facts],
        "in_reply_to": draft.in_reply_to,
        "created": draft.created,
        "approved": draft.approved,
        "sent": draft.sent,
        "failure": draft.failure,
    }
