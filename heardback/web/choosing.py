"""Choosing the applications a person asked to see: by their words, by where they stand, and in their order. Pure."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo

from heardback.views import needs_person, urgency
from heardback.web.wanted import Order, Wanted
from respond.glances import Glance
from store.records import Event
from store.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Haystack:
    """What a search looks through, by application: names of the employer, the agency, the role, and of people."""

    texts: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Iterable[Glance], people: Mapping[int, Sequence[str]]) -> "Haystack":
        """``people`` are names and addresses of those met, by application."""
        return cls(
            {
                each.application.id: plain(
                    " ".join(
                        (
                            each.application.company,
                            each.application.agency,
                            each.application.role,
                            each.reply_to,
                            *people.get(each.application.id, ()),
                        )
                    )
                )
                for each in found
            }
        )

    def holds(self, number: int, words: Sequence[str]) -> bool:
        """Whether every one of these plain words is found."""
        text = self.texts.get(number, "")
        return all(word in text for word in words)


def plain(text: str) -> str:
    """Small letters without accents, so that "cafe" finds "Café"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def chosen(found: Iterable[Glance], wanted: Wanted, hay: Haystack) -> list[Glance]:
    """What was asked for, in the order that was asked for."""
    words = plain(wanted.text).split()
    kept = [
        each
        for each in found
        if (wanted.status is None or each.state.status is wanted.status)
        and (wanted.stage is None or each.state.stage is wanted.stage)
        and (wanted.reason is None or each.state.rejection_reason is wanted.reason)
        and (not wanted.needs_me or needs_person(each.state))
        and (not wanted.ghosted or each.state.ghosted)
        and hay.holds(each.application.id, words)
    ]
    return _ordered(kept, wanted.order)


def since(glance: Glance, zone: tzinfo) -> date | None:
    """The local day from which on it stands as it stands."""
    state = glance.state
    if state.silent_since is not None:
        return state.silent_since
    event = _turning_point(glance)
    return None if event is None else event.at.astimezone(zone).date()


def _turning_point(glance: Glance) -> Event | None:
    history = glance.state.history
    match glance.state.status:
        case Status.REJECTED:
            return history.rejection
        case Status.WITHDRAWN:
            return history.withdrawn
        case Status.OFFER:
            return history.offer or history.moved_by
        case Status.WAITING_ON_ME:
            return history.my_turn or history.moved_by
        case _:
            return history.clock or history.moved_by


def _ordered(found: list[Glance], order: Order) -> list[Glance]:
    match order:
        case Order.URGENCY:
            return sorted(found, key=urgency)
        case Order.NEWEST:
            return sorted(found, key=_last_news, reverse=True)
        case Order.WAITING:
            waiting = (Status.WAITING_ON_THEM, Status.SILENT)
            return sorted(found, key=lambda each: (each.state.status not in waiting, _last_news(each)))
        case Order.CHANCE:
            return sorted(found, key=lambda each: -(each.state.chance.p if each.state.chance else -1.0))
        case Order.EMPLOYER:
            return sorted(found, key=lambda each: plain(each.application.company or each.application.agency))


def _last_news(glance: Glance) -> float:
    event = _turning_point(glance) or glance.state.history.applied
    return event.at.timestamp() if event else 0.0
