"""Sends what a person approved, at most once.

The claim comes first: a draft is ``sending`` in the store before the first byte leaves. Found in that state at the
next start, nobody knows whether it went out: it is looked up in Sent, else shown as ``unknown``, and never retried.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from respond.draftmail import mail_of
from respond.smtp import SendUnknown
from store.clock import Clock
from store.database import Database
from store.errors import PassingError, PermanentError, UserError
from store.noted import Draft
from store.vocabulary import DraftState

FIRST_DELAY = timedelta(minutes=2)
LONGEST_DELAY = timedelta(hours=1)
MOST_TRIES = 8
"""With growing delays that is about four hours of trying; then the person is told."""

APPROVABLE = (DraftState.PROPOSED, DraftState.EDITED)
DISCARDABLE = (*APPROVABLE, DraftState.APPROVED, DraftState.FAILED, DraftState.UNKNOWN)


class Sends(Protocol):
    """What the outbox needs of a mail server; ``smtp.SmtpSender`` is it.

    Raises ``PassingError``, ``PermanentError``, or ``SendUnknown`` when the connection died after the text was handed
    over.
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

    def approve(self, number: int) -> datetime:
        """Approves a draft; it goes out once the undo window is over, at the time returned.

        Raises ``UserError`` when there are gaps to fill, or when it can no longer be approved.
        """
        now = self._clock.now()
        with self._database.transaction() as transaction:
            draft = transaction.drafts.get(number)
            _check_approvable(draft, number)
            assert draft is not None
            goes_out = now + self._undo
            if not transaction.drafts.move(
                number, from_states=APPROVABLE, to=DraftState.APPROVED, at=now, not_before=goes_out
            ):
                raise UserError(f"Draft {number} has changed meanwhile: look at it again with 'review show {number}'.")
        return goes_out

    def withdraw_approval(self, number: int) -> None:
        """Takes an approval back while nothing was sent. Raises ``UserError`` when it is too late."""
        with self._database.transaction() as transaction:
            moved = transaction.drafts.move(
                number, from_states=(DraftState.APPROVED,), to=DraftState.EDITED, at=self._clock.now()
            )
        if not moved:
            raise UserError(f"Draft {number} is not waiting to be sent, so there is no approval to take back.")

    def discard(self, number: int) -> None:
        """The person does not want it. Raises ``UserError`` when it is gone or sent."""
        with self._database.transaction() as transaction:
            moved = transaction.drafts.move(
                number, from_states=DISCARDABLE, to=DraftState.DISCARDED, at=self._clock.now()
            )
        if not moved:
            raise UserError(f"There is no draft {number} to discard: 'heardback review list' shows those that wait.")

    def send_due(self, sender_of: Callable[[str], Sends | None]) -> tuple[Sending, ...]:
        """Sends every approved draft whose undo window is over; ``sender_of`` gives an account's way out, or None."""
        now = self._clock.now()
        with self._database.reading() as transaction:
            due = transaction.drafts.due(now)
            today = transaction.drafts.sent_since(now - timedelta(days=1))
        done: list[Sending] = []
        for draft, tries in due:
            sender = sender_of(draft.account)
            if sender is None:
                continue
            if today >= self._most_per_day:
                break
            sending = self._send_one(draft, tries, sender)
            if sending is not None:
                done.append(sending)
                today += sending.state is DraftState.SENT
        return tuple(done)

    def recover(self, lies_in_sent: Callable[[Draft], bool]) -> tuple[Sending, ...]:
        """Settles drafts that a crash left in ``sending``: found in Sent they are sent, else unknown.

        ``lies_in_sent`` may raise ``PassingError``; the draft is then looked up in a later round.
        """
        with self._database.reading() as transaction:
            found = transaction.drafts.in_state(DraftState.SENDING)
        return tuple(
            self._settle(draft, DraftState.SENT, "It was sent.")
            if lies_in_sent(draft)
            else self._settle(draft, DraftState.UNKNOWN, UNKNOWN_WORDS)
            for draft in found
        )

    def _send_one(self, draft: Draft, tries: int, sender: Sends) -> Sending | None:
        now = self._clock.now()
        if not self._fits(draft):
            return self._settle(draft, DraftState.WITHDRAWN, OUTDATED_WORDS, DraftState.APPROVED)
        if self._rests(draft):
            return None
        with self._database.transaction() as transaction:
            if not transaction.drafts.move(draft.id, from_states=(DraftState.APPROVED,), to=DraftState.SENDING, at=now):
                return None
        try:
            sender.send(draft.sender.address, draft.to.address, mail_of(draft, now=now))
        except SendUnknown:
            return self._settle(draft, DraftState.UNKNOWN, UNKNOWN_WORDS)
        except PassingError as error:
            return self._try_later(draft, tries, str(error))
        except (PermanentError, UserError) as error:
            return self._settle(draft, DraftState.FAILED, f"It was not sent: {error}")
        return self._settle(draft, DraftState.SENT, "Sent.")

    def _settle(self, draft: Draft, state: DraftState, sentence: str, was: DraftState = DraftState.SENDING) -> Sending:
        with self._database.transaction() as transaction:
            failure = "" if state is DraftState.SENT else sentence
            transaction.drafts.move(draft.id, from_states=(was,), to=state, at=self._clock.now(), failure=failure)
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


UNKNOWN_WORDS = (
    "It may or may not have been sent: the connection ended before the server answered. Look into your Sent folder; "
    "heardback does not send it again."
)
OUTDATED_WORDS = "Something has happened in this conversation since you approved it, so it was not sent."


def _check_approvable(draft: Draft | None, number: int) -> None:
    if draft is None:
        raise UserError(f"There is no draft {number}: 'heardback review list' shows those that wait.")
    if not draft.state.is_open:
        raise UserError(f"Draft {number} is {draft.state}; only a waiting draft can be approved.")
    gaps = [gap for gap in draft.gaps if gap in draft.body]
    if gaps:
        raise UserError(
            f"Draft {number} has a place only you can fill, {gaps[0]}: fill it with 'heardback review edit {number}'."
        )
    if not draft.account:
        raise UserError(f"Draft {number} belongs to no mail account: copy its text into your mail program instead.")
