"""Phrases that say whose job it is: "applying to X", "the position at X", "X has invited "
"you" (``domain.md`` §4.4, 3)."""

import re
from collections.abc import Iterator

from classify.employer_names import DATED, is_name, is_persons_name, nominative, without_noise
from classify.titles import is_title

_WORD = r"[^\W_a-zß-öø-ÿ][\w'’&+-]*(?:\.[\w-]+)*"
_JOIN = r"(?: (?:&|\+|and|of|for|the|de|du|des|la|le|del|der|für|und|et|y|von|zu|in)){1,2}"
NAME = rf"(?<!\w)(?P<name>(?:[Tt]he )?{_WORD}(?:(?:{_JOIN})? {_WORD}){{0,6}})"
_THE = r"(?:(?:the|The|der|dem|den|die|das|la|le|el|l['’]) ?)?"

_LABEL = {
    "en": r"(?:Company|Employer|Organisation|Organization|Client|Hiring company|Business name)",
    "de": r"(?:Unternehmen|Firma|Arbeitgeber|Einrichtung|Auftraggeber)",
    "fr": r"(?:Entreprise|Société|Employeur|Établissement)",
    "es": r"(?:Empresa|Compañía|Organización|Cliente)",
}
_STRONG: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?i:\b(?:appl(?:ying|ied|y|ication) (?:for|to|as)|considered for|interest in|interested in) "
        r"(?:[\w/&(),.+-]+ ){1,9}?"
        rf"(?:at|with)) {_THE}{NAME}",
        rf"(?i:\b(?:applying|application|applied|apply|candidacy|submission) (?:to|with|at)) {_THE}{NAME}",
        rf"(?i:\b(?:your )?(?:interest in|(?:in )?(?:a career|careers|working|employment|opportunities|work) (?:at|"
        rf"with|for)|"
        rf"(?:for )?considering|for choosing|(?:to )?join(?:ing)?|welcome to|interview(?:ing)? (?:with|at)|"
        rf"next steps? (?:with|at)|(?:position|role|job|post|vacancy|opening|internship|apprenticeship|placement|"
        rf"opportunity|"
        rf"seat|offer|assessment|application process|recruitment process|interview process|hiring process|journey) "
        rf"(?:at|with|here at)|offer from|application from|message from|update from|invitation from|thank you from|"
        rf"(?:hiring|talent|people|recruiting|recruitment|hr) (?:\w+ )?(?:team|assistant|partner|manager) (?:at|of|"
        rf"from|for))) "
        rf"{_THE}{NAME}",
        rf"(?i:\b(?:was|were|been) sent to) {_THE}{NAME}",
        rf"{NAME} (?i:(?:has |have )?(?:invited|invites) you|sent you a|has received your|received your|is "
        rf"interested in you|"
        rf"requested an interview|would like you to (?:take|complete))",
        rf"(?i:\b(?:here at|I(?:'m| am) (?:\w+ ){{0,5}}?(?:at|from|with))) {_THE}{NAME}",
    ),
    "de": (
        rf"(?i:\b(?:bewerbung|bewirbst|bewerben|beworben|interesse|vorstellungsgespräch|gespräch|kennenlernen|"
        rf"praktikum|ausbildung|"
        rf"karriere|mitarbeit|tätigkeit|stelle|position|job|einstieg|arbeit)) (?:[\w/():*,.-]+ ){{0,9}}?(?i:bei|bei "
        rf"der|beim|im hause) "
        rf"{_THE}{NAME}",
        rf"(?i:\b(?:interesse an einer (?:mitarbeit|tätigkeit) (?:bei|in)|willkommen bei|team (?:von|der)|im namen "
        rf"(?:der|von)|für die firma)) {_THE}{NAME}",
        rf"{NAME} (?i:hat sie (?:zu|ein)|lädt sie|hat dich|lädt dich)",
    ),
    "fr": (
        rf"(?i:\b(?:candidature|postul\w+|entretien|poste|stage|alternance|offre|intégrer|rejoindre|équipe|"
        rf"travailler|recrutement)) "
        rf"(?:[\w/().,'’-]+ ){{0,9}}?(?i:chez|auprès de|au sein de|au sein du|au sein d['’]) ?{_THE}{NAME}",
        rf"(?i:\b(?:intérêt (?:porté à|pour)|rejoindre|intégrer)) {_THE}{NAME}",
        rf"{NAME} (?i:vous invite|vous a invité)",
    ),
    "es": (
        rf"(?i:\b(?:candidatura|solicitud|inscripción|entrevista|puesto|vacante|proceso(?: de selección)?|prácticas|"
        rf"oferta|trabajar|"
        rf"equipo|interés|incorporarte|unirte)) (?:[\w/().,-]+ ){{0,8}}?(?i:en|de parte de) {_THE}{NAME}",
        rf"{NAME} (?i:te ha invitado|te invita|le invita|ha recibido tu)",
    ),
}
_PATTERNS = {
    language: tuple(re.compile(source) for source in (rf"(?im:^\s*{_LABEL[language]} ?):[ \t]*(?-i:{NAME})", *sources))
    for language, sources in _STRONG.items()
}
_IN_SUBJECT = (
    re.compile(rf"^(?:(?i:re|fwd?|aw|wg|tr|rv): ?)*\[{NAME}\]"),
    re.compile(rf"^(?:(?i:re|fwd?|aw|wg|tr|rv): ?)*{NAME} [|·]"),
    re.compile(rf"[|·] {NAME}$"),
)
_SIGNED = re.compile(
    rf"(?m)^(?i:the |your |das |dein |ihr |l['’]équipe (?:de |du )?|el equipo de )?{NAME}[ ]?"
    r"(?<= |[\w.])(?i:(?:global |people |early careers |graduate )?(?:recruiting|recruitment|talent(?: acquisition)?|"
    r"hiring|"
    r"people(?: & culture| team|\b)|careers|hr|human resources|staffing|resourcing|admissions)(?: team| department| "
    r"office)?|team)\s*$"
)
_THROUGH_PLATFORM = (
    re.compile(
        rf"(?m)^(?:\w+ (?:from|at) )?{NAME} (?i:wants? (?:to|you)|would like|requests?\b|requested|is (?:waiting|"
        rf"interested|inviting|hiring)|personally invited|"
        rf"viewed your|has (?:told|asked|given|been notified|invited|sent|requested|viewed|received)|invites?\b|"
        rf"invited|asks? you|asked|thinks|looked|"
        rf"vous (?:invite|propose)|te (?:invita|ha)|hat (?:sie|dich|dir|ihnen|ihre)|lädt (?:sie|dich)|möchte)"
    ),
    re.compile(rf"(?i:\b(?:wurde|wird|haben wir) an) {_THE}{NAME} (?i:gesendet|übermittelt|weitergeleitet|geschickt)"),
    re.compile(rf"(?i:\b(?:se ha|ha sido) enviad[ao] (?:\w+ ){{0,4}}a) {_THE}{NAME}"),
    re.compile(
        rf"(?i:\b(?:envoyée?s? à|sent to|(?:passed|forwarded|sent|submitted|transmitted) (?:\w+ ){{0,9}}?(?:on )?to|"
        rf"assessment for|"
        rf"übermittelt an|gesendet an|enviad[ao]s? a|weitergeleitet an|the team at|hiring (?:at|for)|recruiter at|"
        rf"(?:sent|message|news|update|invitation|test|assessment|challenge) from)) {_THE}{NAME}"
    ),
    re.compile(rf"^(?:(?i:re|fwd?): ?)*(?:[A-Z][\w-]+ (?:from|at|of) ){NAME}"),
)
_TITLE_AT = re.compile(rf"(?P<who>[^\W\d_][\w/&, -]{{2,60}}?) (?:at|@|chez|bei) {NAME}")
_LINE_OF_PERSON = re.compile(rf"(?m)^(?P<who>[^\W\d_][^,|\n@]{{1,50}}?)(?:, | \| | at | @ | · | - |, at ){NAME}[ ]*$")
_CLIENT = re.compile(
    rf"(?i:\b(?:(?:my|our|the|a) client|unser(?:e[nmrs]?)? (?:kunde|mandant)\w*|on "
    rf"behalf of|"
    rf"eine[nmrs]? (?:unsere[rsn]?|meine[rsn]?) (?:kund|mandant|klient)\w+|mein(?:e[nmrs]?)? (?:kunde|mandant)\w*|"
    rf"unser(?:e[nmrs]?)? (?:auftraggeber|klient|kundenunternehmen)\w*|"
    rf"im auftrag (?:von|der|des|unsere[rs] (?:kund|mandant)\w+)|"
    rf"(?:notre|mon|un) client|(?:l['’])?une? de (?:nos|mes) (?:entreprises )?cliente?s|notre (?:entreprise )?cliente|"
    rf"pour le compte de(?: notre client)?|"
    rf"(?:nuestr[oa]|mi|un) client[ea]|un[oa] de (?:nuestr[oa]s|mis) (?:empresas )?client[ea]s|"
    rf"en nombre de|por cuenta de)),?:? "
    rf"(?i:named |called |our client |the |at |(?:die |der )?firma |(?:la )?soci[ée]t[ée] |l['’]entreprise |"
    rf"(?:la )?empresa |die |der |das |dem |den |la |le |les |l['’]|el |los |las )?{NAME}"
)
_AT_CLIENT = (
    re.compile(
        rf"(?i:\b(?:interview|role|position|job|post|cv|application|profile|offer|people|team|feedback|meeting|back|heard|poste|"
        rf"stelle|gespräch|"
        rf"entretien|entrevista|réponse|news|word|retour|nouvelles|direction|"
        rf"respuesta|noticias|vacante|puesto|dossier|rückmeldung|antwort|unterlagen) (?:to|at|with|from|over at|bei|"
        rf"bei der|von der|von|chez|de|en|de la|du|des)) "
        rf"{NAME}"
    ),
    re.compile(
        rf"(?m)(?:^|[.!?:,] )(?:(?i:die|der|das|la|le|el|a la|a) |[Ll]['’])?{NAME} (?i:möchte|würde|hätte|lädt|"
        rf"souhaite|"
        rf"souhaiterait|aimerait|vous propose|n['’]a|quiere|desea|le gustó|te quiere|le interesó|have|has|had|"
        rf"would like|want|wants|decided|came back|rang|called|loved|liked|"
        rf"likes|"
        rf"is offering|are offering|ont|a décidé|tomó|han|ha decidido|haben|hat)\b"
    ),
)
_TITLE_FOR_CALL = re.compile(r".{3,60}? (?:call|chat|interview|meeting|screen|conversation)(?: with .{2,40})?")
_HEADING = re.compile(
    r"(?i)\b(?:confirmed|confirmation|scheduled|booked|updated|cancell?ed|reminder|invitation|event|call|chat|meeting|"
    r"interview|minute|min|screen|conversation|termin|rappel|recordatorio)\b"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Herrn|Mme|M|Sr|Sra)\.? $")
