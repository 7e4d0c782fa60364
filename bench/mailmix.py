"""A mailbox of mixed sizes for the benchmarks: written job mail and ordinary mail in the shapes mail comes in.

Words come from the training corpus, so that reading costs what it costs; a fifth is job mail. Sizes are assumptions,
said here once: about half with HTML in the usual styles (9 to 60 kB), one in eight with a file (20 to 300 kB).
"""

import html
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from classify.corpus import Row, read_corpus
from classify.modelfile import shipped_model_path
from store.vocabulary import Tag

ME = "sam@home.example"
NEWEST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
JOB_SHARE, HTML_SHARE, ATTACHED_SHARE = 0.2, 0.48, 0.12
_STYLE = (
    "body,table,td,a{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}table,td{mso-table-lspace:0pt}"
    "img{-ms-interpolation-mode:bicubic;border:0;height:auto;line-height:100%;outline:none;text-decoration:none}"
)
_CELL = (
    '<tr><td align="left" bgcolor="#ffffff" style="padding:24px;font-family:Helvetica,Arial,sans-serif;font-size:16px;'
    'line-height:24px;color:#333333;border-bottom:1px solid #d4dadf">{words}</td></tr>\n'
)


def mails(count: int, seed: int = 11) -> Iterator[tuple[bytes, datetime]]:
    """``count`` mails with CRLF line ends and the time each arrived, oldest first."""
    chance = random.Random(seed)
    rows = read_corpus(shipped_model_path().parent / "corpus")
    job = [row for row in rows if row.tag is not Tag.OTHER]
    ordinary = [row for row in rows if row.tag is Tag.OTHER]
    for number in range(count):
        row = chance.choice(job if chance.random() < JOB_SHARE else ordinary)
        at = NEWEST - timedelta(minutes=20 * (count - number))
        yield _mail(row, number, at, chance).as_bytes(policy=SMTP), at


def _mail(row: Row, number: int, at: datetime, chance: random.Random) -> EmailMessage:
    made = EmailMessage()
    made["From"] = row.sender or f"Kim Alder <kim{number % 97}@calder{number % 13}.example>"
    made["To"] = f"Sam Reed <{ME}>"
    made["Subject"] = row.subject or "Hello"
    made["Date"] = format_datetime(at)
    made["Message-ID"] = f"<{number}.{chance.getrandbits(48):x}@mail.example>"
    for hop in range(4):
        made[f"X-Hop-{hop}"] = f"by relay{hop}.mail.example with ESMTPS id {chance.getrandbits(64):x}; {made['Date']}"
    shape = chance.random()
    made.set_content(row.body, cte="quoted-printable" if shape < HTML_SHARE else "8bit")
    if shape < HTML_SHARE + ATTACHED_SHARE / 2:
        made.add_alternative(_page(row.body, chance), subtype="html", cte="quoted-printable")
    if shape > 1 - ATTACHED_SHARE:
        content = chance.randbytes(chance.randrange(15_000, 220_000))
        made.add_attachment(content, maintype="application", subtype="pdf", filename=f"document-{number}.pdf")
    return made


def _page(body: str, chance: random.Random) -> str:
    cells = "".join(_CELL.format(words=html.escape(words)) for words in body.split("\n\n"))
    row = '<tr><td height="{high}" style="font-size:0;line-height:0">&nbsp;</td></tr>\n'
    filler = "".join(row.format(high=number % 40) for number in range(60))
    sheet = _STYLE * chance.randrange(4, 60)
    return (
        f'<html><head><meta charset="utf-8"><style>{sheet}</style></head><body style="margin:0;padding:0">'
        f'<table width="600" cellpadding="0" cellspacing="0">{filler}{cells}</table></body></html>'
    )
