"""The newest words are found; nothing is lost; no body takes long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.quotes import split_body

REPLY = "Tuesday at ten suits me well."
OLD = "Could you tell us when you are free?"


@pytest.mark.parametrize(
    "mark",
    [
        "On Mon, Mar 3, 2025 at 10:00 AM Jane Doe <jane@acme.example> wrote:",
        "On Mon, Mar 3, 2025 at 10:00 AM Jane Doe\n<jane@acme.example>\nwrote:",
        "Am 03.03.2025 um 10:00 schrieb Jana Muster <jana@acme.example>:",
        "Am Mo., 3. März 2025 um 10:00 Uhr schrieb Jana Muster <\njana@acme.example>:",
        "Le lun. 3 mars 2025 à 10:00, Jeanne Test <jeanne@acme.example> a écrit :",
        "El lun, 3 mar 2025 a las 10:00, Juana Prueba (<juana@acme.example>) escribió:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----\nVon: Jana <jana@acme.example>\nGesendet: Montag",
        "-----Message d'origine-----",
        "-----Mensaje original-----",
        "From: Jane Doe <jane@acme.example>\nSent: Monday, March 3, 2025 10:00 AM\nTo: Eva\nSubject: Interview",
        "Von: Jana Muster <jana@acme.example>\nGesendet: Montag, 3. März 2025 10:00\nAn: Eva\nBetreff: Gespräch",
        "De : Jeanne Test\nEnvoyé : lundi 3 mars 2025 10:00\nÀ : Eva\nObjet : Entretien",
        "De: Juana Prueba\nEnviado: lunes, 3 de marzo de 2025 10:00\nPara: Eva\nAsunto: Entrevista",
        "*From:* Jane Doe <jane@acme.example>\n*Date:* Monday\n*To:* Eva\n*Subject:* Interview",
        "_" * 32 + "\nFrom: Jane Doe <jane@acme.example>\nSent: Monday\nTo: Eva\nSubject: Interview",
        "---------- Forwarded message ---------\nFrom: Jane <jane@acme.example>\nSubject: Interview",
    ],
)
def test_history_below_its_mark_is_not_text(mark: str) -> None:
    parts = split_body(f"{REPLY}\n\n{mark}\n\n{OLD}")

    assert parts.text == REPLY
    assert OLD in parts.quoted


def test_answers_between_quoted_lines_are_text() -> None:
    body = "On 3 Mar 2025, Jane wrote:\n> When can you start?\nIn May.\n> And your notice?\nFour weeks.\n"

    parts = split_body(body)

    assert parts.text == "In May.\n\nFour weeks."
    assert parts.quoted.count(">") == 2


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
        "---------- Message transféré ---------",
        "---------- Mensaje reenviado ---------",
    ],
)
def test_the_words_of_a_bare_forward_are_the_text(mark: str) -> None:
    head = "From: Jane <jane@acme.example>\nDate: Monday\nSubject: Interview\nTo: Eva"

    parts = split_body(
        f"FYI\n\n{mark}\n{head}\n\nWe would like to invite you to a call.\n\nOn 1 Mar Eva wrote:\n\nOld."
    )

    assert parts.text == "FYI\n\nWe would like to invite you to a call."
    assert "Old." in parts.quoted


def test_a_short_answer_above_an_outlook_block_stays_the_text() -> None:
    block = "From: Jane\nSent: Monday\nTo: Eva\nSubject: Interview\n\nAre you free on Tuesday?"

    assert split_body(f"Yes\n\n{block}").text == "Yes"
    assert split_body(f"Thanks!\n\nEva\n\n{block}").text == "Thanks!\n\nEva"


@pytest.mark.parametrize(
    "closing",
    [
        "Kind regards,\nJane Doe",
        "Best,\nJane",
        "Mit freundlichen Grüßen\nJana Muster\nPersonalabteilung\nTel. 030 1234",
        "Cordialement,\nJeanne",
        "Saludos,\nJuana",
        "-- \nJane Doe\nAcme",
        "--\nJane Doe",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Get Outlook for iOS",
    ],
)
def test_closings_are_the_signature(closing: str) -> None:
    parts = split_body(f"We would like to meet you.\n\n{closing}")

    assert parts.text == "We would like to meet you."
    assert parts.signature == closing


def test_thanks_that_open_a_letter_are_no_signature() -> None:
    body = "Thank you!\nThe form is attached as you asked."

    assert split_body(body).text == body


def test_a_postscript_is_text() -> None:
    parts = split_body("We would like to meet you.\n\nBest,\nJane\n\nP.S. Bring your papers.")

    assert parts.text == "We would like to meet you.\n\nP.S. Bring your papers."
    assert parts.signature == "Best,\nJane"


@pytest.mark.parametrize(
    "small_print",
    [
        "This email and any attachments are confidential.",
        "CONFIDENTIALITY NOTICE: you know it.\nIt goes on\nand on.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "You are receiving this email because you applied.\nUnsubscribe <https://acme.example/u>\n\n© 2025 Acme",
        "To unsubscribe, click here.",
        "Ce message est confidentiel.",
    ],
)
def test_small_print_is_the_footer(small_print: str) -> None:
    parts = split_body(f"We would like to meet you.\n\nBest,\nJane\n\n{small_print}")

    assert (parts.text, parts.signature) == ("We would like to meet you.", "Best,\nJane")
    assert parts.footer == small_print


def test_a_body_that_is_all_taken_off_is_kept_whole() -> None:
    body = "> only quoted\n> lines here"

    assert split_body(body).text == body


LINES = st.sampled_from(
    [
        "Hello there",
        "> quoted",
        "On 3 Mar Jane wrote:",
        "-- ",
        "Best,",
        "Jane",
        "",
        "Unsubscribe",
        "From: a@b.example",
        "Sent: Monday",
        "Subject: x",
        "To: b",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "Sent from my iPhone",
        "P.S. more",
        "_" * 32,
        "Yes",
        "Thanks!",
        "   ",
        "This email is confidential.",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(LINES, max_size=30).map("\n".join), st.text(max_size=200)))
def test_no_line_is_lost(body: str) -> None:
    parts = split_body(body)

    kept = "\n".join((parts.text, parts.quoted, parts.signature, parts.footer)).split("\n")
    assert sorted(filter(str.strip, kept)) == sorted(filter(str.strip, body.split("\n")))


@pytest.mark.parametrize(
    "body",
    [
        "On a a a " * 5_000,
        "\n" * 50_000,
        "On a a a\n" * 5_000,
        "> " * 20_000,
        ">\n" * 20_000,
        "From: a\n" * 10_000,
        "Best,\n" * 10_000,
        "unsubscribe\n" * 10_000,
        "_" * 40_000,
        "-----Original Message-----\n" * 2_000,
    ],
)
def test_hostile_bodies_take_no_time(body: str) -> None:
    begin = time.process_time()

    split_body(body)

    assert time.process_time() - begin < 0.5
