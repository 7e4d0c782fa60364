"""What a display name, slug or phrase says about an employer's name: noise taken off, people and vendors told apart."""

import re
from functools import lru_cache

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
from ingest.senders import registered_domain
from store.records import Address

_VENDOR_KEYS = frozenset(company_key(name) for name in (*VENDORS, *(entry[0] for entry in PLATFORMS.values())))
_WORD = r"(?:St\.(?= )|[^\W\d_a-zß-öø-ÿ](?:[\w'’&+-]|\.(?=\w))*)"
_RUN = re.compile(
    rf"{_WORD}(?: (?:(?:&|\+|and|of|for|the|de|du|des|la|le|del|der|für|und|et|y|von|zu|in) ){{0,2}}"
    rf"(?:[ld]['’])?{_WORD}){{0,6}}"
)
_BOARD_KEYS = frozenset(("linkedin", "indeed", "xing", "stepstone", "ziprecruiter", "glassdoor", "seek", "hackerrank"))
_JOB_SUFFIX = re.compile(r"[-_](?:hr|jobs?|careers?|talent|karriere|rh|empleo|hiring|mail|email|team|people)$")
_TITLES = frozenset("dr prof mr mrs ms miss mx sir herr frau m mme mlle sr sra srta dipl ing rev fr".split())
_SEPARATORS = re.compile(
    r"\s+[-–—|/·•:]\s+|\s*[|,;]\s+|\s+@\s*|\s+(?:at|from|via|über|vía|a través de|bei|von|chez|"
    r"de parte de|on behalf of)\s+"
)
_LINKING = frozenset("of the and & for de des du la le les el der die das und von & y et".split())
_BEFORE_NAMES = frozenset(
    "of the and & de your my our dear hello hi re welcome thanks thank application interview at with from for offer "
    "desde en con seit bei chez from "
    "angebot kennenlernen bewerbung einladung termin gespräch candidature entretien offre candidatura entrevista "
    "oferta".split()
)
DATED = re.compile(
    r"(?: (?:in|on|by|since|until|im|am|seit|bis|en|le|depuis|el|desde))+ (?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December|\w+day|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|\w+tag|"
    r"Mittwoch)\b.*$"
)
"""A date behind a name: "at Northolme Council in September"."""
_FOR = re.compile(r"\s+for\s+")
_OFFICE = re.compile(
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
_WORD_ENDS = re.compile(r"[\s/-]+(?:[ldLD]['’])?")
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
    if any(not re.fullmatch(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", word) for word in plain):
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
    words = [_bare(word) for word in office.split()]
    return (
        [office, *rest] if rest and all(word in DEPARTMENT_WORDS or word in NOISE_WORDS for word in words) else [part]
    )


def named_after(display: str, slug: str) -> str:
    """The part of a display name that the slug belongs to, departments and first names before it left out; else ""."""
    words = display.split()
    pieces = {piece for piece in re.split(r"[-_.]", slug.lower()) if len(piece) >= 5}
    for start in range(len(words)):
        first = _bare(words[start])
        if first == "the" and relates(" ".join(words[start:]), slug):
            return " ".join(words[start:])
        if start + 1 < len(words) and (first in DEPARTMENT_WORDS or first in FIRST_NAMES or first in _LINKING):
            continue
        name = " ".join(words[start:])
        return name if relates(name, slug) or pieces & {flattened(word) for word in words[start:]} else ""
    return ""


def without_noise(name: str) -> str:
    """The name without "Careers", "Talent Acquisition", "no reply", "Workday Notification" and the like."""
    words = _OFFICE.sub("", name).split()
    while words and _bare(words[-1]) in NOISE_WORDS:
        words.pop()
    while words and _bare(words[0]) in NOISE_WORDS and not (len(words) > 1 and _bare(words[0]) == "the"):
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
    words = [_bare(word) for word in name.split()]
    if not words or len(name) < 2 or len(words) > 8 or is_vendor(name) or not any(sign.isalpha() for sign in name):
        return False
    if words[-1] in NO_LAST_WORDS:
        return False
    return not all(word in _NO_NAMES or word.isdigit() for word in words)


def _bare(word: str) -> str:
    return word.lower().strip(".,:;()\"'’`-")


def slug_of(address: Address) -> str:
    """The name part of the sender's own domain: ``people@mail.brightmoor-care.co.uk`` gives ``brightmoor-care``."""
    return _JOB_SUFFIX.sub("", registered_domain(address.domain).partition(".")[0])


def written_form(slug: str, *texts: str) -> str:
    """The slug as a name: as the mail itself writes it where it does, else prettified."""
    found = [name for text in texts for name in _written(slug, text)]
    return _uninflected(max(found, key=len, default=""), slug) or prettified(slug)


def _uninflected(name: str, slug: str) -> str:
    """The name without a German case ending that its domain lacks: "bei den Stadtwerken Auental"."""
    words = name.split()
    for index, word in enumerate(words):
        for ending in ("n", "en", "s", "es"):
            bare = " ".join((*words[:index], word.removesuffix(ending), *words[index + 1 :]))
            if bare != name and flattened(bare) == flattened(slug):
                return bare
    return name


def _written(slug: str, text: str) -> list[str]:
    """Capitalised runs of words that the slug stands for: "Sea View Rest Home" for ``seaviewresthome``."""
    found = []
    for run in _RUN.finditer(text):
        # Office, date and case endings only take away from a run, never the first two letters of a word that is left.
        if not _may_begin(run.group().split(), slug, letters=2):
            continue
        words = nominative(_OFFICE.sub("", DATED.sub("", run.group()))).split()
        if not _may_begin(words[:4], slug):
            continue
        for start in range(min(len(words), 3)):
            name = " ".join(words[start:]).rstrip(".,'’")
            if words[start].lower() not in _BEFORE_NAMES and relates(name, slug):
                found.append(re.sub(r"['’]s$", "", name))
                break
    return found


def _may_begin(words: list[str], slug: str, *, letters: int = 3) -> bool:
    """A quick look before the slow one: whether any word begins as some part of the slug does."""
    plain = f"-{slug}"
    return any(f"-{flattened(word)[:letters]}" in plain for word in words)


def named_in_local(local: str, text: str) -> str:
    """A name of several words in ``text`` that a free mail address is made of: "Osteria Toni" for ``toni.osteria``."""
    plain = flattened(local)
    for run in _RUN.finditer(text):
        words = run.group().rstrip(".,'’").split()
        for start in range(len(words) - 1):
            name = words[start : start + 3]
            while len(name) > 1 and not all(flattened(word) and flattened(word) in plain for word in name):
                name.pop()
            if len(name) > 1 and sum(map(len, name)) > 4 and not is_persons_name(" ".join(name), local):
                return " ".join(name)
    return ""


def relates(name: str, slug: str) -> bool:
    """Whether a slug stands for a name: the same, its beginning, its words or their beginnings put together.

    ``cedarflats-usd`` stands for "Cedar Flats Unified School District", ``univ-valmorency`` for "Université de
    Valmorency", ``lindqvistlabs`` for "Lindqvist Laboratories"; ``render`` does not stand for "Ender".
    """
    words = [flattened(word) for word in _WORD_ENDS.split(name)]
    words = [word for word in words if word]
    key, plain = "".join(words), flattened(slug)
    if not key or not plain:
        return False
    if key == plain or (len(plain) >= 4 and key.startswith(plain)):
        return True
    if plain.startswith(key):
        return len(key) >= 4 and len(key) * 10 >= len(plain) * 6
    pieces = [piece for piece in map(flattened, re.split(r"[-_.]", slug)) if piece]
    strong = any((len(word) > 3 and word in plain) or (len(word) > 2 and word in pieces) for word in words)
    if not strong or len(words) < 2:
        return False
    return all(
        _is_made_of(piece, words) or _is_made_of(piece.removesuffix("s"), words) or _is_short_for(piece, words[0])
        for piece in pieces
    )


def _is_short_for(piece: str, word: str) -> bool:
    """Whether a few letters shorten a name's first word: ``ksk`` "Kreissparkasse", ``ayto`` "Ayuntamiento"."""
    if not 2 <= len(piece) <= 4 or len(word) < 2 * len(piece) or piece[0] != word[0]:
        return False
    rest = iter(word)
    return all(letter in rest for letter in piece)


def _is_made_of(piece: str, words: list[str]) -> bool:
    """Whether the piece is put together from beginnings of the words, in their order, some left out."""
    reached = {0}
    for word in words:
        for at in tuple(reached):
            length = 0
            while length < len(word) and at + length < len(piece) and word[length] == piece[at + length]:
                length += 1
                reached.add(at + length)
    return len(piece) in reached


@lru_cache(maxsize=1024)
def flattened(name: str) -> str:
    """Letters and digits alone, as slugs have them: "Tütenweise" is ``tuetenweise``, "&" is ``and``."""
    return re.sub(r"[^a-z0-9]", "", folded(name.replace("&", "and"), "de"))


def prettified(slug: str) -> str:
    """``brightmoor-care`` as "Brightmoor Care", ``merrittstamping`` as "Merritt Stamping"."""
    return " ".join(_capitalised(part) for word in re.split(r"[-_.+]+", slug) if word for part in _split(word))


def _split(word: str) -> tuple[str, ...]:
    if not word.endswith(_SLUG_ENDINGS):
        return (word,)
    for ending in SLUG_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return (*_split(word[: -len(ending)]), ending)
    return (word,)


def _capitalised(word: str) -> str:
    return word.upper() if len(word) <= 3 and not re.search(r"[aeiouy]", word) else word[:1].upper() + word[1:]


_SLUG_ENDINGS = tuple(SLUG_ENDINGS)
_NO_NAMES = NOISE_WORDS | DEPARTMENT_WORDS | NO_EMPLOYERS
_NOT_PERSONS = NOISE_WORDS | DEPARTMENT_WORDS | LEGAL_ENDINGS | frozenset(SLUG_ENDINGS)
