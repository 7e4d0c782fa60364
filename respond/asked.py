"""What a mail asks to be told, and what an approach leaves open: read from its own words, nothing else is answered."""

import re
from collections.abc import Iterator

from classify.folding import folded
from classify.wantwords import ASKS_INFORMATION, ASKS_TIMES
from store.records import StoredMessage

ITEMS = ("documents", "availability", "salary", "start", "notice", "references", "permit")
"""What can be asked for, in the order it is answered in; anything else is "other"."""
_ITEM_WORDS = {
    "documents": r"cv|resume|curriculum|certificates?|transcripts?|portfolio|(?:other |further |your |"
    r"following |missing )"
    r"?documents?|diplomas?|cover letter|(?:writing|work) samples?|lebenslauf|\w*zeugnis\w*|unterlagen|nachweis\w*|"
    r"anschreiben|arbeitsproben?|diplomes?|pieces? (?:jointes?|justificatives?)|attestations?|justificatifs?|"
    r"lettre de motivation|releves?|titulos?|titulacion|documentos?|documentacion|certificados?|"
    r"vida laboral|proof of",
    "availability": r"availability(?! to start)|your (?:free )?times|when are you (?:free|available)|"
    r"when (?:would|could|can) you (?:talk|meet|speak|come)|verfuegbarkeit\w*|wann (?:haetten|haben|hast|"
    r"haettest|passt)|"
    r"terminvorschlaege|(?:vos|tes) (?:disponibilites|creneaux|dispos)|disponibilidad",
    "salary": r"salary|compensation|\bctc\b|pay expectations?|\w*gehalt\w*|pretentions|salaire|remuneration|"
    r"(?:expectativas?|pretensiones|aspiracion\w*) salarial\w*|salarial\w*|salario|sueldo",
    "start": r"start(?:ing)? date|earliest start|availability to start|(?:could|can|would) you start|eintritt\w*|"
    r"ab wann|beginnen|anfangen|date de (?:disponibilite|debut|prise de poste)|incorporacion|incorporarte|"
    r"incorporarse",
    "notice": r"notice period|notice|kuendigungsfrist|preavis|preaviso",
    "references": r"references?|referees?|referenz\w*|referencias?",
    "permit": r"right to work|work permit|visa|work authori[sz]ation|authori[sz]ed to work|sponsorship|"
    r"arbeitserlaubnis|"
    r"aufenthaltstitel|titre de sejour|permis de travail|autorisation de travail|permiso de trabajo",
}
_ITEMS = {item: re.compile(rf"\b(?:{words})\b") for item, words in _ITEM_WORDS.items()}
_SENSITIVE = re.compile(
    r"\b(?:passport|identity card|id card|bank (?:account|details)|iban|date of birth|birth date|social security|"
    r"national insurance|tax (?:id|number)|personalausweis|reisepass|ausweis\w*|geburtsdatum|kontoverbindung|"
    r"bankverbindung|steuer-?id\w*|sozialversicherung\w*|piece d'identite|carte d'identite|date de naissance|"
    r"coordonnees bancaires|numero de securite sociale|\brib\b|pasaporte|\bdni\b|\bnie\b|fecha de nacimiento|"
    r"cuenta bancaria|datos bancarios|seguridad social)\b"
)
_TASK = re.compile(
    r"\b(?:assessment|test task|(?:coding|technical|online|take-?home) (?:test|task|challenge|exercise|assignment)|"
    r"take-?home|case study|(?:your|the|our) (?:task|assignment|exercise|challenge)|testaufgabe|"
    r"probeaufgabe|fallstudie|"
    r"(?:die|der|unsere[rn]?|deine[rn]?|ihre[rn]?) aufgabe|test technique|etude de cas|exercice|mise en situation|"
    r"prueba tecnica|caso practico|ejercicio|(?:la|una|tu|su) prueba)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_ANSWERED = {
    "ask_scope": r"responsib|your tasks|day[- ]to[- ]day|duties|you(?:'ll| will|"
    r" would) (?:\w+ ){0,2}(?:lead|build|run|own|"
    r"manage|design|develop|be responsible)|aufgaben|verantwort|vos missions|principales missions|responsabilidades|"
    r"funciones|tareas",
    "ask_place": r"remote|hybrid|on-?site|in[- ]office|from home|home ?office|mobiles arbeiten|vor ort|standort|"
    r"teletravail|presentiel|sur site|distanciel|remoto|presencial|hibrid|teletrabajo|\bbased in\b|"
    r"\bbasee? a\b|ubicad",
    "ask_pay": r"salary|compensation|\bpay\b|\d ?k\b|[£€$] ?\d|\d ?(?:£|€|\$|eur|usd|gbp|chf)|gehalt|"
    r"verguetung|salaire|"
    r"remuneration|salario|sueldo|retribucion",
    "ask_stage": r"interview (?:process|steps|stages)|selection process|first round|shortlist|"
    r"just (?:opened|started)|"
    r"auswahlverfahren|bewerbungsprozess|processus de recrutement|etapes|proceso de seleccion|etapas",
}
_OPEN = {slot: re.compile(words) for slot, words in _ANSWERED.items()}
MOST_QUESTIONS = 3
_CALL = re.compile(
    r"\b(?:call|phone|chat|speak|talk|zoom|telefon\w*|telefonieren|anruf\w*|austausch\w*|gespraech|sprechen|appel|"
    r"echange\w*|telephone|discuter|llamada|hablar|charla\w*|conversar|conversacion)\b"
)
_ASKS_CALL = re.compile(r"\?|\blet me know\b|\bmelden\b|\bsag\w* mir\b|\bdites\b|\bdis-moi\b|\bdime\b|\bdigame\b")
_ASKS_PAPERS = re.compile(
    rf"{ASKS_INFORMATION.pattern}|\?|\b(?:send\w*|share|schick\w*|envoy\w*|transmett\w*|envi\w*)\b"
)
_CV = re.compile(r"\b(?:cv|resume|lebenslauf|curriculum)\b")


