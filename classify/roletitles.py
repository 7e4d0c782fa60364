"""A phrase made a job's title: what is no part of one is taken off, and what cannot be one is refused."""

import re

from classify.folding import folded
from classify.rolepatterns import AT_AN_EMPLOYER
from classify.titles import is_title, title_words

_GENDER = re.compile(
    r"\s*[(\[]\s*(?:(?:all|alle|tous)\s+(?:genders?|geschlechter|genres)|gn|[mwfdhxiv*](?:\s*[/|"
    r",.-]\s*[mwfdhxiv*]){1,3})\s*[)\]]|"
    r"\s+(?:[mwfdhx]\s*/\s*){1,3}[mwfdhx]\b|\s*\bh/f\b|\s*\bf/h\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*(?:[)\]]|$)")
_NUMBER = re.compile(
    r"(?:\b(?:req(?:uisition)?|ref(?:erence|erenz)?|job|position|vacancy|id|nr|no|réf|kennziffer|"
    r"stellen-?nr)\.?\s*[#:.]?\s*)?"
    r"(?:#\s*)?\b(?:[A-Z]{1,4}-?)?\d{3,}[\w/-]*\b(?:BR\b)?[:,]?",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"[\s,–-]*\b(?:spring|summer|autumn|fall|winter|sommer|herbst|frühjahr|été|printemps|automne|verano|otoño)?\s*"
    r"(?:term|semester|intake|cohort)?\s*20\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?\b",
    re.IGNORECASE,
)
_BY_SIGN = ((re.compile(r"[(\[/]"), (_GENDER, _BRACKETS)), (re.compile(r"\d"), (_NUMBER, _SEASON)))
"""What is taken out of a title, each with a sign that is in whatever it fits."""
_LEAD = re.compile(
    r"^(?:(?:our|the|a|an|your|this|that|my|one|new|open|vacant|current|advertised|full[- ]time|part[- ]time|"
    r"permanent|temporary|"
    r"internal|external|two|three|four|five|six|several|some|more|experienced|qualified|certified|paid|registered|"
    r"position|role|post|job|vacancy|posting|opening|opportunity|of|as|for|to|at|"
    r"eine?[nrms]?|die|der|das|den|dem|ihre?|unsere?[nrms]?|stelle|position|als|zur?|zum|für|"
    r"le|la|les|l['’]|un|une|notre|poste|emploi|offre|de|d['’]|du|des|en tant que|"
    r"el|los|las|una?|nuestro|nuestra|puesto|plaza|vacante|proceso|selección|como)(?:\s+|(?<=['’])))+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,]*\b(?:positions?|roles?|posts?|jobs?|vacanc(?:y|ies)|openings?|opportunit(?:y|ies)|applications?|spots?|"
    r"gig|contract|"
    r"interviews?|stelle|position|bewerbung|poste|puesto|vacante|team|role at|"
    r"search|stage \d|round \d|decision|programme|program|scheme|skills|"
    r"application received|update|status|feedback|offer|"
    r"invitation|next steps?|tomorrow|today|call|chat|phone screen)\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|you|your|we|i|they|he|she|it|thank|thanks|please|"
    r"received|"
    r"this|not|ist|sind|wird|werden|haben|hat|sie|wir|ich|ihre|danke|bitte|est|sont|avons|vous|votre|nous|je|merci|"
    r"es|son|"
    r"hemos|gracias|su|tu|usted|besetzt|vergeben|erhalten|eingegangen|leider|intern besetzt|nicht mehr|puede|tiene|"
    r"who|which|that|what|when|if|because|be|do|does|may|might|reviews?|take|uses?|like|"
    r"before|after|while|its|hallo|liebe[rs]?|geehrte[rns]?|estimad[oa]s?|apreciad[oa]s?|dear|bonjour|note|referees?|"
    r"mais|pour|us|my|me|our|their|his|her|closed|open|looking|hiring|need|needs)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^.*\b(?:application|applying|interest|candidacy|submission|interview|recruitment|candidature|búsqueda|"
    r"bewerbung|solicitud|cv)s?\b"
    r"(?:\s+(?:for|in|to|as|of|de|para|als|um))*\s+",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"^.*(?<!of )(?<!of)(?<!/)\b(?:the|our|your|an?|that|this)\s+", re.IGNORECASE)
