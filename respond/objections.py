"""The reasons against writing a reply at all, in the order they are tried (``domain.md`` §2.2, §2.3 "Not if")."""

import re
from collections.abc import Callable

from classify.cadence import wait_asked
from ingest.senders import registered_domain, sender_kind
from respond.answered import mail_answered
from respond.situation import Situation, received_newest_first
from respond.slots import today_of
from store.records import Address, StoredMessage
from store.vocabulary import MESSAGE_TAGS, DraftKind, SenderKind, Stage, Status, Tag

SCAM = "The mail shows signs of a scam; heardback writes nothing to it."
_CHASES = frozenset({DraftKind.FOLLOW_UP_APPLICATION, DraftKind.FOLLOW_UP_INTERVIEW, DraftKind.FINAL_FOLLOW_UP})
_UNASKED = _CHASES | {DraftKind.RECONNECT}
"""What nobody of theirs waits for."""
_FOR_OPEN_ONES = _CHASES | {
    DraftKind.INVITATION_REPLY,
    DraftKind.OTHER_TIMES,
    DraftKind.DECLINE_INVITATION,
    DraftKind.WITHDRAWAL,
    DraftKind.ASSESSMENT_REPLY,
    DraftKind.INFORMATION_REPLY,
}
"""What makes no sense once they have said no."""
PERHAPS_NO = 0.2
"""How likely a no must be in a mail whose tag is in doubt for nothing unasked to be written (own choice)."""
ENOUGH_SCAM_SIGNS = 2
"""Signs in one mail from which on it is suspected (``domain.md`` §3.5)."""
_NO_CONTACT = re.compile(
    r"\bplease,? (do not|don't|refrain from) (contact\w*|follow\w* up|inquir\w*|enquir\w*)\b(?![^.\n]*\b(tele)?phone)|"
    r"\bno (contact|enquiries|inquiries|follow.?ups?)( or e?-?mails?)?,? please|"
    r"\bvon (rück|nach|sachstands)(fragen|anfragen)\b[^.\n]{0,30}\b(ab|abzusehen|absehen)\b|"
    r"\bbitte[^.\n]{0,30}\bkeine (rück|nach|sachstands)(fragen|anfragen)\b|"
    r"\bmerci de ne pas (nous |me )?(contacter|relancer)|\bpas de relance\b|"
    r"\bno (nos |se ponga\w* en )(contacte\w*|contacto)\b|\babsténgase de (contactar|llamar|escribir)",
    re.IGNORECASE,
)


def objection(situation: Situation) -> str:
    """The first reason against writing, or an empty string."""
    return next((reason for against in _REASONS_AGAINST if (reason := against(situation))), "")


def is_suspect(situation: Situation, address: Address, answers: StoredMessage | None) -> bool:
    """Whether the mail answered, or another one from the same side, shows two or more signs of a scam."""
    for stored in situation.messages:
        near = stored == answers or _same_side(stored.message.sender, address)
        if near and len(stored.reading.scam_signs) >= ENOUGH_SCAM_SIGNS:
            return True
    return False


def _same_side(one: Address, other: Address) -> bool:
    if sender_kind(one) is SenderKind.FREEMAIL:
        return one.address == other.address
    return registered_domain(one.domain) == registered_domain(other.domain)


def _against_offers(situation: Situation) -> str:
    """An open offer is acknowledged and nothing else; thanks to somebody who helped leave it untouched."""
    is_open = situation.state.status is Status.OFFER
    if is_open and situation.kind is not DraftKind.OFFER_REPLY and situation.to is None:
        return "There is an offer: it is yours to answer, and nothing is accepted or put off for you."
    if situation.kind is DraftKind.OFFER_REPLY:
        if not is_open:
            return "No offer is open there, so there is none to confirm."
        if situation.state.history.my_turn is None and situation.state.history.offer is not None:
            return "You have answered their offer; what comes next is yours to say."
    return ""


def _against_withdrawn(situation: Situation) -> str:
    is_thanks = situation.kind is DraftKind.HIRED_THANKS
    return "You withdrew this application." if situation.state.status is Status.WITHDRAWN and not is_thanks else ""


def _against_own_turn(situation: Situation) -> str:
    mine = situation.state.status is Status.WAITING_ON_ME or situation.state.history.my_turn is not None
    if situation.kind in _CHASES and mine:
        return "It is your turn: they asked you for something, so there is nothing to chase."
    return ""


def _against_closed(situation: Situation) -> str:
    if situation.kind not in _FOR_OPEN_ONES or situation.state.status is not Status.REJECTED:
        return ""
    chases = situation.kind in _CHASES
    return f"The application was declined; there is nothing left to {'chase' if chases else 'answer'}."


def _against_doubt(situation: Situation) -> str:
    """Nobody is asked how things stand whose last mail may have said it; the person settles the tag first."""
    if situation.kind not in _UNASKED or situation.asked:
        return ""
    last = next(iter(received_newest_first(situation)), None)
    if last is None or last.corrected or not last.reading.verdict.unsure:
        return ""
    if last.reading.verdict.probabilities[MESSAGE_TAGS.index(Tag.REJECTION)] < PERHAPS_NO:
        return ""
    return "Their last mail may be a rejection. Say what it is, and the reply that fits is written."


def _against_answered_rejection(situation: Situation) -> str:
    if situation.kind is DraftKind.STAY_CONNECTED and situation.state.history.answered_rejection:
        return "You have already answered their decision."
    return ""


def _against_empty_thanks(situation: Situation) -> str:
    if situation.kind is not DraftKind.THANK_YOU:
        return ""
    history = situation.state.history
    if history.last_interview is None or history.last_interview > situation.now:
        return "No interview has taken place yet, so there is nothing to thank for."
    return "You have already thanked them." if history.thanked else ""


def _against_word_too_soon(situation: Situation) -> str:
    """No word again before their decision is answered, nor before the day they named (``domain.md`` §6.2)."""
    if situation.kind is not DraftKind.RECONNECT:
        return ""
    history = situation.state.history
    if history.rejection is None:
        return "" if situation.state.stage is Stage.CLOSED else "The application is still open, so it is not yet time."
    if not history.answered_rejection:
        return "Their decision is not answered yet; that comes first."
    wait = wait_asked(history.rejection)
    if wait is not None and today_of(situation) < wait[0]:
        return f"They asked not to be written to before {wait[0].day} {wait[0]:%B %Y}."
    return ""


def _against_no_contact_wish(situation: Situation) -> str:
    if situation.kind not in _UNASKED:
        return ""
    asked = any(_NO_CONTACT.search(one.message.text) for one in received_newest_first(situation))
    return "They ask applicants not to contact them." if asked else ""


def _against_scam(situation: Situation) -> str:
    asked = mail_answered(situation)
    if asked is not None and len(asked.reading.scam_signs) >= ENOUGH_SCAM_SIGNS:
        return SCAM
    return ""


_REASONS_AGAINST: tuple[Callable[[Situation], str], ...] = (
    _against_scam,
    _against_offers,
    _against_withdrawn,
    _against_closed,
    _against_own_turn,
    _against_doubt,
    _against_answered_rejection,
    _against_empty_thanks,
    _against_word_too_soon,
    _against_no_contact_wish,
)