_HEADING_LENGTH = 150
"""Characters up to which a text is a heading rather than a mail."""
_NO_NAMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september "
        "october november december i we you your our this that it they he she please if thank thanks dear hi hello "
        "the a an "
        "zoom teams skype google microsoft phone video time date london berlin paris madrid new level stage step "
        "round us "
        "sie ihr ihre wir uns unser unsere ihnen herr frau uhr montag dienstag mittwoch donnerstag freitag januar "
        "februar märz "
        "vous nous votre notre madame monsieur lundi mardi mercredi jeudi vendredi usted nosotros linkedin indeed "
        "interest "
        "position role job application post vacancy interview bewerbung stelle poste puesto candidature candidatura "
        "cv resume "
        "all everyone human resources hr england scotland wales ireland germany france spain europe uk usa "
        "der die das le la les el los employer arbeitgeber unfortunately congratulations must sadly currently please "
        "client immediate urgent good great happy sorry mr mrs ms dr"
    ).split()
)


def named_employers(text: str, language: str) -> Iterator[str]:
    """Employers that the relation phrases of ``text`` name, in the order of trust."""
    for pattern in _PATTERNS.get(language, _PATTERNS["en"]):
        for match in pattern.finditer(text):
            name = clean(match["name"])
            if name and not (language == "es" and len(text) > _HEADING_LENGTH and _may_be_a_place(name, text)):
                yield name


