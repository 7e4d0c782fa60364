"""Builders for the facts replies and digests are written from; invented people and employers only."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from classify.state import ApplicationState, Chance, History
from ingest.senders import sender_kind
from respond.digestfacts import (
    AccountHealth,
    Declined,
    DigestFacts,
    Done,
    Owed,
    ServiceReport,
    ToWriteTo,
    Upcoming,
    WaitingDraft,
    Week,
    WentSilent,
)
from respond.situation import Person, Situation
from store.noted import Draft
from store.records import Address, Application, Message, Reading, StoredMessage, Verdict
from store.vocabulary import (
    MESSAGE_TAGS,
    Direction,
    DraftKind,
    DraftState,
    NextAction,
    RejectionReason,
    Stage,
    Status,
    Tag,
)

NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
DANA = Address("Dana Whitfield", "dana.whitfield@northwind.example")
ROBOT = Address("Northwind Hiring Team", "no-reply@us.greenhouse-mail.io")
PERSON = Person("Alex Morgan", "alex@morgan.example", timezone="Europe/Berlin")


def verdict_of(tag: Tag, language: str = "en") -> Verdict:
    return Verdict(tag, tuple(float(one is tag) for one in MESSAGE_TAGS), False, (), "test", language=language)


def mail(
    number: int,
    sender: Address = DANA,
    tag: Tag = Tag.OTHER,
    *,
    text: str = "",
    days_ago: float = 3,
    direction: Direction = Direction.RECEIVED,
    **fields: object,
) -> StoredMessage:
    """A stored message; ``fields`` go to the message or its reading, whichever has them."""
    own = Address(PERSON.name, PERSON.address)
    received = direction is Direction.RECEIVED
    base = Message(
        identity=f"identity-{number}",
        message_id=f"<mail-{number}@northwind.example>",
        in_reply_to=(),
        references=(),
        sender=sender if received else own,
        reply_to=(),
        to=(own,) if received else (sender,),
        cc=(),
        subject="Your application",
        date=NOW - timedelta(days=days_ago),
        text=text,
        sender_kind=sender_kind(sender),
    )
    reading = Reading(verdict_of(tag), company="Northwind Textiles", role="Data Analyst")
    of_message = {key: value for key, value in fields.items() if hasattr(base, key)}
    of_reading = {key: value for key, value in fields.items() if key not in of_message}
    return StoredMessage(
        number,
        replace(base, **of_message),  # type: ignore[arg-type]
        direction,
        "main",
        replace(reading, **of_reading),  # type: ignore[arg-type]
        application_id=1,
    )


def state(status: Status = Status.SILENT, history: History | None = None, **fields: object) -> ApplicationState:
    base = ApplicationState(
        stage=Stage.APPLIED,
        status=status,
        tag=None,
        ghosted=False,
        silent_since=None,
        deadline=None,
        deadline_rests_on="",
        chance=None,
        follow_ups_sent=0,
        next_action=NextAction.FOLLOW_UP,
        why="Ten business days have passed since the receipt.",
        rejection_reason=None,
        interview_at=None,
        trigger=None,
        ordinal=1,
        history=history or History(Stage.APPLIED, None, None, None, "A2", None),
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def history(**fields: object) -> History:
    return replace(History(Stage.APPLIED, None, None, None, "A2", None), **fields)  # type: ignore[arg-type]


def situation(kind: DraftKind, *messages: StoredMessage, **fields: object) -> Situation:
    base = Situation(
        kind=kind,
        application=Application(1, "Northwind Textiles", "Data Analyst"),
        state=state(),
        messages=messages,
        person=PERSON,
        now=NOW,
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def a_draft() -> Draft:
    """A proposed answer to Dana's mail."""
    return Draft(
        id=1,
        key="follow_up_application/mail-1/1",
        kind=DraftKind.FOLLOW_UP_APPLICATION,
        state=DraftState.PROPOSED,
        application_id=1,
        account="main",
        to=DANA,
        subject="Re: Your application",
        body="Hi Dana,\n\nA short question – is the position open?\n\nBest wishes,\nAlex Morgan\n",
        message_id="<0123456789abcdef@morgan.example>",
        in_reply_to="<mail-1@northwind.example>",
        references=("<first@northwind.example>", "<mail-1@northwind.example>"),
        language="en",
        facts=(),
        gaps=(),
        why=(),
        created=NOW,
        changed=NOW,
        sender=Address("Alex Morgan", "alex@morgan.example"),
    )


