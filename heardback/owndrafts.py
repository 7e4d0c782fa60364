"""Own mail that went out as a draft: what it does is known by the draft's kind, whatever its words are.

Found by Message-ID; a mail the person sent under another one is read by its words, as all their own mail is.
"""

from dataclasses import replace

from store.database import Transaction
from store.records import Message, Reading
from store.vocabulary import DraftKind

DOES = {
    DraftKind.FOLLOW_UP_APPLICATION: "chase",
    DraftKind.FOLLOW_UP_INTERVIEW: "chase",
    DraftKind.FINAL_FOLLOW_UP: "chase",
    DraftKind.THANK_YOU: "thanks",
    DraftKind.WITHDRAWAL: "withdrawal",
    # Who does not come to talk does not go on; whatever they write later opens it again (rule G).
    DraftKind.DECLINE_INVITATION: "withdrawal",
    DraftKind.OUTREACH_INTERESTED: "approach",
}
"""What a mail of this kind does; all others answer."""


def as_drafted(transaction: Transaction, message: Message, reading: Reading) -> Reading:
    """The reading of an own mail, with what it does where it is a draft of ours."""
    draft = transaction.drafts.by_message_id(message.message_id) if message.message_id else None
    return reading if draft is None else replace(reading, wants=DOES.get(draft.kind, "answer"))
