"""How mails end: closing formulas, signatures, notes of the sending device, and the small print below."""

import re
from collections.abc import Sequence

MAX_SIGNATURE_LINES = 14
MAX_SIGNATURE_LINE = 130
MAX_FOOTER_LINE = 3_000

_FORMULA = re.compile(
    r"(?:(?:with |many )?(?:kind(?:est)?|best|warm(?:est)?|all the best|sincere|friendly)(?: (?:regards|wishes))?"
    r"|(?:with )?(?:best|kind|warm|warmest|many)(?: and (?:kind|warm))? (?:regards|wishes|thanks)|regards|rgds"
    r"|br|kr|best"
    r"|best of luck|all the best|cheers|(?:yours )?(?:sincerely|faithfully|truly|cordially|respectfully)(?: yours)?"
    r"|(?:many |with )?thanks(?: (?:again|so much|a lot|in advance|and (?:kind |best |warm )?regards|and best))?"
    r"|thank you(?: (?:again|so much|very much|in advance|and (?:kind |best |warm )?regards))?|warmly|take care"
    r"|talk soon|speak soon|see you soon|respectfully"
    r"|(?:mit )?(?:freundliche[nr]?|beste[nr]?|herzliche[nr]?|liebe[nr]?|viele[nr]?|schöne[nr]?|sonnige[nr]?)"
    r"(?: (?:und )?[a-zäöüß]{3,14})? gr(?:ü|ue)(?:ß|ss)en?(?: aus [^\n]{2,30})?|mfg|lg|vg|bg|hochachtungsvoll"
    r"|herzlichst|gr(?:ü|ue)(?:ß|ss)e|(?:vielen|besten) dank(?: im voraus)?(?: und (?:viele|beste|liebe) grüße)?"
    r"|(?:bien )?(?:cordialement|sincèrement|amicalement|respectueusement)(?: vôtre)?|bien à vous"
    r"|salutations distinguées"
    r"|(?:meilleures|sincères|cordiales) salutations|bonne (?:journée|soirée|continuation)|merci(?: d'avance)?"
    r"|(?:un )?(?:cordial(?:es)? |muchos |atentos )?saludos?(?: cordial(?:es)?)?|atentamente|muchas gracias|un abrazo"
    r"|cordiali saluti|distinti saluti|atenciosamente|met vriendelijke groet(?:en)?)[ ,.!;:)(]{0,5}(?:-{1,2})?",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:thank|dank|merci|gracias)", re.IGNORECASE)
_DEVICE = re.compile(
    r"(?:sent from (?:my |mail for|outlook|yahoo|proton|the all-new aol)|sent with |get outlook for|sent via |"
    r"von meinem? .{2,40} gesendet|gesendet (?:von|mit) |diese nachricht wurde von meinem|envoyé (?:de|depuis"
    r"|à partir de) "
    r"|télécharger outlook|obtenez outlook|enviado desde |obtener outlook|descargar outlook|inviato da"
    r"|hol dir outlook)",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"p\. ?s\.|ps[:.] ", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-zäöüéèß]{2}[.!] [A-ZÄÖÜÉ]|\?\s*$")
_STARTS = re.compile(
    r"(?:i|we|please|could|can|would|do|does|you|ich|wir|bitte|nous|je|vous|por favor|ich freue)\b", re.I
)

