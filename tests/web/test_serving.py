"""The page as it really runs: on loopback alone, beside a service, ended within two seconds."""

import http.client
import json
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from heardback.settings import Settings, WebSettings
from heardback.web.presence import port_of_page
from heardback.web.routing import view
from heardback.web.serving import STOP_SECONDS, PortTaken, Serving, page_beside, serving_somewhere
from heardback.wiring import House
from store.clock import SystemClock
from store.errors import UserError


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with closing(_house(tmp_path / "data")) as made:
        yield made


def _house(data: Path, port: int = 8425, *, enabled: bool = True) -> House:
    return House(Settings(web=WebSettings(port=port, enabled=enabled)), data, SystemClock())


def _get(port: int, path: str, headers: dict[str, str] | None = None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers or {})
    return connection.getresponse()


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_it_answers_without_naming_its_server(house: House) -> None:
    with Serving(house, 0) as serving:
        answer = _get(serving.desk.port, "/healthz")

        assert (answer.status, answer.read()) == (200, b"ok\n")
        assert answer.headers["server"] is None
        assert answer.headers["content-security-policy"]


def test_it_listens_on_one_address_of_loopback_alone(house: House) -> None:
    with Serving(house, 0) as serving:
        others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)} | {"127.0.0.2", "::1"}
        for address in others - {"127.0.0.1"}:
            with pytest.raises(ConnectionError):
                socket.create_connection((str(address), serving.desk.port), timeout=1).close()


def test_the_config_can_name_no_other_address() -> None:
    assert set(WebSettings.keys) == {"enabled", "port"}


def test_endless_headers_are_cut_off(house: House) -> None:
    with Serving(house, 0) as serving:
        answer = _get(serving.desk.port, "/healthz", {"X-Long": "x" * 20_000})
        assert answer.status == 431
        with socket.create_connection(("127.0.0.1", serving.desk.port), timeout=30) as raw:
            raw.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"y" * 200_000)
            assert b" 400 " in raw.recv(4096)


def test_a_taken_port_is_said_in_one_sentence(house: House, taken: int) -> None:
    with pytest.raises(PortTaken, match=rf"^Port {taken} .*web\.port in the config\.$"):
        Serving(house, taken)


def test_a_view_takes_another_port_instead(tmp_path: Path, taken: int) -> None:
    with closing(_house(tmp_path / "data", taken)) as house, serving_somewhere(house, read_only=True) as serving:
        assert serving.desk.port != taken
        assert serving.desk.read_only


def test_one_page_serves_a_store_and_says_where(house: House) -> None:
    assert port_of_page(house.data) is None
    with Serving(house, 0) as serving:
        assert port_of_page(house.data) == serving.desk.port
        with pytest.raises(UserError, match="served already"), Serving(house, 0):
            pass
        with Serving(house, 0, read_only=True):
            assert port_of_page(house.data) == serving.desk.port
    assert port_of_page(house.data) is None


def test_it_ends_within_two_seconds_whatever_is_at_hand(house: House) -> None:
    held = threading.Event()

    def slow(_request: Request) -> Response:
        held.wait(60)
        return PlainTextResponse("late")

    with Serving(house, 0) as serving:
        serving.page.app.router.routes.append(view("/sign-in/slow", slow))
        idle = http.client.HTTPConnection("127.0.0.1", serving.desk.port, timeout=30)
        idle.request("GET", "/healthz")
        idle.getresponse().read()
        link = f"{serving.desk.link()}"
        assert "/sign-in?key=" in link
        session = serving.desk.keys.sign_in(link.partition("key=")[2])
        headers = {"Cookie": f"heardback-{serving.desk.port}={session}"}
        asking = threading.Thread(target=_swallow, args=(serving.desk.port, headers), daemon=True)
        asking.start()
        time.sleep(0.3)
        began = time.monotonic()
    took = time.monotonic() - began
    left = {thread.name for thread in threading.enumerate()}
    held.set()
    idle.close()

    assert "page" not in left
    assert took < STOP_SECONDS + 10  # for a busy machine; what is at hand would last a minute
    with pytest.raises(ConnectionError):
        socket.create_connection(("127.0.0.1", serving.desk.port), timeout=1)


def _swallow(port: int, headers: dict[str, str]) -> None:
    try:
        _get(port, "/sign-in/slow", headers).read()
    except OSError:
        return


def test_beside_a_service_it_has_a_house_of_its_own(tmp_path: Path, taken: int) -> None:
    free = taken_and_freed()
    said: list[str] = []
    with closing(_house(tmp_path / "data", free)) as house, page_beside(house, said.append) as page:
        assert page is not None
        assert page.desk.house is not house
        assert house.serves_page
        assert urllib.request.urlopen(f"{page.desk.address}/healthz", timeout=30).read() == b"ok\n"
    assert said == [f"The review page is at http://127.0.0.1:{free}/: 'heardback open' opens it."]


def taken_and_freed() -> int:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        return int(other.getsockname()[1])


def test_a_service_goes_on_without_a_page_that_cannot_be_served(tmp_path: Path, taken: int) -> None:
    said: list[str] = []
    with closing(_house(tmp_path / "data", taken)) as house, page_beside(house, said.append) as page:
        assert page is None
        assert not house.serves_page
    assert len(said) == 1
    assert f"Port {taken}" in said[0]


def test_the_page_of_a_service_can_be_switched_off(tmp_path: Path) -> None:
    said: list[str] = []
    with closing(_house(tmp_path / "data", enabled=False)) as house, page_beside(house, said.append) as page:
        assert page is None
    assert not said


def test_nothing_of_a_request_is_logged(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with Serving(house, 0) as serving:
        _get(serving.desk.port, "/sign-in?key=my-secret-key").read()
        _get(serving.desk.port, "/people?q=rose@calder.example").read()

    told = json.dumps([record.getMessage() for record in caplog.records])
    assert "my-secret-key" not in told
    assert "rose@calder.example" not in told


def test_desks_of_other_ports_have_other_names(house: House) -> None:
    with Serving(house, 0) as serving:
        assert all(str(serving.desk.port) in host for host in serving.desk.hosts)
        assert replace(serving.desk, port=80).hosts[-3:] == ("127.0.0.1", "localhost", "[::1]")
