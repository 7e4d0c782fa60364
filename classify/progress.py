"""What the mails of one application say happened: messages in, events out.

The events depend on the set of messages alone, not on the order they arrived in: they are read in order of time, and
read again whenever a mail is added, moved or corrected.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from classify.owndeeds import read_own
from classify.progresswords import (
    ASKS_AGAIN,
    ASKS_AT_ALL,
    DONE,
    HANDED_IN,
)
from classify.sofar import Sofar, Told
from classify.state import ORDER
from store.records import Event, Interview, StoredMessage
from store.vocabulary import Direction, EventKind, Tag


def events_of(application: int, messages: tuple[StoredMessage, ...]) -> tuple[Event, ...]:
    """The events of one application, oldest first, from all its messages."""
    sofar = Sofar()
    found: list[Event] = []
    for stored in sorted(messages, key=lambda each: (each.message.date, each.message.identity)):
        read = read_own if stored.direction is Direction.SENT else _received
        for kind, at, detail, sentence in read(stored, sofar):
            before = sum(each.at == at for each in found[-9:])
            # What happened in one second keeps its order, in whatever order it came to be known.
            numbered = detail | {ORDER: before} if before else detail
            found.append(Event(application, kind, at, stored.id, numbered, sentence))
    return tuple(found)


def _received(stored: StoredMessage, sofar: Sofar) -> list[Told]:
    reading, date = stored.reading, stored.message.date
    verdict = reading.verdict
    sentence = verdict.deciding
    base: dict[str, Any] = {"human": not reading.automatic, "tag": verdict.tag.value}
    if reading.promise is not None:
        base |= {"promise": reading.promise.due.isoformat(), "promise_sentence": reading.promise.sentence}
    if reading.closing_date is not None:
        base["closing_date"] = reading.closing_date.isoformat()
    is_answer = verdict.unsure and bool(stored.message.in_reply_to)
    if verdict.tag is Tag.OUTREACH and not is_answer:
        # An approach is no answer to an application: what the person makes of it begins one.
        return [(EventKind.NOTICE, date, base, sentence)] if sofar.applied or sofar.heard else []
    if verdict.kind == "automatic reply":
        return [(EventKind.NOTICE, date, base, sentence)]
    if verdict.unsure and verdict.tag in (Tag.REJECTION, Tag.OFFER):
        # A doubtful end never closes a live application: it waits for the person's word (domain.md §7, 4). Written by
        # a person it is an answer all the same (rules R and G).
        kind = EventKind.NOTICE if reading.automatic else EventKind.ANSWER
        sofar.heard = True
        return [(kind, date, base | {"unsure": True}, sentence)]
    read = _BY_TAG.get(verdict.tag, _other)
    if verdict.tag is not Tag.INVITATION and _moves_interview(stored, sofar):
        read = _invitation
    if verdict.unsure and verdict.tag in (Tag.INVITATION, Tag.ASSESSMENT) and not _asks(stored):
        # Nothing is asked of the person; the doubtful tag alone must not make it their turn.
        read = _word
    result = read(stored, sofar, base)
    sofar.heard = True
    return result


def _moves_interview(stored: StoredMessage, sofar: Sofar) -> bool:
    """Whether a person's mail with no tag that tells more names a time for the interview at hand, or calls it off."""
    reading = stored.reading
    if reading.automatic or sofar.rejected or not _is_meeting(sofar):
        return False
    if not (reading.verdict.unsure or reading.verdict.tag is Tag.OTHER):
        return False
    # A time beside a promise to come back is when they meet among themselves.
    return any(each.cancelled or (each.start is not None and not reading.promise) for each in reading.interviews)


def _is_meeting(sofar: Sofar) -> bool:
    """Whether an interview was held, stands, or is being arranged."""
    return bool(sofar.interviews) or sofar.answered_ask or sofar.ask is EventKind.INVITED


def _rejection(stored: StoredMessage, sofar: Sofar, base: dict[str, Any]) -> list[Told]:
    sofar.rejected, sofar.offer_open, sofar.ask = True, False, None
    reason = stored.reading.rejection_reason
    detail = base | {"reason": reason.value if reason else "not_stated"}
    wait = stored.reading.not_before
    if wait is not None:
        detail |= {"not_before": wait.day.isoformat(), "not_before_sentence": wait.sentence}
    return [(EventKind.REJECTED, stored.message.date, detail, stored.reading.verdict.deciding)]


def _offer(stored: StoredMessage, sofar: Sofar, base: dict[str, Any]) -> list[Told]:
    sofar.rejected, sofar.offer_open, sofar.ask = False, True, EventKind.OFFERED
    due = stored.reading.due
    detail = base | ({"due": due.isoformat()} if due else {})
    return [(EventKind.OFFERED, stored.message.date, detail, stored.reading.verdict.deciding)]


def _assessment(stored: StoredMessage, sofar: Sofar, base: dict[str, Any]) -> list[Told]:
    if sofar.assessment and DONE.search(f"{stored.message.subject}\n{stored.message.text}"):
        sofar.assessment, sofar.ask = False, None
        return [(EventKind.SUBMITTED, stored.message.date, base, stored.reading.verdict.deciding)]
    sofar.rejected, sofar.assessment, sofar.ask = False, True, EventKind.ASSESSMENT
    due = stored.reading.due
    detail = base | ({"due": due.isoformat()} if due else {})
    return [(EventKind.ASSESSMENT, stored.message.date, detail, stored.reading.verdict.deciding)]


