"""What the person of the soak does meanwhile: approves drafts, discards some, deletes some in their mail program."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from heardback.settings import Settings
from heardback.wiring import House
from store.clock import SetClock
from store.errors import UserError
from store.noted import Draft
from store.vocabulary import DraftState
from tests.servers.dovecot import Dovecot

SETTLED_UNKNOWN = (DraftState.UNKNOWN, DraftState.FAILED)


class Person:
    """Works on the same store from another process, as the commands do."""

    def __init__(self, settings: Settings, data: Path, server: Dovecot) -> None:
        self._settings, self._data, self._server = settings, data, server

    def decide(self, at: datetime) -> None:
        """On all drafts that wait: most are approved, one in five is discarded, one in five deleted over there."""
        self.settle_unknown(at)
        house = House(self._settings, self._data, SetClock(at))
        try:
            with house.database.reading() as transaction:
                waiting = transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED)
            for draft in waiting:
                with suppress(UserError):  # sent, withdrawn or gone meanwhile
                    self._decide(house, draft)
        finally:
            house.close()

    def settle_unknown(self, at: datetime) -> None:
        """Nobody knows whether these went out: the person lets them rest."""
        house = House(self._settings, self._data, SetClock(at))
        try:
            with house.database.reading() as transaction:
                doubtful = transaction.drafts.in_state(*SETTLED_UNKNOWN)
            for draft in doubtful:
                with suppress(UserError):
                    house.outbox.discard(draft.id)
        finally:
            house.close()

    def _decide(self, house: House, draft: Draft) -> None:
        match draft.id % 5:
            case 0:
                house.outbox.discard(draft.id)
            case 1:
                self._delete_there(draft)
            case _ if draft.gaps:
                house.outbox.discard(draft.id)
            case _:
                house.outbox.approve(draft.id)

    def _delete_there(self, draft: Draft) -> None:
        user = self._settings.accounts["home"].address
        with self._server.session(user) as program:
            program.select("Drafts")
            for uid in program.uid("SEARCH", "HEADER", "Message-ID", f'"{draft.message_id}"')[1][0].split():
                program.uid("STORE", uid.decode(), "+FLAGS.SILENT", "(\\Deleted)")
                program.uid("EXPUNGE", uid.decode())
