"""What every page has at hand: the house, the moment it looks from, and whether it may change anything."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from starlette.requests import Request

from heardback.web.notices import Notices
from heardback.web.signin import Keys, link_to
from store.clock import Clock, SystemClock

if TYPE_CHECKING:
    from heardback.wiring import House


@dataclass(frozen=True)
class Desk:
    """One running page on one store; ``port`` is the one it is reached under.

    ``watch`` tells the time by which keys run out. It is the machine's own also where ``house.clock`` stands still, as
    in the demo and under ``--now``.
    """

    house: "House"
    read_only: bool = False
    port: int = 8425
    watch: Clock = field(default_factory=SystemClock)
    notices: Notices = field(default_factory=Notices)

    @property
    def now(self) -> datetime:
        """The moment the pages speak of, aware, in UTC."""
        return self.house.clock.now()

    @property
    def zone(self) -> ZoneInfo:
        """The person's time zone."""
        return self.house.zone

    @property
    def keys(self) -> Keys:
        """Who may look."""
        return Keys(self.house.database, self.watch)

    def link(self) -> str:
        """A fresh one-time link to this page."""
        return link_to(self.port, self.keys.new_link())

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which a browser on this machine may ask for the page (against DNS rebinding)."""
        names = ("127.0.0.1", "localhost", "[::1]")
        bare = names if self.port == 80 else ()  # a browser leaves the usual port out
        return (*(f"{name}:{self.port}" for name in names), *bare)

    @property
    def address(self) -> str:
        """Where the page is, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"


def desk_of(request: Request) -> Desk:
    """The desk of the application that answers."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk
