"""A reply the person asks for, from the terminal or the page: checked, written and put in place of another."""

from typing import TYPE_CHECKING

from respond.approaches import standing_of
from respond.asking import ask_for
from respond.choices import choices_for_mail
from respond.standings import standings
from store.errors import UserError
from store.noted import Draft
from store.vocabulary import DraftKind

if TYPE_CHECKING:
    from heardback.wiring import House


def reply_on_demand(house: "House", application: int, kind: DraftKind, *, instead_of: int | None = None) -> Draft:
    """Writes the reply that was asked for and keeps it as a draft, in place of draft ``instead_of``.

    Raises:
        UserError: it cannot be written there now, and why, in a sentence.
    """
    outlook, rules = house.outlook, house.drafting_rules
    with house.database.transaction() as transaction:
        found = standings(transaction, outlook, only=[application], chances=False)
        if not found:
            raise UserError(f"There is no application {application}: 'heardback applications' lists them.")
        return ask_for(transaction, found[0], kind, outlook, rules, instead_of=instead_of)


def reply_to_mail(house: "House", mail: int, kind: DraftKind, *, instead_of: int | None = None) -> Draft:
    """Writes a reply to a mail that belongs to no application: a recruiter's approach, interested or not now.

    Raises:
        UserError: it cannot be written now, and why, in a sentence.
    """
    outlook, rules = house.outlook, house.drafting_rules
    with house.database.transaction() as transaction:
        stored = transaction.mail.get(mail)
        if stored is None or stored.message.date > outlook.now:
            raise UserError(f"There is no mail {mail}: 'heardback review list' shows their numbers.")
        if stored.application_id is not None:
            raise UserError(f"Mail {mail} belongs to application {stored.application_id}: ask for a reply there.")
        if kind not in choices_for_mail(stored):
            what = kind.replace("_", " ")
            raise UserError(f"Mail {mail} is no person's approach that {what} would answer: choose another kind.")
        standing = standing_of(transaction, stored, outlook)
        return ask_for(transaction, standing, kind, outlook, rules, instead_of=instead_of)
