"""What the name part of a domain says of an employer's name, and how a mail writes that name itself."""

import re
from functools import lru_cache

from classify.employer_names import DATED, OFFICE, bare_word, is_persons_name, nominative
from classify.folding import folded
from classify.nametables import DEPARTMENT_WORDS, FIRST_NAMES, SLUG_ENDINGS
from ingest.senders import registered_domain
from store.records import Address

_WORD = r"(?:St\.(?= )|[^\W\d_a-zß-öø-ÿ](?:[\w'’&+-]|\.(?=\w))*)"
_RUN = re.compile(
    rf"{_WORD}(?: (?:(?:&|\+|and|of|for|the|de|du|des|la|le|del|der|für|und|et|y|von|zu|in) ){{0,2}}"
    rf"(?:[ld]['’])?{_WORD}){{0,6}}"
)
_JOB_SUFFIX = re.compile(r"[-_](?:hr|jobs?|careers?|talent|karriere|rh|empleo|hiring|mail|email|team|people)$")
_LINKING = frozenset("of the and & for de des du la le les el der die das und von & y et".split())
_BEFORE_NAMES = frozenset(
    "of the and & de your my our dear hello hi re welcome thanks thank application interview at with from for offer "
    "desde en con seit bei chez from "
    "angebot kennenlernen bewerbung einladung termin gespräch candidature entretien offre candidatura entrevista "
    "oferta".split()
)
_WORD_ENDS = re.compile(r"[\s/-]+(?:[ldLD]['’])?")
_SLUG_ENDINGS = tuple(SLUG_ENDINGS)


def slug_of(address: Address) -> str:
    """The name part of the sender's own domain: ``people@mail.brightmoor-care.co.uk`` gives ``brightmoor-care``."""
    return _JOB_SUFFIX.sub("", registered_domain(address.domain).partition(".")[0])


def named_after(display: str, slug: str) -> str:
    """The part of a display name that the slug belongs to, departments and first names before it left out; else ""."""
    words = display.split()
    pieces = {piece for piece in re.split(r"[-_.]", slug.lower()) if len(piece) >= 5}
    for start in range(len(words)):
        first = bare_word(words[start])
        if first == "the" and relates(" ".join(words[start:]), slug):
            return " ".join(words[start:])
        if start + 1 < len(words) and (first in DEPARTMENT_WORDS or first in FIRST_NAMES or first in _LINKING):
            continue
        name = " ".join(words[start:])
        return name if relates(name, slug) or pieces & {flattened(word) for word in words[start:]} else ""
    return ""


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
        words = nominative(OFFICE.sub("", DATED.sub("", run.group()))).split()
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
