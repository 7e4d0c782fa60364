"""Numbers and addresses that name one posting (``domain.md`` §4.4, 2): never a year, never a candidate's number."""

import re
from collections.abc import Iterable, Iterator

_SHAPES = (
    re.compile(r"\b(?P<id>R-?\d{5,8})\b"),
    re.compile(r"\b(?P<id>(?:REQ|JR|RQ|JOB|JO|VAC|VA)[-_ ]?\d{3,8})\b", re.IGNORECASE),
    re.compile(r"\b(?P<id>\d{4,7}BR)\b", re.IGNORECASE),
)
_LABELLED = re.compile(
    r"\b(?:job|requisition|req|position|posting|vacancy|announcement|competition|stellen|vacante|oferta|offre|poste|"
    r"kennziffer|"
    r"referenznummer|referenz|référence(?: de l['’]offre)?|referencia(?: de la oferta)?|ausschreibung|job[- ]?nr|"
    r"stellen-?(?:id|nr|nummer))"
    r"[ -]?(?:id|no|nr|number|nummer|code|ref(?:erence)?|#|n°|nº)?\.?\s*(?:is|ist|:|#|\bn°|\bnº)?\s*[:#]?\s*"
    r"(?<=[\s:#.º°])(?P<id>(?=[\w/.-]*\d{3})[A-Z0-9][A-Z0-9/._-]{2,24})",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{3}")
"""No number of a posting has fewer in a row."""
_OF_A_PERSON = re.compile(
    r"\b(?:candidate|applicant|application|applicants?'?|user|person|profile|roll|bewerber(?:in)?|bewerbungs|"
    r"kandidaten|candidat(?:e|ure)?|"
    r"candidato|solicitud|phone|tel|call|invoice|order|customer|case|ticket)[ -]?(?:id|no|nr|number|nummer|n°|nº|"
    r"ref(?:erence)?|code)?\.?\s*"
    r"[:#]?\s*$",
    re.IGNORECASE,
)
_IS_SHAPED = re.compile(r"(?:R|REQ|JR|RQ|JOB|JO|VAC|VA)-\d+|\d+BR")
_YEAR = re.compile(r"(?:19|20)\d\d")
_POSTING = re.compile(
    r"https?://(?:"
    r"(?P<greenhouse>(?:job-)?boards(?:\.eu)?\.greenhouse\.io/[\w-]+/jobs/\d+)|"
    r"(?P<lever>jobs(?:\.eu)?\.lever\.co/[\w.-]+/[0-9a-f-]{36})|"
    r"(?P<ashby>jobs\.ashbyhq\.com/[\w.%-]+/[0-9a-f-]{36})|"
    r"(?P<workable>apply\.workable\.com/[\w-]+/j/\w+)|"
    r"(?P<smart>jobs\.smartrecruiters\.com/[\w-]+/\d+)|"
    r"(?P<workday>[\w-]+\.(?:wd\d+\.)?myworkdayjobs\.com/[^\s?#>\"')]*?_[\w-]*\d[\w-]*)|"
    r"(?P<personio>[\w-]+\.jobs\.personio\.(?:de|com)/job/\d+)|"
    r"(?P<recruitee>[\w-]+\.recruitee\.com/o/[\w-]+)|"
    r"(?P<teamtailor>[\w-]+\.teamtailor\.com/jobs/\d+)|"
    r"(?P<breezy>[\w-]+\.breezy\.hr/p/\w+)|"
    r"(?P<icims>careers-[\w-]+\.icims\.com/jobs/\d+)|"
    r"(?P<linkedin>(?:www\.)?linkedin\.com/(?:comm/)?jobs/view/\d+)|"
    r"(?P<indeed>(?:\w+\.)?indeed\.com/viewjob\?jk=[0-9a-f]+)"
    r")",
    re.IGNORECASE,
)


def requisitions_of(text: str) -> tuple[str, ...]:
    """The postings ``text`` names, each in one spelling: "REQ-12345", "123456BR", "jobs.lever.co/…"; in order."""
    found = dict.fromkeys([*_numbers(text), *_postings(text)])
    return tuple(found)


def is_other_posting(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two mails name different postings: numbers of one shape of which none is the same.

    Numbers of different shapes may well name one posting, as may an address beside a number.
    """
    first, second = ({number for number in each if _IS_SHAPED.fullmatch(number)} for each in (one, other))
    shapes = {_shape(number) for number in first} & {_shape(number) for number in second}
    return bool(shapes) and not first & second


def _shape(number: str) -> str:
    return re.sub(r"\d+", "0", number)


def _numbers(text: str) -> Iterator[str]:
    for pattern in (*_SHAPES, _LABELLED) if _DIGITS.search(text) else ():
        for match in pattern.finditer(text):
            number = _normal(match["id"])
            of_a_person = _OF_A_PERSON.search(text, max(0, match.start() - 40), match.start())
            if number and not of_a_person and not _in_a_link(text, match):
                yield number


def _normal(number: str) -> str:
    """One spelling; "" for a year, a date or too few digits."""
    plain = re.sub(r"[\s_]+", "-", number.strip(" .,-/_")).upper()
    if _YEAR.fullmatch(plain) or re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d", plain):
        return ""
    shaped = re.fullmatch(r"(R|REQ|JR|RQ|JOB|JO|VAC|VA)-?(\d+)", plain)
    if shaped:
        return "" if _YEAR.fullmatch(shaped[2]) else f"{shaped[1]}-{shaped[2]}"
    return plain if sum(sign.isdigit() for sign in plain) >= 3 else ""


def _in_a_link(text: str, match: re.Match[str]) -> bool:
    start = max(text.rfind(" ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
    return "://" in text[start : match.start()]


def _postings(text: str) -> Iterator[str]:
    for match in _POSTING.finditer(text) if "://" in text else ():
        address = match.group().partition("://")[2].lower().rstrip("/")
        yield address.removeprefix("www.").replace("/comm/", "/").replace("job-boards", "boards")
