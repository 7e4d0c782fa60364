"""A real browser: the one-time link, a link from a web mail, and what pages elsewhere can do."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


class Elsewhere(BaseHTTPRequestHandler):
    """A page on another site that links, frames, fetches and posts."""

    target = ""

    def do_GET(self) -> None:
        body = f"""<!doctype html><title>mail</title>
        <a id="link" href="{self.target}/health">the page</a>
        <form id="form" method="post" action="{self.target}/sign-out"><button>free prizes</button></form>
        <img id="image" src="{self.target}/health"><iframe id="frame" src="{self.target}/health"></iframe>
        """.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def elsewhere(served: Served) -> Iterator[str]:
    """Another site; its name is another one, so that the browser counts it as cross-site."""
    Elsewhere.target = served.url
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def signed_in(browser: "Browser", served: Served) -> Iterator["Page"]:
    """A signed-in tab whose console may complain."""
    context = browser.new_context()
    shown = context.new_page()
    shown.goto(served.link())
    shown.wait_for_url(f"{served.url}/")
    yield shown
    context.close()


def test_the_link_signs_in_by_itself_and_leaves_no_key_behind(signed_in: "Page", served: Served) -> None:
    signed_in.go_back()

    assert "key=" not in signed_in.url


def test_a_link_in_a_web_mail_finds_the_browser_signed_in(signed_in: "Page", elsewhere: str, served: Served) -> None:
    signed_in.goto(elsewhere)
    signed_in.click("#link")
    signed_in.wait_for_selector("h1:has-text('Health')")

    assert signed_in.url == f"{served.url}/health"


def test_a_form_elsewhere_signs_nobody_out(signed_in: "Page", elsewhere: str, served: Served) -> None:
    signed_in.goto(elsewhere)
    signed_in.click("button")
    assert "did not come from this page" in signed_in.inner_text("h1")

    signed_in.goto(f"{served.url}/health")
    assert signed_in.inner_text("h1") == "Health"


def test_another_page_can_neither_frame_nor_read(signed_in: "Page", elsewhere: str, served: Served) -> None:
    signed_in.goto(elsewhere)

    fetched = signed_in.evaluate(
        f"fetch('{served.url}/health', {{credentials: 'include'}}).then(() => 'read', () => 'refused')"
    )
    assert fetched == "refused"
    framed = [frame for frame in signed_in.frames if frame != signed_in.main_frame]
    assert all("Mailboxes" not in frame.content() for frame in framed)


def test_another_port_of_this_machine_is_elsewhere_too(signed_in: "Page", elsewhere: str, served: Served) -> None:
    # Same site, so that even strict cookies are sent along: Sec-Fetch-Site alone keeps it out.
    signed_in.goto(elsewhere.replace("localhost", "127.0.0.1"))
    signed_in.click("button")
    assert "did not come from this page" in signed_in.inner_text("h1")

    signed_in.goto(f"{served.url}/health")
    assert signed_in.inner_text("h1") == "Health"
