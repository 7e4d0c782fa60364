"""Which part of a sentence is only hypothetical (``domain.md`` §3.2: the commonest false rejection is a hedge).

Four things are told apart, all in folded text:

- a condition about what the employer may decide ("if you are not selected, …", "only shortlisted candidates will …"):
  hypothetical, and so is what hangs on it;
- a polite condition about what the person wants or can do ("if Tuesday suits you, …", "if you have questions …"):
  no hedge at all, the sentence means what it says;
- what stands in quotation marks is told, not said;
- a decision that has been taken stands, whatever condition shares its sentence ("we have chosen someone else; if …").
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Language:
    """``mark`` opens a condition; ``polite`` matches there when it is one of courtesy; ``taken`` is a decision made,
    ``sorry`` a word of regret that announces one; ``open`` a future or modal verb that a later condition governs;
    ``general`` a rule about candidates at large, or a mere possibility. Without one of the ``marks`` (``generals``) in
    a sentence, ``mark`` (``general``) does not match in it."""

    marks: tuple[str, ...]
    generals: tuple[str, ...]
    mark: re.Pattern[str]
    polite: re.Pattern[str]
    taken: re.Pattern[str]
    sorry: re.Pattern[str]
    open: re.Pattern[str]
    general: re.Pattern[str]


_LANGUAGES: dict[str, _Language] = {
    "en": _Language(
        marks=tuple("if|should|whether|unless|in case|in the event|provided|assuming|as soon as|once".split("|")),
        generals=tuple(
            "may|might|who|selected|short|success|incomplete|late|unsolicited|duplicate|either way|regardless|"
            "whatever".split("|")
        ),
        mark=re.compile(
            r"\b(?:if|should (?:you|your|we|our|the|a|an|there|this|any|it)|whether|unless|in case|in the event|"
            r"provided (?:that|you|your)|assuming|as soon as (?:your|we)|once (?:your|we|the|all|our))\b"
        ),
        polite=re.compile(
            r"(?:if|should|whether|in case|unless|in the event|provided)(?: or not)?(?: that)? (?:"
            r"(?:you|u|you're|you'd|you've|you'll|either of you)\b(?! (?:have|are|were|do|did|had|has|'re)?(?: been)?"
            r" ?(?:not |n't )?(?:been )?(?:hear|heard|select|success|unsuccess|shortlist|chosen|a match|suit|qualif"
            r"|progress|appoint|accepted|the right))[^,]{0,50}\b(?:question|quer|interest|availab|free|happy|open"
            r"|keen"
            r"|like|wish|want|prefer|unable|need|require|able|can|can't|cannot|could|concern|problem|trouble|feedback"
            r"|chat|talk|speak|around|up for|fancy|mind|feel|anything|have any|know|agree|accept|decide|hesitat"
            r"|received"
            r" this|did not (?:request|apply|make|ask|sign)|didn't (?:request|apply|make|ask|sign)|no longer wish)"
            r"|(?:that|this|it|any|none|these|those|either|neither|one|another|the (?:time|date|slot|day)|there)\b"
            r".{0,40}\b(?:work|works|suit|suits|fit|fits|convenient|okay|ok|possible|sounds?|appeals?|interests?"
            r"|easier|better|helps?|anything|problem|question|clash)"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|we (?:can|could|may|might) (?:talk|speak|chat|meet|move"
            r"|call)|(?:possible|not|so|needed|necessary|anything|I'm honest)\b)"
        ),
        taken=re.compile(
            r"\b(?<!may )(?<!might )(?:(?:have|has|had|we've|it's|i've|'ve)"
            r" (?:\w+ ){0,2}(?:decided|chosen|selected|filled|gone|made|offered|moved|hired|appointed|closed|opted|"
            r"elected|progressed|concluded|accepted|withdrawn|cancelled|paused)|(?:decided|chose|went|opted) "
            r"(?:not|to|"
            r"with|for)|(?:we are|we're|i am|i'm|we will|we'll|we won't) (?:not |unable )(?:\w+ )?(?:to offer|moving|"
            r"progressing|taking|proceeding|inviting|offering|continuing|going)|unable to offer)\b"
        ),
        sorry=re.compile(r"\b(?:unfortunately|sadly|regret|afraid)\b"),
        open=re.compile(r"(?:\b(?:will|may|might|can|could|would|shall|won't|do not|don't|please)\b|'ll\b|'d\b)"),
        general=re.compile(
            r"\b(?:may|might) have \w+(?:ed|en)\b|\b(?:you|we|they|this|it) (?:may|might) (?:\w+ )?(?:be|receive"
            r"|get|ask|invite|contact|need|not|or)\b"
            r"|\b(?:only|those|all|any|candidates?|applicants?|people|persons|everyone|anyone)\b.{0,40}\b(?:who|"
            r"selected|shortlisted|short-listed|successful|unsuccessful|whose)\b.{0,60}\b(?:will|can|should|may)\b"
            r"|\b(?:incomplete|late|unsolicited|duplicate) (?:\w+ )?(?:applications?|submissions?|forms?)\b"
            r"|\b(?:either way|regardless of the outcome|whatever the (?:outcome|decision|result)|decision either "
            r"way)\b"
        ),
    ),
    "de": _Language(
        marks=("falls", "sofern", "sollt", "wenn", "ob", "im fall", "fuer den fall", "vorausgesetzt", "sobald"),
        generals=("unvollstaendig", "verspaetet", "absage", ", d", "nur "),
        mark=re.compile(
            r"\b(?:falls|sofern|sollten? (?:sie|ihr|ihre|wir|du|dein|deine|es|die|der|das|unser|sich)|wenn|ob|"
            r"im falle?|fuer den fall|vorausgesetzt|sobald)\b"
        ),
        polite=re.compile(
            r"(?:falls|sofern|sollten?|wenn|ob|vorausgesetzt)\b(?!.{0,90}\b(?:sagen (?:wir|ich) (?:ihnen|dir|euch)"
            r"|absage)\b)"
            r"(?![^,]{0,60}\b(?:nicht pass\w*|engere\w*|auswahl|ausgewaehlt|"
            r"beruecksicht\w*|absage|zusage|profil|bewerbung|unterlagen|erfolg\w*"
            r"|ueberzeug\w*)\b)[^,]{0,60}\b(?:frage\w*|rueckfrage\w*|interesse\w*|zeit|"
            r"passt|passen|kommen|koennen|koennten|kannst|koenntest|moechten|moechtest|wuensch\w*|brauch\w*"
            r"|benoetig\w*"
            r"|lust|recht|melden|verhindert|moeglich|einverstanden|zusag\w*|teilnehmen)"
        ),
        taken=re.compile(
            r"\b(?:entschieden|besetzt|vergeben|absagen|abgesagt|nicht mehr|gefallen|ausgewaehlt|"
            r"zurueckgezogen|gestoppt|ausgesetzt)\b"
        ),
        sorry=re.compile(r"\b(?:leider|bedauer\w*)\b"),
        open=re.compile(r"\b(?:werden|wird|koennen|kann|melden|wuerden|bitte|moegen|duerfen)\b"),
        general=re.compile(
            r"\b(?:unvollstaendige|verspaetete) (?:\w+ )?(?:bewerbung|unterlagen)|\bzu- oder absage|zusage oder "
            r"absage"
            r"|\b(?:bewerber\w*|kandidat\w*|personen), (?:die|deren)\b|\bnur (?:\w+ ){0,3}(?:bewerber|kandidat)\w*"
        ),
    ),
    "fr": _Language(
        marks=tuple(
            "si|s'il|au cas ou|dans le cas ou|a condition|a moins que|en cas de|lorsque|des que".split("|")
        ),
        generals=("seul", "candidat", "dossier", "qu'elle", "que ", "positive ou", "favorable ou", "sans "),
        mark=re.compile(
            r"(?:\b(?:si|au cas ou|dans le cas ou|a condition|a moins que|en cas de|lorsque|des que)\b|\bs'ils?\b)"
        ),
        polite=re.compile(
            r"(?:si|au cas ou|dans le cas ou|en cas de|s'ils?)\b[^,]{0,50}\b(?:question\w*|interess\w*|disponib\w*"
            r"|libre\w*"
            r"|convien\w*|souhait\w*|besoin|voul\w*|vous voulez|prefer\w*|possible|empech\w*|arrange\w*|envie"
            r"|d'accord"
            r"|pouv\w*|tente\w*|rendez-vous)"
        ),
        taken=re.compile(
            r"\b(?:(?:avons|ai|a|ont) (?:\w+ ){0,2}(?:decide|choisi"
            r"|retenu|"
            r"pourvu|recrute|selectionne)|n'a pas ete|n'avons pas|ne pouvons pas|ne sera pas|plus d'actualite"
            r"|pourvu)\b"
        ),
        sorry=re.compile(r"\b(?:malheureusement|regret\w*|navre\w*|desole\w*)\b"),
        open=re.compile(r"\b(?:\w+(?:rons|rez|ront|rai|ra)|pouvons|pouvez|veuillez|merci)\b"),
        general=re.compile(
            r"\b(?:seuls?|seules?) (?:les )?(?:\w+ ){0,2}(?:candidat|profil)|\b(?:candidatures?|dossiers?) incomple"
            r"|\b(?:qu'elle soit|que (?:la |notre )?(?:reponse|decision) soit|positive ou|favorable ou)\b"
            r"|\bles candidat\w* (?:retenu|non retenu|selectionne|qui|dont)|sans (?:reponse|nouvelle|retour) de "
            r"notre part"
        ),
    ),
    "es": _Language(
        marks=("si", "en caso de", "en el caso de", "siempre que", "a menos que", "salvo que", "cuando", "una vez"),
        generals=("solo", "solamente", "unicamente", "candidat", "solicitud"),
        mark=re.compile(r"\b(?:si|en caso de|en el caso de|siempre que|a menos que|salvo que|cuando|una vez)\b"),
        polite=re.compile(
            r"(?:si|en caso de|siempre que)\b[^,]{0,50}\b(?:duda\w*|pregunta\w*|interes\w*|disponib\w*|viene bien|va "
            r"bien|"
            r"parece|dese\w*|quier\w*|necesit\w*|prefier\w*|pued\w*|podria\w*|gusta\w*|encaja el horario|posible|"
            r"inconvenient\w*|apetece)"
        ),
        taken=re.compile(
            r"\b(?:(?:hemos|ha|han|se ha) (?:\w+ "
            r"){0,2}(?:decidido"
            r"|optado|elegido|seleccionado|cubierto|cerrado|cancelado)|no has sido|no ha sido|ya no|no seguiremos|"
            r"no continuaremos)\b"
        ),
        sorry=re.compile(r"\b(?:lamenta\w*|sentimos|desafortunadamente)\b"),
        open=re.compile(r"\b(?:\w+(?:remos|ras|ran|ra)|puede\w*|podemos|por favor)\b"),
        general=re.compile(
            r"\b(?:solo|solamente|unicamente) (?:\w+ ){0,4}(?:candidat|person|seleccionad|preseleccionad)"
            r"|\b(?:candidaturas?|solicitudes) incomplet|\blos candidatos (?:que|no|cuyo|seleccionad)"
        ),
    ),
}  # fmt: skip
_QUOTED = re.compile(r'"[^"]{15,300}"?')
_OPENING = 28
"""Characters before a condition that still count as its opening ("Please note that if …")."""


def hedge(sentence: str, language: str) -> tuple[int, int]:
    """The span of ``sentence`` (folded) that is hypothetical; an empty span means that it is plain."""
    rules = _LANGUAGES.get(language, _LANGUAGES["en"])
    mark = rules.mark.search(sentence) if any(map(sentence.__contains__, rules.marks)) else None
    if mark is None:
        may_be = any(map(sentence.__contains__, rules.generals))
        is_general = may_be and rules.general.search(sentence) is not None and rules.taken.search(sentence) is None
        return (0, len(sentence)) if is_general else _quotation(sentence)
    if rules.polite.match(sentence, mark.start()):
        return (0, 0)
    if mark.start() <= _OPENING and not _is_decided(sentence[: mark.start()], rules):
        return _after_opening(sentence, mark, rules)
    head = sentence[: mark.start()]
    if _is_decided(head, rules) or rules.open.search(head) is None:
        return (mark.start(), len(sentence))
    return (0, len(sentence))


def _quotation(sentence: str) -> tuple[int, int]:
    """The first longer quotation: words of others, told by a newsletter, decide nothing."""
    quotation = _QUOTED.search(sentence) if '"' in sentence else None
    return quotation.span() if quotation else (0, 0)


def _after_opening(sentence: str, mark: re.Match[str], rules: _Language) -> tuple[int, int]:
    """The hedge of a sentence that opens with its condition: all of it, unless its main clause is a decision made."""
    comma = sentence.find(",", mark.end())
    if comma > 0 and _is_decided(sentence[comma:], rules):
        return (mark.start(), comma)
    return (mark.start() if mark.start() > _OPENING else 0, len(sentence))


def _is_decided(clause: str, rules: _Language) -> bool:
    """Whether a clause tells a decision that has been taken, or announces one with regret."""
    return rules.taken.search(clause) is not None or rules.sorry.search(clause) is not None
