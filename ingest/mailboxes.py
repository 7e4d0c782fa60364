"""Address lists as people's programs really write them (RFC 5322 §3.4, and what strays from it)."""

import re
from collections.abc import Iterable, Iterator

from ingest.charsets import decode_text
from ingest.text import one_line
from store.records import Address

MAX_ADDRESSES = 200

_ADDR_SPEC = re.compile(r"[^\s<>@,;:\"()\[\]]{1,200}@[^\s<>@,;:\"()]{1,255}")
_ANGLE = re.compile(r"<([^<>]{0,500})>")
_COMMENT = re.compile(r"\(([^()]{0,200})\)")
_GROUP = re.compile(r"^[^\"<>@,:]{0,200}:(?!//)")
_QUOTED_PAIR = re.compile(r"\\(.)")


def address_of(name: str, spec: str) -> Address | None:
    """One mailbox out of a decoded name and a raw addr-spec; None when there is no address in it."""
    found = _ADDR_SPEC.search(spec)
    if not found:
        return None
    address = found[0].strip(".'").lower()
    if address.startswith("mailto:"):
        address = address[7:]
    clean = one_line(name).strip(" ,;").strip("\"'").strip()
    return Address("" if clean.lower() == address else clean[:200], address)


def addresses_of(pairs: Iterable[tuple[str, str]]) -> tuple[Address, ...]:
    """Mailboxes out of (name, addr-spec) pairs, without repeats and without what holds no address."""
    found = (address_of(name, spec) for name, spec in pairs)
    return tuple(dict.fromkeys(address for address in found if address))[:MAX_ADDRESSES]


def read_addresses(value: str) -> tuple[Address, ...]:
    """An address header by our own rules: raw 8-bit names, unquoted commas, comments, groups, ``mailto:``.

    A piece between commas that holds no ``@`` belongs to the name after it: ``Doe, John <…>``.
    """
    pairs: list[tuple[str, str]] = []
    held: list[str] = []
    for piece in _pieces(_eight_bit(value)):
        text = _GROUP.sub("", piece.strip()).strip()
        if "@" not in text:
            if text:
                held.append(text)
            continue
        pairs.append(_mailbox(", ".join([*held, text])))
        held = []
        if len(pairs) >= MAX_ADDRESSES:
            break
    return addresses_of(pairs)


def _eight_bit(value: str) -> str:
    """Raw bytes decoded, encoded words left as they are: a comma inside one must not split the list."""
    if value.isascii():
        return value
    return decode_text(value.replace("=?", "=\x00?")).replace("=\x00?", "=?")


def _pieces(value: str) -> Iterator[str]:
    """Splits at commas and semicolons outside quotes, comments and angle brackets; a quote left open is no quote."""
    start, quoted, depth, angle = 0, False, 0, False
    closed = value.count('"') % 2 == 0
    escaped = False
    for position, character in enumerate(value):
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == '"' and closed:
            quoted = not quoted
        elif quoted:
            continue
        elif character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character in "<>":
            angle = character == "<"
        elif character in ",;" and not (depth or angle):
            yield value[start:position]
            start = position + 1
    yield value[start:]


def _mailbox(text: str) -> tuple[str, str]:
    """(Name, addr-spec) of one piece; a name may also stand in a comment behind the address."""
    angles = [found for found in _ANGLE.finditer(text) if "@" in found[1]]
    if angles:
        last = angles[-1]
        return _name(text[: angles[0].start()]), last[1]
    without = _COMMENT.sub(" ", text)
    found = _ADDR_SPEC.search(without) or _ADDR_SPEC.search(text)
    if not found:
        return _name(text), ""
    name = without.replace(found[0], " ")
    if not name.strip(" \"'<>") and (comment := _COMMENT.search(text)):
        name = comment[1]
    return _name(name), found[0]


def _name(text: str) -> str:
    text = text.strip(" \t\r\n<>")
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        text = _QUOTED_PAIR.sub(r"\1", text[1:-1])
    return decode_text(text).replace('"', "")
