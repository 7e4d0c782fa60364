"""What a display name, slug or phrase says about an employer's name: noise taken off, people and vendors told apart."""

import re

from classify.folding import folded
from classify.names import company_key
from classify.nametables import (
    DEPARTMENT_WORDS,
    FIRST_NAMES,
    LEGAL_ENDINGS,
    NO_EMPLOYERS,
    NO_LAST_WORDS,
    NOISE_WORDS,
    SLUG_ENDINGS,
    VENDORS,
)
from ingest.sender_tables import PLATFORMS

_VENDOR_KEYS = frozenset(company_key(name) for name in (*VENDORS, *(entry[0] for entry in PLATFORMS.values())))
_BOARD_KEYS = frozenset(("linkedin", "indeed", "xing", "stepstone", "ziprecruiter", "glassdoor", "seek", "hackerrank"))
_TITLES = frozenset("dr prof mr mrs ms miss mx sir herr frau m mme mlle sr sra srta dipl ing rev fr".split())
_SEPARATORS = re.compile(
    r"\s+[-–—|/·•:]\s+|\s*[|,;]\s+|\s+@\s*|\s+(?:at|from|via|über|vía|a través de|bei|von|chez|"
    r"de parte de|on behalf of)\s+"
)
DATED = re.compile(
    r"(?: (?:in|on|by|since|until|im|am|seit|bis|en|le|depuis|el|desde))+ (?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December|\w+day|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|\w+tag|"
    r"Mittwoch)\b.*$"
)
"""A date behind a name: "at Northolme Council in September"."""
_FOR = re.compile(r"\s+for\s+")
OFFICE = re.compile(
    r"^(?:(?:departamento|[áa]rea|service|[ée]quipe|direction|p[ôo]le|d[ée]partement|oficina|equipo|direcci[óo]n|"
    r"gerencia|abteilung|team|leitung|responsable|jef[ea]) (?:de la |de los |de |des |du |der |d['’])?)?"
    r"(?:recursos humanos|rr\.? ?hh\.?|selecci[óo]n|reclutamiento|talento(?: humano)?|gesti[óo]n de personas|personas|"
    r"(?:des )?ressources humaines|d?rh|recrutement|personalabteilung|personalwesen|personalleitung|personalb[üu]ro|"
    r"personalgewinnung|personalmanagement|personalreferat|personaldienst|personalservice|personal|recruiting|"
    r"bewerbermanagement|human resources|hr)(?: team|-team|abteilung)?"
    r"(?: (?:de|del|du|des|la|los|las|le|les|el|der|von|bei|chez|en|at|of|the)(?= )| d['’])+\s*",
    re.IGNORECASE,
)
"""The department in front of the house: "Recursos Humanos de", "Service RH de la", "Personalabteilung der"."""
_DATIVE = re.compile(
    r"[^\W\d_]{0,40}(?:werken|betrieben|diensten|heimen|h[äa]usern|b[äa]dern|m[äa]rkten|maltesern|johannitern|"
    r"samaritern|br[üu]dern|theatern|meistern|verlagen|gesellschaftern|h[öo]fen)",
    re.IGNORECASE,
)
_DATIVE_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][^\W\d_]*(?:ischen|ichen|igten|igen)")
_GENITIVE = re.compile(
    r"(?:(?<=um)s|(?<=haus)es|(?<=institut)s|(?<=verlag)e?s|(?<=verein)s|(?<=theater)s|(?<=werk)e?s)$", re.IGNORECASE
)
_NAMES_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")


def is_vendor(name: str) -> bool:
    """Whether this is a tracking system, test platform, scheduler or board (``domain.md`` §3.3 no. 25)."""
    first = company_key(name.split()[0]) if name.split() else ""
    return company_key(name) in _VENDOR_KEYS or first in _BOARD_KEYS


