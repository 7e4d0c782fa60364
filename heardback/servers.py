"""``init``, second step: where a mailbox is read and sent from, told beforehand, found, or asked for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from heardback.dialogue import Asking, asked, optional
from heardback.meaning import IMAP_PORTS, SMTP_PORTS
from heardback.wayin import Wanted
from heardback.whereabouts import Found, Source, find_servers
from ingest.accounts import Security
from ingest.discovery import Directory
from ingest.provider_table import PROVIDERS
from ingest.providers import Place, Provider, by_domain, domain_of
from store.errors import UserError


@dataclass(frozen=True, slots=True)
class Servers:
    """Where a mailbox is read and sent from, and whose it is, if that is known."""

    imap: Place
    smtp: Place | None
    provider: Provider | None = None


class Where:
    """The conversation about servers."""

    def __init__(self, wanted: Wanted, asking: Asking, directory: Directory, answers: Callable[[Place], bool]) -> None:
        self._wanted, self._asking, self._directory, self._answers = wanted, asking, directory, answers

    def servers(self, address: str) -> Servers:
        """Those of an address. Raises ``UserError`` where there can be none."""
        domain = domain_of(address)
        if self._wanted.imap_host:
            return self._told(by_domain(domain, PROVIDERS))
        self._asking.say(f"Looking for the mail servers of {domain} …")
        found = find_servers(address, self._directory, self._answers)
        if found is None:
            self._asking.say(f"Nothing tells where the mail servers of {domain} are; your provider's help pages do.")
            return self.by_hand(address, None)
        if found.imap is None:
            nowhere = f"{domain} has no IMAP: export your mail there, and bring it in with 'heardback import'."
            raise UserError(found.provider.hurdle if found.provider else nowhere)
        self._asking.say(_in_words(found))
        if found.strangers and not self._asking.yes(
            f"These are not under {domain}, and DNS can be forged on the way. Do you know them as your provider's?",
            _flags(found),
            default=False,
        ):
            return self.by_hand(address, None)
        return Servers(found.imap, self._sending(found.smtp), found.provider)

    def _told(self, provider: Provider | None) -> Servers:
        """The servers as options name them; of one that is known, the rest is known too."""
        wanted = self._wanted
        whose = provider or next((each for each in PROVIDERS if each.imap and each.imap.host == wanted.imap_host), None)
        known = whose.imap if whose else None
        imap = _place_of(wanted.imap_host, wanted.imap_port, wanted.imap_security, known, IMAP_PORTS)
        return Servers(imap, self._sending(None), whose)

    def _sending(self, found: Place | None) -> Place | None:
        wanted = self._wanted
        if not wanted.sends:
            return None
        if not wanted.smtp_host:
            return found
        known = next((each.smtp for each in PROVIDERS if each.smtp and each.smtp.host == wanted.smtp_host), None)
        return _place_of(wanted.smtp_host, wanted.smtp_port, wanted.smtp_security, known, SMTP_PORTS)

    def by_hand(self, address: str, provider: Provider | None) -> Servers:
        """As the person names them."""
        domain = domain_of(address)
        imap = self._place("IMAP", f"imap.{domain}", IMAP_PORTS, "--imap-host")
        question = "Send from here too, once you have approved a reply?"
        sends = self._wanted.sends and self._asking.yes(question, "--smtp-host or --no-sending", default=True)
        smtp = self._place("SMTP", f"smtp.{domain}", SMTP_PORTS, "--smtp-host") if sends else None
        return Servers(imap, smtp, provider)

    def _place(self, what: str, guess: str, ports: Mapping[Security, int], flag: str) -> Place:
        if not self._asking.is_there:
            guess = ""  # nobody has confirmed it, and a password would go there
        host = asked(self._asking, f"The {what} server", flag, "", _wrong_host, guess)
        ways = [(Security.TLS, "TLS from the start"), (Security.STARTTLS, "STARTTLS")]
        choices = [(way.value, f"{words} (port {ports[way]})") for way, words in ways]
        security = Security(self._asking.choice("How is it reached?", choices, flag.replace("host", "security")))
        port = asked(self._asking, "Port", flag.replace("host", "port"), "", _wrong_port, str(ports[security]))
        return Place(host, int(port), security)

    def keys(self, address: str, own: str, servers: Servers) -> dict[str, object]:
        """The keys that say where, beside the person's ``own`` address; what follows from others keeps its default."""
        keys: dict[str, object] = {"address": address} if own and own != address else {}
        username = self._wanted.username
        if not username and (servers.provider is None or servers.provider.key == "proton"):
            username = optional(self._asking, "User name", "--username", None, address)
        if username and username != address:
            keys["username"] = username
        keys |= _place_keys("imap", servers.imap, IMAP_PORTS)
        if servers.smtp is not None:
            keys |= _place_keys("smtp", servers.smtp, SMTP_PORTS)
        if self._wanted.ca_file is not None:
            keys["tls_ca_file"] = str(self._wanted.ca_file.expanduser().absolute())
        return keys


def _place_of(
    host: str, port: int, security: Security | None, known: Place | None, ports: Mapping[Security, int]
) -> Place:
    """A host that was named, with port and security as named, else as they are known of it, else the usual ones."""
    if known is not None and known.host == host and security is None:
        return Place(host, port or known.port, known.security)
    way = security or Security.TLS
    return Place(host, port or ports[way], way)


def _place_keys(what: str, place: Place, ports: Mapping[Security, int]) -> dict[str, object]:
    keys: dict[str, object] = {f"{what}_host": place.host}
    if place.port != ports[place.security]:
        keys[f"{what}_port"] = place.port
    if place.security is not Security.TLS:
        keys[f"{what}_security"] = place.security.value
    return keys


def _in_words(found: Found) -> str:
    assert found.imap is not None
    who = {
        Source.TABLE: f"{found.provider.name if found.provider else 'Your provider'}:",
        Source.EXCHANGERS: f"Its mail lies with {found.provider.name if found.provider else 'a provider'}, says DNS:",
        Source.RECORDS: "DNS names",
        Source.GUESS: "At the usual names, these answer:",
    }[found.source]
    sending = f", and {found.smtp.host} (port {found.smtp.port}) to send" if found.smtp else "; nothing to send from"
    return f"{who} {found.imap.host} (port {found.imap.port}) to read{sending}."


def _flags(found: Found) -> str:
    """The options by which somebody who cannot be asked confirms what DNS said."""
    assert found.imap is not None
    sending = f" --smtp-host {found.smtp.host}" if found.smtp else ""
    return f"--imap-host {found.imap.host}{sending}, if you know them as your provider's"


def _wrong_host(said: str) -> str:
    fits = re.fullmatch(r"[A-Za-z0-9._:-]+", said)
    return "" if fits else "That is not a server's name: enter one such as imap.home.example."


def _wrong_port(said: str) -> str:
    return "" if said.isdecimal() and 0 < int(said) < 65536 else "That is not a port: enter a number from 1 to 65535."
