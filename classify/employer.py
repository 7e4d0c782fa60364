"""Whose job a mail is about: the employer and, where one stands between, the agency (``domain.md`` §4.4)."""

from dataclasses import dataclass

from classify.agencies import is_agency
from classify.employer_names import candidates_of, is_persons_name, is_vendor, prettified, slug_of, written_form
from classify.employer_phrases import named_client, named_employers, named_in_subject, signed_employer
from classify.names import company_key
from ingest.senders import is_freemail, platform_of, tenant_of
from store.records import Address, Message
from store.vocabulary import Direction

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
    side = _side(_other(message, direction))
    body = text[:_READ]
    if side.owns_domain or (side.display and not platform_of(side.address)):
        own = _own_name(side, message, body)
        if _is_agency(own, side, f"{body}\n{message.signature}", language, direction):
            return _client(message.subject, body, own, language), own
    return _employer(side, message, body, language), ""


def _other(message: Message, direction: Direction) -> Address:
    if direction is Direction.RECEIVED:
        return message.sender
    return next(iter((*message.to, *message.cc)), Address("", ""))


def _side(address: Address) -> _Side:
    owns = bool(address.domain) and not platform_of(address) and not is_freemail(address.domain)
    names = tuple(name for name in candidates_of(address.name) if not is_persons_name(name, address.local))
    return _Side(address, owns, slug_of(address) if owns else "", tenant_of(address), names)


def _own_name(side: _Side, message: Message, body: str) -> str:
    """What the sender's own organisation is called."""
    if not side.slug:
        return side.display[0] if side.display else ""
    agreeing = [name for name in side.display if _agree(name, side.slug)]
    if agreeing:
        return max(agreeing, key=len)
    return written_form(side.slug, message.signature, body, message.subject, message.footer)


def _is_agency(own: str, side: _Side, text: str, language: str, direction: Direction) -> bool:
    return bool(own) and is_agency(own, side.slug, text if direction is Direction.RECEIVED else "", language)


def _client(subject: str, body: str, own: str, language: str) -> str:
    """The client an agency names, unless that is the agency itself."""
    named = [named_client(body), *named_employers(f"{subject}\n{body}", language), *named_in_subject(subject)]
    return next((name for name in named if name and not _agree(name, own)), "")


def _employer(side: _Side, message: Message, body: str, language: str) -> str:
    in_subject = [*named_employers(message.subject, language), *named_in_subject(message.subject)]
    in_body = list(named_employers(body, language))
    if side.owns_domain:
        return _of_own_domain(side, message, body, [*in_subject, *in_body])
    if side.tenant:
        return _of_tenant(side, [*in_subject, *in_body], message, body)
    own = side.display[0] if side.display else ""
    named = [*in_subject, *in_body]
    fuller = [name for name in named if own and _agree(name, own)]
    if own and platform_of(side.address):
        return next(iter(fuller), own) if not in_subject or fuller else in_subject[0]
    return next(iter(named), "") or own or signed_employer(f"{body}\n{message.signature}")


def _of_own_domain(side: _Side, message: Message, body: str, named: list[str]) -> str:
    """The domain's owner, under the fullest name the mail gives it."""
    own = _own_name(side, message, body)
    agreeing = [name for name in (*named, *side.display) if _agree(name, side.slug)]
    return max(agreeing, key=len) if agreeing else own


def _of_tenant(side: _Side, named: list[str], message: Message, body: str) -> str:
    """The tenant of a tracking system's address; a subsidiary that is named outranks it (``domain.md`` §4.4, 4)."""
    if named:
        return named[0]
    if side.display:
        return side.display[0]
    written = written_form(side.tenant, body, message.subject, message.signature)
    return "" if is_vendor(written) else written or prettified(side.tenant)


def _agree(one: str, other: str) -> bool:
    """Whether one name is the other or its beginning; fragments inside a name do not count ("ender", "Render")."""
    first, second = company_key(one), company_key(other)
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    return first == second or (len(shorter) >= 4 and longer.startswith(shorter))
