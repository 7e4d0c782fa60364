"""The French and Spanish wordings, each in every combination of its slots: lengths, tone, and no sentence twice."""

import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from respond.language import LONGEST_SUBJECT, language
from respond.wordings import render, wordings_of
from store.vocabulary import DraftKind
from tests.respond.tongues import FRENCH, SPANISH, Tongue

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
LONGER = 1.2
"""French and Spanish need up to a fifth more words than English, for which the ranges are counted."""
SHORTER = 0.8
"""What is left of the lower end where slots are empty: clauses fall away and nothing takes their place."""

YES_NO = (False, True)
ABOUT = ("frozen", "cancelled", "internal", "filled", "interviewed", "other")
ASKED = ("ask_scope", "ask_place", "ask_pay", "ask_stage")
ITEMS = ("documents", "availability", "salary", "start", "notice", "references", "permit", "other")
WISHES = {"fr": "analyse de données, à Lyon ou à distance", "es": "análisis de datos, en Sevilla o a distancia"}
# What an adjective or participle about the writer would give away, beyond what the tongues ban already.
GENDERED = {
    "fr": re.compile(
        r"\b(m’(a|as|avez|ont|aviez|avais) (reçu|aidé|contacté|invité|rencontré)|je (suis|serai|serais|reste) "
        r"(prêt|sûr|certain|content|motivé|désolé|convaincu|attaché|engagé|touché|flatté|occupé|pris)e?)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(estoy|estaré|quedo|soy|sigo|muy) "
        r"(content|segur|list|dispuest|preparad|ocupad|motivad|convencid|atent|abiert|nuev)[oa]\b",
        re.IGNORECASE,
    ),
}
LEANING = {
    "fr": re.compile(r"accept|d’accord|plaisir|volontiers|hâte|heureu|négoci|signer|salaire|rémunération", re.I),
    "es": re.compile(r"acept|de acuerdo|gusto|alegr|ganas|ilusi|negoci|firmar|salario|sueldo", re.I),
}


def windows_of(tongue: Tongue) -> tuple[str, str]:
    """None, and the most there can be."""
    words = language(tongue.code)
    nine, noon = (words.word("clock", hour=hour, minute="00") for hour in ("09", "12"))
    days = [(words.weekdays[one], words.word("day", day=str(one + 2), month=words.months[11])) for one in range(4)]
    phrases = [words.word("window", weekday=weekday, day=day, start=nine, end=noon) for weekday, day in days]
    return "", words.word("window_joint").join(phrases)


def slots_of(tongue: Tongue, kind: DraftKind) -> dict[str, tuple[object, ...]]:
    words, days, when = language(tongue.code), tongue.days, ("", tongue.when)
    times: dict[str, tuple[object, ...]] = {
        "windows": windows_of(tongue),
        "times_gap": (words.word("gap.times"),),
        "zone": (tongue.zone,),
    }
    match kind:
        case DraftKind.FOLLOW_UP_APPLICATION:
            return {"applied_on": days, "reference": ("", "REQ-20418"), "acknowledged": YES_NO}
        case DraftKind.FOLLOW_UP_INTERVIEW:
            return {"interview_on": days, "submitted_on": days, "promise_on": days}
        case DraftKind.FINAL_FOLLOW_UP:
            return {"chased_on": days}
        case DraftKind.STAY_CONNECTED:
            return {"told": YES_NO, "interview_on": days, "about": ABOUT}
        case DraftKind.INVITATION_REPLY:
            choices = ("", words.word("gap.choice", choices=words.word("choice_joint").join((tongue.when,) * 2)))
            return {"when": when, "place": tongue.places, "choices_gap": choices, **times}
        case DraftKind.OTHER_TIMES:
            return {"when": when, **times}
        case DraftKind.DECLINE_INVITATION:
            return {"when": when}
        case DraftKind.THANK_YOU:
            return {"interview_on": days, "promise_on": days, "moment_gap": (words.word("gap.moment"),)}
        case DraftKind.WITHDRAWAL:
            return {"taken": YES_NO, "interview_on": days}
        case DraftKind.ASSESSMENT_REPLY:
            return {"due_on": days, "extend": YES_NO, "day_gap": (words.word("gap.day"),)}
        case DraftKind.OUTREACH_INTERESTED:
            return {**dict.fromkeys(ASKED, YES_NO), "wants_call": YES_NO, "wants_cv": YES_NO, **times}
        case DraftKind.OUTREACH_LATER:
            return {"looking_for": ("", WISHES[tongue.code])}
        case DraftKind.OFFER_REPLY:
            return {"answer_by": days}
        case DraftKind.INFORMATION_REPLY:
            items = [{"label": words.word(f"item.{one}"), "gap": words.word(f"gap.item_{one}")} for one in ITEMS]
            return {"items": (*([one] for one in items), items[1:4]), "documents": YES_NO}
        case DraftKind.RECONNECT:
            about = ("frozen", "other")
            return {"last_on": days, "interview_on": days, "about": about, "news_gap": (words.word("gap.news"),)}
        case DraftKind.HIRED_THANKS:
            return {"interview_on": days}


