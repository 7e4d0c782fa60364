"""What mail-parser reads wrongly or not at all, read again with the standard library (faults: ``parse.py``).

Everything here takes bytes and strings as they came over the wire and guesses no further than it must.
"""

import binascii
import email
import quopri
import re
from email.message import Message as Tree
from email.policy import Compat32
from itertools import islice

from ingest.charsets import decode_bytes
from ingest.mimetree import quick_tree

MAX_RAW = 60_000_000
"""Bytes of one mail that are looked at."""
MAX_HEADER_BLOCK = 131_072
MAX_HEADER = 16_384
"""Characters kept of one header field; longer ones are lists of recipients or attacks."""
MAX_PART_HEADER = 2_048
MAX_PARAMETERS = 40
MAX_BOUNDARIES = 100
MAX_DELIMITERS = 3_000

_ENCODING = "Content-Transfer-Encoding"

_BOUNDARY_PARAMETER = re.compile(rb"boundary\s*=", re.IGNORECASE)
_DELIMITER = re.compile(rb"^--", re.MULTILINE)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n|\r\r")
_SPACED_NAME = re.compile(rb"^([!-9;-~]{1,60})[ \t]{1,20}:", re.MULTILINE)
"""A field name before white space and colon: obsolete, but to be read (RFC 5322 §4.5), which the library does not."""
_HIDDEN_BOUNDARY = re.compile(rb"^--(\S[^\r\n]{0,69})\r?\n(?:content-[a-z-]{2,40}:)", re.IGNORECASE | re.MULTILINE)
_BASE64_ONLY = re.compile(rb"[^A-Za-z0-9+/]")


class _Bounded(Compat32):
    """The standard library's lenient policy, with an end to every header field: its parameter reader is quadratic."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        if not name.lower().startswith("content-"):
            return name, value[:MAX_HEADER]
        value = value[:MAX_PART_HEADER]
        if value.count(";") > MAX_PARAMETERS:
            value = ";".join(value.split(";", MAX_PARAMETERS)[:MAX_PARAMETERS])
        return name, value


_POLICY = _Bounded()


def read_tree(raw: bytes) -> Tree:
    """The MIME tree of a mail, bounded in header length, nesting and number of delimiters.

    Raises:
        RecursionError: when parts are nested beyond what the interpreter can follow.
    """
    bounded = _bounded(raw)
    quick = quick_tree(bounded, _POLICY)
    return email.message_from_bytes(bounded, policy=_POLICY) if quick is None else quick


def reopened(part: Tree) -> Tree | None:
    """A multipart that names no boundary, or names a wrong one, read by the boundary its text shows; else None."""
    body = raw_bytes(part)
    if not (found := _HIDDEN_BOUNDARY.search(body[:100_000])):
        return None
    boundary = found[1].rstrip()
    start = 0 if body.startswith(b"--" + boundary) else body.find(b"\n--" + boundary) + 1
    head = b'Content-Type: multipart/mixed; boundary="' + boundary.replace(b'"', b"") + b'"\n\n'
    tree = read_tree(head + body[start:])
    return tree if tree.is_multipart() else None


def raw_bytes(part: Tree) -> bytes:
    """A leaf's bytes with its transfer encoding undone, as far as it can be."""
    encoding = str(part.get(_ENCODING, "")).split(";")[0].strip().lower()
    if encoding in ("base64", "b"):
        return decoded_base64(_wire(part))
    if encoding in ("quoted-printable", "q", "qp"):
        return quopri.decodestring(_wire(part))
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _wire(part: Tree) -> bytes:
    """A leaf's bytes as they came; the library gives them only for a part that claims no encoding."""
    given = str(part[_ENCODING])
    part.replace_header(_ENCODING, "8bit")
    decoded = part.get_payload(decode=True)
    part.replace_header(_ENCODING, given)
    return decoded if isinstance(decoded, bytes) else b""


def decoded_base64(wire: bytes) -> bytes:
    """Base64 with line noise, missing padding or a cut end, as mail programs read it (RFC 2045 §6.8)."""
    letters = _BASE64_ONLY.sub(b"", wire.split(b"=", 1)[0])
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    try:
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return wire


def decode_part(part: Tree) -> str:
    """A text part in the charset it claims, or, when that does not fit, in the one its bytes look like."""
    charset = part.get_content_charset("") or ""
    return decode_bytes(raw_bytes(part), charset)


def _bounded(raw: bytes) -> bytes:
    """The raw mail, cut where it stops being a mail and starts being an attack on its reader."""
    raw = raw[:MAX_RAW].lstrip(b"\xef\xbb\xbf\r\n \t\x00")
    end = _end_of_headers(raw)
    if end > MAX_HEADER_BLOCK:
        cut = raw.rfind(b"\n", 0, MAX_HEADER_BLOCK)
        raw = raw[: cut if cut > 0 else MAX_HEADER_BLOCK] + raw[end:]
        end = _end_of_headers(raw)
    elif end < 0 and len(raw) > MAX_HEADER_BLOCK * 4:
        raw = raw[: MAX_HEADER_BLOCK * 4]
    head = raw[:end] if end >= 0 else raw
    if (b" :" in head or b"\t:" in head) and _SPACED_NAME.search(head):
        raw = _SPACED_NAME.sub(rb"\1:", head) + raw[len(head) :]
    # Counting is many times as fast as searching by pattern, and nearly all mail ends here.
    if raw.lower().count(b"boundary") > MAX_BOUNDARIES:
        raw = _before(raw, _BOUNDARY_PARAMETER, MAX_BOUNDARIES)
    if raw.count(b"\n--") >= MAX_DELIMITERS:
        raw = _before(raw, _DELIMITER, MAX_DELIMITERS)
    return raw


def _end_of_headers(raw: bytes) -> int:
    """Where the empty line below the header begins, with the line end above it; -1 without one."""
    end = raw.find(b"\r\n\r\n")
    head = raw[: end + 3]
    if end >= 0 and b"\n\n" not in head and b"\r\r" not in head and b"\n\r\n" not in head[: end + 2]:
        return end  # lines end as they should, as in nearly all mail
    found = _END_OF_HEADERS.search(raw)
    return found.start() if found else -1


def _before(raw: bytes, pattern: re.Pattern[bytes], limit: int) -> bytes:
    """What stands before match number ``limit`` + 1 of the pattern."""
    over = next(islice(pattern.finditer(raw), limit, None), None)
    return raw[: over.start()] if over else raw
