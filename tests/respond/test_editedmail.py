"""A draft is read back as mail programs save it: flowed, wrapped anew, in HTML alone, with files and further people."""

from email.message import EmailMessage

import pytest

from respond.draftmail import mail_of
from respond.editedmail import fingerprint_of, paragraphs, read_edited
from store.errors import PermanentError
from store.noted import Draft
from store.records import Address
from tests.respond.builders import NOW

HEAD = b"To: dana@northwind.example\r\nSubject: Re: Talk\r\nMessage-ID: <x@program.example>\r\n"
APPLE = (
    b'Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><meta http-equiv="Content-Type"></head>'
    b'<body style="overflow-wrap: break-word;">Hi Dana,<div><br></div><div>Tuesday suits me&nbsp;well \xe2\x80\x93 '
    b"thank you.</div><div><br></div><div>Best wishes,</div><div>Alex Morgan</div></body></html>\r\n"
)
OUTLOOK = (
    b'Content-Type: text/html; charset="iso-8859-1"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    b'<html xmlns:o=3D"urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head>'
    b"<body lang=3DEN-GB><div class=3DWordSection1><p class=3DMsoNormal>Hi Dana,</p><p class=3DMsoNormal><o:p>&nbsp;"
    b"</o:p></p><p class=3DMsoNormal>Tuesday suits me well &#8211; thank you.<o:p></o:p></p><p class=3DMsoNormal>"
    b"<o:p>&nbsp;</o:p></p><p class=3DMsoNormal>Best wishes,<br>Alex Morgan</p></div></body></html>\r\n"
)
WORDS = "Hi Dana, Tuesday suits me well – thank you. Best wishes, Alex Morgan"


def test_what_heardback_writes_comes_back_as_it_was(draft: Draft) -> None:
    found = read_edited(mail_of(draft, now=NOW))

    assert (found.subject, found.body, found.to, found.beyond) == (draft.subject, draft.body, draft.to, "")
    assert found.message_id == draft.message_id


@pytest.mark.parametrize("part", [APPLE, OUTLOOK], ids=["Apple Mail", "Outlook"])
def test_a_draft_saved_as_html_only_is_read_as_text(part: bytes) -> None:
    found = read_edited(HEAD + part)

    assert found.body.replace("\xa0", " ").split() == WORDS.split()
    assert found.beyond == ""


def test_the_plain_part_is_read_where_there_are_two() -> None:
    mail = EmailMessage()
    mail["To"], mail["Subject"] = "dana@northwind.example", "Re: Talk"
    mail.set_content("Hi Dana,\n\nplain.\n")
    mail.add_alternative("<p>Hi Dana,</p><p>rich.</p>", subtype="html")

    assert read_edited(mail.as_bytes()).body == "Hi Dana,\n\nplain.\n"


def test_a_flowed_draft_loses_its_soft_breaks() -> None:
    part = b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nOne long \r\nline.\r\n\r\n-- \r\nAlex\r\n"

    found = read_edited(HEAD + part)

    assert found.body == "One long line.\n\n-- \nAlex\n"
    assert (found.subject, found.to, found.message_id) == (
        "Re: Talk",
        Address("", "dana@northwind.example"),
        "<x@program.example>",
    )


def test_wrapping_the_lines_anew_is_no_edit_and_a_new_paragraph_is_one() -> None:
    one = fingerprint_of("Re: Talk", "A sentence that is long.\n\nAnother.\n", "dana@northwind.example", "")

    assert one == fingerprint_of("Re:  Talk", "A sentence\nthat is long. \n\n\nAnother.", "Dana@Northwind.example", "")
    assert one != fingerprint_of("Re: Talk", "A sentence.\n\nthat is long.\n\nAnother.", "dana@northwind.example", "")
    assert paragraphs("a\nb\n\n \nc\n") == "a b\n\nc"


@pytest.mark.parametrize(
    ("field", "value", "beyond"),
    [
        ("Cc", "Kim <kim@northwind.example>", "another recipient"),
        ("Bcc", "alex@morgan.example", "another recipient"),
        ("X-Priority", "1", ""),
    ],
)
def test_further_recipients_are_noticed(draft: Draft, field: str, value: str, beyond: str) -> None:
    raw = f"{field}: {value}\r\n".encode() + mail_of(draft, now=NOW)

    assert read_edited(raw).beyond == beyond


def test_a_file_is_noticed_and_a_logo_in_the_signature_is_none() -> None:
    mail = EmailMessage()
    mail["To"], mail["Subject"] = "dana@northwind.example", "Re: Talk"
    mail.set_content("Hi Dana,\n\nhere it is.\n")
    mail.add_alternative('<p>Hi Dana,</p><img src="cid:logo">', subtype="html")
    mail.get_payload()[1].add_related(b"GIF89a", "image", "gif", cid="<logo>")
    assert read_edited(mail.as_bytes()).beyond == ""

    mail.make_mixed()
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="CV.pdf")
    assert read_edited(mail.as_bytes()).beyond == "an attachment"


def test_a_draft_without_any_text_is_refused_with_the_remedy() -> None:
    with pytest.raises(PermanentError, match="plain text"):
        read_edited(b"To: dana@northwind.example\r\nContent-Type: image/png\r\n\r\nabc")


def test_an_unknown_charset_is_read_as_well_as_can_be() -> None:
    part = b"Content-Type: text/plain; charset=x-unknown\r\n\r\nGr\xc3\xbc\xc3\x9fe\r\n"

    assert read_edited(HEAD + part).body == "Grüße\n"
