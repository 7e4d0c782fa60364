"""What no reply may say, in four languages (``domain.md`` §2.1 and §2.4), and what says thanks or asks."""

import re
from dataclasses import dataclass

_SAME = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Manners:
    """One language: each unwelcome phrase with the reason, words of thanks, and names of days."""

    unwelcome: tuple[tuple[re.Pattern[str], str], ...]
    thanks: re.Pattern[str]
    days: re.Pattern[str]
    gendered: re.Pattern[str]


FILLER = "an empty phrase"
BLAME = "it blames or presses them"
BEGGING = "it begs or makes itself small"
FLATTERY = "it flatters"


def _all(**phrases: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    reasons = {"filler": FILLER, "blame": BLAME, "begging": BEGGING, "flattery": FLATTERY}
    return tuple((re.compile(words, _SAME), reasons[name]) for name, words in phrases.items())


MANNERS = {
    "en": Manners(
        _all(
            filler=r"hope (this|my|the) (mail |e-?mail |message )?finds|hope you are (doing )?well|\bjust\b|"
            r"check(ing)? in\b|"
            r"touch(ing)? base|circl(e|ing) back|reach(ing)? out|per my (last|previous)",
            blame=r"why (have|has|did|do)(n't| not)? (you|i not|nobody)|(have|has) not (answered|replied)|"
            r"haven't (answered|"
            r"replied)|never (answered|replied)|still waiting|ignored|\basap\b|as soon as possible|at your earliest|"
            r"final (chance|warning)|legal (action|steps)|i (must|will) insist",
            begging=r"sorry to bother|apologi[sz]e for bothering|i beg\b|desperate|please,? please|give me a chance",
            flattery=r"dream (job|company|employer)|(great|amazing|world-class|leading|fantastic) (company|"
            r"employer|team)|"
            r"\bthrilled\b|\bhonou?red\b|\bhumbled\b|perfect (fit|match)",
        ),
        re.compile(r"\bthank(?:s|ful)?\b|\bgrateful\b", _SAME),
        re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", _SAME),
        re.compile(r"\b(Mr|Mrs|Ms|Miss)\b\.?|\b(Sir|Madam)\b"),
    ),
    "de": Manners(
        _all(
            filler=r"hoffe,? (es geht|diese|dass es (ihnen|dir))|ich wollte (nur|mal)|nachhaken|nachfassen|"
            r"\bhiermit\b",
            blame=r"warum (haben|hast|habe|melden|meldest)|(nicht|nichts) (geantwortet|gemeldet|von (ihnen|"
            r"dir|euch) gehört)|"
            r"immer noch (keine|nichts)|ignorier|schnellstmöglich|baldmöglichst|umgehend|letzte (chance|frist)|"
            r"rechtliche schritte",
            begging=r"entschuldig\w* die störung|störe|flehe|verzweifel|geben sie mir (bitte )?eine chance",
            flattery=r"traum(job|stelle|unternehmen|arbeitgeber)|(großartig|fantastisch|führend|einzigartig)\w* "
            r"(unternehmen|team|firma)|brenne für|perfekt\w* (passung|match)",
        ),
        re.compile(r"\b(?:be)?dank\w*", _SAME),
        re.compile(r"\b(?:mon|diens|donners|frei|sams|sonn)tags?\b|\bmittwochs?\b|\bsonnabends?\b", _SAME),
        re.compile(r"\b(Frau|Herrn?|Damen und Herren)\b"),
    ),
    "fr": Manners(
        _all(
            filler=r"j['’]espère que (vous allez|tu vas|ce (message|mail))|je me permets|\bjuste (un|pour)\b|relanc",
            blame=r"pourquoi (n['’]|vous|tu)|toujours pas (répondu|de réponse)|sans (réponse|"
            r"nouvelles) de (votre|ta) part|"
            r"dès que possible|plus brefs délais|dernière chance|poursuites|j['’]exige",
            begging=r"désolée? de (vous |te )?déranger|importun|je vous (en )?supplie|donnez-moi (une|ma) chance",
            flattery=r"(entreprise|poste|métier) de (mes )?rêves?|(formidable|exceptionnelle?|"
            r"leader) (entreprise|équipe)|"
            r"\bpassionnée?\b|\bravie?\b|\benchantée?\b|\bhonorée?\b",
        ),
        re.compile(r"\bmerci\b|\bremerci\w*|\breconnaissan\w*", _SAME),
        re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b", _SAME),
        re.compile(
            r"\bMme\b|\bM\. |\bMadame\b(?!, Monsieur)|(?<!Madame, )\bMonsieur\b|\(e\)|·e|\bintéressée?\b|\bheureu\w+"
        ),
    ),
    "es": Manners(
        _all(
            filler=r"espero que (se|te|este|estés?)\b|s[oó]lo quería|simplemente|me dirijo a usted",
            blame=r"por qué no|(todavía|aún) no (ha|has|han|me)|sin (respuesta|noticias) (suya|tuya|por)|"
            r"cuanto antes|"
            r"a la brevedad|lo antes posible|última oportunidad|acciones legales|exijo",
            begging=r"perd[oó]n por molest|disculp\w* (la|las) molestia|ruego que|deme una oportunidad|"
            r"dame una oportunidad",
            flattery=r"(empresa|trabajo|puesto) de mis sueños|(gran|increíble|excelente) (empresa|equipo)|apasionad|"
            r"encantad[oa]|honrad[oa]|ilusionad[oa]",
        ),
        re.compile(r"\bgracias\b|\bagrade[cz]\w*", _SAME),
        re.compile(r"\b(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)\b", _SAME),
        re.compile(r"\bSra?\b\.?|\bSeñora?\b|\([oa]\)|\b\w+[oa]/[oa]\b|\binteresad[oa]\b|\bagradecid[oa]\b"),
    ),
}
"""By language code."""
