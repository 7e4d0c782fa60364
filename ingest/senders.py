"""What an address tells about its sender: kind, platform, employer, and whether anybody reads an answer."""

import re

from ingest.sender_tables import (
    FREEMAIL,
    MACHINE_DOMAINS,
    PLATFORMS,
    ROLE_WORDS,
    SHARED_LABELS,
    TWO_LEVEL_SUFFIXES,
)
from store.records import Address
from store.vocabulary import SenderKind

_NO_REPLY = re.compile(
    r"no[-_.]?repl(?:y|ies)|do[-_.]?not[-_.]?reply|dont[-_.]?reply|auto[-_.]?reply|autoresponder|mailer[-_.]?daemon"
    r"|keine[-_.]?antwort|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|no[-_.]?(?:responder|contestar)|unmonitored"
    r"|(?:^|[-_.+])(?:notifications?|notify|system(?:message)?|mailer|bounces?|alerts?|automated|postmaster)(?:$|[-_.+\d])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_WORKDAY_SUFFIX = re.compile(
    r"[-_.]?(?:hr|hrops|careers?|jobs|talent(?:acquisition)?|recruit(?:ing|ment)|notifications?|workday|wd\d*|no-?reply)$"
)


def registered_domain(domain: str) -> str:
    """The part of a domain that somebody registered: ``mail.acme.co.uk`` gives ``acme.co.uk``."""
    labels = domain.lower().strip(".").split(".")
    if len(labels) <= 2:
        return ".".join(labels)
    count = 3 if ".".join(labels[-2:]) in TWO_LEVEL_SUFFIXES else 2
    return ".".join(labels[-count:])


def is_freemail(domain: str) -> bool:
    """Whether anybody can get an address there."""
    return domain.lower() in FREEMAIL or registered_domain(domain) in FREEMAIL


def platform_of(address: Address) -> str:
    """The applicant-tracking system, board, scheduler or test platform behind an address ("Greenhouse"), or ""."""
    found = _entry(address.domain)
    return found[0] if found else ""


def sender_kind(sender: Address) -> SenderKind:
    """What sort of sender this is (``domain.md`` §4.1); a company's named employee is a person."""
    if found := _entry(sender.domain):
        return found[1]
    if is_freemail(sender.domain):
        return SenderKind.FREEMAIL
    return SenderKind.PERSON if _is_named_person(sender) else SenderKind.COMPANY


def is_no_reply(address: Address) -> bool:
    """Whether a reply to this address reaches nobody (``domain.md`` §4.3).

    A person's name on a tracking system's domain is a relay to that person, and so replyable.
    """
    return not address.address or bool(_NO_REPLY.search(address.local)) or _lies_under(address.domain, MACHINE_DOMAINS)


def tenant_of(address: Address) -> str:
    """The employer's slug where a tracking system's address carries it (``domain.md`` §4.1, §4.4); else ""."""
    domain, local = address.domain, address.local
    platform = platform_of(address)
    match platform:
        case "Workday":
            slug = _workday_tenant(local, domain)
        case "iCIMS":
            slug = local.split("+")[0]
        case "Teamtailor" | "Comeet" | "Freshteam" | "Breezy" | "Pinpoint":
            slug = _subdomain(domain).removesuffix("-talent")
        case "Personio":
            slug = local.removesuffix("-jobs") if local.endswith("-jobs") else ""
        case "Recruitee":
            slug = local.rpartition(".")[2] if "." in local else ""
        case _:
            slug = ""
    return "" if slug in SHARED_LABELS or _NO_REPLY.search(slug) else slug


def _workday_tenant(local: str, domain: str) -> str:
    """``cvshealthcareers@myworkday.com`` gives ``cvshealth``; one-time-code mail has the tenant as it stands."""
    base = local.split("+")[0].lower()
    shorter = _WORKDAY_SUFFIX.sub("", base)
    return shorter if len(shorter) > 1 else "" if shorter != base else base


def _subdomain(domain: str) -> str:
    """The label before the registered domain, regional labels such as ``na`` skipped."""
    labels = domain.removesuffix(registered_domain(domain)).strip(".").split(".")
    named = [label for label in labels if label and label not in SHARED_LABELS]
    return named[0] if named else ""


def _entry(domain: str) -> tuple[str, SenderKind] | None:
    """The table's entry for a domain or the nearest domain above it."""
    labels = domain.lower().split(".")
    for start in range(len(labels) - 1):
        if found := PLATFORMS.get(".".join(labels[start:])):
            return found
    return None


def _lies_under(domain: str, listed: frozenset[str]) -> bool:
    labels = domain.lower().split(".")
    return any(".".join(labels[start:]) in listed for start in range(len(labels) - 1))


def _is_named_person(sender: Address) -> bool:
    """Whether local part and display name look like one person's.

    The name's words must be found in the local part (``jane.doe``, ``jdoe``, ``jane``); without a display name only
    two plain words joined by a dot count.
    """
    local = sender.local.split("+")[0]
    words = [word.lower() for word in _WORD.findall(local)]
    if not words or _NO_REPLY.search(local) or any(word in ROLE_WORDS for word in words):
        return False
    names = [name.lower() for name in _WORD.findall(sender.name) if name.lower() not in ("dr", "prof", "via")]
    if not names:
        return len(words) == 2 and "." in local and all(len(word) > 1 for word in words)
    if any(name in ROLE_WORDS for name in names) or len(names) > 5:
        return False
    joined = "".join(words)
    return any(len(name) > 1 and name in words for name in map(_ascii, names)) or any(
        joined in (first[:1] + last, last + first[:1], first + last[:1], first[:1] + last[:1])
        for first, last in [(_ascii(names[0]), _ascii(names[-1]))]
        if first != last
    )


def _ascii(name: str) -> str:
    """A name as it stands in addresses: ``müller`` is written ``mueller``."""
    if name.isascii():
        return name
    for letter, plain in (
        ("ä", "ae"),
        ("ö", "oe"),
        ("ü", "ue"),
        ("ß", "ss"),
        ("é", "e"),
        ("è", "e"),
        ("á", "a"),
        ("í", "i"),
        ("ó", "o"),
        ("ñ", "n"),
        ("ç", "c"),
        ("ø", "o"),
        ("å", "a"),
        ("ê", "e"),
    ):
        name = name.replace(letter, plain)
    return name
