"""The same mail met twice is one; two mails under one Message-ID are two."""

from datetime import UTC, datetime

from ingest.parse import parse
from store.records import Message

HEAD = (
    b"Message-ID: <1@acme.example>\r\nFrom: Jane <jane@acme.example>\r\nSubject: Interview\r\n"
    b"Date: Mon, 3 Mar 2025 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n"
)


def identity(raw: bytes, internal_date: datetime | None = None) -> str:
    message = parse(raw, source="x", internal_date=internal_date)
    assert isinstance(message, Message)
    return message.identity


def test_received_lines_folders_and_transfer_encoding_do_not_matter() -> None:
    one = identity(
        b"Received: from a by b; Mon, 3 Mar 2025 10:00:01 +0100\r\n" + HEAD + b"\r\nSee you at ten = 10.\r\n"
    )
    two = identity(
        b"X-Folder: Archive\r\n"
        + HEAD
        + b"Content-Transfer-Encoding: quoted-printable\r\n\r\nSee you=\r\n at ten =3D 10.",
        internal_date=datetime(2025, 3, 4, tzinfo=UTC),
    )

    assert one == two
    assert len(one) == 64


def test_another_text_subject_date_or_sender_makes_another_mail() -> None:
    base = HEAD + b"\r\nSee you at ten."
    others = [
        base.replace(b"ten.", b"eleven."),
        base.replace(b"Subject: Interview", b"Subject: Cancelled"),
        base.replace(b"3 Mar", b"4 Mar"),
        base.replace(b"jane@", b"eva@"),
        base.replace(b"<1@", b"<2@"),
    ]

    assert len({identity(raw) for raw in [base, *others]}) == 6