def _may_be_a_place(name: str, text: str) -> bool:
    """Spanish has one word for "at" and "in": a single name that is met only once may be a town."""
    return " " not in name and text.count(name) < 2


def named_in_subject(subject: str) -> Iterator[str]:
    """Employers in brackets or set off by a bar: "[X] …", "X | …"."""
    for pattern in _IN_SUBJECT:
        if (match := pattern.search(subject)) and (name := clean(match["name"])):
            yield name


def named_beside_title(line: str) -> str:
    """The employer of a scheduler's heading such as "Confirmed: Tallybean – Operations Associate call", or ""."""
    parts = [part.strip() for part in re.split(r"\s[–—|·/-]\s|:\s", line)]
    if not any(is_title(part) or _TITLE_FOR_CALL.fullmatch(part) for part in parts):
        return ""
    whole = (re.fullmatch(NAME, part) for part in parts)
    names = [name for match in whole if match and (name := clean(match["name"])) and not _HEADING.search(name)]
    return names[0] if len(names) == 1 else ""


def signed_employer(text: str) -> str:
    """The employer of a sign-off such as "Tallgrass Talent Team", or ""."""
    for match in reversed(list(_SIGNED.finditer(text[-600:]))):
        if name := clean(match["name"]):
            return name
    return ""


