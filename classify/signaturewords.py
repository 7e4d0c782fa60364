"""The words by which the lines of a signature are told apart, in four languages (``classify/signatures.py``)."""

import re

OFFICE = re.compile(
    r"\b(?:talent|recruit\w*|recrut\w*|reclut\w*|sourc(?:er|ing)|hiring|staffing|headhunter|human resources|hr|hrbp|"
    r"people|personal(?:abteilung|referent\w*|leit\w*|wesen|beratung|berater\w*|management|gewinnung|entwicklung)?|"
    r"bewerbermanagement|ressources humaines|rh|drh|recursos humanos|rr\.? ?hh\.?|seleccion|gestion de personas|"
    r"acquisition|head of|director\w*|direct(?:eur|rice)|leit(?:er|erin|ung)|chef(?:fe)? d\w*|responsable|manager\w*|"
    r"geschaeftsfuehr\w*|inhaber\w*|gerant\w*|gerente|president\w*|vice|partner|founder|gruender\w*|fondat\w+|"
    r"fundador\w*|owner|lead|officer|consultant\w*|berater\w*|consult[eo]r\w*|executive|coordinat\w*|koordinat\w*|"
    r"coordonn\w*|coordinad\w*|assistan\w*|assistenz|asistente|sachbearbeit\w*|referent\w*|prokurist\w*|"
    r"c[etofi]o|cpo|chro|vp|abteilungsleit\w*|team ?lead\w*|teamleit\w*|charge[e]? d\w*|attache[e]?|adjoint\w*)\b"
)
"""What a line of office says, folded; the nouns of job titles come on top (``classify/titles.py``)."""

LEGAL_FORM = re.compile(
    r"(?:^|[\s(])(?:GmbH(?: ?& ?Co\.? ?KGa?A?)?|gGmbH|mbH|AG|KG|KGaA|OHG|UG|SE|e\. ?V\.|eG|Ltd\.?|Limited|LLP|LLC|"
    r"Inc\.?|"
    r"Corp\.?|Corporation|PLC|plc|Pty|SAS|SASU|SARL|S\.?A\.?R\.?L\.?|EURL|S\.?A\.?U?\.?|S\.?L\.?U?\.?|SL|SLU|"
    r"S\. ?Coop\.?|"
    r"B\.?V\.?|N\.?V\.?|S\.?p\.?A\.?|ApS|AB|Group|Gruppe|Groupe|Grupo|Holding|Trust|Foundation|Stiftung|University|"
    r"Universität|Université|Universidad|Hospital|Klinik\w*|Council|Institute?|Institut|Instituto)(?=$|[\s,.)|])"
)

PHONE_LABEL = re.compile(
    r"(?:^|[\s|•·,;(])(?P<label>tel(?:efon|ephone|éfono|efono)?|tél(?:éphone)?|fon|phone|ph|office|direct(?: line|"
    r" dial)?|"
    r"mob(?:ile?|il)?|móvil|movil|cell(?:ular)?|celular|handy|portable|port|gsm|durchwahl|zentrale|büro|fijo|"
    r"standard|"
    r"ligne directe|whatsapp|[tpmd])\s*\.?\s*[:.]?\s*(?=\(?\+?[\d(])",
    re.IGNORECASE,
)
FAX = re.compile(r"\b(?:tele)?fax\b|\bf\s*[:.]\s*\+?\d|\btélécopie\b", re.IGNORECASE)
NO_PHONE = re.compile(
    r"\b(?:hrb|hra|ust|vat|tva|siret|siren|rcs|cif|nif|iban|bic|reg(?:istered|istration)?|registro|steuer|ein|abn|"
    r"company (?:no|number)|meeting id|id|code|passcode|pin)\b",
    re.IGNORECASE,
)
MOBILE = frozenset(
    ("mob", "mobil", "mobile", "móvil", "movil", "cell", "cellular", "celular", "handy", "portable", "port", "m")
)

ON_BEHALF = re.compile(
    r"^(?:i\. ?A\.|i\. ?V\.|ppa\.|im auftrag|in vertretung|p\.? ?p\.|p\. ?o\.|p/o|pour |por orden de|on behalf of|"
    r"für )\s*",
    re.IGNORECASE,
)
HONORIFIC = re.compile(
    r"^(?:(?:herr|frau|mme|mlle|m\.|monsieur|madame|sr\.?|sra\.?|srta\.?|d\.|dña\.?|don|doña|mr\.?|mrs\.?|ms\.?|"
    r"miss|mx\.?|"
    r"dr\.?(?:-ing\.)?|prof\.?|dipl\.?-?\w*\.?(?:\s?\(fh\))?|mag\.?|lic\.?|ing\.?)\s+)+(?=\S)",
    re.IGNORECASE,
)
DEGREES = re.compile(
    r",?\s*(?:\((?:she|he|they|sie|er|elle|il|ella|él)\b[^)]*\)|\b(?:ph\.? ?d\.?|mba|m\.?sc\.?|b\.?sc\.?|m\.?a\.?|"
    r"b\.?a\.?|"
    r"ll\.?m\.?|(?:assoc )?(?:chartered )?(?:mcipd|fcipd|cipd)|shrm-\w+|phr|sphr)(?=$|[\s,]))",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:street|st\.|road|rd\.|avenue|ave\.?|lane|square|floor|suite|building|house|straße|strasse|str\.|platz|"
    r"weg|allee|"
    r"gasse|ring|rue|boulevard|bd|place|cedex|étage|calle|c/|avda\.?|avenida|paseo|plaza|planta|piso|p\.?o\.? box|"
    r"postfach)"
    r"(?=$|[\s,\d])|\b\w+(?:straße|strasse|str\.|platz|gasse|allee)(?=$|[\s,\d])|"
    r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|"
    r"\b(?:[A-Z]-)?\d{4,5} [A-ZÄÖÜÉ]",
    re.IGNORECASE,
)
