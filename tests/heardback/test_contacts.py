"""``contacts``: who was met and how, when to write next, notes by hand, and cards for the address book."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.records import Address
from store.vocabulary import Tag
from tests.heardback.northwind import (
    ANSWERED,
    APPLIED,
    DANA,
    INVITED,
    JONAS,
    REFUSED,
    STORY,
    Terminal,
    from_somebody,
    waiting,
)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data", *STORY)


def test_people_come_with_office_house_telephone_and_how_they_were_met(terminal: Terminal) -> None:
    dana, jonas = terminal.json("contacts", now="2026-03-01")

    assert (dana["name"], dana["address"], dana["role"], dana["company"], dana["phone"]) == (
        "Dana Whitfield",
        DANA.address,
        "Senior Talent Partner",
        "Northwind Textiles",
        "+44 7700 900123",
    )
    assert (dana["how_met"], dana["application"]) == ("invited", 1)
    assert (jonas["name"], jonas["how_met"]) == ("Jonas Berg", "interviewed")
    assert (dana["first_seen"][:10], dana["last_seen"][:10], dana["last_written"][:10]) == (
        "2026-02-04",
        "2026-02-16",
        "2026-02-17",
    )


def test_no_machine_is_among_them_and_nobody_before_they_wrote(terminal: Terminal) -> None:
    addresses = {row["address"] for row in terminal.json("contacts")}

    assert addresses == {DANA.address, JONAS.address}
    assert terminal.json("contacts", now="2026-02-03") == []


def test_the_next_day_to_write_is_shown_with_its_reason(terminal: Terminal) -> None:
    dana, jonas = terminal.json("contacts", now="2026-03-01")
    assert (dana["write_next"], dana["rests_on"]) == (
        "2026-03-17",
        "at least a month after a rejection, to one person and briefly",
    )
    assert jonas["write_next"] is None

    (row,) = terminal.json("applications", now="2026-03-18")
    assert (row["next_action"], row["deadline"], row["reply_to"]) == ("reconnect", "2026-03-17", DANA.address)


def test_a_day_their_mail_names_is_obeyed(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data", APPLIED, INVITED, waiting(date(2026, 9, 1)), ANSWERED)

    assert terminal.json("contacts", now="2026-03-18")[0]["write_next"] == "2026-09-01"
    assert terminal.json("applications", now="2026-03-18")[0]["next_action"] == "none"
    assert terminal.json("applications", now="2026-09-02")[0]["next_action"] == "reconnect"


def test_one_person_by_number_or_address(terminal: Terminal) -> None:
    for who in ("1", DANA.address):
        assert "Senior Talent Partner" in terminal.said("contacts", who)
        assert terminal.json("contacts", who)[0]["name"] == "Dana Whitfield"
    assert terminal.run("contacts", "99").exit_code == 1


def test_drop_snooze_and_keep_hold_for_the_next_action_too(terminal: Terminal) -> None:
    terminal.said("contacts", "drop", "1")
    assert terminal.json("contacts", "1", now="2026-03-18")[0]["write_next"] is None
    assert terminal.json("applications", now="2026-03-18")[0]["next_action"] == "none"

    terminal.said("contacts", "snooze", "1", "--until", "2026-04-01")
    assert terminal.json("contacts", "1", now="2026-03-18")[0]["write_next"] == "2026-04-01"
    assert "as you chose" in terminal.json("applications", now="2026-03-18")[0]["why"]

    terminal.said("contacts", "keep", "1")
    assert terminal.json("applications", now="2026-03-18")[0]["next_action"] == "reconnect"


def test_a_day_and_a_note_of_ones_own_go_first(terminal: Terminal) -> None:
    terminal.said("contacts", "note", JONAS.address, "Asked about my thesis.")
    terminal.said("contacts", "write", JONAS.address, "--on", "2026-05-04", "--because", "Send him the paper.")

    (row,) = terminal.json("contacts", JONAS.address)
    assert (row["note"], row["write_next"], row["why"]) == (
        "Asked about my thesis.",
        "2026-05-04",
        "Send him the paper.",
    )
    assert "Send him the paper." in terminal.said("digest", now="2026-05-06")


def test_the_digest_names_whom_to_write_to_once(terminal: Terminal) -> None:
    text = terminal.said("digest", now="2026-03-18")

    assert "Dana Whitfield (Northwind Textiles)" in text
    assert "Get in touch again" not in text


def test_two_addresses_are_one_person_only_on_strong_evidence(tmp_path: Path) -> None:
    other = Address("Dana Whitfield", "dwhitfield@northwind.example")
    namesake = Address("Dana Whitfield", "dana.whitfield@heron.example")
    terminal = Terminal(
        tmp_path / "data",
        *STORY,
        from_somebody(6, "2026-02-20", Tag.OTHER, other, "Good luck."),
        replace(
            from_somebody(7, "2026-02-21", Tag.OTHER, namesake, "Hello from another Dana."),
            reading=replace(
                REFUSED.reading, verdict=INVITED.reading.verdict, rejection_reason=None, company="Heron Foods"
            ),
        ),
    )

    people = {tuple(row["addresses"]) for row in terminal.json("contacts")}
    assert (other.address, DANA.address) in people
    assert (namesake.address,) in people


def test_cards_go_to_a_private_file_or_to_stdout(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"

    assert "2 people are in" in terminal.said("contacts", "--vcard", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_bytes().count(b"BEGIN:VCARD\r\n") == 2
    assert terminal.said("contacts", "--vcard").count("BEGIN:VCARD") == 2
