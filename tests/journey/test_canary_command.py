"""``canary`` in the terminal: look, list, take in, pass over; and what ``doctor`` says of it."""

import json
from datetime import UTC, datetime, timedelta

from tests.journey.overlooked import invitation, receipt
from tests.journey.world import World


def test_the_terminal_looks_lists_and_takes_in(world: World) -> None:
    now = datetime.now(UTC)
    world.deliver(receipt(world, now - timedelta(days=2)))
    world.deliver(invitation(world, now - timedelta(days=1)), "Junk")
    assert world.command("poll").returncode == 0
    before = world.command("canary")
    assert "canary --now" in before.stderr

    looked = world.command("canary", "--now", "--json")
    assert looked.returncode == 0, looked.stderr
    (row,) = json.loads(looked.stdout)
    assert (row["stored"], row["missed"], row["recall"]) == (1, 1, 0.5)
    assert [each["folder"] for each in row["found"]] == ["Junk"]
    assert "brightmoor" not in looked.stderr

    listed = world.command("canary")
    assert "Ada Marsh" in listed.stdout
    doctor = world.command("doctor", "--json")
    found = {each["what"]: each for each in json.loads(doctor.stdout)}
    assert (found["folders"]["ok"], found["folders"]["grade"]) == (True, "look")
    assert "1 of 2 job mails" in found["folders"]["sentence"]
    said = " ".join(each["sentence"] for each in json.loads(doctor.stdout) if each["what"] == "home")
    assert "INBOX was last read" in said
    assert "Its server tells of new mail at once" in said
    assert "HEARDBACK_TEST_PASSWORD" in said

    taken = world.command("canary", "take", "1")
    assert taken.returncode == 0, taken.stderr
    assert "Taken in." in taken.stderr
    assert "Ward Clerk" in world.command("applications").stdout
    assert world.command("canary", "take", "1").returncode == 1
    assert world.command("canary", "pass-over", "7").returncode == 1
    assert world.command("--now", "2026-03-02", "canary", "--now").returncode == 1
