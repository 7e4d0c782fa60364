"""A wording of one's own is text to be filled: it reaches no attribute, no file, and has an end."""

import time

import pytest

from respond.ownwordings import OWN, OwnWording, OwnWordings
from respond.slotnames import SLOTS
from respond.wordings import BrokenWording, render, trouble_in
from store.vocabulary import DraftKind

KIND = DraftKind.WITHDRAWAL
SLOTS_GIVEN = dict.fromkeys(SLOTS[KIND], "the Data Analyst role")
ESCAPES = [
    "{{ role.__class__ }}",
    "{{ role.__class__.__mro__[1].__subclasses__() }}",
    "{{ role|attr('__class__') }}",
    "{{ role['__class__'] }}",
    "{{ self._TemplateReference__context }}",
    "{{ ''.format.__globals__ }}",
    "{{ '{0.__class__}'.format(role) }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ namespace() }}",
    "{% include '/etc/passwd' %}",
    "{% import 'x' as x %}",
    "{% extends '../../../etc/passwd' %}",
    "{% from 'x' import y %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
]
ENDLESS = [
    "{{ 'a' * 10000000000 }}",
    "{{ 9 ** 9 ** 9 ** 9 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{% for a in range(100000000) %}x{% endfor %}",
    "{{ role|center(1000000000) }}",
    "{{ role|indent(1000000000) }}",
    "{{ role|replace('', 'xxxxxxxxxxxxxxxx') }}",
    "{{ role|batch(1000000000, 'x')|list }}",
    "{% for a in role recursive %}{{ loop(role) }}{% endfor %}",
    "{% for a in role %}" * 6 + "x" + "{% endfor %}" * 6,
    "".join("{% set role = role ~ role %}" for _ in range(60)) + "{{ role }}",
    "{{ (" * 3000 + "role" + ") }}" * 3000,
]


def outcome(source: str) -> str:
    """What comes of it: the text, or "" where it is refused."""
    if trouble_in(source, SLOTS[KIND]) is not None:
        return ""
    own = OwnWordings((OwnWording(f"{OWN}en/withdrawal/mine", "en", KIND, source),))
    try:
        return render(f"{OWN}en/withdrawal/mine", SLOTS_GIVEN, own)
    except BrokenWording:
        return ""


@pytest.mark.parametrize("source", ESCAPES)
def test_nothing_but_the_slots_is_within_reach(source: str) -> None:
    assert outcome(source) in ("", "the Data Analyst role")


@pytest.mark.parametrize("source", ENDLESS, ids=range(len(ENDLESS)))
def test_it_comes_to_an_end(source: str) -> None:
    begin = time.process_time()

    assert outcome(source) == ""
    assert time.process_time() - begin < 1


def test_one_that_repeats_itself_too_long_is_refused() -> None:
    assert outcome("{% for a in role %}{% for b in role %}" + "x" * 100 + "{% endfor %}{% endfor %}") == ""


def test_a_letter_can_still_choose_join_and_repeat() -> None:
    source = "{% set a = [role] if role else [] %}{% for each in a %}{{ each | trim }}{% endfor %} {{ a | join(', ') }}"

    assert outcome(source) == "the Data Analyst role the Data Analyst role"
