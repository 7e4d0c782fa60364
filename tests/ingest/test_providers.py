"""The table of providers holds together, and each address finds its own."""

import re

import pytest

from ingest.accounts import Security
from ingest.provider_table import PROVIDERS
from ingest.providers import Place, by_domain, by_exchangers, domain_of, guesses, is_under

PLACES = [
    place
    for each in PROVIDERS
    for place in (each.imap, each.smtp, each.own_domain_imap, each.own_domain_smtp)
    if place is not None
]


def test_keys_and_domains_are_each_there_once() -> None:
    keys = [each.key for each in PROVIDERS]
    domains = [domain for each in PROVIDERS for domain in each.domains]
    exchangers = [end for each in PROVIDERS for end in each.exchangers]

    for names in (keys, domains, exchangers):
        assert len(names) == len(set(names))


@pytest.mark.parametrize("each", PROVIDERS, ids=lambda each: each.key)
def test_each_can_be_found_and_read(each: object) -> None:
    assert each.domains or each.exchangers  # type: ignore[attr-defined]
    assert re.fullmatch(r"[a-z0-9-]+", each.key)  # type: ignore[attr-defined]
    assert (each.imap is None) == (each.smtp is None)  # type: ignore[attr-defined]
    if each.imap is None:  # type: ignore[attr-defined]
        assert each.hurdle  # type: ignore[attr-defined]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.host}:{place.port}")
def test_every_server_is_reached_in_private(place: Place) -> None:
    ports = {993: Security.TLS, 465: Security.TLS, 587: Security.STARTTLS}
    bridge = {1143: Security.STARTTLS, 1025: Security.STARTTLS}

    assert {**ports, **(bridge if place.host == "127.0.0.1" else {})}[place.port] is place.security


@pytest.mark.parametrize("each", [each for each in PROVIDERS if each.oauth], ids=lambda each: each.key)
def test_tokens_are_for_those_whose_pages_are_known(each: object) -> None:
    assert each.oauth in ("google", "microsoft")  # type: ignore[attr-defined]
    assert "docs/providers.md" in each.hurdle  # type: ignore[attr-defined]


def test_every_domain_is_written_as_it_is_looked_up() -> None:
    for each in PROVIDERS:
        for domain in each.domains:
            assert domain == domain_of(f"jo@{domain}")
        assert all(end.startswith(".") and end == end.lower() for end in each.exchangers)


@pytest.mark.parametrize(
    ("hosts", "key"),
    [
        (("aspmx.l.google.com.",), "gmail"),
        (("smtp.google.com",), "gmail"),
        (("reed-example.mail.protection.outlook.com",), "microsoft365"),
        (("outlook-com.olc.protection.outlook.com",), "outlook"),
        (("in1-smtp.messagingengine.com",), "fastmail"),
        (("mx01.mail.icloud.com",), "icloud"),
        (("mx.elsewhere.example", "MX1.MAIL.OVH.NET"), "ovh"),
        (("smtpin.rzone.de",), "strato"),
        (("mail.protonmail.ch",), "proton"),
    ],
)
def test_mx_hosts_tell_whose_guest_a_domain_is(hosts: tuple[str, ...], key: str) -> None:
    found = by_exchangers(hosts, PROVIDERS)

    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("hosts", [(), ("mx.reed.example",), ("notgoogle.com",), ("google.com.reed.example",)])
def test_other_mx_hosts_tell_nothing(hosts: tuple[str, ...]) -> None:
    assert by_exchangers(hosts, PROVIDERS) is None


def test_an_own_domain_may_have_servers_of_its_own() -> None:
    zoho = by_exchangers(("mx.zoho.eu",), PROVIDERS)

    assert zoho is not None
    assert zoho.for_own_domain().imap == Place("imappro.zoho.eu", 993, Security.TLS)
    fastmail = by_domain("fastmail.com", PROVIDERS)
    assert fastmail is not None
    assert fastmail.for_own_domain() == fastmail


@pytest.mark.parametrize(
    ("host", "domain", "under"),
    [
        ("imap.reed.example", "reed.example", True),
        ("REED.example.", "reed.example", True),
        ("evilreed.example", "reed.example", False),
        ("reed.example.evil.example", "reed.example", False),
        ("example", "reed.example", False),
    ],
)
def test_a_host_belongs_to_a_domain_by_its_name(host: str, domain: str, under: bool) -> None:
    assert is_under(host, domain) is under


def test_guesses_try_the_private_port_first() -> None:
    reading, sending = guesses("reed.example")

    assert [place.port for place in reading] == [993, 993, 143, 143]
    assert [place.port for place in sending] == [465, 465, 587, 587]
    assert all(is_under(place.host, "reed.example") for place in (*reading, *sending))
