"""Whether a mail says that something is attached, in the four languages heardback writes; it attaches nothing."""

import re

_SAYS = re.compile(
    r"\b(?:i(?:'ve| have| am|'m)? (?:also )?(?:attach(?:ed|ing)?|enclos(?:e|ed|ing))\b|"
    r"(?:is|are) (?:attached|enclosed)\b|(?:please )?find (?:\w+ ){0,4}?(?:attached|enclosed)\b|"
    r"(?:please )?(?:see|find) (?:the |my )?(?:attached|enclosed|attachment)|^(?:attached|enclosed)\b|"
    r"as an attachment|in the attachment|"
    r"anbei\b|anliegend\b|beiliegend\b|im anhang\b|in der anlage\b|als anhang\b|als anlage\b|"
    r"(?:an|bei)gefügt\b|angehängt\b|füge ich (?:\w+ ){0,6}?(?:bei|an)\b|hänge ich (?:\w+ ){0,6}?an\b|"
    r"ci[- ]jointe?s?\b|ci-inclus\w*|en pi[èe]ces? jointes?\b|je (?:vous |te )?joins\b|"
    r"(?:le |te |os |les )?adjunt(?:o|a|os|as|amos)\b|en adjunto\b|va adjunt[oa]\b|en el archivo adjunto\b)",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE = re.compile(
    r"\b(?:i attached to my|attached to my application|meiner bewerbung (?:bei|an)gefügt|jointe?s? à ma candidature|"
    r"adjunt[oaé]s? (?:en|a) mi (?:candidatura|solicitud))\b",
    re.IGNORECASE,
)
"""What speaks of an earlier mail."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n\s*\n")


def promises_attachment(body: str) -> str:
    """The sentence that says something is attached, on one line, or an empty string."""
    for sentence in _SENTENCE.split(body):
        if _SAYS.search(sentence) and not _BEFORE.search(sentence):
            return " ".join(sentence.split())
    return ""
