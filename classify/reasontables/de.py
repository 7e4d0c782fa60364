"""The reasons of rejections in German, umlauts as ae, oe, ue: reason → patterns, for folded text."""

from store.vocabulary import RejectionReason as R

RULES: tuple[tuple[R, tuple[str, ...]], ...] = (
    (
        R.ROLE_FROZEN,
        (
            r"\b(?:(?:einstellungs|besetzungs|personal)(?:stopp?|sperre)\w*|haushaltssperre|auf eis|eingefroren|"
            r"pausier\w+|vorerst (?:\w+ )?(?:ausgesetzt|gestoppt|verschoben)|(?:stelle|position|"
            r"vakanz)\b.{0,40}\b(?:vorerst|vorlaeufig|bis auf weiteres|derzeit|zurzeit|zunaechst|momentan) (?:doch "
            r")?(?:nicht (?:besetz|ausgeschr|neu)\w*|unbesetzt)|bis auf weiteres (?:\w+ ){0,3}(?:nicht besetzt|keine|"
            r"gestoppt|ausgesetzt|unbesetzt))\b",
            r"\b(?:stelle|besetzung|\w*verfahren|einstellung\w*|suche|rekrutierung)\b.{0,40}\b(?:verschoben|"
            r"ausgesetzt|zurueckgestellt|gestoppt|angehalten|sistiert|ruht)\b",
            r"\b(?:alle |saemtliche |keine |vorerst |derzeit )*(?:neu)?einstellungen\b.{0,40}\b(?:gestoppt|ausgesetzt|"
            r"eingefroren|keine|vorerst|derzeit nicht|pausier\w*)\b",
            r"\b(?:budget|mittel|foerder\w*|finanzierung|haushalt\w*|drittmittel)\b.{0,50}\b(?:gesperrt|eingefroren|"
            r"nicht (?:freigegeben|bewilligt|gesichert)|verzoeger\w*|verschoben|noch nicht|gekuerzt)\b",
            r"\bim moment nicht (?:besetzen|einstellen)\b",
            r"\b(?:vorerst|derzeit|zurzeit|aktuell|bis auf weiteres) (?:\w+ ){0,3}(?:niemanden|nicht) (?:einstell\w*|"
            r"besetz\w*)\b",
        ),
    ),
    (
        R.INTERNAL_CANDIDATE,
        (
            r"\b(?:haus)?intern\w* (?:besetz\w*|vergeben|\w*bewerb\w*|kandidat\w*|loesung|nachbesetz\w*|nachfolg\w*|"
            r"mitarbeit\w*|kolleg\w*|stellenbesetzung)",
            r"\baus (?:den |unseren )?eigenen reihen\b",
            r"\b(?:kolleg|mitarbeit)\w+ aus (?:dem|unserem) (?:eigenen )?(?:haus|team|betrieb|unternehmen)\w*\b",
            r"\baus dem eigenen (?:haus|team|betrieb|unternehmen)\w*\b",
            r"\b(?:eigene[nrms]? (?:haus|reihen|belegschaft|kolleg\w*|mitarbeit\w*|leute)|unsere[rnms]? "
            r"(?:bisherige\w*|langjaehrige\w*|eigene\w*) \w+)\b",
            r"\b(?:bereits|schon) (?:bei|fuer) uns (?:arbeite\w*|taetig\w*|beschaeftigt\w*|angestellt\w*|im (?:haus|"
            r"team))\b",
            r"\b(?:ehemalige\w* |fruehere\w* )?(?:auszubildende\w*|azubi\w*|volontaer\w*|praktikant\w*|"
            r"werkstudent\w*) (?:aus|von|in) (?:unser\w*|dem eigenen) (?:haus|team|betrieb)\b",
            r"\b(?:haus)?interne\w* (?:person|loesung|besetzung|umsetzung|versetzung|bewerb\w*|kandidat\w*|"
            r"nachfolge\w*)",
        ),
    ),
    (
        R.ROLE_CANCELLED,
        (
            r"\b(?:stelle|position|vakanz|ausschreibung)\b.{0,50}\b(?:zurueckgezogen|gestrichen|entfaellt|entfallen|"
            r"aufgehoben)\b",
            r"\bumstrukturierung\b",
            r"\b(?:stelle|position|vakanz|ausschreibung|verfahren|projekt|planstelle|posten|"
            r"auswahlverfahren)\b.{0,60}\b(?:entfaellt|entfallen|gestrichen|weggefallen|wegfall\w*|aufgehoben|"
            r"abgebrochen|eingestellt|zurueckgezogen|nicht mehr (?:besetzt|benoetigt|ausgeschrieben|vorgesehen)|gibt "
            r"es (?:\w+ )?nicht mehr|geschlossen|aufgeloest)\b",
            r"\bgibt es die stelle\b.{0,40}\bnicht mehr\b",
            r"\b(?:neugliederung|umstrukturierung|reorganisation|neuausrichtung|restrukturierung)\b",
            r"\b(?:stelle|position) (?:\w+ ){0,3}(?:nun |jetzt |doch |gar )*(?:doch |gar )?nicht (?:mehr )?(?:zu "
            r")?besetz\w*\b",
        ),
    ),
    (
        R.CAPACITY,
        (
            r"\b(?:\w*plaetze|kontingent|kapazitaet\w*|jahrgang|kurs|\w*plan)\b.{0,60}\b(?:vergeben|belegt|voll|"
            r"ausgeschoepft|erschoepft|besetzt|ausgebucht|aufgebraucht)\b",
            r"\bkeine(?:n)? (?:freien? |weiteren? |mehr )?(?:\w*plaetze|\w*platz|kapazitaet\w*)\b(?! (?:nehmen|"
            r"machen))",
            r"\b(?:keinen platz|keine plaetze|niemanden mehr aufnehmen|sind (?:schon |bereits )?voll)\b",
        ),
    ),
    (
        R.ROLE_FILLED,
        (
            r"\b(?:stelle|position|vakanz|platz|plaetze)\b(?:(?!\b(?:nicht|nie|unbesetzt|kann|soll|"
            r"koennen)\b).){0,50}\b(?:besetzt|vergeben)\b(?! werden)",
            r"\banderweitig (?:besetzt|vergeben)\b",
            r"\b(?:stelle|position)\b.{0,50}\b(?:bereits|schon|inzwischen)\b.{0,30}\b(?:besetzen|weg)\b",
            r"\b(?:stelle|position|vakanz|job|\w*job|posten|platz)\b.{0,50}\b(?:schon|bereits|inzwischen|mittlerweile|"
            r"zwischenzeitlich|leider|nun|jetzt|seit \w+)\b.{0,25}\b(?:weg|vergeben|besetz\w*|belegt)\b",
            r"\b(?:konnten|haben|hat|haette?n?) (?:wir )?(?:die |diese |unsere |den |alle )?(?:(?!nicht|noch)\w+ "
            r"){0,4}(?:zwischenzeitlich|inzwischen|bereits|mittlerweile|schon|nun)? ?(?:erfolgreich )?(?:besetzen|"
            r"besetzt|vergeben)\b(?! werden)",
            r"\b(?:haben|habe) (?:\w+ ){0,4}jemanden (?:gefunden|eingestellt|fuer (?:den|die|das))\b",
            r"\b(?:jemand(?:en)?) (?:schon|bereits|inzwischen) gefunden\b",
            r"\b(?:stelle|position|auswahl|besetzungsverfahren)\b.{0,30}\b(?:nicht mehr (?:frei|verfuegbar|vakant|zu "
            r"haben))\b",
        ),
    ),
    (
        R.COMPENSATION,
        (
            r"\bgehalts(?:vorstellung|wunsch|erwartung)\w*\b.{0,60}\b(?:nicht|ueber\w*|hoeher)\b",
            r"\bueber unserem budget\b",
            r"\b(?:gehalts|verguetungs|lohn)\w*\b.{0,70}\b(?:ueber\w*|hoeher|oberhalb|ausserhalb|sprengt|nicht "
            r"(?:erfuellen|zahlen|bezahlen|mitgehen|darstellen|abbilden)|spielraum)\b",
            r"\b(?:tarif\w*|haustarif|budget|gehaltsband|gehaltsrahmen|eingruppierung|verguetung)\b.{0,60}\b(?:nicht "
            r"her|ende|uebersteig\w*|ueberschreit\w*|keinen spielraum|nicht vereinbar)\b",
            r"\b(?:finanziell|beim gehalt|preislich|in sachen gehalt) (?:\w+ ){0,4}(?:nicht|zu weit)\b",
        ),
    ),
    (
        R.ELIGIBILITY,
        (
            r"\b(?:arbeitserlaubnis|aufenthaltstitel|visum|sicherheitsueberpruefung)\b.{0,60}\b(?:nicht|fehlt|kein\w*|"
            r"ohne)\b",
            r"\b(?:nicht|kein\w*|ohne|fehl\w*)\b.{0,40}\b(?:arbeitserlaubnis|aufenthaltstitel|visum)\b",
            r"\b(?:arbeits(?:erlaubnis|bewilligung|genehmigung)|aufenthalts\w+|visum|visa|staatsangehoerigkeit|"
            r"sicherheitsueberpruefung|wohnsitz|immatrikul\w*|eingeschrieben)\b.{0,80}\b(?:nicht|kein\w*|fehlt|ohne|"
            r"nur|deshalb|daher|leider|mindestens)\b",
            r"\b(?:nicht|kein\w*|ohne|fehl\w*|nur)\b.{0,60}\b(?:arbeits(?:erlaubnis|bewilligung|genehmigung)|"
            r"aufenthalts\w+|visum|eingeschrieben|immatrikuliert|wohnsitz)\b",
            r"\b(?:ausserhalb|nicht innerhalb) der (?:eu|schweiz|europaeischen union)\b",
            r"\baltersgrenze\b",
            r"\baus formalen gruenden\b",
            r"\bumzug\b.{0,30}\b(?:nicht|kein)\b",
            r"\b(?:zu weit (?:weg|entfernt)|pendel\w*)\b.{0,40}\b(?:nicht|daher|deshalb)\b",
        ),
    ),
    (
        R.MISSING_REQUIREMENT,
        (
            r"\b(?:fehl\w+|nicht ueber die|ohne)\b.{0,60}\b(?:erfahrung|abschluss|qualifikation|kenntnis\w*|"
            r"fuehrerschein|zertifikat|approbation|nachweis)\b.{0,60}\b(?:voraus\w+|zwingend|benoetig\w+|notwendig|"
            r"koennen wir)\b",
            r"\b(?:voraussetzung\w*|anforderung\w*)\b.{0,40}\bnicht (?:erfuell\w+|vor)\b",
            r"\b(?:voraus(?:gesetzt|setzung\w*)|erforderlich|zwingend\w*|notwendig|benoetig\w*|wir brauchen|brauchen "
            r"wir|braucht es|braucht man|verlang\w*|gefordert\w*|minimum|mindestens)\b.{0,90}\b(?:nicht|noch nicht|"
            r"fehl\w*|kein\w*|ohne|zu wenig|bislang)\b(?! zurueck)",
            r"\b(?:fehlt|fehlen|fehlte|vermiss\w*|bring\w* .{0,20}nicht mit|liegt .{0,25}nicht vor|mangels|"
            r"mangelnde\w*|fehlende\w*)\b.{0,60}\b(?:erfahrung\w*|abschluss\w*|kenntnis\w*|schein\w*|zeugnis\w*|"
            r"zertifikat\w*|ausbildung|studium|praxis\w*|anerkennung|deutsch\w*|englisch\w*|promotion|nachweis\w*|"
            r"qualifikation\w*)\b",
            r"\b(?:erfahrung\w*|abschluss\w*|kenntnis\w*|\w*schein|zeugnis\w*|zertifikat\w*|anerkennung|promotion|"
            r"nachweis\w*|qualifikation\w*|deutschkenntnisse|sprachniveau)\b.{0,60}\b(?:fehlt|fehlen|fehlten|nicht "
            r"vor|nicht (?:aus)?reich\w*|noch nicht|zu gering|nicht mit(?:bring\w*)?)\b",
            r"\b(?:anforderung\w*|voraussetzung\w*|kriteri\w*)\b.{0,50}\b(?:nicht|nur teilweise) (?:\w+ "
            r"){0,2}(?:erfuell\w*|entspr\w*|gegeben|vor)\b",
            r"\b(?:bringst|bringen sie) (?:\w+ ){0,4}(?:noch )?nicht mit\b",
            r"\b(?:suchen|sucht|brauchen|wollten) (?:\w+ ){0,3}jemanden,? (?:mit|der|die) .{0,50}\b(?:erfahrung|"
            r"jahre\w*|mehrjaehrig\w*|abgeschlossen\w*)\b",
        ),
    ),
    (
        R.INTERVIEW_OUTCOME,
        (
            r"\b(?:gespraech\w*|\w*gespraech|interview|probe(?:arbeit\w*|tag\w*)|test\w*|aufgabe\w*|praesentation|"
            r"vortrag|probestunde|lehrprobe|pruefung|uebung|assessment)\b.{0,80}\b(?:zu (?:langsam|wenig|kurz|"
            r"unsicher|allgemein|theoretisch|knapp)|offen geblieben|luecken|nicht (?:bestanden|ueberzeug\w*|erreicht|"
            r"gereicht|geglueckt|ausgereicht)|unsicher\w*|schwaech\w*|fehler\w*|durchgefallen|gefehlt|vermisst)\b",
            r"\b(?:punktzahl|punkte|ergebnis\w*|mindestpunktzahl)\b.{0,50}\b(?:nicht (?:erreicht|ausreich\w*|gereicht|"
            r"genuegt)|unter (?:der|dem|unserer)|darunter|zu niedrig)\b",
            r"\b(?:ihre|deine) (?:antworten|loesung|arbeitsprobe|praesentation|ergebnisse) (?:war|waren|blieb\w*|"
            r"ha\w+)\b.{0,40}\b(?:nicht (?:ueberzeug\w*|ausreich\w*|gereicht)|zu \w+|wenig|lueck\w*)\b",
        ),
    ),
    (
        R.OTHER_CANDIDATE,
        (
            r"\b(?:fuer|auf|zugunsten|nehmen) (?:eine?[nr]? |den |die )?(?:ander\w*|weitere\w*|geeigneter\w*|"
            r"passender\w*) (?:\w+ )?(?:bewerb|kandidat|person|profil)\w*",
            r"\bander\w* (?:bewerb|kandidat)\w*\b.{0,60}\b(?:entschieden|vorzug|besser|zugesagt|naeher)\b",
            r"\bfuer jemand(?:en)? (?:ander\w*|entschieden|mit)\b",
            r"\b(?:bewerb|kandidat)\w*\b.{0,40}\b(?:den vorzug|besser (?:geeignet|entspr\w+|pass\w+))\b",
            r"\b(?:fuer|an|zugunsten|mit|auf|nehmen|gegeben|erhalten|bekommen|bekommt|vorn|den vorzug) "
            r"(?:eine?[nrms]?|den|die|der|dem|andere\w*|unsere\w*)? ?(?:\w+ ){0,3}(?:mit)?(?:bewerber\w*|kandidat\w*|"
            r"mitbewerb\w*|interessent\w*|person|kolleg\w*)\b.{0,70}\b(?:entschieden|gegeben|vergeben|besetz\w*|"
            r"gefallen|zugesagt|vorzug|angeboten|erhalten|bekommen)\b",
            r"\b(?:entschieden|gegeben|vergeben|gefallen|angeboten|zugesagt|besetzen|weiter\w*|"
            r"fortsetzen)\b.{0,15}\b(?:fuer|an|auf|mit|einer|einem) (?:eine?[nrms]? |den |die |der |dem |zwei |drei "
            r")?(?:\w+ )?(?:bewerb|mitbewerb|kandidat|kolleg|person)\w*",
            r"\banderweitig entschieden\b",
            r"\b(?:zugunsten|zu gunsten) (?:eine[rs]|andere[rn]?|de[rs])\b",
            r"\b(?:mitbewerber\w*|andere (?:bewerb\w*|kandidat\w*|personen|profile|leute|zuschriften)|eine? "
            r"andere[rnm]? (?:bewerb\w*|kandidat\w*|person|frau|mann|kolleg\w*))\b.{0,70}\b(?:entschieden|besser|"
            r"naeher|staerker|mehr|passend\w*|genauer|rennen|zuschlag|vorzug|vorn|nase|ueberzeugt\w*|mitbring\w*|"
            r"mit(?:ge)?brach\w*|entspr\w*|erfuell\w*|zugesagt|erhalten|bekommen)\b",
            r"\b(?:jemand(?:en|em)?) (?:ander\w*|mit (?:mehr|\w+ )|der|die)\b.{0,40}\b(?:entschieden|genommen|"
            r"eingestellt|bekommen|gegeben|den vorzug|zugesagt)\b",
            r"\bjemand(?:en|em)? ander\w*\b(?! (?:fragen|weiter\w*))",
            r"\b(?:das rennen gemacht|die nase vorn|den zuschlag (?:erhalten|bekommen)|knapp vor ihnen|noch (?:naeher|"
            r"besser|genauer|mehr) (?:kommen|kommt|entspr\w*|pass\w*|entsprachen|entsprechen))\b",
            r"\bunter den (?:\w+ )?bewerb\w*\b.{0,60}\b(?:naeher|besser|staerker|genauer)\b",
            r"\b(?:am ende|letztlich|schliesslich) (?:\w+ ){0,3}(?:eine? |fuer eine? )(?:bewerb\w*|kandidat\w*|"
            r"kolleg\w*|mitbewerb\w*)\b",
            r"\b(?:stelle|platz|job|ruf) (?:\w+ ){0,2}(?:einer|einem|an eine|an einen|an die|an den) (?:\w+ "
            r")?(?:bewerb\w*|kandidat\w*|person|kolleg\w*|erstplatziert\w*|mitbewerb\w*)\b",
        ),
    ),
    (
        R.FIT_GENERAL,
        (
            r"\bprofil\b.{0,50}\bnicht\b.{0,20}\b(?:passt|passen|entspr\w+)",
            r"\bpasst? (?:\w+ ){0,4}nicht (?:zu|zum)\b",
            r"\b(?:profil|werdegang|hintergrund|erfahrung|schwerpunkt\w*|qualifikation\w*|arbeitsweise|stil|"
            r"vorstellungen)\b.{0,80}\b(?:nicht (?:\w+ ){0,3}(?:pass\w*|zusammen\w*|uebereinstimm\w*|deck\w*|"
            r"entspr\w*)|andere richtung|zu wenig (?:deckungsgleich|uebereinstimm\w*)|nicht genug|zu weit)\b",
            r"\b(?:nicht|wenig|kaum) (?:\w+ ){0,4}(?:zusammenpass\w*|zueinander ?pass\w*|gut pass\w*|richtig\w* "
            r"(?:person|besetzung|profil)|genug uebereinstimmung|deckungsgleich)\b",
            r"\b(?:nicht genug|zu wenig) uebereinstimmung\b",
            r"\bueberqualifiziert\b",
            r"\bsieht sie (?:\w+ )?nicht auf\b",
            r"\bwollen? nun jemanden mit\b",
            r"\bpasst (?:\w+ ){0,6}nicht (?:zu|zum|zur|in|ins|so)\b",
            r"\bpassen (?:\w+ ){0,6}nicht (?:zu|zusammen|so gut)\b",
        ),
    ),
)
