"""Refused sign-ins whose reason lies with the provider's own rules, told by the words its servers are known to use."""

import re

from store.errors import SignInRefused

_KNOWN: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"application-specific password|app(?:lication)?[- ]specific", re.IGNORECASE),
        "The provider of account {name} wants an app password in place of the usual one: make one in its security "
        "settings (docs/providers.md says where), then run 'heardback login {name}'.",
    ),
    (
        re.compile(r"not enabled for imap|imap access is disabled|imap is disabled", re.IGNORECASE),
        "IMAP is switched off for account {name}: switch it on in the settings of your webmail, or ask your "
        "administrator; then run 'heardback poll'.",
    ),
    (
        re.compile(r"authenticated but not connected", re.IGNORECASE),
        "The sign-in of account {name} is good, but the mailbox stays shut: switch IMAP on for it, or set "
        "accounts.{name}.username to the mailbox you signed in for.",
    ),
    (
        re.compile(r"smtpclientauthentication is disabled", re.IGNORECASE),
        "Your organisation has switched off sending by mail programs (SMTP AUTH) for account {name}: ask its "
        "administrator to allow it for your mailbox, or leave accounts.{name}.smtp_host out and send from your mail "
        "program.",
    ),
    (
        re.compile(r"basic authentication is disabled|security defaults policy", re.IGNORECASE),
        "The provider of account {name} takes no passwords from mail programs any more: set accounts.{name}.oauth ("
        "docs/providers.md says how), then run 'heardback login {name}'.",
    ),
    (
        re.compile(r"web login required|please log in via your web browser", re.IGNORECASE),
        "The provider of account {name} wants you to sign in to its webmail once before mail programs may; do that, "
        "then run 'heardback poll'.",
    ),
)
"""Seen at Google and Microsoft; the words are looked for, never repeated."""


def known_refusal(name: str, words: str) -> SignInRefused | None:
    """The sentence for a refusal whose reason is known, or None."""
    return next((SignInRefused(sentence.format(name=name)) for seen, sentence in _KNOWN if seen.search(words)), None)
