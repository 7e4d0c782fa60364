"""A first look at years of mail: the applications are there, and nobody is bothered about what is long past."""

from datetime import UTC, datetime, timedelta

from respond.drafting import BEFORE_WATCH
from respond.standings import standings
from store.vocabulary import NextAction
from tests.journey.world import World, mail

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
EMPLOYERS = (
    "Calder Trust",
    "Brightmoor Hospital",
    "Dovecote Inn",
    "Ashgrove School",
    "Marlow Press",
    "Quayside Theatre",
    "Fenwick Energy",
    "Larkfield Council",
    "Oakhurst Bakery",
)
ROLES = ("Museum Coordinator", "Ward Clerk", "Office Manager", "Project Officer")


def _three_years(world: World) -> int:
    """Receipts, rejections by people, and invitations nobody answered, every three weeks for three years."""
    mails = []
    at = NOW - timedelta(days=3 * 365)
    number = 0
    while at < NOW - timedelta(days=60):
        employer = EMPLOYERS[number % len(EMPLOYERS)]
        role = ROLES[(number // len(EMPLOYERS)) % len(ROLES)]
        host = employer.lower().replace(" ", "-") + ".example"
        receipt = mail(
            f"{employer} Recruitment <no-reply@{host}>",
            world.me,
            f"Your application for {role} at {employer}",
            f"Dear Sam,\n\nThank you for applying for the position of {role} at {employer}. We have received your "
            "application and will be in touch once we have looked at it.\n",
            at,
        )
        mails.append((receipt.as_bytes(), at))
        if number % 2:
            later = at + timedelta(days=14)
            rejection = mail(
                f"Robin Hale <robin.hale@{host}>",
                world.me,
                f"Your application for {role} at {employer}",
                f"Dear Sam,\n\nThank you for your interest in the {role} role at {employer}. We have decided not to "
                "take your application further.\n\nKind regards,\nRobin Hale\n",
                later,
            )
            mails.append((rejection.as_bytes(), later))
        at += timedelta(days=21)
        number += 1
    world.box.put("INBOX", mails)
    return number


def test_three_years_of_mail_become_history(world: World) -> None:
    applications = _three_years(world)
    world.go_to(NOW)

    with world.house() as house:
        report = house.rounds.run_once()
        again = house.rounds.run_once()
        with house.database.reading() as transaction:
            found = standings(transaction, house.outlook)
            drafts, refusals = transaction.drafts.all(), transaction.drafts.refusals()
    assert len(found) >= applications * 0.9
    assert drafts == ()
    assert len(report.drafted.made) == 0
    assert report.drafted.history > 10
    assert {refusal.reason for refusal in refusals} == {BEFORE_WATCH}
    assert again.drafted.made == ()
    # The next step of each is told all the same.
    assert any(each.state.next_action is NextAction.FOLLOW_UP for each in found)
    with world.box.observer() as observer:
        observer.select("Drafts", readonly=True)
        assert observer.search(None, "ALL")[1][0].split() == []


def test_what_comes_after_the_first_look_is_drafted(world: World) -> None:
    _three_years(world)
    world.go_to(NOW)
    with world.house() as house:
        house.rounds.run_once()
    fresh = NOW + timedelta(days=1)
    world.deliver(
        mail(
            "Kim Alder <kim.alder@thornbury-arts.example>",
            world.me,
            "Your application as Gallery Assistant",
            "Dear Sam,\n\nThank you for applying for the Gallery Assistant role at Thornbury Arts. We have decided to "
            "go with another candidate.\n\nBest wishes,\nKim Alder\n",
            fresh,
        )
    )
    world.go_to(fresh + timedelta(hours=1))

    with world.house() as house:
        assert len(house.rounds.run_once().drafted.made) == 1
