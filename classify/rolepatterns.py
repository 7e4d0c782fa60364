"""Where a mail names the job, language by language: labels, subjects, sentences."""

import re

from classify.pieces import Guarded

_STOP = (
    r"(?=(?<!lecturer)(?<!professor)(?<!lectureship)(?<!studentship)(?<!fellow)\s+in\b|\s+in (?:our|the|an?|my|\d)\b|"
    r"\s+(?:at|with|within|on|and (?:we|I|are|for|the|would|to|your|have|appreciate)|here|which|that|has|have|"
    r"is|was|were|"
    r"will|would|we|from|by|you|your|position|positions|role|roles|post|job|vacancy|opening|opportunity|but|as|"
    r"because|based|"
    r"who|starting|reporting|this|I|team|via|using|so|after|until|before|due|again|today|yesterday|last|when|if|or|"
    r"came|went|closed|needs?|and)\b|\s*[.,;:!?\n()\[\]]|\s+[–—|·-]\s|\s*$)"
)
_TITLE = rf"(?P<role>[^\W_][^\n.;:!?()\[\]]{{1,75}}?){_STOP}"
_THE_JOB = (
    r"(?:position|role|post|job|vacancy|opening|opportunity|spot|seat|gig|search|internship|apprenticeship|"
    r"posting|traineeship|place)"
)


def _compiled(*sources: str) -> tuple[Guarded, ...]:
    return tuple(Guarded(source, re.IGNORECASE | re.MULTILINE) for source in sources)


