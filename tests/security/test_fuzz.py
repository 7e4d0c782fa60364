"""Whatever comes in: no reader of strangers' bytes raises, none takes long, and what is shown does nothing.

Some hundred examples in the suite; ``make fuzz`` looks for as many as ``HEARDBACK_LONG_RUN`` says.
"""

import os
import random
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.brokenmails import broken
from classify.meetings import interviews_of
from classify.promises import closing_date_of, due_of, promise_of
from classify.signatures import card_of
from heardback.web.cleaning import cleaned
from ingest.bodystructure import read_structure
from ingest.calendar import MAX_EVENTS, read_calendar
from ingest.html import html_to_text
from ingest.imap_answers import fetched_message, read_outline
from ingest.parse import parse
from ingest.quotes import split_body
from store.records import Message, Unreadable

EXAMPLES = int(os.environ.get("HEARDBACK_LONG_RUN", "0")) or 60
SECONDS = 2.0
LANGUAGES = st.sampled_from(["en", "de", "fr", "es"])
MAILS = [file.read_bytes() for file in sorted((Path(__file__).parents[1] / "ingest" / "mails").glob("*.eml"))]
SENT = date(2026, 3, 2)
AT = datetime(2026, 3, 2, tzinfo=UTC)
often = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.sampled_from(
    "we will let you know by within two weeks next Friday 3/4/26 30 February 2026-02-31 99.99.9999 10:30 25:61 am CET "
    "31. Februar nächste Woche bis zum sous quinzaine le 32 mars dentro de la semana On a wrote: schrieb -- > From: "
    "Subject: Regards, Kind Mit freundlichen Grüßen Cordialement, +49 (0) 30 12345 x@y.example CEO | GmbH http://a.example".split(
        " "
    )
)
LINES = st.lists(
    st.one_of(WORDS, st.text(max_size=12), st.sampled_from(["\n", "\n\n", "\t", "\x00", "\u2028"])), max_size=80
)
TEXT = LINES.map(" ".join) | st.text(max_size=400)


@contextmanager
def in_time() -> Iterator[None]:
    begin = time.process_time()
    yield
    assert time.process_time() - begin < SECONDS


@often
@given(st.sampled_from(MAILS), st.integers(0, 2**32))
def test_a_broken_mail_is_read_or_set_aside(raw: bytes, seed: int) -> None:
    with in_time():
        result = parse(broken(raw, random.Random(seed)), source="x", undated=AT)

    assert isinstance(result, Message | Unreadable)


@often
@given(st.binary(max_size=2_000))
def test_any_octets_are_read_or_set_aside(raw: bytes) -> None:
    with in_time():
        result = parse(raw, source="x", undated=AT)

    assert isinstance(result, Message) or (result.raw == raw and result.reason.endswith("."))


TAGS = ["a", "b", "p", "div", "table", "td", "img", "style", "script", "svg", "math", "iframe", "noscript", "template",
        "form", "object", "meta", "base", "title", "textarea", "xmp", "select", "annotation-xml",
        "foreignObject"]  # fmt: skip
ATTRIBUTES = (
    "href src style onclick onerror background srcset xlink:href formaction action poster data id class name target "
    "width alt ping srcdoc"
).split()
VALUES = ["javascript:alert(1)", "JaVaScRiPt&#58;alert(1)", "java\nscript:x", "data:text/html,<script>", "vbscript:x",
          "http://evil.example/x.png", "//evil.example", "url(http://evil.example)", "background:url('//evil.example')",
          "color:expression(x)", "width:1px;@import 'x'", "\\75 rl(x)", "--x:url(y)", "x", "", "<", ">", '"', "'", "`",
          "cid:1", "file:///etc/passwd", "behavior:url(x)", "-moz-binding:url(x)", "image-set('x')"]  # fmt: skip
PIECES = st.one_of(
    st.tuples(*map(st.sampled_from, (TAGS, ATTRIBUTES, VALUES, ['"', "'", ""])))
    .map(lambda each: f"<{each[0]} {each[1]}={each[3]}{each[2]}{each[3]}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "<!", "<?", "&lt;script&gt;", "&#x3c;", "\x00", "<p/onload=x>",
                     "<"]),
    st.text(max_size=8),
)  # fmt: skip
PAGES = st.lists(PIECES, max_size=40).map("".join)
_LOADS = frozenset(
    ("src", "srcset", "background", "poster", "data", "action", "formaction", "srcdoc", "ping", "xlink:href")
)
_GONE = frozenset(("script", "style", "iframe", "object", "embed", "svg", "math", "form", "meta", "base", "link", "img",
                   "input", "button", "template", "video", "audio", "textarea", "noscript"))  # fmt: skip


