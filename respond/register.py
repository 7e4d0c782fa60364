"""How to address someone: their name as they give it, and first name or full name as they do it themselves.

A gender is never guessed, so there is no Ms or Mr: the full name stands in their place (``domain.md`` §2.4). German,
French and Spanish also tell du from Sie; du, tu and tú are for those who use them and first names (§3.6).
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
    r"sincerely|yours|all the best|talk soon|speak soon|see you( soon)?|"
    r"((viele|liebe|beste|herzliche|schöne|freundliche|mit \w+) )?grü(ß|ss)en?|gruß|lg|vg|bis bald|danke|vielen dank|"
    r"(bien )?cordialement|bien à (toi|vous)|à bientôt|amicalement|bonne journée|merci|"
    r"(un )?(cordial )?saludos?( cordial(es)?)?|un abrazo|atentamente|gracias)[,.!]?$",
    re.IGNORECASE,
)
_HELLO = re.compile(
    r"^(?P<hello>hi|hey|hello|dear|good (?:morning|afternoon|day)|hallo|guten (?:tag|morgen|abend)|moin|"
    r"servus|liebe[rs]?|bonjour|bonsoir|salut|ch(?:er|ère)|hola|buen[oa]s? (?:días?|tardes|noches)|estimad[oa]|"
    r"querid[oa])"
    r"[ ,]+(?P<called>[^\n,!:]{1,60})[,!:]?",
    re.IGNORECASE,
)
_OWN_GREETINGS = {
    "en": re.compile(r"(dear|hi|hello|good (?:morning|afternoon)) [^,.!?;:]{2,50}[,.!]?", re.IGNORECASE),
    "de": re.compile(
        r"(hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin) (?!damen)[^.!?;:]{2,60}[,.!]?", re.I
    ),
    "fr": re.compile(
        r"(bonjour|bonsoir|salut|ch(?:er|ère)|madame|monsieur),? (?!(?:madame, )?monsieur,?$)[^.!?;:]{2,60}[,.!]?",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(hola|buen[oa]s? (?:días?|tardes)|estimad[oa]|querid[oa]),? [^.!?;:]{2,60}[,.!:]?", re.IGNORECASE
    ),
}
_STIFF = re.compile(r"\b(sehr geehrte|frau|herr|madame|monsieur|estimad[oa]|señora?|sra?|usted)\b", re.IGNORECASE)
_FAMILIAR = {
    "de": re.compile(r"\b(du|dir|dich|dein(e[mnrs]?)?|euch|euer|eure[mnrs]?)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(tu|te|toi|ta|tes)\b|\bt['’]\w", re.IGNORECASE),
    "es": re.compile(
        r"\b(tú|te|ti|tu|tus|contigo|tienes|puedes|podrías|quieres|estás|prefieres|has|eres)\b", re.IGNORECASE
    ),
}
_POLITE = {
    "de": re.compile(r"\b(Sie|Ihnen|Ihr(e[mnrs]?)?)\b"),
    "fr": re.compile(r"\b(vous|votre|vos)\b", re.IGNORECASE),
    "es": re.compile(r"\b(usted(es)?|les?|sus?)\b", re.IGNORECASE),
}


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


def tells_apart(language: str) -> bool:
    """Whether the language has a familiar and a polite "you" that heardback can tell apart."""
    return language in _FAMILIAR


def is_informal(message: Message, name: Name, person: str, language: str) -> bool | None:
    """Whether ``message`` says du, tu or tú and uses first names; None where it says "you" in neither way.

    Polite wins a draw: du to someone who says Sie is the worse mistake.
    """
    familiar = len(_FAMILIAR[language].findall(message.text))
    polite = len(_POLITE[language].findall(message.text))
    if not familiar and not polite:
        return None
    return familiar > polite and tone_of(message, name, person) is not Tone.FULL


def own_greeting(line: str, language: str, *, informal: bool) -> str:
    """A greeting the person wrote, as it may be used again in ``language``; empty where ``line`` is none that fits."""
    known = _OWN_GREETINGS.get(language)
    if known is None or not known.fullmatch(line) or (informal and _STIFF.search(line)):
        return ""
    end = ":" if language == "es" and not line.endswith(",") else ","
    return line.rstrip(",.!:") + end


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
            return (match["hello"].casefold(), match["called"].strip()) if match else ("", "")
    return ("", "")
