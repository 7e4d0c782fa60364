"""Small mail comes whole, in one answer; it is the mail that its outline and sections bring."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from ingest.accounts import Security
from ingest.imap import open_mailbox
from ingest.imap.asking import MANY
from ingest.nofiles import holds_no_file
from ingest.ports import Fetched
from tests.ingest.samples import START, forwarded, invitation, letter, letters, raw_letter
from tests.servers.boxes import PASSWORD, Box, account
from tests.servers.proxy import FaultProxy
from tests.servers.scripted import scripted

HEAD = b"Subject: Hello\r\nMIME-Version: 1.0\r\n"


def with_file(kind: str, name: str, **how: str) -> bytes:
    mail = letter(20, "Please find the papers enclosed.\n")
    maintype, _, subtype = kind.partition("/")
    mail.add_attachment(b"%PDF-1.4", maintype=maintype, subtype=subtype, filename=name, **how)
    return mail.as_bytes()


def in_two_writings() -> bytes:
    mail = letter(21, "Grüße aus Köln.\n")
    mail.add_alternative("<p>Grüße aus Köln.</p>", subtype="html")
    return mail.as_bytes()


def enclosed() -> bytes:
    mail, inner = letter(22, "See below.\n"), EmailMessage(policy=SMTP)
    inner["Subject"] = "Inside"
    inner.set_content("The words inside.\n")
    mail.add_attachment(inner, filename="inside.eml")
    return mail.as_bytes()


MIXED = (
    raw_letter(1),
    raw_letter(2, "x" * 40_000 + "\n"),
    in_two_writings(),
    invitation(),
    forwarded(),
    enclosed(),
    with_file("application/pdf", "letter.pdf"),
    with_file("application/pdf", "Lebenslauf Müller.pdf"),
    with_file("application/octet-stream", "letter.bin", disposition="inline"),
    HEAD + b"\r\nWords without a type.\r\n",
    HEAD + b"Content-Type: application/pdf; name=alone.pdf\r\n\r\nJVBER\r\n",
    HEAD + b"Content-Type: text/plain\r\nContent-Disposition:\r\n attachment; filename=n.txt\r\n\r\nA file.\r\n",
)


def mails(raws: Sequence[bytes]) -> list[tuple[bytes, datetime]]:
    return [(raw, START + timedelta(hours=number)) for number, raw in enumerate(raws)]


@pytest.mark.parametrize("raw", [raw_letter(1), in_two_writings(), HEAD + b"\r\nWords.\r\n"])
def test_mail_of_texts_alone_holds_no_file(raw: bytes) -> None:
    assert holds_no_file(raw)


@pytest.mark.parametrize(
    "raw",
    [
        *MIXED[3:9],
        *MIXED[10:],
        b"\r\nNo header at all.\r\n",
        b"Subject: no end",
        HEAD + b"content-type : image/png\r\n\r\n",
        HEAD + b"CONTENT-TYPE:\r\n\t(why not) application/pdf\r\n\r\n",
        HEAD + b"Content-Type: multipart/digest; boundary=x\r\n\r\n",
    ],
)
def test_in_doubt_the_outline_is_asked_for(raw: bytes) -> None:
    assert not holds_no_file(raw)


def test_many_mails_come_as_each_comes_alone(box: Box) -> None:
    assert len(MIXED) >= MANY
    uids = box.put("INBOX", mails(MIXED))

    with open_mailbox(box.account, box.password) as mailbox:
        mailbox.examine("INBOX")
        together = list(mailbox.fetch(uids))
        alone = [message for uid in uids for message in mailbox.fetch([uid])]

    assert together == alone
    assert together[0] == Fetched(uids[0], MIXED[0], START, len(MIXED[0]))
    assert ("letter.pdf",) in [message.attachments for message in together]


def test_uids_with_gaps_come_in_their_order(box: Box) -> None:
    uids = box.put("INBOX", letters(*range(1, 2 * MANY + 1)))[::2]

    with open_mailbox(box.account, box.password) as mailbox:
        mailbox.examine("INBOX")
        assert [message.uid for message in mailbox.fetch(uids)] == list(uids)


def test_what_is_large_never_travels_whole(box: Box) -> None:
    uids = box.put("INBOX", mails([invitation(b"\0" * 300_000)] * MANY))

    with FaultProxy(box.plain_port) as proxy:
        with open_mailbox(box.through(proxy.port), box.password) as mailbox:
            mailbox.examine("INBOX")
            fetched = list(mailbox.fetch(uids))
        assert proxy.received < MANY * 5_000

    assert all(message.attachments for message in fetched)


def hello(line: bytes) -> bytes:
    """Messages whose outlines are in order, on a server that knows little else."""
    if b"SMALLER" in line:
        return b"BAD what is that"
    structure = b'("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5 1 NIL NIL NIL NIL)'
    part = b"BODY[TEXT]<0> {2}\r\nHi" if b"[TEXT]" in line else b"BODY[HEADER]<0> {12}\r\nSubject: a\r\n"
    return b"".join(
        b"* %d FETCH (UID %d RFC822.SIZE 50 BODYSTRUCTURE %s %s)\r\n" % (uid, uid, structure, part)
        for uid in range(1, MANY + 1)
    )


def test_a_server_that_does_not_search_by_size_is_asked_for_outlines() -> None:
    examined = b"* 10 EXISTS\r\n* OK [UIDVALIDITY 3] ok\r\n* OK [UIDNEXT 11] ok\r\n"
    with (
        scripted(b"* OK ready\r\n", {b"EXAMINE": examined, b"UID": hello}) as (port, heard),
        open_mailbox(account("user", port, Security.PLAIN), PASSWORD) as mailbox,
    ):
        mailbox.examine("INBOX")
        fetched = list(mailbox.fetch(range(1, MANY + 1)))

    assert [message.raw for message in fetched] == [b"Subject: a\r\n\r\nHi"] * MANY
    assert not [line for line in heard if b"BODY.PEEK[]" in line]
    assert replace(fetched[0], uid=2) == fetched[1]
