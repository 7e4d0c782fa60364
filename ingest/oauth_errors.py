"""What goes wrong with signing in by token, as one sentence with the remedy. Pure; nobody's words are repeated here.

The codes are those of RFC 6749 §4.1.2.1 and §5.2, RFC 8628 §3.5, and Microsoft's numbered ones ("AADSTS65001").
"""

import re

from store.errors import HeardbackError, PassingError, PermanentError, SignInRefused, UserError


class TokenRefused(SignInRefused):
    """A mail server did not take an access token; another one may be taken."""


PASSING = frozenset({"temporarily_unavailable", "server_error", "slow_down"})
_NUMBER = re.compile(r"AADSTS(\d{4,7})")
_CODE = re.compile(r"[A-Za-z_.-]{1,40}")

_AGAIN = "sign in again with 'heardback login {name}'"

_NUMBERED = {
    "65001": "Nobody has agreed yet that this program may read the mail of account {name}: run 'heardback login "
    "{name}' and agree when asked, or let your administrator agree for you.",
    "90094": "Your organisation lets only its administrator agree that a program reads the mail of account {name}: ask "
    "for that consent, naming the client ID, then run 'heardback login {name}'.",
    "90008": "The registered program of account {name} asks for no permission yet: add the mail permissions to it "
    "(docs/providers.md), then run 'heardback login {name}'.",
    "700016": "accounts.{name}.oauth_client_id is not known in this tenant: check it and accounts.{name}.oauth_tenant.",
    "50194": "The registered program of account {name} is for one organisation alone: set accounts.{name}.oauth_tenant "
    "to that organisation's tenant ID.",
    "9002346": "The registered program of account {name} is for personal Microsoft accounts alone: set "
    'accounts.{name}.oauth_tenant = "consumers".',
    "7000218": "The registered program of account {name} does not count as a public client: switch on 'Allow public "
    "client flows' for it, or set accounts.{name}.oauth_client_secret_command.",
    "7000215": "The client secret of account {name} is not the right one: check accounts.{name}.oauth_client_secret_"
    "command or _file.",
    "7000222": "The client secret of account {name} has expired: make a new one and put it where "
    "accounts.{name}.oauth_client_secret_command or _file finds it.",
    "50011": "The registered program of account {name} does not know this computer as the place to come back to: add "
    "the redirect URI http://localhost for 'Mobile and desktop applications'.",
    "50105": "Your administrator has not given you the program of account {name}: ask for it to be assigned to you.",
    "53003": "Your organisation's rules block this sign-in of account {name}: ask your administrator about conditional "
    "access.",
}
"""Microsoft's error numbers whose remedy lies elsewhere than in signing in again."""

_CODED = {
    "invalid_grant": "The sign-in of account {name} has ended or was taken back; " + _AGAIN + ".",
    "invalid_client": "The provider does not know the program of account {name}: check accounts.{name}.oauth_client_id "
    "and its secret.",
    "unauthorized_client": "The registered program of account {name} may not sign people in this way: check what kind "
    "of program it was registered as (docs/providers.md).",
    "invalid_scope": "The provider does not know what account {name} asks for: check accounts.{name}.oauth_scopes.",
    "access_denied": "The sign-in of account {name} was declined, so nothing has changed; run 'heardback login {name}' "
    "when you want to allow it.",
    "consent_required": _NUMBERED["65001"],
    "admin_policy_enforced": "Your organisation's administrator has not allowed this program to read the mail of "
    "account {name}: ask for it to be trusted, naming the client ID.",
    # bandit takes the key for a secret; it is an error's name (RFC 8628 §3.5).
    "expired_token": "The code for account {name} was not entered in time; run 'heardback login {name}' for a new one.",  # nosec B105
    "interaction_required": "The provider wants to see you again for account {name}; " + _AGAIN + ".",
    "login_required": "The provider wants to see you again for account {name}; " + _AGAIN + ".",
    "redirect_uri_mismatch": "The registered program of account {name} does not know this computer as the place to "
    "come back to: register it as a desktop program (docs/providers.md).",
}


def refused_by_provider(name: str, code: str, description: str, status: int = 400) -> HeardbackError:
    """What a provider's error answer means. ``description`` is only searched for Microsoft's number."""
    number = _NUMBER.search(description)
    if number and number[1] in _NUMBERED:
        return SignInRefused(_NUMBERED[number[1]].format(name=name))
    if code in PASSING or status == 429 or status >= 500:
        return PassingError(
            f"The provider of account {name} cannot sign you in at present; heardback tries again later."
        )
    if code in _CODED:
        sentence = _CODED[code].format(name=name)
        return SignInRefused(sentence)
    shown = code if _CODE.fullmatch(code) else "no known code"
    numbered = f", {number[0]}" if number else ""
    return SignInRefused(
        f"The provider did not sign in account {name} ({shown}{numbered}); check accounts.{name}.oauth_client_id and "
        f"the other oauth keys, then run 'heardback login {name}'."
    )


def not_signed_in(name: str) -> SignInRefused:
    """Nothing is kept for this account."""
    return SignInRefused(f"Account {name} is not signed in on this computer: sign in with 'heardback login {name}'.")


def damaged(name: str) -> SignInRefused:
    """What is kept cannot be read."""
    return SignInRefused(f"What was kept of the sign-in of account {name} cannot be read; {_AGAIN.format(name=name)}.")


def without_mail(name: str) -> SignInRefused:
    """The person signed in, and left the permission for mail out."""
    return SignInRefused(
        f"The sign-in of account {name} does not cover its mail: run 'heardback login {name}' and allow the access to "
        "mail when asked; for an organisation, its administrator may have to."
    )


def without_refresh(name: str) -> SignInRefused:
    """The provider gave a token that ends within the hour, and nothing to renew it with."""
    return SignInRefused(
        f"The provider gave account {name} no lasting sign-in: let accounts.{name}.oauth_scopes ask for offline "
        f"access, then run 'heardback login {name}'."
    )


def no_way_offered(name: str, host: str) -> UserError:
    """The mail server takes no tokens."""
    return UserError(
        f"{host} takes no sign-in by token: give account {name} a password (password_keyring, password_command, "
        "password_file or password_env) in place of oauth."
    )


def token_refused(name: str, *, lacks_scope: bool) -> HeardbackError:
    """A mail server refused a token without naming another reason than the token itself."""
    if lacks_scope:
        return without_mail(name)
    return TokenRefused(
        f"The mail server does not take the sign-in of account {name}: check that accounts.{name}.username is the "
        f"mailbox you signed in for and that the provider lets mail programs in (IMAP, SMTP), then "
        f"{_AGAIN.format(name=name)}."
    )


def not_found(name: str, host: str) -> PassingError:
    """The provider's server cannot be reached."""
    return PassingError(
        f"{host}, where account {name} signs in, cannot be reached; check the internet connection. heardback tries "
        "again later."
    )


def untrusted(name: str, host: str, why: str) -> PermanentError:
    """Somebody else answers, or an authority is missing."""
    return PermanentError(
        f"The certificate of {host}, where account {name} signs in, cannot be trusted ({why}); check the oauth URLs of "
        f"accounts.{name}, or name a server of your own in accounts.{name}.tls_ca_file."
    )


def unintelligible(name: str, host: str) -> PermanentError:
    """What answers is not a sign-in server."""
    return PermanentError(
        f"What answers at {host} is no sign-in server for account {name}; check the oauth URLs of accounts.{name}."
    )
