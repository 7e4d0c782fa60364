"""Nothing heardback composes has a fault: every wording, in every case, in both registers, of every language."""

from dataclasses import replace

import pytest

from respond.compose import Composed, compose
from respond.examples import Example, examples
from respond.language import TEMPLATES
from respond.manners import faults
from respond.situation import Situation
from respond.slotnames import SLOTS
from respond.wordings import trouble_in, wordings_of
from store.vocabulary import DraftKind

LANGUAGES = ("en", "de", "fr", "es")
LONG_ROLE = "Senior Regional Customer Operations Manager"
EVERYTHING = [
    pytest.param(language, informal, id=f"{language}-{'informal' if informal else 'formal'}")
    for language in LANGUAGES
    for informal in (False, True)
]


def written(situation: Situation) -> Composed:
    composed = compose(situation)
    assert isinstance(composed, Composed), composed
    return composed


def each_wording(example: Example) -> list[Situation]:
    """The situation once for each wording, which the others having been used makes the one that is taken."""
    names = wordings_of(example.language, example.kind)
    return [replace(example.situation, used_wordings=frozenset(names) - {name}) for name in names]


@pytest.mark.parametrize(("language", "informal"), EVERYTHING)
def test_no_reply_has_a_fault(language: str, informal: bool) -> None:
    found = {
        (composed.wording, fault)
        for example in examples(language, informal=informal)
        for situation in each_wording(example)
        for composed in [written(situation)]
        for fault in faults(composed, situation)
    }

    assert found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_role_and_an_unnamed_one_are_no_fault_either(language: str) -> None:
    found = {
        (composed.wording, fault)
        for example in examples(language)
        for role in ("", LONG_ROLE)
        for situation in each_wording(example)
        for told in [replace(situation, application=replace(situation.application, role=role))]
        for composed in [written(told)]
        for fault in faults(composed, told)
        if "words;" not in fault or not role
    }

    assert found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_shown_in_every_language(language: str) -> None:
    assert {each.kind for each in examples(language)} == set(DraftKind)


@pytest.mark.parametrize("kind", DraftKind)
def test_the_examples_of_all_languages_are_the_same_cases(kind: DraftKind) -> None:
    cases = {tuple((each.stage, each.case) for each in examples(one) if each.kind is kind) for one in LANGUAGES}

    assert len(cases) == 1


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/*/*.txt.j2")), ids=lambda path: "/".join(path.parts[-3:]))
def test_our_wordings_use_only_the_slots_of_their_kind(path) -> None:  # type: ignore[no-untyped-def]
    assert trouble_in(path.read_text("utf-8"), SLOTS[DraftKind(path.parent.name)]) is None


@pytest.mark.parametrize(("language", "informal"), EVERYTHING)
def test_every_fact_names_its_mail_or_where_else_it_comes_from(language: str, informal: bool) -> None:
    for example in examples(language, informal=informal):
        known = {stored.id for stored in example.situation.messages}
        for fact in written(example.situation).facts:
            assert fact.value
            assert fact.source
            assert fact.message is None or fact.message in known
            if fact.source.startswith("mail of"):
                assert fact.message in known
