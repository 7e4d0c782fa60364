"""Every English and German wording, with every combination of its facts: length, tone, and no sentence twice."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

import pytest

from respond.language import LONGEST_SUBJECT, language
from respond.wordings import render, wordings_of
from store.vocabulary import DraftKind
from tests.respond.tongues import ENGLISH, GERMAN, Tongue

RANGES = {
    DraftKind.FOLLOW_UP_APPLICATION: (60, 110),
    DraftKind.FOLLOW_UP_INTERVIEW: (50, 100),
    DraftKind.FINAL_FOLLOW_UP: (40, 80),
    DraftKind.STAY_CONNECTED: (60, 120),
    DraftKind.INVITATION_REPLY: (15, 150),
    DraftKind.OTHER_TIMES: (50, 90),
    DraftKind.DECLINE_INVITATION: (40, 70),
    DraftKind.THANK_YOU: (80, 150),
    DraftKind.WITHDRAWAL: (40, 80),
    DraftKind.ASSESSMENT_REPLY: (40, 80),
    DraftKind.OUTREACH_INTERESTED: (50, 100),
    DraftKind.OUTREACH_LATER: (40, 80),
    DraftKind.OFFER_REPLY: (40, 80),
    DraftKind.INFORMATION_REPLY: (30, 90),
    DraftKind.RECONNECT: (40, 80),
    DraftKind.HIRED_THANKS: (40, 80),
}
"""Words by ``domain.md`` §2.3; greeting, closing and name come on top."""

AROUND = 6
"""Words greeting, closing and name add: the range holds with them and without."""

ITEMS = ("documents", "availability", "salary", "start", "notice", "references", "permit", "other")
YES_NO = (False, True)
LOOKING_FOR = {
    "en": "data analysis for energy or transport, in Leeds or remote, from 80 per cent, without line management",
    "de": "Datenanalyse für Energie oder Verkehr, in Leipzig oder von zu Hause, ab 30 Stunden, ohne Personalführung",
}
NOT_IN_GERMAN = re.compile(r"\b(in touch|feedback|calls?|timelines?|meetings?|finale)\b", re.IGNORECASE)
# "Ihr" before a noun is polite, "ihr" inside a sentence familiar: the first letter tells.
SAYS_SIE = re.compile(r"\b(Sie|Ihnen|Ihre[mnrs]?|Ihr)\b")
SAYS_DU = re.compile(r"\b([Dd]u|[Dd]ir|[Dd]ich|[Dd]ein\w*|[Ee]uch|[Ee]uer|[Ee]ure\w*|ihr)\b")


def windows_of(tongue: Tongue) -> tuple[str, ...]:
    """None, one free window, and the four of a full week."""
    days = zip(language(tongue.code).weekdays, ("1", "2", "3", "4"), strict=False)
    if tongue is GERMAN:
        phrases = [f"{weekday}, {day}. Dezember, 09:00–12:00 Uhr" for weekday, day in days]
    else:
        phrases = [f"{weekday} {day} December, 09:00–12:00" for weekday, day in days]
    return "", phrases[0], "; ".join(phrases)


def slots_of(tongue: Tongue, kind: DraftKind) -> dict[str, tuple[object, ...]]:
    words, days = language(tongue.code), tongue.days
    gap = {key: (words.word(f"gap.{key}"),) for key in ("times", "moment", "day", "news")}
    times = {"windows": windows_of(tongue), "times_gap": gap["times"], "zone": (tongue.zone,)}
    choices = ("", words.word("gap.choice", choices=f"{tongue.when}; {tongue.when}"))
    match kind:
        case DraftKind.FOLLOW_UP_APPLICATION:
            return {"applied_on": days, "reference": ("", "REQ-20418"), "acknowledged": YES_NO}
        case DraftKind.FOLLOW_UP_INTERVIEW:
            return {"interview_on": days, "submitted_on": days, "promise_on": days}
        case DraftKind.FINAL_FOLLOW_UP:
            return {"chased_on": days}
        case DraftKind.STAY_CONNECTED:
            about = ("frozen", "cancelled", "internal", "filled", "interviewed", "other")
            return {"told": YES_NO, "interview_on": days, "about": about}
        case DraftKind.INVITATION_REPLY:
            return {"when": ("", tongue.when), "place": tongue.places, "choices_gap": choices, **times}
        case DraftKind.OTHER_TIMES:
            return {"when": ("", tongue.when), **times}
        case DraftKind.DECLINE_INVITATION:
            return {"when": ("", tongue.when)}
        case DraftKind.THANK_YOU:
            return {"interview_on": days, "promise_on": days, "moment_gap": gap["moment"]}
        case DraftKind.WITHDRAWAL:
            return {"taken": YES_NO, "interview_on": days}
        case DraftKind.ASSESSMENT_REPLY:
            return {"due_on": days, "extend": YES_NO, "day_gap": gap["day"]}
        case DraftKind.OUTREACH_INTERESTED:
            asked = {f"ask_{one}": YES_NO for one in ("scope", "place", "pay", "stage")}
            return {**asked, "wants_call": YES_NO, "wants_cv": YES_NO, **times}
        case DraftKind.OUTREACH_LATER:
            return {"looking_for": ("", LOOKING_FOR[tongue.code])}
        case DraftKind.OFFER_REPLY:
            return {"answer_by": days}
        case DraftKind.INFORMATION_REPLY:
            items = [{"label": words.word(f"item.{one}"), "gap": words.word(f"gap.item_{one}")} for one in ITEMS]
            return {"items": (*([one] for one in items), items[1:4], items), "documents": YES_NO}
        case DraftKind.RECONNECT:
            return {"last_on": days, "interview_on": days, "about": ("frozen", "other"), "news_gap": gap["news"]}
        case DraftKind.HIRED_THANKS:
            return {"interview_on": days}


def combinations(tongue: Tongue, kind: DraftKind) -> Iterator[dict[str, object]]:
    slots = {"role": tongue.roles, "house": tongue.houses, "informal": YES_NO, **slots_of(tongue, kind)}
    for values in itertools.product(*slots.values()):
        one = dict(zip(slots, values, strict=True))
        # At most three questions are put to a stranger.
        if sum(bool(value) for slot, value in one.items() if slot.startswith("ask_")) <= 3:
            yield one


@cache
def renderings(tongue: Tongue, kind: DraftKind) -> tuple[tuple[str, bool, str], ...]:
    """Wording, whether familiar, and text; each text once."""
    made = {
        (wording, bool(one["informal"]), render(wording, one))
        for one in combinations(tongue, kind)
        for wording in wordings_of(tongue.code, kind)
    }
    return tuple(sorted(made))


def sentences(text: str) -> set[str]:
    """Its sentences; a date's full stop ends none."""
    begun = text[0].upper() + text[1:]
    parts = re.split(r"(?<=[.?])(?<!\d\.)\s+|\n\n", begun)
    return {part for part in parts if not part.startswith("[")}


