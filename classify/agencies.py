"""Whether a mail comes from a staffing agency, which writes for a client of its own (``domain.md`` §3.4)."""

import re

from classify.folding import folded

_IN_NAME = re.compile(
    r"recruit|staffing|staff\b|headhunt|resourcing|personnel\b|personalberatung|personaldienst|personalvermitt|"
    r"zeitarbeit|"
    r"executive ?search|search\b|talent(?! acquisition)\b|locums?\b|manpower|interim\b|temps?\b|contracts\b|supply\b|"
    r"placement|"
    r"trabajo temporal|seleccion\b|\bett\b|cabinet de recrutement|travail temporaire|employment agency|job ?agency"
)
_CLIENT = re.compile(
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
_TRADE = re.compile(
    r"\b(?:recruitment (?:consultant|consultancy|agency|partner)|staffing (?:agency|firm|consultant)|"
    r"executive search|employment agency|put you forward to|represent you|"
    r"personalberat\w+|personaldienstleist\w+|zeitarbeit\w*|cabinet de recrutement|agence d'interim|"
    r"consultora de seleccion|empresa de trabajo temporal)\b"
)


def is_agency(slug: str, text: str, language: str) -> bool:
    """Whether the sender's own company is an agency: its name says so, or the mail speaks of a client or the trade.

    ``slug`` is the company's own domain or, without one, its name: a department's words ("Talent "
        "Team") are no agency's.
    """
    if _IN_NAME.search(slug.replace("-", " ").lower()):
        return True
    words = folded(text, language)
    return _CLIENT.search(words) is not None or _TRADE.search(words) is not None
