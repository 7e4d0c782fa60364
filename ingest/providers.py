"""Mail providers whose servers are known, and the hurdle each puts before a mail program. Pure look-ups.

The table stands in ``ingest.provider_table``. It holds what providers publish on their help pages; where somebody's
own domain lies with one of them, its MX records tell.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.accounts import Security


@dataclass(frozen=True, slots=True)
class Place:
    """One server as a provider names it."""

    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider.

    ``domains`` are its own address domains; ``exchangers`` the ends of its MX host names, as in ".google.com".
    ``imap`` is None where there is no IMAP at all; ``hurdle`` says why, or what has to be done before the first
    sign-in. ``oauth`` is "google" or "microsoft" where tokens can take the place of a password, and ``only_oauth``
    where they have to. ``own_domain_imap`` and ``own_domain_smtp`` are for those who bring their own domain, where they
    differ.
    """

    key: str
    name: str
    imap: Place | None
    smtp: Place | None
    domains: tuple[str, ...] = ()
    exchangers: tuple[str, ...] = ()
    hurdle: str = ""
    oauth: str = ""
    only_oauth: bool = False
    own_domain_imap: Place | None = None
    own_domain_smtp: Place | None = None

    def for_own_domain(self) -> "Provider":
        """The provider as those see it who bring a domain of their own."""
        return replace(self, imap=self.own_domain_imap or self.imap, smtp=self.own_domain_smtp or self.smtp)


def domain_of(address: str) -> str:
    """What stands behind the @, in lower case."""
    return address.rpartition("@")[2].strip().rstrip(".").lower()


def by_domain(domain: str, table: Iterable[Provider]) -> Provider | None:
    """Whose address domain this is."""
    return next((each for each in table if domain in each.domains), None)


def by_exchangers(hosts: Iterable[str], table: Iterable[Provider]) -> Provider | None:
    """Who takes the mail of a domain with these MX hosts."""
    names = [f".{host.rstrip('.').lower()}" for host in hosts]
    known = tuple(table)
    return next((each for name in names for each in known if any(map(name.endswith, each.exchangers))), None)


def is_under(host: str, domain: str) -> bool:
    """Whether a host belongs to the domain by its very name, so that nobody else can have put it there."""
    host, domain = host.rstrip(".").lower(), domain.rstrip(".").lower()
    return host == domain or host.endswith(f".{domain}")


def guesses(domain: str) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Where mail servers usually stand: for reading, and for sending; the private port first (RFC 8314 §3.3)."""
    imap = [Place(f"{name}.{domain}", 993, Security.TLS) for name in ("imap", "mail")]
    imap += [Place(f"{name}.{domain}", 143, Security.STARTTLS) for name in ("imap", "mail")]
    smtp = [Place(f"{name}.{domain}", 465, Security.TLS) for name in ("smtp", "mail")]
    smtp += [Place(f"{name}.{domain}", 587, Security.STARTTLS) for name in ("smtp", "mail")]
    return tuple(imap), tuple(smtp)
