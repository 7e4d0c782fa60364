"""Text in one form, whatever wrote it, so that words and lines can be compared (``domain.md`` §3.2, "Decode first")."""

import re
import unicodedata

_STRAIGHT = dict.fromkeys(map(ord, "‘’‚‛′ʼ`´"), "'") | dict.fromkeys(map(ord, "“”„‟″"), '"')
_SPACES = dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x2800], " ")
_BREAKS = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")
_INVISIBLE = dict.fromkeys(
    [
        0x00AD,  # soft hyphen
        0x034F,  # combining grapheme joiner, which fills the hidden preview text of newsletters
        0x061C,
        0x180E,
        *range(0x200B, 0x2010),  # zero-width space and joiners, direction marks
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
    ]
)
_CONTROLS = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)])
_LONE_HALVES = dict.fromkeys(range(0xD800, 0xE000), "�")
_PLAIN = _CONTROLS | {0x0B: "\n", 0x0C: "\n"}
_ALL = _LONE_HALVES | _CONTROLS | _INVISIBLE | _BREAKS | _SPACES | _STRAIGHT
_PLAIN_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MANY_BLANK_LINES = re.compile(r"\n{4,}")


def normalise(text: str, *, flowed: bool = False, delete_spaces: bool = False) -> str:
    """Makes text comparable: NFC, straight quotes, plain spaces, nothing invisible, at most two blank lines.

    ``flowed`` and ``delete_spaces`` are the ``format=flowed`` and ``delsp=yes`` of RFC 3676.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if flowed:
        text = _unflow(text, delete_spaces)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_ALL)
    elif _PLAIN_ODD.search(text):
        text = text.translate(_PLAIN)
    text = "\n".join([line.rstrip() for line in text.split("\n")])
    return _MANY_BLANK_LINES.sub("\n\n\n", text).strip("\n")


def one_line(text: str) -> str:
    """The same for a header field: one line, single spaces."""
    return " ".join(normalise(text).split())


def _unflow(text: str, delete_spaces: bool) -> str:
    """Joins the lines that end in a space to the next one of the same quote depth (RFC 3676 §4)."""
    out: list[str] = []
    pending: list[str] = []
    depth = 0
    for line in text.split("\n"):
        content = line.lstrip(">")
        level = len(line) - len(content)
        content = content.removeprefix(" ")
        if pending and (level != depth or content == "-- "):
            out.append(_quoted("".join(pending), depth))
            pending = []
        depth = level
        if content.endswith(" ") and content != "-- ":
            pending.append(content[:-1] if delete_spaces else content)
            continue
        out.append(_quoted("".join([*pending, content]), level))
        pending = []
    if pending:
        out.append(_quoted("".join(pending), depth))
    return "\n".join(out)


def _quoted(line: str, depth: int) -> str:
    return f"{'>' * depth} {line}" if depth else line
