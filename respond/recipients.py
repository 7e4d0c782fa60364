"""To whom a reply goes, or why to nobody (``domain.md`` §2.1, §2.2, §4.3; ``silence.md`` rules C and N).

The mail that asks for an answer is tried first, by its Reply-To; where it cannot be answered, the most recent person
of this application; where nobody is known, nobody.
"""

import re
from dataclasses import dataclass, replace

from ingest.senders import is_no_reply, registered_domain, sender_kind
from respond.humans import (
    is_automatic,
    is_from_person,
    is_list,
    is_named,
    is_relay,
    says_unmonitored,
    why_unreachable,
)
from respond.register import name_of
from store.records import Address, StoredMessage
from store.vocabulary import Direction, DraftKind, SenderKind, Tag

_TO_A_MAILBOX_TOO = frozenset(
    {
        DraftKind.FOLLOW_UP_APPLICATION,
        DraftKind.FINAL_FOLLOW_UP,
        DraftKind.FOLLOW_UP_INTERVIEW,
        DraftKind.WITHDRAWAL,
    }
)
"""What also goes to a mailbox of the employer where no person is known."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to write to, the mail this answers (None: a new mail to a person known otherwise), and why."""

    address: Address
    answers: StoredMessage | None
    why: str


@dataclass(frozen=True, slots=True)
class NoRecipient:
    """Why there is nobody to write to; ``suspicious`` where the mail itself is the reason to be careful."""

    reason: str
    suspicious: bool = False


def recipient_for(
    kind: DraftKind,
    messages: tuple[StoredMessage, ...],
    own_addresses: frozenset[str],
    asked: StoredMessage | None = None,
) -> Recipient | NoRecipient:
    """The one recipient of a reply of this kind within an application, or the reason why there is none.

    ``asked`` is the mail it answers, where that is known better than by its tag.
    """
    newest_first = sorted(messages, key=lambda stored: (stored.message.date, stored.id), reverse=True)
    received = [
        stored
        for stored in newest_first
        if stored.direction is Direction.RECEIVED and stored.message.sender.address not in own_addresses
    ]
    asked = asked or answered_mail(kind, tuple(received))
    refusal: NoRecipient | None = None
    if asked is not None:
        direct = _answerable(asked, received, own_addresses)
        if isinstance(direct, Recipient):
            return direct
        if direct.suspicious:
            return direct
        refusal = direct
    person = _most_recent_person(received, own_addresses)
    if person is not None:
        return person
    if kind in _TO_A_MAILBOX_TOO:
        mailbox = _mailbox_written_to(newest_first, own_addresses) or _readable_mailbox(received, own_addresses)
        if mailbox is not None:
            return mailbox
    return refusal or NoRecipient("Nobody of this application is known by mail.")


def answered_mail(kind: DraftKind, received_newest_first: tuple[StoredMessage, ...]) -> StoredMessage | None:
    """The mail a reply of this kind answers: the invitation, the rejection; chases answer whoever wrote last."""
    match kind:
        case DraftKind.INVITATION_REPLY | DraftKind.OTHER_TIMES | DraftKind.DECLINE_INVITATION:
            wanted = Tag.INVITATION
        case DraftKind.STAY_CONNECTED:
            wanted = Tag.REJECTION
        case DraftKind.OFFER_REPLY:
            wanted = Tag.OFFER
        case DraftKind.ASSESSMENT_REPLY:
            wanted = Tag.ASSESSMENT
        case DraftKind.OUTREACH_INTERESTED | DraftKind.OUTREACH_LATER:
            wanted = Tag.OUTREACH
        case _:
            return None
    for stored in received_newest_first:
        if stored.reading.verdict.tag is wanted:
            return stored
    return None


def _answerable(stored: StoredMessage, received: list[StoredMessage], own: frozenset[str]) -> Recipient | NoRecipient:
    """The recipient of a direct answer to one mail, by its Reply-To, or why there is none."""
    message = stored.message
    reply_to = next((one for one in message.reply_to if one.address and one.address not in own), None)
    if reply_to is not None and reply_to.address != message.sender.address:
        return _by_reply_to(stored, reply_to, received)
    if message.marks.auto_reply or message.marks.auto_submitted.lower().startswith("auto-replied"):
        return NoRecipient("The mail is an automatic reply; nobody wrote it.")
    refusal = why_unreachable(message.sender)
    if refusal is None and is_list(message):
        refusal = "The mail came from a list; an answer would not reach a person."
    if refusal is None and says_unmonitored(message):
        refusal = "The mail says that nobody reads its mailbox."
    if refusal is None and not is_from_person(stored):
        refusal = _why_no_mailbox(stored)
    if refusal is not None:
        return NoRecipient(refusal)
    if is_from_person(stored):
        return Recipient(message.sender, stored, "It answers the person who wrote.")
    return Recipient(message.sender, stored, "It answers a mailbox of the employer that people read.")


