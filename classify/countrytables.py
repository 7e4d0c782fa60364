"""The words behind ``country.py``: where an address, a telephone number or a named place lies."""

import re

BY_ADDRESS = {
    label.lower(): code
    for code, label in (
        *((code, code) for code in (
            "AR AT AU BE BG BR CA CH CL CN CR CY CZ DE DK EC EE ES FI FR GR HK HR HU IE IL IN IS IT JP KE KR LT LU LV "
            "MA MT MX MY NG NL NO NZ PE PH PL PT RO RS SE SG SI SK TH TR TW UA US UY VN ZA"
        ).split()),
        ("GB", "UK"), ("GB-SCT", "SCOT"), ("GB-WLS", "WALES"), ("GB-WLS", "CYMRU"), ("DE-BE", "BERLIN"),
        ("DE-HH", "HAMBURG"), ("DE-NW", "KOELN"), ("DE-NW", "COLOGNE"), ("DE-NW", "NRW"), ("DE-BY", "BAYERN"),
        ("DE-SL", "SAARLAND"), ("AT-9", "WIEN"), ("AT-7", "TIROL"), ("CH", "SWISS"), ("FR", "PARIS"), ("FR", "ALSACE"),
        ("FR", "BZH"), ("ES-CT", "CAT"), ("ES-CT", "BARCELONA"), ("ES-MD", "MADRID"), ("ES-PV", "EUS"),
        ("ES-GA", "GAL"), ("CA-QC", "QUEBEC"), ("AU-VIC", "MELBOURNE"), ("AU-NSW", "SYDNEY"), ("BE", "BRUSSELS"),
        ("BE", "VLAANDEREN"),
    )
}  # fmt: skip
"""Last labels of a domain. Those that the whole world uses for their sound (io, co, ai, me, tv, eu …) tell nothing."""

BY_CALLING_CODE = {
    "49": "DE", "43": "AT", "41": "CH", "44": "GB", "353": "IE", "33": "FR", "34": "ES", "32": "BE", "31": "NL",
    "39": "IT", "351": "PT", "352": "LU", "45": "DK", "46": "SE", "47": "NO", "358": "FI", "48": "PL", "420": "CZ",
    "52": "MX", "54": "AR", "56": "CL", "57": "CO", "51": "PE", "598": "UY", "593": "EC", "55": "BR", "61": "AU",
    "64": "NZ", "65": "SG", "91": "IN", "27": "ZA",
}  # fmt: skip
"""Calling codes of one country each (ITU-T E.164)."""

_AREA_CODES = {
    "AB": "368 403 587 780 825",
    "BC": "236 250 257 604 672 778",
    "MB": "204 431 584",
    "NB": "428 506",
    "NL": "709 879",
    "ON": "226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 807 905 942",
    "QC": "263 354 367 418 438 450 468 514 579 581 819 873",
    "SK": "306 474 639",
}
BY_AREA_CODE = {code: f"CA-{province}" for province, codes in _AREA_CODES.items() for code in codes.split()}
"""Canadian area codes by province (Canadian Numbering Administrator); +1 alone may be any of twenty-five countries."""

