"""The one door to sending: one mail to one recipient over SMTP (RFC 5321), and an honest answer of what became of it.

What may be tried again is told from what may not by the moment of failure. Until the server has asked for the text
(354) nothing was taken over, so a broken connection is passing. From then until its answer nobody can know: that is
``SendUnknown``, which is looked up or shown to the person, and never repeated by itself.
"""

import contextlib
import ipaddress
import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from typing import IO

from ingest.accounts import Security, Server
from ingest.bearer import Answer, first_word, last_word, mechanism_of, read_answer
from ingest.oauth_errors import TokenRefused, no_way_offered, token_refused
from ingest.ports import Bearer
from ingest.refusals import known_refusal
from ingest.trust import private_line
from store.errors import HeardbackError, PassingError, PermanentError, SignInRefused

_REFUSED_SIGN_IN = frozenset({534, 535})
"""RFC 4954 §6: mechanism too weak, credentials invalid. Both need the person."""
_WORDS_KEPT, _WORDS_LOOKED_AT = 180, 2_000
_MOST_LINES = 200
"""Lines of one reply; the longest real ones list some twenty extensions."""
_GOODBYE_SECONDS = 5.0
_ADDRESS = re.compile(r"\S+@\S+")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_GREETING_NAME = "[127.0.0.1]"
"""An address literal instead of the machine's name, which is nobody's business (RFC 5321 §4.1.3)."""


class SendUnknown(HeardbackError):  # noqa: N818 - named for what it says, as those of store.errors
    """The connection ended after the text was handed over and before the server answered: sent or not, nobody knows."""


class _Lines:
    """A server's lines, up to an end: smtplib collects a reply for as long as it goes on."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.left = file, _MOST_LINES

    def readline(self, size: int = -1) -> bytes:
        self.left -= 1
        if self.left < 0:
            raise OSError("the reply does not end")
        line = self._file.readline(size)
        if line and not line.endswith(b"\n"):
            raise OSError("a line broke off, or does not end")
        return line

    def close(self) -> None:
        self._file.close()


class _Session(smtplib.SMTP):
    """smtplib's session, with an end to each reply; one that is none ends it, as nobody knows what the next answers."""

    def getreply(self) -> tuple[int, bytes]:
        if self.file is None and self.sock is not None:
            self.file = _Lines(self.sock.makefile("rb"))
        if isinstance(self.file, _Lines):
            self.file.left = _MOST_LINES
        code, words = super().getreply()
        if not 200 <= code < 600:
            self.close()
            raise smtplib.SMTPServerDisconnected("the answer is no reply")
        return code, words


class _PrivateSession(_Session, smtplib.SMTP_SSL):
    """The same over TLS from the start."""


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
            _check_address(address)
        connection = self._signed_in()
        try:
            with _before_the_text(self._server.host):
                _expect(connection.mail(sender), 250)
                _expect(connection.rcpt(recipient), 250, 251)
                _expect(connection.docmd("DATA"), 354)
            _hand_over(connection, raw)
        finally:
            _leave(connection)

    def check(self) -> None:
        """Signs in and leaves again, without sending anything. Raises as ``send`` does before the text."""
        _leave(self._signed_in())

    def _signed_in(self) -> smtplib.SMTP:
        if self._bearer is not None:
            return self._signed_in_by_token(self._bearer)
        password = self._password() if self._username and self._password is not None else None
        connection = self._connect()
        try:
            # A relay on this very machine may know its own people without asking.
            asks = connection.has_extn("auth") or not _is_loopback(self._server.host)
            if password is not None and asks:
                with _before_the_text(self._server.host):
                    self._sign_in(connection, password)
        except HeardbackError:
            _leave(connection)
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
        connection = self._connect()
        try:
            with _before_the_text(self._server.host):
                self._hand_token(connection, token)
        except HeardbackError:
            _leave(connection)
            raise
        return connection

    def _hand_token(self, connection: smtplib.SMTP, token: str) -> None:
        offered = connection.esmtp_features.get("auth", "").upper().split()
        mechanism = mechanism_of(lambda each: each in offered)
        if mechanism is None:
            raise no_way_offered(self._account, self._server.host)
        opening = first_word(mechanism, self._username, token, self._server.host, self._server.port)
        said: list[Answer] = []

        def respond(challenge: bytes | None = None) -> str:
            if not challenge:
                return opening
            said.append(read_answer(challenge))
            return last_word(mechanism)

        try:
            connection.auth(mechanism.value, respond)
        except smtplib.SMTPAuthenticationError as error:
            if (known := self._known_refusal(error)) is not None:
                raise known from None
            if error.smtp_code in _REFUSED_SIGN_IN:
                raise token_refused(self._account, lacks_scope=any(each.lacks_scope for each in said)) from None
            # The server's words stay out of this one, as they may repeat the token.
            raise _refusal(error.smtp_code, b"signing in failed") from None

    def _known_refusal(self, error: smtplib.SMTPAuthenticationError) -> SignInRefused | None:
        words = error.smtp_error.decode("utf-8", "replace") if isinstance(error.smtp_error, bytes) else error.smtp_error
        return known_refusal(self._account, words) if self._account else None

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        if server.security is Security.PLAIN and not _is_loopback(server.host):
            raise PermanentError(
                f'{server.host} would be reached unencrypted; set smtp_security to "tls" or "starttls".'
            )
        context = self._context()
        with _before_the_text(server.host):
            if server.security is Security.TLS:
                connection: smtplib.SMTP = _PrivateSession(
                    server.host, server.port, _GREETING_NAME, timeout=server.connect_timeout, context=context
                )
            else:
                connection = _Session(server.host, server.port, _GREETING_NAME, timeout=server.connect_timeout)
        try:
            with _before_the_text(server.host):
                self._make_private(connection, context)
        except HeardbackError:
            connection.close()
            raise
        return connection

    def _context(self) -> ssl.SSLContext:
        try:
            return private_line(self._server.ca_file)
        except OSError as error:  # ssl.SSLError is one too
            raise PermanentError(
                f"The certificate file {self._server.ca_file} cannot be read; check tls_ca_file."
            ) from error

    def _make_private(self, connection: smtplib.SMTP, context: ssl.SSLContext) -> None:
        if connection.sock is not None:
            connection.sock.settimeout(self._server.read_timeout)
        _introduce(connection)
        if self._server.security is not Security.STARTTLS:
            return
        if not connection.has_extn("starttls"):
            raise PermanentError(f"{self._server.host} offers no STARTTLS; check smtp_port. Nothing was sent.")
        connection.starttls(context=context)
        _introduce(connection)

    def _sign_in(self, connection: smtplib.SMTP, password: str) -> None:
        try:
            connection.login(self._username, password)
        except smtplib.SMTPAuthenticationError as error:
            if (known := self._known_refusal(error)) is not None:
                raise known from None
            if error.smtp_code in _REFUSED_SIGN_IN:
                raise SignInRefused(
                    f"{self._server.host} does not accept the user name and password; check them in the config."
                ) from None
            # The server's words stay out of this one: some repeat what was sent to them.
            raise _refusal(error.smtp_code, b"signing in failed") from None
        except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
            raise
        except smtplib.SMTPException:
            raise PermanentError(
                f"{self._server.host} offers no sign-in we know; remove smtp_username or check smtp_port."
            ) from None


