"""A reply a person asks for themselves: the draft that is made, in place of another one.

A round leaves it alone for as long as it can be sent at all.
"""

from respond.answered import mail_answered
from respond.approaches import KINDS as APPROACHED
from respond.choices import CHASES, why_not
from respond.compose import compose
from respond.due import cause_of
from respond.making import DraftingRules, situation_of, store_draft
from respond.recipients import Recipient
from respond.situation import Refused, Situation
from respond.standings import Outlook, Standing, search_of
from store.database import Transaction
from store.errors import UserError
from store.noted import Draft, Search
from store.vocabulary import DraftKind, DraftState

_GONE_OUT = (DraftState.SENT, DraftState.SENDING, DraftState.UNKNOWN)
_UNTOUCHED = (DraftState.PROPOSED,)
_REPLACEABLE = (DraftState.PROPOSED, DraftState.EDITED)


def ask_for(
    transaction: Transaction,
    standing: Standing,
    kind: DraftKind,
    outlook: Outlook,
    rules: DraftingRules,
    *,
    instead_of: int | None,
) -> Draft:
    """Stores the reply that was asked for, in place of the one that waited.

    Raises:
        UserError: it cannot be written there now, it has been sent already, or another draft is in the way.
    """
    search = search_of(transaction, outlook)
    today = outlook.now.astimezone(outlook.zone).date()
    reason = why_not(kind, standing, search, today=today)
    if reason:
        raise UserError(reason)
    to = standing.recipient.address if isinstance(standing.recipient, Recipient) else None
    is_thanks = kind is DraftKind.HIRED_THANKS
    situation = situation_of(transaction, standing, kind, outlook, rules, asked=True, to=to if is_thanks else None)
    stem = f"{kind}/{_cause(situation, standing, search)}"
    _check_not_sent(transaction, standing, stem, kind)
    composed = compose(situation)
    if isinstance(composed, Refused):
        raise UserError(composed.reason)
    _make_room(transaction, standing, outlook, instead_of, is_thanks=is_thanks)
    return store_draft(transaction, standing, situation, composed, rules, _free_key(transaction, stem))


def _cause(situation: Situation, standing: Standing, search: Search) -> str:
    """The mail that is answered, else what the application rests on."""
    mail = mail_answered(situation)
    return f"mail-{mail.id}" if mail is not None else cause_of(situation.kind, standing, search)


def _free_key(transaction: Transaction, stem: str) -> str:
    number = 1
    while transaction.drafts.has(f"{stem}/asked-{number}"):
        number += 1
    return f"{stem}/asked-{number}"


def _check_not_sent(transaction: Transaction, standing: Standing, stem: str, kind: DraftKind) -> None:
    """No second ask for the same thing."""
    if kind in CHASES:
        # How many of them are enough is counted in the mails themselves.
        return
    for draft in _drafts_there(transaction, standing, *_GONE_OUT):
        if draft.key.startswith(f"{stem}/"):
            raise UserError(f"That reply has gone out already (draft {draft.id}); a second one would say it twice.")


def _make_room(
    transaction: Transaction, standing: Standing, outlook: Outlook, instead_of: int | None, *, is_thanks: bool
) -> None:
    """Discards the draft that is replaced; a proposal nobody touched gives way by itself."""
    waiting = _drafts_there(transaction, standing, *_REPLACEABLE, DraftState.APPROVED)
    named = next((each for each in waiting if each.id == instead_of), None)
    if instead_of is not None and named is None:
        raise UserError(f"Draft {instead_of} does not wait there, so nothing can stand in its place: choose another.")
    in_the_way = [each for each in waiting if each.kind is not DraftKind.HIRED_THANKS and not is_thanks]
    for draft in dict.fromkeys((*([named] if named else []), *in_the_way)):
        if draft.state is DraftState.APPROVED:
            raise UserError(f"Draft {draft.id} is on its way: take it back first with 'review undo {draft.id}'.")
        if draft is not named and (draft.state not in _UNTOUCHED or draft.asked):
            raise UserError(f"Draft {draft.id} waits there: say that this one stands in its place, or discard it.")
        transaction.drafts.move(draft.id, from_states=_REPLACEABLE, to=DraftState.DISCARDED, at=outlook.now)


def _drafts_there(transaction: Transaction, standing: Standing, *states: DraftState) -> tuple[Draft, ...]:
    """The drafts of an application; of an approach, those that answer one of its mails."""
    if standing.application.id:
        found = transaction.drafts.of_applications([standing.application.id], *states)
        return tuple(each for each in found if each.application_id == standing.application.id)
    mails = {f"mail-{each.id}" for each in standing.messages}
    found = transaction.drafts.of_applications([], *states)
    return tuple(
        each
        for each in found
        if each.application_id is None and each.kind in APPROACHED and each.key.split("/")[1] in mails
    )