def roles_of(tongue: Tongue) -> tuple[str, ...]:
    """Those of the tests, and each form there is where no role is known."""
    words = language(tongue.code)
    return (*tongue.roles, words.role("", ""), words.role("", tongue.houses[0]))


def combinations(tongue: Tongue, kind: DraftKind) -> Iterator[dict[str, object]]:
    slots = {"role": roles_of(tongue), "house": tongue.houses, "informal": YES_NO, **slots_of(tongue, kind)}
    for values in itertools.product(*slots.values()):
        one = dict(zip(slots, values, strict=True))
        # At most three questions are put to a stranger.
        if sum(bool(one.get(each)) for each in ASKED) <= 3:
            yield one


@cache
def renderings(tongue: Tongue, kind: DraftKind) -> tuple[tuple[str, Mapping[str, object], str], ...]:
    """Wording, slots and text."""
    return tuple(
        (wording, one, render(wording, one))
        for one in combinations(tongue, kind)
        for wording in wordings_of(tongue.code, kind)
    )


def is_full(kind: DraftKind, slots: Mapping[str, object]) -> bool:
    """Whether no clause falls away: every fact is there, and a stranger is asked three things."""
    either = {"informal", "told", "acknowledged", "extend", "taken", "documents", *ASKED}
    if kind is DraftKind.INVITATION_REPLY:
        either |= {"when", "place", "choices_gap"}
    asked = sum(bool(slots.get(each)) for each in ASKED)
    return all(value for slot, value in slots.items() if slot not in either) and asked in (0, 3)


def number_of_words(text: str) -> int:
    return len(re.findall(r"\w\S*", text))


def sentences_of(text: str, slots: Mapping[str, object]) -> set[str]:
    """Its sentences and half sentences without what a slot gives; a line that answers one asked item is none."""
    text = re.sub(r"(?m)^[^\n\[]*: \[[^\]]*\]$", "", text)
    values = {value for value in slots.values() if isinstance(value, str) and len(value) > 1}
    for value in sorted(values, key=len, reverse=True):
        text = text.replace(value, "…")
    parts = (" ".join(part.split()).casefold() for part in re.split(r"(?<=[.?:;])\s+|\n+", text))
    return {part for part in parts if number_of_words(part) >= 4}


def owners_of(tongue: Tongue, kinds: Iterator[DraftKind] | tuple[DraftKind, ...]) -> dict[str, set[str]]:
    """By sentence, the wordings that hold it."""
    owners: dict[str, set[str]] = {}
    for kind in kinds:
        for wording, slots, text in renderings(tongue, kind):
            for sentence in sentences_of(text, slots):
                owners.setdefault(sentence, set()).add(wording)
    return owners


TONGUES = (FRENCH, SPANISH)
EITHER = pytest.mark.parametrize("tongue", TONGUES, ids=lambda one: one.code)
EVERY = pytest.mark.parametrize(
    ("tongue", "kind"),
    [pytest.param(tongue, kind, id=f"{tongue.code}-{kind}") for tongue in TONGUES for kind in DraftKind],
)


@EVERY
def test_there_are_three_wordings_or_more(tongue: Tongue, kind: DraftKind) -> None:
    assert len(wordings_of(tongue.code, kind)) >= 3


@EVERY
def test_a_wording_with_every_fact_keeps_the_length_of_its_kind(tongue: Tongue, kind: DraftKind) -> None:
    low, high = RANGES[kind]
    counted = {(name, number_of_words(text)) for name, slots, text in renderings(tongue, kind) if is_full(kind, slots)}
    assert counted
    assert sorted(one for one in counted if not low <= one[1] <= high * LONGER) == []


@EVERY
def test_no_wording_is_ever_too_long_nor_a_stump(tongue: Tongue, kind: DraftKind) -> None:
    low, high = RANGES[kind]
    counted = {(name, number_of_words(text)) for name, _, text in renderings(tongue, kind)}
    assert sorted(one for one in counted if not low * SHORTER <= one[1] <= high * LONGER) == []


