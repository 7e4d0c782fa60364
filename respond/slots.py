"""The facts of a situation, each with its source, as the slots a wording is filled from.

A slot without a fact is an empty string and its clause is left out; nothing is invented. What comes out of a mail is
one short line by the time it gets here: it fills a place in a sentence and can be nothing else.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from respond.appointments import Offer
from respond.humans import is_from_person
from respond.language import FALLBACK, Language, language
from respond.recipients import Recipient
from respond.situation import Situation
from store.noted import Fact
from store.records import Event, StoredMessage
from store.vocabulary import Direction, DraftKind, EventKind, RejectionReason, Tag

_LONGEST_ROLE = 80
_NOT_IN_A_LINE = re.compile(r"https?:|www\.|[@<>{}\\]", re.IGNORECASE)
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


@dataclass(slots=True)
class Slots:
    """Slots, facts, gaps and reasons while they are gathered for one wording."""

    values: dict[str, object] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)

    def put(self, slot: str, value: str, source: str) -> None:
        """A slot with its fact; an empty value is an empty slot without one."""
        self.values[slot] = value
        if value:
            self.facts.append(Fact(slot, value, source))

    def put_gap(self, slot: str, text: str) -> None:
        """A slot only the person can fill."""
        self.values[slot] = text
        self.gaps.append(text)


def slots_for(
    situation: Situation, recipient: Recipient, offer: Offer, words: Language, *, informal: bool = False
) -> Slots:
    """All slots the wordings of ``situation.kind`` may use; ``informal`` chooses du over Sie."""
    slots = Slots()
    slots.values["informal"] = informal
    _put_role(slots, situation, recipient, words, informal=informal)
    match situation.kind:
        case DraftKind.FOLLOW_UP_APPLICATION:
            _put_application(slots, situation, words)
        case DraftKind.FOLLOW_UP_INTERVIEW:
            _put_interview(slots, situation, words)
            _put_submission(slots, situation, words)
            _put_promise(slots, situation, words, passed=True)
        case DraftKind.FINAL_FOLLOW_UP:
            _put_chase(slots, situation, words)
        case DraftKind.STAY_CONNECTED:
            _put_interview(slots, situation, words)
            _put_rejection(slots, situation, recipient)
        case DraftKind.INVITATION_REPLY:
            _put_times(slots, situation, offer, words)
        case DraftKind.THANK_YOU:
            _put_interview(slots, situation, words)
            _put_promise(slots, situation, words, passed=False)
            slots.put_gap("moment_gap", words.word("gap.moment"))
    return slots


def in_one_line(text: str, longest: int = _LONGEST_ROLE) -> str:
    """A fact fit to stand in a sentence, or "" where it is none: too long, an address, a link.

    Square brackets become round ones: they are kept for gaps.
    """
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    line = line.replace("[", "(").replace("]", ")").strip(" ,;:.!–-")
    return "" if len(line) > longest or _NOT_IN_A_LINE.search(line) else line


def source_of(stored: StoredMessage, today: date) -> str:
    """How a fact's origin is named to the person, in heardback's own language: the mail's day and subject."""
    whose = "your mail" if stored.direction is Direction.SENT else "mail"
    subject = in_one_line(stored.message.subject, 70) or "without subject"
    return f"{whose} of {language(FALLBACK).day(stored.message.date.date(), today)}, “{subject}”"


def _put_role(slots: Slots, situation: Situation, recipient: Recipient, words: Language, *, informal: bool) -> None:
    role = in_one_line(situation.application.role)
    company = in_one_line(situation.application.company)
    at_home = recipient.answers is not None and not situation.application.agency
    source = _naming(situation)
    slots.put("role", words.role(role, "" if at_home else company), source)
    slots.put("house", company or words.word_for("role.house", informal=informal), source)


def _naming(situation: Situation) -> str:
    """The mail that names the role, else the application as it is kept."""
    today = _today(situation)
    for stored in sorted(situation.messages, key=lambda one: one.message.date):
        if situation.application.role and stored.reading.role == situation.application.role:
            return source_of(stored, today)
    return "the application as heardback keeps it"


def _put_application(slots: Slots, situation: Situation, words: Language) -> None:
    applied = situation.state.history.applied
    _put_day(slots, "applied_on", situation, applied, words)
    reference = next((in_one_line(one, 24) for one in situation.application.requisitions), "")
    slots.put("reference", reference, "the reference number in their mail")
    receipts = [one for one in situation.messages if _is_receipt(one)]
    slots.values["acknowledged"] = bool(receipts)
    if receipts:
        source = source_of(receipts[0], _today(situation))
        slots.facts.append(Fact("acknowledged", "your application was confirmed", source))
    else:
        slots.why.append("No receipt is known, so it asks whether the application arrived.")