def _acknowledgement(stored: StoredMessage, sofar: Sofar, base: dict[str, Any]) -> list[Told]:
    date, sentence = stored.message.date, stored.reading.verdict.deciding
    if _hands_in(stored, sofar):
        return [(EventKind.SUBMITTED, date, base, sentence)]
    result = [(EventKind.NOTICE if stored.reading.automatic else EventKind.ANSWER, date, base, sentence)]
    if not sofar.receipt and not sofar.interviews:
        sofar.receipt = True
        result = [(EventKind.RECEIPT, date, base, sentence)]
    if stored.reading.wants == "information" and not stored.reading.automatic:
        # Who thanks for an application and asks for papers waits for them (rule T).
        sofar.ask = EventKind.REQUEST
        result.append((EventKind.REQUEST, date, base, sentence))
    return result


def _hands_in(stored: StoredMessage, sofar: Sofar) -> bool:
    """Whether a mail says that the test at hand is done; then it is."""
    if not sofar.assessment or not HANDED_IN.search(f"{stored.message.subject}\n{stored.message.text}"):
        return False
    sofar.assessment, sofar.ask = False, None
    return True


def _invitation(stored: StoredMessage, sofar: Sofar, base: dict[str, Any]) -> list[Told]:
    date, sentence, reading = stored.message.date, stored.reading.verdict.deciding, stored.reading
    sofar.rejected = False
    result: list[Told] = []
    cancelled = [each for each in reading.interviews if each.cancelled]
    for each in cancelled:
        result.append((EventKind.CANCELLED, date, base | {"uid": each.uid, "start": _moment(each)}, sentence))
    fixed = [each for each in reading.interviews if each.start is not None and not each.cancelled]
    if len(fixed) == 1:
        start = _aware(fixed[0].start)
        confirmed = fixed[0].confirmed or reading.wants == "" or _is_settled(stored, sofar, start)
        detail = base | _booking(fixed[0]) | {"confirmed": confirmed}
        sofar.interviews.append(start)
        # An answer of ours settles one proposal, not the next one.
        sofar.ask, sofar.answered_ask, sofar.proposed = None if confirmed else EventKind.INVITED, False, start
        result.append((EventKind.BOOKED, date, detail, sentence))
    elif not cancelled or reading.wants == "times":
        stage = reading.interviews[0].stage if reading.interviews else "interviewing"
        asks = reading.promise is None or ASKS_AT_ALL.search(stored.message.text) is not None
        sofar.ask, sofar.answered_ask, sofar.proposed = EventKind.INVITED if asks else None, False, None
        result.append((EventKind.INVITED, date, base | {"stage": stage, "asks": asks}, sentence))
    if cancelled and not fixed:
        sofar.answered_ask = False
    return result


def _is_settled(stored: StoredMessage, sofar: Sofar, start: datetime) -> bool:
    """Whether our answer already agreed to this time: another one put as a question is a new proposal."""
    text = stored.message.text
    if not sofar.answered_ask or ASKS_AGAIN.search(text):
        return False
    return sofar.proposed is None or sofar.proposed == start or "?" not in text


def _asks(stored: StoredMessage) -> bool:
    """Whether a mail puts a time or a question; who promises to come back asks for nothing."""
    if any(each.start is not None for each in stored.reading.interviews):
        return True
    return stored.reading.promise is None and ASKS_AT_ALL.search(stored.message.text) is not None


def _word(stored: StoredMessage, sofar: Sofar, base: dict[str, Any]) -> list[Told]:
    kind = EventKind.NOTICE if stored.reading.automatic else EventKind.ANSWER
    if _hands_in(stored, sofar):
        kind = EventKind.SUBMITTED
    return [(kind, stored.message.date, base, stored.reading.verdict.deciding)]


def _other(stored: StoredMessage, sofar: Sofar, base: dict[str, Any]) -> list[Told]:
    date, reading = stored.message.date, stored.reading
    if _hands_in(stored, sofar):
        return [(EventKind.SUBMITTED, date, base, reading.verdict.deciding)]
    if reading.automatic:
        return [(EventKind.NOTICE, date, base, "")]
    if sofar.offer_open and reading.promise is None:
        # A word that settles nothing leaves the offer with the person (rule T).
        sofar.ask = EventKind.OFFERED
        return [(EventKind.ANSWER, date, base | {"offer_open": True}, "")]
    if reading.wants in ("information", "times"):
        sofar.ask = EventKind.REQUEST
        return [(EventKind.REQUEST, date, base, reading.verdict.deciding)]
    return [(EventKind.ANSWER, date, base, "")]


_BY_TAG = {
    Tag.REJECTION: _rejection,
    Tag.OFFER: _offer,
    Tag.ASSESSMENT: _assessment,
    Tag.ACKNOWLEDGEMENT: _acknowledgement,
    Tag.INVITATION: _invitation,
}


def _booking(interview: Interview) -> dict[str, Any]:
    start = _aware(interview.start)
    end = interview.end or start + timedelta(hours=1)
    return {
        "start": start.isoformat(),
        "end": end.isoformat(),
        "stage": interview.stage,
        "place": interview.place,
        "uid": interview.uid,
    }


def _moment(interview: Interview) -> str:
    return interview.start.isoformat() if interview.start else ""


def _aware(moment: datetime | None) -> datetime:
    assert moment is not None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
