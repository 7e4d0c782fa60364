"""Mail of plain shape reads as mail-parser and our own walk read it, only once."""

import base64
import quopri

import mailparser
import pytest

from ingest import repair
from ingest.headers import addresses
from ingest.parse import _read_addresses, _remembered_addresses
from ingest.parts import choose, html_of, plain_text
from ingest.plainshape import plain_body
from ingest.text import normalise

HEAD = b"From: Kim <kim@calder.example>\r\nSubject: Hello\r\n"
WORDS = "Größe und „Überblick“ – we're glad to tell you more about it in a few days.\r\nKim"
HTML = f"<html><body><p>{WORDS}</p><p style='display:none'>unseen</p></body></html>"
ENCODINGS = {
    "8bit": lambda data: data,
    "binary": lambda data: data,
    "quoted-printable": quopri.encodestring,
    "base64": base64.encodebytes,
}


def leaf(kind: str, text: str, charset: str, encoding: str) -> bytes:
    data = ENCODINGS[encoding](text.encode(charset, "replace"))
    fields = f"Content-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return fields.encode() + data


def by_mail_parser(raw: bytes) -> str:
    """The text as mail-parser's reading of the whole mail gives it."""
    tree = repair.read_tree(raw)
    mail = mailparser.MailParser(tree)
    plain, html = "".join(mail.text_plain), "".join(mail.text_html)
    first = next(part for part in tree.walk() if not part.is_multipart())
    return normalise(choose(plain_text(first, plain) if plain else "", html))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252", "us-ascii"])
@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_a_single_text_reads_as_mail_parser_reads_it(kind: str, charset: str, encoding: str) -> None:
    raw = HEAD + leaf(kind, WORDS if kind == "text/plain" else HTML, charset, encoding)
    tree = repair.read_tree(raw)

    body = plain_body(tree)

    assert body is not None
    assert body.text == by_mail_parser(raw)
    assert body.html == html_of(tree)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("words", [WORDS, "See below.", "<p>Markup in the plain part</p>"])
def test_two_alternatives_read_as_mail_parser_reads_them(words: str, encoding: str) -> None:
    parts = [leaf("text/plain", words, "utf-8", encoding), leaf("text/html", HTML, "utf-8", encoding)]
    inner = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts)
    raw = HEAD + b"Content-Type: multipart/alternative; boundary=b\r\n\r\n" + inner + b"--b--\r\n"
    tree = repair.read_tree(raw)

    body = plain_body(tree)

    assert body is not None
    assert body.text == by_mail_parser(raw)
    assert body.html == html_of(tree)


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: text/plain; charset=gb2312\r\n\r\n\xc4\xfa\xba\xc3",
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nGr\xf6\xdfe",
        b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nWe\x92re sorry",
        b"Content-Type: text/plain; name=letter.txt\r\n\r\nWords",
        b"Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nWords",
        b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR",
        b"Content-Type: text/plain\r\n\r\n \r\n",
        b"\r\nWords\r\n--b\r\nContent-Type: text/plain\r\n\r\nMore",
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nOne\r\n--b\r\n\r\nTwo\r\n--b--\r\n",
    ],
)
def test_what_is_less_plain_is_left_to_the_walk(content: bytes) -> None:
    assert plain_body(repair.read_tree(HEAD + content)) is None


@pytest.mark.parametrize(
    "value",
    [
        "Kim Alder <Kim@Calder.example>",
        '"Alder, Kim" <kim@calder.example>, sam@home.example (Sam)',
        "=?utf-8?q?M=C3=BCller?= <eva@acme.example>",
        "Friends: a@acme.example, b@acme.example;",
        "kim@calder.example",
        "",
        '"Unclosed <kim@calder.example>',
    ],
)
def test_an_address_field_reads_as_mail_parser_reads_the_whole_mail(value: str) -> None:
    mail = mailparser.MailParser(repair.read_tree(f"To: {value}\r\n\r\nWords".encode()))

    expected = addresses(value, mail.to, doubtful=bool(mail.address_header_defects))

    assert _read_addresses("to", (value,)) == expected
    assert _remembered_addresses("to", (value,)) == expected
