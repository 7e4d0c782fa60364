"""Which parts of a message are worth fetching, and how a small message is made of them.

Text and calendar parts are fetched, everything else is only named. The rebuilt message keeps the shape of the original
(alternatives stay alternatives, a forwarded message stays enclosed), so that it reads just as the whole one would.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest.bodystructure import Part

CALENDAR = frozenset({"text/calendar", "application/ics"})
KEPT_PARAMETERS = frozenset({"charset", "format", "delsp", "method", "component"})
KEPT_MULTIPARTS = frozenset({"multipart/alternative", "multipart/related", "multipart/report"})
CONTENT_FIELDS = frozenset({b"content-type", b"content-transfer-encoding", b"content-disposition", b"mime-version"})
MOST_PARTS = 30
WHOLE = "TEXT"
"""The section that is the whole body of a message (RFC 3501 §6.4.5)."""

_UNSAFE = re.compile(r"[^\x20-\x7e]|[\"\\]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The sections to fetch besides the header, and the names of what is left on the server."""

    sections: tuple[str, ...]
    attachments: tuple[str, ...]


def wanted(root: Part) -> Wanted:
    """What to fetch of a message with this structure."""
    leaves = tuple(_leaves(root))
    fetched = [leaf for leaf in leaves if _is_read(leaf)][:MOST_PARTS]
    attachments = tuple(part.name or part.media for part in _parts(root) if _is_attachment(part))
    if not root.children:
        return Wanted((WHOLE,) if fetched or root.is_multipart else (), attachments)
    paths = {leaf.path for leaf in fetched}
    enclosed = (part for part in _enclosed_messages(root) if paths & {leaf.path for leaf in _leaves(part)})
    headers = (f"{part.path}.HEADER" for part in enclosed)
    return Wanted((*headers, *(leaf.path for leaf in fetched)), attachments)


def rebuild(header: bytes, root: Part, sections: Mapping[str, bytes], limit: int) -> bytes:
    """A small RFC 5322 message of the original header and the sections fetched.

    ``sections`` maps a section to its octets as encoded; one that reaches ``limit`` octets was cut there by the server.
    """
    if WHOLE in sections:
        return _closed(header) + sections[WHOLE]
    whole = {path: _whole_lines(body, limit) for path, body in sections.items()}
    boundaries = _Boundaries(whole)
    return _message(header, root, whole, boundaries)


class _Boundaries:
    """Boundaries that occur in none of the sections, and are the same for the same message."""

    def __init__(self, sections: Mapping[str, bytes]) -> None:
        digest = hashlib.sha256()
        for path in sorted(sections):
            digest.update(sections[path])
        self._stem = digest.hexdigest()[:32]
        self._count = 0

    def next(self) -> str:
        self._count += 1
        return f"{self._stem}-{self._count}"


def _parts(part: Part) -> Iterator[Part]:
    yield part
    for child in part.children:
        yield from _parts(child)


def _leaves(part: Part) -> Iterator[Part]:
    return (inner for inner in _parts(part) if not inner.children)


def _enclosed_messages(part: Part) -> Iterator[Part]:
    return (inner for inner in _parts(part) if inner.media == "message/rfc822" and inner.children)


def _is_read(leaf: Part) -> bool:
    if leaf.media in CALENDAR:
        return True
    return leaf.media.startswith("text/") and leaf.disposition != "attachment"


def _is_attachment(part: Part) -> bool:
    """Whether a part is named: files, and enclosed messages that have a file name, though their text is read."""
    if part.is_multipart or (_is_read(part) and not part.children):
        return False
    return bool(part.name) or (part.disposition == "attachment" and not part.children)


def _message(header: bytes, body: Part, sections: Mapping[str, bytes], boundaries: _Boundaries) -> bytes:
    """A header whose own content fields give way to those of the rebuilt body."""
    fields = b"".join(_fields_without(header, CONTENT_FIELDS))
    content = _entity(body, sections, boundaries) or b"Content-Type: text/plain\r\n\r\n"
    return fields + b"MIME-Version: 1.0\r\n" + content


def _entity(part: Part, sections: Mapping[str, bytes], boundaries: _Boundaries) -> bytes | None:
    """A part with its content fields, or None if nothing of it was fetched."""
    if part.media == "message/rfc822" and part.children:
        header = sections.get(f"{part.path}.HEADER")
        if header is None:
            return None
        return b"Content-Type: message/rfc822\r\n\r\n" + _message(header, part.children[0], sections, boundaries)
    if part.is_multipart:
        return _multipart(part, sections, boundaries)
    if part.path not in sections:
        return None
    return _leaf_fields(part) + b"\r\n" + sections[part.path]


def _multipart(part: Part, sections: Mapping[str, bytes], boundaries: _Boundaries) -> bytes | None:
    boundary = boundaries.next()
    entities = [entity for child in part.children if (entity := _entity(child, sections, boundaries)) is not None]
    if not entities:
        return None
    media = part.media if part.media in KEPT_MULTIPARTS else "multipart/mixed"
    line = b"\r\n--" + boundary.encode()
    parts = b"".join(line + b"\r\n" + entity for entity in entities)
    return f'Content-Type: {media}; boundary="{boundary}"\r\n'.encode() + parts + line + b"--\r\n"


def _leaf_fields(part: Part) -> bytes:
    parameters = "".join(
        f'; {name}="{_UNSAFE.sub("", value)}"' for name, value in part.parameters if name in KEPT_PARAMETERS
    )
    fields = f"Content-Type: {_UNSAFE.sub('', part.media)}{parameters}\r\n"
    if part.encoding:
        fields += f"Content-Transfer-Encoding: {_UNSAFE.sub('', part.encoding)}\r\n"
    return fields.encode("ascii")


def _fields_without(header: bytes, dropped: frozenset[bytes]) -> Iterator[bytes]:
    """The lines of a header up to its empty line, without the dropped fields and their folded lines."""
    dropping = False
    for line in header.splitlines():
        if not line:
            return
        if line[:1] not in (b" ", b"\t"):
            dropping = line.partition(b":")[0].strip().lower() in dropped
        if not dropping:
            yield line + b"\r\n"


def _closed(header: bytes) -> bytes:
    """The header with the empty line that ends it, also when the server cut it or left the line out."""
    if header.endswith((b"\r\n\r\n", b"\n\n")):
        return header
    return header.rstrip(b"\r\n") + b"\r\n\r\n"


def _whole_lines(body: bytes, limit: int) -> bytes:
    """A body that was cut ends with its last whole line, so that its encoding stays readable."""
    if len(body) < limit:
        return body
    end = body.rfind(b"\n")
    return body[: end + 1] if end > 0 else body
