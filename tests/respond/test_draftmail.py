"""A draft becomes a mail that threads, that every program can read, and that nothing can be smuggled into."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respond.draftmail import UnsafeFieldError, body_of, key_hash, mail_of, new_message_id
from store.errors import PermanentError
from store.noted import Draft
from store.records import Address
from tests.respond.builders import NOW, a_draft


def parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_it_carries_the_headers_of_its_thread(draft: Draft) -> None:
    mail = parsed(mail_of(draft, now=NOW))

    assert mail["Message-ID"] == draft.message_id
    assert mail["In-Reply-To"] == draft.in_reply_to
    assert str(mail["References"]).split() == list(draft.references)
    assert mail["From"] == "Alex Morgan <alex@morgan.example>"
    assert mail["X-Heardback-Draft"] == key_hash(draft.key)
    assert mail["Date"] == "Thu, 19 Nov 2026 09:30:00 +0000"


def test_the_text_is_plain_utf_8_and_comes_back_as_it_was(draft: Draft) -> None:
    subject, body, to = body_of(mail_of(draft, now=NOW))

    assert (subject, body, to) == (draft.subject, draft.body, draft.to)


def test_long_references_are_folded_between_identifiers_only(draft: Draft) -> None:
    chain = tuple(f"<{'x' * 120}{number}@northwind.example>" for number in range(40))

    raw = mail_of(replace(draft, references=chain), now=NOW)

    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert b"=?" not in raw.partition(b"References:")[2].partition(b"X-Heardback")[0]
    assert str(parsed(raw)["References"]).split() == list(chain)


def test_a_malformed_reference_does_not_lose_the_thread(draft: Draft) -> None:
    raw = mail_of(replace(draft, references=("broken id", "<good@northwind.example>")), now=NOW)

    assert str(parsed(raw)["References"]).split() == ["<good@northwind.example>"]


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "Hello\r\nBcc: x@evil.example"},
        {"subject": "Hello\nBcc: x@evil.example"},
        {"to": Address("Dana\r\nBcc: x@evil.example", "dana@northwind.example")},
        {"to": Address("Dana", "dana@northwind.example\nBcc: x@evil.example")},
        {"to": Address("Dana", "dana@northwind.example, x@evil.example")},
        {"to": Address("", "")},
        {"sender": Address("", "alex")},
        {"message_id": "<a@b.example>\r\nBcc: x@evil.example"},
        {"in_reply_to": "<a@b.example>\r\n X: y"},
        {"references": ("<a@b.example>\r\nBcc: x@evil.example",)},
    ],
)
def test_no_field_can_start_a_header_of_its_own(draft: Draft, change: dict[str, object]) -> None:
    with pytest.raises(UnsafeFieldError):
        mail_of(replace(draft, **change), now=NOW)  # type: ignore[arg-type]


@given(subject=st.text(max_size=200), name=st.text(max_size=80))
def test_any_subject_and_name_give_these_headers_or_an_error(subject: str, name: str) -> None:
    try:
        raw = mail_of(replace(a_draft(), subject=subject, to=Address(name, "dana@northwind.example")), now=NOW)
    except UnsafeFieldError:
        return

    assert set(parsed(raw).keys()) == ALLOWED


def test_names_and_subjects_of_all_scripts_are_readable(draft: Draft) -> None:
    raw = mail_of(replace(draft, to=Address("Zoë Łukasz", "zoe@köln.example"), subject="Re: 面接 – März"), now=NOW)

    assert raw.isascii()
    assert parsed(raw)["Subject"] == "Re: 面接 – März"
    assert parsed(raw)["To"].addresses[0].domain == "xn--kln-sna.example"


def test_a_flowed_draft_loses_its_soft_breaks() -> None:
    raw = (
        b"To: dana@northwind.example\r\nSubject: Re: Talk\r\n"
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nOne long \r\nline.\r\n\r\n-- \r\nAlex\r\n"
    )

    assert body_of(raw) == ("Re: Talk", "One long line.\n\n-- \nAlex\n", Address("", "dana@northwind.example"))


def test_a_draft_saved_as_html_only_is_read_as_text() -> None:
    raw = b"To: dana@northwind.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hi Dana,</p><p>Yes.</p>"

    assert [line for line in body_of(raw)[1].split("\n") if line] == ["Hi Dana,", "Yes."]


def test_a_draft_without_any_text_is_refused_with_the_remedy() -> None:
    with pytest.raises(PermanentError, match="plain text"):
        body_of(b"To: dana@northwind.example\r\nContent-Type: image/png\r\n\r\nabc")


def test_message_ids_are_fresh_and_safe() -> None:
    assert new_message_id("morgan.example") != new_message_id("morgan.example")
    assert new_message_id("Morgan.example").endswith("@morgan.example>")
    assert "\n" not in new_message_id("x\r\ny")


ALLOWED = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "X-Heardback-Draft",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
}