_EN_FR = (
    r"en(?= (?:cdi|cdd|int[ée]rim|alternance|apprentissage|stage|contrat|temps|t[ée]l[ée]travail|france|belgique|"
    r"suisse|"
    r"r[ée]gion|vue|date|r[ée]ponse|pi[èe]ce|ligne|ce|cette|cours|attente|raison|poste|avril|septembre|octobre|20\d\d|"
    r"(?:\w+ )?(?:bretagne|normandie|ile|île|alsace|provence))\b)"
)
_EN_ES = (
    r"en(?= (?:el|la|los|las|nuestr\w+|vuestr\w+|su|tu|una?|est[ae]|plantilla|jornada|remoto|turno|horario|"
    r"r[ée]gimen|modalidad|pr[áa]cticas|breve|(?-i:[A-ZÁÉÍÓÚÑ0-9])))"
    r"(?! (?:sistemas|marketing|ventas|enfermer[íi]a|recursos humanos|inform[áa]tica|electr[óo]nica|electricidad|"
    r"farmacia|log[íi]stica|calidad|dise[ñn]o|prevenci[óo]n|mantenimiento|administraci[óo]n|finanzas|seguridad|"
    r"software|datos|redes|laboratorio|comercio|educaci[óo]n|derecho|telecomunicaciones|nutrici[óo]n|turismo|"
    r"gesti[óo]n|ciberseguridad)\b)"
)
"""Where "en" ends a title: before a place, an employer or a contract, not in "Conseiller en assurance"."""
JOINTS = (
    r"bei(?: de[rmn]| unser\w*)?|beim|im Hause|in (?:der|den|unser\w*)|von(?: der| den)?|der|dem|für(?: die| das|"
    r" den)?|"
    r"chez|à(?: la| l['’])?|au(?:x| sein (?:de la|du|de l['’]|de|des|d['’]))?|du|des|d['’]|pour(?: la| le| les|"
    r" l['’])?|"
    r"de(?: la| las| los| el| l['’])?|del|en(?: la| el| las| los)?|con|para(?: la| el| las| los)?"
)
"""What joins an employer's name to a title in German, French and Spanish."""
_CAPITAL = r"[A-ZÄÖÜÁÉÍÓÚÑÀÂÇÈÊÎÔ]"
AT_AN_EMPLOYER: dict[str, re.Pattern[str]] = {
    "de": re.compile(rf"\s+(?:bei(?: der| dem| den)?|beim|im Hause)\s+{_CAPITAL}.*$"),
    "fr": re.compile(rf"\s+(?:chez(?: la| le| les)?|au sein (?:de la|du|de l['’]|d['’]|des|de))\s*{_CAPITAL}.*$"),
    "es": re.compile(
        rf"\s+en(?: la| el| las| los)? (?!(?i:sistemas|marketing|ventas|enfermer[íi]a|recursos|inform[áa]tica|"
        rf"electr[óo]nica|electricidad|farmacia|log[íi]stica|calidad|dise[ñn]o|prevenci[óo]n|mantenimiento|"
        rf"administraci[óo]n|finanzas|seguridad|software|datos|redes|laboratorio|comercio|educaci[óo]n|derecho|"
        rf"telecomunicaciones|nutrici[óo]n|turismo|gesti[óo]n|ciberseguridad)\b){_CAPITAL}.*$"
    ),
}
"""An employer behind a title, whoever it is: an agency's mail names its client there."""
STRONG: tuple[Guarded, ...] = (
    Guarded(
        r"(?<!\w)(?P<role>[^\W\d_a-zß-öø-ÿ][\w/&+.-]*(?: (?:[^\W\d_a-zß-öø-ÿ][\w/&+.-]*|of|für|im|in der|de|du|des|"
        r"und|and|&)){0,6}) ?"
        r"(?:\((?:[mwfdhxi](?:[/|][mwfdhxi]){1,3}|gn|all genders)\)|H/F\b|F/H\b)"
    ),
    Guarded(
        r"\b(?i:position|role|post|job|vacancy) (?i:of|as) (?i:an? |our |the )?(?P<role>[A-Z][\w/&+-]*(?: "
        r"(?:of |and |& )?[A-Z][\w/&+-]*){1,5})\b"
    ),
    Guarded(
        r"\b(?i:the|our) (?P<role>[A-Z][\w/&+-]*(?:,? (?:of |and |& )?[A-Z][\w/&+-]*){1,5})(?: "
        r"\([^)\n]{1,30}\))? (?i:position|role|vacancy|opening)\b"
    ),
)
"""Places where a capitalised phrase is a title even without one of its nouns."""
_GERMAN_RUN = (
    r"(?P<role>(?!(?:Anlage|Anhang|PDF|Datei|Dank\w*|Nächste\w*|Ganze\w*|Team|Kandidat\w*|Bewerber\w*|Arbeitgeber\w*|"
    r"Unternehmen|Anerkennung|Vorbereitung|Zeichen|Grund\w*|Beispiel|Sie|Ihre?\w*|Wir|Erste\w*|Word\w*)\b)"
    r"[A-ZÄÖÜ][\w/*:&’'-]*\w(?: (?:für |im |in der |der |des |und |& )?[A-ZÄÖÜ][\w/*&’'-]+){0,4})"
)
STRONG_GERMAN: tuple[Guarded, ...] = (
    Guarded(
        r"\b(?:[Bb]ewerbung|[Bb]ewerben|[Bb]eworben|[Bb]ewerbe|Stelle|Position|Tätigkeit|Mitarbeit|Anstellung|"
        r"Ausbildung|"
        rf"Praktikum|Einsatz|Einstieg|Stellenangebot)\b[^.\n?!]{{0,40}}? als (?:eine?n? |neue[rn]? )?{_GERMAN_RUN}"
    ),
    Guarded(
        rf"\b(?:Position|Bewerbung|Stellenangebot|Vakanz) {_GERMAN_RUN}(?= ?[(,–-]| haben| bei| beworben| "
        rf"hat| ist)"
    ),
)
"""The same in German, where titles are capitalised nouns of which no list is complete."""
_RUN = (
    r"(?P<role>[^\W\d_a-zß-öø-ÿ][\w/&+’'-]*(?:,? (?:(?:of|and|&|de|du|des|in|et|für|del?) "
    r")?[^\W\d_a-zß-öø-ÿ][\w/&+’'-]*){0,6})"
)
CAPITALISED: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:(?:[Ff]or|[Aa]s|[Aa]ppointment of|[Cc]apacity of|[Nn]eed|[Ff]ill|[Rr]ole|[Pp]osition)(?: (?:the|our|"
        rf"an?|your))? |"
        rf"an? |[Rr]e:? ){_RUN}(?! (?:will|would|said))"
    ),
    "de": re.compile(
        rf"\b(?:als|zur|zum|für die|eine?n?|eine[rs]|das Mandat|neuer?|wegen|Position|Profil für|for|para|"
        rf"Gespräch|Interview:?) {_RUN}(?! (?:bin|habe|hat|wird|werde|ist|"
        rf"und ich))"
    ),
    "fr": re.compile(rf"\b(?:poste|pour le poste|comme|de|pour|offre|candidature|une?) {_RUN}"),
    "es": re.compile(rf"\b(?:para|como|de|puesto|vacante|oferta|en|una?) {_RUN}"),
}
"""Capitalised runs behind a word that a title often follows; they count only with a title's noun at their end."""
_LABEL_END = r"[ \t]*:[ \t]*(?P<role>[^\n]{3,90})$"
LABELLED: dict[str, tuple[Guarded, ...]] = {
    "en": _compiled(
        rf"^[ \t]*(?:[•*-][ \t]*)?(?:role|position|post|job title|vacancy|vacancy title|job|title|position title|job "
        rf"role|"
        rf"position applied for|applied for|requisition|competition|classification|posting|opening){_LABEL_END}"
    ),
    "de": _compiled(
        rf"^[ \t]*(?:stelle|position|stellenbezeichnung|stellentitel|ausschreibung|job|ihre bewerbung als|"
        rf"stellenangebot){_LABEL_END}"
    ),
    "fr": _compiled(rf"^[ \t]*(?:poste|intitulé du poste|offre|emploi|fonction|intitulé|poste visé){_LABEL_END}"),
    "es": _compiled(rf"^[ \t]*(?:puesto|vacante|cargo|posición|oferta|plaza|puesto de trabajo){_LABEL_END}"),
}
IN_SUBJECT: dict[str, tuple[Guarded, ...]] = {
    "en": _compiled(
        rf"\b(?:application|applying|applied|interview|assessment|test|invitation|offer|update|status|feedback|"
        rf"candidacy)"
        rf"(?: \w+){{0,2}}? (?:for|as|to|re|regarding|on)(?: the| a| an| our| your)?(?: {_THE_JOB} (?:of|as))? "
        rf"{_TITLE}",
        rf"^(?:your |my |re )?(?:application|interview|invitation|assessment|offer|outcome|vacancy|position|role|job|"
        rf"job offer|"
        rf"job application|application received|opportunity|hiring|now hiring|re|feedback|req(?:uisition)? \S+)(?: "
        rf"\w+)?\s*[:–—|-]\s*{_TITLE}",
        r"^(?P<role>[^:–—|?!\n]{3,70}?)\s*(?:[:–—|-]|\s)\s*(?:(?:your|my|job|phone|final|first|second|video)\s+)?"
        r"(?:application|interview|assessment|offer|update|outcome|status|next steps?|feedback|invitation|vacancy|"
        r"position|role|"
        r"opportunity|post|job|opening|test|screening|decision|hiring)\b",
        rf"\b(?:for|about|regarding|re) (?:the |a |an |our )?{_TITLE}",
        r"^(?:ref|req|requisition|job|vacancy|"
        r"[A-Z]{1,4}-?\d)[\w/.:#-]*\s+(?:[\w/-]*\d[\w/-]*[:,]?\s+)?(?P<role>[^\W\d_][^\n.:|]{2,60}?)(?=\s*[,(]|\s[–—|"
        r"-]\s|\s*$)",
    ),
    "de": _compiled(
        r"\b(?:bewerbung|stelle|position|gespräch|vorstellungsgespräch|absage|einladung|zusage|ausbildung|praktikum)\b"
        r"(?: \w+){0,3}? (?:als|für die stelle(?: als)?|auf die stelle(?: als)?|zur?m?|um die stelle(?: als)?) "
        r"(?P<role>[^\n:!?–|]{3,80}?)"
        r"(?=\s+(?:bei|in|im|vom|am|an|und wir)\b|\s*[,.;:!?\n]|\s+[–—|-]\s|\s*$)",
        r"^(?:ihre |deine |re )?(?:bewerbung|stelle|position|vorstellungsgespräch|stellenangebot|angebot|vakanz)(?: "
        r"um)?\s*[:–—-]\s*"
        r"(?P<role>[^\n:|]{3,80}?)(?=\s+(?:bei|in|vom)\b|\s[–—|-]\s|\s*[,(]|\s*$)",
        r"^(?P<role>[^\n:|]{3,80}?)\s*[:–—-]\s*(?:ihre |deine |unsere )?(?:bewerbung|einladung|rückmeldung|absage|"
        r"eingangsbestätigung|"
        r"angebot|gespräch|zwischenstand|status)",
    ),
    "fr": _compiled(
        r"\b(?:candidature|poste|entretien|offre|stage|alternance|recrutement|convocation)\b(?: \w+){0,3}?(?: (?:au "
        r"poste|pour le poste|"
        r"sur le poste|comme|en tant que|de|d['’]|pour|[–—-])| ?:) ?(?:de |d['’])?(?P<role>[^\n:!?–|]{3,80}?)"
        r"(?=\s+(?:chez|à|au sein|du \d|dans|réf)\b|\s*[,.;:!?\n]|\s+[–—|-]\s|\s*$)",
        r"^(?P<role>[^\n:|]{3,80}?)\s*[:–—-]\s*(?:votre |ta )?(?:candidature|entretien|convocation|réponse|suite)",
        r"^(?:votre |ma |ta )?(?:candidature|annonce|poste|offre|cv) "
        r"(?P<role>(?!(?:à|de|du|des|pour|en|sur)\b)[^\n:|–—?!(]{3,60}?)"
        r"(?=\s+(?:chez|à|au)\b|\s*[,.;:(–—|]|\s*$)",
    ),
    "es": _compiled(
        r"\b(?:candidatura|solicitud|proceso|puesto|entrevista|oferta|vacante|selección|prácticas)\b(?: \w+){0,3}?"
        r"(?: (?:para|de|como|al?|[–—-])(?!\w)| ?:)"
        r"(?: (?:el |la )?(?:puesto|vacante|plaza))?(?: de\b)? ?(?P<role>[^\n:!?–|]{3,80}?)"
        rf"(?=\s+(?:{_EN_ES}|con|del \d)\b|\s*[,.;:!?\n]|\s+[–—|-]\s|"
        r"\s*$)",
        r"^(?P<role>[^\n:|]{3,80}?)\s*[:–—-]\s*(?:tu |su )?(?:candidatura|entrevista|proceso|oferta|solicitud|"
        r"respuesta)",
        r"^(?:(?:convocatoria|acuse de recibo|prueba|entrevista|oferta|resultado)\s*[:–—-]|prueba en l[íi]nea:?)\s+"
        r"(?P<role>[^\n:|–—?!(]{3,60}?)"
        r"(?=\s+(?:en|con)\b|\s*[,.;:(–—|]|\s*$)",
        r"^(?:tu |su |mi )?(?:candidatura|vacante|puesto|oferta|plaza|cv) "
        r"(?P<role>(?!(?:a|de|del|para|en)\b)[^\n:|–—?!(]{3,60}?)"
        r"(?=\s+(?:en|con)\b|\s*[,.;:(–—|]|\s*$)",
    ),
}
IN_BODY: dict[str, tuple[Guarded, ...]] = {
    "en": _compiled(
        rf"\b(?:{_THE_JOB}) (?:of|as|titled|called)(?: an?| our| the)? {_TITLE}",
        rf"\b(?:the|our|this|an?|your|that) (?P<role>(?!same|right|new\b|open\b|next|first|second|last|following|"
        rf"above|other|best)"
        rf"[^\W\d_][\w/&+#.’'-]*(?:,? [\w/&+#.’'-]+){{0,6}}?)(?: \([^)\n]{{1,30}}\))? (?:{_THE_JOB}|positions|roles|"
        rf"interview|team role|vacancies|test|assessment|challenge)\b",
        rf"\b(?:application|apply|applying|applied|candidate|candidates|considered|consideration|selected|"
        rf"shortlisted|interview(?:ed|ing)?|"
        rf"interest(?:ed)?|submission|assessment|profile|expertise|submitted)(?: \w+){{0,2}}? (?:for|in|to|as)(?: "
        rf"the| an?| our| your)?"
        rf"(?: (?:{_THE_JOB}) (?:of|as))? {_TITLE}",
        rf"\b(?:offer(?:ing|ed)?|appoint(?:ed|ing|ment)?|engage|employ|hire|hired|hiring|join|joining|recruit(?:ing|"
        rf"ment)?|taken on|take you on|"
        rf"start|employment|selected|work|working|come on board|onboard|position|bring you on|have "
        rf"you)\b[^.\n]{{0,50}}?\bas (?:(?:an?|our|the|my) )?{_TITLE}",
        rf"\b(?:hiring(?! manager| team| lead| panel| process| committee| partner| decision)|recruiting(?! team| "
        rf"manager)|looking for|searching for|seeking|in need of|after|want|need|filling|fill|lost|advertis\w+|"
        rf"invites? you to apply for|"
        rf"match for|submit you for)(?: for)?(?: an?| our| the| \w+ more| another)? {_TITLE}",
    ),
    "de": _compiled(
        r"\b(?:bewerbung|bewerben|bewirbst|beworben|stelle|position|einstellung|tätigkeit|mitarbeit|angebot|"
        r"ausbildung|interesse|gespräch)\b"
        r"[^.\n]{0,40}?\b(?:als|zum|zur) (?:eine?[rn]? )?(?P<role>[^\n.;:!?,]{3,80}?)(?=\s+(?:bei|in|im|am|an|und|"
        r"für unser\w*|zu|haben|ist|wurde|mit|"
        r"vom|dankend|erhalten|sehr|eingegangen|anbieten|einstellen|interessier\w*|beworben)\b|\s*[.,;:!?\n]|\s+[–—|"
        r"-]\s|\s*$)",
        r"\b(?:stelle|position|vakanz|ausschreibung)(?: (?:der|des|einer|eines|als|im bereich))? "
        r"[„\"“»]?(?P<role>[^\n.;:!?,]{3,70}?)(?=[“\"«”]|"
        r"\s+(?:bei|in|im|am|an|und|ist|wurde|haben|zu|mit|vom|konnte|werden|wird|können)\b|\s*[.,;:!?\n]|\s*$)",
        r"\b(?:suchen|suche|besetzen|besetze)\b(?: \w+){0,7}? (?:eine?n?|die position|die stelle) "
        r"(?P<role>[^\n.;:!?,]{3,70}?)(?=\s+(?:bei|in|im|am|für|mit|"
        r"und|zur|ab|der|die)\b|\s*[.,;:!?\n]|\s*$)",
    ),
    "fr": _compiled(
        r"\b(?:comme|en qualité de|en qualité d['’]|en tant que|profil de|profil pour) (?P<role>[^\n.;:!?,]{3,70}?)"
        r"(?=\s+(?:chez|à|au|dans|et|a|est|qui|pour|sur|"
        rf"{_EN_FR}|avec|du \d|vous|contractuel\w*)\b|\s*[.,;:!?\n«»]|\s*$)",
        r"\b(?:poste|emploi|fonctions?|stage|candidature|mission|alternance|offre|recrutement)s? (?:de |d['’]|comme |"
        r"en tant que |au poste de |pour le poste de |pour |"
        r"en qualité de |: ?)(?P<role>[^\n.;:!?,]{3,80}?)(?=\s+(?:chez|à|au|aux|dans|et|a|est|que|qui|pour|sur|avant|"
        rf"{_EN_FR}|avec|du \d|vous|nous|sera|n['’])\b|\s*[.,;:!?\n«»]|\s*$)",
        r"\b(?:recherch\w+|recrut\w+|cherch\w+|embauch\w+|engager|proposer)\b[^.\n]{0,30}? (?:une?|comme|des) "
        r"(?P<role>[^\n.;:!?,]{3,70}?)"
        rf"(?=\s+(?:chez|à|au|dans|et|pour|sur|{_EN_FR}|avec|qui)\b|\s*[.,;:!?\n]|\s*$)",
    ),
    "es": _compiled(
        r"\b(?:perfil para|te queremos (?:de|como)|incorporarte como|trabajar (?:de|como)|contratarte (?:de|como)|"
        r"búsqueda de) "
        r"(?P<role>[^\n.;:!?,]{3,70}?)"
        rf"(?=\s+(?:{_EN_ES}|con|y|para|que|a|de la)\b|\s*[.,;:!?\n]|\s*$)",
        r"\b(?:puesto|vacante|plaza|cargo|posición|candidatura|oferta|proceso|solicitud|prácticas)(?: de| como| para|"
        r" a| al| para el puesto de| del puesto de)+ "
        r"(?P<role>[^\n.;:!?,]{3,80}?)"
        rf"(?=\s+(?:{_EN_ES}|con|y|ha|hemos|es|est[áa]|que|para|a|se|no|antes|hasta|del \d|nos|de la empresa)\b|"
        r"\s*[.,;:!?\n]|\s*$)",
        r"\b(?:postul\w+|inscri\w+|inscrib\w+|candidat\w+|solicitud)\b[^.\n]{0,50}? como (?P<role>[^\n.;:!?,]{3,70}?)"
        rf"(?=\s+(?:{_EN_ES}|con|y|ha|se|que|a)\b|\s*[.,;:!?\n]|\s*$)",
        r"\b(?:busca\w*|incorporar\w*|contratar\w*|seleccionar|necesit\w+)\b[^.\n]{0,20}? (?:una?|como) "
        r"(?P<role>[^\n.;:!?,]{3,70}?)"
        rf"(?=\s+(?:{_EN_ES}|con|y|para|que|a)\b|\s*[.,;:!?\n]|\s*$)",
    ),
}
