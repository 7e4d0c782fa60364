"""Which mail a reply answers: the one that made it our turn, else the newest of the tag the reply is for."""

from respond.recipients import answered_mail
from respond.situation import Situation, received_newest_first
from store.records import Event, StoredMessage
from store.vocabulary import DraftKind, EventKind

_ABOUT_A_TALK = (EventKind.INVITED, EventKind.BOOKED)
_ABOUT_A_TASK = (EventKind.ASSESSMENT, EventKind.REQUEST)


def mail_answered(situation: Situation) -> StoredMessage | None:
    """The mail this reply answers, or None where it begins by itself or nothing is known."""
    received = received_newest_first(situation)
    event = _asking(situation)
    told = next((one for one in received if event is not None and one.id == event.message_id), None)
    return told or answered_mail(situation.kind, received)


def _asking(situation: Situation) -> Event | None:
    """The event that asks for this very kind of reply."""
    history = situation.state.history
    turn = history.my_turn
    match situation.kind:
        case DraftKind.INVITATION_REPLY:
            return turn if turn is not None and turn.kind in _ABOUT_A_TALK else None
        case DraftKind.OTHER_TIMES | DraftKind.DECLINE_INVITATION:
            moved = history.moved_by
            event = turn or moved
            return event if event is not None and event.kind in _ABOUT_A_TALK else None
        case DraftKind.ASSESSMENT_REPLY:
            return turn if turn is not None and turn.kind in _ABOUT_A_TASK else None
        case DraftKind.INFORMATION_REPLY:
            return turn if turn is not None and turn.kind is EventKind.REQUEST else None
        case DraftKind.OFFER_REPLY:
            return turn if turn is not None and turn.kind is EventKind.OFFERED else history.offer
        case _:
            return None
