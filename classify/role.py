"""Which job a mail is about: "for the R position", "application for R at X", "R – application" (``domain.md`` §4.4).

Precision before recall: a phrase must hold a title's noun and must not be a sentence; else nothing is said.
"""

import re
from collections.abc import Iterator

from classify.employer_names import is_persons_name
from classify.folding import folded
from classify.names import same_role
from classify.rolepatterns import (
    AT_AN_EMPLOYER,
    CAPITALISED,
    IN_BODY,
    IN_SUBJECT,
    JOINTS,
    LABELLED,
    STRONG,
    STRONG_GERMAN,
)
from classify.titles import is_title, title_words
from store.records import Message
from store.vocabulary import SenderKind

_READ = 5_000
_PREFIX = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg|tr|rv|antw|sv)\s*:\s*)+", re.IGNORECASE)
_GENDER = re.compile(
    r"\s*[(\[]\s*(?:(?:all|alle|tous)\s+(?:genders?|geschlechter|genres)|gn|[mwfdhxiv*](?:\s*[/|"
    r",.-]\s*[mwfdhxiv*]){1,3})\s*[)\]]|"
    r"\s+(?:[mwfdhx]\s*/\s*){1,3}[mwfdhx]\b|\s*\bh/f\b|\s*\bf/h\b",
    re.IGNORECASE,
)
_BOTH_GENDERS = re.compile(
    r"(?<=[^\W\d_]{3})(?:[:*_·•]|/-)(?=(?:in|innen|e|ne|se|le|trice|rice|euse|ère|ive)s?\b)|"
    r"(?<=[^\W\d_]{3}[ntréfl])[.-](?=(?:e|ne|trice|euse)s?\b)"
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


_LEVEL = re.compile(r" (?:I{1,3}|IV|V|\d)$")
_GERMAN_TAIL = re.compile(r"(?: [a-zäöü][\wäöüß]*)+$")
"""German writes a title's nouns with a capital: the small words behind the last one belong to the sentence."""


def role_of(message: Message, text: str, language: str, company: str = "") -> str:
    """The job's title as the mail gives it, or "" when it gives none for sure; ``company``'s name is no part of it."""
    whole = _slashed(" ".join(message.subject.split())[:300])
    subject = _PREFIX.sub("", whole)
    body = _slashed(text[:_READ])
    if subject != whole and message.in_reply_to and (named := _another(subject, body, language)):
        return _as_written(without_employer(named, company), text)
    found = _found(message, subject, body, language, company)
    return _as_written(without_employer(found, company), f"{message.subject}\n{text}")


def _slashed(text: str) -> str:
    """Both genders in one word with a slash between them: "Verkäufer:in" would else end at the colon."""
    return _BOTH_GENDERS.sub("/", text)


def _as_written(role: str, text: str) -> str:
    """The title with the sign between its genders that the mail itself uses."""
    spelt = (role.replace("/", sign) for sign in (":", "*", "·", ".", "-", "/-"))
    return next((each for each in spelt if "/" in role and each in text), role)


def without_employer(role: str, company: str) -> str:
    """The title without the employer beside it: "Production Coordinator, Lantern Theatre"."""
    if not company or company.split()[0] not in role:
        return role
    name = re.escape(company)
    # German declines a name: "bei den Stadtwerken Auental".
    declined = r"\s+".join(rf"{re.escape(word)}(?:e?n|s)?" for word in company.split())
    behind = rf"(?:\s*[,–—|@/-]|\s+(?:at|with|in|{JOINTS}))\s*(?:the )?{declined}(?!\w).*$"
    bare = re.sub(behind, "", role)
    alone = re.sub(rf"^(?:the )?{name}['’s]*[\s:–—|-]+(?=\w)", "", bare)
    return bare or role if folded(alone, "en") in _NOT_JOBS else alone or role


def _another(subject: str, body: str, language: str) -> str:
    """The role an answer names in its own words where its subject, kept from the conversation, names another one."""
    kept = next(filter(None, (_title(phrase, language) for phrase in _phrases(subject, "", language))), "")
    if not kept or folded(kept, language) in folded(body, language):
        return ""
    named = next(filter(None, (_title(phrase, language) for phrase in _phrases("", body, language))), "")
    return "" if not named or same_role(kept, named) else named


def _found(message: Message, subject: str, body: str, language: str, company: str) -> str:
    for phrase in _phrases(subject, body, language):
        if role := _title(phrase, language):
            return role
    return (_beside(company, body, language) if message.sender_kind is SenderKind.JOB_BOARD else "") or (
        _whole(subject, language)
        or _on_a_line(message, body, language)
        or _strong(subject, body, (*STRONG, *(STRONG_GERMAN if language == "de" else ())))
        or _capitalised(body, language)
    )


def _phrases(subject: str, text: str, language: str) -> Iterator[str]:
    """Phrases that may hold the title, the surest places first."""
    for pattern in LABELLED.get(language, LABELLED["en"]):
        yield from (match["role"] for match in pattern.finditer(text))
    for pattern in IN_SUBJECT.get(language, IN_SUBJECT["en"]):
        yield from (match["role"] for match in pattern.finditer(subject))
    for pattern in IN_BODY.get(language, IN_BODY["en"]):
        for where in (subject, text):
            yield from (match["role"] for match in pattern.finditer(where))


def _title(phrase: str, language: str) -> str:
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


def _strong(subject: str, text: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """A capitalised phrase where only a title can stand, though none of its words is known."""
    for pattern in patterns:
        for where in (subject, text):
            for match in pattern.finditer(where):
                role = _cleaned(match["role"])
                if 1 <= len(role.split()) <= 6 and not _SENTENCE.search(role) and folded(role, "en") not in _NOT_JOBS:
                    return role
    return ""


def _capitalised(text: str, language: str) -> str:
    """A capitalised run that ends in a title's noun: "the examination for Legal Process Clerk"."""
    for match in CAPITALISED.get(language, CAPITALISED["en"]).finditer(text):
        role = _title(match["role"], language)
        many = len(role.split()) > 1 or language == "de"
        if role and many and _ends_in_noun(role, language) and not is_persons_name(role):
            return role
    return ""


def _on_a_line(message: Message, text: str, language: str) -> str:
    """The title alone on a line near the top, as job boards and forms have it; the sign-off is left out."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    depth = 8 if message.sender_kind is SenderKind.JOB_BOARD else 4
    for line in lines[: min(depth, len(lines) - 3)]:
        if role := _whole(line, language) if " " in line else "":
            return role
    return ""


def _beside(company: str, text: str, language: str) -> str:
    """What a job board's receipt has right before the employer: "Studio Assistant. Cobalt Lane Studios, Wexcombe"."""
    if not company:
        return ""
    for match in re.finditer(rf"(?m)^(?P<role>[^\n.]{{3,80}}?)\s*(?:[.,·|–-]\s*|\n\s*){re.escape(company)}\b", text):
        if role := _title(match["role"], language):
            return role
    return ""


def _cleaned(phrase: str) -> str:
    """Without numbers, season, (m/w/d), brackets, articles and the word "position"."""
    role = " ".join(phrase.split()).strip(" \"'„“”«»*_‘’")
    for pattern in (_GENDER, _BRACKETS, _NUMBER, _SEASON):
        role = pattern.sub(" ", role)
    role = " ".join(role.split()).strip(" ,;:–—-|/.\"'„“”«»*’")
    role = re.split(r"\s[–—|·•-]\s|\s*[|·•]\s*", role)[0]
    role = _LEAD.sub("", role)
    role = _DETERMINED.sub("", role)
    role = _LEAD.sub("", _BEFORE.sub("", _AFTER.sub("", role)))
    for _ in range(2):
        role = _TAIL.sub("", role)
    return role.strip(" ,;:–—-|/.\"'„“”«»*")


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


def _whole(line: str, language: str) -> str:
    """The line itself, or a part of it, where that is nothing but a title: "Asset Manager, Logistics"."""
    if "?" in line or "!" in line or len(line) > 110:
        return ""
    for part in re.split(r"\s[–—|·/-]\s|\s*[|·:]\s*", line):
        role = _title(part, language)
        begins = language in ("fr", "es") and title_words(role, language)[:1] == [0]
        plain = role[:1].isupper() and (language in ("en", "de") or bool(title_words(role, "en")))
        is_first = (begins or plain) and part.strip().startswith(role[:1])
        stands_alone = is_first and _ends_in_noun(_LEVEL.sub("", role), language)
        at_one = language in AT_AN_EMPLOYER and AT_AN_EMPLOYER[language].search(part) is not None
        is_whole = len(role.split()) > 1 or len(line.split()) == 1 or at_one
        if role and stands_alone and is_whole and not part.strip().endswith("rs") and not is_persons_name(role):
            return role
    return ""


def _ends_in_noun(role: str, language: str) -> bool:
    """Whether a title's noun stands where the language has it: last, before a comma or "of"."""
    head = re.split(r",| (?:of|for|in|de|für|en) ", role)[0]
    nouns = title_words(head, language)
    if language not in ("en", "de"):
        return bool(nouns)
    return bool(nouns) and nouns[-1] == len(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", head)) - 1
