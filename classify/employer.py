"""Whose job a mail is about: the employer and, where one stands between, the agency (``domain.md`` §4.4)."""

from dataclasses import dataclass

from classify.agencies import is_agency
from classify.employer_names import (
    candidates_of,
    is_persons_name,
    is_vendor,
    named_after,
    prettified,
    relates,
    slug_of,
    written_form,
)
from classify.employer_phrases import (
    named_beside_title,
    named_client,
    named_employers,
    named_in_subject,
    named_through_platform,
    signed_employer,
)
from classify.names import company_key
from ingest.senders import is_freemail, is_no_reply, platform_of, tenant_of
from store.records import Address, Message
from store.vocabulary import Direction, SenderKind

_READ = 6_000
"""Characters of the text in which employers are looked for."""


@dataclass(frozen=True, slots=True)
class _Side:
    """The other side of a mail: its address, whether that domain is its own, and the names it carries."""

    address: Address
    owns_domain: bool
    slug: str
    tenant: str
    display: tuple[str, ...]


def company_and_agency(message: Message, text: str, *, direction: Direction, language: str = "en") -> tuple[str, str]:
    """The employer and the agency, as far as this one mail tells; each empty when it does not.

    For mail the person sent, the recipient's side is meant.
    """
    body = text[:_READ]
    side = _side(_other(message, direction), message.subject, body)
    if side.owns_domain or (side.display and not platform_of(side.address)):
        own = _own_name(side, message, body)
        written = f"{body}\n{message.signature}" if direction is Direction.RECEIVED else ""
        if own and is_agency(side.slug or own, written, language):
            return _client(message.subject, body, own, language), own
    return _employer(side, message, body, language), ""


def _other(message: Message, direction: Direction) -> Address:
    if direction is Direction.RECEIVED:
        return message.sender
    return next(iter((*message.to, *message.cc)), Address("", ""))


def _side(address: Address, subject: str, body: str) -> _Side:
    platform = platform_of(address)
    owns = bool(address.domain) and not platform and not is_freemail(address.domain)
    names = [name for name in candidates_of(address.name) if not is_persons_name(name, address.local)]
    if platform == "LinkedIn" or (
        platform and _signs(address.name, body) and address.name not in subject and not _is_local(names, address)
    ):
        names = []  # a relay carries the writer's own name
    return _Side(address, owns, slug_of(address) if owns else "", tenant_of(address), tuple(names))


def _is_local(names: list[str], address: Address) -> bool:
    return any(relates(name, address.local) for name in names)


def _signs(display: str, body: str) -> bool:
    """Whether the first word of the display name stands alone at the end of the mail, as a person's does."""
    words = display.split()
    lines = [line.strip(" ,.-–—") for line in body.rstrip().splitlines()[-4:]]
    return 2 <= len(words) <= 3 and words[0] in lines


def _own_name(side: _Side, message: Message, body: str) -> str:
    """What the sender's own organisation is called: by its display name, else by its domain as the mail writes it."""
    if not side.slug:
        return side.display[0] if side.display else ""
    agreeing = [name for each in side.display if (name := named_after(each, side.slug))]
    if agreeing:
        return max(agreeing, key=len)
    is_service = " via " in f" {side.address.name.lower()} " or is_no_reply(side.address)
    if is_service and side.display:
        return side.display[0]
    return written_form(side.slug, message.signature, body, message.subject, message.footer)


def _client(subject: str, body: str, own: str, language: str) -> str:
    """The client an agency names, unless that is the agency itself."""
    text = f"{subject}\n{body}"
    named = [named_client(subject, body), *named_employers(text, language), *named_in_subject(subject)]
    return next((name for name in named if name and not _agree(name, own)), "")


def _employer(side: _Side, message: Message, body: str, language: str) -> str:
    if side.owns_domain:
        return _own_name(side, message, body)
    in_subject = [*named_employers(message.subject, language), *named_in_subject(message.subject)]
    named = [*in_subject, *named_employers(body, language)]
    own = side.display[0] if side.display else ""
    if side.tenant:
        return _of_tenant(side, named, message, body)
    if own and platform_of(side.address):
        return max((name for name in (*named, own) if _agree(name, own)), key=len)
    if platform_of(side.address):
        writer = side.address.name.partition(" via ")[0]
        named = [name for name in (*named, *named_through_platform(message.subject, body)) if name != writer]
    if message.sender_kind is SenderKind.SCHEDULER and not named:
        headings = (message.subject, *(event.summary for event in message.calendar))
        named = [name for heading in headings if (name := named_beside_title(heading))]
    return next(iter(named), "") or own or signed_employer(f"{body}\n{message.signature}")


def _of_tenant(side: _Side, named: list[str], message: Message, body: str) -> str:
    """The tenant of a tracking system's address, as the mail writes it; a subsidiary in the subject outranks it."""
    agreeing = [name for name in (*side.display, *named) if relates(name, side.tenant)]
    if agreeing:
        return max(agreeing, key=len)
    if side.display:
        return side.display[0]
    written = written_form(side.tenant, body, message.subject, message.signature)
    if written == prettified(side.tenant) and named:
        return named[0]
    return "" if is_vendor(written) else written


def _agree(one: str, other: str) -> bool:
    """Whether one name is the other or its beginning; fragments inside a name do not count ("ender", "Render")."""
    first, second = company_key(one), company_key(other)
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    return first == second or (len(shorter) >= 4 and longer.startswith(shorter))
