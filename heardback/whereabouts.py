"""Where an address's mail servers are: what is known, then what DNS says, then where they usually stand."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ingest.discovery import Directory
from ingest.provider_table import PROVIDERS
from ingest.providers import Place, Provider, by_domain, by_exchangers, domain_of, guesses, is_under


class Source(StrEnum):
    """Who says so."""

    TABLE = "table"
    EXCHANGERS = "exchangers"
    RECORDS = "records"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Found:
    """Servers for an address. ``imap`` is None where the provider is known to have no IMAP.

    ``strangers`` are hosts outside the address's domain that only unverified DNS has named: whoever controls the
    network may have put them there, so that they are confirmed before a password goes to them.
    """

    source: Source
    imap: Place | None
    smtp: Place | None
    provider: Provider | None = None
    strangers: tuple[str, ...] = ()


def find_servers(address: str, directory: Directory, answers: Callable[[Place], bool]) -> Found | None:
    """The servers of an address, or None where nothing tells. ``answers`` tries a place out."""
    domain = domain_of(address)
    known = by_domain(domain, PROVIDERS)
    if known is not None:
        return Found(Source.TABLE, known.imap, known.smtp, known)
    host = by_exchangers(directory.exchangers(domain), PROVIDERS)
    if host is not None:
        provider = host.for_own_domain()
        named = tuple(place for place in (provider.imap, provider.smtp) if place is not None)
        return Found(Source.EXCHANGERS, provider.imap, provider.smtp, provider, _strangers(named, domain))
    services = directory.services(domain)
    if services.reading:
        imap = next(filter(answers, services.reading), services.reading[0])
        smtp = next(filter(answers, services.sending), next(iter(services.sending), None))
        named = (imap,) if smtp is None else (imap, smtp)
        return Found(Source.RECORDS, imap, smtp, strangers=_strangers(named, domain))
    reading, sending = guesses(domain)
    usual = next(filter(answers, reading), None)
    return None if usual is None else Found(Source.GUESS, usual, next(filter(answers, sending), None))


def _strangers(places: tuple[Place, ...], domain: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.host for place in places if not is_under(place.host, domain)))
