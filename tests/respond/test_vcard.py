"""vCards 4.0 (RFC 6350), read back by icalendar's parser of content lines, which share their form (RFC 5545)."""

from datetime import UTC, datetime

import pytest
from icalendar.parser import Contentlines

from respond.acquaintances import How
from respond.people import Acquaintance, Met
from respond.vcard import LINE_OCTETS, vcards
from store.noted import ContactNote

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def somebody(name: str = "Dana Whitfield", note: str = "", **fields: str) -> Acquaintance:
    met = Met(3, "Northwind Textiles", "Data Analyst", How.INTERVIEWED, datetime(2026, 2, 10, tzinfo=UTC))
    return Acquaintance(
        ids=(1, 4),
        addresses=("dana.whitfield@northwind.example", "dana@home.example"),
        name=name,
        title=fields.get("title", ""),
        company=fields.get("company", ""),
        agency=fields.get("agency", ""),
        phone=fields.get("phone", ""),
        met=(met,),
        first_seen=NOW,
        last_seen=NOW,
        last_written=None,
        note=ContactNote("dana.whitfield@northwind.example", note),
    )


def properties(text: str) -> list[tuple[str, str]]:
    """Name and unescaped value of each line, parameters left out."""
    found = []
    for line in Contentlines.from_ical(text):
        if line:
            name, _, value = line.parts()
            for escaped, plain in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
                value = value.replace(escaped, plain)
            found.append((name, value))
    return found


def test_a_card_has_what_is_known_in_order() -> None:
    card = somebody(title="Head of People", company="Northwind Textiles", phone="+44 7700 900123")

    names = [name for name, _ in properties(vcards([card], NOW))]
    assert names == [
        "BEGIN", "VERSION", "UID", "FN", "N", "EMAIL", "EMAIL", "TEL", "ORG", "TITLE", "NOTE", "REV", "END",
    ]  # fmt: skip
    found = dict(properties(vcards([card], NOW)))
    assert (found["VERSION"], found["FN"], found["N"]) == ("4.0", "Dana Whitfield", "Whitfield;Dana;;;")
    assert (found["TEL"], found["ORG"]) == ("+44 7700 900123", "Northwind Textiles")
    assert found["NOTE"] == "interviewed you for Data Analyst at Northwind Textiles (February 2026)"
    assert found["REV"] == "20260302T090000Z"


@pytest.mark.parametrize(
    "words", ["Beans, peas; rice", "Two\nlines", "C:\\temp", "Grüße – ça va? ¿Qué tal? 日本", "quote \" and 'more'"]
)
def test_what_is_written_comes_back_as_it_was(words: str) -> None:
    assert dict(properties(vcards([somebody(note=words)], NOW)))["NOTE"].endswith(words)


def test_no_word_can_add_a_line_of_its_own() -> None:
    text = vcards([somebody(name="Eve\r\nEMAIL:eve@evil.example", note="a\rb\x00c")], NOW)

    assert [name for name, _ in properties(text)].count("EMAIL") == 2
    assert "\x00" not in text


def test_lines_are_folded_at_75_octets_and_no_character_is_cut() -> None:
    text = vcards([somebody(note="ü€日" * 100)], NOW)

    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= LINE_OCTETS
    assert all(line.decode() is not None for line in lines)
    assert dict(properties(text))["NOTE"].endswith("ü€日" * 100)


def test_the_uid_stays_when_the_name_changes() -> None:
    first, second = (dict(properties(vcards([somebody(name)], NOW)))["UID"] for name in ("Dana", "Dana Whitfield"))

    assert first == second
