"""The SMTP sink itself: that it insists, refuses and hands on as it is told."""

import smtplib
import ssl

import pytest

from ingest.imap import open_mailbox
from tests.ingest.samples import raw_letter
from tests.servers.boxes import Box
from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.smtpsink import SmtpSink

USERS = {"jo@home.example": "correct horse"}
ADA = "ada@brook.example"


def test_it_keeps_what_it_takes(smtp_sink: SmtpSink) -> None:
    with smtplib.SMTP("127.0.0.1", smtp_sink.port) as client:
        client.sendmail("jo@home.example", [ADA], raw_letter(1))

    (taken,) = smtp_sink.taken
    assert (taken.sender, taken.recipients, taken.private) == ("jo@home.example", (ADA,), False)
    assert taken.raw == raw_letter(1)


def test_it_refuses_as_scripted(smtp_sink: SmtpSink) -> None:
    smtp_sink.script.recipients[ADA] = "550 5.1.1 no such user"

    with smtplib.SMTP("127.0.0.1", smtp_sink.port) as client, pytest.raises(smtplib.SMTPRecipientsRefused):
        client.sendmail("jo@home.example", [ADA], raw_letter(1))
    assert smtp_sink.taken == []


def test_it_takes_a_mail_and_drops_the_line_before_saying_so(smtp_sink: SmtpSink) -> None:
    smtp_sink.script.drop_after_data = True

    with pytest.raises(smtplib.SMTPServerDisconnected):
        smtplib.SMTP("127.0.0.1", smtp_sink.port).sendmail("jo@home.example", [ADA], raw_letter(1))
    assert len(smtp_sink.taken) == 1


@pytest.mark.parametrize("implicit", [False, True], ids=["STARTTLS", "TLS"])
def test_it_signs_in_over_a_private_line(certificates: Certificates, implicit: bool) -> None:
    trust = ssl.create_default_context(cafile=certificates.authority)
    with SmtpSink(users=USERS, certificates=certificates, implicit=implicit) as sink:
        client = smtplib.SMTP_SSL("localhost", sink.port, context=trust) if implicit else starttls(sink, trust)
        with client:
            with pytest.raises(smtplib.SMTPAuthenticationError):
                client.login("jo@home.example", "wrong")
            client.login("jo@home.example", "correct horse")
            client.sendmail("jo@home.example", [ADA], raw_letter(1))

    assert [(taken.user, taken.private) for taken in sink.taken] == [("jo@home.example", True)]


def starttls(sink: SmtpSink, trust: ssl.SSLContext) -> smtplib.SMTP:
    client = smtplib.SMTP("localhost", sink.port)
    client.starttls(context=trust)
    return client


def test_it_hands_mail_on_to_a_mailbox(dovecot: Dovecot, dovecot_box: Box) -> None:
    user = dovecot_box.account.username
    with SmtpSink(lmtp_port=dovecot.lmtp_port) as sink, smtplib.SMTP("127.0.0.1", sink.port) as client:
        client.sendmail("jo@home.example", [user], raw_letter(1))

    with open_mailbox(dovecot_box.account, dovecot_box.password) as mailbox:
        assert len(mailbox.find("INBOX", "<letter-1@brook.example>")) == 1