def named_through_platform(subject: str, text: str, *, by_person: bool = False) -> Iterator[str]:
    """Employers that a board or test platform speaks for, and those of the people who write through one.

    Where it is a person who writes (``by_person``), who "sent you a message" is that person.
    """
    for pattern in _THROUGH_PLATFORM[by_person:]:
        for where in (subject, text):
            for match in pattern.finditer(where):
                if name := clean(match["name"]):
                    yield name
    for match in _TITLE_AT.finditer(f"{subject}\n{text}"):
        if is_title(match["who"]) and (name := clean(match["name"])):
            yield name
    for match in _LINE_OF_PERSON.finditer(text):
        if (is_title(match["who"]) or is_persons_name(match["who"])) and (name := clean(match["name"])):
            yield name


def named_client(subject: str, text: str) -> str:
    """The client an agency names, or ""; a single word counts as one only where the subject has it too."""
    for pattern in (_CLIENT, *_AT_CLIENT):
        for match in pattern.finditer(text):
            name = clean(match["name"])
            if name and (" " in name or name in subject) and not _TITLED.search(text, 0, match.start("name")):
                return name
    return ""


def clean(name: str) -> str:
    """A name cut out of running text, or "" when it cannot be an employer's."""
    words = DATED.sub("", name).split()
    while words and words[0].lower() in ("the", "our"):
        words.pop(0)
    if not words or re.split(r"['’]", words[0].lower())[0] in _NO_NAMES:
        return ""
    bare = nominative(without_noise(" ".join(words)).rstrip("."))
    bare = re.sub(r"['’]s$| (?:and|&) I(?:['’]\w+)?$", "", bare)
    if not is_name(bare) or is_title(bare) or is_persons_name(bare) or len(bare) < 3:
        return ""
    return bare
