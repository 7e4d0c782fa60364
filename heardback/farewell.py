"""What is owed once the search has ended with a job: thanks to those who helped, a word to those who still wait."""

from collections.abc import Iterable
from dataclasses import dataclass

from respond.drafting import Drafted, draft_one, watch_of
from respond.making import DraftingRules
from respond.people import everybody
from respond.standings import Outlook, Standing, search_of, standings
from respond.thanks import Help, Thanks, Withdrawal, thanks_owed, withdrawals, written_since
from store.database import Database, Transaction
from store.noted import Search
from store.records import Address
from store.vocabulary import DraftKind, SearchPhase


@dataclass(frozen=True, slots=True)
class Farewell:
    """Whom to thank, and what to withdraw; both empty while the search goes on."""

    thanks: tuple[Thanks, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()


def farewell_of(transaction: Transaction, found: Iterable[Standing], outlook: Outlook) -> Farewell:
    """What is owed at the moment of the outlook; whoever was written to since the hire is thanked already."""
    search = search_of(transaction, outlook)
    if search.phase is not SearchPhase.HIRED or search.since is None:
        return Farewell()
    everything = tuple(found)
    written = written_since(transaction.mail.between(search.since, outlook.now))
    contacts, notes = transaction.applications.contacts(), transaction.contact_notes.all()
    people = everybody(contacts, notes, everything, outlook.own_addresses)
    owed = thanks_owed(people, written, outlook.zone)
    return Farewell(owed, withdrawals(everything, search.application))


def draft_thanks(database: Database, outlook: Outlook, rules: DraftingRules) -> Drafted:
    """Stores a word of thanks to each who helped, once the search has ended with a job.

    A withdrawal says thanks itself. Who works where the person will work knows how it ended; unless they put in a word
    for them, no mail tells them.
    """
    with database.reading() as transaction:
        search = search_of(transaction, outlook)
        if search.phase is not SearchPhase.HIRED:
            return Drafted()
        found = {each.application.id: each for each in standings(transaction, outlook, chances=False)}
        owed = farewell_of(transaction, found.values(), outlook)
    withdrawn_from = {each.to for each in owed.withdrawals}
    to_tell = [
        each
        for each in owed.thanks
        if each.application in found and each.address not in withdrawn_from and _is_to_be_told(each, search)
    ]
    done = Drafted()
    with database.transaction() as transaction:
        watch = watch_of(transaction, outlook)
        for each in to_tell:
            assert each.application is not None
            kind, standing = DraftKind.HIRED_THANKS, found[each.application]
            to = Address(each.name, each.address)
            done += draft_one(transaction, standing, kind, _key(each, search), outlook, rules, watch, to)
    return done


def _is_to_be_told(thanks: Thanks, search: Search) -> bool:
    return thanks.application != search.application or thanks.help is Help.REFERRED


def _key(thanks: Thanks, search: Search) -> str:
    assert search.since is not None
    return f"{DraftKind.HIRED_THANKS}/{thanks.address}/hired-{search.since:%Y%m%d}"