class Harm(HTMLParser):
    """Looks for what would run, load or lead astray."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _GONE:
            self.found.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in _LOADS or name in ("id", "name"):
                self.found.append(f"{tag} {name}")
            if name == "href" and not re.match(r"(?:https?|mailto):", value or "", re.IGNORECASE):
                self.found.append(f"href {value}")
            if name == "style" and re.search(
                r"url|expression|import|behavior|binding|image|\\|//|position|--", value or ""
            ):
                self.found.append(f"style {value}")

    def handle_comment(self, data: str) -> None:
        self.found.append("comment")


@often
@given(PAGES)
def test_what_is_shown_of_a_page_runs_and_loads_nothing(page: str) -> None:
    with in_time():
        clean = cleaned(page)

    harm = Harm()
    harm.feed(clean)
    harm.close()
    assert harm.found == []


@often
@given(PAGES)
def test_a_page_gives_text(page: str) -> None:
    with in_time():
        assert isinstance(html_to_text(page), str)


CALENDAR_WORDS = """
BEGIN:VEVENT END:VEVENT BEGIN:VCALENDAR END:VCALENDAR BEGIN:VTIMEZONE END:VTIMEZONE BEGIN:VALARM BEGIN:DAYLIGHT
DTSTART:20260302T100000Z DTSTART:99991231T235959Z DTSTART:00010101 DTSTART;VALUE=DATE:20260302 DTSTART;TZID=x:1
DTSTART;TZID=Europe/Berlin:20260329T023000 DTSTART;TZID=../../etc/passwd:20260302T100000 DTEND:20250101T000000Z
DURATION:P99999999D DURATION:-PT1S RRULE:FREQ=SECONDLY;COUNT=999999999 RDATE:20260302 EXDATE:x UID:1 SUMMARY:\\n
ORGANIZER;CN="x":mailto:a@b.example ATTENDEE:: SEQUENCE:99999999999999999999 STATUS:\x00 X-WR-TIMEZONE:Mars METHOD:x
TZOFFSETTO:+9999 TZOFFSETFROM:-2500 LOCATION;ENCODING=BASE64:AAAA
""".split()
CALENDAR_LINES = st.lists(st.sampled_from(CALENDAR_WORDS) | st.text(max_size=20), max_size=60)


@often
@given(CALENDAR_LINES)
def test_a_calendar_gives_events_or_none(lines: list[str]) -> None:
    with in_time():
        events = read_calendar(("BEGIN:VCALENDAR\r\n" + "\r\n".join(lines)).encode("utf-8", "replace"))

    assert len(events) <= MAX_EVENTS
    assert all(1985 <= each.start.year < 2100 for each in events if each.start)


def letter(text: str) -> Message:
    made = parse(
        f"From: A B <a@b.example>\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n\r\n{text}".encode("utf-8", "replace"),
        source="x",
    )
    return made if isinstance(made, Message) else letter("Hello")


@often
@given(TEXT, LANGUAGES)
def test_promises_and_dates_are_read_or_not(text: str, language: str) -> None:
    with in_time():
        found = [promise_of(text, SENT, language), closing_date_of(text, SENT, language), due_of(text, SENT, language)]

    assert all(each is None or each for each in found)


@often
@given(TEXT, LANGUAGES)
def test_signatures_and_meetings_are_read_or_not(text: str, language: str) -> None:
    message = letter(text)
    with in_time():
        card_of(message, language)
        interviews_of(message, message.text, language, ZoneInfo("Europe/Berlin"))


@often
@given(TEXT)
def test_no_line_is_lost_when_quotes_are_split_off(text: str) -> None:
    with in_time():
        parts = split_body(text)

    kept = "".join((parts.text, parts.quoted, parts.signature, parts.footer))
    assert sorted("".join(kept.split())) == sorted("".join(text.split()))


ATOMS = st.one_of(
    st.none(), st.integers(-(2**70), 2**70), st.binary(max_size=12),
    st.sampled_from([b"TEXT", b"PLAIN", b"HTML", b"MESSAGE", b"RFC822", b"MIXED", b"ATTACHMENT",
                     b"attachment; filename*0*=x"]),
)  # fmt: skip
NODES = st.recursive(
    ATOMS, lambda inner: st.lists(inner, max_size=12) | st.lists(inner, max_size=12).map(tuple), max_leaves=60
)


@often
@given(NODES)
def test_a_structure_is_understood_or_refused(answer: object) -> None:
    with in_time():
        try:
            read_structure(answer)
        except ValueError:
            return


@often
@given(NODES, st.one_of(ATOMS, st.binary(max_size=300)), ATOMS)
def test_any_answer_gives_a_mail(structure: object, header: object, size: object) -> None:
    answer = {b"BODYSTRUCTURE": structure, b"BODY[HEADER]<0>": header, b"RFC822.SIZE": size, b"INTERNALDATE": size}
    with in_time():
        outline = read_outline(answer)
        fetched_message(1, outline, dict.fromkeys(outline.sections, b"x"))


def test_deep_structures_are_no_more_than_refused() -> None:
    node: object = [b"TEXT", b"PLAIN"]
    for _ in range(900):
        node = [[node], b"MIXED"]
    with pytest.raises(ValueError, match="structure"):
        read_structure([[[b"x"]]])
    read_structure(node)
