"""A rejection that gets one draft, and what became of it: in the store, in the folders, on the wire."""

from datetime import UTC, datetime
from email.message import EmailMessage

from heardback.wiring import House
from store.noted import Draft
from tests.journey.world import World, mail
from tests.servers.boxes import modified_utf7

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


def rejection(world: World) -> EmailMessage:
    """A rejection by a person, of this morning."""
    return mail(
        "Kim Alder <kim.alder@calder-trust.example>",
        world.me,
        "Your application as Museum Coordinator",
        "Dear Sam,\n\nThank you for coming to talk to us about the Museum Coordinator role at Calder Trust. We have "
        "decided to go with another candidate.\n\nBest wishes,\nKim Alder\nCalder Trust\n",
        AT,
    )


def drafted(world: World, house: House) -> Draft:
    """The draft that answers a rejection, after one round."""
    world.deliver(rejection(world))
    house.rounds.run_once()
    return only(house)


def only(house: House) -> Draft:
    """The one draft there is."""
    with house.database.reading() as transaction:
        (draft,) = transaction.drafts.all()
    return draft


def numbers(world: World, folder: str) -> list[int]:
    """The UIDs of what lies in a folder."""
    with world.box.observer() as observer:
        observer.select(f'"{modified_utf7(folder)}"', readonly=True)
        return [int(uid) for uid in observer.uid("SEARCH", "ALL")[1][0].split()]


def taken(world: World) -> list[bytes]:
    """What went out, as the mail server got it."""
    assert world.sink is not None
    return [each.raw for each in world.sink.taken]


def approve_and_wait(world: World, house: House, draft: Draft) -> None:
    """Approves, and lets the undo window pass."""
    house.outbox.approve(draft.id)
    world.later(minutes=2)
