"""What a provider's code means is said in a sentence that names the account and the way out."""

from datetime import UTC, datetime

import pytest

from ingest import oauth_errors
from ingest.accounts import OAuthServer, OAuthSignIn
from ingest.oauth import Tokens
from ingest.oauth_grants import by_browser, by_device, by_pasting, refreshed
from ingest.oauth_web import post
from ingest.refusals import known_refusal
from store.errors import HeardbackError, UserError

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("65001", "agree when asked"),
        ("90094", "naming the client ID"),
        ("90008", "add the mail permissions"),
        ("700016", "not known in this tenant"),
        ("50194", "organisation's tenant ID"),
        ("9002346", 'oauth_tenant = "consumers"'),
        ("7000218", "Allow public client flows"),
        ("7000215", "not the right one"),
        ("7000222", "has expired"),
        ("50011", "http://localhost"),
        ("50105", "assigned to you"),
        ("53003", "conditional access"),
    ],
)
def test_each_number_of_microsoft_has_its_remedy(number: str, told: str) -> None:
    said = oauth_errors.refused_by_provider("home", "invalid_request", f"AADSTS{number}: a long story.")

    assert told in str(said)
    assert "a long story" not in str(said)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("invalid_grant", "has ended or was taken back"),
        ("invalid_client", "does not know the program"),
        ("unauthorized_client", "may not sign people in this way"),
        ("invalid_scope", "oauth_scopes"),
        ("access_denied", "was declined"),
        ("consent_required", "agree when asked"),
        ("admin_policy_enforced", "ask for it to be trusted"),
        ("expired_token", "not entered in time"),
        ("interaction_required", "see you again"),
        ("redirect_uri_mismatch", "desktop program"),
        ("server_error", "tries again later"),
        ("made_up", "(made_up)"),
        ("not a code", "(no known code)"),
    ],
)
def test_each_code_of_the_standards_has_its_remedy(code: str, told: str) -> None:
    assert told in str(oauth_errors.refused_by_provider("home", code, ""))


def test_a_number_nobody_knows_is_shown_beside_the_code() -> None:
    assert "(made_up, AADSTS12345)" in str(oauth_errors.refused_by_provider("home", "made_up", "AADSTS12345: no"))
    assert "(no known code, AADSTS12345)" in str(oauth_errors.refused_by_provider("home", "", "AADSTS12345: no"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("[ALERT] Application-specific password required", "wants an app password"),
        ("Your account is not enabled for IMAP use", "IMAP is switched off"),
        ("User is authenticated but not connected.", "the mailbox stays shut"),
        ("535 5.7.139 SmtpClientAuthentication is disabled", "SMTP AUTH"),
        ("basic authentication is disabled", "takes no passwords from mail programs"),
        ("[WEBALERT] Web login required", "sign in to its webmail once"),
    ],
)
def test_what_a_mail_server_is_known_to_say_is_explained(words: str, told: str) -> None:
    assert told in str(known_refusal("home", words))


def sign_in(**urls: str) -> OAuthSignIn:
    known = {"token_url": "https://login.home.example/token"} | urls
    return OAuthSignIn(OAuthServer(**{"authorization_url": "", "scopes": ("email",), **known}), "client")  # type: ignore[arg-type]


def test_a_provider_without_a_sign_in_page_is_told_with_the_other_way() -> None:
    shown: list[object] = []
    with pytest.raises(UserError, match="add --device"):
        by_browser(sign_in(), "home", "", shown.append, lambda: NOW)
    with pytest.raises(UserError, match="use --device in place of --paste"):
        by_pasting(sign_in(), "home", "", str, lambda: NOW)
    with pytest.raises(UserError, match="lets no mail in by code"):
        by_device(sign_in(), "home", shown.append, lambda: NOW)


def test_a_sign_in_that_cannot_be_renewed_is_told() -> None:
    with pytest.raises(HeardbackError, match="no lasting sign-in"):
        refreshed(sign_in(), "home", Tokens("access", "", NOW), NOW)


def test_a_token_is_asked_for_over_a_private_line_alone() -> None:
    with pytest.raises(UserError, match="have to begin with https"):
        post("http://login.home.example/token", "x", "home", None)
