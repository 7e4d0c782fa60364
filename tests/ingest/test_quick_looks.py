"""What a quick look finds is what the rule behind it finds, which is asked where the look is not sure."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import quote_marks, repair
from ingest.plainshape import _is_misfit

MISFIT = re.compile(r"[\ufffd\x1b\x80-\x9f\udc80-\udcff]")
MARKS = (
    "-----Original Message-----",
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "> Weitergeleitete Nachricht --",
    "__________________",
    "From: Kim",
    "*Betreff* : Hello",
)


@given(st.text("a: \r\n", max_size=40).map(str.encode))
def test_the_header_ends_where_the_first_empty_line_is(raw: bytes) -> None:
    found = repair._END_OF_HEADERS.search(raw)

    assert repair._end_of_headers(raw) == (found.start() if found else -1)


@given(st.text())
def test_a_misfit_is_found_among_octets_as_among_characters(text: str) -> None:
    assert _is_misfit(text) == (MISFIT.search(text) is not None)


@pytest.mark.parametrize("text", ["caf\x85", "caf\x9f\u20ac", "\ufffd", "caf\udc80", "\x1b", "\xe9\x1b"])
def test_no_misfit_is_passed_over(text: str) -> None:
    assert _is_misfit(text)


@pytest.mark.parametrize("text", ["caf\xe9\xa0", "\u20ac\xc2", "plain", ""])
def test_no_letter_is_taken_for_a_misfit(text: str) -> None:
    assert not _is_misfit(text)


@given(st.sampled_from(MARKS), st.integers(0, 40), st.text("-_=*> :a\t", max_size=3))
def test_a_line_without_a_sign_is_no_mark(mark: str, at: int, more: str) -> None:
    line = mark[:at] + more + mark[at:]
    is_mark = quote_marks.is_original_mark(line) or quote_marks.is_forward_mark(line) or quote_marks.is_rule(line)

    assert quote_marks.has_sign(line) or not (is_mark or quote_marks.field_kind(line))
