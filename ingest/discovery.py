"""The one door to DNS: who takes a domain's mail (MX), and where its servers say they are (SRV, RFC 6186 and RFC 8314).

Answers are not verified: whoever controls the network can put a server of their own in. They are hints to be shown and
confirmed, never followed in silence.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import dns.exception
import dns.resolver

from ingest.accounts import Security
from ingest.providers import Place

log = logging.getLogger(__name__)

SECONDS = 4.0
"""For one question, retries included: somebody is waiting."""

_READING = (("_imaps._tcp", Security.TLS), ("_imap._tcp", Security.STARTTLS))
_SENDING = (("_submissions._tcp", Security.TLS), ("_submission._tcp", Security.STARTTLS))


@dataclass(frozen=True, slots=True)
class Services:
    """What SRV records offer, the best first; ``reading`` and ``sending`` may be empty."""

    reading: tuple[Place, ...] = ()
    sending: tuple[Place, ...] = ()


class Directory(Protocol):
    """What is asked of DNS."""

    def exchangers(self, domain: str) -> tuple[str, ...]:
        """The domain's MX hosts, the preferred first; empty where there are none or nobody answers."""
        ...

    def services(self, domain: str) -> Services:
        """Its mail servers as SRV records name them."""
        ...


class Dns:
    """The resolver of this machine."""

    def exchangers(self, domain: str) -> tuple[str, ...]:
        """The domain's MX hosts, the preferred first; empty where there are none or nobody answers."""
        records = sorted((record.preference, _host(record.exchange)) for record in _answers(domain, "MX"))
        return tuple(host for _, host in records if host)

    def services(self, domain: str) -> Services:
        """Its mail servers as SRV records name them; private from the start before private later (RFC 8314 §3.4)."""
        return Services(tuple(_places(domain, _READING)), tuple(_places(domain, _SENDING)))


def _places(domain: str, names: tuple[tuple[str, Security], ...]) -> Iterator[Place]:
    for name, security in names:
        records = sorted(_answers(f"{name}.{domain}", "SRV"), key=lambda record: (record.priority, -record.weight))
        for record in records:
            host = _host(record.target)
            if host:  # a target of "." says that there is no such service (RFC 2782)
                yield Place(host, int(record.port), security)


def _answers(name: str, kind: str) -> list[Any]:
    try:
        return list(dns.resolver.resolve(name, kind, lifetime=SECONDS, search=False))
    except (dns.exception.DNSException, OSError, ValueError) as error:
        log.debug("dns %s gave nothing: %s", kind, type(error).__name__)
        return []


def _host(name: Any) -> str:
    return str(name.to_text(omit_final_dot=True)).lower() if name.to_text() != "." else ""
