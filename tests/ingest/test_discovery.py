"""What DNS says of a domain's mail servers, and what is made of silence and of nonsense."""

from collections.abc import Mapping
from pathlib import Path

import dns.exception
import dns.rdata
import dns.resolver
import pytest

from ingest.accounts import Security
from ingest.discovery import Dns, Services
from ingest.probing import answers
from ingest.providers import Place
from tests.servers.certificates import Certificates
from tests.servers.dovecot import Dovecot
from tests.servers.ports import free_port


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], list[str] | Exception]:
    """Records by name and kind, in place of the resolver."""
    records: dict[tuple[str, str], list[str] | Exception] = {}

    def resolve(name: str, kind: str, *, lifetime: float, search: bool) -> list[object]:
        assert lifetime < 10
        assert not search
        found = records.get((name, kind), dns.resolver.NXDOMAIN())
        if isinstance(found, Exception):
            raise found
        return [dns.rdata.from_text("IN", kind, text) for text in found]

    monkeypatch.setattr(dns.resolver, "resolve", resolve)
    return records


def test_the_preferred_mx_comes_first(zone: dict[tuple[str, str], list[str]]) -> None:
    zone["reed.example", "MX"] = ["20 Backup.reed.example.", "10 mx.host.example."]

    assert Dns().exchangers("reed.example") == ("mx.host.example", "backup.reed.example")


def test_a_domain_that_takes_no_mail_has_none(zone: dict[tuple[str, str], list[str]]) -> None:
    zone["reed.example", "MX"] = ["0 ."]

    assert Dns().exchangers("reed.example") == ()


def test_private_from_the_start_comes_before_private_later(zone: dict[tuple[str, str], list[str]]) -> None:
    zone["_imap._tcp.reed.example", "SRV"] = ["0 0 143 a.reed.example."]
    zone["_imaps._tcp.reed.example", "SRV"] = [
        "20 0 993 c.reed.example.",
        "10 1 994 b.reed.example.",
        "10 5 993 b.reed.example.",
    ]
    zone["_submission._tcp.reed.example", "SRV"] = ["0 0 587 d.reed.example."]

    services = Dns().services("reed.example")

    assert services.reading == (
        Place("b.reed.example", 993, Security.TLS),
        Place("b.reed.example", 994, Security.TLS),
        Place("c.reed.example", 993, Security.TLS),
        Place("a.reed.example", 143, Security.STARTTLS),
    )
    assert services.sending == (Place("d.reed.example", 587, Security.STARTTLS),)


def test_a_service_that_is_declared_not_to_be_there_is_none(zone: dict[tuple[str, str], list[str]]) -> None:
    zone["_imaps._tcp.reed.example", "SRV"] = ["0 0 0 ."]

    assert Dns().services("reed.example") == Services()


@pytest.mark.parametrize(
    "failure",
    [
        dns.resolver.NXDOMAIN(),
        dns.resolver.NoAnswer(),
        dns.resolver.NoNameservers(),
        dns.resolver.LifetimeTimeout(timeout=4, errors=[]),
        dns.resolver.NoResolverConfiguration(),
        dns.exception.SyntaxError(),
        OSError("no network"),
    ],
    ids=lambda failure: type(failure).__name__,
)
def test_silence_is_no_answer(zone: dict[tuple[str, str], list[str] | Exception], failure: Exception) -> None:
    zone["reed.example", "MX"] = failure

    assert Dns().exchangers("reed.example") == ()


@pytest.mark.parametrize("domain", ["a..b", "x" * 80 + ".example", ".", "é" * 70])
def test_a_name_that_no_dns_can_hold_is_no_answer(domain: str) -> None:
    assert Dns().exchangers(domain) == ()


def places(dovecot: Dovecot) -> Mapping[str, Place]:
    return {
        "tls": Place("localhost", dovecot.imaps_port, Security.TLS),
        "starttls": Place("localhost", dovecot.imap_port, Security.STARTTLS),
        "nobody": Place("localhost", free_port(), Security.TLS),
        "plain at a private port": Place("localhost", dovecot.imap_port, Security.TLS),
        "another name": Place("127.0.0.2", dovecot.imaps_port, Security.TLS),
        "no name at all": Place("a..b", 993, Security.TLS),
    }


@pytest.mark.parametrize(
    ("which", "well"),
    [
        ("tls", True),
        ("starttls", True),
        ("nobody", False),
        ("plain at a private port", False),
        ("another name", False),
        ("no name at all", False),
    ],
)
def test_a_server_answers_privately_and_under_its_own_name(
    dovecot: Dovecot, which: str, well: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.probing.SECONDS", 2.0)

    assert answers(places(dovecot)[which], dovecot.certificates.authority) is well


def test_a_certificate_nobody_vouches_for_is_no_answer(dovecot: Dovecot, certificates: Certificates) -> None:
    assert not answers(places(dovecot)["tls"])
    assert not answers(places(dovecot)["tls"], certificates.authority)
    assert not answers(places(dovecot)["tls"], Path("/nowhere.pem"))
