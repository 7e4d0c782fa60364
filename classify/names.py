"""When two names mean the same employer, and two titles the same role.

A name inside another name never matches ("Ender" is not "Render", "North" is not "North & Sons"): employers are the
same only when nothing but legal form, accents, case and punctuation differ.
"""

import re
import unicodedata
from functools import lru_cache

_LEGAL_FORMS = frozenset(
    "ag ab as asa bv co corp corporation company cv ev eu gbr gmbh inc incorporated kg kgaa lda limited llc llp lp ltd "
    "ltda mbh nv oy oyj plc pte pty pvt sa sarl sas sasu se sl slu spa srl srls ug ultd the".split()
)
_LEVELS = {
    "intern": "intern",
    "internship": "intern",
    "praktikant": "intern",
    "stagiaire": "intern",
    "trainee": "trainee",
    "graduate": "graduate",
    "junior": "junior",
    "jr": "junior",
    "mid": "mid",
    "senior": "senior",
    "sr": "senior",
    "staff": "staff",
    "principal": "principal",
    "lead": "lead",
    "head": "head",
    "director": "director",
    "chief": "chief",
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}
_EMPTY_ROLE_WORDS = frozenset(
    "a an and at der die das de du des e for für f m w d x h in innen la le ne of ra se the to trice und y".split()
)
_OTHER_GENDER = (
    (re.compile(r"(?<=er|or|st|nt|at|ut|ge|rt|zt|ch|wt|et)in(?:nen)?$"), ""),
    (re.compile(r"frau$"), "mann"),
    (re.compile(r"trice$"), "teur"),
    (re.compile(r"euse$"), "eur"),
    (re.compile(r"(?<=i)ere$"), "er"),
    (re.compile(r"(?<=ie)nne$"), "n"),
    (re.compile(r"(?<=e)e$"), ""),
    (re.compile(r"(?<=[ae]nt)e$"), ""),
    (re.compile(r"(?<=[dst]or)a$"), ""),
    (re.compile(r"(?<=er|ic|ad|iv|og|af)a$"), "o"),
)
"""A woman's title is the man's: "Netzplanerin" and "Netzplaner", "técnica" and "Técnico/a", "chargée" and "chargé"."""

_KEPT = 1024
"""Names whose form is remembered: placing a mail compares it with every application it may belong to."""


@lru_cache(_KEPT)
def company_key(name: str) -> str:
    """The name reduced to what tells employers apart; empty for an empty name."""
    words = _words(name)
    kept = [word for word in words if word not in _LEGAL_FORMS]
    while kept and kept[-1] == "and":
        # What "GmbH & Co. KG" leaves behind.
        kept.pop()
    return "".join(kept or words)


@lru_cache(_KEPT)
def role_words(role: str) -> frozenset[str]:
    """The words of a job title that matter, levels included in one spelling."""
    return frozenset(_LEVELS.get(word, word) for word in map(_neutral, _words(role)) if word not in _EMPTY_ROLE_WORDS)


def _neutral(word: str) -> str:
    """One form for both genders; short words are left alone."""
    for ending, instead in _OTHER_GENDER if len(word) > 5 else ():
        if ending.search(word):
            return ending.sub(instead, word)
    return word


def same_role(one: str, other: str) -> bool:
    """Whether two titles name one role: the same words, or a shorter form of it at the same level."""
    first, second = role_words(one), role_words(other)
    if not first or not second:
        return False
    levels = frozenset(_LEVELS.values())
    if first & levels != second & levels:
        return False
    first, second = first - levels, second - levels
    return first == second or bool(first and second and (first < second or second < first))


def _words(name: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("&", " and ")).casefold()
    bare = "".join(letter for letter in flat if not unicodedata.combining(letter))
    # "A.G." and "S.A." are one word; other dots separate.
    joined = re.sub(r"\b(?:\w\.){2,}", lambda found: found.group().replace(".", ""), bare)
    return re.findall(r"[^\W_]+", joined.replace("'", ""))
