"""The words in which a rejection says when it would hear from the person again, in four languages, folded."""

import re

_EN_NUMBER = r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|half an?)"
_DE_NUMBER = (
    r"(?P<count>\d{1,2}|eine[mnrs]?|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|elf|zwoelf|achtzehn|"
    r"(?:einem |ein )?halbe[ns]?)"
)
_FR_NUMBER = r"(?P<count>\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|dix-huit)"
_ES_NUMBER = r"(?P<count>\d{1,2}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|dieciocho|medio)"

AGAIN: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\bre-?appl(?:y|ying|ication|ications)\b|"
        r"\bappl(?:y|ying) (?:to us |with us |here )?(?:once )?(?:again|anew)\b|"
        r"\b(?:try|apply|consider(?:ed)?|contact(?:ed)?|write to|get in touch with|be in touch with|reach out to|"
        r"hear from|hearing from|speak to) ?(?:us|you|me)? ?(?:to us )?again\b|"
        r"\bget back in touch\b|\b(?:new|fresh|another|further|repeat|subsequent) applications?\b|"
        r"\bcooling[- ]off\b|\bcool[- ]?down period\b|\bwaiting period\b|"
        r"\b(?:once|only one application) (?:every|per|in)\b|\breconsider(?:ed)? (?:you|your)\b"
    ),
    "de": re.compile(
        r"\b(?:erneut|wieder|noch ?mals?|noch einmal|abermals|neu) (?:bei uns )?(?:zu )?"
        r"(?:bewerb\w*|melde\w*|kontakt\w*|schreib\w*|beruecksichtig\w*)|"
        r"\b(?:bewerb\w*|melde\w*|kontaktier\w*|schreib\w*) "
        r"(?:sie |du )?(?:sich |dich |uns )?(?:gerne? )?(?:[^.]{0,60} )?"
        r"(?:erneut|wieder|noch ?mals?|noch einmal)\b|"
        r"\b(?:erneute|neue|weitere|nochmalige|neuerliche)[nr]? (?:bewerbung|kontaktaufnahme)|"
        r"\bwiederbewerb\w*|\bsperrfrist|"
        r"\bkarenzzeit|\bwartezeit|\bwartefrist|\bwiederzubewerben|\berneut zu bewerben"
    ),
    "fr": re.compile(
        r"\b(?:re)?postul\w+ (?:a nouveau|de nouveau|une nouvelle fois)|\brepostul\w+|"
        r"\b(?:a|de) nouveau (?:postul\w+|candidat\w+|soumettre|deposer|nous (?:contacter|solliciter|ecrire))|"
        r"\brecandidat\w+|\bcandidater (?:a|de) nouveau|\b(?:nouvelle|autre) candidature|"
        r"\b(?:renouvel|represent|redepos|resoumett)\w+ (?:\w+ )?(?:candidature|dossier)|"
        r"\b(?:nous )?(?:recontact\w+|resollicit\w+|contacter (?:a|de) nouveau)|\brevenir vers nous|"
        r"\bdelai (?:de carence|d'attente)"
    ),
    "es": re.compile(
        r"\bvolver a (?:presentar\w*|"
        r"postular\w*|aplicar|inscribir\w*|enviar\w*|contactar\w*|escribir\w*|optar|intentar\w*)|"
        r"\bvuelv[ae]s? a (?:presentar\w*|postular\w*|aplicar|contactar\w*|escribir\w*|enviar\w*|intentar\w*)|"
        r"\b(?:present[ae]\w*|postul[ae]\w*|aplicar|inscrib\w*|contact[ae]\w*|escrib\w*) "
        r"(?:de nuevo|nuevamente|otra vez)|"
        r"\b(?:de nuevo|nuevamente) (?:su|tu|una)? ?candidatura|\bnuevas? (?:candidatura|solicitud|postulacion)\w*|"
        r"\bperiodo de (?:espera|carencia)"
    ),
}
"""That an application or a word is to come again."""

