"""The kinds of reply in words, as a person is told of them."""

from types import MappingProxyType

from store.vocabulary import DraftKind

KIND_WORDS = MappingProxyType(
    {
        DraftKind.FOLLOW_UP_APPLICATION: "follow-up after an application",
        DraftKind.FOLLOW_UP_INTERVIEW: "follow-up after an interview or a task",
        DraftKind.FINAL_FOLLOW_UP: "last follow-up",
        DraftKind.STAY_CONNECTED: "kind answer to a rejection",
        DraftKind.INVITATION_REPLY: "yes to an interview",
        DraftKind.OTHER_TIMES: "other times for an interview",
        DraftKind.DECLINE_INVITATION: "no to an interview",
        DraftKind.THANK_YOU: "thanks after an interview",
        DraftKind.WITHDRAWAL: "withdrawal",
        DraftKind.ASSESSMENT_REPLY: "word on a task, or for more time",
        DraftKind.OUTREACH_INTERESTED: "interest in an approach",
        DraftKind.OUTREACH_LATER: "not now, but keep in touch",
        DraftKind.OFFER_REPLY: "word that an offer has come",
        DraftKind.INFORMATION_REPLY: "what they asked to be told",
        DraftKind.RECONNECT: "a word again, later",
        DraftKind.HIRED_THANKS: "thanks once you are hired",
    }
)
"""By kind, in the order of the vocabulary."""
COMES_WHEN = MappingProxyType(
    {
        DraftKind.FOLLOW_UP_APPLICATION: "when an answer is overdue; or earlier, when you ask",
        DraftKind.FOLLOW_UP_INTERVIEW: "when an answer is overdue; or earlier, when you ask",
        DraftKind.FINAL_FOLLOW_UP: "when the second answer is overdue; or earlier, when you ask",
        DraftKind.STAY_CONNECTED: "after a rejection that somebody reads answers to",
        DraftKind.INVITATION_REPLY: "after an invitation",
        DraftKind.OTHER_TIMES: "when you ask",
        DraftKind.DECLINE_INVITATION: "when you ask",
        DraftKind.THANK_YOU: "right after an interview, for two business days",
        DraftKind.WITHDRAWAL: "when you ask; for all that is open once you are hired",
        DraftKind.ASSESSMENT_REPLY: "when a person sent the task; for more time, when you ask",
        DraftKind.OUTREACH_INTERESTED: "after a recruiter's own fresh mail",
        DraftKind.OUTREACH_LATER: "when you ask",
        DraftKind.OFFER_REPLY: "after an offer; it never accepts",
        DraftKind.INFORMATION_REPLY: "after a question for papers or facts",
        DraftKind.RECONNECT: "a month or more after a rejection you answered; or earlier, when you ask",
        DraftKind.HIRED_THANKS: "once you are hired, to those who helped",
    }
)
"""When each is written, in a few words."""
LANGUAGE_WORDS = MappingProxyType({"en": "English", "de": "German", "fr": "French", "es": "Spanish"})
