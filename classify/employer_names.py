"""What a display name, slug or phrase says about an employer's name: noise taken off, people and vendors told apart."""

import re

from classify.nametables import DEPARTMENT_WORDS, FIRST_NAMES, LEGAL_ENDINGS, NOISE_WORDS, SLUG_ENDINGS, VENDORS
from classify.names import company_key
from ingest.sender_tables import PLATFORMS
from ingest.senders import registered_domain
from store.records import Address

_VENDOR_KEYS = frozenset(company_key(name) for name in (*VENDORS, *(entry[0] for entry in PLATFORMS.values())))
_WORD = re.compile(r"[^\W_]+(?:['’&.+-][^\W_]+)*\.?|&|\+")
_TITLES = frozenset("dr prof mr mrs ms miss mx sir herr frau m mme mlle sr sra srta dipl ing rev fr".split())
_SEPARATORS = re.compile(r"\s+[-–—|/·•:]\s+|\s*[|,;]\s+|\s+@\s*|\s+(?:at|from|via|bei|von|chez|de parte de|on behalf of)\s+")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")


def is_vendor(name: str) -> bool:
    """Whether this is a tracking system, test platform, scheduler or board (``domain.md`` §3.3 no. 25)."""
    return company_key(name) in _VENDOR_KEYS


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
    return len(plain) > 1 and len(letters) > 2 and letters in _spellings(plain)


def _spellings(words: list[str]) -> frozenset[str]:
    """How a name is usually written in an address."""
    first, last = words[0].lower(), words[-1].lower()
    return frozenset({first, last, first + last, first[:1] + last, first + last[:1], last + first, last + first[:1]})


def candidates_of(display: str) -> list[str]:
    """The employers' names a display name may hold, likeliest first: "Annelise from Gullholm Wind" gives one."""
    parts = [part for part in _SEPARATORS.split(display.strip("\"' ")) if part]
    bare = [without_noise(re.sub(r"\([^)]*\)", " ", part)) for part in reversed(parts)]
    return [name for name in bare if is_name(name)]


def without_noise(name: str) -> str:
    """The name without "Careers", "Talent Acquisition", "no reply", "Workday Notification" and the like."""
    words = name.split()
    while words and _bare(words[-1]) in NOISE_WORDS:
        words.pop()
    while words and _bare(words[0]) in NOISE_WORDS and not (len(words) > 1 and _bare(words[0]) == "the"):
        words.pop(0)
    return " ".join(words).strip(" ,;:-–|@\"'")


def is_name(name: str) -> bool:
    """Whether something is left that can be an employer's name."""
    words = [_bare(word) for word in name.split()]
    if not words or len(name) < 2 or len(words) > 8 or is_vendor(name) or not any(sign.isalpha() for sign in name):
        return False
    return not all(word in DEPARTMENT_WORDS or word in NOISE_WORDS or word.isdigit() for word in words)


def _bare(word: str) -> str:
    return word.lower().strip(".,:;()\"'’`-")


def slug_of(address: Address) -> str:
    """The name part of the sender's own domain: ``people@mail.brightmoor-care.co.uk`` gives ``brightmoor-care``."""
    return registered_domain(address.domain).partition(".")[0]


def written_form(slug: str, *texts: str) -> str:
    """The slug as a name: as the mail itself writes it where it does, else prettified."""
    key = re.sub(r"[^a-z0-9]", "", slug.lower())
    for text in texts:
        if found := _as_written(key, text):
            return found
    return prettified(slug)


def _as_written(key: str, text: str) -> str:
    """The run of words in ``text`` that gives ``key`` when joined: "Sea View Rest Home" for ``seaviewresthome``."""
    words = list(_WORD.finditer(text))
    keys = [company_key(word.group()) if word.group() not in "&+" else "and" for word in words]
    for start, head in enumerate(keys):
        if not head or not key.startswith(head) or not words[start].group()[0].isupper():
            continue
        joined = ""
        for end in range(start, min(start + 7, len(words))):
            joined += keys[end]
            if joined == key:
                return _extended(text, words, start, end)
            if not key.startswith(joined):
                break
    return ""


def _extended(text: str, words: list[re.Match[str]], start: int, end: int) -> str:
    """The run with a legal ending that follows it."""
    if end + 1 < len(words) and words[end + 1].group().lower().strip(".") in LEGAL_ENDINGS:
        end += 1
    return " ".join(text[words[start].start() : words[end].end()].split()).rstrip(".,")


def prettified(slug: str) -> str:
    """``brightmoor-care`` as "Brightmoor Care", ``merrittstamping`` as "Merritt Stamping"."""
    return " ".join(_capitalised(part) for word in re.split(r"[-_.+]+", slug) if word for part in _split(word))


def _split(word: str) -> tuple[str, ...]:
    for ending in SLUG_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return (*_split(word[: -len(ending)]), ending)
    return (word,)


def _capitalised(word: str) -> str:
    return word.upper() if len(word) <= 3 and not re.search(r"[aeiouy]", word) else word[:1].upper() + word[1:]


_NOT_PERSONS = NOISE_WORDS | DEPARTMENT_WORDS | LEGAL_ENDINGS | frozenset(SLUG_ENDINGS)