EVERY = pytest.mark.parametrize(
    ("tongue", "kind"),
    [pytest.param(tongue, kind, id=f"{tongue.code}-{kind}") for tongue in (ENGLISH, GERMAN) for kind in DraftKind],
)


@EVERY
def test_no_wording_is_longer_or_shorter_than_its_kind(tongue: Tongue, kind: DraftKind) -> None:
    low, high = RANGES[kind]
    low = round(low * tongue.at_least)
    counted = {(name, len(re.findall(r"\w\S*", text))) for name, _, text in renderings(tongue, kind)}
    assert sorted(one for one in counted if not low <= one[1] <= high - AROUND) == []


@EVERY
def test_no_wording_shouts_nor_says_what_no_reply_says(tongue: Tongue, kind: DraftKind) -> None:
    for name, _, text in renderings(tongue, kind):
        assert "!" not in text
        assert not (found := tongue.banned.search(text)), (name, found)
        assert tongue is not GERMAN or not (found := NOT_IN_GERMAN.search(text)), (name, found)


@EVERY
def test_an_empty_slot_leaves_no_hole(tongue: Tongue, kind: DraftKind) -> None:
    gaps = [word for key, word in language(tongue.code).words if key.startswith("gap.") and "{" not in word]
    for name, _, text in renderings(tongue, kind):
        assert not re.search(r" {2}|None\b|True\b|False\b|[{}]", text), (name, text)
        assert not (found := tongue.artefacts.search(text)), (name, found)
        for gap in gaps:
            text = text.replace(gap, "")
        text = re.sub(r"\[[^\[\]]*" + re.escape(tongue.when) + r"\]", "", text)
        assert not re.search(r"[\[\]]", text), (name, text)


