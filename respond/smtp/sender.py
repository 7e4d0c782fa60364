"""Sending over one account's server: connect, sign in with its password or token, hand over, leave."""

import smtplib
from collections.abc import Callable

from ingest.accounts import Server, is_this_machine
from ingest.oauth_errors import TokenRefused
from ingest.ports import Bearer
from respond.smtp.answers import before_the_text
from respond.smtp.connecting import connected, leave
from respond.smtp.handing_over import check_address, hand_over
from respond.smtp.signing_in import sign_in, sign_in_by_token
from store.errors import HeardbackError


class SmtpSender:
    """Sends over one server. The password, or the token of ``bearer``, is asked for at each sending and not kept.

    ``account`` is its name in the config, for what the person is told.
    """

    def __init__(
        self,
        server: Server,
        username: str = "",
        password: Callable[[], str] | None = None,
        *,
        bearer: Bearer | None = None,
        account: str = "",
    ) -> None:
        self._server = server
        self._username = username
        self._password = password
        self._bearer = bearer
        self._account = account

    def __repr__(self) -> str:
        return f"SmtpSender({self._server.host}:{self._server.port}, {self._server.security})"

    def send(self, sender: str, recipient: str, raw: bytes) -> None:
        """Hands one mail over; returns only when the server has taken it.

        Raises:
            PassingError: not sent; may work later (connection, 4xx).
            PermanentError: not sent, and refused for good (5xx, in the server's words), or not safe to try.
            SignInRefused: the server does not take user name and password.
            SendUnknown: sent or not, nobody knows.
        """
        for address in (sender, recipient):
            check_address(address)
        connection = self._signed_in()
        try:
            hand_over(connection, self._server.host, sender, recipient, raw)
        finally:
            leave(connection)

    def check(self) -> None:
        """Signs in and leaves again, without sending anything. Raises as ``send`` does before the text."""
        leave(self._signed_in())

    def _signed_in(self) -> smtplib.SMTP:
        if self._bearer is not None:
            return self._signed_in_by_token(self._bearer)
        password = self._password() if self._username and self._password is not None else None
        connection = connected(self._server)
        try:
            # A relay on this very machine may know its own people without asking.
            asks = connection.has_extn("auth") or not is_this_machine(self._server.host)
            if password is not None and asks:
                with before_the_text(self._server.host):
                    sign_in(connection, self._server, self._account, self._username, password)
        except HeardbackError:
            leave(connection)
            raise
        return connection

    def _signed_in_by_token(self, bearer: Bearer) -> smtplib.SMTP:
        """A token that is refused is renewed once."""
        token = bearer.token()
        try:
            return self._connected_by_token(token)
        except TokenRefused:
            fresh = bearer.renewed(token)
        return self._connected_by_token(fresh)

    def _connected_by_token(self, token: str) -> smtplib.SMTP:
        connection = connected(self._server)
        try:
            with before_the_text(self._server.host):
                sign_in_by_token(connection, self._server, self._account, self._username, token)
        except HeardbackError:
            leave(connection)
            raise
        return connection
