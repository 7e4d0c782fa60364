"""German cues (``domain.md`` §3.6), over text with ae, oe, ue, ss."""

from classify.cuetables.de_phrases import PHRASES

_TALK = (
    r"(?:vorstellungs|bewerbungs|kennenlern|telefon|erst|zweit|video|fach)?-?(?:gespraech|interview|termin"
    r"|telefonat)\w*"
)

_SHORT: dict[str, tuple[tuple[str, str], ...]] = {
    "decision": (
        ("beruecksichtig", r"\b(?:nicht|keine)\b.{0,40}\bberuecksichtig\w*"),
        ("engere", r"\bnicht (?:\w+ ){0,3}(?:in die|zur|zum) engere\w* (?:wahl|auswahl|kreis|kandidat)"),
        ("absage|absag", r"\b(?:eine absage|absagen muessen|(?:muessen|muss) (?:wir|ich) (?:ihnen|dir) (?:\w+ "
             r"){0,3}absagen|"
         r"sagen (?:wir )?(?:ihnen|dir) (?:\w+ ){0,3}ab|abgesagt haben)\b"),
        ("weiterverfolg|weiter verfolg|fortsetz|fortfuehr", r"\b(?:nicht|keine)\b.{0,40}\b(?:weiterverfolg\w*"
             r"|weiter (?:zu )?"
         r"verfolg\w*|fortsetz\w*|fortzusetzen|fortfuehr\w*|fortzufuehren)"),
        ("positive|zusage|angebot|stelle|anbieten|ausgewaehlt", r"\b(?:kein\w*|nicht)\b.{0,45}\b(?:positive\w* "
             r"(?:rueckmeldung|"
         r"antwort|bescheid|nachricht)|zusage|zusagen|stellenangebot|anbieten|angeboten|ausgewaehlt)"),
        ("gegen", r"\bgegen (?:sie|dich|ihre bewerbung|deine bewerbung|eine (?:einstellung|zusammenarbeit"
             r"|weiter\w*))\b"),
        ("passt|passen|entspr|uebereinst|reicht", r"\b(?:passt|passen|entspr\w+|uebereinstimm\w*"
             r"|stimmt)\b.{0,60}\bnicht\b|"
         r"\bnicht\b.{0,60}\b(?:passt|passen|entspr\w+|uebereinstimm\w*|ueberein|gereicht)"),
        ("einladen|einzuladen|in betracht|gelegenheit", r"\b(?:nicht|keine)\b.{0,35}\b(?:einladen|einzuladen|in "
             r"betracht)"),
    ),
    "other_candidate": (
        ("bewerber|kandidat|person|mitbewerb|profile|anderweitig", r"\b(?:fuer|auf|zugunsten) "
             r"(?:eine[nr]? )?(?:\w+ ){0,2}(?:ander"
         r"\w*|weitere\w*|intern\w*|mitbewerb\w*|passender\w*|geeigneter\w*)\b.{0,30}\b(?:entschieden|gefallen"
         r"|bewerb\w*|"
         r"kandidat\w*|person)"),
        ("gefallen|entschieden|besser|naeher|staerker", r"\b(?:ander\w+ (?:bewerb|kandidat|profil|person)\w*"
             r"|(?:wahl|entscheidung) "
         r"(?:ist |fiel )?(?:\w+ ){0,4}(?:ander|jemand|intern|kolleg)\w*|(?:besser|genauer|staerker|naeher) "
         r"(?:\w+ ){0,3}(?:passen|"
         r"passt|entspr|uebereinst|qualifiz)\w*)"),
    ),
    "role_closed": (
        ("besetzt|vergeben|gestrichen|gestoppt|zurueckgezogen|ausgesetzt|geschlossen|entfall|stopp",
             r"\b(?:stelle|position|vakanz"
         r"|platz|job|ausschreibung|besetzung|verfahren|plaetze)\b.{0,50}\b(?:besetzt|vergeben|gestrichen"
         r"|gestoppt|zurueckgezogen"
         r"|ausgesetzt|geschlossen|entfaellt|entfallen|beendet|gestoppt|pausiert|eingestellt|verschoben)\b"),
        ("einstellungsstopp|eingefroren|nicht mehr", r"\b(?:einstellungsstopp|eingefroren|(?:stelle|position) "
             r"(?:\w+ ){0,3}nicht mehr"
         r"|anderweitig|intern besetzt|auf eis)\b"),
    ),
    "keep_on_file": (("pool|evidenz|vormerk|aufbewahr|datenbank|gespeichert",
                      r"\b(?:talentpool|bewerberpool|in evidenz|vormerk\w*|aufbewahr\w*|datenbank)\b"),),
    "apology": (("leider|bedau|schade|leid|entschuldig", r"\b(?:leider|bedau\w+|schade|tut (?:uns|mir) (?:\w+ "
    r")?leid|entschuldig\w*)\b"),),
    "good_luck": (("erfolg|alles gute|glueck|kuenftig|zukunft", r"\b(?:(?:viel|weiterhin) (?:\w+ )?erfolg|alles "
    r"gute|viel glueck|"
                   r"fuer (?:ihre|deine) (?:\w+ )?zukunft)\b"),),
    "receipt": (
        ("eingegangen|erhalten|angekommen|eingang|bekommen|vorlieg|uebermittelt|gesendet", r"\b(?:bewerbung"
             r"|unterlagen|lebenslauf|"
         r"schreiben|anschreiben|mappe)\b.{0,50}\b(?:eingegangen|erhalten|angekommen|bekommen|vorlieg\w*"
         r"|uebermittelt|gesendet|da\b)"),
        ("eingangsbestaetigung|eingang", r"\b(?:eingangsbestaetigung|(?:bestaetig\w+|dank\w*)\b.{0,30}\beingang"
             r"|eingang (?:ihrer|"
         r"deiner))\b"),
        ("erhalten|bekommen|liegt", r"\b(?:haben|habe|ist|sind|liegt|liegen)\b.{0,30}\b(?:ihre|deine|die) (?:\w+ "
             r")?(?:bewerbung|"
         r"unterlagen)\b.{0,30}\b(?:erhalten|bekommen|da|vor|hier|angekommen|eingegangen)"),
    ),
    "thanks": (("dank", r"\b(?:vielen dank|danke|herzlichen dank|wir danken|besten dank)\b.{0,40}\b(?:bewerbung"
    r"|interesse|unterlagen|"
                r"zusendung|zeit|gespraech)"),),
    "will_review": (
        ("pruef|sicht|durchseh|anseh|lesen|bearbeit", r"\b(?:pruef\w*|sicht\w*|durchseh\w*|ansehen|durchlesen"
             r"|bearbeit\w*)\b"),
        ("meld|rueckmeld|kommen|hoer|geduld|bescheid|wochen|tage", r"\b(?:melden (?:wir )?uns|rueckmeldung|kommen "
             r"(?:\w+ ){0,3}auf "
         r"(?:sie|dich) zu|von uns hoeren|um (?:\w+ )?geduld|bescheid|innerhalb)\b"),
    ),
    "answers_few": (("nur|nicht", r"\b(?:nur (?:\w+ ){0,4}(?:bewerb\w*|kandidat\w*)|nicht (?:jede|alle|einzeln"
    r"|individuell)\w*|vielzahl)\b"),),
    "scheduling": (
        ("termin|zeit|passt|passen|uhr|vorschlag|verfuegbar", r"\b(?:terminvorschl\w*|termin\w* (?:\w+ "
             r"){0,3}(?:vereinbar|vorschlag|"
         r"auswaehl|aussuch|buchen|anbieten|finden)\w*|(?:passt|wuerde|passen) (?:es )?(?:ihnen|dir|euch)"
         r"|(?:haben sie|hast du|haetten"
         r" sie|haettest du)\b.{0,20}\bzeit|verfuegbar\w*|wann (?:\w+ ){0,3}(?:zeit|passt|koenn))"),
        ("calendly|buchung|kalender", r"\b(?:calendly|buchungslink|kalender\w*)\b"),
    ),
    "invite": (
        ("einlad|eingeladen|kennenlern|kennen lern|vorbeikomm|sprechen|gespraech", r"\b(?:(?:lad\w*|einlad\w*"
             r"|eingeladen|einzuladen)"
         r"\b.{0,50}|(?:gern\w*|moecht\w*|wuerd\w*|freu\w*)\b.{0,50}(?:kennenlern\w*|kennenzulernen|sprechen"
         r"|einladen|austausch\w*|"
         r"gespraech|unterhalten|vorbei))"),
        ("naechste|runde", r"\b(?:naechste\w* (?:runde|schritt|stufe)|zweite\w* runde|engere\w* (?:wahl|auswahl))\b"),
    ),
    "interview": (("gespraech|interview|probe|telefonat|kennenlern", rf"\b(?:{_TALK}|probearbeit\w*|probetag\w*"
    rf"|schnuppertag\w*)"),),
    "time_slot": (
        ("uhr|tag|mittwoch|morgen", r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag"
             r"|samstag)\w*\b.{0,40}\b\d{1,2}|\b\d{1,2}(?:[:.]\d\d"
         r")? uhr\b"),
    ),
    "booking": (
        ("bestaetig|erinner|findet|gebucht|freuen|anfahrt|teams|zoom", rf"\b(?:bestaetig\w*|erinner\w*|findet"
             rf"|gebucht)\b.{{0,50}}\b{_TALK}"
         r"|\b(?:zoom|teams)-?(?:link|termin|meeting|gespraech)|\banfahrt|bringen sie"),
        ("wann:|wo:|ort:|datum:|uhrzeit:", r"^(?:wann|wo|ort|datum|uhrzeit|treffpunkt) ?:"),
    ),
    "reschedule": (("verschieb|verleg|erkrankt|krank|neuen termin|ausweich|umplan", r"\b(?:verschieb\w*"
    r"|verschoben|verleg\w*|erkrankt|krank"
                    r"|neuen termin|anderen termin|ausweichtermin\w*|umplan\w*)\b"),),
    "assessment": (
        ("test|aufgabe|assessment|probe|fragebogen|video|challenge", r"\b(?:\w*test(?:s|aufgabe"
             r"|ung)?|\w*aufgaben?|online-?assessment|"
         r"assessment\w*|fallstudie|fragebogen|videointerview|zeitversetzt\w*|arbeitsprobe|coding-?challenge"
         r"|probeaufgabe)\b"),
        ("bearbeit|absolv|durchfuehr|teilnehm|loesen", r"\b(?:bearbeit\w*|absolvier\w*|durchfuehr\w*"
             r"|loes\w+)\b.{0,40}\b(?:test|aufgabe|"
         r"assessment|fragen)"),
    ),
    "test_terms": (("minuten|frist|gueltig|link|bis zum", r"\b(?:\d+ minuten|frist|gueltig|ablauf\w*|laeuft "
    r"(?:\w+ )?ab|abgabe|link)\b"),),
    "offer": (
        ("angebot|anbieten|zusage|vertrag|einstell|willkommen", r"\b(?:(?:stellen|arbeits|vertrags)angebot"
             r"|anbieten zu koennen|(?:stelle|"
         r"position|platz)\b.{0,20}\banbieten|eine zusage|arbeitsvertrag|willkommen im team|einstellungszusage"
         r"|einstellen (?:zu )?"
         r"(?:moechten|wollen|koennen)|fuer (?:sie|dich) entschieden)\b"),
    ),
    "pay_and_start": (("gehalt|brutto|beginn|probezeit|urlaub|eintritt|arbeitsbeginn|€|euro|vertrag",
         r"(?:\b(?:\w*gehalt\w*|brutto\w*|"
                       r"arbeitsbeginn|vertragsbeginn|eintrittsdatum|probezeit|urlaubstage|stundenlohn"
                       r"|unterschr\w*|unterzeichn\w*)\b|€|"
                       r"\d euro)"),),
    "profile_seen": (("profil|aufmerksam|gestossen|empfohlen|xing|linkedin", r"\b(?:(?:ihr|dein)\w* (?:\w+ "
    r")?profil|aufmerksam geworden|"
                      r"(?:auf )?(?:sie|dich) gestossen|empfohlen|ueber (?:xing|linkedin))\b"),),
    "open_to": (("offen|interess|wechsel|vorstellen|herausforderung", r"\b(?:(?:offen|interessiert) (?:fuer|an)"
    r"|wechsel\w*|neue\w* "
                 r"herausforderung|koennten (?:sie|du) (?:sich|dir) vorstellen|spannende\w* (?:position|aufgabe"
                 r"|stelle|moeglichkeit))\b"),),
    "job_pitch": (
        ("such|mandant|kunde|auftrag|besetz", r"\b(?:(?:wir|ich) suche\w*|suchen wir|mandant\w*|(?:unser|mein)\w* "
             r"kunde\w*|im auftrag|"
         r"zu besetzen|personalberat\w*)\b"),
        ("aufgaben|anforderung|profil|bieten|tagessatz|stundensatz", r"\b(?:(?:ihre|deine) aufgaben|anforderungen"
             r"|wir bieten|tagessatz|"
         r"stundensatz|homeoffice|projektstart)\b"),
    ),
    "incomplete": (("unvollst|abschliess|fehl|vervollst|entwurf|nachreich|nicht abgeschlossen",
         r"\b(?:unvollstaendig\w*|vervollstaendig\w*"
                    r"|abschliess\w*|noch nicht abgeschlossen|entwurf|fehlen\w*|nachreich\w*)\b"),),
    "account": (("code|passwort|konto|anmeld|registr|zugang", r"\b(?:\w*code|passwort\w*|(?:benutzer|bewerber"
    r"|kunden)?konto\w*|anmeldung|"
                 r"registrier\w*|zugangsdaten|e-mail-adresse bestaetigen)\b"),),
    "job_alert": (("jobs|stellenangebot|suchauftrag|jobagent|passende|angesehen|job-alert", r"\b(?:neue jobs"
    r"|jobagent\w*|suchauftrag\w*|"
                   r"jobs fuer|passende (?:jobs|stellen)|stellenangebote|job-?alert|angesehen|aufgerufen)\b"),),
    "survey": (("umfrage|bewerten|feedback|befragung", r"\b(?:umfrage|bewerten sie|befragung|ihre meinung|ihr "
    r"feedback|dein feedback)\b"),),
    "promotion": (("newsletter|webinar|abmeld|abbestell|rabatt|messe|angebote|tipps", r"\b(?:newsletter"
    r"|webinar\w*|abbestellen|abmelden|rabatt"
                   r"\w*|jobmesse|karrieremesse|tipps|prozent)\b"),),
    "trade": (("bestell|liefer|paket|rechnung|zahlung|versand|konto|termin|buchung", r"\b(?:bestell\w*|liefer\w*"
    r"|paket\w*|rechnung\w*|zahlung"
               r"\w*|versand\w*|zustellung|kontoauszug|lastschrift|buchungs\w*|zahnarzt\w*|reservier\w*"
               r"|ticket\w*)\b"),),
    "other_world": (("kredit|wohnung|miet|visum|studien|schul|versicher|antrag|kita|manuskript|foerder",
         r"\b(?:kredit\w*|wohnung\w*|miet\w*"
                     r"|visum\w*|studienplatz\w*|schulplatz\w*|kitaplatz\w*|versicher\w*|\w*antrag\w*"
                     r"|manuskript\w*|foerder\w*|stipend\w*)\b"),),
    "withdrawal": (("zurueckgezogen|zurueckzieh|rueckzug", r"\b(?:zurueckgezogen|zurueckzieh\w*"
    r"|rueckzug)\b.{0,40}\bbewerbung|\bbewerbung\b"
                    r".{0,40}\b(?:zurueckgezogen|zurueckzieh\w*)"),),
    "own_words": (("hiermit bewerbe|anbei|bewerbe mich|meine bewerbung|meinen lebenslauf", r"\b(?:bewerbe ich "
    r"mich|ich bewerbe mich|meine "
                   r"bewerbung|meine\w* (?:lebenslauf|unterlagen))\b"),),
    "employed": (("lohn|gehaltsabrechnung|besprechung|betriebsrat|protokoll|einarbeit|personalbogen"
    "|schicht", r"\b(?:gehaltsabrechnung|lohn\w*"
                  r"|besprechung|betriebsrat\w*|protokoll\w*|einarbeitung\w*|personalbogen|dienstplan"
                  r"|schichtplan)\b"),),
    "away": (("abwesen|urlaub|nicht im|erreichbar", r"\b(?:abwesenheit\w*|nicht im (?:buero|hause?)|bis (?:zum "
    r")?\w+ (?:\w+ )?nicht erreichbar|"
              r"wieder (?:erreichbar|im buero))\b"),),
    "scam": (
        ("whatsapp|telegram", r"\b(?:whatsapp|telegram)\b"),
        ("taeglich|vorkenntnisse|heimarbeit|nebenjob|ausweis|vorab|krypto|gutschein", r"\b(?:taeglich|keine "
             r"vorkenntnisse|heimarbeit|nebenjob|"
         r"ausweiskopie|vorab (?:zu )?(?:ueberweis|zahl)\w*|krypto\w*|geschenkkarte\w*|paketannahme)\b"),
    ),
}  # fmt: skip

TABLE = {family: _SHORT.get(family, ()) + PHRASES.get(family, ()) for family in (*_SHORT, *PHRASES)}
