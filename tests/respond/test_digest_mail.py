"""The digest as a mail: two forms of one text and a picture, nothing loaded, nothing run, one way home."""

import html as escaping
import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from respond.digest import digest_of
from respond.digestfacts import Declined, DigestFacts, Owed
from respond.digestmail import digest_html, digest_mail, digest_text
from respond.digestpicture import drawn, picture_of
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
ONLY_SHOWS = re.compile(r"http://127\.0\.0\.1:8425/(?:|insights|(?:conversation|lessons|people)/\d+)")
LESSON = replace(FULL_WEEK, rejections=(Declined("Kestrel Optics", "Analyst", application=8),))


def mail_of_week(facts: DigestFacts) -> EmailMessage:
    raw = digest_mail(digest_of(facts), PERSON, message_id="<week@morgan.example>", now=NOW)
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def shown(html: str) -> str:
    """The words of a page as a person reads them."""
    body = re.sub(r"<(style|title)>.*?</\1>|<!--.*?-->", " ", html, flags=re.DOTALL)
    return re.sub(r"[^\S\xa0]+", " ", escaping.unescape(re.sub(r"<[^>]+>", " ", body)))


def test_the_empty_week_as_text() -> None:
    assert digest_text(digest_of(EMPTY_WEEK)) == EMPTY_TEXT


def test_it_goes_from_the_person_to_themselves_and_asks_for_no_answer() -> None:
    mail = mail_of_week(FULL_WEEK)

    assert mail["From"] == mail["To"] == "Alex Morgan <alex@morgan.example>"
    assert mail["Message-ID"] == "<week@morgan.example>"
    assert mail["Auto-Submitted"] == "auto-generated"


def test_the_picture_lies_beside_the_page_that_shows_it() -> None:
    text, related = mail_of_week(FULL_WEEK).iter_parts()
    page, picture = related.iter_parts()  # type: ignore[union-attr]

    assert text.get_content_type() == "text/plain"
    assert related.get_content_type() == "multipart/related"
    assert (page.get_content_type(), picture.get_content_type()) == ("text/html", "image/png")
    assert picture["Content-ID"] == "<weeks.week@morgan.example>"
    assert picture.get_content_disposition() == "inline"
    assert 'src="cid:weeks.week@morgan.example"' in page.get_content()
    made = picture_of(FULL_WEEK)
    assert made is not None
    assert picture.get_content() == drawn(made)


@pytest.mark.parametrize("facts", [EMPTY_WEEK, replace(FULL_WEEK, muted_counts=True)], ids=["empty", "muted"])
def test_without_a_picture_it_holds_text_and_page_alone(facts: DigestFacts) -> None:
    mail = mail_of_week(facts)

    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert "<img" not in digest_html(digest_of(facts))


def test_both_forms_say_the_same() -> None:
    digest = digest_of(replace(FULL_WEEK, weeks_searching=11, support=("Sam, Thursday evenings",)))
    text = " ".join(digest_text(digest).split(" ")).replace("\n", " ")
    plain = re.sub(r" +", " ", text)
    page = shown(digest_html(digest))

    said = [digest.opening, digest.step, *digest.alarms, *digest.support, *digest.service]
    for section in digest.sections:
        said += [section.lead, section.note, *(line.text for line in section.lines)]
        said += [line.detail for line in section.lines]
        assert section.heading in page
        assert section.heading.upper() in plain
    for words in filter(None, said):
        assert words in page
        assert words in plain
    assert digest.picture is not None
    assert all(f"- {week}" in plain for week in digest.picture.told)
    assert all(week in digest.picture.alt for week in digest.picture.told)


def test_what_a_list_of_mails_shows_is_said_first() -> None:
    digest = digest_of(replace(FULL_WEEK, service=EMPTY_WEEK.service))

    assert shown(digest_html(digest)).strip().startswith(digest.preview)


@pytest.mark.parametrize("facts", [FULL_WEEK, LESSON], ids=["full", "with a lesson"])
def test_links_only_show(facts: DigestFacts) -> None:
    html = digest_html(digest_of(facts), picture_at="cid:x")
    links = re.findall(r"""(?:href|action|formaction|background|url)\s*[=(]\s*["']?([^"')\s>]+)""", html)
    written = re.findall(r"https?://\S+", digest_text(digest_of(facts)))

    assert len(links) > 5
    assert set(links) == set(written)
    assert all(ONLY_SHOWS.fullmatch(link) for link in links)


def test_exact_pages_are_linked() -> None:
    html = digest_html(digest_of(LESSON))

    for path in ("conversation/2", "conversation/4", "conversation/9", "lessons/8", "people/3", "insights"):
        assert f'href="http://127.0.0.1:8425/{path}"' in html


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = digest_html(digest_of(FULL_WEEK), picture_at="cid:weeks@morgan.example")

    assert re.findall(r"""src\s*=\s*"([^"]*)\"""", html) == ["cid:weeks@morgan.example"]
    assert not re.search(r"<(script|link|iframe|form|object|embed|video|base)\b|@import|url\(", html)


def test_in_a_browser_the_picture_lies_in_the_page_itself() -> None:
    assert 'src="data:image/png;base64,iVBOR' in digest_html(digest_of(FULL_WEEK))


@pytest.mark.parametrize(
    "page",
    ["", "http://127.0.0.1.evil.example/", "http://127.0.0.1:8425/x?y=", "https://evil.example/", "javascript:1"],
)
def test_without_a_page_of_ours_nothing_is_a_link(page: str) -> None:
    digest = digest_of(replace(LESSON, page=page))

    assert "<a " not in digest_html(digest)
    assert "http" not in digest_text(digest)


def test_what_stands_in_mails_is_escaped() -> None:
    hostile = Owed("<script>alert(1)</script>", '"><img src=x>{{ 7*7 }}', NextAction.FOLLOW_UP, who="</title><b>")

    html = digest_html(digest_of(replace(FULL_WEEK, service=EMPTY_WEEK.service, owed=(hostile,), muted_counts=True)))

    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "{{ 7*7 }}" in html


def test_text_lines_are_short() -> None:
    assert max(len(line) for line in digest_text(digest_of(LESSON)).splitlines()) <= 78
