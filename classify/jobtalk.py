"""Whether a mail's words are about work at all: a parcel, a permit and an eye test have appointments and
applications of their own (``domain.md`` §3.3 no. 23)."""

import re

from classify.folding import folded
from store.records import Message
from store.vocabulary import SenderKind

_READ = 3_000
_ABOUT_JOBS = re.compile(
    r"\b(?:applications?|applicants?|appl(?:y|ied|ying)|candida\w+|interview\w*|hiring|recruit\w+|vacanc\w+|job|jobs|"
    r"role|position|resume|cv|"
    r"onboarding|employment|salary|offer letter|shortlist\w*|talent|bewerb\w+|stelle\w*|vorstellungsgesprach|"
    r"lebenslauf|arbeitsvertrag|gehalt\w*|zeugnis\w*|eintritts\w+|unterlagen|"
    r"poste|entretien|recrutement|embauche|emploi|pretentions|puesto|entrevista|empleo|vacante|seleccion|curriculum|"
    r"trabajo|solicitud|contrat\w*|notice period|referees?|earn|income)\b"
)
_SURELY = re.compile(
    r"\b(?:interview\w*|hiring|recruit\w+|vacanc\w+|job|jobs|roles?|positions?|posts?|resume|cv|shortlist\w*|"
    r"candidates?|candidacy|candidatura\w*|candidature\w*|candidat\w*|bewerb\w+|stelle\w*|vorstellungsgespr\w+|"
    r"lebenslauf|arbeitsvertrag|personal\w*|praktik\w+|ausbildung\w*|"
    r"poste|entretien|recrutement|embauche|emploi|stage|alternance|puesto|entrevista|empleo|vacante|seleccion|"
    r"curriculum|trabajo|join (?:us|our|the team)|your experience|skills|career\w*|internship|apprentice\w*|"
    r"background|salary|talent|assessment|references)\b"
)
_APPLICATION = re.compile(r"\b(?:applications?|applied|applying|solicitud\w*|inscripcion\w*)\b")
_ELSEWHERE = re.compile(
    r"\b(?:permits?|visas?|passport|loans?|credit|cards?|mortgage|tenan\w+|housing|flat|membership|licen[cs]es?|"
    r"insurance|accounts?|grants?|benefits?|allowance|parking|planning|permiso|prestamo|tarjeta|seguro|matricula)\b"
)
"""What else one applies for (``domain.md`` §3.3 no. 23)."""
_FOR_JOBS = frozenset((SenderKind.TRACKING_SYSTEM, SenderKind.TEST_PLATFORM, SenderKind.SCHEDULER))


def is_about_jobs(plain: str) -> bool:
    """Whether at least two different words of the world of work are in the folded text; one is met in any mail."""
    first = _ABOUT_JOBS.search(plain)
    while first is not None:
        second = _ABOUT_JOBS.search(plain, first.end())
        if second is None or second.group() != first.group():
            return second is not None
        first = second
    return False


def may_mean_a_job(message: Message) -> bool:
    """Whether a mail without a role may be about a job: its sender sends nothing else, or a word of it says so."""
    if message.sender_kind in _FOR_JOBS:
        return True
    plain = folded(f"{message.subject}\n{message.text[:_READ]}", "en")
    if _SURELY.search(plain):
        return True
    return _APPLICATION.search(plain) is not None and _ELSEWHERE.search(plain) is None


def is_bulk(message: Message) -> bool:
    """Whether a mail goes to many from a sender that is no hiring platform (RFC 2369, RFC 2919)."""
    marks = message.marks
    many = bool(marks.list_unsubscribe or marks.list_id) or marks.precedence.lower() in ("bulk", "list", "junk")
    return many and message.sender_kind not in _FOR_JOBS | {SenderKind.JOB_BOARD}
