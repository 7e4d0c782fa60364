"""Finds and changes drafts in the demo's store."""

from dataclasses import replace

from heardback.wiring import House
from respond.gaps import open_gaps
from store.noted import Draft
from store.vocabulary import DraftKind, DraftState


def waiting(house: House) -> tuple[Draft, ...]:
    """The drafts that wait for the person."""
    with house.database.reading() as transaction:
        return transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED)


def ready(house: House) -> Draft:
    """One that needs nothing but a yes."""
    return next(each for each in waiting(house) if not open_gaps(each) and each.application_id is not None)


def with_gap(house: House) -> Draft:
    """One with a place only the person can fill."""
    return next(each for each in waiting(house) if open_gaps(each))


def of_kind(house: House, kind: DraftKind) -> Draft:
    """One of this kind."""
    return next(each for each in waiting(house) if each.kind is kind)


def state_of(house: House, draft: Draft) -> DraftState:
    """What has become of it."""
    return now(house, draft).state


def now(house: House, draft: Draft) -> Draft:
    """The draft as it is now."""
    with house.database.reading() as transaction:
        found = transaction.drafts.get(draft.id)
    assert found is not None
    return found


def changed_elsewhere(house: House, draft: Draft, body: str) -> None:
    """The person's mail program saved another text, and a round took it over."""
    with house.database.transaction() as transaction:
        changed = replace(draft, body=body)
        assert transaction.drafts.rewrite(changed, state=DraftState.EDITED, at=house.clock.now())


def left_as(house: House, draft: Draft, state: DraftState, failure: str = "") -> None:
    """Sending it came to this."""
    with house.database.transaction() as transaction:
        moved = transaction.drafts.move(
            draft.id, from_states=tuple(DraftState), to=state, at=house.clock.now(), failure=failure
        )
    assert moved


def beside(house: House) -> tuple[Draft, Draft]:
    """Two that wait in one conversation."""
    with house.database.reading() as transaction:
        drafts = [each for each in transaction.drafts.all() if each.application_id is not None]
    by_application = {each.application_id: each for each in drafts if each.state.is_open}
    settled = next(each for each in drafts if not each.state.is_open and each.application_id in by_application)
    left_as(house, settled, DraftState.PROPOSED)
    return by_application[settled.application_id], settled