def _by_reply_to(stored: StoredMessage, reply_to: Address, received: list[StoredMessage]) -> Recipient | NoRecipient:
    named = reply_to if reply_to.name else replace(reply_to, name=_name_for(reply_to, stored))
    if is_relay(reply_to):
        return Recipient(named, stored, "Its Reply-To leads to you-and-them alone, at a platform that passes mail on.")
    refusal = why_unreachable(reply_to)
    if refusal is not None:
        return NoRecipient(refusal)
    if is_list(stored.message):
        return NoRecipient("The mail came from a list; an answer would not reach a person.")
    if _same_organisation(reply_to, stored, received):
        return Recipient(named, stored, "Its Reply-To asks for answers there, at the same organisation.")
    if is_from_person(stored) and sender_kind(stored.message.sender) is not SenderKind.FREEMAIL:
        return Recipient(
            stored.message.sender,
            stored,
            f"Its Reply-To leads elsewhere, to {reply_to.domain}, so this answers the address it came from.",
        )
    return NoRecipient(
        f"Its Reply-To leads elsewhere, to {reply_to.domain}, which may be a sign of a scam: look before you answer.",
        suspicious=True,
    )


def _same_organisation(reply_to: Address, stored: StoredMessage, received: list[StoredMessage]) -> bool:
    """Same registered domain as the sender, or as a person who wrote in this application, or named like the employer.

    The latter two are for mail that a hiring platform or an agency sends on an employer's behalf; a freemail domain
    never counts.
    """
    domain = registered_domain(reply_to.domain)
    if not domain or sender_kind(reply_to) is SenderKind.FREEMAIL:
        return domain != "" and reply_to.address == stored.message.sender.address
    if domain == registered_domain(stored.message.sender.domain):
        return True
    known = {registered_domain(one.message.sender.domain) for one in received if is_from_person(one)}
    return domain in known or _is_named_like(domain, stored.reading.company)


def _is_named_like(domain: str, company: str) -> bool:
    """Whether "northwind-textiles.example" is the name of "Northwind Textiles Ltd": whole words, from the first on."""
    label = re.sub(r"[^a-z0-9]", "", domain.partition(".")[0].lower())
    words = re.findall(r"[a-z0-9]+", company.lower())
    names = {"".join(words[:count]) for count in range(1, len(words) + 1)}
    return len(label) >= 3 and label in names


def _most_recent_person(received: list[StoredMessage], own: frozenset[str]) -> Recipient | None:
    """The human who wrote last; a per-candidate relay and a named organiser of a meeting count as one."""
    for stored in received:
        reply_to = next((one for one in stored.message.reply_to if one.address and one.address not in own), None)
        if is_from_person(stored) or (reply_to is not None and _leads_to_person(reply_to, stored)):
            found = _answerable(stored, received, own)
            if isinstance(found, Recipient):
                return replace(found, why="It goes to the person of this application who wrote last.")
    for stored in received:
        for event in stored.message.calendar:
            organizer = event.organizer
            if organizer.address not in own and _is_reachable_organizer(organizer, stored):
                return Recipient(organizer, None, "It goes to the person who called the meeting.")
    return None


def _leads_to_person(reply_to: Address, stored: StoredMessage) -> bool:
    """Whether a Reply-To is made for this candidate, or is the mailbox of the person a platform writes for (rule N)."""
    if is_relay(reply_to):
        return True
    writer = Address(stored.message.sender.name, reply_to.address)
    return not stored.reading.automatic and sender_kind(writer) is SenderKind.PERSON


def _is_reachable_organizer(organizer: Address, stored: StoredMessage) -> bool:
    if not organizer.address or is_no_reply(organizer) or not is_named(organizer, stored.reading.company):
        return False
    return sender_kind(organizer) in (SenderKind.PERSON, SenderKind.COMPANY)


def _mailbox_written_to(newest_first: list[StoredMessage], own: frozenset[str]) -> Recipient | None:
    """The address the person wrote to themselves, when they applied by mail."""
    for stored in newest_first:
        if stored.direction is not Direction.SENT:
            continue
        for address in stored.message.to:
            if address.address and address.address not in own and why_unreachable(address) is None:
                return Recipient(address, stored, "It goes to the address you wrote to yourself.")
    return None


def _readable_mailbox(received: list[StoredMessage], own: frozenset[str]) -> Recipient | None:
    for stored in received:
        if is_automatic(stored.message) or stored.message.sender_kind is not SenderKind.COMPANY:
            continue
        if stored.reading.verdict.tag is Tag.OTHER:
            continue
        waved = replace(stored, reading=replace(stored.reading, automatic=False))
        found = _answerable(waved, received, own)
        if isinstance(found, Recipient):
            return Recipient(found.address, stored, "It goes to the mailbox the employer wrote from.")
    return None


def _why_no_mailbox(stored: StoredMessage) -> str | None:
    """Why a mail that no human signed cannot be answered; an employer's own mailbox is read by people (rule C)."""
    sender = stored.message.sender
    if stored.reading.automatic or is_automatic(stored.message):
        return "The mail was written by a machine; nobody would read an answer."
    if stored.message.sender_kind is SenderKind.TRACKING_SYSTEM and not is_relay(sender):
        return "The mail comes from a hiring platform's own address; nobody would read an answer."
    return None


def _name_for(reply_to: Address, stored: StoredMessage) -> str:
    """The sender's name for a Reply-To without one, where a person wrote."""
    return stored.message.sender.name if name_of(stored.message.sender, stored.reading.company) else ""