_SMALL_PRINT = re.compile(
    r"(?:confidentiality|disclaimer|legal notice|vertraulichkeit|confidentialité|aviso (?:legal|de confidencialidad))"
    r"|(?:this|the (?:information|content)s?)(?: (?:of|in|contained in) this)? ?(?:e-?mail|message|communication|"
    r"transmission)?[^.]{0,80}(?:confidential|privileged|intended (?:only |solely |recipient)|legally)"
    r"|if you (?:are not|have received) (?:the intended|this (?:e-?mail|message)[^.]{0,20} in error)"
    r"|(?:please )?consider the environment|bitte (?:denken sie|prüfen sie)[^.]{0,60}(?:umwelt|druck)"
    r"|diese (?:e-?mail|nachricht)[^.]{0,80}(?:vertraulich|bestimmt)|ce (?:message|courriel"
    r"|mail)[^.]{0,80}confidentiel"
    r"|este (?:mensaje|correo)[^.]{0,100}confidencial"
    r"|(?:to |click here to |if you (?:wish|would like|no longer wish|don't want"
    r"|do not want)[^.]{0,60})?unsubscribe|you (?:can|may) unsubscribe"
    r"|manage (?:your )?(?:email |notification )?(?:preferences|settings|notifications)|(?:update"
    r"|change) your preferences"
    r"|(?:you(?:'re| are)? (?:are )?receiv(?:ing|ed) th(?:is|ese) (?:e-?mails?|messages?|notifications?)"
    r"|this (?:e-?mail|message) was (?:sent|intended) (?:to|for))"
    r"|sie erhalten diese|newsletter ab(?:bestellen|melden)|abmelden|se désabonner|vous recevez ce"
    r"|cancelar (?:la )?suscripci"
    r"|recibe este (?:correo|mensaje)|darse de baja|(?:©|\(c\)|copyright) ?\d{4}|all rights reserved|privacy policy"
    r"|datenschutz(?:hinweise|erklärung)|powered by |view (?:this email )?(?:in|on) (?:your |a )?(?:web )?browser"
    r"|(?:sitz der gesellschaft|registergericht|handelsregister|amtsgericht|geschäftsführ|vorstand:|ust-?id)",
    re.IGNORECASE,
)
_SMALL_COMPANION = re.compile(
    r"https?://|www\.|privacy|terms|datenschutz|impressum|imprint|help cent|contact us|\b(?:gmbh|inc|ltd|llc|ag"
    r"|s\.a|b\.v"
    r"|hrb|plc)\b|registered|\d{4,5}|tel|street|floor|suite|facebook|linkedin|twitter|instagram|\|",
    re.IGNORECASE,
)


def is_formula(line: str) -> bool:
    """A closing formula that stands alone on its line: "Kind regards,"."""
    return 1 < len(line) < 70 and bool(_FORMULA.fullmatch(line.strip(" *_-")))


def is_device_note(line: str) -> bool:
    """ "Sent from my phone" and its like."""
    return len(line) < 160 and bool(_DEVICE.match(line.strip(" *_->")))


def is_postscript(line: str) -> bool:
    """A postscript is written text, though it stands below the signature."""
    return bool(_POSTSCRIPT.match(line))


def is_small_print(line: str) -> bool:
    """The beginning of a legal, confidentiality or unsubscribe note."""
    return bool(_SMALL_PRINT.match(line[:MAX_FOOTER_LINE].lstrip(" *_-|[(>\"'")))


def may_stand_in_small_print(line: str) -> bool:
    """Address and link lines, which are small print only beside a line that is."""
    return len(line) < 200 and bool(_SMALL_COMPANION.search(line))


def is_thanks(line: str) -> bool:
    """A closing formula that is also an answer: "Thanks!"."""
    return is_formula(line) and bool(_THANKS.search(line))


def looks_like_signature(formula: str, lines: Sequence[str]) -> bool:
    """Whether the lines below a closing formula are a name and how to reach it, not more of the letter.

    Thanks also open a letter, so below them the first line must be written like a name.
    """
    filled = [line.strip() for line in lines if line.strip()]
    if len(filled) > MAX_SIGNATURE_LINES or any(len(line) > MAX_SIGNATURE_LINE for line in filled):
        return False
    if filled and (len(filled[0].split()) > 7 or _STARTS.match(filled[0])):
        return False
    if filled and _THANKS.search(formula) and not _is_name(filled[0]):
        return False
    return not any(_SENTENCE.search(line) for line in filled[:4])


def _is_name(line: str) -> bool:
    return all(word[0].isupper() or not word.isalpha() for word in line.split())
