"""What stands before every page: names, places of origin, sessions, sizes, and what each answer carries."""

import pytest

from heardback.web.desk import Desk
from heardback.web.guard import MOST_HEADER_BYTES
from heardback.web.routing import MOST_BYTES
from tests.web.person import Person

OUTSIDE = "http://evil.example"
SECURITY_HEADERS = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cache-control": "no-store",
}


@pytest.fixture
def person(bare: Desk) -> Person:
    return Person(bare)


@pytest.mark.parametrize("host", ["127.0.0.1:8425", "localhost:8425", "LOCALHOST:8425", "[::1]:8425"])
def test_it_answers_under_the_names_of_this_machine(bare: Desk, host: str) -> None:
    assert Person(bare, signed_in=False).get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8425", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8425.evil.example", ""]
)
def test_a_name_that_was_bound_to_this_machine_from_outside_gets_nothing(person: Person, host: str) -> None:
    answer = person.get("/settings", headers={"Host": host})

    assert answer.status_code == 421
    assert "sam@home.example" not in answer.text


def test_two_names_at_once_get_nothing(person: Person) -> None:
    answer = person.get("/settings", headers=[("Host", "127.0.0.1:8425"), ("Host", "evil.example")])

    assert answer.status_code == 421


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(person: Person, method: str) -> None:
    answer = person.request(method, "/settings")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": OUTSIDE, "Sec-Fetch-Site": "cross-site"},
        {"Origin": OUTSIDE, "Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://127.0.0.1:3000", "Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:8425", "Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:8425", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://127.0.0.1:8425"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "none"},
        {},
    ],
    ids=str,
)
def test_a_form_from_elsewhere_changes_nothing(person: Person, headers: dict[str, str]) -> None:
    del person.headers["Sec-Fetch-Site"]

    answer = person.post("/sign-out", data={"csrf": person.token}, headers=headers)
    assert answer.status_code == 403
    assert person.get("/settings").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://127.0.0.1:8425"},
        {"Origin": "http://localhost:8425", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin"},
    ],
    ids=str,
)
def test_a_form_of_its_own_is_taken(person: Person, headers: dict[str, str]) -> None:
    del person.headers["Sec-Fetch-Site"]

    assert person.post("/sign-out", data={"csrf": person.token}, headers=headers).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("mode", "kind"), [("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe"), ("no-cors", "script")]
)
def test_other_pages_can_embed_or_fetch_nothing(person: Person, site: str, mode: str, kind: str) -> None:
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": kind}

    assert person.get("/settings", headers=headers).status_code == 403


def test_other_pages_may_link_here(person: Person) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}

    assert person.get("/settings", headers=headers).status_code == 200


def test_a_browser_that_comes_from_another_page_asks_again_by_itself(bare: Desk) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    answer = Person(bare, signed_in=False).get("/settings?a=<b>", headers=headers)

    assert '<meta http-equiv="refresh" content="0">' in answer.text
    assert "<b>" not in answer.text
    assert "sam@home.example" not in answer.text


@pytest.mark.parametrize("path", ["/settings", "/health", "/nothing", "/assetsx", "/sign-in/x", "/healthz/"])
def test_without_a_session_there_is_only_the_way_in(bare: Desk, path: str) -> None:
    stranger = Person(bare, signed_in=False)

    for answer in (stranger.get(path), stranger.post(path, data={"csrf": ""})):
        assert answer.status_code == 401
        assert "heardback open" in answer.text
        assert "sam@home.example" not in answer.text


def test_a_session_of_another_store_opens_nothing(bare: Desk) -> None:
    stranger = Person(bare, signed_in=False)
    stranger.cookies.set("heardback-8425", "made-up", domain="127.0.0.1")

    assert stranger.get("/settings").status_code == 401


@pytest.mark.parametrize("path", ["/settings", "/nothing", "/healthz", "/sign-in?key=x", "/assets/none.css"])
def test_every_answer_carries_what_keeps_others_out(person: Person, path: str) -> None:
    answer = person.get(path)

    assert SECURITY_HEADERS.items() <= dict(answer.headers).items()
    policy = answer.headers["content-security-policy"]
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "server" not in answer.headers


def test_refusals_carry_it_too(person: Person) -> None:
    answer = person.get("/settings", headers={"Host": "evil.example"})

    assert SECURITY_HEADERS.items() <= dict(answer.headers).items()
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_a_browser_that_sends_a_lot_along_is_refused(person: Person) -> None:
    assert person.get("/settings", headers={"X-Long": "x" * MOST_HEADER_BYTES}).status_code == 431
    assert person.get("/settings", headers=[(f"X-{number}", "1") for number in range(120)]).status_code == 431
    assert person.get(f"/settings?q={'x' * 5000}").status_code == 414


def test_a_body_that_says_it_is_too_long_is_not_read(person: Person) -> None:
    assert person.post("/settings", content=b"x", headers={"Content-Length": str(MOST_BYTES + 1)}).status_code == 413
    assert person.post("/settings", content=b"x", headers={"Content-Length": "-1"}).status_code == 413


def test_pages_have_no_inline_script_or_style(person: Person) -> None:
    for path in ("/settings", "/health", "/sign-in?key=x"):
        page = person.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page
        assert "onclick" not in page