def _introduce(connection: smtplib.SMTP) -> None:
    """EHLO; the older HELO only where that is unknown, for a server that is busy would then lack its sign-in."""
    code, words = connection.ehlo()
    if code >= 500:
        code, words = connection.helo()
    if not 200 <= code < 300:
        raise _refusal(code, words)


@contextlib.contextmanager
def _before_the_text(host: str) -> Iterator[None]:
    """Turns what smtplib and the network raise while nothing has been handed over yet into our own errors."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise PermanentError(
            f"The certificate of {host} could not be verified ({error.verify_message}), so nothing was sent: check "
            "smtp_host, or name the server's authority in tls_ca_file."
        ) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal(error.smtp_code, error.smtp_error) from error
    except (smtplib.SMTPException, OSError) as error:
        raise PassingError(f"{host} could not be reached for sending; it is tried again later.") from error
    except UnicodeError as error:
        raise PermanentError(
            f"{host} cannot be asked with these characters; check smtp_host and smtp_username."
        ) from error


def _hand_over(connection: smtplib.SMTP, raw: bytes) -> None:
    """Sends the text and waits for the answer; from the first byte on a broken connection means "unknown"."""
    try:
        connection.send(_stuffed(raw))
        code, words = connection.getreply()
    except (smtplib.SMTPException, OSError) as error:
        raise SendUnknown("The connection broke while the mail was handed over; look whether it was sent.") from error
    if code == 250:
        return
    if 400 <= code < 600:
        raise _refusal(code, words)
    raise SendUnknown("The server's answer could not be understood; look whether the mail was sent.")


def _expect(reply: tuple[int, bytes], *accepted: int) -> None:
    code, words = reply
    if code not in accepted:
        raise _refusal(code, words)


def _refusal(code: int, words: bytes | str) -> HeardbackError:
    """A refusal by its first digit (RFC 5321 §4.2.1): 5 is for good, everything else may pass."""
    said = f"The mail server said: {code} {_one_line(words)}".rstrip()
    if 500 <= code < 600:
        return PermanentError(f"{said}; mend what it names, then try again.")
    return PassingError(f"{said}; it is tried again later.")


def _one_line(words: bytes | str) -> str:
    """The server's words on one line, cut, without addresses: they are shown and may be logged."""
    words = words[:_WORDS_LOOKED_AT]
    text = words.decode("utf-8", errors="replace") if isinstance(words, bytes) else words
    text = "".join(char if char.isprintable() else " " for char in text)
    text = _ADDRESS.sub("(address)", " ".join(text.split()))
    return text if len(text) <= _WORDS_KEPT else text[: _WORDS_KEPT - 1] + "…"


def _stuffed(raw: bytes) -> bytes:
    """The mail with CRLF line ends, leading dots doubled, and the end mark (RFC 5321 §4.5.2)."""
    text = _LINE_END.sub(b"\r\n", raw)
    if not text.endswith(b"\r\n"):
        text += b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", text) + b".\r\n"


def _check_address(address: str) -> None:
    if not address.isascii() or "@" not in address or any(c in "<> " or not c.isprintable() for c in address):
        raise PermanentError("The address is not one this mail server can be given; correct it and approve again.")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _leave(connection: smtplib.SMTP) -> None:
    """Says good-bye. The answer no longer matters: whether the mail was taken is settled by now, and not yet noted."""
    with contextlib.suppress(smtplib.SMTPException, OSError):
        if connection.sock is not None:
            connection.sock.settimeout(_GOODBYE_SECONDS)
        connection.quit()
    connection.close()
