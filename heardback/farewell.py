"""What is owed once the search has ended with a job: thanks to those who helped, a word to those who still wait."""

from collections.abc import Iterable
from dataclasses import dataclass

from respond.people import everybody
from respond.standings import Outlook, Standing, search_of
from respond.thanks import Thanks, Withdrawal, thanks_owed, withdrawals, written_since
from store.database import Transaction
from store.vocabulary import SearchPhase


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
    standings = tuple(found)
    written = written_since(transaction.mail.between(search.since, outlook.now))
    contacts, notes = transaction.applications.contacts(), transaction.contact_notes.all()
    people = everybody(contacts, notes, standings, outlook.own_addresses)
    owed = thanks_owed(people, written, outlook.zone)
    return Farewell(owed, withdrawals(standings, search.application))
