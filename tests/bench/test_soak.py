"""A hundred rounds of the soak; ``make soak`` runs ten thousand."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.soak import CALM_ROUNDS, Figures, Look, Soak, soak
from bench.soakaccount import Account, problems_of
from bench.soaked import STEP
from tests.servers.dovecot import Dovecot

EMPTY = Account()


def test_a_hundred_rounds_with_faults_lose_double_and_leak_nothing(dovecot: Dovecot) -> None:
    assert dovecot.imap_port  # skips where there is no Dovecot
    figures = soak(100)

    assert figures.problems == []
    assert figures.account.delivered >= 10
    assert figures.faults >= 5
    assert figures.restarts == 1
    assert figures.account.drafts


def test_what_was_lost_or_doubled_is_told() -> None:
    account = Account(
        delivered=3,
        stored=Counter({"<soak.0@mail.example>": 2, "<soak.9@mail.example>": 1}),
        inbox=Counter(["<soak.0@mail.example>", "<soak.1@mail.example>"]),
        sent_folder=Counter({"<d1@home.example>": 2}),
        taken=Counter(["<d2@home.example>", "<d2@home.example>"]),
        drafts_folder=Counter(["<d3@home.example>"]),
        drafts={"<d1@home.example>": "sent", "<d2@home.example>": "proposed", "<d3@home.example>": "discarded"},
        weeks=["2026-03-02 sent", "2026-03-02 sent"],
    )
    told = " / ".join(problems_of(account))
    for word in ("2 lie there", "lost", "not there", "double in stored", "double in sent_folder", "double in taken"):
        assert word in told
    for word in ("never went out", "do not count as sent", "missing in Drafts", "that are over", "two digests"):
        assert word in told
    assert problems_of(EMPTY) == []


@pytest.mark.parametrize(
    ("late", "word"),
    [
        ({"rss": 106_000}, "memory grew by 6.0%"),
        ({"descriptors": 25}, "descriptors grew from 20 to 25"),
        ({"threads": 19}, "threads grew"),
        ({"temporary": 4}, "temporary grew"),
        ({"wal": 20_000}, "write-ahead log"),
    ],
)
def test_what_grows_is_told(late: dict[str, int], word: str) -> None:
    early = {"rss": 100_000, "descriptors": 20, "threads": 9, "helpers": 1, "temporary": 0, "wal": 4_000, "store": 900}
    figures = Figures(10_000, ended_in_time=True)
    for number in range(10, 10_001, 10):
        values = early if number <= 1_000 else {**early, **late}
        figures.looks.append(Look(round=number, **values))

    (problem,) = figures.problems
    assert word in problem


def test_its_clock_stays_behind_the_computers_own(tmp_path: Path) -> None:
    # Mail arrives at the real time, and a mail that says it was written later counts as of its arrival.
    run = Soak(500, tmp_path)
    assert run.at + STEP * (500 + CALM_ROUNDS) < datetime.now(UTC)
