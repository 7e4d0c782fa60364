"""Which parts of a mail are its text, its calendars and its attachments (RFC 2046), read by our own rules."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message as Tree

from ingest import repair
from ingest.charsets import decode_text
from ingest.headers import addresses, first, raw_fields, subject_of
from ingest.html import html_to_text
from ingest.text import normalise, one_line

MAX_PARTS = 200
MAX_DEPTH = 30
MAX_TEXT = 400_000
MAX_CALENDARS = 10
_STUB_WORDS = 20
_FORWARD_MARK = "---------- Forwarded message ---------"

_HTML_TAG = re.compile(r"<(?:html|body|table|div|p|br)\b", re.IGNORECASE)
_MIME_IN_TEXT = re.compile(rb"\s*(?:[^\r\n]{0,200}\r?\n){0,4}--\S[^\r\n]{0,69}\r?\ncontent-type:", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,200}>")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*]")


@dataclass(slots=True)
class Parts:
    """What a walk over the tree gathers; ``spare`` is text in named parts, which counts only if there is no other."""

    calendars: list[bytes] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)
    seen: int = 0


def leaves(tree: Tree) -> list[Tree]:
    """The first parts of a tree that hold no others, without recursion."""
    found: list[Tree] = []
    stack = [tree]
    while stack and len(found) < MAX_PARTS:
        part = stack.pop()
        if part.is_multipart():
            stack.extend(reversed(_children(part)[:MAX_PARTS]))
        else:
            found.append(part)
    return found


def choose(plain: str, html: str) -> str:
    """The text of two alternatives: the plain one, unless it is a stub beside a longer HTML part, or HTML itself."""
    if _HTML_TAG.search(plain[:2_000]):
        plain = html_to_text(plain)
    count = len(plain[:4_000].split())
    if count >= _STUB_WORDS or not html:
        return plain
    shown = html_to_text(unicodedata.normalize("NFC", html))
    return shown if len(shown[:40_000].split()) > count * 1.5 else plain


def plain_text(part: Tree, text: str) -> str:
    """A text/plain part's text, joined where it says ``format=flowed`` (RFC 3676)."""
    flowed = _parameter(part, "format") == "flowed"
    return normalise(text[:MAX_TEXT], flowed=flowed, delete_spaces=_parameter(part, "delsp") == "yes")


def gather(tree: Tree) -> tuple[str, Parts]:
    """The text of any tree, with its calendars and attachments' names."""
    parts = Parts()
    text = "\n\n".join(block for block in _blocks(tree, parts, 0) if block.strip())
    if not text.strip():
        text = "\n\n".join(parts.spare)
    return text[:MAX_TEXT], parts


def html_of(tree: Tree) -> str:
    """The HTML that a mail is shown by, in one piece; "" when it has none, or only in a mail that it encloses."""
    found: list[str] = []
    stack, seen = [tree], 0
    while stack and seen < MAX_PARTS:
        part, seen = stack.pop(), seen + 1
        if part.get_content_maintype() == "message":
            continue
        if part.is_multipart():
            stack.extend(reversed(_children(part)[:MAX_PARTS]))
        elif part.get_content_type() == "text/html" and part.get_content_disposition() != "attachment":
            found.append(repair.decode_part(part).strip())
    return "\n".join(found)


def attachment_name(part: Tree) -> str:
    """A part's file name, decoded and made safe; "" when it has none."""
    name = part.get_filename()
    if not name:
        return ""
    return safe_name(decode_text(name))


def safe_name(name: str) -> str:
    """A bare file name out of what a stranger wrote: ``../../etc/passwd`` is ``passwd``."""
    bare = re.split(r"[/\\]", one_line(name))[-1]
    return _UNSAFE.sub("_", bare).strip(". ")[:200]


def _blocks(part: Tree, parts: Parts, depth: int) -> Iterator[str]:
    parts.seen += 1
    if parts.seen > MAX_PARTS or depth > MAX_DEPTH:
        return
    main = part.get_content_maintype()
    if main == "message":
        yield from _enclosed(part, parts, depth)
    elif part.is_multipart():
        yield from _container(part, parts, depth)
    elif main == "multipart" or _hides_parts(part):
        reopened = repair.reopened(part)
        if reopened is not None:
            yield from _blocks(reopened, parts, depth + 1)
        else:
            yield normalise(repair.decode_part(part)[:MAX_TEXT])
    else:
        yield from _leaf(part, parts)


