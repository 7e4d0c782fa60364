"""Short ways to write down stored mails, for tests of placement and progress."""

from dataclasses import replace
from datetime import UTC, datetime

from store.records import Address, Message, Reading, StoredMessage, Verdict
from store.vocabulary import MESSAGE_TAGS, Direction, RejectionReason, Tag

OWN = "sam@home.example"


def verdict(tag: Tag, *, unsure: bool = False) -> Verdict:
    """A certain verdict."""
    shares = tuple(float(each is tag) for each in MESSAGE_TAGS)
    return Verdict(tag, shares, unsure, ("because",), "test", deciding="The deciding sentence.")


def received(
    number: int,
    when: str,
    tag: Tag,
    company: str = "",
    role: str = "",
    *,
    sender: str = "jobs@brightmoor.example",
    answers: str = "",
    text: str = "Hello",
    automatic: bool = True,
    **reading: object,
) -> StoredMessage:
    """A mail that came in."""
    read = Reading(verdict(tag), company=company, role=role, automatic=automatic)
    if tag is Tag.REJECTION:
        read = replace(read, rejection_reason=RejectionReason.NOT_STATED)
    message = _message(number, when, Address("", sender), (Address("", OWN),), answers, text)
    return StoredMessage(number, message, Direction.RECEIVED, "home", replace(read, **reading))  # type: ignore[arg-type]


def sent(
    number: int, when: str, to: str, text: str, *, company: str = "", role: str = "", wants: str = "", answers: str = ""
) -> StoredMessage:
    """A mail of the person's own."""
    read = Reading(verdict(Tag.OTHER), company=company, role=role, wants=wants)
    message = _message(number, when, Address("Sam", OWN), (Address("", to),), answers, text)
    return StoredMessage(number, message, Direction.SENT, "home", read)


def _message(number: int, when: str, sender: Address, to: tuple[Address, ...], answers: str, text: str) -> Message:
    parents = (answers,) if answers else ()
    return Message(
        identity=f"identity-{number:04}",
        message_id=f"<{number}@mail.example>",
        in_reply_to=parents,
        references=parents,
        sender=sender,
        reply_to=(),
        to=to,
        cc=(),
        subject="Your application",
        date=datetime.fromisoformat(when if " " in when else f"{when} 10:00").replace(tzinfo=UTC),
        text=text,
    )


def threads(*mails: StoredMessage) -> dict[int, int]:
    """Thread keys as the store makes them: mails linked by their references share one."""
    key: dict[int, int] = {}
    by_id = {mail.message.message_id: mail.id for mail in mails}
    for mail in sorted(mails, key=lambda each: each.id):
        parents = [key[by_id[ref]] for ref in mail.message.references if ref in by_id and by_id[ref] in key]
        key[mail.id] = parents[0] if parents else mail.id
    return key
