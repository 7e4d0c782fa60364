"""What the tests of the wordings know of each language: facts to fill in, and what no reply may say."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. ``at_least`` and ``at_most`` scale the word ranges, which are counted for English."""

    code: str
    roles: tuple[str, ...]
    days: tuple[str, ...]
    houses: tuple[str, ...]
    when: str
    places: tuple[str, ...]
    zone: str
    thanks: re.Pattern[str]
    banned: re.Pattern[str]
    artefacts: re.Pattern[str]
    familiar: re.Pattern[str]
    polite: re.Pattern[str]
    at_least: float = 1.0
    at_most: float = 1.0


_NEVER = re.compile(r"(?!)")
_HOLES = r"  | [.,]|,\s*[.,]|\(\s*\)|\{|\}|\bNone\.|undefined|\.\.|[(«„]\s|"

ENGLISH = Tongue(
    code="en",
    roles=(
        "the role",
        "the Data Analyst role",
        "the Senior Regional Customer Operations Manager role at Harbour & Pine",
    ),
    days=("", "Tuesday 17 November", "Wednesday 30 September 2026"),
    houses=("your organisation", "Harbour & Pine"),
    when="Tuesday 24 November at 14:00 CET (UTC+1)",
    places=("", "by video call", "at 12 Mill Lane, Leeds"),
    zone="Europe/Berlin time (UTC+1)",
    thanks=re.compile(r"\bthank", re.IGNORECASE),
    banned=re.compile(
        r"hope this (mail |e-?mail )?finds|\bjust\b|checking in|touch(ing)? base|circl(e|ing) back|reach(ing)? out|"
        r"asap|as soon as possible|unfortunately|perfect (fit|match)|dream|passionate|thrilled|excited|honou?red|"
        r"humbled|why (you|did)|(have|has) not (answered|replied|heard)|haven't|still waiting|ignored|sorry to bother|"
        r"kindly|\bper my\b|at your earliest|deadline|\blegal|disappoint|better than|deserve|desperate|great company|"
        r"amazing|world-class|leading|\bI enjoyed|pleasure|Ms|Mr\b",
        re.IGNORECASE,
    ),
    artefacts=re.compile(_HOLES + r" [;:?]|\b(on|at|of|about|for|the|in|from)[.,;]|\bthe the\b"),
    familiar=_NEVER,
    polite=_NEVER,
)
GERMAN = Tongue(
    code="de",
    roles=(
        "die ausgeschriebene Stelle",
        "die Position „Projektkoordination“",
        "die Position „Leitung Regionale Kundenbetreuung Nord“ bei Hafen & Pinie",
    ),
    days=("", "17. November", "30. September 2026"),
    houses=("Hafen & Pinie",),
    when="Dienstag, 24. November, um 14:00 Uhr MEZ (UTC+1)",
    places=("", "per Video", "Ort: Mühlgasse 12, Leipzig"),
    zone="Zeitzone Europe/Berlin (UTC+1)",
    thanks=re.compile(r"dank", re.IGNORECASE),
    banned=re.compile(
        r"ich wollte|\bnur\b|nachhaken|nachfassen|hoffe,? (es geht|diese|dass es)|leider|traum|leidenschaft|brenne\b|"
        r"perfekt|begeister|spannend|schnellstmöglich|baldmöglichst|umgehend|zeitnah|\bfrist|rechtlich|enttäusch|"
        r"besser als|warum|nichts? von (dir|ihnen|euch)|immer noch|ignorier|störe|entschuldig|hiermit|hochachtungsvoll|"
        r"\bfrau\b|\bherr|/in\b|:in\b|\*in",
        re.IGNORECASE,
    ),
    artefacts=re.compile(_HOLES + r" [;:?]|\b(am|für|über|der|den|im|vom)[.,;]|\bdie die die\b|\bam um\b"),
    familiar=re.compile(r"\b(du|dir|dich|dein\w*|euch|euer|eure\w*|ihr)\b", re.IGNORECASE),
    polite=re.compile(r"\b(Sie|Ihnen|Ihr\w*)\b"),
    at_least=0.85,
)
FRENCH = Tongue(
    code="fr",
    roles=(
        "le poste proposé",
        "le poste d’Analyste de données",
        "le poste de Responsable régional de la relation client chez Port & Pinède",
    ),
    days=("", "17 novembre", "30 septembre 2026"),
    houses=("Port & Pinède",),
    when="mardi 24 novembre à 14 h 00 CET (UTC+1)",
    places=("", "en visioconférence", "lieu : 12 rue du Moulin, Lyon"),
    zone="fuseau horaire Europe/Paris (UTC+1)",
    thanks=re.compile(r"merci\b|remerci", re.IGNORECASE),
    banned=re.compile(
        r"j['’]espère que|je me permets|relanc|simplement|\bjuste\b|dans l['’]attente|sauf erreur|malheureusement|"
        r"passionn|\bravi|enchant|honor|\brêve|dès que possible|plus brefs délais|urgent|déçu|déception|meilleur|"
        r"pourquoi|toujours pas|sans (réponse|nouvelles)|dérang|importun|veuillez|n['’]hésitez|intéressée?\b|"
        r"\bMme\b|\bM\. |\(e\)|·e|heureu|reconnaissant|convaincant",
        re.IGNORECASE,
    ),
    artefacts=re.compile(
        _HOLES + r"[^\s)][;?]|\b(le|du|de|pour|sur|à|concernant)[.,;]|\b(de|à) le\b|\ble le\b|['’] |\bde [aeiou]"
    ),
    familiar=re.compile(r"\b(tu|te|toi|ton|ta|tes)\b|\bt’", re.IGNORECASE),
    polite=re.compile(
        r"(?<!rendez-)\b(vous|votre|vos)\b|(avez|pouvez|savez|pourriez|feriez|proposez|dites)-", re.IGNORECASE
    ),
    at_least=0.85,
    at_most=1.05,
)
SPANISH = Tongue(
    code="es",
    roles=(
        "el puesto ofrecido",
        "el puesto de Analista de datos",
        "el puesto de Responsable regional de atención al cliente en Puerto & Pinar",
    ),
    days=("", "17 de noviembre", "30 de septiembre de 2026"),
    houses=("Puerto & Pinar",),
    when="martes 24 de noviembre a las 14:00 CET (UTC+1)",
    places=("", "por videollamada", "lugar: calle del Molino 12, Sevilla"),
    zone="zona horaria Europe/Madrid (UTC+1)",
    thanks=re.compile(r"gracias|agradec|agradezc", re.IGNORECASE),
    banned=re.compile(
        r"espero que (se|te|este|est[ée])|s[oó]lo quería|simplemente|a la brevedad|cuanto antes|lo antes posible|"
        r"lamentablemente|por desgracia|apasion|sueño|ilusión|encantad|honrad|interesad|agradecid|quedo a la espera|"
        r"no dud|por qué|todavía no|aún no|sin (respuesta|noticias)|molest|insist|decepci|mejor que|urgente|legal|"
        r"\bSra?\b|\([oa]\)|/a\b|vosotros|vuestr|ustedes",
        re.IGNORECASE,
    ),
    artefacts=re.compile(_HOLES + r" [;:?]|\b(el|del|de|para|sobre|en|por|la)[.,;]|\b(de|a) el\b|\bel el\b"),
    familiar=re.compile(r"\b(tú|te|ti|tu|tus|podrías|puedes|dime|dímelo)\b", re.IGNORECASE),
    polite=re.compile(r"\b(usted|le|su|sus|dígame|dígamelo)\b", re.IGNORECASE),
    at_least=0.85,
    at_most=1.05,
)
TONGUES = (ENGLISH, GERMAN, FRENCH, SPANISH)
