"""German phrases of decisions, receipts, talks, offers and approaches, over folded text, beside the short cues."""

_YOU = r"(?:sie|ihnen|dich|dir|euch)"
_YOUR = r"(?:ihr\w*|dein\w*|eur\w*)"
_PAPERS = (
    r"(?:\w*bewerbung\w*|\w*unterlagen|lebenslauf|dossier|mappe|profil|zuschrift|\w*schreiben|e-?mail|angaben|daten"
    r"|datensatz|cv)"
)
_POST = (
    r"(?:\w*stellen?|position\w*|vakanz\w*|\w*platz|\w*plaetze|job|posten|dienstposten|funktion|leitung"
    r"|volontariat)"
)
_MEETING = (
    r"(?:\w*gespraech\w*|\w*interview\w*|\w*telefonat\w*|\w*kennenlern\w*|\w*vorstellungstermin\w*|videocall\w*"
    r"|video-call\w*|probetag\w*|probearbeit\w*|hospitation\w*|schnupper\w*|auswahltag\w*|probevortrag\w*"
    r"|gespraechstermin\w*|casting\w*)"
)

PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "decision": (
        ("abgelehnt|ablehn|abschlaegig", r"\b(?:abgelehnt|ablehnen|ablehnung|abschlaegig\w*)\b"),
        ("betracht|frage", r"\b(?:kein\w*|nicht)\b.{0,30}\b(?:in betracht|in frage|infrage)\b"
         r"|\bkomm(?:en|t|st)\b.{0,50}\bnicht (?:weiter )?(?:in betracht|in frage|infrage)"),
        ("abstand", r"\bnehme?n?\b.{0,60}\babstand\b"),
        ("sehen|absehen", r"\b(?:sehe|sehen|absehen)\b.{0,40}\bvon (?:einer|ihrer|deiner)\b|\bvon (?:einer|ihrer"
         r"|deiner) "
         r"(?:einstellung|einladung|anstellung|bewerbung)\b.{0,30}\b(?:ab|absehen|abzusehen)\b"),
        ("geschafft|gereicht|bestanden|gehoer|verfehlt", r"\bnicht (?:\w+ )?(?:geschafft|gereicht|bestanden)\b"
         r"|\bgehoer\w*\b.{0,40}\bnicht (?:zu|mehr zu)\w*\b|\bpunktzahl\b.{0,60}\bverfehlt"),
        ("wahl|ausgesprochen|aussprechen", rf"\b(?:nicht auf {_YOU} (?:ge)?fallen|nicht fuer {_YOU} "
         r"(?:ausgesprochen|aussprechen|entschieden)|wahl\b.{0,30}\bnicht auf)\b"),
        ("runde|stufe|phase|schritt|verfahren|auswahl", r"\bnicht (?:\w+ ){0,3}(?:in|zu|fuer) (?:die|der|das|den"
         r"|zur|zum)?"
         r" ?(?:\w+ ){0,2}(?:runde|stufe|phase|schritt|auswahl\w*|verfahren)\b"),
        ("einstell|beschaeftig|uebertrag|einbezieh|einbezogen|einplan|besetz", r"\b(?:nicht"
         r"|kein\w*)\b.{0,50}\b(?:einstellen"
         r"|eingestellt|beschaeftigen|uebertragen (?:koennen|werden|kann)|einbezogen|einbeziehen|einplanen"
         r"|einsetzen)\b"),
        ("beendet|schliess|abgeschlossen|ausgeschlossen|rennen", rf"\bschliessen\b.{{0,40}}\b{_YOUR} bewerbung\b"
         rf"|\b{_YOUR} (?:bewerbungs|auswahl)\w*\b.{{0,30}}\b(?:beendet|abgeschlossen|geschlossen)\b"
         rf"|\baus dem (?:rennen"
         r"|verfahren)\b|\bverfahren (?:\w+ )?ausgeschlossen\b"),
        ("status", r"\bstatus\b.{0,25}\b(?:abgelehnt|abgesagt|geschlossen|absage|nicht (?:erfolgreich"
         r"|ausgewaehlt))\b"),
        ("absage|absag", r"\b(?:eine|die|ihre|deine|unsere) absage\b|\bsage\w* (?:wir )?(?:\w+ )?(?:leider )?ab\b"),
        ("positiv|guenstig|besser|gute", r"\b(?:kein\w*|nicht)\b.{0,15}\b(?:positiv\w*|guenstig\w*|besser\w*|gut\w*) "
         r"(?:\w+ )?(?:nachricht\w*|antwort|bescheid|rueckmeldung|mitteilung)"),
        ("weiter", r"\bnicht (?:\w+ ){0,3}(?:weiter (?:betrachte\w*|begleite\w*|bearbeite\w*|verfolge\w*)"
         r"|weitergehen|weitermachen|weiterverfolg\w*|weiterfuehr\w*)\b"),
        ("gebrauch|zusammenarbeit|aussicht", r"\b(?:keinen gebrauch machen|nicht in aussicht stellen)\b"),
    ),
    "other_candidate": (
        ("ander|intern|mitbewerb|person", r"\b(?:ander\w*|erstplatziert\w*|erstgereiht\w*"
         r"|besser platziert\w*) (?:\w+ )?"
         r"(?:bewerb\w*|kandidat\w*|person\w*|profile?n?)\b"),
        ("mitbewerb", r"\bmitbewerber\w*\b"),
        ("vorzug|zuschlag|ausschlag|nase vorn", r"\b(?:den vorzug|zuschlag|den ausschlag|die nase vorn)\b"),
        ("deren|dessen", r"\b(?:bewerb\w*|kandidat\w*|person\w*|profile\w*|mitarbeiter\w*"
         r"|kolleg\w*)\b,? (?:entschieden, )?"
         r"(?:deren|dessen|der|die) (?:\w+ ){0,8}(?:entspr\w*|erfuell\w*|naeher\w*|besser|passen\w*|mitbring\w*"
         r"|bereits)\b"),
        ("jemand", r"\bjemand(?:en)? (?:\w+ )?(?:ander\w*|gefunden|mit|fuer)\b"),
        ("reihen|haus|hausintern", r"\b(?:aus (?:den eigenen reihen|dem eigenen haus\w*)|hausintern\w*"
         r"|intern besetz\w*)\b"),
        ("stelle|position|platz", rf"\b(?:mit|an) (?:eine[nmr]?|die|der) (?:\w+ )?(?:kolleg\w*|mitarbeiter\w*"
         rf"|beschaeftigt\w*"
         rf"|bewerber\w*)\b.{{0,60}}\b(?:besetz\w*|vergeben|uebertragen|gegangen)\b|\b{_POST}\b.{{0,40}}\bging an\b"),
    ),
    "role_closed": (
        ("besetz|vergeben|belegt|weg|eis|aufgehoben|erledigt|gestoppt|stopp", rf"\b{_POST}\b.{{0,70}}\b(?:besetzt"
         rf"|besetzen"
         r"|vergeben|belegt|schon weg|auf eis|gestrichen|nicht mehr)\b|\b(?:verfahren|ausschreibung"
         r"|suche)\b.{0,60}\b(?:"
         r"aufgehoben|eingestellt|zurueckgezogen|gestoppt|beendet|bis auf weiteres)\b|\bhat sich erledigt\b"),
        ("neueinstellung|einstellungsstopp|keine mehr|keinen mehr|suche", r"\bkeine (?:neu)?einstellungen\b"
         r"|\beinstellungsstopp\b|\bsuchen? (?:\w+ ){0,4}(?:niemand\w*|keine\w* mehr)\b"
         r"|\bnehm\w* (?:\w+ ){0,3}keine\w* "
         r"mehr\b"),
    ),
    "sorry_no": (("leider|bedau|leid", r"\b(?:leider|bedau\w+|leid)\b.{0,90}\b(?:nicht|kein\w*|niemand)\b"),),
    "receipt": (
        ("eing|erhalt|angek|gelandet|erreicht|getroffen|geleitet|gegeben|reicht|tragen|mittelt|schickt|sendet"
         "|stellt|nommen"
         "|speichert|angelegt|liegt|liegen|bekommen|registriert|zugegangen",
         rf"\b{_PAPERS}\b.{{0,90}}\b(?:eingegangen|eingetroffen|eingelangt|angekommen|gelandet|erreicht|zugegangen"
         rf"|erhalten"
         r"|bekommen|registriert|angelegt|gespeichert|weitergeleitet|weitergegeben|weitergereicht|zugeleitet"
         r"|uebermittelt"
         r"|uebertragen|abgeschickt|gesendet|zugestellt|entgegengenommen|uebernommen|uebergeben|vorgelegt"
         r"|liegen (?:uns|mir|"
         r"der|nun)|liegt (?:uns|mir|der|nun|vor)|ist (?:bei \w+ )?da|sind (?:bei \w+ )?da)\b"),
        ("eingang|empfang|erhalt", r"\b(?:bestaetig\w*|quittier\w*|dank\w*)\b.{0,60}\b(?:eingang|empfang|erhalt)\b"
         r"|\b(?:eingang|empfang|erhalt) (?:ihre[rs]|deine[rs]|der|des)\b"),
        ("beworben", r"\b(?:dass|haben|hast) (?:sie|du) (?:sich|dich)\b.{0,80}\bbeworben\b|\berfolgreich beworben\b"),
        ("haben|habe", rf"\bhaben? (?:wir |ich )?(?:\w+ )?{_YOUR} (?:\w+ )?{_PAPERS}\b.{{0,60}}\b(?:erhalten"
         rf"|bekommen|"
         r"entgegengenommen|aufgenommen|gelesen)"),
    ),
    "thanks": (("dank", rf"\bdank\w*\b.{{0,60}}\b(?:{_YOUR} (?:\w+ )?(?:bewerbung|interesse|unterlagen|vertrauen)"
         rf"|beworben"
                r"|entgegengebracht\w*)"),),
    "will_review": (
        ("schau|sicht|les|pruef|lupe|anseh", r"\b(?:schau\w* (?:\w+ ){0,6}an|wird (?:nun |jetzt "
         r"|derzeit )?(?:geprueft"
         r"|gesichtet)|sichtung|durchgesehen|unter die lupe|werden (?:nun |jetzt )?(?:\w+ )?(?:geprueft|gesichtet"
         r"|gelesen"
         r"|ausgewertet))\b"),
        ("zwischen|noch kein|noch nicht|geduld|zeit", r"\b(?:zwischenbescheid|zwischenstand"
         r"|noch keine (?:\w+ )?entscheidung"
         r"|noch nicht (?:\w+ )?(?:entschieden|abgeschlossen|abschliessen)|(?:etwas|um) (?:\w+ )?geduld"
         r"|etwas (?:mehr )?zeit"
         r"|noch etwas dauern)\b"),
        ("meld|hoer", r"\b(?:melde\w*|meldet) (?:\w+ ){0,3}(?:uns|mich|sich)\b|\b(?:hoeren|hoerst) (?:sie"
         r"|du) (?:\w+ )?von"),
    ),
    "invite": (
        ("lad|einla|eingela|gelad", rf"\b(?:lade|laden|einladen|eingeladen|einzuladen|geladen)\b.{{0,80}}\b{_MEETING}"
         rf"|\b{_MEETING}.{{0,80}}\b(?:lade|laden|einladen|eingeladen|einzuladen|geladen)\b"),
        ("kommen|komm|vorbei|vorstell|besuch", r"\b(?:kommen s(?:ie|')|komm)\b.{0,60}\b(?:vorbei|uhr|zu uns|zum|rum"
         r"|auf "
         r"einen)\b|\b(?:sich (?:bei uns )?vorzustellen|uns (?:\w+ ){0,4}(?:zu )?besuchen)\b"),
        ("kennenlern|kennen|sprechen|treffen|sehen|hoeren|erwart", rf"\b(?:gern\w*|moecht\w*|wuerd\w*|will|wollen"
         rf"|freu\w*)\b"
         rf".{{0,60}}\b(?:{_YOU} (?:\w+ ){{0,3}}(?:kennenlernen|kennenzulernen|treffen|sehen|sprechen|anrufen"
         rf"|hoeren)|mit "
         rf"{_YOU} (?:\w+ ){{0,2}}(?:sprechen|reden|telefonieren))\b|\berwarte\w* (?:wir |ich )?{_YOU}\b"),
        ("lass|wollen wir|treffen wir", r"\b(?:lass uns|wollen wir|treffen wir uns|koennen wir"
         r"|koennten wir)\b.{0,50}\b(?:"
         r"sprechen|telefonieren|reden|uhr|kennenlernen|treffen)"),
        ("bitt", rf"\bbitten? (?:wir |ich )?{_YOU}\b.{{0,40}}\bzu(?:m|r| einem| einer| uns)?\b"),
    ),
    "interview": (("gespr|interview|telefonat|kennenlern|vorstellung|probe|hospit|schnupper|auswahltag|call",
                   rf"\b{_MEETING}"),),
    "scheduling": (
        ("wann|haett|zeit|passt|recht|moeglich|slot|buch|termin|zeitfenster", r"\bwann (?:koenn\w*|duerf\w*|passt"
         r"|erreich\w*"
         r"|haett\w*|geht|waer\w*|kommen|hast|haben)\b|\b(?:hast du|haben sie|haetten sie|haettest du|passt es"
         r"|passt dir"
         r"|geht es|waere es)\b.{0,60}\b(?:zeit|uhr|luft|recht|tag|woche|moeglich)\b|\b(?:slot|zeitfenster|terminwahl"
         r"|wunschtermin|terminvorschlag|gespraechszeit\w*)\b|\b(?:schlagen|schlage) (?:\w+ ){0,4}(?:vor|den \d)"),
    ),
    "reschedule": (("ersatztermin|statt|verleg|vorzieh|abgesagt|geaendert|ausfallen",
                    r"\b(?:ersatztermin|terminverschiebung|terminaenderung|vorziehen|ausfallen|stattdessen|statt um"
         r"|statt am"
                    r"|uhr statt|termin\w* (?:\w+ ){0,3}geaendert)\b"),),
    "assessment": (
        ("aufgabe|probe|test|uebung|case|fragen|video", r"\b(?:\w+(?:aufgabe|arbeitsprobe|schreibprobe|uebung"
         r"|fallfrage|test"
         r"|fallbeispiel|postkorb)\w*|case study|coding|planspiel|arbeitsprobe|probeuebersetzung|hausaufgabe"
         r"|online-aufgaben?"
         r"|fallstudie|persoenlichkeits\w*|einstufungstest\w*)\b"),
        ("bearbeit|absolv|loes|ausfuell|beantwort|aufnehm|verfass|reich|erbitt|fertig", r"\b(?:bitte|bitten"
         r"|erbitten|sollen)\b"
         r".{0,80}\b(?:bearbeiten|absolvieren|loesen|auszufuellen|ausfuellen|beantworten|aufnehmen|verfassen"
         r"|durchfuehren"
         r"|einreichen|durchzufuehren|zu bearbeiten|hochladen|konzept|aufgaben?)\b"),
    ),
    "offer": (
        ("bieten|biete|anbiet|anzubieten|unterbreit", r"\bbiete[nt]?\b.{0,60}\b(?:stelle|position|\w*vertrag"
         r"|\w*platz|einstieg"
         r"|anstellung|beschaeftigung|festanstellung)\b.{0,60}|\b(?:stelle|position|anstellung|platz"
         r"|vertrag)\b.{0,60}\b(?:"
         r"anbieten (?:zu )?(?:koennen|duerfen)|anzubieten|anbieten)\b"),
        ("angebot|vertrag|zusage", r"\b(?:vertragsangebot|anstellungsangebot|einstellungsangebot|angebotsschreiben"
         r"|einstellungszusage|anstellungsvertrag|arbeitsvertrag\w*|unser angebot an|angebot (?:fuer eine|als))\b"),
        ("einstell|anstell|einzustellen|beschaeftig|anfangen|uebernehm|zusagen", r"\b(?:(?:sie|dich) (?:\w+ ){0,6}(?:"
         r"einzustellen|einstellen|anstellen|beschaeftigen|aufnehmen moechte\w*)|(?:koennen"
         r"|kannst)\b.{0,40}\b(?:anfangen"
         r"|starten|uebernehmen)|stellen (?:sie|dich)\b.{0,30}\bein|eine zusage|zusage als)\b"),
        ("entschieden|gehoert|ihre|deine|bord|begruessen|wollen", r"\b(?:fuer (?:sie|dich) entschieden|(?:job"
         r"|stelle|platz"
         r"|volontariat)\b.{0,20}\bgehoert (?:ihnen|dir)|an bord (?:holen|haben|begruessen)"
         r"|als (?:neue\w* )?\w+ (?:zu )?"
         r"begruessen|wir wollen dich)\b"),
    ),
    "pay_and_start": (("befristet|tarif|verguetung|netto|brutto|stunde|wochenstunden|tv", r"\b(?:un)?befristet\w*\b"
                       r"|\bentgeltgruppe\b|\btv(?:oe?d|-?l|-v)\b|\bverguetung\b|\bnetto\b|\bwochenstunden\b"
                       r"|\bdie stunde\b|\bvollzeit\b|\bteilzeit\b"),),
    "profile_seen": (("profil|werdegang|name|lebenslauf|gestolpert|gestossen|angesprochen|empfohl|gedacht|denken",
                      rf"\b{_YOUR} (?:\w+ ){{0,2}}(?:profil|werdegang|name\w*"
         rf"|lebenslauf)\b.{{0,60}}\b(?:aufgefallen|gefunden"
                      r"|genannt|passt|matcht|entspricht|gesehen|entdeckt|gestossen|gestolpert|angesprochen"
         r"|spannend)\b"
                      rf"|\bauf {_YOU} (?:gestossen|aufmerksam|gekommen)\b|\b{_YOU} empfohlen\b"
         rf"|\ban {_YOU} (?:gedacht"
                      r"|denken)\b"),),
    "open_to": (("interesse|lust|reizt|gewinnen|offen|wechsel|vorstellen|passt das|ermunter|ansprechen",
                 rf"\b(?:haetten|haben|hast|haettest) (?:sie|du) (?:\w+ )?(?:interesse|lust|freude)\b|\b(?:waeren"
         rf"|waerst|sind"
                 rf"|bist) (?:sie|du) (?:\w+ ){{0,2}}offen\b|\b(?:reizt|interessiert) {_YOU}\b"
         rf"|\b{_YOU} (?:\w+ ){{0,3}}gewinnen"
                 rf"\b|\bpasst das (?:zu|fuer)\b|\bvorstellen\b.{{0,40}}\b(?:wechsel\w*|bei uns|mitzu\w*)"
         rf"|\bwechsel\b.{{0,30}}"
                 rf"\bvorstellen\b|\b(?:ermuntern|anzusprechen|abwerben|ans herz legen)\b"),),
    "job_pitch": (("gesucht|frei|vakanz|m/w/d|mandat|kunde|verstaerk|brauchen|sucht", r"\(m/w/d\)|\bgesucht\b"
         r"|\b(?:wird|ist)"
                   r"\b.{0,40}\b(?:stelle|platz)\b.{0,20}\bfrei\b|\b(?:stelle|platz)\b.{0,30}\bfrei\b"
         r"|\bsucht (?:\w+ ){0,4}"
                   r"(?:eine[nr]?|zum)\b|\bsuchen? (?:wir|ich)\b|\b(?:wir|ich) (?:\w+ ){0,4}(?:suchen?|brauchen?)\b"
                   r"|\bverstaerkung\b|\bvakanz\b|\bexklusiv\w* mandat\b|\bfreiberuflich\w*\b|\bprojektanfrage\b"),),
    "other_world": (("los |bieter|vergabe|besichtig|mietinteress|kita|hort|tierheim|darlehen|schaden|gutacht"
         "|redaktion|beitrag",
                     r"\b(?:vergabeverfahren|vergabestelle|bieter\w*|mietinteressent\w*|besichtigung\w*|kita-?\w*"
         r"|hortplatz"
                     r"|tierheim|darlehen\w*|schadenfall|schadensmeldung|gutachter\w*|aufnahmeantrag|immatrikul\w*"
         r"|semester"
                     r"|zulassung zum studium|bewilligung\w*|wohnungssuche)\b"),),
}  # fmt: skip
