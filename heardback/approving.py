"""Approving a draft: when it goes out, what is worth knowing first, and who else there is written to that day.

The page and the terminal approve by ``approve`` alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from heardback.fitting import may_go_from
from ingest.senders import is_freemail, platform_of, registered_domain
from respond.approvable import APPROVABLE
from respond.departures import Departure
from respond.humans import is_from_person
from respond.promised import promises_attachment
from store.database import Transaction
from store.errors import UserError
from store.noted import Draft
from store.records import Address, StoredMessage
from store.vocabulary import Direction, DraftState

if TYPE_CHECKING:
    from heardback.wiring import House


class SameDay(UserError):  # noqa: N818 - named for what it says
    """Somebody else at this employer has been or will be written to on the same day; nothing was approved.

    ``words`` says so without the command by which the terminal approves all the same.
    """

    def __init__(self, words: str, number: int) -> None:
        super().__init__(f"{words} To approve it all the same: 'heardback review approve {number} --anyway'.")
        self.words = words


@dataclass(frozen=True, slots=True)
class Approval:
    """When an approved draft goes out (aware UTC), and what the person should know about that, a sentence each."""

    goes_out: datetime
    notices: tuple[str, ...]


def approve(house: "House", number: int, *, anyway: bool = False) -> Approval:
    """Approves a draft.

    Raises:
        SameDay: it would be the second mail to this employer's people that day; ``anyway`` says that it may be.
        UserError: the draft no longer waits or fits, has gaps, or can only be sent by hand.
    """
    draft = _existing(house, number)
    if draft.state in APPROVABLE and not house.outbox_fits(draft):
        raise UserError(
            f"Draft {number} no longer fits: something has happened in this conversation since. "
            f"Look at 'heardback applications {draft.application_id}'."
        )
    planned = outgoing(house, also=draft)
    if not anyway and (other := same_day_mail(house, draft, planned)):
        raise SameDay(other, number)
    house.outbox.approve(number)
    departure = planned[number]
    return Approval(departure.at, tuple(_notices(house, draft, departure)))


def outgoing(house: "House", also: Draft | None = None) -> dict[int, Departure]:
    """When each approved draft goes out, by its number, and ``also`` one that may be approved now."""
    database, outlook = house.database, house.outlook
    return house.outbox.going_out(lambda draft, moment: may_go_from(draft, database, outlook, moment), also)


def waiting_words(house: "House", draft: Draft, departure: Departure) -> str:
    """When an approved draft goes out, and why it waits that long where it does."""
    if not house.posting.sender_of(draft.account):
        return f"approved; accounts.{draft.account} has no smtp_host to send it by"
    when = f"goes out after {moment_words(house, departure.at)}"
    if departure.is_full:
        return f"{when}, because {house.settings.replies.most_per_day} is the most for one day"
    return f"{when}, on the next business day there" if departure.rests else when


def moment_words(house: "House", moment: datetime) -> str:
    """A moment as the person reads it: "14:02", or with its day where that is another than today."""
    local = moment.astimezone(house.zone)
    today = house.clock.now().astimezone(house.zone).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%A} {local.day} {local:%B, %H:%M}"


def same_day_mail(house: "House", draft: Draft, planned: dict[int, Departure]) -> str:
    """The other mail to this employer's people on the day the draft would go out, in words; or an empty string."""
    day = planned[draft.id].at.astimezone(house.zone).date()
    with house.database.reading() as transaction:
        near = _Employer.of(transaction, draft)
        for other, at in _drafts_of_day(house, transaction, planned, day):
            if other.id != draft.id and near.has_another(other.to, other.application_id):
                goes = "goes" if other.state is DraftState.APPROVED else "went"
                return _words(house, draft, f"Draft {other.id} {goes} to", other.to, at)
        for stored in _own_mail_of_day(house, transaction, day):
            for address in (*stored.message.to, *stored.message.cc):
                if near.has_another(address, stored.application_id) and address.address not in house.own_addresses:
                    return _words(house, draft, "You wrote to", address, stored.message.date)
    return ""


