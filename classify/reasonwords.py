"""The phrases behind ``reasons.py`` (``domain.md`` §5.3), language by language, for folded text; the first that fits
decides, so that the narrower reasons stand before the wider ones."""

import re

from store.vocabulary import RejectionReason

R = RejectionReason
_ROLE = (
    r"(?:positions?|roles?|vacanc(?:y|ies)|posts?|jobs?|openings?|requisitions?|reqs?|places?|seats?|shifts?|slots?|"
    r"spots?|opportunit(?:y|ies)|internships?|contracts?|gigs?|postings?|apprenticeships?)"
)
_ANOTHER = (
    r"(?:(?:an)?other|different|stronger|preferred|better[- ]suited|more suitable|more experienced) "
    r"(?:\w+ ){0,2}(?:candidates?|applicants?|persons?|people|individuals?|finalists?)"
)
_PAPER = (
    r"(?:years?(?:'|\b)|degree|licen[cs]e|certificat\w+|registration|qualifications?|diploma|fluen\w+|"
    r"(?:required|necessary|relevant|enough|sufficient|that|this) (?:\w+ )?experience)"
)
_ENGLISH: tuple[tuple[RejectionReason, str], ...] = (
    (
        R.ROLE_FROZEN,
        r"\b(?:hiring|recruitment|headcount|vacancy|budget) freeze\b|\bfreeze on (?:\w+ ){0,2}(?:hiring|recruit\w+)\b|"
        rf"\b(?:put|placed|gone|going|is|are|been|{_ROLE}) (?:\w+ )?on (?:hold|ice)\b|"
        rf"\b{_ROLE}\b.{{0,60}}\b(?:paused|frozen|suspended|postponed|parked)\b|"
        r"\b(?:paus(?:e|ed|ing)|froze|frozen|suspend(?:ed|ing)?) (?:all |our |the |this )?(?:\w+ )?(?:hiring|"
        r"recruitment|"
        r"recruiting|search|vacanc\w+)\b|\b(?:hiring|recruitment)\b.{0,40}\b(?:is|has been|was) (?:now )?(?:paused|"
        r"frozen|"
        r"suspended)\b",
    ),
    (
        R.INTERNAL_CANDIDATE,
        r"\binternal(?:ly)? (?:candidate|applicant|appoint\w+|fill\w*|promot\w+|hire|move|redeploy\w+)\b|"
        r"\b(?:filled|appointed|promoted|recruited|hired) (?:it )?(?:internally|from within)\b|\bredeployee\b|"
        r"\b(?:filled|appointed|promoted|recruited|hired|chosen|found|someone|somebody|a colleague|a person)\b.{0,60}"
        r"\bfrom within\b(?! (?:an? |\d|commuting|easy|driving|reach|the (?:area|region|county|uk|eu))\b)|"
        r"\bfrom within (?:the|our) (?:team|company|organi[sz]ation|own|school|ward|department)\b|"
        r"\b(?:current|existing) (?:member of (?:staff|the team)|employee|colleague|associate)\b.{0,60}\b(?:appointed|"
        r"awarded|takes?|chosen|given)\b|\b(?:appoint\w*|chose\w*|promot\w+|offered|given)\b.{0,60}\b(?:current|"
        r"existing) "
        r"(?:member of (?:staff|the team)|employee|colleague|associate)\b|"
        r"\b(?:one of )?our own (?:team|staff|people|folks)\b.{0,40}\b(?:takes?|taking|stepp\w+|moving|get)\b",
    ),
    (
        R.ROLE_CANCELLED,
        rf"\b{_ROLE}\b.{{0,50}}\b(?:cancell?ed|withdrawn|discontinued|scrapped|eliminated|no longer (?:needed|required|"
        r"exists?|going ahead|being (?:recruited|filled)|forms? part))\b|"
        rf"\b(?:cancell?ed|cancell?(?:ing)|withdrawn|withdrew|withdraw|pulled|scrapped|axed) (?:the|this|that|our)\b"
        rf"(?: [\w/&,'-]+){{0,7}}? (?:{_ROLE}|advert(?:isement)?|scheme|programme|announcement)\b|"
        r"\b(?:decided|chosen) not to (?:fill|recruit|hire for|go ahead with|appoint)\b|"
        rf"\b(?:isn't|is not|is no longer|is therefore no|won't be|will not be) (?:an? |any )?(?:\w+ ){{0,2}}(?:job|"
        rf"role|"
        r"post|position|vacancy|internship)\b(?! (?:for you|offer))(?:.{0,40}\b(?:left|to (?:hire|appoint|fill)|"
        r"anymore|any "
        r"more|this)\b)|\b(?:recruitment|programme)\b.{0,50}\b(?:discontinued|cancell?ed|stands cancelled)\b|"
        r"\brestructur\w+|\breorgani[sz]ation\b",
    ),
    (R.OTHER_CANDIDATE, r"\b(?:offered|extended|taken(?: up)?|accepted)\b.{0,60}\b(?:another (?:\w+ "
        r"){0,2}(?:candidate|finalist)|one of the other|"
        r"another "
        r"of the)\b"),
    (
        R.CAPACITY,
        r"\b(?:at|over|reached|reach) (?:full |our |its |their )?(?:capacity|headcount)\b|"
        r"\b(?:programme?|course|cohort|intake|list|books|group|zone|class|crew|restaurant) (?:\w+ )?(?:is|are) (?:now "
        r"|already )?(?:full|complete)\b|\b(?:no|ran out of|run out of) (?:more |further |free )?(?:places|spaces|"
        r"desks|"
        r"spots|seats)\b(?! of)|\b(?:places|desks|seats) (?:\w+ ){0,5}?(?:are|have|were) (?:now |all )?(?:taken|"
        r"gone|been "
        r"accepted)\b|\b(?:fit|make room for|find (?:room|a place) for) you\b",
    ),
    (
        R.ROLE_FILLED,
        rf"\b{_ROLE}\b.{{0,70}}\b(?:(?:been|was|were|is|are|now|already) (?:\w+ )?(?:filled|taken|snapped up)|"
        rf"offered and "
        r"accepted)\b(?! into account)|\b(?:filled|fill) (?:the|this|that|our|all|my|both) (?:\w+ ){0,4}"
        rf"{_ROLE}\b(?!.{{0,30}}\b(?:without|remain))",
    ),
    (
        R.COMPENSATION,
        r"\b(?:salary|pay|rate|compensation|remuneration) (?:\w+ )?(?:expectations?|requirements?|range|point)\b.{0,60}"
        r"\b(?:above|beyond|exceed\w*|outside|over|higher)\b|"
        r"\b(?:exceed\w*|outside|above|beyond|over|stretch to|match)\b.{0,40}\b(?:(?:our|the|\w+) (?:budget|salary "
        r"range|"
        r"band|scale|pay range)|your (?:salary|rate|expectations?|figure)|top of our grade)\b|"
        r"\b(?:figure|salary|rate) you (?:need|asked|want|quoted|are on)\b|\bwhat (?:we|they) can pay\b",
    ),
    (
        R.ELIGIBILITY,
        r"\b(?:sponsor(?:ship)?|work (?:permit|authori[sz]ation|visa)|right to work|security clearance|visas?)\b.{0,80}"
        r"\b(?:not|unable|cannot|can't|without|required|need\w*|no)\b|\b(?:not|unable|cannot|can't|don't|too small|"
        r"no)\b"
        r".{0,60}\b(?:sponsor\w*|visas?|work permit|right to work)\b|\b(?:not|n't|unable|"
        r"cannot)\b.{0,30}\brelocat\w+\b|"
        r"\bnot eligible (?:to work|for)\b|\beligibility (?:criteria|requirements?)\b.{0,30}\bnot\b|\bage limit\b|"
        r"\b(?:do|does) not (?:live|reside) in\b|\bgraduat\w+ (?:date|year)\b|\b(?:live|lived|reside|based)\b.{0,50}"
        r"\boutside the\b",
    ),
    (
        R.MISSING_REQUIREMENT,
        rf"\b(?:require[sd]?|requires|needs?|needed|calls? for|asks? for|essential|must have)\b.{{0,80}}\b{_PAPER}"
        r".{0,80}\b(?:not|n't|no|lack\w*|without|missing|none)\b|"
        r"\b(?:lack\w*|do not (?:yet )?(?:have|hold|possess)|don't (?:yet )?(?:have|hold)|not (?:yet )?(?:have|"
        r"hold)|does "
        rf"not (?:show|hold|include|have)|in the absence of|missing)\b.{{0,60}}\b{_PAPER}\b|"
        rf"\b{_PAPER}.{{0,40}}\b(?:isn't|is not|are not|aren't) (?:on|in|part of) your\b|"
        r"\b(?:do|did|does) not meet (?:the|our|all)(?: \w+){0,3} (?:requirements?|qualifications?|entrance "
        r"requirements?)\b|"
        r"\b(?:look(?:ing|ed)?|search(?:ing|ed)?|hop(?:ing|ed)) (?:for|to find) (?:someone|somebody|a person|people|"
        rf"(?:a )?candidates?|applicants?) (?:with|who (?:has|have|holds?))\b.{{0,60}}\b{_PAPER}|"
        r"\b(?:want|need) (?:someone|somebody|people) (?:with|who)\b.{0,80}\b(?:so|thats?|can't|cannot|"
        r"won't)\b.{0,30}\b(?:no|"
        r"further|forward|you)\b",
    ),
    (
        R.INTERVIEW_OUTCOME,
        r"\b(?:your|the|in|at) (?:\w+ ){0,2}(?:interview|test|assessment|assignment|presentation|lesson|trial|exercise|"
        r"answers|system design hour|case)\b.{0,60}\b(?:did not|didn't|was not|wasn't|were not|weren't|fell|lacked|"
        r"struggled|short of|where it came unstuck|not (?:quite )?(?:reach|meet|pass|score))\b(?!.{0,30}\bdecision\b)|"
        r"\b(?:did not|didn't|not) (?:pass|attain)\b.{0,50}\b(?:pass mark|cut-?off|benchmark|threshold|test|assessment|"
        r"interview|score)\b|\b(?:clear|reach|meet) the (?:bar|level|mark)\b.{0,30}\b(?:set|ask|on-site|interview)\b",
    ),
    (
        R.OTHER_CANDIDATE,
        rf"\b(?:with|for|offered|to|appointed|chosen|selected|chose|favou?r of|moving|move|continu\w*|"
        rf"progress\w*|hired?|preferred|given|going) (?:\w+ ){{0,4}}{_ANOTHER}\b(?! (?:inquir|quest))|"
        rf"\b{_ANOTHER} (?:\w+ ){{0,3}}(?:has|have|was|were) (?:\w+ )?(?:appointed|chosen|selected|offered|hired|"
        r"shown|showed|more|accepted)\b|\bother candidates (?:showed|had|have|were|whose|who)\b|"
        r"\b(?:candidates?|applicants?|someone|somebody|those|others)\b.{0,60}\b(?:more closely|more (?:relevant )?"
        r"experienced?|more suitable|better suited|stronger|closer (?:to|match|fit))\b|"
        r"\b(?:went|gone|going|go|chose|chosen|appointed|hired|settled|opted|decided)\b.{0,30}\b(?:with|to|for|on|"
        r"in favou?r "
        r"of)? ?(?:someone|somebody|a candidate|candidates whose)\b|"
        r"\b(?:job|role|post|position|place|traineeship|spot|seat) (?:\w+ ){0,2}(?:went|gone|going|given|goes) to "
        r"(?:a|an|"
        r"another|someone|somebody)\b|\b(?:given|giving) the (?:[\w-]+ ){1,4}(?:job|role|post|spot|seat|"
        r"place|"
        r"traineeship) to\b|\b(?:appointed|selected|chosen) a (?:candidate|lady|gentleman)\b|\bpreference was given "
        r"to\b|"
        r"\bsecond on the order of merit\b",
    ),
    (
        R.FIT_GENERAL,
        r"\b(?:not|n't|isn't|wasn't) (?:\w+ ){0,4}?(?:an? |the )?(?:\w+ )?(?:(?:right|strong enough|good|best|close|"
        r"strong|"
        r"perfect) (?:match|fit|home)|(?:match|fit) (?:each other|for|between|with)|suited to|aligned? with)\b|"
        r"\b(?:do|does|did)(?: not|n't) (?:\w+ ){0,2}(?:match|fit|align|correspond|suit)\b|"
        r"\b(?:do|does|did)(?: not|n't) (?:think|believe|feel|see)\b.{0,60}\b(?:fit|match|right home)\b|"
        r"\boverqualified\b|"
        r"\bmatch isn't there\b|\bprofile (?:does|did) not correspond\b|\bclose enough (?:match|fit)\b",
    ),
)  # fmt: skip
_GERMAN: tuple[tuple[RejectionReason, str], ...] = (
    (
        R.ROLE_FROZEN,
        r"\b(?:(?:einstellungs|besetzungs|personal)(?:stopp?|sperre)\w*|haushaltssperre|auf eis|eingefroren|pausier\w+|"
        r"vorerst (?:\w+ )?(?:ausgesetzt|gestoppt|verschoben)|(?:stelle|position|vakanz)\b.{0,40}\b(?:vorerst|"
        r"vorlaeufig|bis auf weiteres|derzeit|zurzeit|zunaechst|momentan) (?:doch )?(?:nicht (?:besetz|ausgeschr|"
        r"neu)\w*|"
        r"unbesetzt)|bis auf weiteres (?:\w+ ){0,3}(?:nicht besetzt|keine|gestoppt|ausgesetzt|unbesetzt))\b|"
        r"\b(?:stelle|besetzung|\w*verfahren|einstellung\w*|suche|rekrutierung)\b"
        r".{0,40}\b(?:verschoben|ausgesetzt|zurueckgestellt|gestoppt|angehalten|sistiert|ruht)\b",
    ),
    (
        R.INTERNAL_CANDIDATE,
        r"\b(?:haus)?intern\w* (?:besetz\w*|vergeben|\w*bewerb\w*|kandidat\w*|loesung|nachbesetz\w*|nachfolg\w*|"
        r"mitarbeit\w*|kolleg\w*|stellenbesetzung)|\baus (?:den |unseren )?eigenen reihen\b|"
        r"\b(?:kolleg|mitarbeit)\w+ aus (?:dem|unserem) (?:eigenen )?(?:haus|team|betrieb|unternehmen)\w*\b|"
        r"\baus dem eigenen (?:haus|team|betrieb|unternehmen)\w*\b",
    ),
    (
        R.ROLE_CANCELLED,
        r"\b(?:stelle|position|vakanz|ausschreibung)\b.{0,50}\b(?:zurueckgezogen|gestrichen|entfaellt|entfallen|"
        r"aufgehoben)\b|\bumstrukturierung\b",
    ),
    (
        R.ROLE_FILLED,
        r"\b(?:stelle|position|vakanz|platz|plaetze)\b(?:(?!\b(?:nicht|nie|unbesetzt|kann|soll|koennen)\b).){0,50}"
        r"\b(?:besetzt|vergeben)\b(?! werden)|\banderweitig (?:besetzt|vergeben)\b|"
        r"\b(?:stelle|position)\b.{0,50}\b(?:bereits|schon|inzwischen)\b.{0,30}\b(?:besetzen|weg)\b",
    ),
    (
        R.ELIGIBILITY,
        r"\b(?:arbeitserlaubnis|aufenthaltstitel|visum|sicherheitsueberpruefung)\b.{0,60}\b(?:nicht|fehlt|kein\w*|"
        r"ohne)\b|"
        r"\b(?:nicht|kein\w*|ohne|fehl\w*)\b.{0,40}\b(?:arbeitserlaubnis|aufenthaltstitel|visum)\b",
    ),
    (
        R.COMPENSATION,
        r"\bgehalts(?:vorstellung|wunsch|erwartung)\w*\b.{0,60}\b(?:nicht|ueber\w*|hoeher)\b|\bueber unserem budget\b",
    ),
    (
        R.OTHER_CANDIDATE,
        r"\b(?:fuer|auf|zugunsten|nehmen) (?:eine?[nr]? |den |die )?(?:ander\w*|weitere\w*|geeigneter\w*|"
        r"passender\w*) (?:\w+ )?(?:bewerb|kandidat|person|"
        r"profil)\w*|\bander\w* (?:bewerb|kandidat)\w*\b.{0,60}\b(?:entschieden|vorzug|besser|zugesagt|naeher)\b|"
        r"\bfuer jemand(?:en)? (?:ander\w*|entschieden|mit)\b|\b(?:bewerb|kandidat)\w*\b.{0,40}\b(?:den vorzug|besser "
        r"(?:geeignet|entspr\w+|pass\w+))\b",
    ),
    (
        R.MISSING_REQUIREMENT,
        r"\b(?:fehl\w+|nicht ueber die|ohne)\b.{0,60}\b(?:erfahrung|abschluss|qualifikation|kenntnis\w*|fuehrerschein|"
        r"zertifikat|approbation|nachweis)\b.{0,60}\b(?:voraus\w+|zwingend|benoetig\w+|notwendig|koennen wir)\b|"
        r"\b(?:voraussetzung\w*|anforderung\w*)\b.{0,40}\bnicht (?:erfuell\w+|vor)\b",
    ),
    (R.FIT_GENERAL, r"\bprofil\b.{0,50}\bnicht\b.{0,20}\b(?:passt|passen|entspr\w+)|\bpasst? (?:\w+ ){0,4}nicht "
        r"(?:zu|zum)\b"),
)  # fmt: skip
_FRENCH: tuple[tuple[RejectionReason, str], ...] = (
    (
        R.ROLE_FROZEN,
        r"\b(?:gel (?:\w+ )?(?:des|du|d'|de|sur les|de toutes les) ?(?:nos )?(?:embauches?|recrutements?|postes?)|"
        r"(?:recrutement|embauche|poste|processus|offre)\w*\b.{0,40}\b(?:gele\w*|suspendu\w*|en pause|en suspens|"
        r"reporte\w*|differe\w*|ajourne\w*|a l'arret)|(?:suspend\w*|gel\w+|report\w+|stopp\w+|arret\w+|differ\w+|"
        r"mettre en pause|mis\w* en pause) (?:\w+ ){0,2}(?:(?:le|les|ce|nos|tous nos|toutes nos|tous les|l')? ?"
        r"(?:recrutement|embauche|processus)\w*)|plan d'economies?|jusqu'a nouvel ordre)\b",
    ),
    (
        R.INTERNAL_CANDIDATE,
        r"\b(?:pourvu\w* en interne|candidat\w* interne\w*|mobilite interne|promotion interne|solution interne|"
        r"en interne|recrute\w* interne|profil interne|(?:collegue|collaborat\w+|salarie\w*|personne|candidat\w*) "
        r"(?:de la maison|deja (?:en poste|dans l'entreprise|presente?|chez nous)|de (?:l'|notre )(?:equipe|entreprise|"
        r"etablissement)))\b",
    ),
    (
        R.ROLE_CANCELLED,
        r"\b(?:poste|recrutement|offre)\b.{0,40}\b(?:annule\w*|supprime\w*|retire\w*|plus d'actualite|n'existe plus|"
        r"abandonne\w*|sans suite)|\b(?:renonc\w+|abandonn\w+|annul\w+) (?:a |au )?(?:cette embauche|ce recrutement|"
        r"ce poste|le recrutement|l'embauche|recrutement|projet de recrutement)",
    ),
    (
        R.ROLE_FILLED,
        r"\b(?:poste|place|offre|mission|emploi|stage)s?\b(?:(?!\b(?:non|pas|pourvoir)\b).){0,40}"
        r"\b(?:pourvue?s?|attribue\w*|comble\w*|plus (?:disponible|vacant|libre|a pourvoir))|"
        r"\b(?:pourvu|attribue|comble) (?:le|ce|cette|la|notre) (?:poste|place|offre|mission)",
    ),
    (R.COMPENSATION, r"\bpretentions salariales\b.{0,50}\b(?:depass\w*|superieur\w*|au-dessus|au-dela)"),
    (
        R.MISSING_REQUIREMENT,
        r"\b(?:l'absence|manque|ne disposez pas|n'avez pas)\b.{0,50}\b(?:experience|diplome|permis|qualification\w*)\b",
    ),
    (
        R.OTHER_CANDIDATE,
        r"\b(?:retenu|choisi|poursuivre|privilegie\w*|porte sur|continuer|faveur d\w*)\b.{0,40}\b(?:d'autres?|"
        r"une?e? autre) "
        r"(?:candidat\w*|profil\w*|personne)|\bd'autres (?:candidat\w*|profils)\b.{0,60}\bplus (?:proche|en "
        r"adequation)|"
        r"\bplus (?:proche|en adequation)|\b(?:donne la preference a|choix sur|prefere) (?:une?e?|des) (?:autre )?"
        r"(?:candidat\w*|personne|consoeur|confrere)|\ba retenu un autre|\bl'autre finaliste|"
        r"\bprivilegie une personne",
    ),
    (R.FIT_GENERAL, r"\bne correspond\w* pas\b|\bne correspond\w*\b.{0,20}\bpas\b"),
)
_SPANISH: tuple[tuple[RejectionReason, str], ...] = (
    (
        R.ROLE_FROZEN,
        r"\b(?:proceso|vacante|puesto|plaza|posicion|seleccion|busqueda|contratacion(?:es)?|"
        r"incorporacion(?:es)?)\b.{0,50}"
        r"\b(?:congelad\w*|en pausa|suspendid\w*|paralizad\w*|pausad\w*|detenid\w*|aplazad\w*|pospuest\w*|en espera|"
        r"en suspenso|stand by|postergad\w*|parad\w)|"
        r"\b(?:par(?:ar|amos|ado)|paraliz(?:ar|an?|amos|ado)|congel(?:ar|amos|ado|an?)|suspend(?:er|emos|ido)|"
        r"paus(?:ar|amos|ado)|aplaz(?:ar|amos|ado)|poner en pausa|puesto en pausa|deten(?:er|ido|emos)|"
        r"poster?g(?:ar|ado|amos)|pospon\w+) (?:\w+ ){0,2}(?:las|la|el|los|todas|todos|este|esta|dicho) "
        r"(?:\w+ )?(?:contratacion(?:es)?|incorporacion(?:es)?|proceso|busqueda|seleccion|vacante|puesto)|"
        r"\bcongelacion de (?:\w+ )?(?:contrataciones|plantilla|vacantes|personal)|\bhasta nuevo aviso\b",
    ),
    (
        R.INTERNAL_CANDIDATE,
        r"\b(?:internamente|(?:candidat|persona|postulante|perfil|aspirante|empleado|companer)\w* (?:\w+ )?intern\w*|"
        r"(?:promocion|movilidad|cobertura|solucion|convocatoria) interna|de forma interna|(?:persona|alguien|"
        r"companer\w|candidat\w|emplead\w) (?:que ya (?:trabaja\w*|forma\w*) (?:\w+ )?(?:con nosotros|aqui|parte|en)|"
        r"de (?:la|nuestra) (?:propia )?(?:casa|plantilla|empresa|organizacion|fundacion)|del? (?:propio )?equipo))\b",
    ),
    (
        R.ROLE_CANCELLED,
        r"\b(?:puesto|vacante|proceso|oferta|busqueda)\b.{0,40}\b(?:cancelad\w*|"
        r"anulad\w*|retirad\w*|desiert\w*|amortizad\w*|eliminad\w*|suprimid\w*)|\b(?:cancelar|anular|retirar|suprimir|"
        r"eliminar) (?:\w+ )?(?:el|la|este|esta) (?:\w+ )?(?:puesto|vacante|proceso|oferta|busqueda|plaza)",
    ),
    (
        R.ROLE_FILLED,
        r"\b(?:puesto|vacante|plaza|posicion|cargo)\b(?:(?!\b(?:no|sin)\b).){0,40}\b(?:cubiert\w*|ocupad\w*|"
        r"adjudicad\w*|"
        r"asignad\w*)|\b(?:cubierto|ocupado|adjudicado) (?:ya )?(?:la|el|esta|este)\b|\bcubri(?:mos|o|eron) "
        r"(?:ya )?(?:la|el|esta|este) (?:puesto|vacante|plaza|posicion)",
    ),
    (
        R.MISSING_REQUIREMENT,
        r"\bno (?:cumple\w*|tiene\w*|dispone\w*)\b.{0,50}\b(?:requisito\w*|experiencia|titul\w*|carne|carnet)\b",
    ),
    (
        R.OTHER_CANDIDATE,
        r"\b(?:por|con|a) (?:\w+ )?otr[oa]s? (?:candidat\w*|perfil\w*|persona\w*)|\bse ajusta\w* mejor\b|"
        r"\b(?:la|el) otr[oa] (?:finalista|aspirante|chic[oa]|candidat[oa])\b|\b(?:en|a) otr[oa] (?:aspirante|"
        r"postulante)",
    ),
    (R.FIT_GENERAL, r"\bno (?:\w+ ){0,3}(?:encaja\w*|se ajusta\w*)"),
)


def _compiled(rules: tuple[tuple[RejectionReason, str], ...]) -> tuple[tuple[RejectionReason, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(pattern)) for reason, pattern in rules)


RULES = {
    "en": _compiled(_ENGLISH),
    "de": _compiled(_GERMAN),
    "fr": _compiled(_FRENCH),
    "es": _compiled(_SPANISH),
}