_COUNTRIES = {
    "DE": "Germany Deutschland Allemagne Alemania",
    "AT": "Austria Österreich Autriche",
    "CH": "Switzerland Schweiz Suisse Suiza Svizzera",
    "GB": "United_Kingdom UK England Great_Britain Großbritannien Vereinigtes_Königreich Royaume-Uni Reino_Unido",
    "GB-SCT": "Scotland Schottland Écosse Escocia",
    "GB-WLS": "Wales Cymru",
    "GB-NIR": "Northern_Ireland",
    "IE": "Ireland Irland Irlande Irlanda",
    "FR": "France Frankreich Francia",
    "ES": "Spain Spanien Espagne España",
    "BE": "Belgium Belgien Belgique Bélgica",
    "NL": "Netherlands The_Netherlands Niederlande Pays-Bas Países_Bajos",
    "LU": "Luxembourg Luxemburg Luxemburgo",
    "IT": "Italy Italien Italie Italia",
    "PT": "Portugal",
    "US": "United_States United_States_of_America USA U.S.A. États-Unis Estados_Unidos",
    "CA": "Canada Kanada Canadá",
    "MX": "Mexico México Mexiko Mexique",
    "AR": "Argentina Argentinien Argentine",
    "CL": "Chile Chili",
    "CO": "Colombia Kolumbien Colombie",
    "PE": "Peru Perú",
    "UY": "Uruguay",
    "AU": "Australia Australien Australie",
    "NZ": "New_Zealand Neuseeland Nouvelle-Zélande Nueva_Zelanda",
    "IN": "India Indien Inde",
    "SG": "Singapore Singapur Singapour",
    "PL": "Poland Polen Pologne Polonia",
    "DK": "Denmark Dänemark Danemark Dinamarca",
    "SE": "Sweden Schweden Suède Suecia",
    "NO": "Norway Norwegen Norvège Noruega",
}
_REGIONS = {
    "CA-ON": "Ontario",
    "CA-QC": "Québec Quebec",
    "CA-BC": "British_Columbia",
    "CA-AB": "Alberta",
    "CA-MB": "Manitoba",
    "CA-SK": "Saskatchewan",
    "CA-NS": "Nova_Scotia",
    "CA-NB": "New_Brunswick",
    "DE-BY": "Bayern Bavaria",
    "DE-BW": "Baden-Württemberg",
    "DE-NW": "Nordrhein-Westfalen",
    "DE-HE": "Hessen",
    "DE-SN": "Sachsen",
    "DE-NI": "Niedersachsen",
    "DE-RP": "Rheinland-Pfalz",
    "DE-SH": "Schleswig-Holstein",
    "DE-TH": "Thüringen",
    "AU-NSW": "New_South_Wales",
    "AU-VIC": "Victoria",
    "AU-QLD": "Queensland",
    "ES-CT": "Cataluña Catalunya Catalonia",
    "ES-MD": "Comunidad_de_Madrid",
    "ES-AN": "Andalucía",
}
_CITIES = {
    "CA-ON": "Toronto Ottawa Mississauga Brampton Waterloo Kitchener Markham Sudbury",
    "CA-QC": "Montréal Montreal Laval Gatineau",
    "CA-BC": "Vancouver",
    "CA-AB": "Calgary Edmonton",
    "DE-BE": "Berlin",
    "DE-HH": "Hamburg",
    "DE-HB": "Bremen",
    "DE-BY": "München Munich Nürnberg Regensburg Würzburg Ingolstadt",
    "DE-BW": "Stuttgart Karlsruhe Mannheim Heidelberg Ulm",
    "DE-NW": "Köln Cologne Düsseldorf Dortmund Bielefeld Aachen Münster",
    "DE-HE": "Frankfurt_am_Main Wiesbaden Kassel Darmstadt",
    "DE-SN": "Leipzig Dresden Chemnitz",
    "DE-NI": "Hannover Hanover Braunschweig Oldenburg Osnabrück",
    "DE-RP": "Mainz Koblenz",
    "DE-TH": "Erfurt Jena",
    "AT-9": "Wien Vienna",
    "AT-6": "Graz",
    "AT-4": "Linz",
    "AT-5": "Salzburg",
    "AT-7": "Innsbruck",
    "CH-ZH": "Zürich Zurich Winterthur",
    "CH-GE": "Genève Geneva Genf",
    "CH-BS": "Basel Bâle",
    "CH-BE": "Bern Berne",
    "CH-VD": "Lausanne",
    "GB-ENG": "London Manchester Leeds Bristol Liverpool Sheffield Nottingham",
    "GB-SCT": "Edinburgh Glasgow Aberdeen Dundee",
    "GB-WLS": "Cardiff Swansea",
    "GB-NIR": "Belfast",
    "IE": "Dublin Galway",
    "FR": "Paris Lyon Marseille Toulouse Bordeaux Nantes Lille Rennes",
    "BE": "Bruxelles Brussels Brussel Antwerpen Liège Gand Gent",
    "ES-MD": "Madrid",
    "ES-CT": "Barcelona Girona Tarragona",
    "ES-AN": "Sevilla Málaga Granada",
    "ES-PV": "Bilbao",
    "ES-AR": "Zaragoza",
    "NL": "Amsterdam Rotterdam Utrecht Eindhoven",
    "MX": "Ciudad_de_México Guadalajara Monterrey CDMX",
    "AR-C": "Buenos_Aires CABA",
    "AU-NSW": "Sydney",
    "AU-VIC": "Melbourne",
    "AU-QLD": "Brisbane",
}
_PROVINCES = "AB BC MB NB NL NS ON PE QC SK"


def _table(*sources: dict[str, str]) -> dict[str, str]:
    named = (
        (name.replace("_", " ").casefold(), code)
        for source in sources
        for code, names in source.items()
        for name in names.split()
    )
    return dict(named)


COUNTRIES = _table(_COUNTRIES)
REGIONS = _table(_REGIONS)
CITIES = _table(_CITIES)
LABEL = re.compile(
    r"^[ \t*•-]*(?:job |work |office )?(?:location|workplace|based in|standort|arbeitsort|dienstort|"
    r"lieu de travail|lieu du poste|localisation|ubicaci[óo]n|lugar de trabajo|sede)"
    r"[ \t]*:[ \t]*(?P<place>.{2,90})$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says where the job is."""
PROVINCE = re.compile(
    rf"[^\W\d_],? \(?(?P<province>{_PROVINCES.replace(' ', '|')})\b\)?"
    r"(?:[ ,]+(?P<code>[A-Z]\d[A-Z] ?\d[A-Z]\d)|,? Canada\b)"
)
"""A Canadian postal line: the province with a postal code or the country behind it."""
PROVINCE_ALONE = re.compile(rf", ?(?P<province>{_PROVINCES.replace(' ', '|')})(?=$|[\s,;)])")
"""A province behind a town in a line that says where the job is."""
POSTCODE_AND_TOWN = re.compile(
    r"^(?:.{0,60}[,·|] ?)?(?:(?:D|A|CH|F|B|E)[ -])?\d{4,5} (?P<town>[^\W\d_][\w .'-]{2,30}?)(?=$|[,·|(]| - )",
    re.MULTILINE,
)
"""A postal line of the continent: "80331 München", "28013 Madrid"."""
CALLING = re.compile(r"(?<![\w+])(?:\+|00)(?P<digits>[1-9][\d ()./\u00a0-]{6,20}\d)")
"""A telephone number in its international form."""
