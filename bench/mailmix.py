"""A mailbox of mixed sizes for the benchmarks: written job mail and ordinary mail in the shapes mail comes in.

Words come from the training corpus, so that reading costs what it costs; a fifth is job mail. Sizes are assumptions,
said here once: about half with HTML in the usual styles (9 to 60 kB), one in eight with a file (20 to 300 kB).
The octets are put together by hand: the standard library would take minutes over a hundred thousand.
"""

import base64
import binascii
import html
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.policy import SMTP
from email.utils import format_datetime
from functools import cache

from classify.corpus import Row, read_corpus
from classify.modelfile import shipped_model_path
from store.vocabulary import Tag

ME = "sam@home.example"
NEWEST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
JOB_SHARE, HTML_SHARE, ATTACHED_SHARE = 0.2, 0.48, 0.12
EVERY = timedelta(minutes=20)
MAILS_OF_A_SENDER = 25
"""Mails in a row that share a sender where the written mail names none: some five of them job mail of one employer."""
_STYLE = (
    "body,table,td,a{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}table,td{mso-table-lspace:0pt}"
    "img{-ms-interpolation-mode:bicubic;border:0;height:auto;line-height:100%;outline:none;text-decoration:none}"
)
_CELL = (
    '<tr><td align="left" bgcolor="#ffffff" style="padding:24px;font-family:Helvetica,Arial,sans-serif;font-size:16px;'
    'line-height:24px;color:#333333;border-bottom:1px solid #d4dadf">{words}</td></tr>\n'
)


def mails(
    count: int, seed: int = 11, *, newest: datetime = NEWEST, with_files: bool = True
) -> Iterator[tuple[bytes, datetime]]:
    """``count`` mails with CRLF line ends and the time each arrived, oldest first.

    Without files, attachments are named and empty: what is left of a mail when its text alone is fetched.
    """
    chance = random.Random(seed)
    rows = read_corpus(shipped_model_path().parent / "corpus")
    job = [row for row in rows if row.tag is not Tag.OTHER]
    ordinary = [row for row in rows if row.tag is Tag.OTHER]
    for number in range(count):
        row = chance.choice(job if chance.random() < JOB_SHARE else ordinary)
        at = newest - EVERY * (count - number)
        yield _mail(row, number, at, chance, with_files=with_files), at


def _mail(row: Row, number: int, at: datetime, chance: random.Random, *, with_files: bool) -> bytes:
    sent = format_datetime(at)
    head = [
        _field("From", row.sender or f"Kim Alder <kim@calder{number // MAILS_OF_A_SENDER}.example>"),
        _field("To", f"Sam Reed <{ME}>"),
        _field("Subject", row.subject or "Hello"),
        f"Date: {sent}\r\n",
        f"Message-ID: <{number}.{chance.getrandbits(48):x}@mail.example>\r\n",
        *(
            f"X-Hop-{hop}: by relay{hop}.mail.example with ESMTPS id {chance.getrandbits(64):x};\r\n {sent}\r\n"
            for hop in range(4)
        ),
        "MIME-Version: 1.0\r\n",
    ]
    shape = chance.random()
    part = _text("plain", row.body, coded=shape < HTML_SHARE)
    if shape < HTML_SHARE + ATTACHED_SHARE / 2:
        part = _parts("alternative", f"a{number}", part, _text("html", _page(row.body, chance), coded=True))
    if shape > 1 - ATTACHED_SHARE:
        content = chance.randbytes(chance.randrange(15_000, 220_000))
        part = _parts("mixed", f"m{number}", part, _file(f"document-{number}.pdf", content if with_files else b""))
    return "".join(head).encode() + part


@cache
def _field(name: str, value: str) -> str:
    """A header field as the standard library writes it."""
    folded: str = SMTP.fold(name, value)
    return folded


def _text(kind: str, words: str, *, coded: bool) -> bytes:
    octets = b"\r\n".join(words.encode().splitlines()) + b"\r\n"
    how = "quoted-printable" if coded else "8bit"
    head = f'Content-Type: text/{kind}; charset="utf-8"\r\nContent-Transfer-Encoding: {how}\r\n\r\n'
    return head.encode() + (binascii.b2a_qp(octets) if coded else octets)


def _file(name: str, content: bytes) -> bytes:
    head = (
        "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-Disposition: attachment; filename="{name}"\r\n\r\n'
    )
    return head.encode() + base64.encodebytes(content).replace(b"\n", b"\r\n")


def _parts(kind: str, mark: str, *parts: bytes) -> bytes:
    edge = f"=={mark}=="
    head = f'Content-Type: multipart/{kind};\r\n boundary="{edge}"\r\n\r\n'.encode()
    return head + b"".join(f"--{edge}\r\n".encode() + part + b"\r\n" for part in parts) + f"--{edge}--\r\n".encode()


def _page(body: str, chance: random.Random) -> str:
    cells = "".join(_CELL.format(words=html.escape(words)) for words in body.split("\n\n"))
    sheet = _STYLE * chance.randrange(4, 60)
    return (
        f'<html><head><meta charset="utf-8"><style>{sheet}</style></head><body style="margin:0;padding:0">'
        f'<table width="600" cellpadding="0" cellspacing="0">{_filler()}{cells}</table></body></html>'
    )


@cache
def _filler() -> str:
    row = '<tr><td height="{high}" style="font-size:0;line-height:0">&nbsp;</td></tr>\n'
    return "".join(row.format(high=number % 40) for number in range(60))
