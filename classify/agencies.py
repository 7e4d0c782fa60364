"""Whether a mail comes from a staffing agency, which writes for a client of its own (``domain.md`` §3.4)."""

import re

from classify.folding import folded

_IN_NAME = re.compile(
    r"recruit|staffing|staff\b|headhunt|resourcing|personnel\b|personalberatung|personaldienst|personalvermitt|zeitarbeit|"
    r"executive ?search|search\b|talent(?! acquisition)\b|locums?\b|manpower|interim\b|\btemps?\b|supply\b|placement|"
    r"trabajo temporal|seleccion\b|\bett\b|cabinet de recrutement|travail temporaire|employment agency|job ?agency"
)
_CLIENT = re.compile(
    r"\b(?:(?:my|our|a|the) (?:\w+ ){0,3}clients?\b(?! (?:service|facing|base|relation|portfolio|side|account|team|work))|"
    r"client of (?:mine|ours)|client is\b|on behalf of (?:our|my|a) client|"
    r"unser(?:e[nmrs]?)? (?:kunde|mandant|auftraggeber)\w*|(?:ein|einen|einem|eines) (?:unserer|meiner) (?:kunden|mandanten)|"
    r"im auftrag (?:unseres|eines|meines)|im kundenauftrag|"
    r"notre client\w*|un de (?:mes|nos) clients|mon client|l'un de nos clients|pour le compte de|"
    r"nuestro cliente|mi cliente|un cliente nuestro|para uno de nuestros clientes|importante cliente)\b"
)
_TRADE = re.compile(
    r"\b(?:recruitment (?:consultant|consultancy|agency|partner)|staffing (?:agency|firm|consultant)|headhunter|"
    r"executive search|employment agency|umbrella|put you forward|represent you|submitted you|send you over to|"
    r"personalberat\w+|personaldienstleist\w+|zeitarbeit\w*|cabinet de recrutement|agence d'interim|"
    r"consultora de seleccion|empresa de trabajo temporal)\b"
)


def is_agency(name: str, slug: str, text: str, language: str) -> bool:
    """Whether the sender's own company is an agency: its name says so, or the mail speaks of a client and of the trade.

    A department's words ("Talent Team") are no agency's: ``name`` comes without them.
    """
    called = _IN_NAME.search(f"{folded(name, language)} {slug.replace('-', ' ').lower()}") is not None
    words = folded(text, language)
    clients = _CLIENT.search(words) is not None
    return clients or called or _TRADE.search(words) is not None
