"""One-time links, sessions, signing out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from heardback.web.desk import Desk
from heardback.web.signin import Attempts, Keys, form_token, is_form_token
from heardback.web.threshold import cookie_name
from store.clock import SetClock
from store.pagekeys import KeyKind
from tests.web.person import Person

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def watch() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
def desk(bare: Desk, watch: SetClock) -> Desk:
    return replace(bare, watch=watch)


@pytest.fixture
def stranger(desk: Desk) -> Person:
    return Person(desk, signed_in=False)


def test_looking_at_a_link_does_not_use_it_up(stranger: Person, desk: Desk) -> None:
    key = desk.keys.new_link()

    for _ in range(3):
        shown = stranger.get(f"/sign-in?key={key}")
        assert shown.status_code == 200
        assert f'value="{key}"' in shown.text
        assert "set-cookie" not in shown.headers
    assert stranger.post("/sign-in", data={"key": key}).status_code == 303


def test_a_link_signs_one_browser_in_and_no_second(stranger: Person, desk: Desk) -> None:
    key = desk.keys.new_link()
    first = stranger.post("/sign-in", data={"key": key})

    assert first.headers["location"] == "/"
    assert stranger.get("/settings").status_code == 200
    again = Person(desk, signed_in=False).post("/sign-in", data={"key": key})
    assert again.status_code == 403
    assert "heardback open" in again.text
    assert "set-cookie" not in again.headers


@pytest.mark.parametrize(("minutes", "status"), [(9.9, 303), (10, 403)])
def test_a_link_is_good_for_ten_minutes(
    stranger: Person, desk: Desk, watch: SetClock, minutes: float, status: int
) -> None:
    key = desk.keys.new_link()
    watch.at = NOW + timedelta(minutes=minutes)

    assert stranger.post("/sign-in", data={"key": key}).status_code == status


@pytest.mark.parametrize("key", ["", "guess", "x" * 5000, "%00", "<script>"])
def test_a_wrong_key_gives_a_calm_page(stranger: Person, key: str) -> None:
    answer = stranger.post("/sign-in", data={"key": key})

    assert answer.status_code == 403
    assert "heardback open" in answer.text
    assert "<script>alert" not in stranger.get("/sign-in", params={"key": "<script>alert(1)"}).text
    assert stranger.get("/sign-in").status_code == 401


def test_the_cookie_keeps_to_this_page(stranger: Person, desk: Desk) -> None:
    answer = stranger.post("/sign-in", data={"key": desk.keys.new_link()})

    cookie = answer.headers["set-cookie"].lower()
    name, _, rest = cookie.partition("=")
    assert name == "heardback-8425"
    parts = {part.strip() for part in rest.split(";")[1:]}
    assert parts == {"httponly", "samesite=strict", "path=/", f"max-age={30 * 24 * 3600}"}


def test_two_pages_on_one_machine_do_not_mix() -> None:
    assert cookie_name(8425) != cookie_name(8426)


@pytest.mark.parametrize(("days", "status"), [(29.9, 200), (30, 401)])
def test_a_browser_stays_signed_in_for_thirty_days(
    stranger: Person, desk: Desk, watch: SetClock, days: float, status: int
) -> None:
    stranger.post("/sign-in", data={"key": desk.keys.new_link()})
    watch.at = NOW + timedelta(days=days)

    assert stranger.get("/settings").status_code == status


def test_keys_run_out_by_the_machines_own_clock(bare: Desk) -> None:
    # The demo's clock stands still half a year away; a link made by 'heardback open' is good all the same.
    assert abs(bare.watch.now() - bare.house.clock.now()) > timedelta(days=1)


def test_signing_out_ends_this_browser_alone(desk: Desk) -> None:
    one, other = Person(desk), Person(desk)
    answer = one.press("/sign-out")

    assert "Signed out" in answer.text
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert (one.get("/settings").status_code, other.get("/settings").status_code) == (401, 200)


def test_an_ended_session_does_not_come_back_with_its_cookie(desk: Desk) -> None:
    person = Person(desk)
    person.press("/sign-out")
    person.cookies.set(cookie_name(desk.port), person.session, domain="127.0.0.1")

    assert person.get("/settings").status_code == 401


def test_signing_out_everywhere_ends_every_browser_and_link(desk: Desk) -> None:
    one, other, key = Person(desk), Person(desk), desk.keys.new_link()
    one.press("/sign-out", {"where": "everywhere"})

    assert {one.get("/settings").status_code, other.get("/settings").status_code} == {401}
    assert Person(desk, signed_in=False).post("/sign-in", data={"key": key}).status_code == 403


def test_a_view_of_an_earlier_moment_lets_in_and_out(desk: Desk) -> None:
    person = Person(replace(desk, read_only=True))

    assert person.get("/settings").status_code == 200
    assert person.press("/sign-out").status_code == 200


def test_guessing_has_to_pause(stranger: Person, desk: Desk) -> None:
    tried = [stranger.post("/sign-in", data={"key": f"guess {number}"}).status_code for number in range(12)]

    assert tried == [403] * 10 + [429] * 2
    assert stranger.post("/sign-in", data={"key": desk.keys.new_link()}).status_code == 429


def test_the_pause_is_over_after_a_minute() -> None:
    time = [0.0]
    attempts = Attempts(lambda: time[0])
    for second in range(10):
        time[0] = float(second)
        attempts.failed()

    assert attempts.are_too_many
    time[0] = 60.5
    assert not attempts.are_too_many


def test_the_store_holds_no_secret(desk: Desk) -> None:
    keys = desk.keys
    link = keys.new_link()
    session = keys.sign_in(keys.new_link())
    assert session
    desk.house.close()

    stored = b"".join(file.read_bytes() for file in desk.house.data.iterdir())
    assert link.encode() not in stored
    assert session.encode() not in stored


def test_a_link_is_no_session_and_a_session_no_link(desk: Desk) -> None:
    keys = Keys(desk.house.database, desk.watch)
    link, session = keys.new_link(), keys.sign_in(keys.new_link())
    assert session

    assert not keys.knows(link)
    assert keys.sign_in(session) is None
    assert set(KeyKind) == {KeyKind.LINK, KeyKind.SESSION}


def test_nobody_has_the_token_of_no_session() -> None:
    assert not is_form_token(form_token(""), "")
    assert is_form_token(form_token("s"), "s")
