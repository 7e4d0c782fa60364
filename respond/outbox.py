"""Sends what a person approved, at most once.

Before a draft goes, a last look tells whether it still fits and whether the person did something else with it in their
mail program. The claim comes first: a draft is ``sending`` in the store before the first byte leaves. Found in that
state at the next start, nobody knows whether it went out: it is looked up in Sent, else shown as ``unknown``, and never
retried by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from respond.approvable import APPROVABLE, DISCARDABLE, WITHDRAWABLE, check_approvable
from respond.departures import DAY, Departure, spread_over_days
from respond.draftmail import mail_of
from respond.endings import Endings
from respond.smtp.handing_over import SendUnknown
from store.clock import Clock
from store.database import Database
from store.errors import PassingError, PermanentError, UserError
from store.noted import Draft
from store.vocabulary import DraftState

FIRST_DELAY = timedelta(minutes=2)
LONGEST_DELAY = timedelta(hours=1)
MOST_TRIES = 8
"""With growing delays that is about four hours of trying; then the person is told."""

LOOK_AGAIN = timedelta(minutes=10)
"""After a mailbox that could not be looked into."""
UNKNOWN_WORDS = (
    "It may or may not have been sent: the connection ended before the server answered. Look into your Sent folder; "
    "heardback does not send it again unless you take it up with 'heardback review undo'."
)
OUTDATED_WORDS = "Something has happened in this conversation since you approved it, so it was not sent."
IN_SENT_WORDS = "It lies in your Sent folder already, so it is not sent again."
NOT_LOOKED = "Not sent yet, because your mailbox could not be looked into first: {error}"


class Sends(Protocol):
    """What the outbox needs of a mail server; ``smtp.sender.SmtpSender`` is it.

    Raises ``PassingError``, ``PermanentError``, or ``SendUnknown`` when the connection died after the handing over.
    """

    def send(self, sender: str, recipient: str, raw: bytes) -> None:
        """Hands one mail over."""
        ...


@dataclass(frozen=True, slots=True)
class Sending:
    """What became of one draft: its new state, and one sentence."""

    draft: Draft
    state: DraftState
    sentence: str


class Outbox:
    """Approval, sending and recovery.

    ``fits`` says whether a draft still answers the state of its application, ``rests`` whether it has to wait for
    another day although it is approved.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        undo: timedelta,
        most_per_day: int,
        fits: Callable[[Draft], bool],
        rests: Callable[[Draft], bool] = lambda _draft: False,
    ) -> None:
        self._database, self._clock = database, clock
        self._undo, self._most_per_day, self._fits, self._rests = undo, most_per_day, fits, rests
        self._endings: Endings[Sending] = Endings()

    def approve(self, number: int) -> datetime:
        """Approves a draft; it goes out once the undo window is over, at the time returned.

        Raises ``UserError`` when there are gaps to fill, or when it can no longer be approved.
        """
        now = self._clock.now()
        goes_out = now + self._undo
        with self._database.transaction() as transaction:
            check_approvable(transaction.drafts.get(number), number)
            if not transaction.drafts.move(
                number, from_states=APPROVABLE, to=DraftState.APPROVED, at=now, not_before=goes_out
            ):
                raise UserError(f"Draft {number} has changed meanwhile: look at it again with 'review show {number}'.")
        return goes_out

    def withdraw_approval(self, number: int) -> None:
        """Takes an approval back while nothing was sent; a failed or unknown draft waits again, to be edited.

        Raises ``UserError`` when it is too late.
        """
        with self._database.transaction() as transaction:
            moved = transaction.drafts.move(
                number, from_states=WITHDRAWABLE, to=DraftState.EDITED, at=self._clock.now()
            )
        if not moved:
            raise UserError(
                f"Draft {number} is not waiting to be sent, so there is no approval to take back: see 'review show "
                f"{number}'."
            )

    def discard(self, number: int) -> None:
        """The person does not want it. Raises ``UserError`` when it is gone or sent."""
        with self._database.transaction() as transaction:
            moved = transaction.drafts.move(
                number, from_states=DISCARDABLE, to=DraftState.DISCARDED, at=self._clock.now()
            )
        if not moved:
            raise UserError(f"There is no draft {number} to discard: 'heardback review list' shows those that wait.")

    def send_due(
        self, sender_of: Callable[[str], Sends | None], may_go: Callable[[Draft], bool] = lambda _draft: True
    ) -> tuple[Sending, ...]:
        """Sends every approved draft whose undo window is over; ``sender_of`` gives an account's way out, or None.

        ``may_go`` is the last look (``lastlook``): False once it noted in the store why a draft does not go.
        """
        self._endings.catch_up()
        now = self._clock.now()
        with self._database.reading() as transaction:
            due = transaction.drafts.due(now)
            today = len(transaction.drafts.sent_times(now - DAY))
        done: list[Sending] = []
        for draft, tries in due:
            sender = sender_of(draft.account)
            if sender is None:
                continue
            if today >= self._most_per_day:
                break
            sending = self._send_one(draft, tries, sender, may_go)
            if sending is not None:
                done.append(sending)
                today += sending.state in (DraftState.SENT, DraftState.UNKNOWN)
        return tuple(done)

    def going_out(
        self, free_from: Callable[[Draft, datetime], datetime], also: Draft | None = None
    ) -> dict[int, Departure]:
        """When each approved draft goes out, and ``also`` one that may be approved now.

        ``free_from`` gives the first moment, from one on, that is no day of rest for a draft.
        """
        now = self._clock.now()
        with self._database.reading() as transaction:
            outgoing = list(transaction.drafts.outgoing())
            sent = transaction.drafts.sent_times(now - DAY)
        if also is not None and also.id not in {draft.id for draft, _ in outgoing}:
            outgoing.append((also, now + self._undo))
        return spread_over_days([(draft, max(now, at)) for draft, at in outgoing], sent, self._most_per_day, free_from)

    def recover(
        self, lies_in_sent: Callable[[Draft], bool], of: Callable[[Draft], bool] = lambda _draft: True
    ) -> tuple[Sending, ...]:
        """Settles drafts that a crash left in ``sending``: found in Sent they are sent, else unknown.

        ``of`` tells which ones to look at. ``lies_in_sent`` may raise ``PassingError``; then it is looked up in a later
        round.
        """
        self._endings.catch_up()
        with self._database.reading() as transaction:
            found = [draft for draft in transaction.drafts.in_state(DraftState.SENDING) if of(draft)]
        return tuple(
            self._settle(draft, DraftState.SENT, "It was sent.")
            if lies_in_sent(draft)
            else self._settle(draft, DraftState.UNKNOWN, UNKNOWN_WORDS)
            for draft in found
        )

    def _send_one(self, draft: Draft, tries: int, sender: Sends, may_go: Callable[[Draft], bool]) -> Sending | None:
        if not self._fits(draft):
            return self._settle(draft, DraftState.WITHDRAWN, OUTDATED_WORDS, DraftState.APPROVED)
        if self._rests(draft):
            return None
        try:
            goes = may_go(draft)
        except (PassingError, PermanentError, UserError) as error:
            return self._hold(draft, NOT_LOOKED.format(error=error))
        fresh = self._read(draft)
        if fresh.state is DraftState.APPROVED and fresh.approved != draft.approved:
            return None  # taken back and approved anew meanwhile: that approval has a time and a last look of its own
        if not goes or fresh.state is not DraftState.APPROVED:
            return Sending(fresh, fresh.state, fresh.failure or IN_SENT_WORDS)
        return self._hand_over(fresh, tries, sender)

    def _hand_over(self, draft: Draft, tries: int, sender: Sends) -> Sending | None:
        now = self._clock.now()
        with self._database.transaction(durable=True) as transaction:
            # Counted once more: another account, or a command beside the service, may be sending too.
            if len(transaction.drafts.sent_times(now - DAY)) >= self._most_per_day:
                return None
            if transaction.drafts.get(draft.id) != draft:
                return None
            if not transaction.drafts.move(draft.id, from_states=(DraftState.APPROVED,), to=DraftState.SENDING, at=now):
                return None
        try:
            sender.send(draft.sender.address, draft.to.address, mail_of(draft, now=now))
        except SendUnknown:
            return self._endings.note(lambda: self._settle(draft, DraftState.UNKNOWN, UNKNOWN_WORDS))
        except PassingError as error:
            words = str(error)
            return self._endings.note(lambda: self._try_later(draft, tries, words))
        except (PermanentError, UserError) as error:
            sentence = f"It was not sent: {error}"
            return self._endings.note(lambda: self._settle(draft, DraftState.FAILED, sentence))
        return self._endings.note(lambda: self._settle(draft, DraftState.SENT, "Sent.", at=now))

    def _hold(self, draft: Draft, sentence: str) -> Sending:
        now = self._clock.now()
        with self._database.transaction() as transaction:
            transaction.drafts.hold(draft.id, until=now + LOOK_AGAIN, failure=sentence, at=now)
        return Sending(draft, DraftState.APPROVED, sentence)

    def _read(self, draft: Draft) -> Draft:
        with self._database.reading() as transaction:
            return transaction.drafts.get(draft.id) or draft

    def _settle(
        self,
        draft: Draft,
        state: DraftState,
        sentence: str,
        was: DraftState = DraftState.SENDING,
        at: datetime | None = None,
    ) -> Sending:
        """``at`` is the Date the mail went out with, so that the copy in Sent is the same to the letter."""
        moment = at or self._clock.now()
        with self._database.transaction() as transaction:
            failure = "" if state is DraftState.SENT else sentence
            transaction.drafts.move(draft.id, from_states=(was,), to=state, at=moment, failure=failure)
        return Sending(draft, state, sentence)

    def _try_later(self, draft: Draft, tries: int, words: str) -> Sending:
        if tries + 1 >= MOST_TRIES:
            sentence = f"It was not sent after {MOST_TRIES} tries: {words}"
            return self._settle(draft, DraftState.FAILED, sentence)
        now = self._clock.now()
        until = now + min(FIRST_DELAY * 2**tries, LONGEST_DELAY)
        with self._database.transaction() as transaction:
            transaction.drafts.postpone(draft.id, until=until, failure=words, at=now)
        return Sending(draft, DraftState.APPROVED, f"Not sent yet; it is tried again: {words}")
