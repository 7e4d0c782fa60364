"""A mail's plain text for the page: addresses in it become links that show where they lead."""

import re
from dataclasses import dataclass

from classify.wrapping import unwrapped

_SHOWN = 70
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]{1,2000}", re.I)
_AFTER = ".,;:!?)]}*_»”"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``href`` where it is a link, ``is_gap`` where only the person can fill it."""

    text: str
    href: str = ""
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A text as the page shows it; ``is_cut`` where it goes on."""

    pieces: tuple[Piece, ...] = ()
    is_cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.pieces)


def letter(text: str, longest: int) -> Letter:
    """The text up to ``longest`` characters, cut at a line where it is longer; lines flow as wide as the page is."""
    text = unwrapped(text.strip("\n"))
    if len(text) <= longest:
        return Letter(linked(text))
    end = text.rfind("\n", longest // 2, longest)
    return Letter(linked(text[: end if end > 0 else longest]), is_cut=True)


def linked(text: str) -> tuple[Piece, ...]:
    """The text in pieces, web addresses as links."""
    pieces: list[Piece] = []
    place = 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_AFTER)
        if "://" not in address or len(address) < len("http://a.b"):
            continue
        end = found.start() + len(address)
        if found.start() > place:
            pieces.append(Piece(text[place : found.start()]))
        pieces.append(Piece(_short(address), href=address))
        place = end
    if place < len(text):
        pieces.append(Piece(text[place:]))
    return tuple(pieces)


def with_gaps(text: str, gaps: tuple[str, ...]) -> tuple[Piece, ...]:
    """The text in pieces, the places that only the person can fill set apart."""
    known = [gap for gap in gaps if gap and gap in text]
    if not known:
        return (Piece(text),) if text else ()
    pattern = "|".join(re.escape(gap) for gap in sorted(known, key=len, reverse=True))
    parts = re.split(f"({pattern})", text)
    return tuple(Piece(part, is_gap=part in known) for part in parts if part)


def _short(address: str) -> str:
    """An address with its whole host, and as much of the rest as fits a line."""
    host = re.match(r"https?://[^/?#]*", address, re.I)
    least = host.end() if host else 0
    longest = max(_SHOWN, least)
    return address if len(address) <= longest else address[:longest] + "…"
