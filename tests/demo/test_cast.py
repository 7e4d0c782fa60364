"""The story's mails, read, placed and tracked, end where the cast says they end."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files
from typing import Any

import pytest

from classify.names import company_key
from heardback.demo import story
from heardback.demo.mailwork import Writing, message_id
from heardback.demo.script import entries
from heardback.settings import PersonSettings
from respond.standings import Standing
from store.noted import Draft
from store.vocabulary import Tag
from tests.scenarios.mailbox import Mailbox

CAST: list[dict[str, Any]] = tomllib.loads((files("heardback.demo") / "cast.toml").read_text("utf-8"))["application"]
WRONGLY_TAGGED = {
    "orchestra-no": (Tag.REJECTION, "the tagger is unsure of a refusal that only says who was chosen"),
    "festival-no": (Tag.REJECTION, "the tagger is unsure of a vacancy that was withdrawn"),
    "sable-no": (Tag.REJECTION, "the tagger is unsure of a position that was filled"),
    "lindqvist-no": (Tag.REJECTION, "the tagger is unsure of a job and a person that do not fit each other"),
}
"""Mails whose tag the person has to settle, and why; everything else comes out right by itself."""
PERSON = PersonSettings(
    name=story.PERSON_NAME,
    address=story.PERSON_ADDRESS,
    other_addresses=(story.OTHER_ADDRESS,),
    country="GB",
    timezone="Europe/London",
)
WRITING = Writing(
    f"{story.PERSON_NAME} <{story.PERSON_ADDRESS}>", f"{story.PERSON_NAME} <{story.OTHER_ADDRESS}>", timedelta(0)
)


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailbox]:
    box = Mailbox(tmp_path_factory.mktemp("story"), PERSON, story.START)
    settled = {message_id(entry, WRITING): entry.key for entry in entries() if entry.key in WRONGLY_TAGGED}
    waiting = list(story.story())
    evening = story.START.replace(hour=18)
    while evening <= story.END:
        today = [mail for mail in waiting if mail.at <= evening]
        waiting = waiting[len(today) :]
        box.take(*((mail.raw, mail.at, mail.folder == "Sent") for mail in today))
        for mail in today:
            for number in [each for each in settled if f"Message-ID: {each}".encode() in mail.raw]:
                box.correct(number, WRONGLY_TAGGED[settled[number]][0])
        box.draft(evening)
        evening += timedelta(days=1)
    box.draft(story.END)
    yield box
    box.close()


@pytest.fixture(scope="module")
def applications(mailbox: Mailbox) -> tuple[Standing, ...]:
    return mailbox.standings(story.END)


@pytest.fixture(scope="module")
def drafts(mailbox: Mailbox) -> dict[int, Draft]:
    return mailbox.waiting_drafts()


def test_there_is_one_application_for_each_of_the_cast_and_no_other(applications: tuple[Standing, ...]) -> None:
    found = sorted((company_key(each.application.company), each.application.role) for each in applications)

    assert found == sorted((company_key(each["employer"]), each["role"]) for each in CAST)


@pytest.mark.parametrize("expected", CAST, ids=[each["mails"] for each in CAST])
def test_it_stands_where_the_cast_says(
    expected: dict[str, Any], applications: tuple[Standing, ...], drafts: dict[int, Draft]
) -> None:
    job = (company_key(expected["employer"]), expected["role"])
    (found,) = [each for each in applications if (company_key(each.application.company), each.application.role) == job]
    state, draft = found.state, drafts.get(found.application.id)

    assert {
        "employer": found.application.company,
        "agency": found.application.agency,
        "stage": state.stage.value,
        "status": state.status.value,
        "ghosted": state.ghosted,
        "follow_ups": state.follow_ups_sent,
        "draft": draft.kind.value if draft else "",
    } == {
        "employer": expected["employer"],
        "agency": expected.get("agency", ""),
        "stage": expected["stage"],
        "status": expected["status"],
        "ghosted": expected.get("ghosted", False),
        "follow_ups": expected.get("follow_ups", 0),
        "draft": expected.get("draft", ""),
    }
    if "reason" in expected:
        assert state.rejection_reason == expected["reason"]


def test_nothing_is_left_to_ask(mailbox: Mailbox) -> None:
    with mailbox.house.database.reading() as transaction:
        assert transaction.mail.questions() == ()


def test_each_mail_that_is_corrected_belongs_to_the_story() -> None:
    assert set(WRONGLY_TAGGED) <= {entry.key for entry in entries()}
