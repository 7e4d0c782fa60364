"""The throw-away Dovecot with submission by password: what it is handed goes on to a relay (RFC 6409)."""

from tests.servers.dovecot import Dovecot
from tests.servers.dovecot_conf import CONFIGURATION
from tests.servers.ports import free_port

_SUBMISSION = """
submission_relay_host = 127.0.0.1
submission_relay_port = {relay_port}
submission_relay_trusted = no
service submission-login {{{{
  chroot =
  inet_listener submission {{{{
    address = 127.0.0.1
    port = {submission_port}
  }}}}
}}}}
"""


class SubmittingDovecot(Dovecot):
    """``submission_port`` takes mail from those who sign in; ``relay_port`` is who it goes to."""

    def __init__(self, relay_port: int, users: int) -> None:
        self.submission_port = free_port()
        more = _SUBMISSION.format(relay_port=relay_port, submission_port=self.submission_port)
        served = CONFIGURATION.replace("protocols = imap lmtp", "protocols = imap lmtp submission")
        super().__init__(served + more, users, in_memory=True)
