"""Text brought to one plain form, so that cues and n-grams meet it however it was typed (``domain.md`` §3.2)."""

import re
import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u00b4": "'", "\u0060": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "\u200b": None, "\u200c": None, "\u200d": None, "\u00ad": None, "\ufeff": None, "\u2060": None,
    }
)  # fmt: skip
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_REMEMBERED = 4_096
"""Signs whose bare form is remembered: more than the scripts of one person's mail have."""


def _bare(text: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))


class _Bare(dict[int, str]):
    """Each sign without its accents, found out when it is first met: decomposing works on each sign by itself."""

    def __missing__(self, point: int) -> str:
        bare = _bare(chr(point))
        if len(self) < _REMEMBERED:
            self[point] = bare
        return bare


_BARE = _Bare((point, chr(point)) for point in range(0x80))


@lru_cache(maxsize=256)
def folded(text: str, language: str) -> str:
    """Lower case, straight quotes, single spaces; German umlauts as ae/oe/ue, other accents dropped.

    A Spanish "sí" (yes) becomes "sii", so that it stays apart from "si" (if).
    """
    if text.isascii():
        # Of the signs that are straightened, the grave accent alone is ASCII.
        return " ".join(text.replace("`", "'").lower().split())
    plain = text.translate(_QUOTES).lower()
    if not plain.isascii():
        plain = plain.translate(_GERMAN) if language == "de" else plain
        plain = re.sub(r"\bsí\b", "sii", plain) if language == "es" else plain
        plain = plain.translate(_BARE)
    return " ".join(plain.split())
