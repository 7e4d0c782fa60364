"""A short way to write down a mail as it arrives, for the tests of what is read out of it."""

from dataclasses import replace
from datetime import UTC, datetime

from ingest.senders import sender_kind
from store.records import Address, CalendarEvent, Marks, Message

SENT = datetime(2024, 3, 6, 9, 0, tzinfo=UTC)
"""A Wednesday."""


def arrived(
    text: str = "",
    *,
    subject: str = "",
    name: str = "",
    address: str = "",
    to: str = "",
    to_name: str = "",
    marks: Marks | None = None,
    calendar: tuple[CalendarEvent, ...] = (),
    **more: object,
) -> Message:
    """A mail of 6 March 2024, nine o'clock UTC."""
    sender = Address(name, address)
    message = Message(
        identity="identity",
        message_id="<1@mail.example>",
        in_reply_to=(),
        references=(),
        sender=sender,
        reply_to=(),
        to=(Address(to_name, to),) if to else (),
        cc=(),
        subject=subject,
        date=SENT,
        text=text,
        marks=marks or Marks(),
        calendar=calendar,
        sender_kind=sender_kind(sender),
    )
    return replace(message, **more)  # type: ignore[arg-type]
