"""Drafts in the store: once each, and every irreversible step claimed by exactly one."""

from datetime import UTC, datetime, timedelta

from store.database import Database
from store.noted import Draft, Fact, NoDraft
from store.records import Address
from store.vocabulary import DraftKind, DraftState

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def draft(key: str = "thank_you/mail-1/1") -> Draft:
    return Draft(
        id=0,
        key=key,
        kind=DraftKind.THANK_YOU,
        state=DraftState.PROPOSED,
        application_id=None,
        account="home",
        to=Address("Kim", "kim@calder.example"),
        subject="Re: Porter",
        body="Thank you.\n",
        message_id=f"<{key}@home.example>",
        in_reply_to="<1@mail.example>",
        references=("<1@mail.example>",),
        language="en",
        facts=(Fact("role", "Porter", "their mail of 1 March"),),
        gaps=(),
        why=("You spoke with them.",),
        created=NOW,
        changed=NOW,
    )


def added(database: Database) -> int:
    with database.transaction() as transaction:
        number = transaction.drafts.add(draft(), "plain")
    assert number is not None
    return number


def test_a_draft_of_one_key_is_made_once(database: Database) -> None:
    added(database)

    with database.transaction() as transaction:
        assert transaction.drafts.add(draft(), "plain") is None
        assert len(transaction.drafts.all()) == 1


def test_only_one_of_two_claims_wins(database: Database) -> None:
    number = added(database)

    with database.transaction() as transaction:
        assert transaction.drafts.move(number, from_states=(DraftState.PROPOSED,), to=DraftState.APPROVED, at=NOW)
        assert transaction.drafts.move(number, from_states=(DraftState.APPROVED,), to=DraftState.SENDING, at=NOW)
        assert not transaction.drafts.move(number, from_states=(DraftState.APPROVED,), to=DraftState.SENDING, at=NOW)


def test_an_approved_draft_is_due_after_its_undo_window(database: Database) -> None:
    number = added(database)
    later = NOW + timedelta(minutes=2)

    with database.transaction() as transaction:
        transaction.drafts.move(
            number, from_states=(DraftState.PROPOSED,), to=DraftState.APPROVED, at=NOW, not_before=later
        )
        assert transaction.drafts.due(NOW) == ()
        assert [each.id for each, _ in transaction.drafts.due(later)] == [number]


def test_a_postponed_draft_waits_and_counts_its_tries(database: Database) -> None:
    number = added(database)
    later = NOW + timedelta(minutes=5)

    with database.transaction() as transaction:
        transaction.drafts.move(number, from_states=(DraftState.PROPOSED,), to=DraftState.SENDING, at=NOW)
        transaction.drafts.postpone(number, until=later, failure="busy", at=NOW)
        ((found, tries),) = transaction.drafts.due(later)
    assert (found.failure, tries) == ("busy", 1)


def test_an_approved_draft_cannot_be_rewritten(database: Database) -> None:
    number = added(database)

    with database.transaction() as transaction:
        waiting = transaction.drafts.get(number)
        assert waiting is not None
        assert transaction.drafts.rewrite(waiting, state=DraftState.EDITED, at=NOW)
        transaction.drafts.move(number, from_states=(DraftState.EDITED,), to=DraftState.APPROVED, at=NOW)
        assert not transaction.drafts.rewrite(waiting, state=DraftState.EDITED, at=NOW)


def test_a_reason_for_no_draft_is_news_only_when_it_changes(database: Database) -> None:
    refusal = NoDraft("k", DraftKind.THANK_YOU, None, "nobody to write to")

    with database.transaction() as transaction:
        assert transaction.drafts.refuse(refusal, at=NOW)
        assert not transaction.drafts.refuse(refusal, at=NOW)
        assert transaction.drafts.refusals() == (refusal,)


def test_a_digest_of_a_week_is_claimed_once(database: Database) -> None:
    with database.transaction() as transaction:
        assert transaction.digests.claim(NOW.date(), NOW, "<d@home.example>")
        assert not transaction.digests.claim(NOW.date(), NOW, "<e@home.example>")
        transaction.digests.release(NOW.date())
        assert transaction.digests.claim(NOW.date(), NOW, "<f@home.example>")
