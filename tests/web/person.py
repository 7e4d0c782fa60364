"""A browser in this process, as far as the server can tell."""

from collections.abc import Mapping
from typing import Any

from starlette.testclient import TestClient

from heardback.web.app import application
from heardback.web.desk import Desk
from heardback.web.signin import form_token
from heardback.web.threshold import cookie_name


class Person(TestClient):
    """Somebody at their browser; signed in unless told otherwise."""

    def __init__(self, desk: Desk, *, signed_in: bool = True) -> None:
        self.page = application(desk)
        super().__init__(
            self.page,
            base_url=desk.address,
            headers={"Sec-Fetch-Site": "same-origin"},
            follow_redirects=False,
        )
        self.session = ""
        if signed_in:
            session = desk.keys.sign_in(desk.keys.new_link())
            assert session
            self.session = session
            self.cookies.set(cookie_name(desk.port), session, domain="127.0.0.1")

    @property
    def token(self) -> str:
        """What a form of this browser carries."""
        return form_token(self.session)

    def press(self, path: str, fields: Mapping[str, Any] | None = None, *, came_from: str = "/") -> Any:
        """Posts a form as one of the pages would; the answer is not followed."""
        return self.post(path, data={"csrf": self.token, "came_from": came_from, **(fields or {})})

    def after(self, answer: Any) -> str:
        """The page that a form's answer leads to."""
        assert answer.status_code == 303, answer.text
        return str(self.get(answer.headers["location"]).text)
