"""Text comes in one form, whatever wrote it."""

import time

import pytest

from ingest.text import normalise


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("We\u2019re \u201csorry\u201d", 'We\'re "sorry"'),
        ("a\u00a0b\u2009c\u202fd", "a b c d"),
        ("un\u00adfor\u200btun\ufeffate\u200dly", "unfortunately"),
        ("Gru\u0308\u00dfe", "Gr\u00fc\u00dfe"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a  \n\n\n\n\n\nb", "a\n\n\nb"),
        ("\n\na\n\n", "a"),
        ("a\x00b\x07c", "abc"),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_one_form(written: str, expected: str) -> None:
    assert normalise(written) == expected


def test_flowed_text_keeps_quotes_and_signature_apart() -> None:
    written = "One \nsentence.\n> quoted \n> too\n> \nEnd \n-- \nJane"

    assert normalise(written, flowed=True) == "One sentence.\n> quoted too\n>\nEnd\n--\nJane"


def test_long_runs_of_spaces_take_no_time() -> None:
    begin = time.process_time()

    normalise(" " * 1_000_000 + "x")

    assert time.process_time() - begin < 0.5
