"""The words a person reads for the values of the closed sets, and for moments and days."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from store.vocabulary import (
    ChangeKind,
    DraftKind,
    DraftState,
    EventKind,
    NextAction,
    RejectionReason,
    Stage,
    Status,
    Tag,
)

_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Tag: {
        "invitation": "invitation",
        "rejection": "rejection",
        "offer": "offer",
        "assessment": "assessment",
        "acknowledgement": "receipt",
        "outreach": "outreach",
        "other": "other",
        "silence-timeout": "gone quiet",
    },
    Stage: {
        "applied": "applied",
        "screening": "first call",
        "interviewing": "interviews",
        "final": "final round",
        "offer": "offer",
        "closed": "closed",
    },
    Status: {
        "waiting_on_them": "waiting for them",
        "waiting_on_me": "your turn",
        "silent": "gone quiet",
        "rejected": "declined",
        "offer": "offer",
        "withdrawn": "withdrawn",
    },
    RejectionReason: {
        "not_stated": "no reason given",
        "other_candidate": "they chose somebody else",
        "fit_general": "fit, in general words",
        "missing_requirement": "a requirement that was missing",
        "role_filled": "the role was filled",
        "internal_candidate": "somebody from inside",
        "role_cancelled": "the role was dropped",
        "role_frozen": "the role is on hold",
        "capacity": "more applications than they could look at",
        "eligibility": "place or permit",
        "compensation": "pay",
        "interview_outcome": "how the interview went",
    },
    NextAction: {
        "reply_to_invitation": "answer the invitation",
        "reply_to_request": "answer their question",
        "complete_assessment": "do the assessment",
        "reply_to_offer": "answer the offer",
        "thank_you": "say thank you",
        "follow_up": "follow up",
        "final_follow_up": "follow up one last time",
        "stay_connected_reply": "keep the door open",
        "reconnect": "get back in touch",
        "none": "nothing for now",
    },
    EventKind: {
        "applied": "you applied",
        "receipt": "receipt",
        "invited": "invitation",
        "booked": "date settled",
        "cancelled": "date called off",
        "assessment": "assessment",
        "submitted": "you handed in the assessment",
        "request": "a question of theirs",
        "answer": "an answer of theirs",
        "replied": "you replied",
        "chased": "you followed up",
        "thanked": "you said thank you",
        "rejected": "rejection",
        "offered": "offer",
        "withdrew": "you withdrew",
        "notice": "notice",
        "closed": "closed",
        "moved": "moved by hand",
    },
    DraftKind: {
        "follow_up_application": "follow-up after applying",
        "follow_up_interview": "follow-up after interview",
        "final_follow_up": "last follow-up",
        "stay_connected": "keeping the door open",
        "invitation_reply": "reply to an invitation",
        "other_times": "asking for other times",
        "decline_invitation": "declining an invitation",
        "thank_you": "thank-you note",
        "withdrawal": "withdrawing",
        "assessment_reply": "reply to an assessment",
        "outreach_interested": "reply to outreach: interested",
        "outreach_later": "reply to outreach: not now",
        "offer_reply": "reply to an offer",
        "information_reply": "reply to a question",
        "reconnect": "getting back in touch",
        "hired_thanks": "thanks after the search",
    },
    DraftState: {
        "proposed": "waits for you",
        "edited": "changed by you",
        "approved": "approved",
        "sending": "being sent",
        "sent": "sent",
        "discarded": "dropped",
        "withdrawn": "no longer needed",
        "failed": "not sent",
        "unknown": "perhaps sent",
    },
    ChangeKind: {
        "add": "added",
        "edit": "changed",
        "move": "moved",
        "close": "closed",
        "reopen": "opened again",
        "merge": "joined",
        "split": "taken apart",
        "place": "mail moved",
        "correct": "tag corrected",
        "pause": "paused",
        "resume": "taken up again",
        "hired": "hired",
    },
}
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def words(value: object) -> str:
    """What a person reads for a value of a closed set; other text loses its underscores."""
    if value is None:
        return ""
    known = _WORDS.get(type(value), {}) if isinstance(value, StrEnum) else {}
    return known.get(str(value), str(value).replace("_", " "))


def sentence_case(text: object) -> str:
    """The text with its first letter made large and the others left alone."""
    shown = str(text)
    return shown[:1].upper() + shown[1:]


def day_words(day: date, today: date) -> str:
    """A day as it is said: near ones by name, those of another year with it."""
    if abs((day - today).days) <= 1:
        return _NEAR[(day - today).days]
    short = f"{day:%a} {day.day} {day:%b}"
    return short if day.year == today.year or abs(day - today) < timedelta(days=120) else f"{short} {day.year}"


def moment_words(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A moment in the person's own time."""
    local = moment.astimezone(zone)
    return f"{day_words(local.date(), now.astimezone(zone).date())}, {local:%H:%M}"


def long_day(day: date) -> str:
    """A day with everything that belongs to it."""
    return f"{day:%A}, {day.day} {day:%B} {day.year}"


def lasting(span: timedelta) -> str:
    """A stretch of time in the largest unit that fits it."""
    minutes = int(span.total_seconds() // 60)
    for size, unit in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "less than a minute"
