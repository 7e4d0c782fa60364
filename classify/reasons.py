"""The reason a rejection gives (``domain.md`` §5.3): only what is written counts, and most give none."""

import re

from classify.sentences import sentences
from store.vocabulary import RejectionReason

_Rule = tuple[RejectionReason, re.Pattern[str]]

_EN_ROLE = (
    r"(?:position|role|vacancy|post|job|opening|requisition|req|place|seat|shift|slot|opportunity|search"
    r"|internship)"
)
_ENGLISH: tuple[tuple[RejectionReason, str], ...] = (
    (RejectionReason.ROLE_FROZEN, r"\b(?:hiring|recruitment|headcount|vacancy|budget) freeze\b|\b(?:put|placed"
         r"|gone|going|is|are|"
     rf"been|role|position) (?:\w+ )?on (?:hold|ice)\b|\b{_EN_ROLE}\b.{{0,40}}\b(?:paused|frozen|suspended"
     rf"|postponed)\b|\bpaus(?:e|ed"
     r"|ing) (?:all |our |the |this )?(?:hiring|recruitment|recruiting|search)\b"),
    (RejectionReason.INTERNAL_CANDIDATE, r"\binternal(?:ly)? (?:candidate|applicant|appoint\w+|fill\w*|promot\w+"
         r"|hire|move|transfer)\b|"
     r"\b(?:filled|appointed|promoted|recruited|hired) (?:it )?(?:internally|from within)\b|\bfrom within (?:the"
     r"|our) (?:team|company|"
     r"organi[sz]ation|own|school|ward|department)\b|\b(?:current|existing) (?:member of (?:staff|the team)"
     r"|employee|colleague)\b"),
    (RejectionReason.ROLE_CANCELLED, rf"\b{_EN_ROLE}s?\b.{{0,50}}\b(?:cancell?ed|withdrawn|discontinued|scrapped"
         rf"|eliminated|no longer "
     r"(?:needed|required|exists?|available|going ahead|open|being (?:recruited|filled)))\b|\bno longer "
     r"(?:recruiting|hiring|looking to "
     rf"(?:fill|hire)|filling)\b|\b(?:cancell?ed|withdrawn|withdrew|closed|pulled|scrapped) (?:the|this|that|our) "
     rf"(?:\w+ )?{_EN_ROLE}\b|"
     r"\b(?:decided|chosen) not to (?:fill|recruit|hire for|go ahead with)\b|\brestructur\w+|\breorgani[sz]ation\b"),
    (RejectionReason.ROLE_FILLED, rf"\b{_EN_ROLE}s?\b.{{0,50}}\b(?:(?:been|was|were|is|are|now|already) (?:\w+ "
         rf")?(?:filled|taken|accepted"
     rf"|gone)|offered and accepted)\b|\b(?:filled|fill) (?:the|this|that|our|all|my) (?:\w+ ){{0,3}}{_EN_ROLE}s?\b"),
    (RejectionReason.CAPACITY, r"\b(?:at|over|reached|reach) (?:full |our |its )?capacity\b"
         r"|\b(?:programme?|course|cohort|intake|list|"
     r"books|group|team) (?:\w+ )?(?:is|are) (?:now |already )?full\b|\b(?:no|ran out of|run out of) (?:more "
     r"|further |free )?(?:places|"
     r"spaces|slots|desks|spots)\b|\ball (?:\w+ ){0,2}(?:places|slots|spots|seats) (?:are|have been|were|got) "
     r"(?:filled|taken)\b"),
    (RejectionReason.ELIGIBILITY, r"\b(?:sponsor\w*|work (?:permit|authori[sz]ation|visa)|right to work|security "
         r"clearance|visa)\b.{0,80}"
     r"\b(?:not|unable|cannot|can't|without|required|need\w*|only|hold)\b|\b(?:not|unable|cannot|can't|don't|too "
     r"small)\b.{0,60}\b"
     r"(?:sponsor\w*|visas?|relocat\w+)\b|\b(?:ineligible|not eligible|eligibility)\b|\bgraduat\w+ (?:date|year)\b"),
    (RejectionReason.COMPENSATION, r"\b(?:salary|pay|rate|compensation|remuneration) (?:\w+ "
         r")?(?:expectations?|requirements?|range)\b.{0,"
     r"60}\b(?:above|beyond|exceed\w*|outside|over|higher|not|too)\b|\b(?:exceed\w*|outside|above|beyond|over"
     r"|stretch to"
     r"|match)\b.{0,40}"
     r"\b(?:our (?:budget|range|band|scale)|your (?:salary|rate|expectations?|figure))\b"),
    (RejectionReason.INTERVIEW_OUTCOME, r"\b(?:your|the|in) (?:\w+ ){0,2}(?:interview|test|assessment|assignment"
         r"|presentation|lesson|trial|"
     r"task|exercise|answers|scores?)\b.{0,60}\b(?:did not|didn't|was not|wasn't|were not|weren't|below|fell"
     r"|lacked|struggled|short of|"
     r"under the|not (?:quite )?(?:reach|meet|pass|score))\b|\b(?:did not|didn't|not) (?:pass|reach|meet"
     r"|achieve)\b.{0,50}\b(?:pass mark|"
     r"cut-?off|benchmark|threshold|test|assessment|interview|score)\b"),
    (RejectionReason.MISSING_REQUIREMENT, r"\b(?:require[sd]?|needs?|needed|calls? for|asks? for|essential|must "
         r"have|looking for|wanted"
     r")\b.{0,80}\b(?:years?|degree|licen[cs]e|certificat\w+|registration|qualification|diploma|fluen\w+"
     r"|experience (?:of|in|with))\b"
     r".{0,80}\b(?:not|n't|no|lack\w*|without|missing|none)\b|\b(?:lack\w*|without|do not (?:yet )?(?:have|hold"
     r"|possess)|don't (?:yet )?"
     r"(?:have|hold)|not (?:yet )?(?:have|hold)|does not (?:show|hold|include|have)"
     r"|missing)\b.{0,60}\b(?:years?|degree|licen[cs]e|"
     r"certificat\w+|registration|qualifications?|diploma|fluen\w+|(?:required|necessary|relevant|enough"
     r"|sufficient) (?:\w+ )?experience)"
     r"\b|\bminimum (?:\w+ )?(?:requirements?|qualifications?)\b.{0,40}\bnot\b|\bnot\b.{0,30}\bminimum (?:\w+ "
     r")?(?:requirements?|"
     r"qualifications?)\b"),
    (RejectionReason.OTHER_CANDIDATE, r"\b(?:another|other|different|stronger|preferred) (?:\w+ "
         r"){0,2}(?:candidate|applicant|person|"
     r"individual|finalist)s?\b|\b(?:candidate|applicant|someone|somebody|person|people|those"
     r"|others)s?\b.{0,60}\b(?:more (?:closely|"
     r"experienced|experience|suitable|suited|qualified|relevant)|closer|better|best|stronger|most closely)\b"
     r"|\b(?:went|gone|go|going|chose"
     r"|chosen|appointed|hired|offered|settled|opted)\b.{0,30}\b(?:with|to|for|on)? ?(?:someone|somebody|another"
     r"|a candidate|candidates)\b"
     r"|\b(?:job|role|post|position|place) (?:\w+ ){0,2}(?:went|gone|going|given) to (?:a|an|another|someone"
     r"|somebody|her|him)\b"),
    (RejectionReason.FIT_GENERAL, r"\bnot\b.{0,25}\b(?:(?:\w+ )?(?:match|fit)|suitable|suited|aligned?)\b"
         r"|\bn't\b.{0,25}\b(?:match|fit|suit"
     r"\w*|align\w*)\b|\b(?:do|does|did)(?: not|n't) (?:\w+ )?(?:match|fit|align|meet our (?:current )?needs)\b"),
)
_GERMAN: tuple[tuple[RejectionReason, str], ...] = (
    (RejectionReason.ROLE_FROZEN, r"\b(?:einstellungsstopp|auf eis|eingefroren|pausiert|vorerst ausgesetzt"
         r"|verschoben)\b"),
    (RejectionReason.INTERNAL_CANDIDATE, r"\bintern\w* (?:besetzt|\w*bewerb\w*|kandidat\w*|loesung|nachbesetz\w*)"
         r"|\baus den eigenen reihen\b"),
    (RejectionReason.ROLE_CANCELLED, r"\b(?:stelle|position|vakanz|ausschreibung)\b.{0,50}\b(?:zurueckgezogen"
         r"|gestrichen|entfaellt|entfallen)\b"
     r"|\bumstrukturierung\b"),
    (RejectionReason.ROLE_FILLED, r"\b(?:stelle|position|vakanz|platz|plaetze)\b.{0,50}\b(?:besetzt|vergeben)\b"),
    (RejectionReason.ELIGIBILITY, r"\b(?:arbeitserlaubnis|aufenthaltstitel|visum|sicherheitsueberpruefung)\b"),
    (RejectionReason.COMPENSATION, r"\bgehalts(?:vorstellung|wunsch|erwartung)\w*\b.{0,60}\b(?:nicht|ueber"
         r"|hoeher)\b"),
    (RejectionReason.MISSING_REQUIREMENT, r"\b(?:fehl\w+|voraussetz\w+|nicht ueber die)\b.{0,60}\b(?:erfahrung"
         r"|abschluss|qualifikation|kenntnis\w*|"
     r"fuehrerschein|zertifikat|approbation)"),
    (RejectionReason.OTHER_CANDIDATE, r"\b(?:ander\w*|weitere\w*|geeigneter\w*|passender\w*) (?:\w+ )?(?:bewerb"
         r"|kandidat|person|profil)\w*|"
     r"\bfuer jemand(?:en)? ander\w*"),
    (RejectionReason.FIT_GENERAL, r"\b(?:passt|passen|entspr\w+)\b.{0,50}\bnicht\b|\bnicht\b.{0,50}\b(?:passt"
         r"|passen|entspr\w+)\b"),
)
_FRENCH: tuple[tuple[RejectionReason, str], ...] = (
    (RejectionReason.ROLE_FROZEN, r"\b(?:gel des (?:embauches|recrutements)|recrutement\w* (?:\w+ )?(?:gele"
         r"|suspendu|en pause))"),
    (RejectionReason.INTERNAL_CANDIDATE, r"\b(?:en interne|candidat\w* interne|mobilite interne)\b"),
    (RejectionReason.ROLE_CANCELLED, r"\b(?:poste|recrutement|offre)\b.{0,40}\b(?:annule\w*|supprime\w*|plus "
         r"d'actualite)"),
    (RejectionReason.ROLE_FILLED, r"\b(?:poste|place|offre|mission)\b.{0,40}\b(?:pourvu\w*|attribue\w*)"),
    (RejectionReason.COMPENSATION, r"\bpretentions salariales\b.{0,50}\b(?:pas|depass\w*|superieur\w*)"),
    (RejectionReason.MISSING_REQUIREMENT, r"\b(?:absence|manque|ne disposez pas|n'avez "
         r"pas)\b.{0,50}\b(?:experience|diplome|permis|qualification\w*)"),
    (RejectionReason.OTHER_CANDIDATE, r"\b(?:d'autres?|un autre|une autre) (?:candidat\w*|profil\w*|personne)"
         r"|\bplus (?:proche|en adequation)"),
    (RejectionReason.FIT_GENERAL, r"\bne correspond\w* pas\b|\bne correspond\w*\b.{0,20}\bpas\b"),
)
_SPANISH: tuple[tuple[RejectionReason, str], ...] = (
    (RejectionReason.ROLE_FROZEN, r"\b(?:proceso|vacante|puesto|contrataciones)\b.{0,40}\b(?:congelad\w*|en pausa"
         r"|suspendid\w*)"),
    (RejectionReason.INTERNAL_CANDIDATE, r"\b(?:internamente|candidat\w* intern\w*|promocion interna)\b"),
    (RejectionReason.ROLE_CANCELLED, r"\b(?:puesto|vacante|proceso|oferta)\b.{0,40}\b(?:cancelad\w*|anulad\w*)"),
    (RejectionReason.ROLE_FILLED, r"\b(?:puesto|vacante|plaza|posicion)\b.{0,40}\bcubiert\w*|\bcubierto (?:la|el"
         r"|esta|este)\b"),
    (RejectionReason.MISSING_REQUIREMENT, r"\bno (?:cumple\w*|tiene\w*|dispone\w*)\b.{0,50}\b(?:requisito\w*"
         r"|experiencia|titul\w*|carne|carnet)"),
    (RejectionReason.OTHER_CANDIDATE, r"\b(?:otr[oa]s?) (?:candidat\w*|perfil\w*|persona\w*)|\bse ajusta\w* mejor\b"),
    (RejectionReason.FIT_GENERAL, r"\bno (?:\w+ ){0,3}(?:encaja\w*|se ajusta\w*)"),
)


def _compiled(rules: tuple[tuple[RejectionReason, str], ...]) -> tuple[_Rule, ...]:
    return tuple((reason, re.compile(pattern)) for reason, pattern in rules)


_RULES: dict[str, tuple[_Rule, ...]] = {
    "en": _compiled(_ENGLISH),
    "de": _compiled(_GERMAN),
    "fr": _compiled(_FRENCH),
    "es": _compiled(_SPANISH),
}  # fmt: skip
_LONGEST_TEXT = 12_000


def rejection_reason(text: str, language: str) -> RejectionReason:
    """The reason that ``text``, a rejection, states; the first of the ordered rules that a plain sentence fits.

    What only may be (a hedge) is no reason, and where nothing fits the honest answer is ``NOT_STATED``.
    """
    plain = [each for each in sentences(text[:_LONGEST_TEXT], language) if not each.is_conditional]
    for reason, pattern in _RULES.get(language, ()):
        for sentence in plain:
            match = pattern.search(sentence.folded)
            if match and not sentence.is_hedged(match.start()):
                return reason
    return RejectionReason.NOT_STATED
