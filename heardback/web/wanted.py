"""Which applications a person asked to see: filtered and in which order, as it stands in the address of the page."""

from dataclasses import dataclass
from enum import StrEnum

from store.vocabulary import RejectionReason, Stage, Status


class Order(StrEnum):
    """In which order the table stands."""

    URGENCY = "urgency"
    NEWEST = "newest"
    WAITING = "waiting"
    CHANCE = "chance"
    EMPLOYER = "employer"


ORDER_WORDS: dict[Order, str] = {
    Order.URGENCY: "what needs you first",
    Order.NEWEST: "latest news first",
    Order.WAITING: "longest waiting first",
    Order.CHANCE: "best chance of an answer first",
    Order.EMPLOYER: "by employer",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked to see; an empty field leaves everything in."""

    text: str = ""
    status: Status | None = None
    stage: Stage | None = None
    reason: RejectionReason | None = None
    needs_me: bool = False
    ghosted: bool = False
    order: Order = Order.URGENCY
    page: int = 1
    board: bool = False
    whole: Stage | None = None
    """The column of the board that is shown whole."""

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out."""
        return bool(self.text) or self.narrows

    @property
    def narrows(self) -> bool:
        """Whether more than words is asked for."""
        return bool(self.status or self.stage or self.reason or self.needs_me or self.ghosted)

    def query(self, **changes: str) -> dict[str, str]:
        """The fields of an address that asks for the same, with these changed; what says nothing is left out."""
        known = {
            "view": "board" if self.board else "",
            "q": self.text,
            "status": self.status or "",
            "stage": self.stage or "",
            "reason": self.reason or "",
            "needs": "me" if self.needs_me else "",
            "ghosted": "yes" if self.ghosted else "",
            "sort": "" if self.order is Order.URGENCY else self.order,
            "page": "" if self.page == 1 else str(self.page),
            "whole": self.whole or "",
        }
        return {name: str(value) for name, value in (known | changes).items() if value}
