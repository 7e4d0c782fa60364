"""Slots about times: which of theirs is confirmed, which of the person's are proposed, and in which zone."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from classify.bookings import CALL_LENGTH
from respond.appointments import Offer
from respond.freetime import Span
from respond.language import FALLBACK, Language, language
from respond.situation import Situation
from respond.slots import BOOKED, Origin, Slots, in_one_line, mail_origin, today_of, zone_of
from store.vocabulary import DraftKind

OWN_WINDOWS = Origin("your free windows (replies.free_windows in the config)")
OWN_ZONE = Origin("your own time zone")


def put_answer_to_times(slots: Slots, situation: Situation, offer: Offer, words: Language) -> None:
    """The time that is confirmed, the choice that is left to the person, or times of their own (R5)."""
    slots.values |= {"when": "", "place": "", "choices_gap": "", "times_gap": "", "zone": "", "windows": ""}
    chosen = _chosen(slots, situation, offer)
    if len(chosen) == 1:
        _put_one(slots, situation, replace(offer, starts=chosen), words)
    elif chosen:
        moments = [moment_in_words(each, situation, offer, words) for each in chosen]
        for moment in moments:
            slots.note("offered", moment, _told_in(situation, offer))
        slots.put_gap("choices_gap", words.word("gap.choice", choices=words.word("choice_joint").join(moments)))
        slots.why.append("Several times are offered; only you know which suits you.")
    else:
        put_windows(slots, situation, words, twelve_hours=offer.twelve_hours)
        if slots.values["windows"]:
            # The wordings of this kind know one place for times; it holds free windows as well as a gap.
            slots.values["times_gap"] = slots.values["windows"]


def put_unfit_time(slots: Slots, situation: Situation, offer: Offer, words: Language) -> None:
    """The one time that does not fit; empty where they offered several, or none."""
    slots.values["when"] = ""
    booked = situation.state.interview_at
    if len(offer.starts) == 1:
        slots.put("when", moment_in_words(offer.starts[0], situation, offer, words), _told_in(situation, offer))
    elif not offer.starts and booked is not None:
        here = booked.astimezone(zone_of(situation))
        slots.put("when", words.moment(here, today_of(situation)), BOOKED)


def put_windows(
    slots: Slots, situation: Situation, words: Language, *, besides: Iterable[Span] = (), twelve_hours: bool = False
) -> None:
    """The next free windows as one phrase, or a gap; and the zone they are given in.

    ``besides`` are times that are not to be proposed: those that were just turned down.
    """
    zone, today = zone_of(situation), today_of(situation)
    diary = replace(situation.diary, engaged=(*situation.diary.engaged, *besides))
    windows = diary.next_windows(situation.now)
    phrases = [
        words.window(each.start.astimezone(zone), each.end.astimezone(zone), today, twelve_hours=twelve_hours)
        for each in windows
    ]
    at = windows[0].start.astimezone(zone) if windows else situation.now.astimezone(zone)
    slots.put("zone", words.zone_name(situation.person.timezone, at), OWN_ZONE)
    slots.values["windows"], slots.values["times_gap"] = "", ""
    if phrases:
        slots.put("windows", words.word("window_joint").join(phrases), OWN_WINDOWS)
        slots.why.append("The times are the next of your free windows that no interview lies in.")
    else:
        slots.put_gap("times_gap", words.word("gap.times"))
        slots.why.append(_why_no_windows(situation))


def _why_no_windows(situation: Situation) -> str:
    if situation.diary.free.weekly:
        return "Your free windows leave fewer than two times in the next ten business days; name some yourself."
    if situation.kind is DraftKind.OTHER_TIMES:
        return "Name two to four times that suit you; windows you set in replies.free_windows are taken from there."
    return "They ask for times; only you know which are free."


def spans_of(offer: Offer) -> tuple[Span, ...]:
    """The times they offer, each taken to last as long as a talk does."""
    return tuple(Span(start, start + CALL_LENGTH) for start in offer.starts)


def moment_in_words(start: datetime, situation: Situation, offer: Offer, words: Language) -> str:
    """A time in the zone it was written in, and in the person's own where that differs."""
    zone, today = zone_of(situation), today_of(situation)
    here = start.astimezone(zone)
    if here.utcoffset() == start.utcoffset():
        # That zone has a name, a bare offset has none.
        return words.moment(here, today, twelve_hours=offer.twelve_hours)
    there = words.moment(start, today, twelve_hours=offer.twelve_hours)
    if here.date() == start.date():
        return f"{there} / {words.time(here, twelve_hours=offer.twelve_hours)}"
    return f"{there} / {words.moment(here, today, twelve_hours=offer.twelve_hours)}"


def _chosen(slots: Slots, situation: Situation, offer: Offer) -> tuple[datetime, ...]:
    """The offered times; the only one that lies in a free window where the others do not."""
    diary = situation.diary
    if len(offer.starts) < 2 or not diary.free.weekly:
        return offer.starts
    fitting = tuple(each.start for each in spans_of(offer) if diary.is_free(each.start, each.end))
    if len(fitting) != 1:
        return offer.starts
    slots.why.append("Of the times they offer, this is the only one in your free windows.")
    return fitting


def _put_one(slots: Slots, situation: Situation, offer: Offer, words: Language) -> None:
    (start,) = offer.starts
    origin = _told_in(situation, offer)
    slots.put("when", moment_in_words(start, situation, offer, words), origin)
    slots.put("place", _place(offer, words), origin)
    here = start.astimezone(zone_of(situation))
    if here.utcoffset() != start.utcoffset():
        slots.why.append(f"That is {language(FALLBACK).moment(here, today_of(situation))} where you are.")
    if situation.diary.is_engaged(start, start + CALL_LENGTH):
        slots.why.append("Another interview of yours lies there or within an hour: look before you say yes.")


def _told_in(situation: Situation, offer: Offer) -> Origin:
    return mail_origin(offer.mail, today_of(situation)) if offer.mail is not None else Origin("their mail")


def _place(offer: Offer, words: Language) -> str:
    if offer.form in ("video", "phone"):
        return words.word(f"place.{offer.form}")
    place = in_one_line(offer.place, 90)
    return words.word("place.at", place=place) if place else ""