FULL_WEEK = DigestFacts(
    start=date(2026, 11, 16),
    end=date(2026, 11, 22),
    service=ServiceReport(
        rounds=664,
        accounts=(
            AccountHealth("main", datetime(2026, 11, 22, 17, 45, tzinfo=BERLIN)),
            AccountHealth(
                "old",
                datetime(2026, 11, 19, 8, 5, tzinfo=BERLIN),
                "the server does not accept the password",
            ),
        ),
        unreadable=2,
        since=date(2026, 11, 16),
    ),
    owed=(
        Owed(
            "Harbour & Pine",
            "Operations Lead",
            NextAction.FOLLOW_UP,
            date(2026, 11, 26),
            "Ten days without a word.",
            application=4,
        ),
        Owed(
            "Northwind Textiles",
            "Data Analyst",
            NextAction.REPLY_TO_INVITATION,
            date(2026, 11, 23),
            "They invited you on Friday and wait for your answer.",
            who="Dana Whitfield",
            draft=True,
            application=2,
        ),
    ),
    drafts=(
        WaitingDraft("Dana Whitfield", "Northwind Textiles", "Re: Interview for Data Analyst", application=2),
        WaitingDraft("Priya Raman", "Bluefin Logistics", "Re: Your application", gap=True, application=9),
    ),
    done=Done(applications=4, follow_ups=2, thank_yous=1, replies=3, conversations=1),
    weeks=tuple(
        Week(date(2026, 9, 28) + timedelta(weeks=number), done)
        for number, done in enumerate(
            (
                Done(),
                Done(applications=2, replies=1),
                Done(applications=5, follow_ups=1, conversations=1),
                Done(applications=3, follow_ups=2, thank_yous=1, replies=2, conversations=2),
                Done(),
                Done(applications=4, follow_ups=1),
                Done(applications=6, replies=3),
                Done(applications=4, follow_ups=2, thank_yous=1, replies=3, conversations=1),
            )
        )
    ),
    came=((Tag.INVITATION, 1), (Tag.ACKNOWLEDGEMENT, 4), (Tag.REJECTION, 3), (Tag.OTHER, 9)),
    rejections=(
        Declined("Bluefin Logistics", "Planner", RejectionReason.ROLE_FROZEN),
        Declined("Tallow Street Bakery", "Shift Manager", RejectionReason.INTERNAL_CANDIDATE),
        Declined("Kestrel Optics", "Analyst", RejectionReason.NOT_STATED),
    ),
    went_silent=(
        WentSilent(
            "Marrow & Stone", "Account Manager", date(2026, 11, 3), Chance(0.32, 0.12, 0.58, "…"), application=7
        ),
        WentSilent("Quillon Press", "Editor", date(2026, 10, 29), None),
    ),
    people=(ToWriteTo("Priya Raman", "Bluefin Logistics", "She offered to tell you when hiring resumes.", person=3),),
    interviews=(
        Upcoming(
            "Lark & Fenn",
            "Support Engineer",
            datetime(2026, 11, 25, 14, 0, tzinfo=BERLIN),
            "By video call.",
            application=5,
        ),
    ),
    weeks_searching=6,
    page="http://127.0.0.1:8425/",
)

EMPTY_WEEK = DigestFacts(
    start=date(2026, 11, 16),
    end=date(2026, 11, 22),
    service=ServiceReport(664, (AccountHealth("main", datetime(2026, 11, 22, 17, 45, tzinfo=BERLIN)),)),
)
