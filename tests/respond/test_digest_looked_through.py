"""The look through all folders in the digest: counts and folders alone, first what still lies there."""

from dataclasses import replace
from datetime import date

import pytest

from respond.digest import digest_of
from respond.digestfacts import DigestFacts, LookThrough, Lying, ServiceReport
from respond.digestmail import digest_text
from store.vocabulary import Tag

DAY = date(2026, 3, 1)
LYING = (Lying("home", "Junk", Tag.INVITATION, 1), Lying("home", "Archive/2026", Tag.REJECTION, 3))


def facts(look: LookThrough | None, **more: object) -> DigestFacts:
    service = ServiceReport(rounds=900, look=look)
    return replace(DigestFacts(date(2026, 2, 23), DAY, service), **more)  # type: ignore[arg-type]


def text_of(look: LookThrough | None, **more: object) -> str:
    return " ".join(digest_text(digest_of(facts(look, **more))).split())


def test_what_lies_where_nobody_reads_comes_first() -> None:
    sections = digest_of(facts(LookThrough(DAY, 12, 4, LYING))).sections

    assert sections[0].heading == "Perhaps overlooked"
    assert [line.text for line in sections[0].lines] == [
        "One invitation lies in “Junk”",
        "Three answers to applications lie in “Archive/2026”",
    ]
    assert sections[0].note.endswith("heardback canary.")


def test_with_the_page_it_leads_there() -> None:
    look = LookThrough(DAY, 12, 4, LYING)

    assert "http://127.0.0.1:8425/health#looked-through" in text_of(look, page="http://127.0.0.1:8425/")


def test_two_mailboxes_are_told_apart() -> None:
    lying = (LYING[0], replace(LYING[0], account="work"))

    assert "in “Junk” of work" in text_of(LookThrough(DAY, 12, 2, lying))


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (LookThrough(DAY, 12, 4), "of the job mail in them, 12 of 16 had been taken in."),
        (LookThrough(DAY, 12, 0), "on Sunday 1 March: all 12 job mails in them had been taken in."),
        (LookThrough(DAY, 1, 0), "the one job mail in them had been taken in."),
        (LookThrough(DAY, 0, 0), "there was no job mail in them."),
        (LookThrough(DAY, 2, 0, doubtful=1), "One mail taken for ordinary may be job mail after all"),
        (LookThrough(DAY, 2, 0, gone=(("home", "Jobs"),)), "The folder “Jobs” of home is to be read and is not there"),
    ],
)
def test_how_much_was_taken_in_stands_at_the_end(look: LookThrough, said: str) -> None:
    assert said in text_of(look)
    assert "PERHAPS OVERLOOKED" not in text_of(look)


def test_muted_counts_stay_muted() -> None:
    text = text_of(LookThrough(DAY, 12, 4, LYING), muted_counts=True)

    assert "most had been taken in" in text
    assert "12 of 16" not in text
    assert "Three" not in text


def test_without_a_look_nothing_is_said() -> None:
    assert "looked through" not in text_of(None)
