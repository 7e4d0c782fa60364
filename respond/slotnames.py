"""Which slots the wordings of each kind may use; all of them are always given, an empty one leaves its clause out."""

from types import MappingProxyType

from store.vocabulary import DraftKind

COMMON = frozenset({"role", "house", "informal"})
_TIMES = frozenset({"windows", "times_gap", "zone"})
_OWN = {
    DraftKind.FOLLOW_UP_APPLICATION: frozenset({"applied_on", "reference", "acknowledged"}),
    DraftKind.FOLLOW_UP_INTERVIEW: frozenset({"interview_on", "submitted_on", "promise_on"}),
    DraftKind.FINAL_FOLLOW_UP: frozenset({"chased_on"}),
    DraftKind.STAY_CONNECTED: frozenset({"told", "interview_on", "about"}),
    DraftKind.INVITATION_REPLY: _TIMES | {"when", "place", "choices_gap"},
    DraftKind.OTHER_TIMES: _TIMES | {"when"},
    DraftKind.DECLINE_INVITATION: frozenset({"when"}),
    DraftKind.THANK_YOU: frozenset({"interview_on", "promise_on", "moment_gap"}),
    DraftKind.WITHDRAWAL: frozenset({"taken", "interview_on"}),
    DraftKind.ASSESSMENT_REPLY: frozenset({"due_on", "extend", "day_gap"}),
    DraftKind.OUTREACH_INTERESTED: _TIMES
    | {"ask_scope", "ask_place", "ask_pay", "ask_stage", "wants_call", "wants_cv"},
    DraftKind.OUTREACH_LATER: frozenset({"looking_for"}),
    DraftKind.OFFER_REPLY: frozenset({"answer_by"}),
    DraftKind.INFORMATION_REPLY: frozenset({"items", "documents"}),
    DraftKind.RECONNECT: frozenset({"last_on", "interview_on", "about", "news_gap"}),
    DraftKind.HIRED_THANKS: frozenset({"interview_on"}),
}
SLOTS = MappingProxyType({kind: COMMON | own for kind, own in _OWN.items()})
"""By kind."""
