"""Who is behind an address: a person, a mailbox that is read, or a machine (``domain.md`` §2.2, §4.1, §4.3)."""

import re

from ingest.senders import is_no_reply, registered_domain, sender_kind
from respond.register import name_of
from store.records import Address, Message, StoredMessage
from store.vocabulary import Direction, SenderKind

_LINKEDIN = "linkedin.com"
_INDEED_RELAY = "indeedemail.com"
"""Indeed passes mail between candidate and employer through addresses made for the two (``domain.md`` §4.1)."""
_UNMONITORED = re.compile(
    r"(mailbox|inbox|address|account|e-?mail)\b[^.\n]{0,40}\b(is not|isn't|are not|not being) (monitored|read|checked)|"
    r"unmonitored|do not (reply|respond) to this|don't reply to this|cannot receive replies|"
    r"(please )?do not (reply|respond) directly|replies (to this|are not)[^.\n]{0,40}(not|read|monitored)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[0-9a-f]{6,}|\d{4,}|[+=]", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def is_from_person(stored: StoredMessage) -> bool:
    """Whether a human wrote this mail: not a machine, a list, a scheduler, a job board's relay or a team mailbox."""
    message = stored.message
    if stored.direction is not Direction.RECEIVED or stored.reading.automatic or is_automatic(message):
        return False
    if is_list(message) or is_no_reply(message.sender):
        return False
    match message.sender_kind:
        case SenderKind.PERSON | SenderKind.FREEMAIL:
            return True
        case SenderKind.COMPANY | SenderKind.TRACKING_SYSTEM:
            return is_named(message.sender, stored.reading.company)
        case _:
            return False


def is_relay(address: Address) -> bool:
    """Whether the address was made for one candidate at a known platform; it counts as a person (rule N)."""
    if is_no_reply(address) or _is_linkedin(address):
        return False
    if registered_domain(address.domain) == _INDEED_RELAY:
        return True
    return sender_kind(address) is SenderKind.TRACKING_SYSTEM and bool(_TOKEN.search(address.local))


def why_unreachable(address: Address) -> str | None:
    """Why nobody would read an answer sent to this address, or None."""
    if is_no_reply(address):
        return "The sender is a no-reply address; nobody would read an answer."
    if _is_linkedin(address):
        return "The mail is a LinkedIn relay; answer on LinkedIn."
    match sender_kind(address):
        case SenderKind.SCHEDULER:
            return "The mail comes from a scheduling service; act on its link instead."
        case SenderKind.TEST_PLATFORM:
            return "The mail comes from a test platform; act on its link instead."
        case SenderKind.JOB_BOARD if not is_relay(address):
            return "The mail comes from a job board; an answer would not reach the employer."
        case _:
            return None


def is_list(message: Message) -> bool:
    """RFC 2919 List-Id, or Precedence list and bulk. List-Unsubscribe alone proves nothing (``domain.md`` §4.3)."""
    return bool(message.marks.list_id) or message.marks.precedence.lower() in ("bulk", "list", "junk")


def is_automatic(message: Message) -> bool:
    """RFC 3834 §5: anything but "no" in Auto-Submitted; and the older marks of answering machines."""
    return message.marks.auto_submitted.lower() not in ("", "no") or bool(message.marks.auto_reply)


def says_unmonitored(message: Message) -> bool:
    return not message.reply_to and bool(_UNMONITORED.search(f"{message.text}\n{message.footer}"))


def _is_linkedin(address: Address) -> bool:
    return registered_domain(address.domain) == _LINKEDIN


def is_named(address: Address, company: str) -> bool:
    """Whether an address belongs to the person its display name gives: a word of the name stands in the local part."""
    name = name_of(address, company)
    if name is None:
        return False
    local = address.local.casefold()
    return any(part.casefold() in local for part in _LETTERS.findall(name.full))