@EVERY
def test_no_wording_shouts_nor_says_what_no_reply_says(tongue: Tongue, kind: DraftKind) -> None:
    for name, _, text in renderings(tongue, kind):
        assert "!" not in text
        assert "¡" not in text
        assert not (found := tongue.banned.search(text)), (name, found)
        assert not (found := GENDERED[tongue.code].search(text)), (name, found)


@EVERY
def test_an_empty_slot_leaves_no_hole(tongue: Tongue, kind: DraftKind) -> None:
    gaps = [word for key, word in language(tongue.code).words if key.startswith("gap.") and "{" not in word]
    for name, slots, text in renderings(tongue, kind):
        assert not re.search(r" {2}|\bNone\b|\bTrue\b|\bFalse\b|[{}]", text), (name, text)
        assert not (found := tongue.artefacts.search(text)), (name, found, text)
        for gap in (*gaps, str(slots.get("choices_gap") or gaps[0])):
            text = text.replace(gap, "")
        assert not re.search(r"[\[\]]", text), (name, text)


@EVERY
def test_two_wordings_of_a_kind_share_no_sentence(tongue: Tongue, kind: DraftKind) -> None:
    assert {text: names for text, names in owners_of(tongue, (kind,)).items() if len(names) > 1} == {}


@EITHER
def test_two_kinds_share_no_sentence(tongue: Tongue) -> None:
    assert {text: names for text, names in owners_of(tongue, tuple(DraftKind)).items() if len(names) > 1} == {}


@EVERY
def test_every_wording_says_thanks_once(tongue: Tongue, kind: DraftKind) -> None:
    off = {(name, text) for name, _, text in renderings(tongue, kind) if len(tongue.thanks.findall(text)) != 1}
    assert off == set()


@EVERY
def test_the_familiar_and_the_polite_are_never_mixed(tongue: Tongue, kind: DraftKind) -> None:
    for name, slots, text in renderings(tongue, kind):
        other = tongue.polite if slots["informal"] else tongue.familiar
        assert not (found := other.search(text)), (name, found, text)


@EVERY
def test_every_sentence_begins_with_a_capital(tongue: Tongue, kind: DraftKind) -> None:
    for name, _, text in renderings(tongue, kind):
        for sentence in re.split(r"(?<=[.?])\s+(?![;:?])|\n\n", text):
            first = sentence.lstrip("¿")[0]
            assert first.isupper() or first == "[", (name, sentence)


@EVERY
def test_no_wording_is_one_long_block_or_many_short_ones(tongue: Tongue, kind: DraftKind) -> None:
    for name, slots, text in renderings(tongue, kind):
        listed = slots.get("items", [])
        paragraphs = len(text.split("\n\n")) - len(listed if isinstance(listed, list) else [])
        assert paragraphs in ((1,) if kind is DraftKind.INVITATION_REPLY else (2, 3)), (name, text)


@EITHER
def test_a_reply_to_an_offer_neither_accepts_nor_bargains(tongue: Tongue) -> None:
    for name, _, text in renderings(tongue, DraftKind.OFFER_REPLY):
        assert not (found := LEANING[tongue.code].search(text)), (name, found)


@EITHER
def test_a_reply_asks_at_most_one_thing(tongue: Tongue) -> None:
    """A stranger may be asked three; those who got no answer are asked about one matter in two halves at most."""
    one_ask = set(DraftKind) - {DraftKind.OUTREACH_INTERESTED}
    off = {(name, text) for kind in one_ask for name, _, text in renderings(tongue, kind) if text.count("?") > 1}
    assert off == set()
    strangers = renderings(tongue, DraftKind.OUTREACH_INTERESTED)
    assert max(text.count("?") for _, _, text in strangers) <= 3


@EVERY
def test_a_new_mail_has_a_subject_that_is_not_cut_off(tongue: Tongue, kind: DraftKind) -> None:
    words = language(tongue.code)
    for role in ("", "Analyste", "Responsable régional de la relation client et des partenariats"):
        for name in ("", "Alexandra Martinez-Fontaine"):
            subject = words.subject(kind, role, name)
            assert 4 <= len(subject) <= LONGEST_SUBJECT
            assert not re.search(r"[{}]|\s$|[–,:]$", subject)


@EITHER
def test_no_window_of_free_time_can_be_mistaken_for_another(tongue: Tongue) -> None:
    _, windows = windows_of(tongue)
    assert windows.count(language(tongue.code).word("window_joint")) == 3
    assert all(windows.count(weekday) == 1 for weekday in language(tongue.code).weekdays[:4])