def is_persons_name(name: str, local: str = "") -> bool:
    """Whether ``name`` looks like one person's: a known first name, initials, a title, or the address repeats it."""
    words = [word.strip(".,'") for word in name.split() if word.strip(".,'")]
    plain = [word for word in words if word.lower() not in _TITLES]
    if len(words) > len(plain) and plain:
        return True
    if not 1 <= len(plain) <= 4 or any(word.lower() in _NOT_PERSONS for word in plain):
        return False
    if not all(map(_NAMES_WORD.fullmatch, plain)):
        return False
    first = re.split(r"[-'’]", plain[0].lower())[0]
    if first in FIRST_NAMES or (_INITIALS.fullmatch(plain[0]) and len(plain) == 2 and len(plain[0]) == 1):
        return True
    letters = re.sub(r"[^a-z]", "", local.lower())
    if len(plain) < 2 or len(letters) < 3 or (len(plain) > 2 and letters == first):
        return False
    return letters in _spellings(plain)


def _spellings(words: list[str]) -> frozenset[str]:
    """How a name is usually written in an address."""
    words = [folded(word, "en") for word in words]
    first, last = words[0], words[-1]
    initials = "".join(word[0] for word in words[:-1])
    return frozenset(
        {initials + last[:1], initials + last, first, last, first + last}
        | {first[:1] + last, first + last[:1], last + first, last + first[:1]}
    )


def candidates_of(display: str) -> list[str]:
    """The employers' names a display name may hold, likeliest first: "Annelise from Gullholm Wind" gives one."""
    inner = re.findall(r"\(([^()a-z][^()]*)\)", display)
    outside = re.sub(r"\([^()]*\)", " ", display).strip("\"' ")
    parts = [piece for part in _SEPARATORS.split(outside) if part for piece in _without_office(part)]
    bare = [without_noise(part) for part in (*reversed(parts), *inner)]
    return [name for name in bare if is_name(name)]


def _without_office(part: str) -> list[str]:
    """ "Talent Team for Gullholm Wind" in two; "Institute for Cancer Biology" is one name."""
    office, *rest = _FOR.split(part, 1)
    words = [bare_word(word) for word in office.split()]
    return (
        [office, *rest] if rest and all(word in DEPARTMENT_WORDS or word in NOISE_WORDS for word in words) else [part]
    )


def without_noise(name: str) -> str:
    """The name without "Careers", "Talent Acquisition", "no reply", "Workday Notification" and the like."""
    words = OFFICE.sub("", name).split()
    while words and bare_word(words[-1]) in NOISE_WORDS:
        words.pop()
    while words and bare_word(words[0]) in NOISE_WORDS and not (len(words) > 1 and bare_word(words[0]) == "the"):
        words.pop(0)
    return " ".join(words).strip(" ,;:-–|@\"'")


def nominative(name: str) -> str:
    """A German name as it is in a heading: "(bei den) Stadtwerken Auental", "(des) Klinikums Auental"."""
    first, space, rest = name.partition(" ")
    if space and _DATIVE_ADJECTIVE.fullmatch(first) and _DATIVE.fullmatch(rest.split()[0]):
        return f"{first[:-1]} {nominative(rest)}"
    if _DATIVE.fullmatch(first):
        return f"{first[:-1]}{space}{rest}"
    return f"{_GENITIVE.sub('', first)}{space}{rest}"


def is_name(name: str) -> bool:
    """Whether something is left that can be an employer's name."""
    words = [bare_word(word) for word in name.split()]
    if not words or len(name) < 2 or len(words) > 8 or is_vendor(name) or not any(sign.isalpha() for sign in name):
        return False
    if words[-1] in NO_LAST_WORDS:
        return False
    return not all(word in _NO_NAMES or word.isdigit() for word in words)


def bare_word(word: str) -> str:
    """The word in small letters, without the signs around it."""
    return word.lower().strip(".,:;()\"'’`-")


_NO_NAMES = NOISE_WORDS | DEPARTMENT_WORDS | NO_EMPLOYERS
_NOT_PERSONS = NOISE_WORDS | DEPARTMENT_WORDS | LEGAL_ENDINGS | frozenset(SLUG_ENDINGS)
