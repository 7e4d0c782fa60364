"""The words behind ``datewords.py``, language by language, in folded spelling."""

import re

MONTHS: dict[str, dict[str, int]] = {
    "en": {
        name: number
        for number, names in enumerate(
            (
                "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
                "september sept sep", "october oct", "november nov", "december dec",
            ), 1,
        )
        for name in names.split()
    },
    "de": {
        name: number
        for number, names in enumerate(
            (
                "januar jaenner jan", "februar feber feb", "maerz mrz", "april apr", "mai", "juni jun", "juli jul",
                "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez",
            ), 1,
        )
        for name in names.split()
    },
    "fr": {
        name: number
        for number, names in enumerate(
            (
                "janvier janv", "fevrier fevr", "mars", "avril avr", "mai", "juin", "juillet juil", "aout",
                "septembre sept", "octobre oct", "novembre nov", "decembre dec",
            ), 1,
        )
        for name in names.split()
    },
    "es": {
        name: number
        for number, names in enumerate(
            (
                "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
                "agosto ago", "septiembre setiembre sept sep", "octubre oct", "noviembre nov", "diciembre dic",
            ), 1,
        )
        for name in names.split()
    },
}  # fmt: skip
WEEKDAYS: dict[str, dict[str, int]] = {
    "en": {
        name: number
        for number, names in enumerate(
            ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
             "saturday sat", "sunday sun")
        )
        for name in names.split()
    },
    "de": {
        name: number
        for number, names in enumerate(
            ("montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa",
             "sonntag so")
        )
        for name in names.split()
    },
    "fr": {
        name: number
        for number, names in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
        for name in names.split()
    },
    "es": {
        name: number
        for number, names in enumerate(("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"))
        for name in names.split()
    },
}  # fmt: skip
NUMBERS: dict[str, dict[str, int]] = {
    "en": {
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
        "a couple of": 2, "couple of": 2, "a few": 3, "few": 3, "several": 4,
    },
    "de": {
        "ein": 1, "eine": 1, "einer": 1, "einem": 1, "eines": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5,
        "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "zwoelf": 12, "vierzehn": 14, "dreissig": 30,
        "wenige": 3, "weniger": 3, "wenigen": 3, "einige": 4, "einigen": 4, "ein paar": 3, "paar": 3,
    },
    "fr": {
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10,
        "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quelques": 4,
    },
    "es": {
        "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "diez": 10,
        "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "unos": 3, "unas": 3, "algunos": 4, "pocos": 3,
    },
}  # fmt: skip
TODAY = frozenset("today tonight heute aujourd'hui hoy eod cob".split()) | {
    "end of day",
    "end of the day",
    "close of business",
}
TOMORROW = frozenset("tomorrow morgen demain manana".split())
BUSINESS = re.compile(r"business|working|weekday|werktag|arbeitstag|ouvr|habil|laborable")


def _names(table: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + ")"


def _compiled(language: str, **sources: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name.replace("_", " "), re.compile(source)) for name, source in (_COMMON | sources).items())


_COMMON = {
    "iso": r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    "numeric": r"(?<![\d./:-])(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?:(?P=mark)(?P<year>20\d\d|\d\d(?!\d)))?"
    r"(?(year)(?![\d/])|(?<=\d)(?:(?<=/\d)|(?<=/\d\d)|\.)(?![\d/]))",
}
_YEAR = r"(?:,? (?:(?:de|del) )?(?P<year>20\d\d))?"
_COUNT = {
    language: rf"(?P<count>\d{{1,3}}|{_names(NUMBERS[language])})"
    rf"(?: ?(?:-|to|bis|a|or|oder|ou|o) ?(?P<upper>\d{{1,3}}|{_names(NUMBERS[language])}))?"
    for language in NUMBERS
}

