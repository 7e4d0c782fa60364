"""What a mail server's answers say: folders, outlines of messages, their sections. Pure; ``ingest.imap`` asks.

Answers come as mappings of item names to plain values, as imapclient parses them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ingest.bodystructure import Part, read_structure
from ingest.nofiles import holds_no_file
from ingest.ports import Fetched, Folder
from ingest.structure import WHOLE, rebuild, wanted

HEADER_LIMIT = 262_144
SECTION_LIMIT = 400_000
"""Octets of one section; a text longer than this is cut."""
SMALL = 30_000
"""Octets up to which a message without attachments is fetched whole: one section instead of several."""
ENTIRE = ""
"""The section that is the message with its header (RFC 3501 §6.4.5); fetched where the structure is unusable."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a message before its text is fetched; ``root`` is None where the structure is unusable."""

    size: int
    date: datetime | None
    header: bytes
    root: Part | None
    sections: tuple[str, ...]
    attachments: tuple[str, ...]


def read_folder_line(attributes: Iterable[bytes], delimiter: bytes | None, name: str) -> Folder:
    return Folder(
        name=name,
        attributes=tuple(attribute.decode("ascii", "replace") for attribute in attributes),
        delimiter=(delimiter or b"").decode("ascii", "replace"),
    )


def cannot_be_selected(folder: Folder) -> bool:
    return bool({"\\noselect", "\\nonexistent"} & {attribute.lower() for attribute in folder.attributes})


def read_outline(answer: Mapping[bytes, Any]) -> Outline:
    size = answer.get(b"RFC822.SIZE")
    date = answer.get(b"INTERNALDATE")
    header = read_section(answer, "HEADER")
    try:
        root = read_structure(answer.get(b"BODYSTRUCTURE")) if header is not None else None
    except ValueError:
        root = None
    octets = size if isinstance(size, int) else 0
    at = _moment(date)
    if root is None:
        return Outline(octets, at, header or b"", None, (ENTIRE,), ())
    want = wanted(root)
    whole = octets < SMALL and not want.attachments
    return Outline(octets, at, header or b"", root, (WHOLE,) if whole else want.sections, want.attachments)


def fetched_message(uid: int, outline: Outline, sections: Mapping[str, bytes]) -> Fetched:
    if outline.root is None or ENTIRE in sections:
        raw = sections.get(ENTIRE, b"")
    else:
        raw = rebuild(outline.header, outline.root, sections, SECTION_LIMIT)
    return Fetched(uid, raw, outline.date, outline.size, outline.attachments)


def at_once(uid: int, answer: Mapping[bytes, Any]) -> Fetched | None:
    """A small message that came whole, as its outline would bring it; None where it needs the outline."""
    raw = read_section(answer, ENTIRE)
    if raw is None or len(raw) >= SMALL or not holds_no_file(raw):
        return None
    return Fetched(uid, raw, _moment(answer.get(b"INTERNALDATE")), len(raw))


def _moment(date: object) -> datetime | None:
    return date.astimezone(UTC) if isinstance(date, datetime) and date.tzinfo else None


def read_section(answer: Mapping[bytes, Any], section: str) -> bytes | None:
    """One section of an answer; servers write the offset of a partial fetch behind it, or forget to."""
    name = f"BODY[{section}]".encode()
    value = answer.get(name + b"<0>", answer.get(name))
    return value if isinstance(value, bytes) else None
