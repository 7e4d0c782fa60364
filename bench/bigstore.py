"""Long invented job searches, put straight into a store: thousands of applications, their mail, and ordinary mail."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice

from classify.names import company_key
from classify.progress import events_of
from heardback.intake import ties_of
from ingest.senders import sender_kind
from store.database import Database, Transaction
from store.records import Address, Application, Interview, Message, Promise, Reading, StoredMessage, Verdict
from store.vocabulary import MESSAGE_TAGS, Direction, RejectionReason, Tag

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
"""The moment the search is looked at; the mail before it goes back five years."""
ME = Address("Sam Reed", "sam@home.example")
MAILS_EACH = 10
"""Mails for each application, those that belong to none included."""
_YEARS = timedelta(days=5 * 365)
_BATCH = 500
_FIRST = "Alder Birch Calder Dunmore Elmet Fennel Garnet Hollin Ivel Juniper Kestrel Larch Marlow Nettle Osier".split()
_SECOND = "Bay Croft Dale Ferry Gate Haven Ings Lane Mead Nook Oak Point Quay Ridge Stead Thorpe Vale Wick".split()
_TRADE = "Textiles Logistics Optics Bakery Press Energy Health Analytics Foods Systems Robotics Travel Labs".split()
_LEVEL = ("", "Junior ", "Senior ", "Lead ", "Principal ")
_FIELD = "Data Support Finance Product Quality Research Supply Marketing Network Payroll".split()
_JOB = "Analyst Engineer Planner Manager Writer Designer Specialist Coordinator".split()
_GIVEN = "Ada Ben Cleo Dana Eli Fay Gus Hana Ivo Jun Kai Lena Milo Nora Omar Priya Quin Rosa Sven Tess".split()
_FAMILY = "Abbot Brandt Cole Doyle Ewing Frost Grant Hobbs Irwin Joyce Kerr Lowe Moran Nash Okoro Pike".split()
_WORDS = (
    "thank you for the time you took the team looks at every application with care and will come back to you about the "
    "role the work sits between several departments and needs somebody who likes detail people and numbers alike our "
    "office is near the river with a garden and the week begins with a short meeting about what went well"
).split()


@dataclass(frozen=True, slots=True)
class Size:
    """How much lies in a store: applications, and mails in all."""

    applications: int
    mails: int


@dataclass(frozen=True, slots=True)
class Employer:
    """Who is applied to, through whom, and who writes."""

    company: str
    agency: str
    person: Address
    robot: Address


NOTHING = Size(0, 0)


def fill(database: Database, size: Size, seed: int = 7, held: Size = NOTHING) -> None:
    """Puts the searches into a store, through its ledgers, a few hundred applications a transaction.

    ``held`` is what a fill before this one has put there, and ``size`` what it holds in all afterwards.
    """
    chance = random.Random(seed + held.applications)
    employers = _employers(size.applications - held.applications, chance, held.applications)
    jobs = ((number, chance.choice(employers)) for number in range(held.applications, size.applications))
    written = held.mails
    while batch := tuple(islice(jobs, _BATCH)):
        with database.transaction() as transaction:
            for number, employer in batch:
                begun = NOW - timedelta(days=1) - chance.random() * _YEARS
                written += _apply(transaction, number, employer, chance, begun, NOW)
    for start in range(written, size.mails, _BATCH * MAILS_EACH):
        with database.transaction() as transaction:
            for number in range(start, min(size.mails, start + _BATCH * MAILS_EACH)):
                mail = ordinary_mail(number, NOW - chance.random() * _YEARS, chance)
                put(transaction, mail, Reading(verdict(Tag.OTHER), automatic=True), Direction.RECEIVED)


def fill_at(transaction: Transaction, applications: int, end: datetime, span: timedelta, seed: int) -> None:
    """A search with all its mail until some weeks after ``end``, begun within ``span`` before; in one transaction."""
    chance = random.Random(seed)
    employers = _employers(applications, chance)
    for number in range(applications):
        _apply(transaction, number, chance.choice(employers), chance, end - chance.random() * span, end + 2 * span)


def put(transaction: Transaction, mail: Message, reading: Reading, direction: Direction) -> int:
    """One mail into the store, as an intake would put it; returns its number."""
    ties = ties_of(mail, reading, direction)
    number, _ = transaction.mail.add(mail, reading, direction=direction, account="home", ties=ties, at=mail.date)
    return number


def ordinary_mail(number: int, date: datetime, chance: random.Random) -> Message:
    """A newsletter that belongs to no application."""
    sender = Address("The Weekly Basket", f"news@shop{number % 40}.example")
    return _mail(f"ordinary-{number}", sender, ME, f"This week's offers {number}", date, _prose(chance, 150))


def new_mails(seed: int, moment: datetime) -> tuple[Message, ...]:
    """Ten mails as a morning brings them: four for applications that run, two for new ones, four for none."""
    chance = random.Random(seed)
    employer = _employers(40, random.Random(seed + 1))
    mails = [ordinary_mail(10_000_000 + seed * 10 + number, moment, chance) for number in range(4)]
    for number in range(6):
        at, role = employer[number], _role(chance)
        first_name = at.person.name.split()[0]
        body = (
            f"Hi Sam,\n\nthank you for applying for the position of {role} at {at.company}. "
            f"We would like to invite you to an interview; which times suit you?\n\nBest wishes,\n{first_name}"
            if number % 2
            else f"Dear Sam,\n\nthank you for your application for the position of {role} at {at.company}. "
            "We have received it and will come back to you.\n\nBest regards"
        )
        sender = at.person if number % 2 else at.robot
        mails.append(_mail(f"new-{seed}-{number}", sender, ME, f"Your application: {role}", moment, body))
    return tuple(mails)


def _employers(applications: int, chance: random.Random, first: int = 0) -> list[Employer]:
    """Seven for every ten applications; one in eight is reached through one of a few agencies.

    No name stands among those that were made for applications before the ``first``.
    """
    agencies = [f"{chance.choice(_FIRST)}{chance.choice(_SECOND).lower()} Recruitment {n}" for n in range(60)]
    recruiters = {agency: _person(chance, _domain(agency)) for agency in agencies}
    employers = []
    for number in range(first, first + max(10, applications * 7 // 10)):
        company = f"{chance.choice(_FIRST)}{chance.choice(_SECOND).lower()} {chance.choice(_TRADE)} {_code(number)}"
        agency = chance.choice(agencies) if number % 8 == 0 else ""
        person = recruiters[agency] if agency else _person(chance, _domain(company))
        robot = Address(company, f"no-reply@{_domain(company)}")
        employers.append(Employer(company, agency, person, robot))
    return employers


def _apply(
    transaction: Transaction, number: int, employer: Employer, chance: random.Random, begun: datetime, until: datetime
) -> int:
    """One application with all its mail up to a moment; returns how many mails those are."""
    role = _role(chance)
    application = transaction.applications.add(
        employer.company, company_key(employer.company), role, agency=employer.agency
    )
    transaction.applications.describe(
        Application(application, employer.company, role, employer.agency), company_key(employer.company)
    )
    stored: list[StoredMessage] = []
    for mail, reading, direction in _course(number, employer, role, chance, begun):
        if mail.date > until:
            break
        place = put(transaction, mail, reading, direction)
        transaction.mail.place(place, application)
        stored.append(StoredMessage(place, mail, direction, "home", reading, application))
    transaction.applications.record(events_of(application, tuple(stored)))
    return len(stored)


_Course = Iterator[tuple[Message, Reading, Direction]]


def _course(number: int, employer: Employer, role: str, chance: random.Random, begun: datetime) -> _Course:
    """What is written in one application, oldest first: some end at once, some go all the way, half fall silent."""
    thread: list[str] = []
    day = 0.0

    def said(tag: Tag, text: str, *, by_robot: bool = False, **fields: object) -> tuple[Message, Reading, Direction]:
        sender = employer.robot if by_robot else employer.person
        mail = _mail(
            f"{number}-{len(thread)}", sender, ME, f"{role} at {employer.company}", begun + timedelta(days=day), text
        )
        read = Reading(verdict(tag), employer.company, employer.agency, role, automatic=by_robot)
        return _answering(mail, thread), replace(read, **fields), Direction.RECEIVED  # type: ignore[arg-type]

    def wrote(text: str, wants: str = "") -> tuple[Message, Reading, Direction]:
        to = employer.person
        mail = _mail(f"{number}-{len(thread)}", ME, to, f"{role}", begun + timedelta(days=day), text)
        read = Reading(verdict(Tag.OTHER, kind="own mail"), employer.company, "", role, wants=wants)
        return _answering(mail, thread), read, Direction.SENT

    if chance.random() < 0.5:
        yield wrote(f"Dear team, I apply for the position of {role}. {_prose(chance, 120)}", "application")
    day += 0.2
    yield said(Tag.ACKNOWLEDGEMENT, f"We have received your application. {_prose(chance, 90)}", by_robot=True)
    for talk in range(chance.choice((0, 0, 1, 1, 2, 3))):
        day += 2 + 10 * chance.random()
        yield said(Tag.INVITATION, f"When could you talk? {_prose(chance, 90)}", wants="times")
        day += 1
        yield wrote(f"Tuesday at ten would suit me. {_prose(chance, 40)}")
        day += 1
        start = begun + timedelta(days=day + 4)
        met = Interview(start, start + timedelta(hours=1), "interviewing" if talk else "screening", confirmed=True)
        yield said(Tag.INVITATION, f"Then we talk on that day. {_prose(chance, 60)}", interviews=(met,))
        day += 5
        yield wrote(f"Thank you very much for the talk today. {_prose(chance, 40)}")
        day += 2
        promised = Promise((begun + timedelta(days=day + 7)).date(), "We will tell you within a week.")
        yield said(Tag.OTHER, f"We will tell you within a week. {_prose(chance, 60)}", promise=promised)
    if chance.random() < 0.3:
        day += 14
        yield wrote(f"I wanted to ask whether there is any news about my application. {_prose(chance, 40)}")
    if chance.random() < 0.55:
        day += 3 + 30 * chance.random()
        robot = chance.random() < 0.6
        reason = RejectionReason.OTHER_CANDIDATE if robot else RejectionReason.NOT_STATED
        yield said(
            Tag.REJECTION, f"We chose somebody else. {_prose(chance, 90)}", by_robot=robot, rejection_reason=reason
        )


def _answering(mail: Message, thread: list[str]) -> Message:
    made = replace(mail, in_reply_to=tuple(thread[-1:]), references=tuple(thread))
    thread.append(mail.message_id)
    return made


def _mail(name: str, sender: Address, to: Address, subject: str, date: datetime, text: str) -> Message:
    return Message(
        identity=name,
        message_id=f"<{name}@{sender.domain}>",
        in_reply_to=(),
        references=(),
        sender=sender,
        reply_to=(),
        to=(to,),
        cc=(),
        subject=subject,
        date=date,
        text=text,
        sender_kind=sender_kind(sender),
    )


def verdict(tag: Tag, kind: str = "") -> Verdict:
    sure = tuple(0.94 if each is tag else 0.01 for each in MESSAGE_TAGS)
    return Verdict(tag, sure, False, (f"the words say {tag}",), "bench", kind, deciding="We have read your mail.")


def _prose(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)) + "."


def _role(chance: random.Random) -> str:
    return f"{chance.choice(_LEVEL)}{chance.choice(_FIELD)} {chance.choice(_JOB)}"


def _person(chance: random.Random, domain: str) -> Address:
    given, family = chance.choice(_GIVEN), chance.choice(_FAMILY)
    return Address(f"{given} {family}", f"{given}.{family}@{domain}".lower())


def _domain(company: str) -> str:
    return "-".join(company.lower().split()) + ".example"


def _code(number: int) -> str:
    """Letters that make a name one of its kind: numbers would be read as such."""
    letters = ""
    number += 26
    while number:
        number, digit = divmod(number, 26)
        letters = chr(ord("a") + digit) + letters
    return letters.capitalize()
