"""The story is one mailbox that could be: in order, whole, readable, and about nobody who exists."""

import re
import tomllib
from datetime import UTC, timedelta
from importlib.resources import files

import pytest

from heardback.demo import story
from heardback.demo.script import entries
from ingest.parse import parse
from ingest.senders import platform_of
from store.records import Address, Message, Unreadable
from store.vocabulary import DraftKind, RejectionReason, Stage, Status

WEEK = timedelta(weeks=1)
CAST = tomllib.loads((files("heardback.demo") / "cast.toml").read_text(encoding="utf-8"))["application"]
FREE_MAIL_OF_THE_FRAUD = {"gmail.com", "fastmail.com"}
MONTHS = "January February March April June July August September October November December"  # "May" is also a verb
DAY_AND_DATE = re.compile(rf"\b(\w+day) (\d{{1,2}}) ({MONTHS.replace(' ', '|')}|May)\b")


@pytest.fixture(scope="module")
def mails() -> tuple[story.StoryMail, ...]:
    return story.story()


@pytest.fixture(scope="module")
def read(mails: tuple[story.StoryMail, ...]) -> list[Message | Unreadable]:
    return [parse(mail.raw, source="story", internal_date=mail.at) for mail in mails]


@pytest.fixture(scope="module")
def messages(read: list[Message | Unreadable]) -> list[Message]:
    return [each for each in read if isinstance(each, Message)]


def test_exactly_one_mail_cannot_be_read(read: list[Message | Unreadable]) -> None:
    unreadable = [each for each in read if isinstance(each, Unreadable)]

    assert len(unreadable) == 1


def test_every_other_mail_has_a_sender_a_subject_a_text_and_its_own_identity(messages: list[Message]) -> None:
    for message in messages:
        assert message.sender.address, message.subject
        assert message.to, message.subject
        assert message.subject
        assert message.text.strip(), message.subject
        assert "�" not in message.text
        assert "{date" not in message.text + message.subject
    assert len({message.message_id for message in messages}) == len(messages)
    assert len({message.identity for message in messages}) == len(messages)


def test_it_fills_ten_weeks_in_order_of_time(mails: tuple[story.StoryMail, ...]) -> None:
    times = [mail.at for mail in mails]

    assert times == sorted(times)
    assert all(at.tzinfo is UTC for at in times)
    assert times[0] >= story.START
    assert times[-1] <= story.END
    assert {(at - story.START.replace(hour=0)) // WEEK for at in times} == set(range(10))


def test_the_date_in_each_mail_is_the_time_it_arrived(
    mails: tuple[story.StoryMail, ...], read: list[Message | Unreadable]
) -> None:
    for mail, message in zip(mails, read, strict=True):
        if isinstance(message, Message):
            assert message.date == mail.at, message.subject


def test_answers_name_an_earlier_mail_and_all_above_it(messages: list[Message]) -> None:
    seen: dict[str, Message] = {}
    for message in messages:
        for above in message.in_reply_to:
            assert above in seen, message.subject
            assert message.references == (*seen[above].references, above), message.subject
        seen[message.message_id] = message
    assert sum(bool(message.in_reply_to) for message in messages) > 60


def test_robins_own_mail_lies_in_sent_and_nothing_else_does(
    mails: tuple[story.StoryMail, ...], read: list[Message | Unreadable]
) -> None:
    for mail, message in zip(mails, read, strict=True):
        own = isinstance(message, Message) and message.sender.address == story.PERSON_ADDRESS
        assert mail.folder == ("Sent" if own else "INBOX")


def test_there_is_as_much_as_a_mailbox_has(mails: tuple[story.StoryMail, ...]) -> None:
    keys = [entry.key for entry in entries()]
    about_work = [key for key in keys if any(key.startswith(f"{each['mails']}-") for each in CAST)]

    assert 190 <= len(mails) <= 230
    assert 0.2 < 1 - len(about_work) / len(mails) < 0.4


def test_nobody_in_it_exists(messages: list[Message]) -> None:
    for message in messages:
        for each in (message.sender, *message.to, *message.cc, *message.reply_to):
            known = each.domain.endswith(".example") or platform_of(Address("", each.address)) != ""
            assert known or each.domain in FREE_MAIL_OF_THE_FRAUD, each.address


def test_the_cast_names_each_application_once_with_words_of_the_vocabulary() -> None:
    assert len({(each["employer"], each["role"]) for each in CAST}) == len(CAST) >= 38
    keys = [entry.key for entry in entries()]
    for each in CAST:
        assert any(key.startswith(f"{each['mails']}-") for key in keys), each["mails"]
        assert Stage(each["stage"])
        assert Status(each["status"])
        assert RejectionReason(each.get("reason", "not_stated"))
        assert DraftKind(each.get("draft", "thank_you"))


def test_each_application_is_named_in_its_mails(messages: list[Message]) -> None:
    everything = " ".join(f"{m.subject} {m.text} {m.sender.name}" for m in messages)
    flat = " ".join(everything.split())
    for each in CAST:
        assert each["role"] in flat, each["role"]
        assert each["employer"] in flat, each["employer"]


def test_all_calendar_parts_are_read_with_their_zone_and_lie_ahead(messages: list[Message]) -> None:
    events = [(message, event) for message in messages for event in message.calendar]

    assert len(events) == sum(bool(entry.get("event")) for entry in entries())
    assert {event.method for _, event in events} == {"REQUEST", "CANCEL"}
    for message, event in events:
        assert event.zone == "Europe/London"
        assert event.start is not None
        assert event.end is not None
        assert message.date < event.start < event.end


@pytest.mark.parametrize("weeks", [0, -26, 37])
def test_weekdays_fit_the_dates_beside_them_wherever_the_story_is_moved(weeks: int) -> None:
    found = 0
    for mail in story.story(timedelta(weeks=weeks)):
        message = parse(mail.raw, source="story", internal_date=mail.at)
        if isinstance(message, Unreadable):
            continue
        for weekday, day, month in DAY_AND_DATE.findall(" ".join(message.text.split())):
            near = [message.date.date() + timedelta(days=away) for away in range(-70, 70)]
            assert any(f"{each:%A} {each.day} {each:%B}" == f"{weekday} {day} {month}" for each in near)
            found += 1
    assert found > 30


def test_moving_the_story_keeps_every_weekday_and_wall_time() -> None:
    plain, moved = story.story(), story.story(WEEK * 30)

    for before, after in zip(plain, moved, strict=True):
        away = after.at - before.at - WEEK * 30
        assert abs(away) <= timedelta(hours=1)  # summer time may lie elsewhere


def test_it_is_the_same_story_every_time() -> None:
    assert story.story() == story.story()
