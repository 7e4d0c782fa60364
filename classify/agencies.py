"""Whether a mail comes from a staffing agency, which writes for a client of its own (``domain.md`` §3.4)."""

import re

from classify.folding import folded
from classify.pieces import Guarded

_IN_NAME = re.compile(
    r"recruit|staffing|staff\b|headhunt|resourcing|personnel\b|personalberatung|personaldienst|personalvermitt|"
    r"zeitarbeit|"
    r"executive ?search|search\b|talent(?! acquisition)\b|locums?\b|manpower|interim\b|temps?\b|contracts\b|supply\b|"
    r"placement|"
    r"trabajo temporal|seleccion\b|\bett\b|cabinet de recrutement|travail temporaire|employment agency|job ?agency"
)
_CLIENT = Guarded(
    r"\b(?:(?:my|our) (?:\w+ ){0,3}client(?:,| (?:is|are|has|have|who|in|at|wants|would|was|were|needs|called|based|"
    r"seeks)\b)|"
    r"for (?:my|our|a) (?:\w+ ){0,3}client\b(?! (?:service|facing|base|side|account|work))|client of (?:mine|ours)|"
    r"(?:direct|end) client\b|my client'?s? (?:in|at|is)|on behalf of (?:our|my|a) client|"
    r"(?:mein|unser)(?:e[nmrs]?)? (?:kunde|mandant|auftraggeber)\b|(?:fuer|ein|einen|einem|eines) (?:unserer|meiner|"
    r"meinen|einen|unseren) "
    r"(?:kunden|mandanten)\b|im auftrag (?:unseres|eines|meines) (?:kunden|mandanten)|im kundenauftrag|"
    r"notre client\b|un de (?:mes|nos) clients|mon client\b|l'un de nos clients|pour le compte de (?:notre|mon|l'un)|"
    r"nuestro cliente|mi cliente|un cliente nuestro|uno de nuestros clientes|feedback del cliente|importante cliente)"
)
_FOR_OTHERS = Guarded(
    r"\b(?:i(?:'m| am)? (?:act|acting|recruit|recruiting|hiring|retained|searching|helping|supporting|representing) "
    r"(?:\w+ )?(?:for|by|an?|the|one of)|(?:on behalf of|with|for) (?:an? |one of )(?:\w+ ){0,3}(?:client|company|firm|"
    r"employer|biotech|business|borough|family)|clients? (?:in|at|who|is|are|has)|several clients|two \w+ clients|"
    r"(?:for|with) (?:our|my) client|asked (?:me )?to find|instructed (?:me|us)|a requirement with)\b"
)
_MORE_TRADE = Guarded(
    r"\b(?:global staffing company|staffing company|i am retained|i'm retained|i act for|been asked to find|"
    r"my clients?\b|two \w+ clients|several of my clients|matching engine|"
    r"(?:family|employer|company|firm|practice|borough) (?:in \w+ )?(?:\w+ ){0,4}(?:asked|instructed|engaged) (?:me|"
    r"us)\b|"
    r"je recrute pour (?:un|une|l'un)|mandate\w* par|un de nos partenaires|notre partenaire|"
    r"(?:reclutando|seleccionamos|buscamos) (?:\w+ ){1,6}para una? (?:empresa|compania|cadena|firma|multinacional)|"
    r"despacho internacional que|asesoramos a \w+ de|unser\w* auftraggeber\w*|suche ich fuer|suchen wir fuer ein)"
)
_TRADE = Guarded(
    r"\b(?:recruitment (?:consultant|consultancy|agency|partner)|staffing (?:agency|firm|consultant)|"
    r"executive search|employment agency|put you forward to|represent you|"
    r"personalberat\w+|personaldienstleist\w+|zeitarbeit\w*|cabinet de recrutement|agence d'interim|"
    r"consultora de seleccion|empresa de trabajo temporal)\b"
)


_SELF = re.compile(
    r"(?:\b(?:recruiter|recruitment \w+|consultant|headhunter|sourcer|recruteu\w+|consultora?|personalberater\w*|"
    r"talent (?:partner|scout))(?: \w+)? (?:at|with|for|from|bei|chez|en)|[^\W\d_]+ ?[,|-]) (?:the )?$"
)
_BEHIND = re.compile(
    r" (?:\w+ )?(?:staffing|talents?|recruitment|recruiting|personnel|search|resourcing|people)\b", re.IGNORECASE
)


def is_own_agency(name: str, text: str, language: str) -> bool:
    """Whether ``name``, read in a mail without a domain of its own, is the writer's agency: "a recruiter at Tarsus"."""
    at = text.find(name)
    if at < 0:
        return False
    before = folded(text[max(0, at - 60) : at], language) + " "
    says_so = _SELF.search(before) is not None
    if says_so and (_BEHIND.match(text, at + len(name)) or _IN_NAME.search(name.lower())):
        return True
    words = folded(text, language)
    return says_so and (_CLIENT.search(words) is not None or _FOR_OTHERS.search(words) is not None)


def is_agency(slug: str, text: str, language: str) -> bool:
    """Whether the sender's own company is an agency: its name says so, or the mail speaks of a client or the trade.

    ``slug`` is the company's own domain or, without one, its name: a department's words ("Talent "
        "Team") are no agency's.
    """
    if _IN_NAME.search(slug.replace("-", " ").lower()):
        return True
    words = folded(text, language)
    return any(pattern.search(words) for pattern in (_CLIENT, _TRADE, _MORE_TRADE))
