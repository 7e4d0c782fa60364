"""Which mail is the same mail: two deliveries of one are, two mails under one Message-ID are not."""

import hashlib
from datetime import datetime


def identity_of(*, message_id: str, sender: str, sent: datetime | None, subject: str, text: str) -> str:
    """Sha256 (hex) over the Message-ID and a hash of the decisive headers and the whole text.

    ``sent`` is the Date field alone: INTERNALDATE and Received lines differ from folder to folder. White space does
    not count, because servers and archives fold and trim it differently.
    """
    decisive = "\x1f".join((sender, sent.isoformat() if sent else "", _squeezed(subject), _squeezed(text)))
    content = hashlib.sha256(decisive.encode("utf-8", "replace")).hexdigest()
    return hashlib.sha256(f"{message_id}\x1f{content}".encode("utf-8", "replace")).hexdigest()


def _squeezed(text: str) -> str:
    return " ".join(text.split())
