"""What mail-parser reads wrongly or not at all, read again with the standard library (faults: ``parse.py``).

Everything here takes bytes and strings as they came over the wire and guesses no further than it must.
"""

import binascii
import codecs
import email
import quopri
import re
from email.header import decode_header
from email.message import Message as Tree
from email.policy import Compat32
from itertools import islice

from charset_normalizer import from_bytes

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

_CHARSETS = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "iso-8859-8-i": "iso-8859-8",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "x-unknown": "utf-8",
    "unknown-8bit": "utf-8",
    "utf8mb4": "utf-8",
    "cp-850": "cp850",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
    "iso-8859-9": "cp1254",
    "windows-874": "cp874",
}
"""Names seen in mail that Python does not know, or whose bytes are really those of the wider set beside them."""

_ENCODING = "Content-Transfer-Encoding"
_STATEFUL = ("iso2022", "utf-7", "hz")
"""Codecs whose bytes are all ASCII: UTF-8 would accept them as they stand, and show the escapes."""

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


def decode_bytes(data: bytes, charset: str = "") -> str:
    """Bytes as text: claimed charset, UTF-8, detection, and cp1252 at last, which never fails here."""
    if b"\x1b$" in data[:20_000] and not charset.startswith("iso-2022"):
        charset = "iso-2022-jp"
    codec = _known(charset)
    if codec.startswith(_STATEFUL):
        return _whole(data.decode(codec, "replace"))
    if codec.startswith(("utf-16", "utf-32")) and b"\x00" not in data:
        codec = ""
    for name in (codec, "utf-8"):
        if name and (text := _decoded(data, name)) is not None:
            return text
    return _detected(data)


def decode_text(value: str) -> str:
    """A header field's text: encoded words (RFC 2047) of any charset, raw 8-bit bytes, or both."""
    if not value.isascii():
        value = decode_bytes(value.encode("utf-8", "surrogateescape"))
    if "=?" not in value:
        return value
    try:
        chunks = decode_header(value.replace("\r\n", "\n").replace("\n", " "))
    except (ValueError, binascii.Error):  # HeaderParseError is a ValueError
        return value
    return "".join(_joined(chunks))


def _joined(chunks: list[tuple[bytes | str, str | None]]) -> list[str]:
    """Neighbouring words of one charset are decoded together: some writers cut characters in two between them."""
    out: list[str] = []
    held, held_charset = b"", ""
    for data, charset in chunks:
        if isinstance(data, bytes) and charset and charset.lower() == held_charset:
            held += data
            continue
        if held:
            out.append(decode_bytes(held, held_charset))
            held, held_charset = b"", ""
        if isinstance(data, str):
            out.append(data)
        elif charset:
            held, held_charset = data, charset.lower()
        else:  # decode_header hands plain stretches back in this encoding
            out.append(data.decode("raw-unicode-escape", "replace"))
    if held:
        out.append(decode_bytes(held, held_charset))
    return out


def _known(charset: str) -> str:
    """The codec to use for a charset name, or an empty string when Python has none for text."""
    name = charset.strip().strip("\"'").lower().split("*")[0]
    name = _CHARSETS.get(name, name)
    try:
        info = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return ""
    if info is None or not getattr(info, "_is_text_encoding", True) or info.name in ("undefined", "idna", "punycode"):
        return ""
    return info.name


def _whole(text: str) -> str:
    """Without the lone surrogates that utf-7 can yield and no output takes."""
    return text.encode("utf-8", "replace").decode()


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
        text.encode("utf-8")  # some codecs yield lone surrogates
    except (UnicodeError, ValueError):
        return None
    return text


def _detected(data: bytes) -> str:
    """Detection by charset-normalizer on a sample; Western mail that lies about its charset is nearly always cp1252."""
    sample = data[:4_000]
    if sum(byte >= 0x80 for byte in sample) > len(sample) // 5:
        best = from_bytes(sample, threshold=0.4).best()
        if best is not None and (text := _decoded(data, best.encoding)) is not None:
            return text
    replaced = data.decode("utf-8", "replace")
    if replaced.count("�") * 20 < sum(ord(character) > 0x7F for character in replaced[:100_000]):
        return replaced  # UTF-8 with a few broken bytes
    return data.decode("cp1252", "replace")


def _bounded(raw: bytes) -> bytes:
    """The raw mail, cut where it stops being a mail and starts being an attack on its reader."""
    raw = raw[:MAX_RAW].lstrip(b"\xef\xbb\xbf\r\n \t\x00")
    end = _END_OF_HEADERS.search(raw, 0)
    if end and end.start() > MAX_HEADER_BLOCK:
        cut = raw.rfind(b"\n", 0, MAX_HEADER_BLOCK)
        raw = raw[: cut if cut > 0 else MAX_HEADER_BLOCK] + raw[end.start() :]
    elif end is None and len(raw) > MAX_HEADER_BLOCK * 4:
        raw = raw[: MAX_HEADER_BLOCK * 4]
    end = _END_OF_HEADERS.search(raw)
    head = raw[: end.start()] if end else raw
    if _SPACED_NAME.search(head):
        raw = _SPACED_NAME.sub(rb"\1:", head) + raw[len(head) :]
    # Counting is many times as fast as searching by pattern, and nearly all mail ends here.
    if raw.lower().count(b"boundary") > MAX_BOUNDARIES:
        raw = _before(raw, _BOUNDARY_PARAMETER, MAX_BOUNDARIES)
    if raw.count(b"\n--") >= MAX_DELIMITERS:
        raw = _before(raw, _DELIMITER, MAX_DELIMITERS)
    return raw


def _before(raw: bytes, pattern: re.Pattern[bytes], limit: int) -> bytes:
    """What stands before match number ``limit`` + 1 of the pattern."""
    over = next(islice(pattern.finditer(raw), limit, None), None)
    return raw[: over.start()] if over else raw
