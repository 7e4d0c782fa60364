"""An application as its mails describe it: what each mail adds, and whether it speaks of the same employer."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from classify.country import Place, Sign, place_of, settled
from classify.employer_slugs import flattened, relates, slug_of
from classify.jobtalk import is_bulk, may_mean_a_job
from classify.names import company_key, same_role
from classify.role import without_employer
from ingest.senders import is_freemail, platform_of
from store.records import Message, Reading, StoredMessage
from store.vocabulary import Direction

QUIET_FOR_GOOD = timedelta(days=150)
"""A receipt for the same role after that long belongs to a new application (our assumption)."""


@dataclass(slots=True)
class Group:
    """An application as the mails describe it. ``id`` is None until the store has given it one."""

    id: int | None = None
    by_hand: bool = False
    company: str = ""
    agency: str = ""
    role: str = ""
    requisitions: set[str] = field(default_factory=set)
    calendar_uids: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    closed: bool = False
    last: datetime | None = None
    members: list[int] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    """Where the employer sits."""
    is_guess: bool = False
    """Whether the employer's name was only put together from an address so far."""

    @property
    def key(self) -> str:
        """The employer's key; the agency's where the employer is unnamed."""
        return company_key(self.company or self.agency)


def is_over(group: Group, stored: StoredMessage) -> bool:
    """Whether a new receipt or application cannot mean this one any more: it was closed, or has long been quiet."""
    if group.by_hand:
        return False
    return group.closed or (group.last is not None and stored.message.date - group.last > QUIET_FOR_GOOD)


def is_evidence(stored: StoredMessage) -> bool:
    """Whether a mail shows by itself that it is about a job: it names one, or comes with words or from a sender of
    that trade; of what goes to many only a named job counts."""
    if stored.reading.role or stored.reading.requisitions:
        return True
    return not is_bulk(stored.message) and may_mean_a_job(stored.message)


def _is_guess(stored: StoredMessage) -> bool:
    """Whether the mail nowhere writes the employer's name, so that it was put together from an address."""
    mail = stored.message
    written = " ".join(f"{mail.sender.name} {mail.subject} {mail.text} {mail.signature} {mail.footer}".split())
    return stored.reading.company not in written


def is_same_employer(stored: StoredMessage, group: Group) -> bool:
    """Whether a mail of a conversation speaks of that conversation's employer, or names none."""
    key = company_key(stored.reading.company)
    # The agency that writes may be named in one mail and its client in the next.
    return (
        not key
        or not group.company
        or key in (company_key(group.company), company_key(group.agency))
        or _is_same_inside_thread(stored, group)
    )


def employer_keys_of_recipient(message: Message, reading: Reading) -> frozenset[str]:
    """The keys of the employer the person wrote to: its name as written, and its own domain to the letter."""
    reached = (*message.to, *message.cc)
    own = (each for each in reached if each.domain and not platform_of(each) and not is_freemail(each.domain))
    return frozenset((company_key(reading.company), *(company_key(slug_of(each)) for each in own))) - {""}


def _is_same_inside_thread(stored: StoredMessage, group: Group) -> bool:
    """Whether two names in one conversation mean one employer: one is only a guess and nothing speaks against it, or
    one begins as the other does ("Petal & Grove", "Petal & Grove Garden Centres") and the mails come from one domain.
    """
    reading = stored.reading
    at_home = stored.message.sender.domain in {address.rpartition("@")[2] for address in group.addresses}
    if _is_writers_own(stored) and group.company in f"{stored.message.subject}\n{stored.message.text}":
        return True
    if _is_guess(stored):
        return at_home or relates(group.company, flattened(reading.company))
    if group.is_guess:
        same_job = not reading.role or not group.role or same_role(reading.role, group.role)
        return (at_home and same_job) or relates(reading.company, flattened(group.company))
    return at_home and _begins(reading.company, group.company)


def _is_writers_own(stored: StoredMessage) -> bool:
    """Whether what was read as the employer is the name of the person a hiring platform writes for."""
    sender = stored.message.sender
    return bool(platform_of(sender)) and company_key(sender.name) == company_key(stored.reading.company)


def _begins(one: str, other: str) -> bool:
    """Whether the words of one name are the first words of the other."""
    first, second = one.casefold().split(), other.casefold().split()
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def learn(group: Group, stored: StoredMessage) -> None:
    """The first mail that names employer, agency or role settles it, a written name before one guessed from an
    address; a fuller name or title replaces a shorter one."""
    reading = _apart_from_agency(group, stored.reading)
    if reading.company and not _is_guess(stored):
        fuller = len(reading.company) > len(group.company) and _begins(reading.company, group.company)
        if not group.company or group.is_guess or fuller:
            group.company, group.is_guess = reading.company, False
    elif reading.company and not group.company:
        group.company, group.is_guess = reading.company, True
    group.role = without_employer(group.role, group.company)
    if stored.direction is Direction.SENT and group.role:
        return
    group.agency = group.agency or reading.agency
    role = without_employer(without_employer(reading.role, group.company), group.agency)
    if not group.role or (same_role(group.role, role) and len(role) > len(group.role)):
        group.role = role or group.role


def locate(group: Group, stored: StoredMessage) -> None:
    """Takes in where a mail says the employer sits; an agency may well sit elsewhere than its client."""
    told = place_of(stored.message, stored.direction)
    if stored.reading.agency and told.sign is not Sign.WORKPLACE:
        told = Place(told.code, min(told.sign, Sign.ADDRESS))
    group.place = settled(group.place, told)


def _apart_from_agency(group: Group, reading: Reading) -> Reading:
    """The reading without the agency in the employer's place; a client named later takes the place it has there."""
    agency, company = company_key(group.agency or reading.agency), company_key(reading.company)
    if not agency:
        return reading
    if company == agency:
        return replace(reading, company="")
    if company and company_key(group.company) == agency:
        group.company, group.is_guess = "", False
    return reading
