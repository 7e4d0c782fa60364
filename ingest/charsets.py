"""Octets as text: the charset they claim, or the one they look like; encoded words of header fields (RFC 2047)."""

import binascii
import codecs
from email.header import decode_header

from charset_normalizer import from_bytes

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

_STATEFUL = ("iso2022", "utf-7", "hz")
"""Codecs whose bytes are all ASCII: UTF-8 would accept them as they stand, and show the escapes."""


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
