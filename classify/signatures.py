"""What a signature tells of the one who signs: name, office, house, telephone, address.

Only what is written as a signature is read, and only as far as it is plain: a line that could be several things is
left alone. Nothing is taken from the body of the letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from classify.folding import folded
from classify.signaturewords import (
    DEGREES,
    FAX,
    HONORIFIC,
    LEGAL_FORM,
    MOBILE,
    NO_PHONE,
    OFFICE,
    ON_BEHALF,
    PHONE_LABEL,
    PLACE,
)
from classify.titles import title_words
from ingest.closings import is_device_note, is_formula, is_small_print
from store.records import Message

MOST_LINES = 12
_TAIL = 20
_LONGEST = 130
_SPLIT = re.compile(r"\s+[|•·–—/-]\s+|\s*[|•]\s*|\s{3,}|\t+")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_NUMBER = re.compile(r"\(?\+?\d[\d\s().\-/\u2013]{5,22}\d")
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|[A-ZÀ-ÖØ-Þ]\.)"
_NAME = re.compile(
    rf"{_NAME_WORD}(?: (?:(?:von|van|der|den|de|del|de la|la|le|du|da|di|dos|zu|zur|y|e|i|bin|al|ten|"
    rf"af) )*{_NAME_WORD}){{1,4}}"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Card:
    """What a signature gives; empty where it does not say."""

    name: str = ""
    title: str = ""
    company: str = ""
    phone: str = ""
    address: str = ""


def card_of(message: Message, language: str) -> Card:
    """The card in the signature of ``message``; an empty one where no name is signed."""
    lines = list(_lines(message))
    signed = _signed_name(lines, message.sender.name)
    if signed is None:
        return Card()
    at, name, rest = signed
    parts = [part for line in ([rest] if rest else []) + lines[at + 1 :] for part in _parts(line)]
    title = _title(parts, language)
    return Card(
        name=name,
        title=title,
        company=_company(parts, title, language),
        phone=_phone(lines),
        address=_only_address(lines),
    )


def _lines(message: Message) -> Iterator[str]:
    """The lines of the signature without the closing formula; at most the last lines of a letter without one."""
    text = message.signature or "\n".join(_tail(message.text))
    filled = [line.strip(" *_>\t") for line in text.splitlines()]
    kept = [
        line
        for line in filled
        if line and line not in ("--", "-") and not is_formula(line) and not is_device_note(line)
    ]
    for line in kept[:MOST_LINES]:
        if is_small_print(line) or len(line) > _LONGEST:
            return
        yield line


def _tail(text: str) -> list[str]:
    """What stands below the closing formula of a letter whose signature was not split off, or else its last block:
    short lines, the first like a name.
    """
    lines = [line.strip() for line in text.rstrip().splitlines()]
    for at in range(len(lines) - 1, max(len(lines) - _TAIL, -1), -1):
        if is_formula(lines[at]):
            return lines[at + 1 :]
    block: list[str] = []
    for line in reversed(lines):
        if not line or len(line) > 80 or (line.endswith((".", "?", "!", ":", ";")) and not LEGAL_FORM.search(line)):
            break
        block.insert(0, line)
        if len(block) > MOST_LINES:
            return []
    return block if block and _name_in(block[0]) else []


def _signed_name(lines: list[str], display: str) -> tuple[int, str, str] | None:
    """Place of the line that names the one who signs, the name, and what stands behind it on the same line.

    A line that shares a word with the display name of the sender goes before one that merely looks like a name.
    """
    known = {folded(word, "de") for word in _WORD.findall(display)}
    found: list[tuple[int, str, str]] = []
    for at, line in enumerate(lines[:4]):
        head, _, rest = _head(line)
        name = _name_in(head) or (head if known & {folded(head, "de")} else None)
        if name is None:
            continue
        if known & {folded(word, "de") for word in _WORD.findall(name)}:
            full = name if " " in name else _longer(name, display)
            return at, full, rest
        found.append((at, name, rest))
    return found[0] if found and " " in found[0][1] else None


def _head(line: str) -> tuple[str, str, str]:
    """What stands before the first mark that parts a line, and what stands behind it."""
    line = DEGREES.sub("", line)
    match = _SPLIT.search(line) or re.search(r",\s+", line)
    return (line[: match.start()], match.group(), line[match.end() :]) if match else (line, "", "")


def _name_in(text: str) -> str | None:
    """The name a line consists of, without titles and "on behalf of"; None where it is anything else."""
    bare = HONORIFIC.sub("", ON_BEHALF.sub("", text.strip(" ,.;:"))).strip()
    if not _NAME.fullmatch(bare) or LEGAL_FORM.search(bare) or PLACE.search(bare):
        return None
    if OFFICE.search(folded(bare, "de")) or title_words(bare, "en"):
        return None
    return " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in bare.split())


def _longer(first: str, display: str) -> str:
    """The display name where it gives more than the first name that is signed."""
    return display if _NAME.fullmatch(display) else first


def _parts(line: str) -> Iterator[str]:
    """The pieces of a line, links and addresses taken out."""
    bare = _LINK.sub("", _ADDRESS.sub("", line))
    for piece in _SPLIT.split(bare):
        if piece.strip(" ,;:"):
            yield piece.strip(" ,;")


def _title(parts: list[str], language: str) -> str:
    """The first piece that names an office; where a house follows behind a comma, only what stands before it."""
    for part in parts[:6]:
        if not _is_office(part, language):
            continue
        pieces = [piece.strip() for piece in part.split(",")]
        if len(pieces) > 1 and _is_house(pieces[-1], language) and _is_office(pieces[0], language):
            pieces = pieces[:-1]
        at = re.split(r"\s(?:at|bei(?: der)?|chez|@)\s", ", ".join(pieces))
        return at[0].strip()
    return ""


def _is_office(part: str, language: str) -> bool:
    if sum(map(str.isdigit, part)) > 2 or (LEGAL_FORM.search(part) and "," not in part) or PLACE.search(part):
        return False
    plain = folded(part, language if language == "de" else "en")
    is_named = OFFICE.search(plain) or OFFICE.search(folded(part, "de")) or title_words(part, language)
    return len(part) < 90 and bool(is_named)


def _is_house(part: str, language: str) -> bool:
    """Whether a piece behind an office is a house: with a legal form, or neither an office nor a place."""
    if LEGAL_FORM.search(part):
        return True
    return bool(_WORD.search(part)) and part[:1].isupper() and not _is_office(part, language) and not PLACE.search(part)


def _company(parts: list[str], title: str, language: str) -> str:
    """The house: a piece with a legal form, or what the office is at, or the piece right behind the office."""
    for part in parts:
        pieces = [piece.strip() for piece in part.split(",")]
        for piece in pieces if pieces[0] == title or len(pieces) > 1 else [part]:
            if LEGAL_FORM.search(piece) and not _digits(piece) > 2 and len(piece) < 80 and piece != title:
                # "Aurora, S.L.": the form alone is no name.
                return part if LEGAL_FORM.fullmatch(piece) else _behind_at(piece)
    at = next((index for index, part in enumerate(parts) if title and part.startswith(title)), None)
    if at is None:
        return ""
    behind = parts[at][len(title) :].strip(" ,")
    candidates = [behind] if behind else parts[at + 1 : at + 3]
    houses = [each for each in candidates if re.search(r"&|\b(?:Partners|Recruitment|Consulting|Group)\b", each)]
    for each in houses or candidates[:1]:
        each = _behind_at(each)
        if _is_house(each, language) and not _digits(each) and not PHONE_LABEL.search(each) and len(each) < 60:
            return each
    return ""


def _behind_at(piece: str) -> str:
    return re.sub(r"^(?:at|bei(?: der)?|chez|@)\s", "", piece.strip())


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _phone(lines: list[str]) -> str:
    """The first telephone number, a mobile one before others; never a fax, a register or a postcode."""
    found: list[tuple[bool, str]] = []
    for line in lines:
        for piece in re.split(r"[|•·;,]|\s{3,}|\s/\s(?=[A-Za-z])", _LINK.sub("", line)):
            if FAX.search(piece) or NO_PHONE.search(piece):
                continue
            for match in _NUMBER.finditer(piece):
                labels = [each["label"] for each in PHONE_LABEL.finditer(f" {piece[: match.end()]}")]
                plain = match.group().lstrip("(").startswith(("+", "0"))
                if 7 <= _digits(match.group()) <= 15 and (labels or plain):
                    mobile = bool(labels) and labels[-1].lower() in MOBILE
                    found.append((mobile, " ".join(match.group().split())))
    return next((number for mobile, number in found if mobile), found[0][1] if found else "")


def _only_address(lines: list[str]) -> str:
    """The mail address, where exactly one stands there."""
    found = {match.group().rstrip(".").lower() for line in lines for match in _ADDRESS.finditer(line)}
    return found.pop() if len(found) == 1 else ""