@dataclass(frozen=True, slots=True)
class _Employer:
    """Who counts as being at the employer a draft goes to."""

    to: Address
    applications: frozenset[int]
    domain: str

    @classmethod
    def of(cls, transaction: Transaction, draft: Draft) -> "_Employer":
        applications: frozenset[int] = frozenset()
        if draft.application_id is not None:
            there = transaction.applications.get(draft.application_id)
            named = there is not None and bool(there.company or there.agency)
            at_company = transaction.applications.at_company_of(draft.application_id) if named else ()
            applications = frozenset({draft.application_id, *(each.id for each in at_company)})
        return cls(draft.to, applications, _own_domain(draft.to))

    def has_another(self, address: Address, application: int | None) -> bool:
        """Whether an address, written to within this application, is another person's at this employer."""
        if not address.address or address.address == self.to.address:
            return False
        return application in self.applications or (bool(self.domain) and _own_domain(address) == self.domain)


def _own_domain(address: Address) -> str:
    """The employer's registered domain; empty for freemail and hiring platforms, which many employers share."""
    if is_freemail(address.domain) or platform_of(address):
        return ""
    return registered_domain(address.domain)


def _drafts_of_day(
    house: "House", transaction: Transaction, planned: dict[int, Departure], day: date
) -> Iterator[tuple[Draft, datetime]]:
    """The drafts that go out on that day, went out on it, or may have."""
    states = (DraftState.APPROVED, DraftState.SENDING, DraftState.SENT, DraftState.UNKNOWN)
    for other in transaction.drafts.in_state(*states):
        at = planned[other.id].at if other.state is DraftState.APPROVED else other.sent or other.changed
        if at.astimezone(house.zone).date() == day:
            yield other, at


def _own_mail_of_day(house: "House", transaction: Transaction, day: date) -> Iterator[StoredMessage]:
    start = datetime(day.year, day.month, day.day, tzinfo=house.zone)
    end = start.replace(hour=23, minute=59, second=59, microsecond=999_999)
    for stored in transaction.mail.between(start, end):
        if stored.direction is Direction.SENT and transaction.drafts.by_message_id(stored.message.message_id) is None:
            yield stored


def _words(house: "House", draft: Draft, what: str, other: Address, at: datetime) -> str:
    return (
        f"{what} {other.name or other.address}, at the same employer, on the same day ({moment_words(house, at)}), so "
        f"draft {draft.id} was not approved: one mail a day to a team reads better."
    )


def _notices(house: "House", draft: Draft, departure: Departure) -> Iterator[str]:
    """What is worth knowing before the undo window is over."""
    if not house.posting.sender_of(draft.account):
        yield (
            f"The account {draft.account} has no smtp_host, so heardback cannot send it: set "
            f"accounts.{draft.account}.smtp_host, or send it from your Drafts folder."
        )
    if departure.is_full:
        yield (
            f"{house.settings.replies.most_per_day} is the most for one day (replies.most_per_day), so it waits until "
            f"{moment_words(house, departure.at)}."
        )
    elif departure.rests:
        yield f"It waits until {moment_words(house, departure.at)}, the next business day there."
    if promise := promises_attachment(draft.body):
        yield f"It says “{promise}”, and heardback attaches nothing: send it from your mail program with the file."
    if last := _who_wrote_last(house, draft):
        yield f"{last.name or last.address} wrote to you last; this goes to {draft.to.name or draft.to.address}."


def _who_wrote_last(house: "House", draft: Draft) -> Address | None:
    """The person of this application who wrote last, where that is somebody else than the draft goes to."""
    if draft.application_id is None:
        return None
    with house.database.reading() as transaction:
        mails = transaction.mail.of_application(draft.application_id)
    for stored in reversed(mails):
        if is_from_person(stored) and stored.message.sender.address not in house.own_addresses:
            answers_go_to = {each.address for each in (stored.message.sender, *stored.message.reply_to)}
            return None if draft.to.address in answers_go_to else stored.message.sender
    return None


def _existing(house: "House", number: int) -> Draft:
    with house.database.reading() as transaction:
        draft = transaction.drafts.get(number)
    if draft is None:
        raise UserError(f"There is no draft {number}: 'heardback review list' shows those that wait.")
    return draft