def items_asked(mail: StoredMessage) -> tuple[str, ...]:
    """What the mail asks to be told, in the order of ``ITEMS``; ("other",) where nothing known is named."""
    if mail.reading.wants == "times":
        return ("availability",)
    asking = " ".join(_asking(mail))
    found = tuple(item for item in ITEMS if _ITEMS[item].search(asking))
    return found or ("other",)


def asks_sensitive(mail: StoredMessage) -> bool:
    """Whether they ask for identity papers, bank details, a birth date or the like (R14)."""
    return _SENSITIVE.search(_plain(mail, mail.message.text)) is not None


def is_about_task(mail: StoredMessage) -> bool:
    """Whether a request is about a task to be done and not about the person's own data."""
    return items_asked(mail) == ("other",) and _TASK.search(_plain(mail, mail.message.text)) is not None


def questions_left_open(mail: StoredMessage) -> tuple[str, ...]:
    """Which of the first questions an approach does not answer: three at most (R11)."""
    plain = _plain(mail, f"{mail.message.subject}\n{mail.message.text}")
    return tuple(slot for slot, answered in _OPEN.items() if not answered.search(plain))[:MOST_QUESTIONS]


def wants_call(mail: StoredMessage) -> bool:
    """Whether an approach asks for a call."""
    return any(_CALL.search(each) and _ASKS_CALL.search(each) for each in _sentences(mail))


def wants_cv(mail: StoredMessage) -> bool:
    """Whether an approach asks for a CV."""
    return any(_CV.search(each) and _ASKS_PAPERS.search(each) for each in _sentences(mail))


def _asking(mail: StoredMessage) -> Iterator[str]:
    """The sentences that ask; where one ends in a colon, the list behind it too."""
    lists = False
    for each in _sentences(mail):
        opens = each.endswith(":")
        if opens or lists or "?" in each or ASKS_INFORMATION.search(each) or ASKS_TIMES.search(each):
            yield each
            lists = opens
        else:
            lists = False


def _sentences(mail: StoredMessage) -> tuple[str, ...]:
    parts = _SENTENCE.split(mail.message.text[:5000])
    return tuple(plain for part in parts if (plain := _plain(mail, part)))


def _plain(mail: StoredMessage, text: str) -> str:
    return folded(text[:5000], mail.reading.verdict.language)
