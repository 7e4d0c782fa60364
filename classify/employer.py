"""Whose job a mail is about: the employer and, where one stands between, the agency (``domain.md`` §4.4)."""

import re
from dataclasses import dataclass

from classify.agencies import is_agency, is_own_agency
from classify.employer_names import candidates_of, is_persons_name, is_vendor
from classify.employer_phrases import (
    named_beside_title,
    named_client,
    named_employers,
    named_in_subject,
    named_through_platform,
    signed_employer,
)
from classify.employer_slugs import flattened, named_after, named_in_local, prettified, relates, slug_of, written_form
from classify.names import company_key
from ingest.senders import is_freemail, is_no_reply, platform_of, registered_domain, tenant_of
from store.records import Address, Message
from store.vocabulary import Direction, SenderKind

_READ = 6_000
"""Characters of the text in which employers are looked for."""


_RELAYS = frozenset(("hit-reply", "inmail-hit-reply", "messages-noreply"))
"""Addresses through which people write: their display name is the writer's."""
_RELAY_CODE = re.compile(r"_[a-z0-9]{3}$")
_BETWEEN = re.compile(r" (?:via|über|vía|a través de) ")


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
    answers_to = tuple(each.local for each in message.reply_to) if direction is Direction.RECEIVED else ()
    side = _side(_other(message, direction), message.subject, body, answers_to)
    if side.owns_domain or (side.display and not platform_of(side.address)):
        own = _own_name(side, message, body)
        written = f"{body}\n{message.signature}" if direction is Direction.RECEIVED else ""
        if own and is_agency(side.slug or own, written, language):
            return _client(message.subject, body, own, language), own
    name = _employer(side, message, body, language)
    if name and direction is Direction.RECEIVED and is_own_agency(name, f"{body}\n{message.signature}", language):
        return _client(message.subject, body, name, language), name
    return name, ""


def _other(message: Message, direction: Direction) -> Address:
    if direction is Direction.RECEIVED:
        return message.sender
    return next(iter((*message.to, *message.cc)), Address("", ""))


def _side(address: Address, subject: str, body: str, answers_to: tuple[str, ...] = ()) -> _Side:
    """``answers_to`` are the local parts of Reply-To, where a relay carries the writer's own address."""
    platform = platform_of(address)
    owns = bool(address.domain) and not platform and not is_freemail(address.domain)
    tenant = tenant_of(address)
    is_tenants = bool(tenant) and flattened(tenant) in flattened(address.local)
    own_local = "" if is_tenants else _RELAY_CODE.sub("", address.local)
    locals_ = (own_local, *(each for each in answers_to if re.search(r"[._]", each)))
    names = [name for name in candidates_of(address.name) if not any(is_persons_name(name, each) for each in locals_)]
    if platform:
        names = [name for name in names if flattened(name) not in flattened(registered_domain(address.domain))]
    elif is_freemail(address.domain):
        names = [name for name in names if " " in name]  # a single word is what a person is called
    if platform == "LinkedIn" or (
        platform and _signs(address.name, body) and address.name not in subject and not _is_local(names, address)
    ):
        names = []  # a relay carries the writer's own name
    return _Side(address, owns, slug_of(address) if owns else "", tenant, tuple(names))


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
    texts = (message.signature, body, message.subject, message.footer)
    return written_form(side.slug, *(_without_writer(text, side) for text in texts))


def _without_writer(text: str, side: _Side) -> str:
    """The text without lines' ends that are the writer's name: "Robin Alder" of a firm called Alder is not the firm."""
    name = side.address.name
    if name not in text or " " not in name or flattened(name) == flattened(side.slug):
        return text
    return re.sub(rf"{re.escape(name)}(?=[ \t]*(?:$|[,|/–—-]))", "", text, flags=re.MULTILINE)


def _client(subject: str, body: str, own: str, language: str) -> str:
    """The client an agency names, unless that is the agency itself."""
    text = f"{subject}\n{body}"
    named = [named_client(subject, body), *named_employers(text, language), *named_in_subject(subject)]
    return next((name for name in named if name and not _agree(name, own)), "")


def _employer(side: _Side, message: Message, body: str, language: str) -> str:
    if side.owns_domain:
        return _own_name(side, message, body)
    signed = f"{body}\n{message.signature}"
    if is_freemail(side.address.domain) and (name := named_in_local(side.address.local, signed)):
        return name
    in_subject = [*named_employers(message.subject, language), *named_in_subject(message.subject)]
    named = [*in_subject, *named_employers(body, language)]
    own = side.display[0] if side.display else ""
    if side.tenant:
        return _of_tenant(side, named, message, body)
    if own and platform_of(side.address):
        return max((name for name in (*named, own) if _agree(name, own)), key=len)
    if platform_of(side.address):
        by_person = side.address.local in _RELAYS
        through = named_through_platform(message.subject, body, by_person=by_person)
        writer = frozenset(_BETWEEN.split(side.address.name)[0].split()) if by_person else frozenset()
        named = [name for name in (*named, *through) if not writer.issuperset(name.split())]
    if message.sender_kind is SenderKind.SCHEDULER and not named:
        headings = (message.subject, *(event.summary for event in message.calendar))
        named = [name for heading in headings if (name := named_beside_title(heading))]
    return next(iter(named), "") or own or signed_employer(signed)


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
