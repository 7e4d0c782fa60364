"""A server's BODYSTRUCTURE answer turned into our own ``Part`` (RFC 3501 §7.4.2, section numbers of §6.4.5).

Takes the parenthesised list as plain nested sequences of bytes, integers and None. Servers break its grammar often, so
only what is needed is read, and by shape rather than by position where both are possible.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.utils import collapse_rfc2231_value, decode_params
from itertools import takewhile

MOST_LEVELS = 25
"""Nesting beyond this is not followed: no mail program writes it, and a hostile one must not exhaust the stack."""

MOST_PARTS = 1_000
"""Parts of one multipart; further ones are neither fetched nor named."""

LONGEST_NAME = 200
LONGEST_FIELD = 2_000
"""Octets of a Content-Disposition that comes as one string."""

DISPOSITIONS = frozenset({"attachment", "inline"})

_WRITTEN_PARAMETER = re.compile(r'([\w*]+)\s*=\s*("[^"]*"|[^\s;]+)')


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a message.

    ``path`` is the section number to fetch it by (empty for a multipart that is the message itself); ``media`` the
    type in lower case; ``name`` the file name without folders, or empty; ``size`` octets as encoded. A multipart has
    its parts as ``children``, a message/rfc822 has one child: the body of the enclosed message.
    """

    path: str
    media: str
    parameters: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    disposition: str = ""
    name: str = ""
    size: int = 0
    children: tuple["Part", ...] = ()

    @property
    def is_multipart(self) -> bool:
        """Whether its content is a list of parts."""
        return self.media.startswith("multipart/")


def read_structure(answer: object) -> Part:
    """The tree of parts of one message.

    Raises:
        ValueError: the answer is too broken to tell the parts.
    """
    return _part(answer, "1", root=True, level=0)


def _part(node: object, path: str, *, root: bool, level: int) -> Part:
    if not isinstance(node, Sequence) or isinstance(node, bytes | str) or not node:
        raise ValueError("a part of the structure is not a list")
    if level > MOST_LEVELS:
        return Part(path, "application/octet-stream")
    if isinstance(node[0], Sequence) and not isinstance(node[0], bytes | str):
        return _multipart(node, "" if root else path, level)
    return _leaf(node, path, level)


def _multipart(node: Sequence[object], path: str, level: int) -> Part:
    nested = isinstance(node[0], list)
    parts: list[object] = list(_as_list(node[0])) if nested else []
    rest = list(node[1:]) if nested else list(node)
    if not nested:
        parts = list(takewhile(_as_list, rest))
        rest = rest[len(parts) :]
    subtype = _text(rest[0]).lower() if rest else ""
    disposition, _ = _disposition(rest[1:])
    children = tuple(
        _part(part, f"{path}.{number}" if path else str(number), root=False, level=level + 1)
        for number, part in enumerate(parts[:MOST_PARTS], 1)
    )
    return Part(path, f"multipart/{subtype or 'mixed'}", disposition=disposition, children=children)


def _leaf(node: Sequence[object], path: str, level: int) -> Part:
    if len(node) < 2 or not (isinstance(node[0], bytes) and isinstance(node[1], bytes)):
        raise ValueError("a part of the structure has no type")
    media = f"{_text(node[0])}/{_text(node[1])}".lower()
    parameters = _pairs(node[2]) if len(node) > 2 else ()
    enclosed = _enclosed(node, path, level) if media == "message/rfc822" else ()
    disposition, disposition_parameters = _disposition(node[9 if enclosed else 7 :])
    return Part(
        path=path,
        media=media,
        parameters=parameters,
        encoding=_text(node[5]).lower() if len(node) > 5 else "",
        disposition=disposition,
        name=_file_name(disposition_parameters, "filename") or _file_name(parameters, "name"),
        size=node[6] if len(node) > 6 and isinstance(node[6], int) else 0,
        children=enclosed,
    )


def _enclosed(node: Sequence[object], path: str, level: int) -> tuple[Part, ...]:
    """The body of an enclosed message: a multipart takes the number of its message, a single part adds ``.1``."""
    body = node[8] if len(node) > 8 else None
    if not _as_list(body):
        return ()
    first = _as_list(body)[0]
    several = isinstance(first, Sequence) and not isinstance(first, bytes | str)
    return (_part(body, path if several else f"{path}.1", root=False, level=level + 1),)


def _disposition(rest: Sequence[object]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Content-Disposition (RFC 2183) among the extension data: the first list of a word and parameters.

    pymap writes the field as it stands in the mail into one string instead.
    """
    for item in rest:
        fields = _as_list(item)
        if len(fields) == 2 and _text(fields[0]).lower() in DISPOSITIONS:
            return _text(fields[0]).lower(), _pairs(fields[1])
        word, _, parameters = _text(item[:LONGEST_FIELD]).partition(";") if isinstance(item, bytes) else ("", "", "")
        if word.strip().lower() in DISPOSITIONS:
            written = _WRITTEN_PARAMETER.findall(parameters)
            return word.strip().lower(), tuple((name.lower(), text.strip('"')) for name, text in written)
    return "", ()


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    items = [_text(item) for item in _as_list(value)]
    return tuple((name.lower(), text) for name, text in zip(items[::2], items[1::2], strict=False))


def _as_list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _text(value: object) -> str:
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.decode("latin-1")
    return "" if value is None else str(value)


def _file_name(parameters: tuple[tuple[str, str], ...], wanted: str) -> str:
    """The name out of a parameter in any of its writings: plain, RFC 2231 (also in pieces) or RFC 2047."""
    own = [(name, text) for name, text in parameters if name.partition("*")[0] == wanted]
    if not own:
        return ""
    value = decode_params([("", ""), *own])[-1][1]
    name = collapse_rfc2231_value(value).strip('"')
    if "=?" in name:
        try:
            name = str(make_header(decode_header(name)))
        except (HeaderParseError, LookupError, ValueError):
            return _safe(name)  # an encoded word of an unknown charset still names the file well enough
    return _safe(name)


def _safe(name: str) -> str:
    """The last component, printable: a sender's ``../../etc/passwd`` is a file called ``passwd``."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(character for character in last if character.isprintable()).strip()[:LONGEST_NAME]
