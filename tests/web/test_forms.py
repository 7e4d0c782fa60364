"""What becomes of a posted form: its token, its size, its answer, and what goes wrong in it."""

import hmac
import logging
from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from heardback.web import signin
from heardback.web.desk import Desk
from heardback.web.notices import Undo
from heardback.web.routing import MOST_BYTES, MOST_FIELDS, Form, action, done, own_path, view
from store.errors import HeardbackError, PassingError, UserError
from tests.web.person import Person

changed: list[Form] = []


def change(request: Request, form: Form) -> Response:
    changed.append(form)
    return done(request, "Draft <3> goes out.", to="/health", undo=Undo("/take-back", "Take it back"))


def fail(request: Request, form: Form) -> Response:
    kind = form.text("kind")
    if kind == "user":
        raise UserError("Fill the gap first.")
    if kind == "passing":
        raise PassingError("The store is in use; this is tried again.")
    raise ValueError("Dear Sam, a secret at sam@home.example")


def boom(request: Request) -> Response:
    if request.query_params.get("kind") == "own":
        raise HeardbackError("The store refused: make room.")
    raise ValueError("Dear Sam, a secret at sam@home.example")


def number(request: Request) -> Response:
    return PlainTextResponse(str(request.path_params["number"]))


ROUTES: tuple[Route, ...] = (
    action("/change", change),
    action("/fail", fail),
    view("/boom", boom),
    view("/number/{number:int}", number),
)


@pytest.fixture
def person(bare: Desk) -> Iterator[Person]:
    changed.clear()
    made = Person(bare)
    made.page.app.router.routes.extend(ROUTES)
    return made


@pytest.mark.parametrize("token", ["", "0" * 64, "ü"])
def test_a_form_without_this_sessions_token_changes_nothing(person: Person, token: str) -> None:
    answer = person.press("/change", {"csrf": token})

    assert answer.status_code == 403
    assert not changed


def test_another_sessions_token_does_not_do(person: Person, bare: Desk) -> None:
    assert person.press("/change", {"csrf": Person(bare).token}).status_code == 403
    assert not changed


def test_tokens_are_compared_in_constant_time(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    whole = hmac.compare_digest
    monkeypatch.setattr(signin.hmac, "compare_digest", lambda one, other: compared.append(one) or whole(one, other))

    person.press("/change")

    assert compared == [person.token.encode()]


def test_what_was_done_is_said_once_with_the_way_back(person: Person) -> None:
    answer = person.press("/change")

    assert answer.status_code == 303
    assert answer.headers["location"] == "/health"
    first, second = person.get("/health").text, person.get("/health").text
    assert "Draft &lt;3&gt; goes out." in first
    assert 'action="/take-back"' in first
    assert "Take it back" in first
    assert "goes out" not in second


def test_a_notice_belongs_to_one_browser(person: Person, bare: Desk) -> None:
    other = Person(bare)
    person.press("/change")

    assert "goes out" not in other.get("/health").text


def test_the_next_field_leads_on_but_never_elsewhere(person: Person) -> None:
    assert person.press("/change", {"next": "/people/3?a=b"}).headers["location"] == "/people/3?a=b"
    assert person.press("/change", {"next": "//evil.example/"}).headers["location"] == "/health"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "people",
        "//evil.example",
        "/\\evil.example",
        "http://evil.example",
        "/a\r\nSet-Cookie: x",
        "/a b",
        "/x" * 1500,
    ],
)
def test_only_paths_of_its_own_are_gone_to(text: str) -> None:
    assert own_path(text) == ""
    assert own_path("/people/3?status=silent#x") == "/people/3?status=silent#x"


@pytest.mark.parametrize(("kind", "said"), [("user", "Fill the gap first."), ("passing", "The store is in use")])
def test_what_cannot_be_done_is_said_where_the_form_stood(person: Person, kind: str, said: str) -> None:
    answer = person.press("/fail", {"kind": kind, "next": "/settings"}, came_from="/health")

    assert answer.headers["location"] == "/health"
    assert said in person.after(answer)


def test_a_view_of_an_earlier_moment_changes_nothing(bare: Desk) -> None:
    changed.clear()
    person = Person(Desk(bare.house, read_only=True))
    person.page.app.router.routes.extend(ROUTES)

    answer = person.press("/change", came_from="/health")

    assert not changed
    shown = person.after(answer)
    assert "without --now" in shown
    assert "nothing can be changed here" in shown


def test_fields_come_as_they_were_typed(person: Person) -> None:
    person.press("/change", {"text": "a\r\nb\0", "id": "12", "bad": "1e3", "tick": ["x", "y"], "empty": ""})

    form = changed[0]
    assert (form.text("text"), form.number("id"), form.number("bad"), form.text("none", "so")) == (
        "a\nb",
        12,
        None,
        "so",
    )
    assert form.all("tick") == ("x", "y")
    assert (form.has("tick"), form.has("empty"), form.has("none")) == (True, False, False)


def test_forms_have_a_size(person: Person) -> None:
    long = person.press("/change", {"text": "x" * MOST_BYTES})
    many = person.press("/change", {f"f{each}": "1" for each in range(MOST_FIELDS + 1)})

    assert (long.status_code, many.status_code) == (413, 400)
    assert not changed


def test_a_form_that_does_not_say_its_length_is_cut_off(person: Person) -> None:
    pieces = (b"x" * 65536 for _ in range(8))
    answer = person.post("/change", content=pieces, headers={"Content-Type": "application/x-www-form-urlencoded"})

    assert answer.status_code == 413
    assert not changed


def test_only_plain_forms_are_read(person: Person) -> None:
    for kind in ("application/json", "multipart/form-data; boundary=x", "text/plain"):
        assert person.post("/change", content=b"{}", headers={"Content-Type": kind}).status_code == 415
    garbled = person.post(
        "/change", content=b"a=\xff%ff", headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert garbled.status_code == 400
    assert not changed


def test_the_unforeseen_gives_a_calm_page_and_one_event(person: Person, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)

    for answer in (person.get("/boom"), person.press("/fail")):
        assert answer.status_code == 500
        assert "What is stored is safe" in answer.text
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    ours = [record for record in caplog.records if record.name.startswith(("heardback", "uvicorn"))]
    assert [record.getMessage() for record in ours] == [
        "page failed method=GET path='/boom' kind=ValueError",
        "page failed method=POST path='/fail' kind=ValueError",
    ]
    assert all(record.exc_info is None for record in ours)


def test_an_error_of_our_own_is_said_in_its_words(person: Person) -> None:
    answer = person.get("/boom?kind=own")

    assert answer.status_code == 503
    assert "make room" in answer.text


def test_numbers_in_paths_have_an_end(person: Person) -> None:
    assert person.get("/number/12").text == "12"
    assert person.get(f"/number/{'9' * 40}").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py",
        "/assets/%2e%2e/app.py",
        "/assets/..%2fapp.py",
        "/assets//etc/passwd",
        "/assets/style.css",
        "/assets/style.000000000000.css",
        "/assets/",
    ],
)
def test_files_come_from_a_fixed_table(person: Person, path: str) -> None:
    answer = person.get(path)

    assert answer.status_code in (401, 404)
    assert "import" not in answer.text


def test_files_are_kept_for_good_under_the_name_of_their_content(person: Person) -> None:
    assets = person.page.app.state.assets
    answer = person.get(assets["style.css"])

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]
    assert "style.css" in assets
    assert "app.py" not in assets
