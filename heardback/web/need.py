"""One thing that waits for the person, and the kinds there are of it."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from heardback.questions import Asked
from heardback.web.draftcards import DraftCard
from heardback.web.mailcards import MailCard


class Group(IntEnum):
    """The kinds of need, in the order they are shown."""

    STUCK = 0
    THEIRS = 1
    READY = 2
    GAPS = 3
    QUESTION = 4
    DOUBT = 5
    DUE = 6

    @property
    def heading(self) -> str:
        """What stands over them."""
        return _HEADINGS[self]


_HEADINGS = {
    Group.STUCK: "Not sent, or perhaps not",
    Group.THEIRS: "They are waiting for you",
    Group.READY: "Ready to approve",
    Group.GAPS: "Needs a few words of yours",
    Group.QUESTION: "Which application?",
    Group.DOUBT: "What kind of mail is it?",
    Group.DUE: "Due now",
}


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits for the person; ``by`` is its day and ``why`` the sentence behind it."""

    group: Group
    anchor: str
    title: str
    who: str
    role: str
    why: str
    link: str
    by: date | None = None
    rests_on: str = ""
    draft: DraftCard | None = None
    question: Asked | None = None
    doubt: MailCard | None = None
    application: int | None = None
    order: tuple[object, ...] = ()
