"""Slots out of the history of an application: what was sent, said, promised, refused, offered, and when."""

import re
from datetime import date

from classify.cadence import wait_asked
from respond.humans import is_from_person
from respond.language import Language
from respond.recipients import Recipient
from respond.situation import Situation, received_newest_first
from respond.slots import Origin, Slots, in_one_line, mail_origin, put_day, today_of, zone_of
from store.records import StoredMessage
from store.vocabulary import Direction, EventKind, RejectionReason, Tag

_NO_FEEDBACK = re.compile(
    r"(unable|not able|cannot|can't|can not|not possible|do not|don't|not in a position)[^.\n]{0,60}feedback|"
    r"feedback[^.\n]{0,40}(not possible|cannot|not able)|"
    r"(?<!zögern sie )(?<!zöger )\b(keine?|nicht)\b[^.\n]{0,60}(feedback|begründung|rückmeldung zu den gründen|gründe)|"
    r"(gründe|feedback|begründung)[^.\n]{0,60}\b(nicht|keine)\b|"
    r"\b(ne|n['’](?!hésit))[^.\n]{0,60}\b(pas|aucun)\b[^.\n]{0,50}(retour|motifs?|explications?|feedback)|"
    r"\bno\b[^.\n]{0,60}(retroalimentación|explicaciones|los motivos)|"
    r"\bno (nos )?(podemos|es posible|damos|ofrecemos)\b[^.\n]{0,60}feedback",
    re.IGNORECASE,
)


def put_application(slots: Slots, situation: Situation, words: Language) -> None:
    """When and under which reference the person applied, and whether that was confirmed."""
    put_day(slots, "applied_on", situation, situation.state.history.applied, words)
    reference, origin = _reference(situation)
    slots.put("reference", reference, origin)
    receipts = [one for one in situation.messages if _is_receipt(one)]
    slots.values["acknowledged"] = bool(receipts)
    if receipts:
        slots.note("acknowledged", "your application was confirmed", mail_origin(receipts[0], today_of(situation)))
    else:
        slots.why.append("No receipt is known, so it asks whether the application arrived.")


def _reference(situation: Situation) -> tuple[str, Origin]:
    for number in situation.application.requisitions:
        line = in_one_line(number, 24)
        if line:
            told = (one for one in situation.messages if number in one.reading.requisitions)
            mail = next(told, None)
            return line, mail_origin(mail, today_of(situation)) if mail else Origin(
                "the reference number in their mail"
            )
    return "", Origin("")


def _is_receipt(stored: StoredMessage) -> bool:
    return stored.direction is Direction.RECEIVED and stored.reading.verdict.tag is Tag.ACKNOWLEDGEMENT


def put_submission(slots: Slots, situation: Situation, words: Language) -> None:
    """The day the test was handed in, where that is what is waited on."""
    clock = situation.state.history.clock
    submitted = clock if clock is not None and clock.kind is EventKind.SUBMITTED else None
    put_day(slots, "submitted_on", situation, submitted, words)


def put_promise(slots: Slots, situation: Situation, words: Language, *, passed: bool) -> None:
    """The day an answer was promised for: behind us in a follow-up, ahead of us in a thank-you."""
    history = situation.state.history
    due, today = history.promise, today_of(situation)
    if due is None or (due < today) is not passed:
        slots.values["promise_on"] = ""
        return
    sentence = " ".join(history.promise_sentence.split())
    promised = (
        one for one in received_newest_first(situation) if one.reading.promise and one.reading.promise.due == due
    )
    mail = next(promised, None)
    origin = Origin(f"their words: “{sentence}”")
    if mail is not None:
        named = mail_origin(mail, today)
        origin = Origin(f"{named.words}: “{sentence}”" if sentence else named.words, named.message)
    slots.put("promise_on", words.day(due, today), origin)


def put_chase(slots: Slots, situation: Situation, words: Language) -> None:
    """When the person asked before."""
    chases = situation.state.history.chases
    put_day(slots, "chased_on", situation, chases[-1] if chases else None, words)


def put_last_exchange(slots: Slots, situation: Situation, words: Language) -> None:
    """The day of the newest mail between the two that a person wrote."""
    exchanged = [one for one in situation.messages if one.direction is Direction.SENT or is_from_person(one)]
    last = max(exchanged, key=lambda one: (one.message.date, one.id), default=None)
    if last is None:
        slots.values["last_on"] = ""
        return
    today = today_of(situation)
    slots.put(
        "last_on", words.day(last.message.date.astimezone(zone_of(situation)).date(), today), mail_origin(last, today)
    )


