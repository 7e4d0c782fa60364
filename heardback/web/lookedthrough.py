"""What the weekly look through all folders found, for Health: counts, what still lies there, and what is in doubt."""

from collections.abc import Sequence
from dataclasses import dataclass

from heardback.overlooked import Overlooked, Result, results, still_open, trouble_of
from store.database import Transaction


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """The last look at each mailbox; ``waits`` names those where one broke off or waits, with the reason.

    ``doubtful`` are stored mails by number and subject.
    """

    looks: tuple[Result, ...] = ()
    lying: tuple[Overlooked, ...] = ()
    doubtful: tuple[tuple[int, str], ...] = ()
    waits: tuple[tuple[str, str], ...] = ()


def looked_through(transaction: Transaction, accounts: Sequence[str]) -> LookedThrough:
    """What is known of these mailboxes; nothing where there are none."""
    looks = results(transaction, accounts)
    mails = [transaction.mail.get(number) for each in looks for number in each.doubtful]
    return LookedThrough(
        looks=looks,
        lying=tuple(each for each in still_open(transaction) if each.account in accounts),
        doubtful=tuple((mail.id, mail.message.subject) for mail in mails if mail is not None and not mail.corrected),
        waits=tuple((name, why) for name in accounts if (why := trouble_of(transaction, name))),
    )
