"""Approving at the terminal: two mails to one team on a day, and the most for a day, are said before anything goes."""

from datetime import UTC, datetime, timedelta

from tests.journey.world import World, mail


def _two_rejections(world: World) -> None:
    now = datetime.now(UTC)
    for hours, who, role in ((5, "Kim Alder", "Museum Coordinator"), (4, "Pat Moss", "Archivist")):
        address = f"{who.lower().replace(' ', '.')}@calder-trust.example"
        made = mail(
            f"{who} <{address}>",
            world.me,
            f"Your application as {role}",
            f"Dear Sam,\n\nThank you for coming to talk to us about the {role} role at Calder Trust. We have decided "
            f"to go with another candidate.\n\nBest wishes,\n{who}\nCalder Trust\n",
            now - timedelta(hours=hours),
        )
        world.box.put("INBOX", [(made.as_bytes(), now - timedelta(hours=hours))])


def _one_a_day(world: World) -> None:
    text = world.config.read_text(encoding="utf-8").replace("[replies]", "[replies]\nmost_per_day = 1")
    world.config.write_text(text, encoding="utf-8")


def test_a_second_mail_to_a_team_and_the_most_for_a_day_are_told(world: World) -> None:
    _two_rejections(world)
    world.write_config()
    _one_a_day(world)
    assert world.command("poll").returncode == 0

    first = world.command("review", "approve", "1")
    assert (first.returncode, "goes out after" in first.stderr) == (0, True)
    listed = world.command("review", "list").stdout
    assert "goes out after" in " ".join(listed.split())

    # The most for a day puts the second off by a day, so that the two do not meet; without it they would.
    second = world.command("review", "approve", "2")
    assert second.returncode == 0
    assert "1 is the most for one day" in second.stderr
    assert world.command("review", "undo", "2").returncode == 0
    world.write_config()

    third = world.command("review", "approve", "2")
    assert third.returncode == 1
    assert "Kim Alder" in third.stderr
    assert "review approve 2 --anyway" in third.stderr
    assert world.command("review", "approve", "2", "--anyway").returncode == 0
    assert world.sink is not None
    assert world.sink.taken == []
