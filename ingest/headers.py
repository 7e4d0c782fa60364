"""The header fields of a mail as values: subject, Message-IDs, marks, and who it is from and to."""

import re
from collections.abc import Mapping, Sequence
from email.message import Message as Tree

from ingest.charsets import decode_text
from ingest.mailboxes import addresses_of, read_addresses
from ingest.text import one_line
from store.records import Address, Marks

MAX_SUBJECT = 1_000
MAX_REFERENCES = 100

Fields = Mapping[str, Sequence[str]]
"""Lower-cased field names with their raw values, in order; 8-bit bytes stand as surrogates."""

_MESSAGE_ID = re.compile(r"<([^<>]{1,500})>")
_BARE_ID = re.compile(r"[^\s<>,;\"]{1,250}@[^\s<>,;\"]{1,250}")
_ODD_CHARSET = re.compile(r"=\?(?!utf-?8[?*]|us-ascii[?*])", re.IGNORECASE)


def raw_fields(tree: Tree) -> dict[str, list[str]]:
    """All header fields by lower-cased name."""
    fields: dict[str, list[str]] = {}
    for name, value in tree.raw_items():
        fields.setdefault(name.lower(), []).append(str(value))
    return fields


def first(fields: Fields, name: str) -> str:
    """The first value of a field, or an empty string."""
    values = fields.get(name)
    return values[0] if values else ""


def subject_of(raw: str) -> str:
    """The subject on one line, its encoded words (RFC 2047) and raw bytes decoded."""
    return one_line(raw if raw.isascii() and "=?" not in raw else decode_text(raw))[:MAX_SUBJECT]


def addresses(raw: str, parsed: Sequence[tuple[str, str]], *, doubtful: bool) -> tuple[Address, ...]:
    """An address field: mail-parser's reading, or ours where it met something it could not place."""
    if doubtful or not raw.isascii() or _ODD_CHARSET.search(raw) or (raw.strip() and not parsed):
        return read_addresses(raw) or addresses_of(parsed)
    return addresses_of(parsed)


def message_id(raw: str) -> str:
    """The Message-ID with its angle brackets, or an empty string."""
    found = message_ids(raw)
    return found[0] if found else ""


def message_ids(raw: str) -> tuple[str, ...]:
    """The Message-IDs of In-Reply-To or References, in order, with their angle brackets (RFC 5322 §3.6.4).

    Words around them ("Your message of …") are passed over; IDs whose brackets were lost get them back. Of a very long
    list the first and the newest ones stay.
    """
    unfolded = raw.replace("\r", "").replace("\n", "")
    found = ["".join(part.split()) for part in _MESSAGE_ID.findall(unfolded)]
    if not found:
        found = _BARE_ID.findall(unfolded)
    ids = list(dict.fromkeys(f"<{part}>" for part in found if part and part.isprintable()))
    if len(ids) > MAX_REFERENCES:
        ids = [ids[0], *ids[-MAX_REFERENCES + 1 :]]
    return tuple(ids)


def marks_of(fields: Fields) -> Marks:
    """The fields that tell automatic and bulk mail apart (``domain.md`` §4.3).

    ``return_path`` of a bounce is ``<>``: it must not look like an absent one.
    """
    return Marks(
        auto_submitted=_mark(fields, "auto-submitted").lower(),
        auto_reply=_mark(fields, "x-autoreply", "x-autorespond", "x-auto-reply"),
        precedence=_mark(fields, "precedence", "x-precedence").lower(),
        list_id=_mark(fields, "list-id"),
        list_unsubscribe=_mark(fields, "list-unsubscribe"),
        return_path=_mark(fields, "return-path"),
        authentication_results=_mark(fields, "authentication-results"),
    )


def _mark(fields: Fields, *names: str) -> str:
    for name in names:
        if value := first(fields, name):
            return one_line(decode_text(value))[:2_000]
    return ""
