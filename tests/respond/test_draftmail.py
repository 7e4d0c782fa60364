"""A draft becomes a mail that threads, that every program can read, and that nothing can be smuggled into."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respond.draftmail import OWN_MESSAGE_ID, UnsafeFieldError, mail_of, new_message_id
from respond.editedmail import read_edited
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
    assert mail["Date"] == "Thu, 19 Nov 2026 09:30:00 +0000"


def test_the_text_is_plain_utf_8_and_comes_back_as_it_was(draft: Draft) -> None:
    long = "A paragraph that goes on – and on. " * 60
    odd = f"{draft.body}\n{long.strip()}\n\n.\nFrom here on: = signs, trailing dots.\n\tand a tab\n-- \nAlex\n"
    raw = mail_of(replace(draft, body=odd), now=NOW)

    mail = parsed(raw)
    assert (mail.get_content_type(), mail.get_content_charset()) == ("text/plain", "utf-8")
    assert mail.get_content().replace("\r\n", "\n") == odd
    assert max(map(len, raw.split(b"\r\n"))) <= 78


@given(body=st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), max_size=400))
def test_any_text_survives_the_way(body: str) -> None:
    raw = mail_of(replace(a_draft(), body=body), now=NOW)

    assert raw.isascii()
    assert parsed(raw).get_content().splitlines() == (body.rstrip("\n") + "\n").splitlines()
    assert read_edited(raw).body.split() == body.split()


def test_nothing_tells_by_what_means_it_was_written(draft: Draft) -> None:
    raw = mail_of(draft, now=NOW)

    assert b"heardback" not in raw.lower()
    assert b"X-" not in raw
    assert b"Bcc" not in raw


def test_long_references_are_folded_between_identifiers_only(draft: Draft) -> None:
    chain = tuple(f"<{'x' * 120}{number}@northwind.example>" for number in range(40))

    raw = mail_of(replace(draft, references=chain), now=NOW)

    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert b"=?" not in raw.partition(b"References:")[2].partition(b"Content-Type")[0]
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


def test_message_ids_are_fresh_and_safe() -> None:
    assert new_message_id("morgan.example") != new_message_id("morgan.example")
    assert new_message_id("Morgan.example").endswith("@morgan.example>")
    assert OWN_MESSAGE_ID.fullmatch(new_message_id("morgan.example"))
    assert "\n" not in new_message_id("x\r\ny")


ALLOWED = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Content-Type",
    "Content-Transfer-Encoding",
    "MIME-Version",
}
