"""Whether a mail puts the person in touch with somebody, or tells that somebody put in a word for them."""

import re

_PUTS_IN_TOUCH = {
    "en": re.compile(
        r"\b(?:i(?:'d| would) (?:like|love) to introduce|let me introduce|(?:i(?:'m| am) )?introducing you to|"
        r"(?:i(?:'ve| have)? )?(?:put|putting|connect(?:ing|ed)?) you (?:in touch|with)|meet my (?:colleague|friend)|"
        r"(?:i|we)(?:'ve| have)? (?:referred|recommended) you|(?:passed|forwarded|handed) (?:on )?your (?:cv|resume|"
        r"application|profile|details) (?:on )?to|put in a (?:good )?word for you)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:(?:ich )?(?:möchte|darf|würde gerne?) (?:sie|dich|euch)[^.]{0,40} (?:vorstellen|bekannt machen|"
        r"verbinden)|"
        r"(?:habe|hab) (?:sie|dich)[^.]{0,40} empfohlen|(?:ihren|deinen) lebenslauf[^.]{0,40} weiter(?:geleitet|"
        r"gegeben)|"
        r"(?:ihre|deine) (?:bewerbung|unterlagen)[^.]{0,40} weiter(?:geleitet|gegeben)|stelle (?:ich )?(?:sie|"
        r"dich|euch) "
        r"einander vor)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:(?:je )?(?:vous|te) (?:mets|présente|recommande)[^.]{0,30}(?:en (?:relation|contact)|à)|"
        r"(?:j'ai|je) (?:vous |t'ai |vous ai )?(?:recommandé|transmis (?:votre|ton) (?:cv|candidature|dossier)))",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:(?:le|te|os) (?:presento|pongo en contacto)|(?:quiero|quisiera|me gustaría) presentar(?:le|te|os)|"
        r"(?:le|te|lo|la) he recomendado|he (?:pasado|enviado|reenviado) (?:tu|su) (?:cv|currículum|candidatura|"
        r"perfil))",
        re.IGNORECASE,
    ),
}


def puts_in_touch(text: str, language: str) -> bool:
    """Whether the writer introduces the person to somebody, or has recommended them."""
    return _PUTS_IN_TOUCH.get(language, _PUTS_IN_TOUCH["en"]).search(text) is not None
