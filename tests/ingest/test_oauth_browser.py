"""Signing in with a browser: the link, the way back, and everybody who comes that way uninvited."""

import socket
import threading
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from ingest import oauth_grants
from ingest.oauth import Tokens
from ingest.oauth_grants import by_browser, by_pasting
from store.errors import SignInRefused, UserError
from tests.ingest.signins import ACCOUNT, Page, browser, now, place_to_return_to, sign_in_at, visit
from tests.servers.authority import MAIL_SCOPE, Authority
from tests.servers.certificates import Certificates


def signed_in(authority: Authority, visits: object) -> Tokens:
    show = browser(visits)  # type: ignore[arg-type]
    return by_browser(sign_in_at(authority), ACCOUNT, "jo@home.example", show, now)


def test_a_person_who_agrees_is_signed_in_and_told_so(authority: Authority) -> None:
    pages: list[Page] = []

    tokens = signed_in(authority, lambda link: pages.append(visit(link)))

    assert tokens.access in authority.access
    assert tokens.refresh in authority.grants
    assert tokens.scopes == (MAIL_SCOPE,)
    while not pages:
        time.sleep(0.01)
    assert "You can close this page" in pages[0].text
    assert pages[0].headers["Cache-Control"] == "no-store"


def test_a_browser_that_is_back_before_heardback_waits_is_heard_too(authority: Authority) -> None:
    def show(link: str) -> None:
        visit(link)  # as a browser of the terminal does: it ends first

    tokens = by_browser(sign_in_at(authority), ACCOUNT, "jo@home.example", show, now)

    assert tokens.access in authority.access


def test_the_link_asks_for_a_code_with_state_and_a_hashed_proof(authority: Authority) -> None:
    links: list[str] = []

    signed_in(authority, lambda link: (links.append(link), visit(link)))

    asked = {name: values[0] for name, values in parse_qs(urlsplit(links[0]).query).items()}
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert asked["login_hint"] == "jo@home.example"
    assert asked["scope"] == f"{MAIL_SCOPE} offline_access"
    assert len(asked["state"]) > 30
    assert urlsplit(asked["redirect_uri"]).hostname == "127.0.0.1"
    (redeemed,) = authority.asked_for("/token")
    assert redeemed["code_verifier"] not in links[0]


def test_two_sign_ins_share_neither_state_nor_proof(authority: Authority) -> None:
    links: list[str] = []
    for _ in range(2):
        signed_in(authority, lambda link: (links.append(link), visit(link)))

    first, second = (parse_qs(urlsplit(link).query) for link in links)
    assert first["state"] != second["state"]
    assert first["code_challenge"] != second["code_challenge"]


def uninvited(place: str) -> list[Page]:
    """What somebody else on this machine, or a page elsewhere, might try."""
    port = urlsplit(place).port
    return [
        visit(f"{place}?code=stolen&state=guessed"),
        visit(f"{place}?error=access_denied&state=guessed"),
        visit(place),
        visit(f"http://127.0.0.1:{port}/favicon.ico"),
    ]


def test_a_wrong_state_is_turned_away_and_waited_past(authority: Authority) -> None:
    pages: list[Page] = []

    def visits(link: str) -> None:
        pages.extend(uninvited(place_to_return_to(link)))
        visit(link)

    tokens = signed_in(authority, visits)

    assert tokens.access in authority.access
    assert [page.status for page in pages] == [400, 400, 400, 404]
    assert all("has not asked for this" in page.text for page in pages)


@pytest.mark.parametrize("headers", [{"Sec_Fetch_Mode": "no-cors"}, {"Host": "rebound.example"}])
def test_a_page_elsewhere_cannot_bring_the_answer(authority: Authority, headers: dict[str, str]) -> None:
    seen: list[int] = []

    def visits(link: str) -> None:
        state = parse_qs(urlsplit(link).query)["state"][0]
        seen.append(visit(f"{place_to_return_to(link)}?code=planted&state={state}", **headers).status)
        visit(link)

    tokens = signed_in(authority, visits)

    assert seen == [400]
    assert tokens.access in authority.access


def test_a_second_answer_finds_the_door_closed(authority: Authority) -> None:
    places: list[str] = []

    def visits(link: str) -> None:
        places.append(place_to_return_to(link))
        visit(link)

    signed_in(authority, visits)

    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", urlsplit(places[0]).port or 0), timeout=1)


def test_a_connection_that_says_nothing_holds_nobody_up(authority: Authority) -> None:
    def visits(link: str) -> None:
        with socket.create_connection(("127.0.0.1", urlsplit(place_to_return_to(link)).port or 0)):
            visit(link)

    assert signed_in(authority, visits).access in authority.access


def test_somebody_who_declines_is_told_that_nothing_has_changed(authority: Authority) -> None:
    authority.declines = "access_denied"
    pages: list[Page] = []

    with pytest.raises(SignInRefused, match="was declined"):
        signed_in(authority, lambda link: pages.append(visit(link)))
    while not pages:
        time.sleep(0.01)
    assert "Nothing has changed" in pages[0].text


def test_nobody_coming_back_ends_the_wait(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oauth_grants, "BROWSER_SECONDS", 0.1)

    with pytest.raises(UserError, match="Nobody came back"):
        signed_in(authority, lambda link: None)


def test_the_answer_of_a_browser_elsewhere_can_be_pasted(authority: Authority) -> None:
    def ask(link: str) -> str:
        query = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
        return f"  {authority.authorize(query)}\n"

    tokens = by_pasting(sign_in_at(authority), ACCOUNT, "", ask, now)

    assert tokens.access in authority.access


@pytest.mark.parametrize("pasted", ["", "http://127.0.0.1:8429/?code=x&state=y", "not an address", "http://[bad"])
def test_something_else_pasted_is_explained(authority: Authority, pasted: str) -> None:
    with pytest.raises(UserError, match="copy the whole address"):
        by_pasting(sign_in_at(authority), ACCOUNT, "", lambda link: pasted, now)


def test_the_provider_may_stand_behind_an_authority_of_ones_own(certificates: Certificates) -> None:
    with Authority(certificates=certificates) as authority:
        sign_in = sign_in_at(authority, ca_file=certificates.authority)

        def ask(link: str) -> str:
            return authority.authorize({name: values[0] for name, values in parse_qs(urlsplit(link).query).items()})

        assert by_pasting(sign_in, ACCOUNT, "", ask, now).access in authority.access
        with pytest.raises(Exception, match="cannot be trusted"):
            by_pasting(sign_in_at(authority), ACCOUNT, "", ask, now)


def test_no_thread_of_the_wait_is_left_behind(authority: Authority) -> None:
    before = threading.active_count()

    signed_in(authority, visit)

    time.sleep(0.3)
    assert threading.active_count() <= before + 1  # the browser's own may still be reading
