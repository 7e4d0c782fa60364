"""Fills the slots of each kind of reply (``domain.md`` §2.3), and says on whose word each of them stands."""

from dataclasses import dataclass
from typing import assert_never

from respond.appointments import Offer
from respond.asked import asks_sensitive, items_asked, questions_left_open, wants_call, wants_cv
from respond.historyslots import (
    put_application,
    put_chase,
    put_due_day,
    put_last_exchange,
    put_promise,
    put_rejection,
    put_reunion,
    put_submission,
)
from respond.language import Language
from respond.recipients import Recipient
from respond.situation import Situation
from respond.slots import Origin, Slots, in_one_line, mail_origin, put_interview, today_of
from respond.timeslots import put_answer_to_times, put_unfit_time, put_windows, spans_of
from store.records import StoredMessage
from store.vocabulary import DraftKind

SENSITIVE = (
    "They ask for sensitive data (identity, bank or birth date): give it only once you are sure who asks and why."
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing they ask to be told: its name, and the place that holds the answer."""

    label: str
    gap: str


def slots_for(
    situation: Situation,
    recipient: Recipient,
    offer: Offer,
    words: Language,
    *,
    asked: StoredMessage | None,
    informal: bool = False,
) -> Slots:
    """All slots the wordings of ``situation.kind`` may use; ``informal`` chooses du over Sie."""
    slots = Slots()
    slots.values["informal"] = informal
    _put_role(slots, situation, recipient, words, informal=informal)
    _put_by_kind(slots, situation, recipient, offer, words, asked)
    return slots


def _put_by_kind(
    slots: Slots,
    situation: Situation,
    recipient: Recipient,
    offer: Offer,
    words: Language,
    asked: StoredMessage | None,
) -> None:
    """What the wordings of one kind of reply ask for, besides the role."""
    match situation.kind:
        case DraftKind.FOLLOW_UP_APPLICATION:
            put_application(slots, situation, words)
        case DraftKind.FOLLOW_UP_INTERVIEW:
            put_interview(slots, situation, words)
            put_submission(slots, situation, words)
            put_promise(slots, situation, words, passed=True)
        case DraftKind.FINAL_FOLLOW_UP:
            put_chase(slots, situation, words)
        case DraftKind.STAY_CONNECTED:
            put_interview(slots, situation, words)
            put_rejection(slots, situation, recipient)
        case DraftKind.INVITATION_REPLY:
            put_answer_to_times(slots, situation, offer, words)
        case DraftKind.OTHER_TIMES:
            put_unfit_time(slots, situation, offer, words)
            put_windows(slots, situation, words, besides=spans_of(offer), twelve_hours=offer.twelve_hours)
        case DraftKind.DECLINE_INVITATION:
            put_unfit_time(slots, situation, offer, words)
        case DraftKind.THANK_YOU:
            put_interview(slots, situation, words)
            put_promise(slots, situation, words, passed=False)
            slots.put_gap("moment_gap", words.word("gap.moment"))
        case DraftKind.WITHDRAWAL:
            put_interview(slots, situation, words)
            _put_taken(slots, situation)
        case DraftKind.ASSESSMENT_REPLY:
            _put_assessment(slots, situation, asked, words)
        case DraftKind.OUTREACH_INTERESTED:
            _put_questions(slots, situation, asked, words)
        case DraftKind.OUTREACH_LATER:
            slots.put(
                "looking_for", in_one_line(situation.looking_for, 120), Origin("replies.looking_for in the config")
            )
        case DraftKind.OFFER_REPLY:
            put_due_day(slots, "answer_by", situation, asked, words)
            slots.why.append("It says that the offer has arrived, and nothing else: taking it or not is yours to say.")
        case DraftKind.INFORMATION_REPLY:
            _put_items(slots, situation, asked, words)
        case DraftKind.RECONNECT:
            put_interview(slots, situation, words)
            put_last_exchange(slots, situation, words)
            put_reunion(slots, situation)
            slots.put_gap("news_gap", words.word("gap.news"))
        case DraftKind.HIRED_THANKS:
            put_interview(slots, situation, words)
        case _:
            assert_never(situation.kind)


def _put_role(slots: Slots, situation: Situation, recipient: Recipient, words: Language, *, informal: bool) -> None:
    role = in_one_line(situation.application.role)
    company = in_one_line(situation.application.company)
    at_home = recipient.answers is not None and not situation.application.agency
    origin = _naming(situation)
    slots.put("role", words.role(role, "" if at_home else company), origin)
    slots.put("house", company or words.word_for("role.house", informal=informal), origin)


def _naming(situation: Situation) -> Origin:
    """The mail that names the role, else the application as it is kept."""
    for stored in sorted(situation.messages, key=lambda one: one.message.date):
        if situation.application.role and stored.reading.role == situation.application.role:
            return mail_origin(stored, today_of(situation))
    return Origin("the application as heardback keeps it")


def _put_taken(slots: Slots, situation: Situation) -> None:
    slots.values["taken"] = situation.taken
    if situation.taken:
        slots.note("taken", "you have accepted a position", Origin("you ended your search with a job"))


def _put_assessment(slots: Slots, situation: Situation, asked: StoredMessage | None, words: Language) -> None:
    put_due_day(slots, "due_on", situation, asked, words)
    slots.values["extend"] = situation.asked
    slots.values["day_gap"] = ""
    if situation.asked:
        slots.put_gap("day_gap", words.word("gap.day"))
        slots.why.append("You asked for more time; name one day you can surely keep.")


def _put_questions(slots: Slots, situation: Situation, asked: StoredMessage | None, words: Language) -> None:
    """The questions an approach leaves open, and what it asks for (R11); no pay history, no identity data."""
    open_ones = questions_left_open(asked) if asked is not None else ()
    for slot in ("ask_scope", "ask_place", "ask_pay", "ask_stage"):
        slots.values[slot] = slot in open_ones
    call = asked is not None and wants_call(asked)
    slots.values |= {"wants_call": call, "windows": "", "times_gap": "", "zone": ""}
    if call:
        put_windows(slots, situation, words)
    cv = asked is not None and wants_cv(asked)
    slots.values["wants_cv"] = cv
    if cv:
        slots.why.append("They ask for your CV; nothing is attached, it follows once the open points are clear.")
    if asked is not None and asked.reading.scam_signs:
        slots.why.append(f"Look first who writes: {asked.reading.scam_signs[0].rstrip('.')}.")


def _put_items(slots: Slots, situation: Situation, asked: StoredMessage | None, words: Language) -> None:
    """What they ask to be told, and nothing more (R14)."""
    names = items_asked(asked) if asked is not None else ("other",)
    origin = mail_origin(asked, today_of(situation)) if asked is not None else Origin("their mail")
    items: list[Item] = []
    for name in names:
        label = words.word(f"item.{name}")
        slots.note("asked", label, origin)
        items.append(Item(label, _answer(slots, situation, name, asked, words)))
    slots.values["items"] = tuple(items)
    slots.values["documents"] = "documents" in names
    if "documents" in names:
        slots.why.append("They ask for documents: attach them in your mail program; nothing is attached for you.")
    if asked is not None and asks_sensitive(asked):
        slots.why.append(SENSITIVE)


def _answer(slots: Slots, situation: Situation, name: str, asked: StoredMessage | None, words: Language) -> str:
    """The bracketed place for an answer; free windows where they ask for times and the person named some."""
    if name == "availability" and asked is not None and asked.reading.wants == "times":
        times = Slots()
        put_windows(times, situation, words)
        if times.values["windows"]:
            slots.facts += times.facts
            slots.why += times.why
            return f"{times.values['windows']} ({times.values['zone']})"
    gap = words.word(f"gap.item_{name}")
    slots.gaps.append(gap)
    return gap