def _container(part: Tree, parts: Parts, depth: int) -> Iterator[str]:
    children = _children(part)[:MAX_PARTS]
    if part.get_content_type() != "multipart/alternative":
        for child in children:
            yield from _blocks(child, parts, depth + 1)
        return
    plain, shown = "", ""
    for child in children:
        text = "\n\n".join(_blocks(child, parts, depth + 1))
        if _is_html(child):
            shown = shown or text
        else:
            plain = plain or text
    words = len(plain[:4_000].split())
    yield shown if words < _STUB_WORDS and len(shown[:40_000].split()) > words * 1.5 else plain


def _is_html(part: Tree) -> bool:
    """Whether this alternative is the HTML one, perhaps wrapped with its images."""
    if part.is_multipart():
        return any(child.get_content_type() == "text/html" for child in leaves(part)[:3])
    return part.get_content_type() == "text/html"


def _enclosed(part: Tree, parts: Parts, depth: int) -> Iterator[str]:
    """A mail in the mail, below a mark that tells it from what the sender wrote; also one sent as base64."""
    if part.get_content_type() not in ("message/rfc822", "message/global") or not (inner := _children(part)):
        return
    tree = inner[0]
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() in ("base64", "quoted-printable"):
        tree["Content-Transfer-Encoding"] = str(part.get("Content-Transfer-Encoding"))
        tree = repair.read_tree(repair.raw_bytes(tree)) if not tree.is_multipart() else tree
    if name := attachment_name(part):
        parts.attachments.append(name)
    fields = raw_fields(tree)
    sender = addresses(first(fields, "from"), (), doubtful=True)
    head = [_FORWARD_MARK]
    if sender:
        head.append(f"From: {f'{sender[0].name} <{sender[0].address}>'.strip()}")
    for name in ("Date", "To", "Subject"):
        raw = first(fields, name.lower())
        # Encoded ones alone: the identity of mails already known rests on this text.
        if (not raw.isascii() or "=?" in raw) and (value := subject_of(raw)):
            head.append(f"{name}: {value}")
    body = "\n\n".join(block for block in _blocks(tree, parts, depth + 1) if block.strip())
    if body:
        yield "\n".join(head) + "\n\n" + body


def _leaf(part: Tree, parts: Parts) -> Iterator[str]:
    kind = part.get_content_type()
    name = attachment_name(part)
    if kind in ("text/calendar", "application/ics") or name.lower().endswith(".ics"):
        if len(parts.calendars) < MAX_CALENDARS:
            parts.calendars.append(_calendar_bytes(part))
        return
    attached = part.get_content_disposition() == "attachment"
    if attached or name or not kind.startswith("text/"):
        if attached or part.get("Content-ID") is None:
            parts.attachments.extend([name] if name else [])
        if kind in ("text/plain", "text/html") and not attached:
            parts.spare.append(_text_of(part, kind))
        return
    if kind in ("text/x-amp-html", "text/css", "text/rfc822-headers", "text/rtf", "text/x-vcard", "text/vcard"):
        return
    yield _text_of(part, kind)


def _text_of(part: Tree, kind: str) -> str:
    text = repair.decode_part(part)
    if kind == "text/html":
        return normalise(html_to_text(text))
    if kind in ("text/enriched", "text/richtext"):
        text = _MARKUP.sub("", text[:MAX_TEXT])
    return plain_text(part, text)


def _calendar_bytes(part: Tree) -> bytes:
    """A calendar in UTF-8, whatever charset it claims (RFC 5545 §3.1.4)."""
    return repair.decode_part(part).encode("utf-8")


def _hides_parts(part: Tree) -> bool:
    """Whether a text without a declared type is really a multipart whose header was lost."""
    return part.get("Content-Type") is None and bool(_MIME_IN_TEXT.match(repair.raw_bytes(part)[:2_000]))


def _children(part: Tree) -> list[Tree]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Tree)] if isinstance(payload, list) else []


def _parameter(part: Tree, name: str) -> str:
    value = part.get_param(name)
    return value.strip().lower() if isinstance(value, str) else ""
