"""The HTML of a mail is kept for showing it, and changes nothing about what it says or who it is."""

from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

from ingest.html import html_to_text
from ingest.parse import parse
from store.records import Message
from tests.ingest.samples import forwarded, invitation, letter, raw_letter


def _read(raw: bytes) -> Message:
    read = parse(raw, source="test")
    assert isinstance(read, Message)
    return read


def test_the_html_part_comes_along_in_its_own_charset() -> None:
    assert _read(invitation()).html == "<p>We would like to <b>talk</b> to you.</p>"

    mail = letter(1)
    mail.set_content("<p>Grüße aus Köln</p>", subtype="html", charset="iso-8859-1")
    assert _read(mail.as_bytes()).html == "<p>Grüße aus Köln</p>"


def test_plain_mail_has_none_and_an_enclosed_mail_lends_none() -> None:
    assert _read(raw_letter()).html == ""
    assert _read(forwarded()).html == ""


def test_an_attached_page_is_no_body() -> None:
    mail = letter(1)
    mail.add_attachment(b"<p>tracker</p>", maintype="text", subtype="html", filename="page.html")

    assert _read(mail.as_bytes()).html == ""


def test_it_is_no_part_of_who_the_mail_is() -> None:
    plain, other = _read(invitation()), _read(invitation().replace(b"<b>talk</b>", b"<b>TALK</b>"))

    assert plain.identity == other.identity
    assert replace(plain, html="") == replace(other, html="")


def test_open_formatting_that_piles_up_costs_neither_time_nor_words() -> None:
    pile = "".join(f"<font color={number}>" for number in range(400))
    html = f"<p>{pile}" + "<p>word" * 10_000

    assert html_to_text(html).split() == ["word"] * 10_000


def _alternative(html: str) -> EmailMessage:
    mail = letter(
        1, "A text that is long enough to be no stub, because it has more than twenty words in it, all told.\n"
    )
    mail.add_alternative(html, subtype="html")
    return mail


def test_html_of_any_length_is_read(tmp_path: Path) -> None:
    read = _read(_alternative("<p>x</p>" * 100_000).as_bytes())

    assert len(read.html) > 700_000
    assert read.text.startswith("A text that is long enough")
    assert read.date + timedelta(0) == read.date
