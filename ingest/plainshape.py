"""Mail of the plainest shape, which nearly all mail has: one text, or one text and the same as HTML (RFC 2046 §5.1.4).

Its parts are decoded once, for the text and for the HTML that is kept. Only a charset whose bytes fit is taken at its
word here; the rest is left to the walk in ``parts`` and to the guesses in ``repair``.
"""

import re
import unicodedata
from dataclasses import dataclass
from email.message import Message as Tree
from functools import lru_cache

from ingest import repair
from ingest.parts import MAX_TEXT, choose
from ingest.text import normalise

_TRUSTED = frozenset(("", "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "cp1252"))
"""Charsets that are decoded rightly when the bytes fit; a misfit shows as U+FFFD or as C1 controls."""
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
"""A C1 control in UTF-8. Its octets are searched many times as fast as the characters of a text that is not ASCII."""
_READ_ALIKE = frozenset(("", "7bit", "8bit", "binary", "quoted-printable"))
_LONGEST_REMEMBERED = 200
_HIDDEN_PARTS = 4_000
"""Characters at the head of a text without a type in which a boundary may show that it is a multipart."""


@dataclass(frozen=True, slots=True)
class _Sort:
    """What a leaf's content fields say; the parameters ``format`` and ``delsp`` are those of RFC 3676."""

    kind: str
    charset: str
    is_file: bool
    flowed: bool
    delete_spaces: bool


@dataclass(frozen=True, slots=True)
class PlainBody:
    """The text to be read, and the HTML as it came ("" without any)."""

    text: str
    html: str


def plain_body(tree: Tree) -> PlainBody | None:
    """The body of a mail of plain shape and a charset to be trusted; None for any other mail."""
    parts = _leaves(tree)
    if parts is None:
        return None
    sorts = [_sort_of(part) for part in parts]
    if any(sort.is_file or sort.charset not in _TRUSTED for sort in sorts) or not _is_plain(tree, sorts):
        return None
    texts = [_decoded(part, sort.charset) for part, sort in zip(parts, sorts, strict=True)]
    whole = "".join(texts)
    if (
        not whole.strip()
        or _is_misfit(whole)
        or (parts[0].get("Content-Type") is None and "\n--" in whole[:_HIDDEN_PARTS])
    ):
        return None
    plain, html = texts if len(texts) == 2 else (texts[0], "") if sorts[0].kind == "text/plain" else ("", texts[0])
    return PlainBody(_text_of(plain, html, sorts[0]), _kept(parts[-1], html) if html else "")


def _leaves(tree: Tree) -> list[Tree] | None:
    """The mail itself, or the one or two parts it is made of; None where it has more, or parts of parts."""
    payload = tree.get_payload()
    if not isinstance(payload, list):
        return [tree]
    parts = [part for part in payload if isinstance(part, Tree)]
    return parts if 1 <= len(parts) == len(payload) <= 2 and not any(part.is_multipart() for part in parts) else None


def _is_plain(tree: Tree, sorts: list[_Sort]) -> bool:
    kinds = [sort.kind for sort in sorts]
    if tree.is_multipart() and tree.get_content_maintype() != "multipart":
        return False
    if kinds == ["text/plain", "text/html"]:
        return tree.get_content_type() == "multipart/alternative"
    return kinds in (["text/plain"], ["text/html"])


def _sort_of(part: Tree) -> _Sort:
    kind, place = "", ""
    for name, value in part.raw_items():
        match name.lower():
            case "content-type":
                kind = kind or f" {value}"
            case "content-disposition":
                place = place or f" {value}"
            case _:
                pass
    default = part.get_default_type()
    if len(kind) + len(place) > _LONGEST_REMEMBERED:
        return _read_sort(kind, place, default)
    return _remembered_sort(kind, place, default)


def _read_sort(kind: str, place: str, default: str) -> _Sort:
    """Reads both fields as the library does; each begins with a blank, to tell an empty field from none."""
    part = Tree()
    part.set_default_type(default)
    if kind:
        part.set_raw("Content-Type", kind[1:])
    if place:
        part.set_raw("Content-Disposition", place[1:])
    return _Sort(
        kind=part.get_content_type(),
        charset=(part.get_content_charset("") or "").lower(),
        is_file=bool(part.get_filename()) or part.get_content_disposition() == "attachment",
        flowed=_parameter(part, "format") == "flowed",
        delete_spaces=_parameter(part, "delsp") == "yes",
    )


_remembered_sort = lru_cache(maxsize=256)(_read_sort)
"""The content fields of one writer's mails, and of most writers', are the same few."""


def _parameter(part: Tree, name: str) -> str:
    value = part.get_param(name)
    return value.strip().lower() if isinstance(value, str) else ""


def _decoded(part: Tree, charset: str) -> str:
    """A part's text in the charset it claims, else in UTF-8; what fits neither shows as a misfit."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    for codec in (charset or "utf-8", "utf-8"):
        try:
            return payload.decode(codec)
        except UnicodeError:
            continue
    return "\ufffd"


def _is_misfit(text: str) -> bool:
    if "\x1b" in text or text.isascii():
        return "\x1b" in text
    try:
        return "\ufffd" in text or _C1.search(text.encode()) is not None
    except UnicodeEncodeError:  # octets that are no character
        return True


def _text_of(plain: str, html: str, sort: _Sort) -> str:
    if not plain:
        return normalise(choose("", html))
    plain = normalise(
        unicodedata.normalize("NFC", plain)[:MAX_TEXT], flowed=sort.flowed, delete_spaces=sort.delete_spaces
    )
    text = choose(plain, html)
    return text if text is plain else normalise(text)


def _kept(part: Tree, html: str) -> str:
    """The HTML as ``parts.html_of`` gives it: where the encoding is broken, it reads more than the library does."""
    encoding = str(part.get("Content-Transfer-Encoding", "")).lower()
    return (html if encoding in _READ_ALIKE else repair.decode_part(part)).strip()