KEPT: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:keep|kept|hold|held|retain(?:ed)?|store[d]?|sav(?:e|ed)|delet\w+|remain[s]?) [^.]{0,60}"
        r"(?:file|data|details|cv|resume|record|database|pool|system)|\bon file\b|"
        r"\bwe (?:will|'ll|may) (?:contact|get in touch)"
        r"(?! again)|\bany ?time\b|\bat any point\b"
    ),
    "de": re.compile(
        r"\b(?:speicher|aufbewahr|loesch|vernicht|behalten)\w*|\bin unserem (?:pool|system)|\bjederzeit\b|"
        r"\b(?:ihre|deine) (?:daten|unterlagen)\b|\bkommen wir (?:wieder )?auf (?:sie|dich)"
    ),
    "fr": re.compile(
        r"\b(?:conserv|gard|archiv|supprim|effac)\w+|\bvivier\b|\ba tout moment\b|\bn'importe quand\b|"
        r"\bnous (?:vous recontacter|reviendrons)\w*"
    ),
    "es": re.compile(
        r"\b(?:conserv|guard|almacen|elimin|borr|mantendre)\w+|\bbase de datos\b|\ben cualquier momento\b|"
        r"\bcuando (?:quiera|lo desee)"
    ),
}
"""What looks alike and is not meant: how long papers are kept, when *they* may write, and "at any time"."""

SPANS: dict[str, re.Pattern[str]] = {
    "en": re.compile(rf"\b{_EN_NUMBER}(?: \(\d+\))?(?: full| calendar)?[ -](?P<unit>month|year|week)s?\b"),
    "de": re.compile(rf"\b{_DE_NUMBER}[ -]?(?:vollen |ganzen )?(?P<unit>monat|jahr|woche)\w*\b"),
    "fr": re.compile(rf"\b{_FR_NUMBER} (?P<unit>mois|ans?|annees?|semaines?)\b"),
    "es": re.compile(rf"\b{_ES_NUMBER} (?P<unit>mes|meses|anos?|semanas?)\b"),
}
NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18,
    "eine": 1, "einem": 1, "einen": 1, "einer": 1, "eines": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwoelf": 12, "achtzehn": 18,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "dix-huit": 18,
    "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "diez": 10, "once": 11, "doce": 12, "dieciocho": 18,
}  # fmt: skip
HALF = re.compile(r"half|halb|medio")
MONTHS_IN: dict[str, int] = {"y": 12, "j": 12, "a": 12}
"""Months in a unit by its first letter; a unit of months has none here, and one of weeks is counted in days."""

NEXT_YEAR = re.compile(
    r"\bnext year\b|\b(?:im |erst im |fruehestens im )?(?:naechste[nms]?|kommende[nms]?) jahr(?:es)?\b|"
    r"\bl'an(?:nee)? prochain(?:e)?\b|\b(?:el )?(?:proximo ano|ano que viene)\b"
)
YEAR = re.compile(
    r"(?:\b(?:in|from|before|until|after|by|of|early|im jahr|ab|vor|nicht vor|erst|anfang|en|partir de|avant|debut|"
    r"desde|antes de|en el|principios de|hasta)) (?P<year>20\d\d)\b(?![-/.]\d)"
)
SEASON = re.compile(
    r"\b(?P<season>spring|summer|autumn|fall|winter|fruehjahr|fruehling|sommer|herbst|printemps|ete|automne|hiver|"
    r"primavera|verano|otono|invierno)\b(?:(?: of| de| des jahres)? (?P<year>20\d\d))?"
)
SEASONS: dict[str, int] = {
    "spring": 3, "fruehjahr": 3, "fruehling": 3, "printemps": 3, "primavera": 3,
    "summer": 6, "sommer": 6, "ete": 6, "verano": 6,
    "autumn": 9, "fall": 9, "herbst": 9, "automne": 9, "otono": 9,
    "winter": 12, "hiver": 12, "invierno": 12,
}  # fmt: skip
"""The month in which a season begins, as the weather services count."""
