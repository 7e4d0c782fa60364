"""Once the job is found: who is owed a word of thanks, and which applications a withdrawal (``domain.md`` §6.2).

Pure. Whoever was written to since is thanked already.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo
from enum import IntEnum

from respond.acquaintances import How
from respond.people import Acquaintance
from respond.recipients import Recipient
from respond.standings import Standing
from store.records import StoredMessage
from store.vocabulary import Direction, Stage

REFERRING = ("referr", "introduc", "recommend", "empfohlen", "vermittel", "empfehl", "recommand", "recomend")
"""Words of the person's own note that say somebody put in a word for them: the stems in four languages."""
_ARRANGING = frozenset({How.ARRANGED, How.INVITED})
_NO_HELP = frozenset({How.DECIDED, How.COPIED, How.INTRODUCED})
"""Who sent a no has a reply of their own; who was copied in or introduced has done nothing yet."""


class Help(IntEnum):
    """How somebody helped, the most first."""

    REFERRED = 1
    INTERVIEWED = 2
    ANSWERED = 3


@dataclass(frozen=True, slots=True)
class Thanks:
    """Somebody to thank and to tell how it ended; ``why`` is one sentence."""

    address: str
    name: str
    company: str
    help: Help
    why: str
    application: int | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An application still open that a short, polite withdrawal would end."""

    application: int
    company: str
    role: str
    to: str


def thanks_owed(people: Iterable[Acquaintance], written_to: frozenset[str], zone: tzinfo) -> tuple[Thanks, ...]:
    """Those who helped, each once with the strongest reason; ``written_to`` are the addresses written to since."""
    owed = [
        _thanks(each, zone) for each in people if not each.note.dropped and not written_to & frozenset(each.addresses)
    ]
    found = (each for each in owed if each is not None)
    return tuple(sorted(found, key=lambda one: (one.help, one.company, one.name, one.address)))


def withdrawals(found: Iterable[Standing], hired: int | None) -> tuple[Withdrawal, ...]:
    """What is still open elsewhere and where somebody may still be waiting for the person."""
    return tuple(
        Withdrawal(each.application.id, _place(each), each.application.role, _reach(each))
        for each in found
        if each.application.id != hired and each.state.stage is not Stage.CLOSED and not each.state.ghosted
    )


def written_since(mails: Iterable[StoredMessage]) -> frozenset[str]:
    """The addresses that the person wrote to in these mails."""
    own = (stored for stored in mails if stored.direction is Direction.SENT)
    return frozenset(each.address for stored in own for each in (*stored.message.to, *stored.message.cc))


def _thanks(person: Acquaintance, zone: tzinfo) -> Thanks | None:
    """What somebody is to be thanked for, or None where they only sent a no or stood in copy."""
    hows = {one.how for one in person.met}
    if How.REFERRED in hows or _says_referred(person):
        return _owed(person, Help.REFERRED, "They put in a word for you; tell them how it ended.")
    talk = _talk(person)
    if talk is not None:
        day = talk.state.history.last_interview
        assert day is not None
        local = day.astimezone(zone)
        why = f"You talked at {_place(talk)} on {local.day} {local:%B}; thank them and tell them how it ended."
        return _owed(person, Help.INTERVIEWED, why)
    if hows <= _NO_HELP:
        return None
    return _owed(person, Help.ANSWERED, "They wrote to you themselves; a line on how it ended keeps them in reach.")


def _says_referred(person: Acquaintance) -> bool:
    words = f"{person.note.note} {person.note.reason}".casefold()
    return any(stem in words for stem in REFERRING)


def _talk(person: Acquaintance) -> Standing | None:
    """The application in which the person talked with them, or talked thanks to them."""
    led = {one.application for one in person.met if one.how is How.INTERVIEWED or one.how in _ARRANGING}
    held = (each for each in person.standings if each.state.history.last_interview is not None)
    return next((each for each in held if each.application.id in led), None)


def _owed(person: Acquaintance, helped: Help, why: str) -> Thanks:
    met = person.how
    return Thanks(
        person.address, person.name, person.company or person.agency, helped, why, met.application if met else None
    )


def _place(standing: Standing) -> str:
    return standing.application.company or standing.application.agency


def _reach(standing: Standing) -> str:
    return standing.recipient.address.address if isinstance(standing.recipient, Recipient) else ""
