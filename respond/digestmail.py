"""The digest as a mail: plain text, HTML that holds in mail programs, and its picture. It loads nothing from elsewhere
and links only home, to pages that show and do nothing."""

from base64 import b64encode
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from respond.digest import Digest
from respond.digestpicture import HEIGHT, drawn
from respond.draftmail import MAIL_POLICY, header_address, safe_field
from respond.language import TEMPLATES
from respond.situation import Person
from store.records import Address

MARK_HEADER = "X-Heardback-Digest"


def digest_mail(digest: Digest, person: Person, *, message_id: str, now: datetime) -> bytes:
    """The digest from the person to themselves, as bytes with CRLF line ends; ``now`` (aware) becomes its Date.

    Raises:
        UnsafeFieldError: a header field holds a line break, or the person's address is none.
    """
    mail = EmailMessage(policy=MAIL_POLICY)
    own = header_address("From", Address(person.name, person.address))
    mail["From"] = own
    mail["To"] = own
    mail["Subject"] = safe_field("Subject", digest.subject)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = safe_field("Message-ID", message_id)
    # RFC 3834 §5: so that no answering machine replies, and our own reading passes it over.
    mail["Auto-Submitted"] = "auto-generated"
    mail[MARK_HEADER] = "weekly"
    mail.set_content(digest_text(digest), charset="utf-8", cte="quoted-printable")
    # RFC 2392: the picture is named by an identifier of its own, derived from that of the mail.
    cid = f"weeks.{message_id.strip('<>')}"
    html = digest_html(digest, picture_at=f"cid:{cid}")
    mail.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")
    if digest.picture is not None:
        *_, page = mail.iter_parts()
        assert isinstance(page, EmailMessage)
        png = drawn(digest.picture)
        page.add_related(png, "image", "png", cid=f"<{cid}>", disposition="inline", filename="weeks.png")
    return mail.as_bytes()


def digest_text(digest: Digest) -> str:
    """The digest as plain text, wrapped at 72 characters."""
    return _environment(escape=False).get_template("digest/digest.txt.j2").render(digest=digest).strip() + "\n"


def digest_html(digest: Digest, *, picture_at: str = "") -> str:
    """The digest as HTML: tables and inline styles, escaped, light and dark.

    The picture is named by ``picture_at``; without it, it lies in the page itself, for a browser.
    """
    if not picture_at and digest.picture is not None:
        picture_at = f"data:image/png;base64,{b64encode(drawn(digest.picture)).decode('ascii')}"
    template = _environment(escape=True).get_template("digest/digest.html.j2")
    return template.render(digest=digest, picture_at=picture_at, picture_height=HEIGHT).strip() + "\n"


@cache
def _environment(*, escape: bool) -> Environment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=escape,
        trim_blocks=True,
        lstrip_blocks=True,
    )
