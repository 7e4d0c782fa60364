"""Corrections as rows to learn from: which mails, in which conversation, by which sentence."""

from dataclasses import replace

from classify.lessons import CORRECTION_WEIGHT, lessons_of
from classify.modelfile import load, shipped_model_path
from store.records import Address, StoredMessage
from store.vocabulary import SenderKind, Tag
from tests.classify.mails import received, sent, threads


def conversations(*mails: StoredMessage) -> list[str]:
    return [lesson.voice for lesson in lessons_of(mails, threads(*mails), None)]


def test_mails_of_one_sender_are_one_conversation() -> None:
    mails = [received(number, "2026-03-01", Tag.OFFER, sender="kim@oak.example") for number in (1, 2)]

    assert conversations(*mails, received(3, "2026-03-01", Tag.OFFER, sender="pat@elm.example")) == [
        "own:000001",
        "own:000001",
        "own:000003",
    ]


def test_a_thread_joins_the_conversations_of_its_senders() -> None:
    first = received(1, "2026-03-01", Tag.OFFER, sender="kim@oak.example")
    second = received(2, "2026-03-01", Tag.OFFER, sender="pat@elm.example")
    answer = received(3, "2026-03-02", Tag.OFFER, sender="pat@elm.example", answers="<1@mail.example>")

    assert set(conversations(first, second, answer)) == {"own:000001"}


def test_one_address_of_a_platform_serves_many_employers() -> None:
    def platform(number: int, name: str) -> StoredMessage:
        mail = received(number, "2026-03-01", Tag.REJECTION)
        sender = Address(name, "no-reply@greenhouse.example")
        return replace(mail, message=replace(mail.message, sender=sender, sender_kind=SenderKind.TRACKING_SYSTEM))

    assert conversations(platform(1, "Oak"), platform(2, "Elm"), platform(3, "Oak")) == [
        "own:000001",
        "own:000002",
        "own:000001",
    ]


def test_own_mail_and_mail_without_text_teach_nothing() -> None:
    dropped = received(1, "2026-03-01", Tag.OTHER, text="")

    assert conversations(dropped, sent(2, "2026-03-01", "kim@oak.example", "Dear Kim, I apply.")) == []


def test_a_lesson_says_what_was_corrected_and_weighs_more() -> None:
    (lesson,) = lessons_of([received(7, "2026-03-01", Tag.OFFER)], {7: 7}, None)

    assert (lesson.id, lesson.tag, lesson.weight, lesson.is_own) == (
        "own-000007-offer",
        Tag.OFFER,
        CORRECTION_WEIGHT,
        True,
    )


def test_the_sentence_that_speaks_for_the_right_tag_is_learnt_from() -> None:
    text = "Hello Sam,\n\nIt was a rainy week. Unfortunately we have chosen another candidate.\n\nKim"
    mail = received(1, "2026-03-01", Tag.REJECTION, text=text)
    (lesson,) = lessons_of([mail], {1: 1}, load(shipped_model_path()))

    assert lesson.deciding == "Unfortunately we have chosen another candidate."


def test_of_an_ordinary_mail_the_sentence_that_misled_is_learnt_from() -> None:
    (lesson,) = lessons_of([received(1, "2026-03-01", Tag.OTHER)], {1: 1}, load(shipped_model_path()))

    assert lesson.deciding == "The deciding sentence."
