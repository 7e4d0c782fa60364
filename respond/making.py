"""From a standing to a stored draft: the situation with all that is known, and the draft with account and key."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from classify.names import company_key
from respond.draftmail import new_message_id
from respond.freetime import BINDING, Diary, FreeTime, engaged_by
from respond.ownwordings import OwnWordings
from respond.sentences import sentences_of
from respond.situation import Composed, Person, Situation
from respond.standings import Outlook, Standing, search_of
from store.database import Transaction
from store.noted import Draft
from store.records import Address
from store.vocabulary import Direction, DraftKind, DraftState, SearchPhase

_READ = frozenset(DraftState) - {DraftState.DISCARDED, DraftState.WITHDRAWN, DraftState.FAILED}
"""The states of drafts that an employer has read, or may come to read."""
_BOOKED_WITHIN = timedelta(days=90)
"""Nobody books a talk longer ahead than that (own assumption)."""
_WITH_TIMES = frozenset(
    {
        DraftKind.INVITATION_REPLY,
        DraftKind.OTHER_TIMES,
        DraftKind.OUTREACH_INTERESTED,
        DraftKind.INFORMATION_REPLY,
    }
)


@dataclass(frozen=True, slots=True)
class DraftingRules:
    """What may be drafted: the kinds switched on, and from when on things are no longer history.

    ``accounts`` gives the address each account writes from; the first serves applications that came in by import.
    ``wordings`` are the person's own, ``looking_for`` what would interest them another time.
    """

    kinds: frozenset[DraftKind]
    history: timedelta
    person: Person
    accounts: dict[str, str]
    free: FreeTime = field(default_factory=FreeTime)
    looking_for: str = ""
    wordings: OwnWordings = field(default_factory=OwnWordings)


def situation_of(
    transaction: Transaction,
    standing: Standing,
    kind: DraftKind,
    outlook: Outlook,
    rules: DraftingRules,
    *,
    asked: bool = False,
    to: Address | None = None,
) -> Situation:
    """All that a reply of this kind may rest on."""
    neighbours = _neighbours(transaction, standing)
    return Situation(
        kind=kind,
        application=standing.application,
        state=standing.state,
        messages=standing.messages,
        person=rules.person,
        now=outlook.now,
        ordinal=standing.state.ordinal,
        used_wordings=transaction.drafts.wordings_used(neighbours),
        used_sentences=_sentences(transaction, neighbours, standing),
        asked=asked,
        to=to,
        taken=search_of(transaction, outlook).phase is SearchPhase.HIRED,
        diary=_diary(transaction, standing, kind, outlook, rules.free),
        looking_for=rules.looking_for,
        own=rules.wordings,
    )


def store_draft(
    transaction: Transaction,
    standing: Standing,
    situation: Situation,
    composed: Composed,
    rules: DraftingRules,
    key: str,
) -> Draft:
    """Stores what was composed as a draft of this key, which no draft has had."""
    account, address = _writes_from(standing, rules)
    draft = Draft(
        id=0,
        key=key,
        kind=situation.kind,
        state=DraftState.PROPOSED,
        application_id=standing.application.id or None,
        account=account,
        to=composed.to,
        subject=composed.subject,
        body=composed.body,
        message_id=new_message_id(address.rpartition("@")[2]),
        in_reply_to=composed.in_reply_to,
        references=composed.references,
        language=composed.language,
        facts=composed.facts,
        gaps=composed.gaps,
        why=composed.why,
        created=situation.now,
        changed=situation.now,
        sender=Address(rules.person.name, address),
        asked=situation.asked,
    )
    number = transaction.drafts.add(draft, composed.wording)
    assert number is not None
    return replace(draft, id=number)


def _neighbours(transaction: Transaction, standing: Standing) -> tuple[int, ...]:
    """The applications at the same employer, this one included."""
    if standing.application.id:
        return tuple(each.id for each in transaction.applications.at_company_of(standing.application.id))
    keys = {company_key(name) for name in (standing.application.company, standing.application.agency)} - {""}
    return tuple(each.id for each in transaction.applications.of_companies(keys))


def _sentences(transaction: Transaction, neighbours: Iterable[int], standing: Standing) -> frozenset[str]:
    """What this employer has read of ours, or is about to read; an approach has no application yet."""
    found: set[str] = set()
    theirs = {each.message.sender.address for each in standing.messages}
    for draft in transaction.drafts.of_applications(neighbours, *_READ):
        if draft.application_id is not None or draft.to.address in theirs:
            found |= sentences_of(draft)
    return frozenset(found)


def _diary(transaction: Transaction, standing: Standing, kind: DraftKind, outlook: Outlook, free: FreeTime) -> Diary:
    """The person's calendar; the interviews of other applications are read only where times may be spoken of."""
    workdays = outlook.workdays("")
    if kind not in _WITH_TIMES:
        return Diary(free, (), workdays)
    # A zone is at most a day from any other, and an end that is not told at most an hour or so from the beginning.
    earliest = outlook.now.date() - timedelta(days=2)
    booked = transaction.applications.booked_ahead(earliest, since=outlook.now - _BOOKED_WITHIN)
    booked -= {standing.application.id}
    events = transaction.applications.events(sorted(booked), BINDING) if booked else ()
    return Diary(free, engaged_by(events, outlook.now), workdays)


def _writes_from(standing: Standing, rules: DraftingRules) -> tuple[str, str]:
    """The account the conversation came through, and the own address they wrote to."""
    received = [each for each in standing.messages if each.direction is Direction.RECEIVED]
    account = next((each.account for each in reversed(standing.messages) if each.account in rules.accounts), "")
    account = account or next(iter(rules.accounts), "")
    for stored in reversed(received):
        for address in (*stored.message.to, *stored.message.cc):
            if address.address in rules.person.addresses:
                return account, address.address
    return account, rules.accounts.get(account) or rules.person.address
