"""Calls out what the person asked to be told at once: claimed in the store first, so that it is said once at most.

What is called out names the kind of news and nothing else; the news itself is read on the review page.
"""

import logging
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from heardback.alarms import Alarm, alarms
from heardback.notifying import addresses_of, notify
from heardback.overlooked import still_open
from heardback.settings import NotifyOn
from heardback.troubles import Trouble, note_notifying
from ingest.accounts import PasswordSource
from store.database import Transaction
from store.errors import HeardbackError
from store.vocabulary import Tag

if TYPE_CHECKING:
    from heardback.wiring import House

log = logging.getLogger("heardback.telling")

NEWS_OF = timedelta(days=2)
"""Older mail that only now comes into the store is history, not news."""
LOOK = "Look at the review page: heardback open."
_TAGS: Mapping[Tag, tuple[NotifyOn, str, str]] = {
    Tag.OFFER: (NotifyOn.OFFER, "An offer arrived.", "{count} offers arrived."),
    Tag.INVITATION: (NotifyOn.INVITATION, "An invitation arrived.", "{count} invitations arrived."),
}
_ALARMS, _MAIL, _CANARY = "told/alarms", "told/mail", "told/canary"


class Teller:
    """Tells what is new since it last told anything."""

    def __init__(self, house: "House", source: PasswordSource) -> None:
        self._house, self._source = house, source
        self._on = frozenset(house.settings.notify.on)

    @property
    def is_wanted(self) -> bool:
        """Whether the config names both where to and what of."""
        return bool(self._on) and self._source != PasswordSource()

    def tell(self, *, alarms_too: bool = True) -> tuple[str, ...]:
        """Claims what is new and calls it out; returns what was said. ``alarms_too`` is off while a computer wakes up.

        Raises ``UserError`` where the addresses cannot be had: then nothing is claimed.
        """
        if not self.is_wanted or not self._has_news(alarms_too):
            return ()
        addresses = addresses_of(self._source)
        with self._house.database.transaction() as transaction:
            texts = tuple(self._claimed(transaction, alarms_too))
        trouble = None
        try:
            for text in texts:
                notify(addresses, text)
        except HeardbackError as error:
            log.warning("a notification was not delivered: %s", type(error).__name__)
            trouble = Trouble(self._house.clock.now(), str(error))
        with self._house.database.transaction() as transaction:
            note_notifying(transaction, trouble)
        return texts

    def _has_news(self, alarms_too: bool) -> bool:
        """The same questions without claiming anything, so that most of the time nothing is written."""
        with self._house.database.reading() as transaction:
            facts = transaction.digests
            ringing = "\n".join(sorted(each.key for each in self._alarms(transaction)))
            newest = transaction.sightings.newest_mail()
            return (
                not facts.fact(_MAIL)
                or newest > int(facts.fact(_MAIL))
                or (alarms_too and ringing != facts.fact(_ALARMS))
                or max((each.number for each in still_open(transaction)), default=0) > int(facts.fact(_CANARY) or 0)
            )

    def _claimed(self, transaction: Transaction, alarms_too: bool) -> Iterator[str]:
        if alarms_too:
            yield from self._of_alarms(transaction)
        yield from self._of_mail(transaction)
        yield from self._of_canary(transaction)

    def _of_alarms(self, transaction: Transaction) -> Iterator[str]:
        """What began, and what is over again."""
        told = set(transaction.digests.fact(_ALARMS).splitlines())
        ringing = {each.key: each.short for each in self._alarms(transaction)}
        transaction.digests.set_fact(_ALARMS, "\n".join(sorted(ringing)))
        if NotifyOn.ACCOUNT_FAILING not in self._on:
            return
        for key in sorted(ringing.keys() - told):
            yield f"{ringing[key]} {LOOK}"
        for key in sorted(told - ringing.keys()):
            yield _over(key)

    def _of_mail(self, transaction: Transaction) -> Iterator[str]:
        """Offers and invitations the tagger is sure of; at the first time it only begins to count."""
        told, newest = transaction.digests.fact(_MAIL), transaction.sightings.newest_mail()
        transaction.digests.set_fact(_MAIL, str(newest))
        if not told:
            return
        since = self._house.clock.now() - NEWS_OF
        for tag, (kind, one, several) in _TAGS.items():
            count = transaction.sightings.certain(tag, after=int(told), since=since) if kind in self._on else 0
            if count:
                yield f"{one if count == 1 else several.format(count=count)} {LOOK}"

    def _of_canary(self, transaction: Transaction) -> Iterator[str]:
        told = int(transaction.digests.fact(_CANARY) or 0)
        new = [each.number for each in still_open(transaction) if each.number > told]
        if not new:
            return
        transaction.digests.set_fact(_CANARY, str(max(new)))
        if NotifyOn.CANARY in self._on:
            what = (
                "Mail that looks like job mail lies"
                if len(new) == 1
                else f"{len(new)} mails that look like job mail lie"
            )
            yield f"{what} where heardback does not read. {LOOK}"

    def _alarms(self, transaction: Transaction) -> tuple[Alarm, ...]:
        return alarms(transaction, [each.name for each in self._house.accounts], self._house.clock.now())


def _over(key: str) -> str:
    kind, _, name = key.partition("/")
    if kind == "account":
        return f"The mailbox “{name}” is read again."
    return "The weekly digest can be sent again." if kind == "digest" else "No reply is held up any more."
