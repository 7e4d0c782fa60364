"""``init``: from an address to a mailbox that is known to work, and a config that says so.

A conversation in five steps: who, where, how to sign in, does it work, write it down. Whatever was answered beforehand
is not asked. The config is written in the last step, and no password is ever part of it.
"""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heardback.access import bearer_of
from heardback.config import checked
from heardback.configtext import difference, new_config, written_into
from heardback.dialogue import Asking, asked, optional
from heardback.files import make_private_folder, write_private
from heardback.guessing import guessed_country, guessed_name, guessed_zone
from heardback.meaning import account_of
from heardback.sections import Unfit
from heardback.servers import Servers, Where
from heardback.settings import PersonSettings
from heardback.signin import fetch_tokens, keep_password, sign_out
from heardback.trying import Trial, try_out
from heardback.wayin import SignIn, Wanted, choose_sign_in, typed_again
from ingest.accounts import Account
from ingest.discovery import Directory
from ingest.provider_table import PROVIDERS
from ingest.providers import Place, by_domain, domain_of
from ingest.secrets import password_of
from store.clock import Clock
from store.errors import UserError

KEPT_KEYS = ("folders", "sent_folder", "drafts_folder")
"""What a mailbox keeps of what the person set, when it is set up anew."""
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What ``init`` needs of the world: where things are written, whom to ask about servers, how to open a page."""

    config: Path
    data: Path
    clock: Clock
    directory: Directory
    answers: Callable[[Place], bool]
    open_link: Callable[[str], bool]


class Start:
    """One run of ``init``."""

    def __init__(self, wanted: Wanted, asking: Asking, around: Surroundings) -> None:
        self._wanted, self._asking, self._around = wanted, asking, around
        self._config = around.config.expanduser()
        self._before = self._config.read_text(encoding="utf-8") if self._config.exists() else ""
        try:
            self._raw: dict[str, Any] = tomllib.loads(self._before)
        except tomllib.TOMLDecodeError as error:
            raise UserError(f"The config file {self._config} is not valid TOML ({error}): mend that line.") from error
        checked(self._raw, self._config)
        self._own: str = self._raw.get("person", {}).get("address", "")
        self._where = Where(wanted, asking, around.directory, around.answers)

    def run(self) -> str:
        """Leads through it; returns the account's name.

        Raises:
            UserError: it cannot go on, and what to do; nothing was written.
        """
        person, address = self._person()
        name = self._account_name(address)
        servers = self._where.servers(address)
        keys = {**self._kept(name), **self._where.keys(address, self._own, servers)}
        sign_in = self._way_in(servers, name)
        while True:
            account = self._account({**keys, **sign_in.keys}, name, address)
            step = self._try(account, sign_in)
            if step == "written":
                break
            if step == "servers":
                servers = self._where.by_hand(address, servers.provider)
                keys = {**self._kept(name), **self._where.keys(address, self._own, servers)}
            else:
                sign_in = typed_again(sign_in, self._asking)
        self._write(person, name, {**keys, **sign_in.keys}, sign_in, account)
        return name

    # Who

    def _person(self) -> tuple[dict[str, object], str]:
        """What the config does not know of the person yet, and the address of the mailbox."""
        wanted, known = self._wanted, self._raw.get("person", {})
        if known.get("address"):
            address = asked(self._asking, "The address of this mailbox", "--address", wanted.address, _wrong_address)
            return {}, address.lower()
        name = optional(self._asking, "Your name, as replies are signed", "--name", wanted.name, guessed_name())
        address = asked(self._asking, "Your mail address", "--address", wanted.address, _wrong_address).lower()
        others = wanted.others
        if others is None:
            said = optional(
                self._asking, "Further addresses of yours, with commas between (Enter for none)", "", None, ""
            )
            others = tuple(each.strip().lower() for each in said.split(",") if each.strip())
        zone = optional(self._asking, "Your time zone", "--timezone", wanted.timezone, guessed_zone(), _wrong_zone)
        country = guessed_country(zone, os.environ)
        country = optional(
            self._asking, "Your country, as in DE or US (for public holidays)", "--country", wanted.country, country
        )
        found = {"name": name, "address": address, "other_addresses": others, "country": country, "timezone": zone}
        person: dict[str, object] = {key: value for key, value in found.items() if value and not known.get(key)}
        checked({"person": person}, self._config)
        return person, address

    def _account_name(self, address: str) -> str:
        accounts: Mapping[str, Any] = self._raw.get("accounts", {})
        if self._wanted.account:
            if not _PLAIN_NAME.fullmatch(self._wanted.account):
                raise UserError("An account's name is up to 40 letters, digits, - and _: choose another for --account.")
            return self._wanted.account
        same = (name for name, keys in accounts.items() if (keys.get("address") or self._own) == address)
        if found := next(same, None):
            return found
        known = by_domain(domain_of(address), PROVIDERS)
        first = re.sub(r"[^A-Za-z0-9_-]", "-", known.key if known else domain_of(address).partition(".")[0]) or "mail"
        number = 1
        name = first
        while name in accounts:
            number += 1
            name = f"{first}-{number}"
        return name

    def _kept(self, name: str) -> dict[str, object]:
        before = self._raw.get("accounts", {}).get(name, {})
        return {
            key: tuple(each) if isinstance(each := before[key], list) else each for key in KEPT_KEYS if key in before
        }

    # How to sign in, and whether it works

    def _way_in(self, servers: Servers, name: str) -> SignIn:
        if servers.provider is not None and servers.provider.hurdle:
            self._asking.say(servers.provider.hurdle)
        return choose_sign_in(self._wanted, servers.provider, self._asking, name, self._around.data.absolute())

    def _account(self, keys: Mapping[str, object], name: str, address: str) -> Account:
        plain = {key: list(each) if isinstance(each, tuple) else each for key, each in keys.items()}
        settings = checked({"accounts": {name: plain}}, self._config)
        return account_of(name, settings.accounts[name], address)

    def _try(self, account: Account, sign_in: SignIn) -> str:
        """What comes next: "written" to write it down, "again" or "servers" to ask once more."""
        if self._wanted.untested:
            return "written"
        trial = self._trial(account, sign_in)
        for sentence in (*trial.well, *trial.remarks, *trial.refusals):
            self._asking.say(f"  {sentence}")
        if not trial.refusals:
            return "written"
        if not self._asking.is_there:
            self._take_back(account)
            raise UserError(
                *trial.refusals, "Nothing was written; mend that, or add --untested to write it all the same."
            )
        steps = (
            ("again", "sign in again" if sign_in.by_token else "type the password again"),
            ("servers", "change the servers"),
            ("written", "write it down all the same"),
            ("stop", "stop, with nothing written"),
        )
        step = self._asking.choice("What now?", steps, "--untested")
        if step == "stop":
            self._take_back(account)
            raise UserError("Nothing was written; run 'heardback init' again whenever you like.")
        return step

    def _trial(self, account: Account, sign_in: SignIn) -> Trial:
        around = self._around
        if sign_in.by_token:
            if sign_in.kept_in is not None:
                keep_password(sign_in.kept_in, account.username, sign_in.typed)
            fetch_tokens(account, around.data, around.clock, self._wanted.way, self._asking, around.open_link)
            bearer = bearer_of(account, around.data, around.clock)
            assert bearer is not None
            return try_out(account, bearer)
        password = sign_in.typed or password_of(account.password, account.name, account.username)
        self._asking.say("Trying it out …")
        return try_out(account, password)

    def _take_back(self, account: Account) -> None:
        """A sign-in that leads nowhere is not left lying about."""
        if account.oauth is not None:
            sign_out(account, self._around.data)

    # Writing it down

    def _write(
        self, person: dict[str, object], name: str, keys: dict[str, object], sign_in: SignIn, account: Account
    ) -> None:
        """Shows what would change in a config that is there, asks, and writes."""
        before = self._before
        after = written_into(before, person, name, keys) if before else new_config(person, name, keys)
        checked(tomllib.loads(after), self._config)
        self._agree(after, name)
        if sign_in.kept_in is not None:
            kept = keep_password(sign_in.kept_in, account.username, sign_in.typed)
            self._asking.say(f"The {'client secret' if sign_in.by_token else 'password'} is kept in {kept}.")
        place = self._config.resolve()  # a link, as from a folder of dotfiles, stays one
        make_private_folder(place.parent)
        write_private(place, after.encode("utf-8"))
        self._asking.say(f"Written to {self._config}.")

    def _agree(self, after: str, name: str) -> None:
        if not self._before or self._wanted.force:
            return
        replaces = name in self._raw.get("accounts", {})
        self._asking.say(f"What would change in {self._config}:\n\n{difference(self._before, after)}\n")
        if not replaces and not self._asking.is_there:
            return  # adding takes nothing away
        question = f"Account {name} is there already. Write it anew?" if replaces else "Write this?"
        if not self._asking.yes(question, "--force", default=not replaces):
            raise UserError("Nothing was written; run 'heardback init' again whenever you like.")


def _wrong_address(said: str) -> str:
    name, at, domain = said.partition("@")
    fits = at and name and "." in domain and "@" not in domain and said.isprintable() and " " not in said
    return "" if fits else "That is not a mail address: enter one such as sam@home.example."


def _wrong_zone(said: str) -> str:
    try:
        PersonSettings(timezone=said)
    except Unfit:
        return "That is not a time zone: enter one such as Europe/Berlin."
    return ""
