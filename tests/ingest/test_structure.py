"""Which parts are fetched, and that the message made of them reads like the whole one."""

from email import message_from_bytes
from typing import Any

import pytest

from ingest.bodystructure import MOST_LEVELS, read_structure
from ingest.structure import MOST_PARTS, WHOLE, rebuild, wanted

HEADER = (
    b"From: ada@brook.example\r\nSubject: Hello\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n"
    b' boundary="old"\r\nX-Last: yes\r\n\r\n'
)
LIMIT = 400_000


def text(subtype: bytes = b"plain", encoding: bytes = b"7bit", disposition: Any = None) -> tuple[Any, ...]:
    return (b"TEXT", subtype, (b"CHARSET", b"utf-8"), None, None, encoding, 20, 2, None, disposition, None, None)


def file(*parameters: bytes, disposition: bytes | None = b"attachment") -> tuple[Any, ...]:
    placed = (disposition, parameters or None) if disposition else None
    return (b"APPLICATION", b"PDF", None, None, None, b"base64", 900_000, None, placed, None, None)


PICTURE = file(disposition=None)
NOTES = (b"attachment", (b"FILENAME", b"notes.txt"))


def several(subtype: bytes, *parts: Any) -> tuple[Any, ...]:
    """A multipart as imapclient gives it: the parts in a list."""
    return ([*parts], subtype, (b"BOUNDARY", b"b"), None, None, None)


def bare(subtype: bytes, *parts: Any) -> tuple[Any, ...]:
    """A multipart inside an enclosed message, where imapclient leaves the parts as they come."""
    return (*parts, subtype, (b"BOUNDARY", b"b"), None, None, None)


def enclosing(body: Any) -> tuple[Any, ...]:
    envelope = (None,) * 10
    placed = (b"attachment", (b"FILENAME", b"mail.eml"))
    return (b"MESSAGE", b"RFC822", None, None, None, b"7bit", 300, envelope, body, 9, None, placed, None, None)


@pytest.mark.parametrize(
    ("structure", "sections", "attachments"),
    [
        (text(), (WHOLE,), ()),
        (file(b"FILENAME", b"cv.pdf"), (), ("cv.pdf",)),
        (several(b"ALTERNATIVE", text(), text(b"html")), ("1", "2"), ()),
        (
            several(b"MIXED", several(b"ALTERNATIVE", text(), text(b"html")), file(b"FILENAME", b"ad.pdf")),
            ("1.1", "1.2"),
            ("ad.pdf",),
        ),
        (
            several(
                b"RELATED", several(b"ALTERNATIVE", text(), several(b"RELATED", text(b"html"), file(disposition=None)))
            ),
            ("1.1", "1.2.1"),
            (),
        ),
        (
            several(b"MIXED", text(), text(disposition=(b"attachment", (b"FILENAME", b"notes.txt")))),
            ("1",),
            ("notes.txt",),
        ),
        (several(b"MIXED", text(), text(b"calendar", disposition=(b"attachment", None))), ("1", "2"), ()),
        (several(b"MIXED", text(), (b"APPLICATION", b"ICS", None, None, None, b"base64", 9)), ("1", "2"), ()),
        (several(b"MIXED", text(), enclosing(text())), ("2.HEADER", "1", "2.1"), ("mail.eml",)),
        (
            several(b"MIXED", text(), enclosing(bare(b"MIXED", text(), file(b"FILENAME", b"a.pdf")))),
            ("2.HEADER", "1", "2.1"),
            ("mail.eml", "a.pdf"),
        ),
        (several(b"MIXED", file(), file(b"FILENAME", b"b.pdf")), (), ("application/pdf", "b.pdf")),
        (([], b"MIXED"), (WHOLE,), ()),
    ],
    ids=[
        "a plain text",
        "a file alone",
        "alternatives",
        "alternatives and a file",
        "an unnamed picture in HTML",
        "a text as a file",
        "a calendar as a file",
        "application/ics",
        "an enclosed plain mail",
        "an enclosed mail with a file",
        "files alone",
        "a multipart without parts",
    ],
)
def test_text_and_calendars_are_fetched_and_the_rest_is_named(
    structure: Any, sections: tuple[str, ...], attachments: tuple[str, ...]
) -> None:
    want = wanted(read_structure(structure))

    assert (sections, attachments) == (want.sections, want.attachments)


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        ((b"FILENAME", b"=?utf-8?Q?K=C3=B6ln.pdf?="), "Köln.pdf"),
        ((b"FILENAME*", b"utf-8''K%C3%B6ln.pdf"), "Köln.pdf"),
        ((b"FILENAME*0", b"a very long", b"FILENAME*1", b" name.pdf"), "a very long name.pdf"),
        ((b"FILENAME", "Köln.pdf".encode()), "Köln.pdf"),
        ((b"FILENAME", b"../../etc/passwd"), "passwd"),
        ((b"FILENAME", b"C:\\Users\\jo\\cv.pdf"), "cv.pdf"),
        ((b"FILENAME", b"=?no-such-charset?Q?cv.pdf?="), "=?no-such-charset?Q?cv.pdf?="),
        ((b"FILENAME", b"a\x00b\r\nc.pdf"), "abc.pdf"),
    ],
)
def test_names_of_files_are_readable_and_harmless(parameters: tuple[bytes, ...], name: str) -> None:
    assert (name,) == wanted(read_structure(file(*parameters))).attachments


