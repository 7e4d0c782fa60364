"""Which job a mail is about: "for the R position", "application for R at X", "R – application" (``domain.md`` §4.4).

Precision before recall: a phrase must hold a title's noun and must not be a sentence; else nothing is said.
"""

import re
from collections.abc import Iterator

from classify.folding import folded
from classify.rolepatterns import IN_BODY, IN_SUBJECT, LABELLED
from classify.titles import title_words
from store.records import Message

_READ = 5_000
_PREFIX = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg|tr|rv|antw|sv)\s*:\s*)+", re.IGNORECASE)
_GENDER = re.compile(
    r"\s*[(\[]\s*(?:(?:all|alle|tous)\s+(?:genders?|geschlechter|genres)|gn|[mwfdhxiv*](?:\s*[/|,.-]\s*[mwfdhxiv*]){1,3})\s*[)\]]|"
    r"\s+(?:[mwfdhx]\s*/\s*){1,3}[mwfdhx]\b|\s*\bh/f\b|\s*\bf/h\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*(?:[)\]]|$)")
_NUMBER = re.compile(
    r"(?:\b(?:req(?:uisition)?|ref(?:erence|erenz)?|job|position|vacancy|id|nr|no|réf|kennziffer|stellen-?nr)\.?\s*[#:.]?\s*)?"
    r"(?:#\s*)?\b(?:[A-Z]{1,4}-?)?\d{3,}[\w/-]*\b(?:BR\b)?[:,]?",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"[\s,–-]*\b(?:spring|summer|autumn|fall|winter|sommer|herbst|frühjahr|été|printemps|automne|verano|otoño)?\s*"
    r"(?:term|semester|intake|cohort)?\s*20\d\d(?:\s*[/–-]\s*(?:20)?\d\d)?\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:our|the|a|an|your|this|that|my|one|new|open|vacant|current|advertised|full[- ]time|part[- ]time|permanent|temporary|"
    r"internal|external|position|role|post|job|vacancy|posting|opening|opportunity|of|as|for|to|at|"
    r"eine?[nrms]?|die|der|das|den|dem|ihre?|unsere?[nrms]?|stelle|position|als|zur?|zum|für|"
    r"le|la|les|l['’]|un|une|notre|poste|emploi|offre|de|d['’]|du|des|en tant que|"
    r"el|los|las|una?|nuestro|nuestra|puesto|plaza|vacante|como)(?:\s+|(?<=['’])))+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,]*\b(?:positions?|roles?|posts?|jobs?|vacanc(?:y|ies)|openings?|opportunit(?:y|ies)|applications?|spots?|gig|contract|"
    r"interviews?|stelle|position|bewerbung|poste|puesto|vacante|team|role at|"
    r"application received|update|status|feedback|offer|invitation|next steps?)\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|you|your|we|i|they|he|she|it|thank|thanks|please|received|"
    r"this|not|ist|sind|wird|werden|haben|hat|sie|wir|ich|ihre|danke|bitte|est|sont|avons|vous|votre|nous|je|merci|es|son|"
    r"hemos|gracias|su|tu|usted|who|which|that|what|when|if|because|closed|open|looking|hiring|need|needs)\b",
    re.IGNORECASE,
)
_SMALL = frozenset("of for and & in to the de du des la le en et y e del von für der die das und zur im / à au aux con l d".split())


def role_of(message: Message, text: str, language: str) -> str:
    """The job's title as the mail gives it, or "" when it gives none for sure."""
    subject = _PREFIX.sub("", message.subject)
    for phrase in _phrases(subject, text[:_READ], language):
        if role := _title(phrase, language):
            return role
    return _whole(subject, language)


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
    words = role.split()
    if not 1 <= len(words) <= 9 or len(role) > 80 or _SENTENCE.search(role):
        return ""
    nouns = title_words(role, language)
    return role if nouns and not _is_bare_person(role, language) else ""


def _cleaned(phrase: str) -> str:
    """Without numbers, season, (m/w/d), brackets, articles and the word "position"."""
    role = " ".join(phrase.split()).strip(" \"'„“”«»*_‘’")
    for pattern in (_GENDER, _BRACKETS, _NUMBER, _SEASON):
        role = pattern.sub(" ", role)
    role = " ".join(role.split()).strip(" ,;:–—-|/.\"'„“”«»*’")
    role = re.split(r"\s[–—|·•-]\s|\s*[|·•]\s*", role)[0]
    role = _LEAD.sub("", role)
    for _ in range(2):
        role = _TAIL.sub("", role)
    return role.strip(" ,;:–—-|/.\"'„“”«»*")


def _is_bare_person(role: str, language: str) -> bool:
    """Whether only somebody's function is named ("manager", "team", "Hiring Manager"), not a job."""
    return folded(role, language) in _NOT_JOBS


_NOT_JOBS = frozenset(
    (
        "hiring manager|manager|director|recruiter|hiring lead|line manager|team lead|team leader|interviewer|member|lead|head|partner|"
        "candidate|applicant|writer|reader|owner|agent|rep|assistant|worker|hand|placement|judge|crew|guide|associate|"
        "recruitment manager|recruiting coordinator|recruitment coordinator|talent partner|hr manager|hiring partner|hiring assistant|"
        "hr director|doctor|captain|editor|producer|clinician|governor|president|chair|deputy|ward|general manager|"
        "mitarbeiter|leiter|leitung|ausbildung|kraft|responsable|charge|chef|stage|practicas|jefe|encargado|direktor|vertrieb|verkauf"
    ).split("|")
)


def _whole(subject: str, language: str) -> str:
    """The subject itself where it is nothing but a title: "Asset Manager, Logistics"."""
    first = re.split(r"\s[–—|·-]\s|\s*[|·:]\s*", subject)[0]
    words = _cleaned(first).split()
    if not 1 <= len(words) <= 7 or "?" in subject or "!" in subject:
        return ""
    role = _title(first, language)
    nouns = title_words(role, language)
    head = re.split(r",| (?:of|for|in|de|für|en) ", role)[0]
    if not nouns or not title_words(head, language):
        return ""
    last_noun = title_words(head, language)[-1] if language in ("en", "de") else 0
    ends = last_noun == len(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", head)) - 1 or language not in ("en", "de")
    return role if ends and role[:1].isupper() else ""
