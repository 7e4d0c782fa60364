"""People as vCards 4.0 (RFC 6350): one text that address books take in."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from respond.acquaintances import How
from respond.people import Acquaintance

LINE_OCTETS = 75
"""Longest line without its break; longer ones are folded, never inside a character (RFC 6350 §3.2)."""
HOW_WORDS: dict[How, str] = {
    How.INTERVIEWED: "interviewed you",
    How.REFERRED: "put in a word for you",
    How.INTRODUCED: "was introduced to you",
    How.APPROACHED: "wrote to you first",
    How.OFFERED: "made you the offer",
    How.ARRANGED: "arranged the interview",
    How.INVITED: "invited you",
    How.TESTED: "sent you the assessment",
    How.DECIDED: "told you the decision",
    How.CONFIRMED: "confirmed your application",
    How.WROTE: "wrote to you",
    How.COPIED: "was copied in",
}
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


def vcards(people: Iterable[Acquaintance], now: datetime) -> str:
    """The cards of these people, lines ended by CRLF; ``now`` becomes REV."""
    return "".join(_folded(line) for person in people for line in _card(person, now))


def _card(person: Acquaintance, now: datetime) -> list[str]:
    name = person.name or person.address
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{uuid5(NAMESPACE_URL, f'mailto:{min(person.addresses)}')}",
        f"FN:{_text(name)}",
        f"N:{_name(person.name)}",
    ]
    for place, address in enumerate(person.addresses, start=1):
        lines.append(f"EMAIL;PREF={place}:{_text(address)}")
    if person.phone:
        lines.append(f"TEL;VALUE=text:{_text(person.phone)}")
    if person.company or person.agency:
        lines.append(f"ORG:{_text(person.company or person.agency)}")
    if person.title:
        lines.append(f"TITLE:{_text(person.title)}")
    lines.append(f"NOTE:{_text(_note(person))}")
    lines.extend((f"REV:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}", "END:VCARD"))
    return lines


def _name(full: str) -> str:
    """Family and given name (RFC 6350 §6.2.2). The last word is taken for the family's: a guess that FN sets right."""
    given, _, family = full.rpartition(" ")
    return ";".join((_text(family), _text(given), "", "", ""))


def _note(person: Acquaintance) -> str:
    met = "; ".join(met_words(person))
    return "\n".join(part for part in (met, person.note.note) if part)


def met_words(person: Acquaintance) -> Sequence[str]:
    """How somebody was met, an application each: "interviewed you for Data Analyst at Northwind (March 2026)"."""
    return [
        f"{HOW_WORDS[one.how]}{f' for {one.role}' if one.role else ''}{f' at {one.company}' if one.company else ''} "
        f"({one.on:%B %Y})"
        for one in person.met
    ]


def _text(value: str) -> str:
    """A TEXT value: backslash, comma, semicolon and line break escaped (RFC 6350 §3.4), other controls left out."""
    return "".join(sign for sign in value if sign == "\n" or sign.isprintable()).translate(_ESCAPES)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, each further one behind a space."""
    pieces: list[str] = []
    piece, room = "", LINE_OCTETS
    for sign in line:
        size = len(sign.encode("utf-8"))
        if size > room:
            pieces.append(piece)
            piece, room = "", LINE_OCTETS - 1
        piece, room = piece + sign, room - size
    return "\r\n ".join((*pieces, piece)) + "\r\n"
