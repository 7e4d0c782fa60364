"""The digest as a mail: two forms of one text, nothing loaded, nothing run, one way home."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from respond.digest import digest_of
from respond.digestfacts import DigestFacts, Owed
from respond.digestmail import digest_html, digest_mail, digest_text
from store.vocabulary import NextAction
from tests.respond.builders import EMPTY_WEEK, FULL_WEEK, NOW, PERSON

EMPTY_TEXT = """\
Your week, 16 to 22 November 2026

A quiet week. Nothing is waiting for you here, and a pause does a search
no harm.

ONE SMALL STEP
Take a real break, at least a day without looking. Then write two lines
to someone you like talking to.

--
heardback looked for mail 664 times.
Mailbox “main” was last read on Sunday 22 November at 17:45.
"""


def mail_of_week(facts: DigestFacts) -> EmailMessage:
    raw = digest_mail(digest_of(facts), PERSON, message_id="<week@morgan.example>", now=NOW)
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_empty_week_as_text() -> None:
    assert digest_text(digest_of(EMPTY_WEEK)) == EMPTY_TEXT


def test_it_goes_from_the_person_to_themselves_and_asks_for_no_answer() -> None:
    mail = mail_of_week(FULL_WEEK)

    assert mail["From"] == mail["To"] == "Alex Morgan <alex@morgan.example>"
    assert mail["Message-ID"] == "<week@morgan.example>"
    assert mail["Auto-Submitted"] == "auto-generated"


def test_it_holds_text_and_html() -> None:
    mail = mail_of_week(FULL_WEEK)

    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


def test_the_html_says_what_the_text_says() -> None:
    digest = digest_of(FULL_WEEK)
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", digest_html(digest)))

    for section in digest.sections:
        for line in section.lines:
            assert line.text.replace("&", "&amp;") in shown


def test_it_loads_nothing_and_links_home_only() -> None:
    html = digest_html(digest_of(FULL_WEEK))

    assert re.findall(r"""(?:href|src|url)\s*[=(]\s*["']?([^"')\s>]+)""", html) == ["http://127.0.0.1:8765/"]
    assert not re.search(r"<(script|img|link|iframe|form|object)\b|@import", html)


def test_a_page_elsewhere_is_not_linked() -> None:
    html = digest_html(digest_of(replace(FULL_WEEK, page="http://127.0.0.1.evil.example/")))

    assert "<a " not in html


def test_what_stands_in_mails_is_escaped() -> None:
    hostile = Owed("<script>alert(1)</script>", '"><img src=x>{{ 7*7 }}', NextAction.FOLLOW_UP)

    html = digest_html(digest_of(replace(FULL_WEEK, owed=(hostile,))))

    assert "<script" not in html
    assert "<img" not in html
    assert "{{ 7*7 }}" in html


def test_text_lines_are_short() -> None:
    assert max(len(line) for line in digest_text(digest_of(FULL_WEEK)).splitlines()) <= 76