@pytest.mark.parametrize("broken", [None, b"TEXT", (), (b"TEXT",), 5, ([None], b"MIXED")])
def test_a_broken_structure_is_a_value_error(broken: Any) -> None:
    with pytest.raises(ValueError, match="structure"):
        read_structure(broken)


def test_endless_nesting_is_not_followed() -> None:
    structure = text()
    for _ in range(MOST_LEVELS * 3):
        structure = several(b"MIXED", structure)

    assert wanted(read_structure(structure)).sections == ()


def test_of_very_many_parts_the_first_ones_are_fetched() -> None:
    want = wanted(read_structure(several(b"MIXED", *[text()] * 500)))

    assert len(want.sections) == MOST_PARTS


def test_a_rebuilt_message_keeps_header_shape_and_words() -> None:
    structure = several(
        b"MIXED", several(b"ALTERNATIVE", text(), text(b"html", b"base64")), file(b"FILENAME", b"ad.pdf")
    )

    mail = message_from_bytes(
        rebuild(HEADER, read_structure(structure), {"1.1": b"Hello", "1.2": b"PGI+SGk8L2I+"}, LIMIT)
    )

    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html"]
    assert [(name, value) for name, value in mail.items() if not name.startswith(("Content", "MIME"))] == [
        ("From", "ada@brook.example"),
        ("Subject", "Hello"),
        ("X-Last", "yes"),
    ]
    plain, html = list(mail.walk())[2:]
    assert plain.get_payload(decode=True) == b"Hello"
    assert html.get_payload(decode=True) == b"<b>Hi</b>"
    assert html.get_content_charset() == "utf-8"


def test_an_enclosed_message_keeps_its_own_header() -> None:
    root = read_structure(several(b"MIXED", text(), enclosing(text())))
    sections = {"1": b"See below", "2.HEADER": b"Subject: Inner\r\n\r\n", "2.1": b"Inner words"}

    mail = message_from_bytes(rebuild(HEADER, root, sections, LIMIT))

    _, _, outer, inner = mail.walk()
    assert outer.get_content_type() == "message/rfc822"
    assert inner["Subject"] == "Inner"
    assert inner.get_payload() == "Inner words"


def test_a_single_text_is_put_together_as_it_was() -> None:
    assert rebuild(HEADER, read_structure(text()), {WHOLE: b"body"}, LIMIT) == HEADER + b"body"


def test_a_message_of_files_alone_has_an_empty_text() -> None:
    mail = message_from_bytes(rebuild(HEADER, read_structure(file()), {}, LIMIT))

    assert (mail.get_content_type(), mail.get_payload()) == ("text/plain", "")


def test_a_text_that_was_cut_ends_with_a_whole_line() -> None:
    root = read_structure(several(b"MIXED", text(encoding=b"base64"), file()))

    mail = message_from_bytes(rebuild(HEADER, root, {"1": b"SGVsbG8=\r\nSGV"}, 13))

    assert list(mail.walk())[1].get_payload(decode=True) == b"Hello"


def test_hostile_parameters_cannot_add_header_fields() -> None:
    evil = (b"TEXT", b"plain", (b"CHARSET", b'utf-8"\r\nBcc: x@y.example\r\n'), None, None, b"7bit\r\nX: y", 20, 2)

    rebuilt = rebuild(HEADER, read_structure(several(b"MIXED", evil)), {"1": b"Hi"}, LIMIT)

    assert b"\nBcc:" not in rebuilt
    assert b"\nX: y" not in rebuilt
