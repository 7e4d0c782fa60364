"""The pass over all that may be due: what is to be drafted or withdrawn now; left out while it would find the same."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from heardback.farewell import draft_thanks
from respond.drafting import Drafted, draft_approaches, draft_replies
from respond.glances import begin_looks, due_looks, note_looks
from respond.sentbyhand import settle_sent
from respond.standings import Outlook, standings
from store.database import Transaction

if TYPE_CHECKING:
    from heardback.wiring import House

DECIDE_AGAIN_AFTER = timedelta(minutes=15)
"""What time alone makes due is decided as often as this, while nobody writes to the store and no look falls due."""
LOOKS = 200
"""Applications looked at in one transaction."""


class Deciding:
    """The passes of one house, one at a time."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._decided: tuple[int, datetime] | None = None
        """What the store was like at the last pass, and when that was."""

    def decide(self) -> Drafted:
        """Drafts what is due now and withdraws what no longer is."""
        with self._house.storing:
            return self._decide()

    def is_done(self) -> bool:
        """Whether a pass would find what the last one found: nobody has written since, and no look has fallen due."""
        if self._decided is None:
            return False
        database, now = self._house.database, self._house.clock.now()
        version, at = self._decided
        if not timedelta(0) <= now - at < DECIDE_AGAIN_AFTER or database.changed_beside() != version:
            return False
        with database.reading() as transaction:
            return not transaction.looks.due(now, 1)

    def _decide(self) -> Drafted:
        house, outlook = self._house, self._house.outlook
        keep_days = house.settings.tagger.keep_ordinary_text_days
        self._decided = None
        with house.database.upkeep() as transaction:
            before = house.database.changed_beside()
            transaction.mail.drop_old_text(outlook.days_ago(keep_days))
            settle_sent(transaction, outlook.now)
            outlook = begin_looks(transaction, outlook, house.drafting_rules)
            drafted, looked = self._look(transaction, outlook)
            drafted += draft_approaches(transaction, outlook, house.drafting_rules)
        seen = looked
        while looked == LOOKS:
            # A few hundred at a time, so that nobody else waits long for the store.
            with house.database.upkeep() as transaction:
                more, looked = self._look(transaction, outlook)
            drafted += more
        # Whatever anybody writes from the beginning of the pass on asks for another one.
        self._decided = before, outlook.now
        return drafted + draft_thanks(house.database, outlook, house.drafting_rules) if seen else drafted

    def _look(self, transaction: Transaction, outlook: Outlook) -> tuple[Drafted, int]:
        """Looks at what is due, and tells at how many; fewer than ``LOOKS`` means that was all."""
        ids = due_looks(transaction, outlook, LOOKS)
        found = standings(transaction, outlook, ids, chances=False)
        drafted = draft_replies(transaction, found, outlook, self._house.drafting_rules)
        note_looks(transaction, outlook, ids, found)
        return drafted, min(len(ids), LOOKS)
