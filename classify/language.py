"""Which language a mail is written in, by its stop words; cues of one language are applied to that language only."""

import re

_STOP_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the and to of you your for we our with that this is are be will have has not on in at from as it was by or "
        "if can any please thank thanks would been an us i my me but they so just they're you're i'm what when".split()
    ),
    "de": frozenset(
        "der die das und zu sie ihre ihr ihren ihnen ihrer wir uns für mit dass ist sind nicht auf im am von den dem "
        "ein eine einen einer haben wird werden bei oder als auch es nach über vom zum zur leider gerne bitte vielen "
        "dank ich du dein deine dir dich noch nur wie aber unser unsere unserem ob fuer ueber hier mich mir".split()
    ),
    "fr": frozenset(
        "le la les des du de et vous votre vos nous notre nos pour avec que qui est sont ne pas sur dans une un par "
        "ce cette au aux je avons avez être été plus ou en si mais bien merci à il elle tu ton ta te mon ma c'est "
        "j'ai n'est d'une d'un l'entreprise qu'il s'il très".split()
    ),
    "es": frozenset(
        "el la los las de del y que en un una por para con su sus se no es son lo le les nos hemos has ha al como "
        "más si este esta muy pero gracias tu te tú usted ustedes ya mi me nuestro nuestra estamos está tus o".split()
    ),
}
_ANY_STOP_WORD = frozenset().union(*_STOP_WORDS.values())
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_EVIDENCE = 3000
_SHORT = 6
_LEAST_SHARE, _FOREIGN_SHARE = 0.06, 0.12
"""Stop words among the words of a text, at least: running text has a third and more, lists of names and jobs few."""


def language_of(text: str) -> str:
    """``"en"``, ``"de"``, ``"fr"``, ``"es"``, or ``""`` where the words belong to none of them.

    Only the first 3,000 characters are read. With fewer than six words there is no evidence and English is taken.
    """
    words = _WORD.findall(text[:_EVIDENCE].lower().replace("\u2019", "'"))
    if not words:
        return "en" if not any(sign.isalpha() for sign in text[:_EVIDENCE]) else ""
    known = list(filter(_ANY_STOP_WORD.__contains__, words))
    hits = {language: sum(map(stops.__contains__, known)) for language, stops in _STOP_WORDS.items()}
    best = max(hits, key=lambda language: hits[language])
    second = max(count for language, count in hits.items() if language != best)
    if len(words) < _SHORT:
        foreign = best != "en" and hits[best] >= 2 and hits["en"] == 0
        return best if foreign else ("en" if _is_latin(words) else "")
    share = hits[best] / len(words)
    if share < _LEAST_SHARE:
        return "en" if _is_latin(words) and (len(words) < 4 * _SHORT or hits["en"]) else ""
    if best != "en" and (share < _FOREIGN_SHARE or hits[best] - second < 2):
        return "en" if _is_latin(words) else ""
    return best


def _is_latin(words: list[str]) -> bool:
    """Whether most letters are of the Latin script."""
    letters = "".join(words)
    return sum(sign < "\u0250" for sign in letters) * 2 > len(letters)
