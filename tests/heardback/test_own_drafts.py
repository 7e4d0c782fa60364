"""What heardback itself sent is read back for what it is, in every wording and language: from Sent, by Message-ID."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heardback.intake import Arrival
from heardback.wiring import House
from respond.compose import Composed, compose
from respond.examples import examples
from respond.wordings import wordings_of
from store.noted import Draft
from store.records import Address, Message, StoredMessage
from store.vocabulary import DraftKind, DraftState, EventKind, Stage, Status, Tag
from tests.classify.mails import received
from tests.heardback.caldermail import ALL, ROSE, deliver, rows, signed

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
EXPECTED = {
    DraftKind.FOLLOW_UP_APPLICATION: EventKind.CHASED,
    DraftKind.FINAL_FOLLOW_UP: EventKind.CHASED,
    DraftKind.WITHDRAWAL: EventKind.WITHDREW,
    DraftKind.DECLINE_INVITATION: EventKind.WITHDREW,
    DraftKind.INFORMATION_REPLY: EventKind.REPLIED,
    DraftKind.HIRED_THANKS: EventKind.REPLIED,
}
CASES = [(language, kind) for language in ("en", "de", "fr", "es") for kind in EXPECTED]


def draft_of(kind: DraftKind, body: str, to: str, message_id: str, application: int | None = 3) -> Draft:
    return Draft(
        id=0, key=f"{kind}/{message_id}", kind=kind, state=DraftState.SENT, application_id=application, account="home",
        to=Address("", to), subject="Re: Your application", body=body, message_id=message_id,
        in_reply_to="<7@mail.example>", references=("<7@mail.example>",), language="en", facts=(), gaps=(), why=(),
        created=NOW, changed=NOW,
    )  # fmt: skip


def come_back(house: House, draft: Draft, above: str) -> None:
    """The sent draft is fetched from Sent."""
    with house.database.transaction() as transaction:
        transaction.drafts.add(draft, "plain")
    mail = Message(
        identity=f"sent-{draft.message_id}", message_id=draft.message_id, in_reply_to=(above,), references=(above,),
        sender=Address("Sam", "sam@home.example"), reply_to=(), to=(draft.to,), cc=(), subject=draft.subject,
        date=house.clock.now(), text=draft.body,
    )  # fmt: skip
    house.intake.take([Arrival(mail, None, True)], "home")


def bodies(language: str, kind: DraftKind) -> list[str]:
    names = wordings_of(language, kind)
    example = next(each for each in examples(language) if each.kind is kind)
    found = [compose(replace(example.situation, used_wordings=frozenset(names) - {name})) for name in names]
    return [each.body for each in found if isinstance(each, Composed)]


@pytest.mark.parametrize(("language", "kind"), CASES)
def test_what_it_does_is_known_by_its_kind(house: House, language: str, kind: DraftKind) -> None:
    deliver(house, *ALL)
    for number, body in enumerate(bodies(language, kind)):
        come_back(house, draft_of(kind, body, ROSE, f"<draft-{number}@home.example>"), "<7@mail.example>")
        with house.database.reading() as transaction:
            last = transaction.applications.events([3])[-1]
        assert last.kind is EXPECTED[kind], body


def test_a_withdrawal_closes_the_application(house: House) -> None:
    deliver(house, *ALL)
    come_back(house, draft_of(DraftKind.WITHDRAWAL, "Please take me off the list.", ROSE, "<w@x>"), "<7@mail.example>")

    row = next(row for row in rows(house) if row["id"] == 3)
    assert (row["stage"], row["status"]) == (Stage.CLOSED, Status.WITHDRAWN)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize(
    ("kind", "opened"), [(DraftKind.OUTREACH_INTERESTED, 1), (DraftKind.OUTREACH_LATER, 0)], ids=["yes", "not now"]
)
def test_only_a_yes_to_an_approach_begins_an_application(
    house: House, language: str, kind: DraftKind, opened: int
) -> None:
    for number, body in enumerate(bodies(language, kind), start=70):
        sender = f"priya{number}@lark-search.example"
        deliver(house, approach(number, sender))
        draft = draft_of(kind, body, sender, f"<draft-{number}@home.example>", None)
        come_back(house, draft, f"<{number}@mail.example>")
        assert len(rows(house)) == opened * (number - 69), body
    assert {row["stage"] for row in rows(house)} <= {Stage.APPLIED}


def approach(number: int, sender: str) -> StoredMessage:
    text, role = "We have a role for you. Would you like to hear more?", f"Porter {chr(number)}"
    stored = received(
        number, "2026-03-01", Tag.OUTREACH, f"House {number}", role, sender=sender, text=text, automatic=False
    )
    return signed(stored, "Priya Raman")
