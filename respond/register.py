"""How to address someone: their name as they give it, and first name or full name as they do it themselves.

A gender is never guessed, so there is no Ms or Mr: the full name stands in their place (``domain.md`` §2.4).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from store.records import Address, Message

_NOT_A_PERSON = re.compile(
    r"\b(team|talent|recruit\w*|hiring|careers?|jobs?|hr|human resources|people (ops|operations|team)|office|staffing|"
    r"no.?reply|do not reply|notifications?|system|support|admin|info|contact|acquisition|application\w*|candidates?|"
    r"bewerb\w*|personal(abteilung)?|karriere|recrutement|rrhh|workday|linkedin|indeed|calendly|university|group|"
    r"gmbh|inc|ltd|llc|ag|plc|corp|company|mailer|postmaster|service|desk|noreply)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*([(\[|/@]|\s[-–—]\s|\b(via|from|at|of|von|de chez|bei)\b\s).*$", re.IGNORECASE)
_TITLES = re.compile(r"^((dr|prof|mr|mrs|ms|mx|herr|frau|mme|m|dipl\.?-?\w*)\.?\s+)+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*( [^\W\d_][\w.'’-]*){0,3}")
_SIGN_OFF = re.compile(
    r"^(best|best wishes|best regards|kind regards|warm regards|warmly|regards|cheers|thanks|thank you|many thanks|"
    r"sincerely|yours|all the best|talk soon|speak soon|see you( soon)?)[,.!]?$",
    re.IGNORECASE,
)
_HELLO = re.compile(r"^(hi|hey|hello|dear|good (morning|afternoon|day))[ ,]+([^\n,!:]{1,60})[,!:]?", re.IGNORECASE)


class Tone(StrEnum):
    """The register of a mail to the person."""

    FIRST = "first"
    FIRST_FORMAL = "first_formal"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it stands in greetings; ``first`` alone where no more is known."""

    full: str
    first: str


def name_of(address: Address, company: str = "") -> Name | None:
    """The person's name in a display name, or None where it names a team, a system, ``company`` itself or nobody.

    "Whitfield, Dana", "Dana Whitfield (Northwind)" and "Dana from Northwind" are all Dana.
    """
    text = " ".join(address.name.replace('"', " ").split())
    text = _TAIL.sub("", text).strip(" '")
    last, comma, first = text.partition(",")
    turned_round = comma and first.strip() and " " not in first.strip()
    text = _TITLES.sub("", f"{first.strip()} {last.strip()}" if turned_round else last.strip())
    if not text or "@" in text or _NOT_A_PERSON.search(text) or not _NAME.fullmatch(text):
        return None
    house = company.casefold()
    if house and (text.casefold() in house or house in text.casefold()):
        return None
    if text.isupper() and " " in text:
        text = text.title()
    return Name(full=text, first=text.split()[0])


def tone_of(message: Message, name: Name, person: str) -> Tone:
    """The register in which ``message`` speaks to ``person``, so that the answer mirrors it.

    Signing with the first name alone, or greeting the person by theirs, is first-name register; "Dear" keeps its
    formality.
    """
    hello, called = _greeting(message.text)
    by_first = bool(person) and called.casefold() == person.split()[0].casefold()
    if by_first and hello == "dear":
        return Tone.FIRST_FORMAL
    if by_first or signs_with_first_name(message, name):
        return Tone.FIRST
    return Tone.FULL


def signs_with_first_name(message: Message, name: Name) -> bool:
    """Whether the mail ends in the sender's first name alone."""
    lines = [line.strip(" ,.-–—") for line in message.text.splitlines() if line.strip()]
    signature = [line.strip(" ,.-–—") for line in message.signature.splitlines() if line.strip(" -–—")]
    first = name.first.casefold()
    if lines and lines[-1].casefold() == first:
        return True
    after = [line for line in signature if not _SIGN_OFF.match(line)]
    return bool(after) and after[0].casefold() == first


def _greeting(text: str) -> tuple[str, str]:
    for line in text.splitlines():
        if line.strip():
            match = _HELLO.match(line.strip())
            return (match[1].casefold(), match[3].strip()) if match else ("", "")
    return ("", "")
