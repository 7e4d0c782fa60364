"""Whether a mail server answers at a place, privately and under its own name; nothing is signed in to."""

import logging
import socket
from pathlib import Path

from ingest.accounts import Security
from ingest.providers import Place
from ingest.trust import private_line

log = logging.getLogger(__name__)

SECONDS = 4.0
_GREETINGS = (b"* OK", b"* PREAUTH", b"220")


def answers(place: Place, ca_file: Path | None = None) -> bool:
    """Whether a mail server greets there; on a private port, with a certificate that fits its name."""
    try:
        context = private_line(ca_file)
        with socket.create_connection((place.host, place.port), timeout=SECONDS) as line:
            if place.security is not Security.TLS:
                return line.recv(512).startswith(_GREETINGS)
            with context.wrap_socket(line, server_hostname=place.host) as private:
                return private.recv(512).startswith(_GREETINGS)
    except (OSError, UnicodeError) as error:  # ssl.SSLError is an OSError; UnicodeError is a name no DNS can hold
        log.debug("probe failed: %s", type(error).__name__)
        return False