@EVERY
def test_two_wordings_of_a_kind_share_no_sentence(tongue: Tongue, kind: DraftKind) -> None:
    owners: dict[str, set[str]] = {}
    for name, _, text in renderings(tongue, kind):
        for sentence in sentences(text):
            owners.setdefault(sentence, set()).add(name)
    shared = {text: names for text, names in owners.items() if len(names) > 1 and not _is_item(tongue, text)}
    assert shared == {}


@pytest.mark.parametrize("tongue", [ENGLISH, GERMAN], ids=lambda one: one.code)
def test_two_kinds_share_no_sentence(tongue: Tongue) -> None:
    owners: dict[str, set[str]] = {}
    for kind in DraftKind:
        for _, _, text in renderings(tongue, kind):
            for sentence in sentences(text):
                owners.setdefault(sentence, set()).add(kind)
    assert {text: kinds for text, kinds in owners.items() if len(kinds) > 1} == {}


@EVERY
def test_every_wording_says_thanks_once(tongue: Tongue, kind: DraftKind) -> None:
    off = {(name, text) for name, _, text in renderings(tongue, kind) if len(tongue.thanks.findall(text)) != 1}
    assert off == set()


@EVERY
def test_du_and_sie_are_never_mixed(tongue: Tongue, kind: DraftKind) -> None:
    if tongue is not GERMAN:
        return
    for name, informal, text in renderings(tongue, kind):
        other = SAYS_SIE if informal else SAYS_DU
        assert not (found := other.search(text)), (name, found, text)


@pytest.mark.parametrize("tongue", [ENGLISH, GERMAN], ids=lambda one: one.code)
def test_a_reply_to_an_offer_neither_accepts_nor_bargains(tongue: Tongue) -> None:
    leaning = re.compile(
        r"accept|agree|happy|glad|delighted|look(ing)? forward|negotiat|salary|unterschr|annehm|freu|Gehalt|verhandel",
        re.IGNORECASE,
    )
    for name, _, text in renderings(tongue, DraftKind.OFFER_REPLY):
        assert not (found := leaning.search(text)), (name, found)


@pytest.mark.parametrize("tongue", [ENGLISH, GERMAN], ids=lambda one: one.code)
def test_a_reconnecting_note_asks_one_thing_at_most(tongue: Tongue) -> None:
    assert {text for _, _, text in renderings(tongue, DraftKind.RECONNECT) if text.count("?") > 1} == set()


@EVERY
def test_a_new_mail_has_a_subject_that_is_not_cut_off(tongue: Tongue, kind: DraftKind) -> None:
    words = language(tongue.code)
    for role in ("", "Data Analyst", "Senior Regional Customer Operations and Partnerships Manager"):
        subject = words.subject(kind, role, "Alexandra Winterbourne")
        assert 8 <= len(subject) <= LONGEST_SUBJECT
        assert not re.search(r"[{}]|\s$|[–,:]$", subject)


def _is_item(tongue: Tongue, sentence: str) -> bool:
    """A line that answers one asked item is the same in every wording: label and gap."""
    words = language(tongue.code)
    return any(sentence.startswith(f"{words.word(f'item.{one}')}: [") for one in ITEMS)
