"""A mail server that takes mail and keeps it: AUTH, STARTTLS or TLS, scripted refusals, and onward by LMTP."""

import asyncio
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from tests.servers.certificates import Certificates
from tests.servers.ports import free_port


@dataclass(frozen=True, slots=True)
class Taken:
    """One mail as it was taken: envelope, octets, who was signed in, and whether the line was private."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    user: str
    private: bool


LOCAL_DOMAIN = "@dovecot.example"
"""Whose mail is handed over to Dovecot; for everybody else the sink is the rest of the world."""


@dataclass
class Script:
    """What the sink answers instead of taking mail: whole SMTP reply lines, empty for none.

    ``drop_after_data`` ends the connection once the mail is taken, before the reply: the sender cannot know.
    ``hold_after_data`` keeps the reply back for so many seconds.
    """

    mail: str = ""
    recipients: dict[str, str] = field(default_factory=dict)
    data: str = ""
    drop_after_data: bool = False
    hold_after_data: float = 0.0


class SmtpSink:
    """The server while its ``with`` block lasts; ``taken`` grows, ``script`` may be changed at any time.

    ``users`` asks for AUTH. With ``certificates`` it speaks STARTTLS, or TLS from the start if ``implicit``.
    """

    def __init__(
        self,
        *,
        users: Mapping[str, str] | None = None,
        certificates: Certificates | None = None,
        implicit: bool = False,
        lmtp_port: int | None = None,
        port: int = 0,
    ) -> None:
        self.taken: list[Taken] = []
        self.script = Script()
        self.lmtp_port = lmtp_port
        self.port = port or free_port()  # the controller connects to itself, and so cannot be given port 0
        self._users = dict(users or {})
        self._implicit = implicit
        self._controller = Controller(
            self, hostname="127.0.0.1", port=self.port, **self._options(certificates, implicit)
        )

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        if self.script.mail:
            return self.script.mail
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        if address in self.script.recipients:
            return self.script.recipients[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.script.data:
            return self.script.data
        raw = bytes(envelope.original_content)
        user = session.auth_data or ""
        mail = Taken(envelope.mail_from, tuple(envelope.rcpt_tos), raw, user, self._implicit or session.ssl is not None)
        self.taken.append(mail)
        if self.script.drop_after_data:
            server.transport.abort()
        if self.script.hold_after_data:
            await asyncio.sleep(self.script.hold_after_data)
        return await asyncio.to_thread(self._hand_over, mail) if self.lmtp_port else "250 2.0.0 taken"

    def _hand_over(self, mail: Taken) -> str:
        assert self.lmtp_port is not None
        here = [recipient for recipient in mail.recipients if recipient.endswith(LOCAL_DOMAIN)]
        if not here:
            return "250 2.0.0 taken"
        try:
            with smtplib.LMTP("127.0.0.1", self.lmtp_port) as lmtp:
                lmtp.sendmail(mail.sender, here, mail.raw)
        except smtplib.SMTPRecipientsRefused as refused:
            code, words = next(iter(refused.recipients.values()))
            return f"{code} {words.decode()}"
        except smtplib.SMTPResponseException as refused:
            return f"{refused.smtp_code} {refused.smtp_error!r}"
        except (OSError, smtplib.SMTPException):
            # The other server is down: what cannot be handed on was not taken, and comes again.
            self.taken.remove(mail)
            return "451 4.4.1 the mailbox cannot be reached"
        return "250 2.0.0 delivered"

    def _options(self, certificates: Certificates | None, implicit: bool) -> dict[str, Any]:
        options: dict[str, Any] = {"data_size_limit": 35_000_000, "enable_SMTPUTF8": True, "ident": "sink"}
        if certificates is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificates.chain, certificates.key)
            options |= {"ssl_context": context} if implicit else {"tls_context": context, "require_starttls": True}
        if self._users:
            # On implicit TLS aiosmtpd 1.4.6 offers AUTH only if it is not told to insist on TLS.
            insists = certificates is not None and not implicit
            options |= {"authenticator": self._check, "auth_required": True, "auth_require_tls": insists}
        return options

    def _check(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        fits = isinstance(data, LoginPassword) and self._users.get(data.login.decode()) == data.password.decode()
        return AuthResult(success=fits, handled=fits, auth_data=data.login.decode() if fits else None)