"""What stands before the last article: "your form for the" midday supervisor."""
_AFTER = re.compile(
    r"\s+(?:for|with|from|to|on|at|across|in|within|near|by)\s+(?:an?|the|our|my|their|one|two|three|several|each|"
    r"all|various|immediate)\b.*$|"
    r"\s+(?:with|who|at|based|para|para el|près de|until|because|bis|wegen|hasta|porque|jusqu['’]\w*|parce que)\s.*$|"
    r"\s+(?:(?:phone|video|zoom|teams) )?(?:call|chat|meeting|conversation)\s+with\b.*$|\s*[,;–-]?\s*[£$€].*$",
    re.IGNORECASE,
)
_GERMAN_TAIL = re.compile(r"(?: [a-zäöü][\wäöüß]*)+$")
"""German writes a title's nouns with a capital: the small words behind the last one belong to the sentence."""
_NOT_JOBS = frozenset(
    (
        "hiring manager|manager|director|recruiter|hiring lead|line manager|team lead|team leader|interviewer|member|"
        "lead|head|partner|"
        "candidate|applicant|writer|reader|owner|agent|rep|assistant|worker|hand|placement|judge|crew|guide|associate|"
        "recruitment manager|recruiting coordinator|recruitment coordinator|talent partner|hr manager|hiring partner|"
        "hiring assistant|"
        "hr director|doctor|captain|editor|producer|clinician|governor|president|chair|deputy|ward|general manager|"
        "coordinator|recruiting coordinator|talent partner|steward|graduate programme|graduate scheme|chair|"
        "internship|fellowship|graduate|trainee|apprentice|apprenticeship|counsel|principal|principals|internships|"
        "fellowships|managers|graduates|trainees|"
        "summer internship|referee|application|staff|nurse manager approval|admin|vet|cleaner s|trainer|speaker|"
        "keeper|actor|model|"
        "phd|therapist|nurse|clerk'|talent acquisition partner|department supervisor|mitarbeiterin|stage de "
        "sélection|stage de selection|"
        "praktikum|amtsleitung|amtsarzt|geschaeftsfuehrer|betriebsleiter|mitarbeiter|leiter|leitung|ausbildung|kraft|"
        "responsable|charge|chef|stage|practicas|jefe|encargado|direktor|"
        "vertrieb|verkauf|tecnica"
    ).split("|")
)


def title_of(phrase: str, language: str) -> str:
    """The phrase cleaned to a title, or "" when it is none."""
    role = _cleaned(phrase)
    if language == "de" and re.search(r"[A-ZÄÖÜ]", role):
        role = _GERMAN_TAIL.sub("", role)
    role = AT_AN_EMPLOYER[language].sub("", role) if language in AT_AN_EMPLOYER else role
    words = role.split()
    if not 1 <= len(words) <= 9 or ". " in role or role[:1] in "+/" or len(role) > 80 or _SENTENCE.search(role):
        return ""
    if not title_words(role, language) or folded(role, language) in _NOT_JOBS:
        return ""
    return _singular(role, language)


def _singular(role: str, language: str) -> str:
    """One of those they look for; a capitalised plural is rather a name ("Foxline Couriers", "Junior Fellowships")."""
    is_plural = language == "en" and role.endswith("s") and not role.endswith("ss") and not is_title(role)
    if not is_plural or not is_title(role[:-1]):
        return role
    return role[:-1] if role[0].islower() else ""


def capitalised_title(phrase: str) -> str:
    """The phrase cleaned to a title where only one can stand, though none of its words is known; else ""."""
    role = _cleaned(phrase)
    return role if 1 <= len(role.split()) <= 6 and not _SENTENCE.search(role) and not is_no_job(role) else ""


def is_no_job(role: str) -> bool:
    """Whether these words alone name no job anybody applies for: "hiring manager", "candidate"."""
    return folded(role, "en") in _NOT_JOBS


def _cleaned(phrase: str) -> str:
    """Without numbers, season, (m/w/d), brackets, articles and the word "position"."""
    role = " ".join(phrase.split()).strip(" \"'„“”«»*_‘’")
    for sign, patterns in _BY_SIGN:
        if sign.search(role):
            for pattern in patterns:
                role = pattern.sub(" ", role)
    role = " ".join(role.split()).strip(" ,;:–—-|/.\"'„“”«»*’")
    role = re.split(r"\s[–—|·•-]\s|\s*[|·•]\s*", role)[0]
    role = _LEAD.sub("", role)
    role = _DETERMINED.sub("", role)
    role = _LEAD.sub("", _BEFORE.sub("", _AFTER.sub("", role)))
    if (shorter := _TAIL.sub("", role)) != role:
        role = _TAIL.sub("", shorter)
    return role.strip(" ,;:–—-|/.\"'„“”«»*")


def ends_in_noun(role: str, language: str) -> bool:
    """Whether a title's noun stands where the language has it: last, before a comma or "of"."""
    head = re.split(r",| (?:of|for|in|de|für|en) ", role)[0]
    nouns = title_words(head, language)
    if language not in ("en", "de"):
        return bool(nouns)
    return bool(nouns) and nouns[-1] == len(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", head)) - 1
