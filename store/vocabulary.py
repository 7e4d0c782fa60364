"""The closed sets of words everything speaks in. Values are what is stored and what JSON shows."""

from enum import StrEnum


class Tag(StrEnum):
    """What a message says; ``SILENCE_TIMEOUT`` alone is given by the clock, to an application."""

    INVITATION = "invitation"
    REJECTION = "rejection"
    OFFER = "offer"
    ASSESSMENT = "assessment"
    ACKNOWLEDGEMENT = "acknowledgement"
    OUTREACH = "outreach"
    OTHER = "other"
    SILENCE_TIMEOUT = "silence-timeout"


MESSAGE_TAGS: tuple[Tag, ...] = tuple(tag for tag in Tag if tag is not Tag.SILENCE_TIMEOUT)
"""The tags a message can carry, in the fixed order of every probability vector."""


class Stage(StrEnum):
    """The furthest step of an application that was reached or booked (``silence.md``)."""

    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEWING = "interviewing"
    FINAL = "final"
    OFFER = "offer"
    CLOSED = "closed"

    @property
    def rank(self) -> int:
        """Position on the way; a later stage has the larger rank."""
        return tuple(Stage).index(self)


class Status(StrEnum):
    """Who has to act, or how it ended."""

    WAITING_ON_THEM = "waiting_on_them"
    WAITING_ON_ME = "waiting_on_me"
    SILENT = "silent"
    REJECTED = "rejected"
    OFFER = "offer"
    WITHDRAWN = "withdrawn"


class RejectionReason(StrEnum):
    """What a rejection gives as its reason (``domain.md`` §5.3); ``NOT_STATED`` is the honest default."""

    NOT_STATED = "not_stated"
    OTHER_CANDIDATE = "other_candidate"
    FIT_GENERAL = "fit_general"
    MISSING_REQUIREMENT = "missing_requirement"
    ROLE_FILLED = "role_filled"
    INTERNAL_CANDIDATE = "internal_candidate"
    ROLE_CANCELLED = "role_cancelled"
    ROLE_FROZEN = "role_frozen"
    CAPACITY = "capacity"
    ELIGIBILITY = "eligibility"
    COMPENSATION = "compensation"
    INTERVIEW_OUTCOME = "interview_outcome"


class NextAction(StrEnum):
    """The one next step that makes sense (``silence.md``); ``NONE`` also means: no draft."""

    REPLY_TO_INVITATION = "reply_to_invitation"
    REPLY_TO_REQUEST = "reply_to_request"
    COMPLETE_ASSESSMENT = "complete_assessment"
    REPLY_TO_OFFER = "reply_to_offer"
    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"
    FINAL_FOLLOW_UP = "final_follow_up"
    STAY_CONNECTED_REPLY = "stay_connected_reply"
    RECONNECT = "reconnect"
    NONE = "none"


class Direction(StrEnum):
    """Whether the person received a message or sent it."""

    RECEIVED = "received"
    SENT = "sent"


class SenderKind(StrEnum):
    """What sort of sender an address is, by the table of ``ingest/senders.py`` (``domain.md`` §4.1)."""

    PERSON = "person"
    COMPANY = "company"
    TRACKING_SYSTEM = "tracking_system"
    JOB_BOARD = "job_board"
    SCHEDULER = "scheduler"
    TEST_PLATFORM = "test_platform"
    FREEMAIL = "freemail"


class EventKind(StrEnum):
    """What happened in an application. Stage, status and turn are derived from these alone."""

    APPLIED = "applied"
    RECEIPT = "receipt"
    INVITED = "invited"
    BOOKED = "booked"
    CANCELLED = "cancelled"
    ASSESSMENT = "assessment"
    SUBMITTED = "submitted"
    REQUEST = "request"
    ANSWER = "answer"
    REPLIED = "replied"
    CHASED = "chased"
    THANKED = "thanked"
    REJECTED = "rejected"
    OFFERED = "offered"
    WITHDREW = "withdrew"
    NOTICE = "notice"
    CLOSED = "closed"
    MOVED = "moved"


class DraftKind(StrEnum):
    """The replies heardback writes, in the order of ``domain.md`` §2.3 (R1 to R14); the last two are of §6.2."""

    FOLLOW_UP_APPLICATION = "follow_up_application"
    FOLLOW_UP_INTERVIEW = "follow_up_interview"
    FINAL_FOLLOW_UP = "final_follow_up"
    STAY_CONNECTED = "stay_connected"
    INVITATION_REPLY = "invitation_reply"
    OTHER_TIMES = "other_times"
    DECLINE_INVITATION = "decline_invitation"
    THANK_YOU = "thank_you"
    WITHDRAWAL = "withdrawal"
    ASSESSMENT_REPLY = "assessment_reply"
    OUTREACH_INTERESTED = "outreach_interested"
    OUTREACH_LATER = "outreach_later"
    OFFER_REPLY = "offer_reply"
    INFORMATION_REPLY = "information_reply"
    RECONNECT = "reconnect"
    HIRED_THANKS = "hired_thanks"


class DraftState(StrEnum):
    """A draft's life: proposed → (edited) → approved → sending → sent, or one of the ends."""

    PROPOSED = "proposed"
    EDITED = "edited"
    APPROVED = "approved"
    SENDING = "sending"
    SENT = "sent"
    DISCARDED = "discarded"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"
    UNKNOWN = "unknown"

    @property
    def is_open(self) -> bool:
        """Whether the person can still change, approve or discard it."""
        return self in (DraftState.PROPOSED, DraftState.EDITED)


class ChangeKind(StrEnum):
    """What a person changes by hand; each can be undone. The values are the commands' names."""

    ADD = "add"
    EDIT = "edit"
    MOVE = "move"
    CLOSE = "close"
    REOPEN = "reopen"
    MERGE = "merge"
    SPLIT = "split"
    PLACE = "place"
    CORRECT = "correct"
    PAUSE = "pause"
    RESUME = "resume"
    HIRED = "hired"


class SearchPhase(StrEnum):
    """Whether the person is looking for work: going on, resting for a while, or over because they were hired."""

    ON = "on"
    PAUSED = "paused"
    HIRED = "hired"
