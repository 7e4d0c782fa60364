"""What a reader without any of heardback has to do: fetch the same parts with imaplib, parse them with mail-parser.

As favourable as it can be: it is told beforehand which sections each mail needs, is handed the small messages made of
them ready to be parsed, and two processes share the mails.
"""

import imaplib
import multiprocessing
import re
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import mailparser

from bench.mailserver import Mailbox
from ingest.accounts import Account, PasswordSource, Security, Server
from ingest.imap import open_mailbox
from tests.servers.dovecot import PASSWORD

BATCH = 100
OUTLINE = "(UID RFC822.SIZE INTERNALDATE BODYSTRUCTURE BODY.PEEK[HEADER])"
_UID = re.compile(rb"UID (\d+)")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the mails beforehand, by UID: the sections to fetch, and the small message made of them."""

    sections: Mapping[int, tuple[str, ...]]
    raw: Mapping[int, bytes]


def known_of(mailbox: Mailbox) -> Known:
    """What heardback fetches and parses of each mail; asked for beforehand and not counted."""
    server = Server("127.0.0.1", mailbox.server.imap_port, Security.PLAIN)
    account = Account("home", mailbox.user, mailbox.user, server, PasswordSource(environment="UNUSED"))
    sections: dict[int, tuple[str, ...]] = {}
    with open_mailbox(account, PASSWORD) as opened:
        opened.examine("INBOX")
        uids = opened.uids(1, None)
        for start in range(0, len(uids), BATCH):
            outlines = opened._outlines(uids[start : start + BATCH])
            sections |= {uid: outline.sections for uid, outline in outlines.items()}
        raw = {fetched.uid: fetched.raw for fetched in opened.fetch(uids)}
    return Known(sections, raw)


def seconds(mailbox: Mailbox, known: Known, *, parsing: bool) -> float:
    """How long two processes take over all mails; without ``parsing`` they only fetch."""
    uids = sorted(known.sections)
    halves = (uids[: len(uids) // 2], uids[len(uids) // 2 :])
    context = multiprocessing.get_context("fork")
    ready = context.Barrier(3)
    workers = [
        context.Process(
            target=_work, args=(mailbox.server.imap_port, mailbox.user, half, known, parsing, ready), daemon=True
        )
        for half in halves
    ]
    for worker in workers:
        worker.start()
    ready.wait()
    start = time.perf_counter()
    for worker in workers:
        worker.join()
    return time.perf_counter() - start


def _work(port: int, user: str, uids: Sequence[int], known: Known, parsing: bool, ready: object) -> None:
    ready.wait()  # type: ignore[attr-defined]
    with imaplib.IMAP4("127.0.0.1", port) as session:
        session.login(user, PASSWORD)
        session.select("INBOX", readonly=True)
        for start in range(0, len(uids), BATCH):
            _fetched(session, uids[start : start + BATCH], OUTLINE)
            groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
            for uid in uids[start : start + BATCH]:
                groups[known.sections[uid]].append(uid)
            for wanted, members in groups.items():
                items = " ".join(f"BODY.PEEK[{section}]" for section in wanted)
                if wanted:
                    _fetched(session, members, f"(UID {items})")
            for uid in uids[start : start + BATCH] if parsing else ():
                _read(known.raw[uid])


def _fetched(session: imaplib.IMAP4, uids: Sequence[int], items: str) -> dict[int, bytes]:
    _, answer = session.uid("FETCH", ",".join(map(str, uids)), items)
    found: dict[int, bytes] = {}
    uid = 0
    for piece in answer:
        if isinstance(piece, tuple):
            if match := _UID.search(piece[0]):
                uid = int(match[1])
            found[uid] = found.get(uid, b"") + piece[1]
    return found


def _read(raw: bytes) -> None:
    mail = mailparser.parse_from_bytes(raw)
    _ = (mail.from_, mail.to, mail.subject, mail.date, mail.message_id, mail.text_plain, mail.text_html)