def put_due_day(slots: Slots, slot: str, situation: Situation, mail: StoredMessage | None, words: Language) -> None:
    """The day they named for a task or an answer, unless it is over."""
    due, today = due_day(situation, mail), today_of(situation)
    if due is None or due < today or mail is None:
        slots.values[slot] = ""
        return
    slots.put(slot, words.day(due, today), mail_origin(mail, today))


def due_day(situation: Situation, mail: StoredMessage | None) -> date | None:
    """The day they named: in the mail that is answered, else in the event that made it our turn."""
    if mail is not None and mail.reading.due is not None:
        return mail.reading.due
    turn = situation.state.history.my_turn
    due = turn.detail.get("due") if turn is not None else None
    return date.fromisoformat(due) if due else None


def put_rejection(slots: Slots, situation: Situation, recipient: Recipient) -> None:
    """What a note after a rejection is about, and what it must not ask (``domain.md`` §2.3 R4)."""
    rejection = rejection_mail(situation)
    slots.values["told"] = rejection is not None and recipient.answers == rejection
    reason = situation.state.rejection_reason or situation.state.history.rejection_reason
    met = bool(slots.values["interview_on"])
    about = about_of(reason, met=met)
    if about == "interviewed" and rejection is not None and _NO_FEEDBACK.search(rejection.message.text):
        about = "other"
        slots.why.append("No feedback question, because their mail says they cannot give any.")
    elif about == "interviewed":
        slots.why.append("One open question, because you spoke with them.")
    elif about in ("frozen", "cancelled"):
        slots.why.append(f"No feedback question: the role was {about}, which is not about you.")
    elif not met:
        slots.why.append("No feedback question, because there was no interview.")
    slots.values["about"] = about
    if reason is not None and about not in ("interviewed", "other"):
        _note_reason(slots, situation, reason, rejection)


def put_reunion(slots: Slots, situation: Situation) -> None:
    """Whether a word again asks for a role on hold, or asks nothing."""
    reason = situation.state.rejection_reason or situation.state.history.rejection_reason
    frozen = reason is RejectionReason.ROLE_FROZEN
    slots.values["about"] = "frozen" if frozen else "other"
    if frozen and reason is not None:
        _note_reason(slots, situation, reason, rejection_mail(situation))
    rejection = situation.state.history.rejection
    wait = wait_asked(rejection) if rejection is not None else None
    if wait is not None and wait[1]:
        slots.why.append(f"They wrote: “{wait[1]}”")


def _note_reason(slots: Slots, situation: Situation, reason: RejectionReason, mail: StoredMessage | None) -> None:
    origin = Origin("the reason their mail gives", mail.id if mail is not None else None)
    if mail is not None:
        origin = mail_origin(mail, today_of(situation))
    slots.note("about", reason.value.replace("_", " "), origin)


def about_of(reason: RejectionReason | None, *, met: bool) -> str:
    """What the note is about (``domain.md`` §2.3 R4, "By reason"): at most one request follows from it."""
    match reason:
        case RejectionReason.ROLE_FROZEN:
            return "frozen"
        case RejectionReason.ROLE_CANCELLED:
            return "cancelled"
        case RejectionReason.INTERNAL_CANDIDATE:
            return "internal"
        case RejectionReason.ROLE_FILLED:
            return "filled"
        case RejectionReason.ELIGIBILITY:
            # A legal or local bar: a question about the interview would miss what they said.
            return "other"
        case _:
            return "interviewed" if met else "other"


def rejection_mail(situation: Situation) -> StoredMessage | None:
    """The mail that said no."""
    event = situation.state.history.rejection
    if event is not None and event.message_id is not None:
        for stored in situation.messages:
            if stored.id == event.message_id:
                return stored
    rejections = [one for one in situation.messages if one.reading.verdict.tag is Tag.REJECTION]
    return max(rejections, key=lambda one: one.message.date, default=None)


def spoke_with_someone(situation: Situation) -> bool:
    """Whether any human of the employer had contact in this application."""
    held = situation.state.history.last_interview
    return (held is not None and held <= situation.now) or any(is_from_person(one) for one in situation.messages)
