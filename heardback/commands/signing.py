"""``login`` and ``logout``: an account's password or tokens, kept and taken away."""

from typing import TYPE_CHECKING, Annotated

import typer

from heardback.commands.dialogue import first_line_of_stdin, whoever_is_there
from heardback.options import house_of
from heardback.printing import say
from ingest.accounts import Account
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.trying import Trial


def login(
    context: typer.Context,
    account: Annotated[str, typer.Argument(help="The account's name in the config.", show_default=False)],
    device: Annotated[
        bool, typer.Option("--device", help="Sign in with a code on another device, where the provider allows it.")
    ] = False,
    paste: Annotated[
        bool, typer.Option("--paste", help="Sign in with a browser on another computer and paste its last address.")
    ] = False,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read the password from standard input.")] = False,
    untested: Annotated[bool, typer.Option("--untested", help="Keep it without trying it out.")] = False,
) -> None:
    """Signs an account in: in the browser, or by a password that is typed unseen and kept privately."""
    import webbrowser

    from heardback.signin import Way, fetch_tokens, is_ours_to_keep, keep_password, where_it_comes_from
    from heardback.trying import try_out

    if device and paste:
        raise typer.BadParameter("Give only one of --device and --paste.")
    with house_of(context, writes=True, needs_account=True) as house:
        mailbox = _named(house.accounts, account)
        if mailbox.oauth is not None:
            way = Way.DEVICE if device else Way.PASTE if paste else Way.BROWSER
            fetch_tokens(mailbox, house.data, house.clock, way, whoever_is_there(), webbrowser.open)
            say(f"Account {account} is signed in.")
            if not untested:
                _tell(try_out(mailbox, house.access_to(mailbox)))
        else:
            if not is_ours_to_keep(mailbox.password):
                raise where_it_comes_from(mailbox)
            password = first_line_of_stdin() if stdin else whoever_is_there().secret("Password (not shown)", "--stdin")
            if not untested:
                _tell(try_out(mailbox, password))
            place = keep_password(mailbox.password, mailbox.username, password)
            say(f"The password is kept in {place}.")
        with house.database.transaction() as transaction:
            transaction.folders.let_try_again(mailbox.name)


def logout(
    context: typer.Context,
    account: Annotated[str, typer.Argument(help="The account's name in the config.", show_default=False)],
) -> None:
    """Takes away what signs an account in; your mail and what heardback knows stay."""
    from heardback.signin import sign_out

    with house_of(context, writes=True, needs_account=True) as house:
        say(sign_out(_named(house.accounts, account), house.data))


def _tell(trial: "Trial") -> None:
    for sentence in (*trial.well, *trial.remarks):
        say(sentence)
    if trial.refusals:
        raise UserError(*trial.refusals)


def _named(accounts: tuple[Account, ...], name: str) -> Account:
    found = next((each for each in accounts if each.name == name), None)
    if found is None:
        names = ", ".join(each.name for each in accounts)
        raise UserError(f"There is no account {name} in the config; name one there is: {names}.")
    return found