PATTERNS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "en": (
        *_compiled(
            "en",
            named=rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ "
            rf"-](?P<month>{_names(MONTHS['en'])})\b\.?{_YEAR}(?!\d)",
            month=rf"\b(?P<part>early|beginning of|start of|mid-?|middle of|late|end of)(?: in)? ?"
            rf"(?P<month>{_names(MONTHS['en'])})\b",
            day_of_month=r"\bthe (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:floor|round|stage|edition|century|year|of "
            r"[a-z]))",
            weekday=rf"\b(?:(?P<modifier>this|next|coming|this coming|today) "
            rf")?(?P<weekday>{_names(WEEKDAYS['en'])})\b\.?"
            r"(?P<trailing> (?:next week|of next week|week\b))?",
            week=r"\b(?:(?P<part>early|earlier|beginning of|start of|mid|middle of|late|later|end of)(?: the)? )?"
            r"(?:(?P<next>next|the coming|the following)|(?P<this>this|the)(?= week)) week\b(?P<after> after next)?",
            period_end=r"\b(?:(?P<part>end of|early|late|mid|middle of|beginning of) )?(?:(?:the|this|of the) )?"
            r"(?P<next>next |the coming |coming )?(?P<unit>(?<=next )month|(?<=end of the )month|(?<=end of )month|"
            r"(?<=end of this )month|(?<=end of the )(?:quarter|year)|(?<=end of )(?:quarter|year)|(?<=end of this )"
            r"(?:quarter|year)|(?<=this )month)\b",
            span=rf"\b(?:within|in|over|during|inside|after|for|have|has|got|allow(?: us)?|take(?:s)?|up to|about|"
            rf"around|approximately)"
            r"(?: (?:the|up to|about|around|approximately|roughly))?(?: (?:next|coming|following))? "
            rf"{_COUNT['en']} ?(?:(?:more|full|calendar|business|working|week) ?)*(?P<unit>hours?|hrs?|days?|weeks?|"
            rf"wks?|"
            r"months?|fortnights?|weekdays?)\b",
            coming=r"\b(?:in|over|within|during) the (?:coming|next) (?P<unit>days|weeks)\b",
            fixed_span=r"\b(?:within|in|inside) (?:a|the next) (?P<fixed>fortnight)\b",
            weekday_and_day=r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun),? "
            r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?![:.]\d| ?[ap]\.?m|/| ?h\b| ?-| (?:and|or|to) \d| o'| "
            rf"(?:of )?{_names(MONTHS['en'])}\b)",
            relative=r"\b(?P<word>today|tonight|tomorrow|eod|cob|end of (?:the )?day|close of business)\b",
        ),
        (
            "span",
            re.compile(
                rf"\b{_COUNT['en']} ?(?:(?:more|full|calendar|business|working) )?(?P<unit>days?|weeks?|months?|"
                rf"fortnights?)"
                r"(?:'? time| from (?:now|today|receipt|this email|the date of this)\b| after (?:the )?clos| of "
                r"(?:the )?clos)"
            ),
        ),
        (
            "named",
            re.compile(
                rf"\b(?P<month>{_names(MONTHS['en'])})\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d| ?[ap]m)"
                rf"{_YEAR}(?!\d)"
            ),
        ),
    ),
    "de": _compiled(
        "de",
        named=rf"\b(?P<day>\d{{1,2}})\. ?(?P<month>{_names(MONTHS['de'])})\b\.?{_YEAR}(?!\d)",
        month=rf"\b(?P<part>anfang|mitte|ende) (?P<month>{_names(MONTHS['de'])})\b",
        day_of_month=r"\b(?:den|dem|am|zum|bis) (?P<day>\d{1,2})\.(?! ?(?:\d|[a-z]))",
        weekday=r"\b(?:(?P<modifier>diesen|diesem|kommenden|kommendem|naechsten|naechster) )?"
        r"(?P<weekday>montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b"
        r"(?P<trailing> (?:in )?(?:der )?(?:naechste[rn]?|kommende[rn]?) woche)?",
        week=r"\b(?:(?P<part>anfang|mitte|ende) )?(?:in |im laufe )?(?:der )?"
        r"(?:(?P<next>naechste[rn]?|kommende[rn]?)|(?P<this>diese[rn]?|der(?= woche)|laufenden)) "
        r"woche\b(?P<after>(?!))?",
        period_end=r"\b(?:(?P<part>ende|anfang|mitte) )?(?:(?:des|dieses|der) )?(?P<next>naechste[ns] |kommende[ns] )?"
        r"(?P<unit>(?<=ende des )monats|(?<=ende dieses )monats|(?<=naechsten )monats?|(?<=kommenden )monats?|"
        r"(?<=diesen )monat|(?<=ende des )(?:quartals|jahres)|monatsende|jahresende|quartalsende)\b",
        span=r"\b(?:innerhalb|binnen|in|im laufe|nach|bis zu|haben sie|hast du)(?: von)?(?: der| den)?(?: "
        r"(?:naechsten|kommenden|folgenden))? "
        rf"{_COUNT['de']} (?:(?:werk|arbeits))?(?P<unit>(?<=werk)tagen?|(?<=arbeits)tagen?|stunden|tage?n?|wochen?|"
        r"monate?n?)\b",
        coming=r"\b(?:in|innerhalb|im laufe) (?:den|der) (?:naechsten|kommenden) (?P<unit>tagen?|wochen)\b",
        relative=r"\b(?P<word>heute|uebermorgen|(?<!guten )(?<!schoenen )(?<!am )morgen)\b(?! zusammen)",
    ),
    "fr": _compiled(
        "fr",
        named=rf"\b(?P<day>\d{{1,2}})(?:er)? (?P<month>{_names(MONTHS['fr'])})\b\.?{_YEAR}(?!\d)",
        month=rf"\b(?P<part>debut|mi-|mi|milieu|courant|fin) ?(?P<month>{_names(MONTHS['fr'])})\b",
        day_of_month=r"\ble (?P<day>\d{1,2})\b(?! ?(?:[a-z/:%]|\d))",
        weekday=rf"\b(?P<modifier>ce )?(?P<weekday>{_names(WEEKDAYS['fr'])})\b(?: prochain)?"
        r"(?P<trailing> de la semaine prochaine)?",
        week=r"\b(?:(?P<part>debut|milieu|mi|fin)(?: de)?[ -])?(?:la |(?P<this>cette ))?semaine\b"
        r"(?P<next> prochaine| suivante| qui vient)?(?P<after>(?!))?",
        period_end=r"\b(?:(?P<part>fin|debut|mi|milieu)(?: du| de| de l')? ?)?(?:la |le |ce )?(?P<next>(?!))?"
        r"(?P<unit>(?<=fin du )mois|(?<=fin de )mois|(?<=ce )mois|(?<=fin de l')annee|(?<=fin du )trimestre)\b",
        span=r"\b(?:sous|dans|d'ici|avez|disposez de|disposez d'|as|sous un delai de|dans un delai de|delai de|au "
        r"bout de|apres)(?: (?:les|maximum|environ))? "
        rf"{_COUNT['fr']}(?: prochain(?:e)?s)? (?P<unit>heures?|jours?|semaines?|mois)\b(?: (?:ouvres?|ouvrables?))?",
        coming=r"\b(?:dans|d'ici) (?:les|quelques) (?:prochain(?:e)?s )?(?P<unit>jours|semaines)\b(?: (?:a venir|"
        r"prochain))?",
        fixed_span=r"\bsous (?P<fixed>quinzaine|huitaine)\b",
        weekday_and_day=rf"\b{_names(WEEKDAYS['fr'])} (?P<day>\d{{1,2}})\b(?! ?(?:h\b|heures|[:/.]\d|"
        rf"{_names(MONTHS['fr'])}))",
        relative=r"\b(?P<word>aujourd'hui|apres-demain|demain)\b",
    ),
    "es": _compiled(
        "es",
        named=rf"\b(?P<day>\d{{1,2}})º? de (?P<month>{_names(MONTHS['es'])})\b\.?{_YEAR}(?!\d)",
        month=rf"\b(?P<part>a principios de|principios de|a mediados de|mediados de|a finales de|finales de|fin de) "
        rf"(?P<month>{_names(MONTHS['es'])})\b",
        day_of_month=r"\b(?:el|del)(?: dia)? (?P<day>\d{1,2})\b(?! ?(?:[a-z/:%]|\d))",
        weekday=rf"\b(?P<modifier>este |proximo )?(?P<weekday>{_names(WEEKDAYS['es'])})\b(?: proximo)?"
        r"(?P<trailing> de la (?:semana que viene|proxima semana))?",
        week=r"\b(?:(?P<part>a principios|principios|a mediados|mediados|a finales|finales|fin)(?: de)? )?"
        r"(?:(?P<next>la semana que viene|la proxima semana|la semana proxima)|(?P<this>esta semana|la semana))\b"
        r"(?P<after>(?!))?",
        period_end=r"\b(?:(?P<part>a finales|finales|fin|final|a principios|a mediados)(?: de| del)? )?"
        r"(?P<next>(?!))?(?P<unit>(?<=finales de )mes|(?<=fin de )mes|(?<=final de )mes|este mes|(?<=finales de )ano|"
        r"(?<=fin de )ano)\b",
        span=r"\b(?:en|tienes?|tiene|tienen|dispones? de|dentro de|en un plazo de|plazo de|plazo maximo de|tras|"
        r"durante)(?: (?:un plazo de|los|las|el plazo de))?"
        rf"(?: proxim[oa]s)? {_COUNT['es']} (?P<unit>horas?|dias?|semanas?|mes(?:es)?)\b(?: (?:habiles|laborables))?",
        coming=r"\b(?:en|durante) (?:los|las) proxim[oa]s (?P<unit>dias|semanas)\b",
        fixed_span=r"\ben (?:una|la proxima) (?P<fixed>quincena)\b",
        weekday_and_day=rf"\b{_names(WEEKDAYS['es'])},? (?P<day>\d{{1,2}})\b(?! ?(?:h\b|horas|[:/.]\d|de "
        rf"{_names(MONTHS['es'])}))",
        relative=r"\b(?P<word>hoy|pasado manana|(?<!la )manana)\b",
    ),
}
"""For each language (reader's name, pattern); the groups are those the reader of that name asks for."""
