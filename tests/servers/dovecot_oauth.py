"""The throw-away Dovecot with sign-in by token, each token asked about at an ``Authority``, and with submission."""

from pathlib import Path

from tests.servers.authority import Authority
from tests.servers.dovecot import Dovecot
from tests.servers.ports import free_port

INSTALL = "apt-get install dovecot-imapd dovecot-lmtpd dovecot-submissiond"
SUBMISSION = Path("/usr/lib/dovecot/submission")

_OAUTH = """\
tokeninfo_url =
introspection_url = http://127.0.0.1:{port}/introspect?token=
introspection_mode = get
force_introspection = yes
username_attribute = username
active_attribute = active
active_value = true
timeout_msecs = 2000
"""

_MORE = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {home}/oauth2.conf.ext
}}
protocols = imap lmtp{submission}
"""

_SUBMISSION = """
submission_relay_host = 127.0.0.1
submission_relay_port = {relay_port}
submission_relay_trusted = no
service submission-login {{
  chroot =
  inet_listener submission {{
    address = 127.0.0.1
    port = {submission_port}
  }}
}}
"""


class OAuthDovecot(Dovecot):
    """``mechanisms`` are what it offers besides PLAIN; ``relay_port`` is who it hands mail on to."""

    def __init__(self, authority: Authority, mechanisms: str = "xoauth2 oauthbearer", relay_port: int = 0) -> None:
        super().__init__(in_memory=True)
        self._authority, self._mechanisms, self._relay_port = authority, mechanisms, relay_port
        self.submission_port = free_port()

    def _lay_out(self) -> None:
        super()._lay_out()
        # Sessions end with the answer to the token: nothing of an earlier test is remembered.
        (self.home / "oauth2.conf.ext").write_text(_OAUTH.format(port=self._authority.port))
        (self.home / "oauth2.conf.ext").chmod(0o644)
        file = self.home / "dovecot.conf"
        text = file.read_text().replace(
            "auth_mechanisms = plain login", f"auth_mechanisms = plain login {self._mechanisms}"
        )
        text = text.replace(
            "  driver = passwd-file\n  args = scheme=PLAIN",
            "  driver = passwd-file\n  mechanisms = plain login\n  args = scheme=PLAIN",
        )
        text += _MORE.format(home=self.home, submission=" submission" if self._relay_port else "")
        if self._relay_port:
            text += _SUBMISSION.format(relay_port=self._relay_port, submission_port=self.submission_port)
        file.write_text(text)
