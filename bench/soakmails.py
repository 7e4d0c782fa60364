"""The mail of the soak: invented employers who write, answer, refuse or stay silent, among ordinary mail."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

_FIRST = "Ash Bright Corn Dun Elm Fen Glen Harrow Iver Kings Lang Mar Nether Oak Pen Quarn Rush Stan Thorn Wal".split()
_SECOND = "bury combe dale field gate holme lake mere stead wick ford ley ton worth by".split()
_KIND = "Theatre Pottery Hospital Bakery School Press Energy Museum Library Orchestra Brewery".split()
_PERSON = "Kim Robin Alex Jo Sasha Pat Lee Chris Noor".split()
_FAMILY = "Alder Birch Cedar Hazel Linden Maple Rowan Willow".split()
_ROLE = "Museum Coordinator;Office Manager;Data Analyst;Stage Technician;Press Officer;Archivist".split(";")

_REFUSED = """Dear Sam,

Thank you for coming to talk to us about the {role} role at {employer}. We have decided to go with another candidate.

Best wishes,
{person}
{employer}
"""
_INVITED = """Dear Sam,

Thank you for applying for the {role} role at {employer}. We would like to invite you to an interview by video next
week. Which times would suit you?

Kind regards,
{person}
{employer}
"""
_RECEIVED = """Dear Sam,

Thank you for your application for the role of {role} at {employer}. We have received it and will review it carefully.

Kind regards,
{person}
{employer}
"""
_ORDINARY = """Hello Sam,

the beans are up at last, and there are far too many of them. Shall I bring you a basket on Thursday?

{person}
"""
_SUBJECTS = {
    _REFUSED: "Your application as {role}",
    _INVITED: "Interview for {role} at {employer}",
    _RECEIVED: "We have received your application as {role}",
    _ORDINARY: "Beans from the garden",
}
_ORDER = (_RECEIVED, _REFUSED, _ORDINARY, _INVITED, _REFUSED)
LARGE_EVERY = 12
"""Now and then one is so large that it is read in a process of its own."""


def letter(number: int, me: str, at: datetime) -> bytes:
    """Mail number so and so, of this moment."""
    text = _ORDER[number % len(_ORDER)]
    names = {
        "employer": f"{_FIRST[number % 20]}{_SECOND[number // 20 % 15]} {_KIND[number % 11]}",
        "person": f"{_PERSON[number % 9]} {_FAMILY[number % 8]}",
        "role": _ROLE[number % 6],
    }
    mailbox = names["person"].lower().replace(" ", ".")
    domain = "garden" if text == _ORDINARY else names["employer"].lower().replace(" ", "-")
    made = EmailMessage()
    made["From"] = f"{names['person']} <{mailbox}@{domain}.example>"
    made["To"] = f"Sam Reed <{me}>"
    made["Subject"] = _SUBJECTS[text].format(**names)
    made["Date"] = format_datetime(at)
    made["Message-ID"] = f"<soak.{number}@mail.example>"
    made.set_content(text.format(**names))
    if number % LARGE_EVERY == LARGE_EVERY - 1:
        rows = "<tr><td>a</td></tr>\n" * 9_000
        made.add_alternative(f"<html><body><p>As above.</p><table>{rows}</table></body></html>", subtype="html")
    return made.as_bytes(policy=SMTP)
