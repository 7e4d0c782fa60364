"""Approving says when a draft goes out and what is worth knowing, and two mails to one team on a day only knowingly."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heardback.approving import Approval, SameDay, approve, outgoing, waiting_words
from heardback.intake import ties_of
from heardback.settings import AccountSettings, PersonSettings, ReplySettings, Settings
from heardback.wiring import House
from store.clock import SetClock
from store.errors import UserError
from store.noted import Draft
from store.records import Address
from store.vocabulary import Direction, DraftKind, DraftState
from tests.respond.builders import mail
from tests.respond.drafts import DRAFT

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
SATURDAY = datetime(2026, 3, 7, 15, tzinfo=UTC)
KIM = Address("Kim Alder", "kim@calder.example")
PAT = Address("Pat Moss", "pat.moss@calder.example")
RELAY = Address("Pat Moss", "reply+5f3c9a77d1@hire.lever.co")


def house_at(folder: Path, zone: str = "Europe/London", *, smtp_host: str = "127.0.0.1", most: int = 20) -> House:
    account = AccountSettings(imap_host="127.0.0.1", password_env="X", address="sam@home.example", smtp_host=smtp_host)
    settings = Settings(
        person=PersonSettings(name="Sam Reed", address="sam@home.example", country="GB", timezone=zone),
        accounts={"home": account},
        replies=ReplySettings(most_per_day=most),
    )
    return House(settings, folder, SetClock(MONDAY))


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr(House, "outbox_fits", lambda _house, _draft: True)
    built = house_at(tmp_path)
    yield built
    built.close()


def drafted(house: House, to: Address = KIM, number: int = 1, **changes: object) -> Draft:
    made = replace(DRAFT, key=f"key-{number}", message_id=f"<draft.{number}@home.example>", to=to, **changes)  # type: ignore[arg-type]
    with house.database.transaction() as transaction:
        stored = transaction.drafts.add(made, "plain")
    assert stored is not None
    return replace(made, id=stored)


def applied(house: House, company: str = "Calder Trust", role: str = "Clerk") -> int:
    with house.database.transaction() as transaction:
        return transaction.applications.add(company, company.lower(), role)


def comes_in(house: House, other: Address, direction: Direction, at: datetime, application: int | None = None) -> None:
    stored = mail(int(at.timestamp()), other, direction=direction, date=at, text="Hello.")
    with house.database.transaction() as transaction:
        ties = ties_of(stored.message, stored.reading, direction)
        number, _ = transaction.mail.add(
            stored.message, stored.reading, direction=direction, account="home", ties=ties, at=at
        )
        transaction.mail.place(number, application)


def state_of(house: House, draft: Draft) -> DraftState:
    with house.database.reading() as transaction:
        found = transaction.drafts.get(draft.id)
    assert found is not None
    return found.state


def test_an_approval_says_when_it_goes_out(house: House) -> None:
    draft = drafted(house)

    assert approve(house, draft.id) == Approval(MONDAY + timedelta(minutes=2), ())
    assert state_of(house, draft) is DraftState.APPROVED
    assert waiting_words(house, draft, outgoing(house)[draft.id]) == "goes out after 09:02"


def test_two_drafts_to_one_team_on_a_day_only_knowingly(house: House) -> None:
    first, second = drafted(house), drafted(house, PAT, 2)
    approve(house, first.id)

    with pytest.raises(SameDay) as caught:
        approve(house, second.id)
    assert "Kim Alder" in str(caught.value)
    assert "--anyway" in str(caught.value)
    assert "--anyway" not in caught.value.words
    assert state_of(house, second) is DraftState.PROPOSED
    assert approve(house, second.id, anyway=True).notices == ()


def test_the_same_employer_is_told_by_its_applications_too(house: House) -> None:
    first = drafted(house, KIM, application_id=applied(house))
    second = drafted(house, RELAY, 2, application_id=applied(house, role="Curator"))
    elsewhere = drafted(house, RELAY, 3, application_id=applied(house, "Marlow Press"))
    approve(house, first.id)

    with pytest.raises(SameDay):
        approve(house, second.id)
    approve(house, elsewhere.id)


def test_a_mail_by_the_persons_own_hand_counts(house: House) -> None:
    comes_in(house, PAT, Direction.SENT, MONDAY - timedelta(hours=1))

    with pytest.raises(SameDay, match="You wrote to Pat Moss"):
        approve(house, drafted(house).id)


def test_what_went_out_that_day_counts_and_what_may_have(house: House) -> None:
    for number, state in enumerate((DraftState.SENT, DraftState.UNKNOWN), start=2):
        before = drafted(house, PAT, number)
        with house.database.transaction() as transaction:
            transaction.drafts.move(before.id, from_states=tuple(DraftState), to=state, at=MONDAY - timedelta(hours=2))
        with pytest.raises(SameDay, match="went to Pat Moss"):
            approve(house, drafted(house, KIM, number + 10).id)
        with house.database.transaction() as transaction:
            transaction.drafts.move(before.id, from_states=(state,), to=DraftState.DISCARDED, at=MONDAY)


@pytest.mark.parametrize(
    ("other", "at"),
    [
        (KIM, MONDAY - timedelta(hours=1)),
        (PAT, MONDAY - timedelta(days=1)),
        (Address("Pat Moss", "pat@marlow.example"), MONDAY - timedelta(hours=1)),
    ],
    ids=["the same person", "the day before", "another employer"],
)
def test_what_is_no_second_mail_to_a_team_is_approved(house: House, other: Address, at: datetime) -> None:
    comes_in(house, other, Direction.SENT, at)

    assert approve(house, drafted(house).id).notices == ()


def test_freemail_addresses_make_no_team(house: House) -> None:
    approve(house, drafted(house, Address("Kim", "kim.alder@gmail.com")).id)

    approve(house, drafted(house, Address("Pat", "pat.moss@gmail.com"), 2).id)


@pytest.mark.parametrize(("hour", "same_day"), [(14, False), (16, True)])
def test_the_day_is_the_persons_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hour: int, same_day: bool) -> None:
    monkeypatch.setattr(House, "outbox_fits", lambda _house, _draft: True)
    house = house_at(tmp_path, "Asia/Tokyo")
    comes_in(house, PAT, Direction.SENT, datetime(2026, 3, 1, hour, tzinfo=UTC))
    draft = drafted(house)

    if same_day:
        with pytest.raises(SameDay):
            approve(house, draft.id)
    else:
        approve(house, draft.id)
    house.close()


def test_a_follow_up_rests_until_monday_morning_and_says_so(house: House) -> None:
    house.clock.at = SATURDAY  # type: ignore[attr-defined]
    draft = drafted(house, kind=DraftKind.FOLLOW_UP_APPLICATION, application_id=applied(house))
    comes_in(house, PAT, Direction.SENT, SATURDAY - timedelta(hours=1))

    approval = approve(house, draft.id)

    assert approval.goes_out == datetime(2026, 3, 9, 8, tzinfo=UTC)
    assert approval.notices == ("It waits until Monday 9 March, 08:00, the next business day there.",)
    with house.database.reading() as transaction:
        waiting = transaction.drafts.get(draft.id)
    assert waiting is not None
    for moment, rests in (
        (datetime(2026, 3, 9, 0, 1, tzinfo=UTC), True),
        (datetime(2026, 3, 9, 8, 0, tzinfo=UTC), False),
    ):
        house.clock.at = moment  # type: ignore[attr-defined]
        assert house.outbox_rests(waiting) is rests


def test_without_a_way_out_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(House, "outbox_fits", lambda _house, _draft: True)
    house = house_at(tmp_path, smtp_host="")
    draft = drafted(house)

    (notice,) = approve(house, draft.id).notices
    assert "accounts.home.smtp_host" in notice
    assert "smtp_host" in waiting_words(house, draft, outgoing(house)[draft.id])
    house.close()


def test_the_most_for_a_day_is_told_at_approval_and_in_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(House, "outbox_fits", lambda _house, _draft: True)
    house = house_at(tmp_path, most=1)
    first, second = drafted(house), drafted(house, Address("Lee", "lee@marlow.example"), 2)
    assert approve(house, first.id).notices == ()

    approval = approve(house, second.id)
    assert approval.goes_out == MONDAY + timedelta(days=1, minutes=2)
    assert approval.notices == (
        "1 is the most for one day (replies.most_per_day), so it waits until Tuesday 3 March, 09:02.",
    )
    assert "Tuesday 3 March, 09:02" in waiting_words(house, second, outgoing(house)[second.id])
    house.close()


def test_a_promised_file_is_pointed_out(house: House) -> None:
    (notice,) = approve(house, drafted(house, body="Dear Kim,\n\nI have attached my CV.\n\nSam\n").id).notices

    assert "“I have attached my CV.”" in notice


def test_it_says_when_somebody_else_wrote_last(house: House) -> None:
    application = applied(house)
    comes_in(house, KIM, Direction.RECEIVED, MONDAY - timedelta(days=3), application)
    comes_in(house, PAT, Direction.RECEIVED, MONDAY - timedelta(days=2), application)

    assert approve(house, drafted(house, application_id=application).id).notices == (
        "Pat Moss wrote to you last; this goes to Kim Alder.",
    )
    assert approve(house, drafted(house, PAT, 2, application_id=application).id, anyway=True).notices == ()


def test_what_no_longer_waits_or_fits_is_refused(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="no draft 9"):
        approve(house, 9)
    draft = drafted(house)
    approve(house, draft.id)
    with pytest.raises(UserError, match="is approved"):
        approve(house, draft.id)
    monkeypatch.setattr(House, "outbox_fits", lambda _house, _draft: False)
    with pytest.raises(UserError, match="no longer fits"):
        approve(house, drafted(house, number=2).id)