def _is_receipt(stored: StoredMessage) -> bool:
    return stored.direction is Direction.RECEIVED and stored.reading.verdict.tag is Tag.ACKNOWLEDGEMENT


def _put_interview(slots: Slots, situation: Situation, words: Language) -> None:
    held = situation.state.history.last_interview
    if held is None or held > situation.now:
        slots.values["interview_on"] = ""
        return
    day = words.day(held.astimezone(_zone(situation)).date(), _today(situation))
    slots.put("interview_on", day, "the interview as it was booked")


def _put_submission(slots: Slots, situation: Situation, words: Language) -> None:
    clock = situation.state.history.clock
    submitted = clock if clock is not None and clock.kind is EventKind.SUBMITTED else None
    _put_day(slots, "submitted_on", situation, submitted, words)


def _put_promise(slots: Slots, situation: Situation, words: Language, *, passed: bool) -> None:
    """The day an answer was promised for: behind us in a follow-up, ahead of us in a thank-you."""
    history = situation.state.history
    due, today = history.promise, _today(situation)
    if due is None or (due < today) is not passed:
        slots.values["promise_on"] = ""
        return
    slots.put("promise_on", words.day(due, today), f"their words: “{' '.join(history.promise_sentence.split())}”")


def _put_chase(slots: Slots, situation: Situation, words: Language) -> None:
    chases = situation.state.history.chases
    _put_day(slots, "chased_on", situation, chases[-1] if chases else None, words)


def _put_rejection(slots: Slots, situation: Situation, recipient: Recipient) -> None:
    rejection = _rejection_mail(situation)
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
        slots.facts.append(Fact("about", reason.value.replace("_", " "), "the reason their mail gives"))


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


def _rejection_mail(situation: Situation) -> StoredMessage | None:
    event = situation.state.history.rejection
    if event is not None and event.message_id is not None:
        for stored in situation.messages:
            if stored.id == event.message_id:
                return stored
    rejections = [one for one in situation.messages if one.reading.verdict.tag is Tag.REJECTION]
    return max(rejections, key=lambda one: one.message.date, default=None)


def _put_times(slots: Slots, situation: Situation, offer: Offer, words: Language) -> None:
    today, zone = _today(situation), _zone(situation)
    slots.values |= {"when": "", "place": "", "choices_gap": "", "times_gap": "", "zone": ""}
    starts = [_by_name(one, zone) for one in offer.starts]
    moments = [words.moment(one, today, twelve_hours=offer.twelve_hours) for one in starts]
    source = source_of(offer.mail, today) if offer.mail is not None else "their mail"
    if len(moments) == 1:
        slots.put("when", moments[0], source)
        place = _place(offer, words)
        slots.put("place", place, source)
        here = offer.starts[0].astimezone(zone)
        if here.utcoffset() != offer.starts[0].utcoffset():
            slots.why.append(f"That is {language(FALLBACK).moment(here, today)} where you are.")
    elif moments:
        for moment in moments:
            slots.facts.append(Fact("offered", moment, source))
        slots.put_gap("choices_gap", words.word("gap.choice", choices=words.word("choice_joint").join(moments)))
        slots.why.append("Several times are offered; only you know which suits you.")
    else:
        slots.values["zone"] = words.zone_name(situation.person.timezone, situation.now.astimezone(zone))
        slots.put_gap("times_gap", words.word("gap.times"))
        slots.why.append("They ask for times; only you know which are free.")


def _by_name(start: datetime, zone: ZoneInfo) -> datetime:
    """The start in the person's zone where its clock shows the same: that zone has a name, a bare offset has none."""
    here = start.astimezone(zone)
    return here if here.utcoffset() == start.utcoffset() else start


def _place(offer: Offer, words: Language) -> str:
    if offer.form in ("video", "phone"):
        return words.word(f"place.{offer.form}")
    place = in_one_line(offer.place, 90)
    return words.word("place.at", place=place) if place else ""


def _put_day(slots: Slots, slot: str, situation: Situation, event: Event | None, words: Language) -> None:
    if event is None:
        slots.values[slot] = ""
        return
    today = _today(situation)
    mail = next((one for one in situation.messages if one.id == event.message_id), None)
    source = source_of(mail, today) if mail is not None else "the application's history"
    slots.put(slot, words.day(event.at.astimezone(_zone(situation)).date(), today), source)


def spoke_with_someone(situation: Situation) -> bool:
    """Whether any human of the employer had contact in this application."""
    held = situation.state.history.last_interview
    return (held is not None and held <= situation.now) or any(is_from_person(one) for one in situation.messages)


def _zone(situation: Situation) -> ZoneInfo:
    return ZoneInfo(situation.person.timezone)


def _today(situation: Situation) -> date:
    return situation.now.astimezone(_zone(situation)).date()
